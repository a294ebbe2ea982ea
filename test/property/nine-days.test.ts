import { describe, expect, test } from 'vitest';
import { startRun, type Model } from '../../src/engine/index.ts';
import { drive } from '../support/drive.ts';
import { kolmogorovDistance } from '../support/kolmogorov.ts';
import { compileFiles, realModel, shiftedFiles } from '../support/real-scenario.ts';

/**
 * The same scenario nine days later, under the weather and the sky of those days. If a date of the
 * record were written in anywhere, the affair would run faster or slower towards it. The intervals
 * between its stages must have the same distribution, within what luck and the moon do.
 */

const DAYS = 9;
/** `KHASAN_HEAVY=1` plays enough runs to see a shift of a quarter of a standard deviation. */
const HEAVY = process.env['KHASAN_HEAVY'] === '1';
const RUNS = HEAVY ? 200 : 40;
/** Days that are played; what has not happened by then counts as never. */
const PLAYED = HEAVY ? 120 : 45;
/** Wide: at 40 runs, 0.42 is passed by luck alone once in a thousand. */
const BOUND = HEAVY ? 0.2 : 0.42;

/** Tick of the first event of each stage of the affair, `Infinity` where it never came. */
interface Stages {
  contact: number;
  demand: number;
  shot: number;
  operation: number;
  truce: number;
}

function playStages(model: Model, seed: number): Stages {
  const stages: Stages = {
    contact: Infinity,
    demand: Infinity,
    shot: Infinity,
    operation: Infinity,
    truce: Infinity,
  };
  const first = (stage: keyof Stages, tick: number): void => {
    stages[stage] = Math.min(stages[stage], tick);
  };
  const run = startRun(model, { seed, from: 'free' }, ({ kind, tick }) => {
    if (kind === 'contact-reported') first('contact', tick);
    else if (kind === 'note-handed') first('demand', tick);
    else if (kind === 'shot-fired' || kind === 'fire-opened') first('shot', tick);
    else if (kind === 'operation-started') first('operation', tick);
    else if (kind === 'truce-agreed') first('truce', tick);
  });
  drive(run, { untilTick: PLAYED * 96 });
  return stages;
}

/** Ticks from one stage to another, `Infinity` where either never came. Negative when they changed places. */
function between(from: number, to: number): number {
  return from === Infinity || to === Infinity ? Infinity : to - from;
}

/** `rare`: what comes about in some runs only, within the days that are played. */
const INTERVALS: readonly [string, (stages: Stages) => number, rare: boolean][] = [
  ['first contact to first demand', (stages) => between(stages.contact, stages.demand), false],
  ['first shot to first operation', (stages) => between(stages.shot, stages.operation), false],
  ['first operation to truce', (stages) => between(stages.operation, stages.truce), true],
];

describe('nine days later', () => {
  const later = compileFiles(shiftedFiles(DAYS));

  test('the scenario is the same but for its days', () => {
    const model = realModel();
    expect(later.startMinutes - model.startMinutes).toBe(DAYS * 1440);
    expect(later.endTick).toBe(model.endTick);
    expect(later.units).toEqual(model.units);
    expect(later.offices).toEqual(model.offices);
    expect(later.exogenous).toEqual(model.exogenous);
    // The recorded weather has stayed where it was, and so comes nine days sooner.
    const slots = (DAYS * 24) / 4;
    const { recorded } = model.weather;
    expect(later.weather.recorded.slice(0, recorded.length - slots)).toEqual(recorded.slice(slots));
    expect(later.sky.light).not.toEqual(model.sky.light);
  });

  test('the affair takes its time as before', { timeout: 600_000 }, () => {
    const seeds = Array.from({ length: RUNS }, (_, run) => 1938 + run);
    // Other seeds, so that the two samples owe each other nothing.
    const before = seeds.map((seed) => playStages(realModel(), seed));
    const after = seeds.map((seed) => playStages(later, seed + RUNS));
    for (const [name, interval, rare] of INTERVALS) {
      const first = before.map(interval);
      const second = after.map(interval);
      const happened = first.filter((ticks) => ticks !== Infinity).length;
      const what = `${name}, seen in ${String(happened)} of ${String(RUNS)} runs`;
      // What never happens would be the same in both samples whatever was written in.
      expect(happened, what).toBeGreaterThan(rare ? 0 : RUNS / 2);
      expect(kolmogorovDistance(first, second), what).toBeLessThan(BOUND);
    }
  });
});

test.each([
  [[1, 2, 3], [1, 2, 3], 0],
  [[1, 2], [3, 4], 1],
  [[1, 2, 3, 4], [3, 4, 5, 6], 0.5],
  [[1, Infinity], [1, 2], 0.5],
  [[Infinity], [Infinity], 0],
])('the distance of %j and %j is %d', (first, second, distance) => {
  expect(kolmogorovDistance(first, second)).toBe(distance);
});
