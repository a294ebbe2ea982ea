import { describe, expect, it } from 'vitest';
import { tinyFiles } from '../../test/support/tiny-scenario.ts';
// Runs are played by modules as they were built.
import { pairedDifference, runPaired, type PairedPlan } from '../../dist/experiment/index.js';
import { parseScenario } from '../scenario/index.ts';

const tiny = parseScenario(tinyFiles());

const plan: PairedPlan = {
  scenario: 'tiny',
  from: 'free',
  base: [],
  other: [],
  seed: 40,
  pairs: 6,
};

/** A run whose outcome is its seed, ten times the changed parameters, and what a file says. */
const code = `export function simulate(model, setup) {
  if (setup.seed === 42 && setup.params !== undefined) throw new Error('the ford was deep');
  const extra = (setup.params ?? []).reduce((sum, [, value]) => sum + 10 * value, 0);
  return { hash: 'h' + (setup.seed + extra), events: 1, endTick: 1,
    measures: { total: setup.seed + extra, title: model.title } }; }`;
const runner = {
  url: `data:text/javascript,${encodeURIComponent(code)}`,
  measureIds: ['total', 'title'],
};
const run = (changes: Partial<PairedPlan>, more = {}) =>
  runPaired(tiny, { ...plan, ...changes }, { runner, workers: 1, ...more });

describe('a pair of variants', () => {
  it('meets the same seeds, and leaves out a pair of which one run broke', async () => {
    const { runs } = await run({ other: ['param:decision.speed=2'] });
    expect(runs?.seeds).toEqual([40, 41, 43, 44, 45]);
    expect(runs?.base['total']).toEqual([40, 41, 43, 44, 45]);
    expect(runs?.other['total']).toEqual([60, 61, 63, 64, 65]);
    expect(runs?.failures).toMatchObject([
      { seed: 42, replay: 'khasan run tiny --seed 42 --set param:decision.speed=2' },
    ]);
  });

  it('may differ in what a file says', async () => {
    const { runs, problems } = await run({ other: ['scenario:title=Another hill'], pairs: 1 });
    expect(problems).toEqual([]);
    expect(runs?.base['title']).not.toEqual(runs?.other['title']);
    expect(runs?.other['title']).toEqual(['Another hill']);
  });

  it('may knock a mechanism out by the patch behind its name', async () => {
    const knockouts = new Map([['M99', ['param:decision.speed=2']]]);
    const { runs } = await run({ other: ['mechanism:M99'], pairs: 2 }, { knockouts });
    expect(runs?.other['total']).toEqual([60, 61]);
  });

  it('is refused with every problem of both lists', async () => {
    const { runs, problems } = await run({
      base: ['param:decision.sped=2'],
      other: ['mechanism:M99', 'param:decision.speed=2 hours'],
    });
    expect(runs).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual([
      'setting-unknown',
      'setting-unknown',
      'setting-unit',
    ]);
  });

  it('played by the model: equal settings give equal runs', async () => {
    const { runs } = await runPaired(tiny, { ...plan, pairs: 3 }, { workers: 1 });
    expect(runs?.baseHashes).toHaveLength(3);
    expect(runs?.baseHashes).toEqual(runs?.otherHashes);
    const values = (side: 'base' | 'other'): number[] =>
      (runs?.[side]['losses.su.killed'] ?? []).map(Number);
    expect(pairedDifference(values('base'), values('other')).estimate).toBe(0);
  });
});
