import { describe, expect, test } from 'vitest';
import { PARAMETERS, type Model } from '../../src/engine/index.ts';
import { simulate } from '../../src/experiment/one-run.ts';
import { disputeModel } from '../support/border-dispute.ts';
import { realModel } from '../support/real-scenario.ts';

/**
 * What is said of losses has no way back into a run: every parameter of counting, passing on and making public at
 * either end of its range gives the same run, to the bit, and other claims.
 */

const CLAIMS = PARAMETERS.flatMap(({ id, low, high }, index) =>
  id.startsWith('claims.') ? [{ index, low, high }] : [],
);
const models: readonly (readonly [name: string, model: () => Model, from: string])[] = [
  ['the small dispute', disputeModel, 'free'],
  ['the battle from 6 August', realModel, 'a3'],
];

describe.each(models)('in %s', (_name, make, from) => {
  const model = make();
  const play = (end?: 'low' | 'high') =>
    simulate(model, {
      ...{ seed: 3, from },
      ...(end === undefined ? {} : { params: CLAIMS.map((each) => [each.index, each[end]]) }),
    });
  const [plain, low, high] = [play(), play('low'), play('high')];

  test('parameters of claims change no run', () => {
    expect([low.hash, high.hash]).toEqual([plain.hash, plain.hash]);
    expect(low.measures['losses.su.killed']).toBe(high.measures['losses.su.killed']);
  });

  test('and they change what is said of it', () => {
    expect(CLAIMS.length).toBeGreaterThan(15);
    const killed = ['su', 'jp'].map((side) => `claim.${side}.killed`);
    expect(killed.map((id) => low.measures[id])).not.toEqual(killed.map((id) => high.measures[id]));
  });
});
