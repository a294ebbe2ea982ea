import type { EventKind, KhasanEvent, Model, Run, RunSetup } from '../engine/index.ts';
import { openChronicle, passTo, takeIn } from './chronicle.ts';
import type { FamilyFold, Hearing, MeasureFamily, MeasureSpec, MeasureValues } from './measure.ts';
import { armsFamily } from './measures/arms.ts';
import { bansFamily } from './measures/bans.ts';
import { battleFamily } from './measures/battle.ts';
import { commandFamily } from './measures/command.ts';
import { consentsFamily } from './measures/consents.ts';
import { crisisFamily } from './measures/crisis.ts';
import { delaysFamily } from './measures/delays.ts';
import { groundFamily } from './measures/ground.ts';
import { ledgersFamily } from './measures/ledgers.ts';
import { lossesFamily } from './measures/losses.ts';
import { mechanismsFamily } from './measures/mechanisms.ts';
import { meetingsFamily } from './measures/meetings.ts';
import { obedienceFamily } from './measures/obedience.ts';
import { onsetFamily } from './measures/onset.ts';
import { parleysFamily } from './measures/parleys.ts';
import { reactionFamily } from './measures/reaction.ts';
import { staffsFamily } from './measures/staffs.ts';

const FAMILIES: readonly MeasureFamily[] = [
  onsetFamily,
  meetingsFamily,
  delaysFamily,
  commandFamily,
  bansFamily,
  consentsFamily,
  parleysFamily,
  obedienceFamily,
  battleFamily,
  groundFamily,
  lossesFamily,
  armsFamily,
  crisisFamily,
  mechanismsFamily,
  reactionFamily,
  staffsFamily,
  ledgersFamily,
];

/** Every measure of a run, in the order of tables. */
export const MEASURES: readonly MeasureSpec[] = FAMILIES.flatMap((family) => family.measures);

const byId: ReadonlyMap<string, MeasureSpec> = new Map(MEASURES.map((spec) => [spec.id, spec]));

/** The measure of an id, or `undefined`. */
export function measureOf(id: string): MeasureSpec | undefined {
  return byId.get(id);
}

/** Folds the events of one run into the values of all measures. */
export interface Measures {
  /** To be called for each event, in order. Keeps no log. */
  readonly onEvent: (event: KhasanEvent) => void;
  /** Gives the measures the run once it has begun, to be read only; without it some of them stay null. */
  readonly attach: (run: Run) => void;
  /** To be called once, when the run is over or was stopped: a value for every id of `MEASURES`. */
  readonly finish: (run: Run) => MeasureValues;
}

/** Begins to measure a run that will be started with this model and setup. */
export function startMeasures(model: Model, setup: RunSetup): Measures {
  const chronicle = openChronicle(model, setup);
  const folds = FAMILIES.map((family) => family.start(chronicle));
  const listeners = listenersOf(folds);
  return {
    onEvent: (event) => {
      takeIn(chronicle, event);
      for (const listen of listeners.get(event.kind) ?? NOBODY) listen(event);
    },
    attach: (run) => {
      chronicle.run = run;
    },
    finish: (run) => {
      // The run may have gone on long after its last event.
      passTo(chronicle, run.world.tick + 1);
      const values: MeasureValues = {};
      for (const { id } of MEASURES) values[id] = null;
      for (const fold of folds) Object.assign(values, fold.finish(run));
      return values;
    },
  };
}

type Listener = Hearing['onEvent'];

const NOBODY: readonly Listener[] = [];

/** Who is to be called for an event of each kind, in the order of the families. */
function listenersOf(folds: readonly FamilyFold[]): ReadonlyMap<EventKind, readonly Listener[]> {
  const listeners = new Map<EventKind, Listener[]>();
  for (const { kinds, onEvent } of folds.flatMap(({ hears }) => hears ?? [])) {
    for (const kind of kinds) {
      const ofKind = listeners.get(kind);
      if (ofKind === undefined) listeners.set(kind, [onEvent]);
      else ofKind.push(onEvent);
    }
  }
  return listeners;
}
