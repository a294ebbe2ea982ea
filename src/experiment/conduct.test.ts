import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyFiles } from '../../test/support/tiny-scenario.ts';
// Runs are played by modules as they were built.
import * as built from '../../dist/experiment/index.js';
import { compileScenario, parseScenario } from '../scenario/index.ts';
import { analyse, type Results } from './analysis/results.ts';
import { readSample } from './analysis/sample.ts';
import { openRowLog, type RowLog } from './store/row-log.ts';
import type { Experiment } from './format/experiment.ts';

const files = tinyFiles();
const parsed = parseScenario(files);
const scenario = { parsed, model: compileScenario(parsed).model! };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'khasan-conduct-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = `format: khasan.experiment/1
id: stub
title: A stub
scenario: tiny
`;

function experimentOf(text: string): Experiment {
  const read = built.readExperiment({ path: 'stub.yaml', text: HEAD + text }, () => scenario);
  expect(read.problems).toEqual([]);
  return read.experiment!;
}

/**
 * A run without a battle: noise that hangs on the seed alone, from −0.5 to 0.5, and what the settings say.
 * `killed` is noise + 3 × decision.speed; a shot falls after 100 hours × noise, if that is above 0.
 */
const code = `export function simulate(model, setup) {
  let h = Math.imul(setup.seed ^ (setup.seed >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  const noise = ((h ^ (h >>> 16)) >>> 0) / 2 ** 32 - 0.5;
  const speed = (setup.params ?? []).reduce((sum, [, value]) => sum + value, 0);
  if (noise > 0.49) throw new Error('the ford was deep');
  return { hash: 'h' + setup.seed, events: 1, endTick: 4,
    measures: { 'losses.su.killed': noise + 3 * speed, 'first.shot': noise > 0 ? 100 * noise : null,
      'first.shot.side': noise > 0 ? 'su' : null } }; }`;
const runner = {
  url: `data:text/javascript,${encodeURIComponent(code)}`,
  measureIds: ['losses.su.killed', 'first.shot', 'first.shot.side'],
};

let count = 0;
async function run(
  experiment: Experiment,
  onProgress?: (progress: built.Progress) => void,
): Promise<{ log: RowLog; runs: number; ending: string; results: Results }> {
  const made = built.planExperiment(experiment, scenario, 'tiny', new Map());
  const jobs = made.plan.variants.length * experiment.runs;
  const log = openRowLog(join(folder, `${String(count++)}.log`), 'k', jobs)!;
  const options = { workers: 1, shard: null, files, knockouts: new Map(), runner };
  const conducted = await built.conduct(experiment, made, log, {
    ...options,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const sample = readSample(log, experiment, runner.measureIds, conducted.runs);
  return { log, ...conducted, results: analyse(experiment, sample, conducted.ending) };
}

const FACTOR = `factors:
  - {id: speed, setting: param:decision.speed, levels: [1, 1.5]}
design: {kind: one-at-a-time}
`;

describe('an experiment that may end early', () => {
  it('ends when the interval is narrow enough, at a block of runs', async () => {
    const stop = 'stop: {measure: losses.su.killed, width: 0.1, every: 20}';
    const text = `runs: 1000\ndesign: {kind: replicates}\nmeasures: [losses.su.killed]\n${stop}`;
    const { runs, ending, log, results } = await run(experimentOf(text));
    expect(ending).toBe('width');
    expect(runs % 20).toBe(0);
    expect(log.done).toBe(runs);
    // A width of 0.1 for noise of sd 0.29 takes about 130 runs.
    expect(runs).toBeGreaterThan(80);
    expect(runs).toBeLessThan(200);
    const { low, high } = results.measures[0]!.variants[0]!.mean;
    expect(high - low).toBeLessThanOrEqual(0.1);
  });

  it('watches the difference where there is a reference: shared luck ends at once', async () => {
    const stop = 'stop: {measure: losses.su.killed, width: 0.1, every: 20}';
    const text = `runs: 1000\n${FACTOR}measures: [losses.su.killed]\n${stop}`;
    expect(await run(experimentOf(text))).toMatchObject({ runs: 20, ending: 'width' });
    const unpaired = experimentOf(`${text}\nluck: independent`);
    expect((await run(unpaired)).runs).toBeGreaterThan(200);
  });

  it('ends by its budget of time with whole blocks', async () => {
    const text = `runs: 100000\n${FACTOR}measures: [losses.su.killed]\nbudget: {minutes: 0.0001}`;
    const { runs, ending, log } = await run(experimentOf(text));
    expect(ending).toBe('budget');
    expect(runs).toBeLessThan(100000);
    expect(log.done).toBe(2 * runs);
  });

  it('ends by its budget of runs', async () => {
    const text = `runs: 100\n${FACTOR}measures: [losses.su.killed]\nbudget: {runs: 31}`;
    expect(await run(experimentOf(text))).toMatchObject({ runs: 15, ending: 'runs' });
  });
});

describe('what shared luck saves', () => {
  const text = `runs: 300\nseed: 7\n${FACTOR}measures: [losses.su.killed]`;

  it('is everything where the change has nothing to do with the luck', async () => {
    const [difference] = (await run(experimentOf(text))).results.measures[0]!.differences;
    expect(difference?.estimate).toBeCloseTo(1.5, 12);
    expect(difference?.varianceRatio).toBeGreaterThan(1e6);
  });

  it('is nothing without it', async () => {
    const independent = experimentOf(`${text}\nluck: independent`);
    const [difference] = (await run(independent)).results.measures[0]!.differences;
    expect(difference?.estimate).toBeGreaterThan(1.4);
    expect(difference?.estimate).toBeLessThan(1.6);
    expect(difference?.varianceRatio).toBeGreaterThan(0.8);
    expect(difference?.varianceRatio).toBeLessThan(1.25);
  });
});

describe('measures of an experiment', () => {
  it('count what does not happen as the horizon, and words as shares', async () => {
    const measures =
      'measures: [{measure: first.shot, until: 1938-07-02T06:00+09:00}, {measure: first.shot.side, is: su}]';
    const { results } = await run(
      experimentOf(`runs: 400\ndesign: {kind: replicates}\n${measures}`),
    );
    const [shot, side] = results.measures;
    const all = shot!.variants[0]!;
    expect(all.n + all.failed).toBe(400);
    expect(all.failed).toBeGreaterThan(0);
    // Happens before hour 30 in the runs with noise between 0 and 0.3.
    expect(all.happened?.estimate).toBeCloseTo(0.3, 1);
    expect(all.mean.estimate).toBeCloseTo(30 - 0.3 * 15, 0);
    expect(side!.variants[0]!.mean.estimate).toBeCloseTo(0.49, 1);
    const [curve] = shot!.survival;
    expect(curve?.steps.at(-1)?.surviving).toBeCloseTo(1 - all.happened!.estimate, 9);
  });
});

describe('samples of the space of factors', () => {
  const factors = `factors:
  - {id: speed, setting: param:decision.speed, distribution: {kind: uniform, low: 1, high: 2}}
  - {id: nothing, setting: scenario:title, levels: [A, B, C]}
measures: [losses.su.killed]
`;

  it.each([
    ['morris', 'design: {kind: morris, walks: 6}'],
    ['sobol', 'design: {kind: sobol, points: 32}'],
    ['rank', 'design: {kind: latin-hypercube, points: 30}'],
  ])('%s: find the factor that matters', async (kind, design) => {
    const { results } = await run(experimentOf(`runs: 2\n${design}\n${factors}`));
    const { factors: effects } = results.measures[0]!;
    expect(effects?.kind).toBe(kind);
    if (effects?.kind === 'morris') {
      // The range of the factor is 1, so its elementary effect is 3.
      expect(effects.factors.map(({ muStar }) => muStar.estimate)).toEqual([
        expect.closeTo(3, 6),
        expect.closeTo(0, 6),
      ]);
    } else if (effects?.kind === 'sobol') {
      expect(effects.factors[0]!.total.estimate).toBeCloseTo(1, 1);
      expect(effects.factors[1]!.total.estimate).toBeCloseTo(0, 6);
    } else {
      expect(effects?.factors[0]!.correlation.estimate).toBeCloseTo(1, 6);
      expect(Math.abs(effects!.factors[1]!.correlation.estimate)).toBeLessThan(0.5);
    }
  });
});

describe('progress', () => {
  it('counts up to the number of runs', async () => {
    const seen: built.Progress[] = [];
    const text = `runs: 10\n${FACTOR}measures: [losses.su.killed]`;
    await run(experimentOf(text), (progress) => seen.push(progress));
    expect(seen.at(-1)).toMatchObject({ done: 20, total: 20 });
    expect(seen.at(-1)!.remainingSeconds).toBe(0);
  });
});

describe('a plan', () => {
  it('has knock-outs written out, so that a row hangs on their patch and not on their name', () => {
    const knockouts = new Map([['M99', ['param:decision.speed=2', 'scenario:title=Other']]]);
    const text = `runs: 2
design: {kind: variants}
variants: [{id: base}, {id: out, settings: [mechanism:M99]}]
measures: [losses.su.killed]`;
    const options = { knockouts: () => knockouts };
    const file = { path: 'stub.yaml', text: HEAD + text };
    const read = built.readExperiment(file, () => scenario, options);
    const made = built.planExperiment(read.experiment!, scenario, 'tiny', knockouts);
    const { settings, model, setup } = made.plan.variants[1]!;
    expect(settings).toEqual(['param:decision.speed=2', 'scenario:title=Other']);
    expect(made.models[model as number]?.title).toBe('Other');
    expect(setup.params).toHaveLength(1);
  });
});
