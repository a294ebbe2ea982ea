import {
  makeWorld,
  type Act,
  type EventKind,
  type EventValue,
  type KhasanEvent,
  type Model,
  type Run,
  type RunSetup,
} from '../../src/engine/index.ts';
import { startMeasures, type MeasureValues } from '../../src/record/index.ts';
import { smallModel } from './small-model.ts';

/** Ticks in an hour and a day, for events by hand. */
export const HOUR = 4;
export const DAY = 96;

/**
 * The heights of the dispute with a chain of command on each side, for events made by hand. Soviets
 * stand on Zaozyornaya, which lies three kilometres from Bezymyannaya: two sectors.
 */
export function recordModel(): Model {
  const model = smallModel({
    columns: 20,
    rows: 20,
    days: 60,
    areas: [
      { id: 'zaozyornaya', at: [10, 10] },
      { id: 'bezymyannaya', at: [10, 4] },
      { id: 'machine-gun-hill', at: [12, 16] },
      { id: 'homoku', at: [9, 11], kind: 'village' },
    ],
    offices: [
      { id: 'su.politburo', side: 0, echelon: 'capital' },
      { id: 'su.39corps', side: 0, echelon: 'corps', superior: 'su.politburo' },
      { id: 'su.40rd', side: 0, echelon: 'division', superior: 'su.39corps' },
      { id: 'su.118rr', side: 0, echelon: 'regiment', superior: 'su.40rd' },
      { id: 'su.32rd', side: 0, echelon: 'division', superior: 'su.39corps' },
      { id: 'jp.emperor', side: 1, echelon: 'capital' },
      { id: 'jp.korea-army', side: 1, echelon: 'army', superior: 'jp.emperor' },
      { id: 'jp.19d', side: 1, echelon: 'division', superior: 'jp.korea-army' },
      { id: 'jp.75ir', side: 1, echelon: 'regiment', superior: 'jp.19d' },
      { id: 'jp.foreign', side: 1, echelon: 'capital' },
    ],
    units: [
      { id: 'su.59bd.post', side: 0, at: [10, 10], men: 40, office: 'su.118rr' },
      { id: 'su.tanks.1coy', side: 0, at: [14, 10], kind: 'tank', tanks: 10, office: 'su.40rd' },
      { id: 'su.bt.1coy', side: 0, at: [14, 11], kind: 'tank', tanks: 19, office: 'su.40rd' },
      { id: 'jp.19d.75ir.1bn.1coy', side: 1, at: [2, 10], men: 180, office: 'jp.75ir' },
      { id: 'jp.19d.75ir.2bn.1coy', side: 1, at: [2, 11], men: 180, office: 'jp.75ir' },
      { id: 'jp.19d.76ir.1bn.1coy', side: 1, at: [2, 12], men: 180, office: 'jp.19d' },
      { id: 'jp.19d.74ir.1bn.1coy', side: 1, at: [2, 13], men: 180, office: 'jp.19d' },
      { id: 'jp.train', side: 1, at: [1, 10], kind: 'armoured-train', guns: 3, office: 'jp.19d' },
    ],
  });
  const rungs = ['works', 'single-shots', 'small-arms-tract', 'second-sector', 'war'].map((id) => ({
    id,
    title: id,
    means: id,
    scope: 'tract' as const,
  }));
  return { ...model, rungs };
}

/** The same in which the Emperor keeps the power to some acts for himself, anywhere. */
export function reservedModel(...acts: readonly Act[]): Model {
  const plain = recordModel();
  const grants = acts.map((act) => ({
    kind: 'grant' as const,
    act,
    area: -1,
    forceMenMax: 0,
    reserved: true,
  }));
  const offices = plain.offices.map((office) =>
    office.id === 'jp.emperor' ? { ...office, grants } : office,
  );
  return { ...plain, offices };
}

/** An event by hand: what the engine would tell, with only the data that matters. */
export function fact(
  tick: number,
  kind: EventKind,
  actor: string,
  place: string,
  data: Readonly<Record<string, EventValue>> = {},
): KhasanEvent {
  return { id: `${String(tick)}.0`, tick, kind, actor, place, cause: [], data };
}

/** An attack from its order to its end. */
export function attack(part: {
  readonly id: number;
  readonly office: string;
  readonly side: 'su' | 'jp';
  readonly place: string;
  readonly start: number;
  readonly men: number;
  readonly act?: string;
  readonly plan?: string;
  readonly defenders?: number;
  readonly hHour?: number;
  readonly authority?: string;
  /** Ticks from the start to the taking; not taken where absent. */
  readonly taken?: number;
  readonly loss?: number;
  readonly ordered?: number;
}): KhasanEvent[] {
  const { id, office, side, place, start, men, taken, act = 'assault' } = part;
  const end = start + (taken ?? 24);
  const events = [
    fact(part.ordered ?? start - 8, 'operation-ordered', office, place, {
      operation: id,
      plan: part.plan ?? '',
      act,
      area: place,
      men,
      hHour: part.hHour ?? start,
      authority: part.authority ?? 'order',
    }),
    fact(start, 'operation-started', office, place, {
      operation: id,
      act,
      men,
      defenders: part.defenders ?? 0,
    }),
  ];
  if (taken !== undefined) {
    const from = side === 'su' ? 'jp' : 'su';
    events.push(fact(end, 'height-taken', `${side}.unit`, place, { side, from, operation: id }));
  }
  const outcome = taken === undefined ? 'repulsed' : 'taken';
  events.push(
    fact(end, 'operation-ended', office, place, {
      operation: id,
      outcome,
      loss: part.loss ?? 0,
      minutes: (end - start) * 15,
    }),
  );
  return events;
}

export interface MeasureOptions {
  readonly setup?: Partial<RunSetup>;
  /** Tick at which the run ends. */
  readonly endTick?: number;
  readonly model?: Model;
  /** Shapes the run that the measures may look at from the first event on; they see none where absent. */
  readonly atStart?: (run: Run) => void;
  /** Changes the world at the end, for what no event tells. */
  readonly atEnd?: (run: Run) => void;
}

/** Values of all measures after these events, in the order of time. */
export function measureEvents(
  events: readonly KhasanEvent[],
  options: MeasureOptions = {},
): MeasureValues {
  const model = options.model ?? recordModel();
  const setup: RunSetup = { seed: 1, from: 'free', ...options.setup };
  const measures = startMeasures(model, setup);
  const world = makeWorld(model, setup);
  const run: Run = { model, world, sink: () => undefined };
  if (options.atStart !== undefined) {
    options.atStart(run);
    measures.attach(run);
  }
  const sorted = [...events].sort((a, b) => a.tick - b.tick);
  for (const event of sorted) {
    world.tick = event.tick;
    measures.onEvent(event);
  }
  world.tick = options.endTick ?? model.endTick;
  options.atEnd?.(run);
  return measures.finish(run);
}
