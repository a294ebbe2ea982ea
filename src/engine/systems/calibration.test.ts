import { describe, expect, test } from 'vitest';
import { firstAttack, lossOf, nightAssault } from '../../../test/support/khasan-positions.ts';
import type { SmallRun } from '../../../test/support/small-model.ts';

/**
 * The calibration rows of the ground fight (T1–T5) on small positions after the record. Bounds are
 * wide: the scenario itself is compared with the record by the command line.
 */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function share(values: readonly boolean[]): number {
  return values.filter(Boolean).length / values.length;
}

function minutesToTake(run: SmallRun): number {
  const start = run.events.find((event) => event.kind === 'operation-started');
  const taken = run.events.find(
    (event) => event.kind === 'height-taken' && event.data['side'] === 'jp',
  );
  return start === undefined || taken === undefined ? Infinity : (taken.tick - start.tick) * 15;
}

/** Share of the 300 men of the garrison who are lost or no longer on the height. */
function garrisonGone(run: SmallRun): number {
  const { units } = run.world;
  let there = 0;
  for (let unit = 0; unit < 4; unit++) {
    if (units.location[unit] === run.model.areas[1]!.hex && units.morale[unit]! < 2) {
      there += units.men[unit]!;
    }
  }
  return 1 - there / 300;
}

describe('the night assault of 31 July', () => {
  const runs = Array.from({ length: 80 }, (_, i) => nightAssault(i + 1));
  test('T1: attackers killed and wounded, record 133', () => {
    const losses = runs.map((run) => lossOf(run, 1));
    expect(median(losses)).toBeGreaterThan(60);
    expect(median(losses)).toBeLessThan(220);
  });
  test('T1b: tanks of the garrison lost, record at most 10', () => {
    const lost = runs.map((run) => 10 - run.world.units.tanks[4]!);
    expect(median(lost)).toBeLessThanOrEqual(10);
  });
  test('T1c: the garrison is lost or driven out', () => {
    expect(median(runs.map(garrisonGone))).toBeGreaterThanOrEqual(0.7);
  });
  test('T2: the crest is taken within four hours in most runs', () => {
    expect(share(runs.map((run) => minutesToTake(run) <= 240))).toBeGreaterThanOrEqual(0.5);
  });
  test('but not in all of them', () => {
    expect(share(runs.map((run) => minutesToTake(run) < Infinity))).toBeLessThan(0.97);
  });
});

describe('the first attack of 2 August', () => {
  const runs = Array.from({ length: 40 }, (_, i) => firstAttack(i + 1));
  test('T3: a crest is taken within 36 hours in few runs', () => {
    const taken = runs.map((run) =>
      run.events.some((event) => event.kind === 'height-taken' && event.data['side'] === 'su'),
    );
    expect(share(taken)).toBeLessThanOrEqual(0.4);
  });
  test('T4: Soviet casualties, record about 400', () => {
    const losses = median(runs.map((run) => lossOf(run, 0)));
    expect(losses).toBeGreaterThan(200);
    expect(losses).toBeLessThan(900);
  });
  test('T5: Japanese casualties, record about 41', () => {
    const losses = median(runs.map((run) => lossOf(run, 1)));
    expect(losses).toBeGreaterThan(20);
    expect(losses).toBeLessThan(150);
  });
});
