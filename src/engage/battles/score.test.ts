import { expect, test } from 'vitest';
import { bandOf, quantileOf, shareOf } from '../odds.ts';
import { FEATURES } from './features.ts';
import type { BattleForecast, Example } from './layer.ts';
import { readBattles } from './read.ts';
import { bootstrap, scoreOf, type Scored } from './score.ts';

const [FACTS] = readBattles('id,year,att_strength,def_strength\nx,1944,9,9', 'x', false).battles;

function scored(winner: number | null, chance: number, lost: number, cluster = 'c'): Scored {
  const example: Example = {
    facts: FACTS!,
    features: FEATURES.map(() => 0),
    result: {
      id: 'x',
      isComplete: true,
      winner,
      attackerLoss: lost,
      defenderLoss: null,
      cluster,
      warGroup: '',
      days: null,
    },
  };
  const band = { p10: 0.05, p50: 0.1, p90: 0.2 };
  const forecast: BattleForecast = {
    id: 'x',
    chance,
    attackerLoss: band,
    defenderLoss: band,
  };
  return { example, forecast };
}

test('figures are those worked out by hand', () => {
  const score = scoreOf([
    scored(1, 0.8, 0.1),
    scored(-1, 0.6, 0.15),
    scored(1, 0.5, 0.3),
    scored(0, 0.9, 0.04),
    scored(null, 0.9, 0.19),
  ]);
  expect(score.decided).toBe(3);
  // Right once: 0.5 is no forecast of the attacker.
  expect(score.accuracy).toBeCloseTo(1 / 3, 12);
  expect(score.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.4) + Math.log(0.5)) / 3, 12);
  expect(score.brier).toBeCloseTo((0.04 + 0.36 + 0.25) / 3, 12);
  expect(score.attacker.battles).toBe(5);
  expect(score.attacker.withinTwo).toBeCloseTo(3 / 5, 12);
  expect(score.attacker.covered).toBeCloseTo(3 / 5, 12);
  expect(score.attacker.medianLnError).toBeCloseTo(Math.log(1.9), 12);
  expect(score.defender.battles).toBe(0);
});

test('the bootstrap draws whole campaigns', () => {
  const list = Array.from({ length: 40 }, (_, i) => scored(1, 0.5, 0.1, String(i % 8)));
  const sizes = new Set<number>();
  const { low, high } = bootstrap(
    list.map(({ example }) => example),
    (chosen) => {
      sizes.add(chosen.length);
      return chosen.filter((i) => i % 8 === 0).length / chosen.length;
    },
    200,
  );
  expect([...sizes]).toEqual([40]);
  expect(low).toBeLessThan(1 / 8);
  expect(high).toBeGreaterThan(1 / 8);
});

test('bands and shares', () => {
  const values = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
  expect(bandOf(values)).toEqual({ p10: 10, p50: 50, p90: 90 });
  expect(quantileOf(Float64Array.of(1, 2), 0.5)).toBe(1.5);
  expect(quantileOf(new Float64Array(0), 0.5)).toBe(0);
  expect(shareOf(0, 20)).toMatchObject({ share: 0, low: 0 });
  // Wilson's interval of 5 in 20, as published tables have it.
  const { low, high } = shareOf(5, 20);
  expect(low).toBeCloseTo(0.1119, 4);
  expect(high).toBeCloseTo(0.4687, 4);
});
