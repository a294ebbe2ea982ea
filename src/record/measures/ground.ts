import {
  HELD_BY_BOTH,
  HELD_BY_NONE,
  HOLDER_KINDS,
  holderName,
  tickOfJst,
  watchAt,
  type Chronicle,
} from '../chronicle.ts';
import { hearing, type MeasureFamily, type MeasureSpec, type MeasureValues } from '../measure.ts';
import { isHeight } from '../assaults.ts';
import { areaOf, sideOf } from '../lookup.ts';
import type { KhasanEvent } from '../../engine/index.ts';

/** The three heights of the dispute. */
const HEIGHTS = ['zaozyornaya', 'bezymyannaya', 'machine-gun-hill'] as const;
const MAIN = HEIGHTS[0];

/** Days of 1938 on which the holder is looked at, as month and day. */
type Day = readonly [month: number, day: number];
const EVERY_DAY: readonly Day[] = [...days(7, 15, 31), ...days(8, 1, 15)];
const SOME_DAYS: readonly Day[] = [
  [7, 15],
  [7, 20],
  [7, 25],
  [7, 29],
  [7, 31],
  [8, 3],
  [8, 6],
  [8, 7],
  [8, 9],
  [8, 11],
  [8, 15],
];

function days(month: number, from: number, to: number): Day[] {
  return Array.from({ length: to - from + 1 }, (_, index) => [month, from + index] as const);
}

const two = (value: number): string => String(value).padStart(2, '0');
const noonId = (height: string, [month, day]: Day): string =>
  `holder.${height}.${two(month)}${two(day)}`;
const MONTHS: Readonly<Record<number, string>> = { 7: 'July', 8: 'August' };

function noonSpec(height: string, day: Day): MeasureSpec {
  const date = `${String(day[1])} ${MONTHS[day[0]]!}`;
  return {
    id: noonId(height, day),
    title: `Holder of ${height} at noon, ${date}`,
    kind: 'category',
    unit: '',
    describe: `Side that holds the place of ${height} at 12:00 +09:00 on ${date} 1938: its id, both (a contested crest) or none. Null where the run does not cover that hour.`,
  };
}

const daysOf = (height: string): readonly Day[] => (height === MAIN ? EVERY_DAY : SOME_DAYS);
const number = (id: string, title: string, unit: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit,
  describe,
});

const measures: readonly MeasureSpec[] = [
  ...HEIGHTS.flatMap((height) => daysOf(height).map((day) => noonSpec(height, day))),
  ...HEIGHTS.map((height): MeasureSpec => ({
    id: `holder.${height}.truce`,
    title: `Holder of ${height} at the hour of the truce`,
    kind: 'category',
    unit: '',
    describe: `As at noon, at the hour agreed or given from outside. Null without a truce.`,
  })),
  ...HEIGHTS.map((height): MeasureSpec => ({
    id: `holder.${height}.end`,
    title: `Holder of ${height} at the end of the run`,
    kind: 'category',
    unit: '',
    describe: `As at noon, after the last event.`,
  })),
  {
    id: 'crest.truce.both',
    title: 'Both sides on the crest of Zaozyornaya at the truce',
    kind: 'flag',
    unit: '',
    describe:
      'T13. Whether the crest is contested at the hour agreed or given. Null without a truce.',
  },
  {
    id: 'heights.truce-4-days.clear',
    title: 'No Japanese on the three heights four days after the truce',
    kind: 'flag',
    unit: '',
    describe:
      'T20. Whether Japan holds no part of Zaozyornaya, Bezymyannaya and Machine-gun Hill 96 hours after the hour of the truce. Null without a truce.',
  },
  number(
    'heights.taken.su',
    'Heights taken by the Soviets',
    'times',
    'Named heights that change hands to the Soviet side, each time counted.',
  ),
  number(
    'heights.taken.jp',
    'Heights taken by the Japanese',
    'times',
    'Named heights that change hands to the Japanese side, each time counted.',
  ),
  number(
    'zaozyornaya.held.su',
    'Zaozyornaya in Soviet hands alone',
    'days',
    'Days, to the quarter hour, from the first tick of the run to its last in which the Soviets alone hold Zaozyornaya.',
  ),
  number(
    'zaozyornaya.held.jp',
    'Zaozyornaya in Japanese hands alone',
    'days',
    'The same for the Japanese.',
  ),
  number(
    'zaozyornaya.held.both',
    'Zaozyornaya contested',
    'days',
    'The same for both sides on the crest.',
  ),
];

/** Who holds the heights, and when. */
export const groundFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const values: MeasureValues = {};
    const held = new Float64Array(4);
    const taken = new Int32Array(2);
    const clock = { tick: chronicle.startTick, holder: holderOf(chronicle, MAIN) };
    for (const height of HEIGHTS) {
      for (const day of daysOf(height)) {
        const tick = tickOfJst(chronicle.model, day[0], day[1], 12);
        if (tick < chronicle.startTick) continue;
        watchAt(chronicle, tick, () => {
          values[noonId(height, day)] = holderName(chronicle, height);
        });
      }
    }
    const truce = watchTruce(chronicle, values);
    truce();
    return {
      hears: [
        hearing(['truce-agreed'], truce),
        hearing(['height-taken'], (event) => {
          countTaking(chronicle, taken, event);
        }),
        hearing(HOLDER_KINDS, ({ tick }) => {
          const holder = holderOf(chronicle, MAIN);
          if (holder === clock.holder) return;
          addHeld(held, clock, tick);
          clock.holder = holder;
        }),
      ],
      finish: (run) => {
        addHeld(held, clock, run.world.tick);
        return { ...values, ...endValues(chronicle, held, taken) };
      },
    };
  },
};

function holderOf(chronicle: Chronicle, height: string): number {
  const area = chronicle.lookup.areas.get(height);
  return area === undefined ? HELD_BY_NONE : chronicle.holder[area]!;
}

/** Adds the time since the clock was last set to the tally of the holder: `[side 0, side 1, both, none]`. */
function addHeld(held: Float64Array, clock: { tick: number; holder: number }, tick: number): void {
  const slot = clock.holder === HELD_BY_NONE ? 3 : clock.holder;
  held[slot] = held[slot]! + (tick - clock.tick) / 96;
  clock.tick = tick;
}

function countTaking(chronicle: Chronicle, taken: Int32Array, event: KhasanEvent): void {
  const area = areaOf(chronicle.lookup, event.place);
  const side = sideOf(chronicle.lookup, event.data['side']);
  if (side >= 0 && isHeight(chronicle, area)) taken[side] = taken[side]! + 1;
}

/** Sets the watches for the hour of the truce and four days after, whenever that hour is fixed anew. */
function watchTruce(chronicle: Chronicle, values: MeasureValues): () => void {
  let watched = -1;
  return () => {
    const { truceTick } = chronicle;
    if (truceTick < 0 || truceTick === watched) return;
    watched = truceTick;
    watchAt(chronicle, truceTick, () => {
      if (watched === truceTick) atTruce(chronicle, values);
    });
    watchAt(chronicle, truceTick + 4 * 96, () => {
      if (watched !== truceTick) return;
      const { jp } = chronicle.lookup;
      values['heights.truce-4-days.clear'] = HEIGHTS.every((height) => {
        const holder = holderOf(chronicle, height);
        return holder !== jp && holder !== HELD_BY_BOTH;
      });
    });
  };
}

function atTruce(chronicle: Chronicle, values: MeasureValues): void {
  for (const height of HEIGHTS) values[`holder.${height}.truce`] = holderName(chronicle, height);
  values['crest.truce.both'] = holderOf(chronicle, MAIN) === HELD_BY_BOTH;
}

function endValues(chronicle: Chronicle, held: Float64Array, taken: Int32Array): MeasureValues {
  const { su, jp } = chronicle.lookup;
  const values: MeasureValues = {
    'heights.taken.su': taken[su] ?? null,
    'heights.taken.jp': taken[jp] ?? null,
    'zaozyornaya.held.su': held[su] ?? null,
    'zaozyornaya.held.jp': held[jp] ?? null,
    'zaozyornaya.held.both': held[HELD_BY_BOTH]!,
  };
  for (const height of HEIGHTS) values[`holder.${height}.end`] = holderName(chronicle, height);
  return values;
}
