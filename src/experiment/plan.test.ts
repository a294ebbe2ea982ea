import { describe, expect, it } from 'vitest';
import { countJobs, jobAt, replayCommand, type Plan } from './plan.ts';

const plan: Plan = {
  scenario: 'khasan-1938',
  settings: ['reading:tanks-engaged=285'],
  variants: [
    { id: 'free', setup: { from: 'free' }, seed: 7, runs: 3 },
    { id: 'night', setup: { from: 'night', keepTruce: true }, seed: 4294967295, runs: 2 },
  ],
};

describe('a plan numbers its jobs through all variants', () => {
  it.each([
    [0, 0, 0, 7],
    [2, 0, 2, 9],
    [3, 1, 0, 4294967295],
    [4, 1, 1, 0],
  ])('job %i is variant %i, run %i, seed %i', (index, variant, run, seed) => {
    const job = jobAt(plan, index);
    expect([job.variant, job.run, job.setup.seed]).toEqual([variant, run, seed]);
  });

  it('keeps the first jobs when there are more runs', () => {
    const longer = { ...plan, variants: [{ ...plan.variants[0]!, runs: 100 }] };
    expect(jobAt(longer, 2)).toEqual(jobAt(plan, 2));
  });

  it('has no job outside the list', () => {
    expect(countJobs(plan)).toBe(5);
    expect(() => jobAt(plan, 5)).toThrow('invariant broken');
  });
});

describe('the line that replays a job', () => {
  it('names scenario, seed and settings', () => {
    expect(replayCommand(plan, jobAt(plan, 1))).toBe(
      'khasan run khasan-1938 --seed 8 --set reading:tanks-engaged=285',
    );
  });

  it('names where the run starts, and what was given from outside', () => {
    expect(replayCommand(plan, jobAt(plan, 3))).toBe(
      'khasan run khasan-1938 --seed 4294967295 --from night --keep-truce ' +
        '--set reading:tanks-engaged=285',
    );
  });

  it('quotes what a shell would take apart', () => {
    const odd = { ...plan, scenario: "my clash's folder", settings: [] };
    expect(replayCommand(odd, jobAt(odd, 0))).toBe(`khasan run 'my clash'\\''s folder' --seed 7`);
  });
});
