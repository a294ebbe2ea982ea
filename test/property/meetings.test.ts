import { describe, expect, test } from 'vitest';
import type { Model, RunSetup } from '../../src/engine/index.ts';
import { simulate } from '../../src/experiment/one-run.ts';
import type { MeasureValue } from '../../src/record/index.ts';
import { compileScenario, parseScenario, resolveSetting } from '../../src/scenario/index.ts';
import { realFiles, realModel } from '../support/real-scenario.ts';

/**
 * The mechanisms of the meeting at the line are switched off by settings alone, and the runs change in the
 * direction that was stated beforehand. Few seeds: enough for effects that are near by construction.
 */

/** Settings that switch each mechanism off; docs/model.md, section 7.16, lists them. */
const WITHOUT = {
  bait: [
    'scenario:offices.su.frinovsky.repertoire=[post, fortify, patrol, eject, reinforce, alert, withdraw, shoot, inquire]',
  ],
  'challenge before fire': [
    'scenario:sides.su.engagement={ first: fire, challenges: 1, last: fire }',
    'scenario:sides.jp.engagement={ first: fire, challenges: 1, last: fire }',
    'scenario:offices.jp.gendarmerie.engagement={ first: fire, challenges: 1, last: fire }',
  ],
  'the personal order': [
    'scenario:offices.su.frinovsky.repertoire=[post, fortify, patrol, eject, reinforce, alert, withdraw, provoke, inquire]',
  ],
} as const;

function patched(settings: readonly string[]): Model {
  const scenario = settings.map((text) => {
    const resolved = resolveSetting(realModel(), text);
    if (!resolved.ok || resolved.setting.kind !== 'scenario') throw new Error(text);
    return resolved.setting;
  });
  const { model, problems } = compileScenario(parseScenario(realFiles()), scenario);
  if (model === undefined) throw new Error(JSON.stringify(problems));
  return model;
}

const ACCOUNT = realModel().readings.findIndex(({ id }) => id === 'account-of-15-july');
const SEEDS = Array.from({ length: 8 }, (_, n) => 300 + n);
/** The crisis only: July and the first half of August. */
const UNTIL_TICK = 45 * 96;

/** Means of a measure over the runs that have it. */
function meansOf(model: Model, account: number, ids: readonly string[]): Record<string, number> {
  const rows = SEEDS.map((seed) => {
    const setup: RunSetup = { seed, from: 'free', readings: [[ACCOUNT, account]] };
    return simulate(model, setup, { untilTick: UNTIL_TICK }).measures;
  });
  return Object.fromEntries(
    ids.map((id) => {
      const values = rows
        .map((row): MeasureValue => row[id] ?? null)
        .filter((value) => typeof value === 'number');
      return [id, values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)];
    }),
  );
}

const IDS = ['baits', 'shots.ordered', 'meetings.shot-share', 'meetings'];

describe('meetings at the line', { timeout: 120_000 }, () => {
  const base = meansOf(realModel(), 1, IDS);

  test('by the account of the bait there are baits and shots by order', () => {
    expect(base['baits']).toBeGreaterThan(0.5);
    expect(base['shots.ordered']).toBeGreaterThan(0);
  });

  test('by the account of the scouts there is neither', () => {
    const scouts = meansOf(realModel(), 0, IDS);
    expect(scouts['baits']).toBe(0);
    expect(scouts['shots.ordered']).toBeLessThan(base['shots.ordered']!);
    expect(scouts['meetings']).toBeGreaterThan(0);
  });

  test('without bait nobody baits', () => {
    expect(meansOf(patched(WITHOUT.bait), 1, IDS)['baits']).toBe(0);
  });

  test('without challenge before fire every meeting ends in a shot within the hour', () => {
    const fire = meansOf(patched(WITHOUT['challenge before fire']), 1, IDS);
    expect(fire['meetings.shot-share']).toBe(1);
    expect(base['meetings.shot-share']).toBeLessThan(0.4);
  });

  test('without the personal order bait goes on and fewer shots are ordered', () => {
    const without = meansOf(patched(WITHOUT['the personal order']), 1, IDS);
    expect(without['baits']).toBeGreaterThan(0.5);
    expect(without['shots.ordered']).toBeLessThan(base['shots.ordered']!);
  });
});
