import { TICKS_PER_DAY, type EventKind } from '../../engine/index.ts';
import { assaultsOf, firstSeizure } from '../assaults.ts';
import type { Chronicle } from '../chronicle.ts';
import { sideOf, textOf } from '../lookup.ts';
import {
  SIDES,
  daysBetween,
  hearing,
  hoursOf,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

const NAME = { su: 'Soviet Union', jp: 'Japan' } as const;

const time = (id: string, title: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'time',
  unit: 'hours',
  describe,
});
const count = (id: string, title: string, unit: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit,
  describe,
});

function sideSpecs(side: 'su' | 'jp'): MeasureSpec[] {
  const who = NAME[side];
  return [
    {
      id: `rung.${side}`,
      title: `Highest rung of ${who}`,
      kind: 'category',
      unit: '',
      describe: 'Id of the highest rung of the ladder that the side reached in the run.',
    },
    count(
      `rung.${side}.level`,
      `Height of that rung of ${who}`,
      'rungs',
      'Its place in the list of the scenario, 0 the lowest.',
    ),
    time(`alert.${side}`, `First alert of ${who}`, 'Tick at which the side first raised an alert.'),
    time(
      `line-ban.${side}.lifted`,
      `${who} lifts its ban on crossing its own line`,
      'Tick at which an office of the side first lets its troops and guns go and fire beyond the line that the side claims. Null where the ban holds throughout, and in runs from a recorded state in which it had been lifted.',
    ),
    count(`notes.${side}`, `Notes handed by ${who}`, 'notes', 'Notes handed to the other side.'),
    time(`notes.${side}.first`, `First note of ${who}`, 'Tick of the first of them.'),
    count(`talks.${side}`, `Offers of terms by ${who}`, 'offers', 'Proposals to end the fighting.'),
    time(`talks.${side}.first`, `First offer of terms by ${who}`, 'Tick of the first of them.'),
    count(
      `truce.${side}.shots-after`,
      `Shots of ${who} after the truce`,
      'events',
      'Events in which the side fires after the hour of the truce.',
    ),
  ];
}

const measures: readonly MeasureSpec[] = [
  ...SIDES.flatMap(sideSpecs),
  count('notes.rejected', 'Notes rejected', 'notes', 'Answers to notes or offers that reject.'),
  {
    id: 'truce',
    title: 'Truce agreed',
    kind: 'flag',
    unit: '',
    describe:
      'Whether the two sides agreed on a cease-fire in the run. A truce hour given from outside is none.',
  },
  time('truce.agreed', 'Agreement on the truce', 'Tick of the agreement.'),
  time(
    'truce.hour',
    'Hour of the truce',
    'Tick agreed for the end of fire. Null without an agreement.',
  ),
  {
    id: 'truce.terms',
    title: 'Terms of the truce',
    kind: 'category',
    unit: '',
    describe: 'Terms of the proposal that was accepted.',
  },
  time(
    'truce.obeyed',
    'First troops cease fire',
    'Tick of the first event in which troops stop firing under the truce.',
  ),
  count(
    'truce.days',
    'Days from the first seizure to the truce',
    'days',
    'T15. From the first taking of a named height by 300 men or more to the hour of the truce. Null where either is missing.',
  ),
  {
    id: 'war.60-days',
    title: 'A wider war within sixty days',
    kind: 'flag',
    unit: '',
    describe:
      'T16. Whether either side decreed general mobilisation within 60 days of the first taking of a named height by 300 men or more, or before it. Fighting in a second sector, which would be war too, is not in the model.',
  },
  time(
    'vacated.jp',
    'Japanese first vacate a height after the truce',
    'Tick of the first event after the hour of the truce in which Japan vacates ground.',
  ),
];

/** Days from the first seizure within which a mobilisation makes the affair a war. Source: adjudication sources 15, T16. */
const WAR_DAYS = 60;

interface Ladder {
  readonly chronicle: Chronicle;
  readonly sums: Record<string, number>;
  readonly ticks: Record<string, number>;
  /** `[side]` index of the highest rung reached, -1 none. */
  readonly rung: Int16Array;
  terms: string;
}

/** Rungs, notes, talks, truce. */
export const crisisFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const ladder: Ladder = {
      chronicle,
      sums: {},
      ticks: {},
      rung: new Int16Array(chronicle.model.sides.length).fill(-1),
      terms: '',
    };
    for (const side of SIDES) {
      for (const id of [`notes.${side}`, `talks.${side}`, `truce.${side}.shots-after`]) {
        ladder.sums[id] = 0;
      }
    }
    ladder.sums['notes.rejected'] = 0;
    return {
      hears: [hearing(HEARD, (event) => note(ladder, event))],
      finish: () => valuesOf(ladder),
    };
  },
};

function bump(ladder: Ladder, id: string): void {
  ladder.sums[id] = (ladder.sums[id] ?? 0) + 1;
}

/** Keeps the first tick of a thing. */
function mark(ladder: Ladder, id: string, tick: number): void {
  ladder.ticks[id] ??= tick;
}

/** Kinds of event that this family hears. */
const HEARD = [
  'rung-reached',
  'order-given',
  'alert-raised',
  'line-ban-lifted',
  'note-handed',
  'note-answered',
  'talks-proposed',
  'truce-agreed',
  'fire-ceased',
  'shot-after-truce',
  'ground-vacated',
] as const satisfies readonly EventKind[];

function note(ladder: Ladder, event: EventOf<(typeof HEARD)[number]>): void {
  const { lookup, actorSide } = ladder.chronicle;
  const { data, tick } = event;
  const named = data['side'];
  const index = named === undefined ? actorSide : sideOf(lookup, named);
  if (index < 0) return;
  const side = index === lookup.su ? 'su' : 'jp';
  switch (event.kind) {
    case 'rung-reached':
      noteRung(ladder, index, textOf(data['rung']));
      return;
    case 'order-given':
      if (data['act'] === 'mobilise') mark(ladder, 'mobilised', tick);
      return;
    case 'alert-raised':
      mark(ladder, `alert.${side}`, tick);
      return;
    case 'line-ban-lifted':
      mark(ladder, `line-ban.${side}.lifted`, tick);
      return;
    case 'note-handed':
      bump(ladder, `notes.${side}`);
      mark(ladder, `notes.${side}.first`, tick);
      return;
    case 'note-answered':
      if (data['answer'] === 'reject') bump(ladder, 'notes.rejected');
      return;
    case 'talks-proposed':
      bump(ladder, `talks.${side}`);
      mark(ladder, `talks.${side}.first`, tick);
      return;
    case 'truce-agreed':
      ladder.terms = textOf(data['line']);
      return;
    case 'fire-ceased':
      mark(ladder, 'truce.obeyed', tick);
      return;
    case 'shot-after-truce':
      bump(ladder, `truce.${side}.shots-after`);
      return;
    case 'ground-vacated':
      noteVacated(ladder, side, tick);
      return;
  }
}

function noteRung(ladder: Ladder, side: number, rung: string): void {
  const index = ladder.chronicle.model.rungs.findIndex((candidate) => candidate.id === rung);
  ladder.rung[side] = Math.max(ladder.rung[side]!, index);
}

function noteVacated(ladder: Ladder, side: 'su' | 'jp', tick: number): void {
  const { truceTick } = ladder.chronicle;
  if (side === 'jp' && truceTick >= 0 && tick >= truceTick) mark(ladder, 'vacated.jp', tick);
}

function valuesOf(ladder: Ladder): MeasureValues {
  const { chronicle } = ladder;
  const values: MeasureValues = { ...ladder.sums };
  for (const spec of measures) {
    if (spec.kind === 'time') values[spec.id] = hoursOf(ladder.ticks[spec.id] ?? -1);
  }
  for (const side of SIDES) {
    const rung = ladder.rung[chronicle.lookup[side]] ?? -1;
    values[`rung.${side}`] = chronicle.model.rungs[rung]?.id ?? null;
    values[`rung.${side}.level`] = rung < 0 ? null : rung;
  }
  const agreed = chronicle.truceAgreedTick;
  const seizure = firstSeizure(chronicle, assaultsOf(chronicle))?.takenTick ?? -1;
  const mobilised = ladder.ticks['mobilised'];
  values['war.60-days'] =
    mobilised !== undefined && (seizure < 0 || mobilised - seizure <= WAR_DAYS * TICKS_PER_DAY);
  values['truce'] = agreed >= 0;
  values['truce.agreed'] = hoursOf(agreed);
  values['truce.hour'] = agreed < 0 ? null : hoursOf(chronicle.truceTick);
  values['truce.terms'] = agreed < 0 ? null : ladder.terms;
  values['truce.days'] = agreed < 0 ? null : daysBetween(seizure, chronicle.truceTick);
  return values;
}
