import type { EventKind, KhasanEvent, Run } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { numberOf, sideOf, textOf } from '../lookup.ts';
import {
  hearing,
  shareOf,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

const count = (id: string, title: string, unit: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit,
  describe,
});

const measures: readonly MeasureSpec[] = [
  count(
    'tanks.su.out',
    'Soviet tanks put out of action',
    'tanks',
    'Tanks put out by all causes; one that falls out twice counts twice.',
  ),
  count(
    'tanks.su.out.t26',
    'T-26 put out of action',
    'tanks',
    'T11. The same for units of tanks whose id or name does not say BT.',
  ),
  count(
    'tanks.su.out.bt',
    'BT put out of action',
    'tanks',
    'The same for units of tanks whose id or name says BT.',
  ),
  count(
    'tanks.su.by-fire',
    'Soviet tanks put out by guns',
    'tanks',
    'Tanks put out whose cause is neither marsh, close assault nor capture.',
  ),
  count(
    'tanks.su.by-close-assault',
    'Soviet tanks put out by close assault',
    'tanks',
    'Tanks put out by infantry at hand.',
  ),
  count('tanks.su.bogged', 'Soviet tanks bogged', 'tanks', 'Tanks that stuck in soft ground.'),
  count(
    'tanks.su.captured',
    'Soviet tanks captured',
    'tanks',
    'Tanks that fell into the enemy’s hands while they still ran.',
  ),
  count(
    'tanks.su.burnt',
    'Soviet tanks a total loss',
    'tanks',
    'T11s. Tanks put out by fire or close assault whose fate is to burn.',
  ),
  count(
    'tanks.su.rear',
    'Soviet tanks sent to the rear',
    'tanks',
    'T11s. Tanks put out that need a workshop in the rear.',
  ),
  count(
    'tanks.su.spot',
    'Soviet tanks mended on the spot',
    'tanks',
    'T11s. Tanks put out that can be mended where they are.',
  ),
  count(
    'tanks.su.out-share',
    'Share of Soviet tanks put out by fire or close assault',
    'share',
    'Those put out by fire or close assault over the tanks of all units that lost any or are on the map at the end of the run; null without tanks.',
  ),
  count(
    'guns.su.lost',
    'Soviet guns lost',
    'guns',
    'T17. Guns of the Soviet side destroyed or left behind.',
  ),
  count(
    'guns.jp.lost',
    'Japanese guns lost',
    'guns',
    'Guns of the Japanese side destroyed or left behind.',
  ),
  count(
    'shells.su',
    'Soviet shells fired',
    'shells',
    'Rounds of all bombardments by the Soviet side.',
  ),
  count(
    'shells.jp',
    'Japanese shells fired',
    'shells',
    'Rounds of all bombardments by the Japanese side.',
  ),
  count(
    'shells.train',
    'Shells of the armoured train',
    'shells',
    'Rounds of bombardments whose unit is an armoured train.',
  ),
  count(
    'shells.su.per-casualty',
    'Soviet shells per Japanese casualty by shells',
    'shells',
    'Soviet rounds over Japanese killed, wounded and missing by fragments of shells; null where there are none. A check of plausibility, never fitted.',
  ),
  count(
    'sorties.su',
    'Soviet aircraft flown against the enemy',
    'aircraft',
    'Aircraft of all air strikes of the Soviet side, whether they reached the target or not.',
  ),
  count('strikes.su', 'Soviet air strikes', 'strikes', 'Air strikes of the Soviet side.'),
  count(
    'strikes.su.missed',
    'Soviet air strikes that turned back',
    'strikes',
    'Air strikes of the Soviet side that turned back.',
  ),
];

interface Arms {
  readonly sums: Record<string, number>;
  japaneseByShells: number;
}

/** Tanks, guns, shells and aircraft. */
export const armsFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const arms: Arms = { sums: {}, japaneseByShells: 0 };
    for (const { id } of measures) arms.sums[id] = 0;
    return {
      hears: [
        hearing(HEARD, (event) => note(chronicle, arms, event)),
        hearing(['casualties-taken'], (event) => noteHit(chronicle, arms, event)),
      ],
      finish: (run) => valuesOf(chronicle, arms, run),
    };
  },
};

function add(arms: Arms, id: string, amount: number): void {
  arms.sums[id] = (arms.sums[id] ?? 0) + amount;
}

/** Kinds of event that this family hears. */
const HEARD = [
  'tanks-put-out',
  'guns-lost',
  'bombardment-fired',
  'air-strike-flown',
] as const satisfies readonly EventKind[];

/** Measures by side. */
const GUNS_LOST = { su: 'guns.su.lost', jp: 'guns.jp.lost' } as const;
const SHELLS = { su: 'shells.su', jp: 'shells.jp' } as const;

function note(chronicle: Chronicle, arms: Arms, event: EventOf<(typeof HEARD)[number]>): void {
  const { data } = event;
  const { su } = chronicle.lookup;
  const side = sideOf(chronicle.lookup, data['side']);
  const name = side === su ? 'su' : 'jp';
  switch (event.kind) {
    case 'tanks-put-out':
      if (side === su && su >= 0) noteTanks(chronicle, arms, event);
      return;
    case 'guns-lost':
      if (side >= 0) add(arms, GUNS_LOST[name], numberOf(data['count']));
      return;
    case 'bombardment-fired':
      if (side >= 0) add(arms, SHELLS[name], numberOf(data['rounds']));
      if (isTrain(chronicle, event.actor)) add(arms, 'shells.train', numberOf(data['rounds']));
      return;
    case 'air-strike-flown':
      if (side !== su || su < 0) return;
      add(arms, 'sorties.su', numberOf(data['aircraft']));
      add(arms, 'strikes.su', 1);
      if (textOf(data['result']) !== 'bombed') add(arms, 'strikes.su.missed', 1);
      return;
  }
}

function noteHit({ lookup }: Chronicle, arms: Arms, { data }: KhasanEvent): void {
  if (data['cause'] !== 'fragments') return;
  const side = sideOf(lookup, data['side']);
  if (side < 0 || side !== lookup.jp) return;
  arms.japaneseByShells +=
    numberOf(data['killed']) + numberOf(data['wounded']) + numberOf(data['missing']);
}

function noteTanks(chronicle: Chronicle, arms: Arms, event: KhasanEvent): void {
  const { data } = event;
  const tanks = numberOf(data['count']);
  const cause = textOf(data['cause']);
  const fate = textOf(data['fate']);
  add(arms, 'tanks.su.out', tanks);
  add(arms, isBt(chronicle, event.actor) ? 'tanks.su.out.bt' : 'tanks.su.out.t26', tanks);
  add(arms, `tanks.su.${CAUSE_OF[cause] ?? (fate === 'bogged' ? 'bogged' : 'by-fire')}`, tanks);
  if (fate === 'burnt' || fate === 'rear' || fate === 'spot') add(arms, `tanks.su.${fate}`, tanks);
}

/** Measures of the causes that are not fire of guns. */
const CAUSE_OF: Readonly<Record<string, string>> = {
  marsh: 'bogged',
  'close-combat': 'by-close-assault',
  'close-assault': 'by-close-assault',
  capture: 'captured',
};

/** Whether a unit drives BT: its id or its name says so as a word of its own. */
function isBt(chronicle: Chronicle, unit: string): boolean {
  const index = chronicle.lookup.units.get(unit);
  const name = index === undefined ? '' : chronicle.model.units.name[index]!;
  return /\bbt\b/i.test(unit) || /\bBT\b/.test(name);
}

function isTrain(chronicle: Chronicle, unit: string): boolean {
  const index = chronicle.lookup.units.get(unit);
  return index !== undefined && chronicle.model.units.kind[index] === 'armoured-train';
}

function valuesOf(chronicle: Chronicle, arms: Arms, run: Run): MeasureValues {
  const { su } = chronicle.lookup;
  const values: MeasureValues = { ...arms.sums };
  const byEnemy = arms.sums['tanks.su.by-fire']! + arms.sums['tanks.su.by-close-assault']!;
  values['tanks.su.out-share'] = shareOf(byEnemy, tanksCommitted(run, su));
  values['shells.su.per-casualty'] = shareOf(arms.sums['shells.su']!, arms.japaneseByShells);
  return values;
}

/** Tanks of a side that were on the map at the end, and all that fell out. */
function tanksCommitted(run: Run, side: number): number {
  const { model, world } = run;
  const { units } = world;
  let tanks = 0;
  for (let unit = 0; unit < model.units.count; unit++) {
    if (model.units.side[unit] !== side) continue;
    const out =
      units.tanksBurnt[unit]! +
      units.tanksRear[unit]! +
      units.tanksSpot[unit]! +
      units.tanksBogged[unit]!;
    if (out > 0 || units.location[unit]! < model.grid.count) tanks += out + units.tanks[unit]!;
  }
  return tanks;
}
