import { describe, expect, it } from 'vitest';
import { closeLedger, enter, missingJobs, openLedger, type CompactRow } from './ledger.ts';
import type { Plan } from './plan.ts';

const plan: Plan = {
  scenario: 'tiny',
  settings: [],
  variants: [
    { id: 'free', setup: { from: 'free' }, seed: 10, runs: 2 },
    { id: 'a1', setup: { from: 'a1' }, seed: 10, runs: 1 },
  ],
};
const row = (job: number): CompactRow => [job, `hash ${String(job)}`, 5, 9, 1.5, [job, null]];

describe('a ledger', () => {
  it('puts results in the place of their job, whatever order they come in', () => {
    const ledger = openLedger(plan, () => undefined);
    enter(ledger, [row(2)]);
    expect(missingJobs(ledger)).toEqual([0, 1]);
    enter(ledger, [row(1), [0, 'the ford was deep', 'stack']]);
    expect(closeLedger(ledger)).toEqual([
      {
        id: 'free',
        asked: 2,
        rows: [
          {
            run: 1,
            seed: 11,
            hash: 'hash 1',
            events: 5,
            endTick: 9,
            milliseconds: 1.5,
            values: [1, null],
          },
        ],
        failures: [
          {
            run: 0,
            seed: 10,
            message: 'the ford was deep',
            stack: 'stack',
            replay: 'khasan run tiny --seed 10',
          },
        ],
      },
      {
        id: 'a1',
        asked: 1,
        rows: [
          {
            run: 0,
            seed: 10,
            hash: 'hash 2',
            events: 5,
            endTick: 9,
            milliseconds: 1.5,
            values: [2, null],
          },
        ],
        failures: [],
      },
    ]);
  });

  it('counts a job once, though it is entered twice', () => {
    const seen: number[] = [];
    const ledger = openLedger(plan, ({ done }) => seen.push(done));
    enter(ledger, [row(0)]);
    enter(ledger, [row(0), row(1)]);
    expect(seen).toEqual([1, 2]);
  });

  it('tells how long the rest will take', () => {
    let left = 0;
    const ledger = openLedger(plan, ({ remainingSeconds, elapsedSeconds }) => {
      left = remainingSeconds / elapsedSeconds;
    });
    enter(ledger, [row(0)]);
    expect(left).toBeCloseTo(2, 6);
  });
});
