import type { KhasanEvent, Run } from '../../engine/index.ts';
import { assaultsOf, firstDoubleAttack, isBattalionAssault } from '../assaults.ts';
import type { Chronicle } from '../chronicle.ts';
import { numberOf, sideOf, textOf } from '../lookup.ts';
import {
  NAME,
  SIDES,
  hearing,
  shareOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/**
 * Phases of a run, by event: before the first battalion assault on a named height; from there to the
 * first attack of two battalions or more by the other side; from there on.
 */
const PHASES = ['before-assault', 'to-answer', 'after-answer'] as const;
const PHASE_TITLE = {
  'before-assault': 'before the first battalion assault',
  'to-answer':
    'from the first battalion assault to the other side’s first attack of two battalions',
  'after-answer': 'from that attack on',
} as const;

/** Causes of wounds as the engine names them, and how they are summed up. */
const CAUSE_GROUPS = ['small-arms', 'shells', 'bombs', 'close-combat', 'other'] as const;
type CauseGroup = (typeof CAUSE_GROUPS)[number];
const CAUSE_TITLE: Readonly<Record<CauseGroup, string>> = {
  'small-arms': 'bullets and aimed shots',
  shells: 'shells and mortar bombs',
  bombs: 'bombs from the air',
  'close-combat': 'close combat',
  other: 'any other cause',
};

const men = (id: string, title: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit: 'men',
  describe,
});
const share = (id: string, title: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit: 'share',
  describe,
});

function sideSpecs(side: 'su' | 'jp'): MeasureSpec[] {
  const who = NAME[side];
  const id = (what: string): string => `losses.${side}.${what}`;
  return [
    men(id('killed'), `${who} killed`, 'Killed in all events of the run.'),
    men(id('wounded'), `${who} wounded`, 'Wounded in all events of the run.'),
    men(id('missing'), `${who} missing`, 'Missing in all events of the run.'),
    men(id('killed-missing'), `${who} killed or missing`, 'Killed and missing together.'),
    men(
      id('casualties'),
      `${who} casualties`,
      'Killed, wounded and missing together; the sick are not among them.',
    ),
    men(
      id('sick'),
      `${who} sick`,
      'Sick in all units at the end of the run, from the state of the run; no event tells them.',
    ),
    men(id('officers'), `${who} officers killed`, 'Officers among the killed.'),
    share(
      id('officers-share'),
      `Officers among the ${who} dead`,
      'Officers killed over all killed; null where nobody was killed.',
    ),
    men(
      id('ncos'),
      `${who} non-commissioned officers killed`,
      'Non-commissioned officers among the killed.',
    ),
    share(
      id('ncos-share'),
      `Non-commissioned officers among the ${who} dead`,
      'Non-commissioned officers killed over all killed; null where nobody was killed.',
    ),
    share(
      id('wounded-per-killed'),
      `${who} wounded per man killed`,
      'Wounded over killed; null where nobody was killed.',
    ),
    ...PHASES.map((phase) =>
      men(
        id(phase),
        `${who} casualties ${PHASE_TITLE[phase]}`,
        'Killed, wounded and missing in that phase. Null where the phase did not come.',
      ),
    ),
    ...CAUSE_GROUPS.map((group) =>
      share(
        id(`by-${group}`),
        `Share of ${who} casualties by ${CAUSE_TITLE[group]}`,
        'Killed, wounded and missing by that cause over all; null where there are none.',
      ),
    ),
  ];
}

const measures: readonly MeasureSpec[] = [
  ...SIDES.flatMap(sideSpecs),
  share(
    'losses.ratio',
    'Soviet casualties per Japanese casualty',
    'T10. Soviet killed, wounded and missing over Japanese; null where there are no Japanese ones.',
  ),
  share(
    'losses.75ir.share',
    'Losses of the 75th Infantry over men present',
    'T12. Killed, wounded, missing and sick of the units of jp.19d.75ir over these and the men left, at the end of the run. Null without such units.',
  ),
];

interface SideTally {
  killed: number;
  wounded: number;
  missing: number;
  officers: number;
  ncos: number;
  readonly byCause: Record<CauseGroup, number>;
}

/** Losses of men. */
export const lossesFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const tallies = chronicle.model.sides.map(newTally);
    return {
      hears: [
        hearing(['casualties-taken'], (event) => {
          add(chronicle, tallies, event);
        }),
      ],
      finish: (run) => valuesOf(chronicle, tallies, run),
    };
  },
};

function newTally(): SideTally {
  return {
    killed: 0,
    wounded: 0,
    missing: 0,
    officers: 0,
    ncos: 0,
    byCause: { 'small-arms': 0, shells: 0, bombs: 0, 'close-combat': 0, other: 0 },
  };
}

function groupOf(cause: string): CauseGroup {
  switch (cause) {
    case 'bullets':
    case 'shot':
      return 'small-arms';
    case 'fragments':
      return 'shells';
    case 'bombs':
    case 'close-combat':
      return cause;
    default:
      return 'other';
  }
}

function add(chronicle: Chronicle, tallies: readonly SideTally[], event: KhasanEvent): void {
  const { data } = event;
  const tally = tallies[sideOf(chronicle.lookup, data['side'])];
  if (tally === undefined) return;
  const killed = numberOf(data['killed']);
  const wounded = numberOf(data['wounded']);
  const missing = numberOf(data['missing']);
  tally.killed += killed;
  tally.wounded += wounded;
  tally.missing += missing;
  tally.officers += numberOf(data['officers']);
  tally.ncos += numberOf(data['ncos']);
  tally.byCause[groupOf(textOf(data['cause']))] += killed + wounded + missing;
}

function valuesOf(chronicle: Chronicle, tallies: readonly SideTally[], run: Run): MeasureValues {
  const values: MeasureValues = {};
  const phases = phasesOf(chronicle);
  for (const side of SIDES) {
    const index = chronicle.lookup[side];
    const tally = tallies[index];
    if (tally === undefined) continue;
    const all = casualtiesOf(tally);
    values[`losses.${side}.killed`] = tally.killed;
    values[`losses.${side}.wounded`] = tally.wounded;
    values[`losses.${side}.missing`] = tally.missing;
    values[`losses.${side}.killed-missing`] = tally.killed + tally.missing;
    values[`losses.${side}.casualties`] = all;
    values[`losses.${side}.sick`] = sickOf(run, index);
    values[`losses.${side}.officers`] = tally.officers;
    values[`losses.${side}.officers-share`] = shareOf(tally.officers, tally.killed);
    values[`losses.${side}.ncos`] = tally.ncos;
    values[`losses.${side}.ncos-share`] = shareOf(tally.ncos, tally.killed);
    values[`losses.${side}.wounded-per-killed`] = shareOf(tally.wounded, tally.killed);
    PHASES.forEach((phase, p) => {
      values[`losses.${side}.${phase}`] = phaseLoss(chronicle, index, phases, p);
    });
    for (const group of CAUSE_GROUPS) {
      values[`losses.${side}.by-${group}`] = shareOf(tally.byCause[group], all);
    }
  }
  const su = tallies[chronicle.lookup.su];
  const jp = tallies[chronicle.lookup.jp];
  if (su !== undefined && jp !== undefined) {
    values['losses.ratio'] = shareOf(casualtiesOf(su), casualtiesOf(jp));
  }
  values['losses.75ir.share'] = formationLoss(run, 'jp.19d.75ir');
  return values;
}

function casualtiesOf(tally: SideTally): number {
  return tally.killed + tally.wounded + tally.missing;
}

/** Sick of a side as a run stands: no event tells them. */
export function sickOf(run: Run, side: number): number {
  const { model, world } = run;
  let sick = 0;
  for (let unit = 0; unit < model.units.count; unit++) {
    if (model.units.side[unit] === side) sick += world.units.sick[unit]!;
  }
  return sick;
}

/** Ticks at which the second and the third phase begin, -1 where they do not. */
function phasesOf(chronicle: Chronicle): readonly [number, number] {
  const assault = assaultsOf(chronicle).find((each) => isBattalionAssault(chronicle, each));
  if (assault === undefined) return [-1, -1];
  return [assault.startTick, firstDoubleAttack(chronicle, 1 - assault.side, assault.startTick)];
}

function phaseLoss(
  chronicle: Chronicle,
  side: number,
  [assault, answer]: readonly [number, number],
  phase: number,
): number | null {
  if (phase === 1 && assault < 0) return null;
  if (phase === 2 && answer < 0) return null;
  let loss = 0;
  for (const entry of chronicle.losses) {
    if (entry.side !== side) continue;
    const inAnswer = answer >= 0 && entry.tick >= answer;
    const inAssault = assault >= 0 && entry.tick >= assault;
    const entryPhase = inAnswer ? 2 : inAssault ? 1 : 0;
    if (entryPhase === phase) loss += entry.killed + entry.wounded + entry.missing;
  }
  return loss;
}

/** Share lost of the men of a formation and all below it. */
function formationLoss(run: Run, formation: string): number | null {
  const { model, world } = run;
  const { units } = world;
  let lost = 0;
  let left = 0;
  for (let unit = 0; unit < model.units.count; unit++) {
    const id = model.units.formation[unit]!;
    if (id !== formation && !id.startsWith(`${formation}.`)) continue;
    lost += units.killed[unit]! + units.wounded[unit]! + units.missing[unit]! + units.sick[unit]!;
    left += units.men[unit]!;
  }
  return shareOf(lost, lost + left);
}
