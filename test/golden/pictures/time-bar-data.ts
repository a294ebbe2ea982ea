import type { TimeBarData } from '../../../src/record/index.ts';
import { EMPTY } from './wire-data.ts';

const DAY = 96;

/** Thirty quiet days. */
export const QUIET: TimeBarData = {
  title: 'A hill by a lake',
  startMinutes: EMPTY.startMinutes,
  sides: EMPTY.sides,
  fromTick: 0,
  toTick: 30 * DAY,
  nights: Array.from({ length: 30 }, (_, day) => ({
    fromTick: day * DAY + 80,
    toTick: day * DAY + 112,
  })),
  weather: [],
  rungTitles: ['Quiet', 'Works', 'Shots', 'Guns', 'War'],
  rungs: [[{ tick: 0, rung: 0 }], [{ tick: 0, rung: 0 }]],
  losses: [],
  leave: [],
  acts: [],
  milestones: [],
};

/** The same with two days of fighting in the middle. */
export const FIGHT: TimeBarData = {
  ...QUIET,
  weather: (['clear', 'fog', 'rain', 'downpour', 'overcast'] as const).map((weather, slot) => ({
    fromTick: 10 * DAY + slot * 32,
    toTick: 10 * DAY + (slot + 1) * 32,
    weather,
  })),
  rungs: [
    [
      { tick: 0, rung: 0 },
      { tick: 400, rung: 1 },
      { tick: 10 * DAY + 40, rung: 3 },
    ],
    [
      { tick: 0, rung: 0 },
      { tick: 10 * DAY + 20, rung: 2 },
    ],
  ],
  losses: [
    { tick: 10 * DAY + 24, side: 1, men: 40 },
    { tick: 10 * DAY + 25, side: 0, men: 25 },
    { tick: 10 * DAY + 60, side: 0, men: 110 },
    { tick: 11 * DAY + 10, side: 1, men: 8 },
  ],
  leave: [
    { tick: 10 * DAY + 4, side: 1, sign: 'asked', event: '964.1' },
    { tick: 10 * DAY + 14, side: 1, sign: 'refused', event: '974.1' },
    { tick: 10 * DAY + 90, side: 1, sign: 'granted', event: '1050.1' },
    { tick: 10 * DAY + 34, side: 0, sign: 'ban', event: '994.1' },
    { tick: 10 * DAY + 35, side: 0, sign: 'asked', event: '995.1' },
  ],
  acts: [
    { tick: 10 * DAY + 22, side: 1, authority: 'against-ban', event: '982.1' },
    { tick: 10 * DAY + 58, side: 0, authority: 'within', event: '1018.1' },
    { tick: 20 * DAY, side: 0, authority: 'initiative', event: '1920.1' },
  ],
  milestones: [
    { label: 'First note', tick: 5 * DAY, lowTick: 4 * DAY, highTick: 6 * DAY },
    { label: 'First shot', tick: 10 * DAY, lowTick: 10 * DAY, highTick: 10 * DAY },
    { label: 'First death', tick: 10 * DAY + 2, lowTick: 10 * DAY + 2, highTick: 10 * DAY + 2 },
    { label: 'Truce', tick: 29 * DAY + 90, lowTick: 29 * DAY + 90, highTick: 29 * DAY + 90 },
  ],
};
