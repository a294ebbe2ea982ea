import {
  TICKS_PER_HOUR,
  intentAt,
  logistic,
  type EventKind,
  type KhasanEvent,
} from '../../engine/index.ts';
import {
  assaultsOf,
  BATTALION_MEN,
  firstJointAttack,
  firstSeizure,
  isBattalionAssault,
} from '../assaults.ts';
import { tickOfJst, watchAt, type Chronicle } from '../chronicle.ts';
import { numberOf } from '../lookup.ts';
import {
  hearing,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';
import { isIntrusion } from './intrusion.ts';
import {
  SET_PIECE_HOURS,
  SET_PIECE_KINDS,
  setPieceOf,
  startSetPiece,
  type SetPiece,
} from './set-piece.ts';
import { occupationFold, OCCUPATION_MEASURES } from './occupation.ts';
import { permissionFold, PERMISSION_MEASURES } from './permission.ts';
import { worksFold, WORKS_MEASURES } from './works-seen.ts';

const number = (id: string, title: string, unit: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit,
  describe,
});

const RESTRICTED =
  'What does not happen by 31 August 24:00 JST counts as that hour, at either end, so that every run has a value.';

const measures: readonly MeasureSpec[] = [
  number(
    'intrusions.believed.july',
    'Intrusions that the other side believes to see, 1–28 July',
    'reports',
    'Contacts with enemy men that an office’s own men report (`contact-reported`) on ground that is its side’s by the line it claims, up to 28 July 24:00 JST. Null where the run starts later.',
  ),
  ...PERMISSION_MEASURES,
  number(
    'assault.first.hit-per-100',
    'Attackers killed and wounded per 100 in the first battalion assault',
    'men',
    'Killed and wounded of the attackers’ side in the area of the first battalion assault of either side, from its start to its end (36 hours at most), per 100 engaged; null without one.',
  ),
  ...OCCUPATION_MEASURES,
  ...WORKS_MEASURES,
  number(
    'intent.jp.staff.21-july',
    'Japanese General Staff’s belief in Soviet intent, 21 July',
    'probability',
    'Chance that the office `jp.ags` gives to the other side’s meaning to take the disputed ground at 21 July 00:00 JST. Null in runs that start later.',
  ),
  number(
    'intent.su.staff.21-july',
    'Soviet General Staff’s belief in Japanese intent, 21 July',
    'probability',
    'The same of `su.genstaff`.',
  ),
  number(
    'shot.lethal.restricted',
    'Days to the first lethal shot',
    'days',
    `From the start of the run to the first man killed. ${RESTRICTED}`,
  ),
  number(
    'train.shells.machine-gun-hill',
    'Shells of the armoured train at Machine-gun Hill',
    'shells',
    'Rounds told of bombardments by units of the kind armoured train on the area of Machine-gun Hill, whose middle is the hill.',
  ),
  number(
    'concentration.jp.fourth-battalion',
    'Hours from the order to concentrate to the fourth Japanese battalion',
    'hours',
    'From the first Japanese order to concentrate to the hour at which 2,000 riflemen and machine-gunners of that side (four battalions as they stood, Assumption: 500 each) have come on the map since. Restricted at 31 August 24:00 JST; null without such an order.',
  ),
  number(
    'attack.su.joint.after-loss',
    'Hours from the loss of a crest to the first Soviet attack of two divisions',
    'hours',
    `From the first seizure by Japan to the first attack of two divisions under one plan after it; 0 where neither comes, or no such seizure. ${RESTRICTED}`,
  ),
  number(
    'attack.set-piece.tanks-lost-per-100',
    'Tanks put out by the enemy per 100 committed in the first set-piece attack',
    'tanks',
    `Tanks of the attacker put out by fire or close assault from the start of the first set-piece attack (600 men under one plan on named heights) to ${String(SET_PIECE_HOURS)} hours later, per 100 in its units at the start; null without tanks.`,
  ),
  number(
    'attack.set-piece.tanks-bogged-per-100',
    'Tanks bogged per 100 committed in the first set-piece attack',
    'tanks',
    'The same of tanks put out by marsh.',
  ),
  number(
    'attack.set-piece.hit-per-100',
    'Attackers killed and wounded per 100 in the first set-piece attack',
    'men',
    'Killed and wounded of the attacker’s side in those hours in the sector of its target per 100 men engaged.',
  ),
  number(
    'truce.after-seizure',
    'Days from the first seizure to an agreed cease-fire',
    'days',
    `From the first seizure of a named height by a battalion assault to the agreement. ${RESTRICTED}`,
  ),
];

/** What the knock-outs of single mechanisms are judged by. */
export const mechanismsFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const bench = newBench(chronicle);
    const folds = [occupationFold(chronicle), permissionFold(chronicle), worksFold(chronicle)];
    return {
      hears: [
        hearing(SET_PIECE_KINDS, (event) => setPieceOf(bench.setPiece, chronicle, event)),
        hearing(HEARD, (event) => note(bench, event)),
        ...folds.flatMap((fold) => fold.hears ?? []),
      ],
      finish: (run) => {
        const values = valuesOf(bench);
        for (const fold of folds) Object.assign(values, fold.finish(run));
        return values;
      },
    };
  },
};

/** Men of four battalions as they stood. Assumption: 500 of a battalion come to the field. */
const FOUR_BATTALIONS_MEN = 2000;
const INFANTRY: readonly string[] = ['rifle', 'machine-gun'];

interface Bench {
  readonly chronicle: Chronicle;
  readonly horizonTick: number;
  readonly julyEndTick: number;
  intrusions: number;
  lethalTick: number;
  trainShells: number;
  concentrateTick: number;
  readonly arrived: Set<string>;
  arrivedMen: number;
  fourthTick: number;
  readonly intents: Record<'jp.ags' | 'su.genstaff', number | null>;
  readonly setPiece: SetPiece;
}

function newBench(chronicle: Chronicle): Bench {
  const { model } = chronicle;
  const bench: Bench = {
    chronicle,
    horizonTick: tickOfJst(model, 9, 1, 0),
    julyEndTick: tickOfJst(model, 7, 29, 0),
    intrusions: 0,
    lethalTick: -1,
    trainShells: 0,
    concentrateTick: -1,
    arrived: new Set(),
    arrivedMen: 0,
    fourthTick: -1,
    intents: { 'jp.ags': null, 'su.genstaff': null },
    setPiece: startSetPiece(),
  };
  const staffTick = tickOfJst(model, 7, 21, 0);
  watchAt(chronicle, staffTick, () => {
    lookAtIntents(bench, staffTick);
  });
  return bench;
}

function lookAtIntents(bench: Bench, tick: number): void {
  const { run, lookup } = bench.chronicle;
  if (run === undefined) return;
  for (const id of ['jp.ags', 'su.genstaff'] as const) {
    const office = lookup.offices.get(id);
    if (office !== undefined) bench.intents[id] = logistic(intentAt(run.world, office, tick));
  }
}

/** Kinds of event that this family hears. */
const HEARD = [
  'contact-reported',
  'casualties-taken',
  'bombardment-fired',
  'formation-concentrating',
  'unit-arrived',
] as const satisfies readonly EventKind[];

function note(bench: Bench, event: EventOf<(typeof HEARD)[number]>): void {
  const { lookup } = bench.chronicle;
  switch (event.kind) {
    case 'contact-reported':
      if (event.tick < bench.julyEndTick && isIntrusion(bench.chronicle, event)) bench.intrusions++;
      return;
    case 'casualties-taken':
      if (bench.lethalTick < 0 && numberOf(event.data['killed']) > 0) bench.lethalTick = event.tick;
      return;
    case 'bombardment-fired':
      if (event.place === 'machine-gun-hill' && kindOf(bench, event.actor) === 'armoured-train') {
        bench.trainShells += numberOf(event.data['rounds']);
      }
      return;
    case 'formation-concentrating':
      if (bench.concentrateTick < 0 && sideOfOffice(bench, event.actor) === lookup.jp) {
        bench.concentrateTick = event.tick;
      }
      return;
    case 'unit-arrived':
      noteArrival(bench, event);
      return;
  }
}

function sideOfOffice(bench: Bench, id: string): number {
  const office = bench.chronicle.lookup.offices.get(id);
  return office === undefined ? -1 : bench.chronicle.model.offices[office]!.side;
}

function kindOf(bench: Bench, id: string): string {
  const { lookup, model } = bench.chronicle;
  const unit = lookup.units.get(id);
  return unit === undefined ? '' : model.units.kind[unit]!;
}

function noteArrival(bench: Bench, event: KhasanEvent): void {
  const { lookup, model } = bench.chronicle;
  if (bench.concentrateTick < 0 || bench.fourthTick >= 0 || bench.arrived.has(event.actor)) return;
  const unit = lookup.units.get(event.actor);
  if (unit === undefined || model.units.side[unit] !== lookup.jp) return;
  if (!lookup.areas.has(event.place) || !INFANTRY.includes(model.units.kind[unit]!)) return;
  bench.arrived.add(event.actor);
  bench.arrivedMen += model.units.men[unit]!;
  if (bench.arrivedMen >= FOUR_BATTALIONS_MEN) bench.fourthTick = event.tick;
}

/** A tick, or the horizon where the thing has not happened by then. */
function restricted(bench: Bench, tick: number): number {
  return tick < 0 ? bench.horizonTick : Math.min(tick, bench.horizonTick);
}

/** Hours from one tick to another, both restricted at the horizon. */
function restrictedHours(bench: Bench, from: number, to: number): number {
  return (restricted(bench, to) - restricted(bench, from)) / TICKS_PER_HOUR;
}

function valuesOf(bench: Bench): MeasureValues {
  const { chronicle } = bench;
  const assaults = assaultsOf(chronicle);
  const seizure = firstSeizure(chronicle, assaults);
  const { jp, su } = chronicle.lookup;
  const lost = seizure?.side === jp ? seizure.takenTick : -1;
  const jointTick = lost < 0 ? -1 : firstJointAttack(chronicle, su, lost).tick;
  const { concentrateTick, fourthTick } = bench;
  return {
    'intrusions.believed.july': chronicle.startTick >= bench.julyEndTick ? null : bench.intrusions,
    'assault.first.hit-per-100': firstAssaultHits(chronicle),
    'intent.jp.staff.21-july': bench.intents['jp.ags'],
    'intent.su.staff.21-july': bench.intents['su.genstaff'],
    'shot.lethal.restricted': restrictedHours(bench, chronicle.startTick, bench.lethalTick) / 24,
    'train.shells.machine-gun-hill': bench.trainShells,
    'concentration.jp.fourth-battalion':
      concentrateTick < 0 ? null : restrictedHours(bench, concentrateTick, fourthTick),
    'attack.su.joint.after-loss': restrictedHours(bench, lost, jointTick),
    'truce.after-seizure':
      restrictedHours(bench, seizure?.takenTick ?? -1, chronicle.truceAgreedTick) / 24,
    ...setPieceValues(bench),
  };
}

/** Hours for which the losses of an assault without an end are counted. Assumption, as for the set piece. */
const ASSAULT_HOURS = 36;

function firstAssaultHits(chronicle: Chronicle): number | null {
  const first = assaultsOf(chronicle).find((assault) => isBattalionAssault(chronicle, assault));
  if (first === undefined) return null;
  const last = first.startTick + ASSAULT_HOURS * TICKS_PER_HOUR;
  const to = first.endTick < 0 ? last : Math.min(first.endTick, last);
  const entries = chronicle.losses.filter(
    ({ side, area, tick }) =>
      side === first.side && area === first.area && tick >= first.startTick && tick <= to,
  );
  const hit = entries.reduce((sum, entry) => sum + entry.killed + entry.wounded, 0);
  return (100 * hit) / Math.max(first.men, BATTALION_MEN);
}

function setPieceValues({ setPiece }: Bench): MeasureValues {
  const { tanks, men } = setPiece;
  const per100 = (count: number, whole: number): number | null =>
    whole > 0 ? (100 * count) / whole : null;
  return {
    'attack.set-piece.tanks-lost-per-100': per100(setPiece.tanksLost, tanks),
    'attack.set-piece.tanks-bogged-per-100': per100(setPiece.tanksBogged, tanks),
    'attack.set-piece.hit-per-100': per100(setPiece.hit, men),
  };
}
