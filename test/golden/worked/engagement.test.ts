import { describe, expect, test } from 'vitest';
import {
  P,
  defaultParams,
  flatExposure,
  readGroundCoefficients,
  type ParameterId,
} from '../../../src/engine/index.ts';
import { drawFight, engagementOf, makeFight, type ForceFacts } from '../../../src/engage/index.ts';

/** Parameters with some of them replaced. */
function paramsWith(changes: Partial<Record<ParameterId, number>>): Float64Array {
  const params = defaultParams();
  for (const [id, value] of Object.entries(changes)) params[P[id as ParameterId]] = value;
  return params;
}

/**
 * What must go for the rules to become Lanchester's equations: suppression, hiding among few targets,
 * breaking, fortune, want of ammunition and of room.
 */
const BARE: Partial<Record<ParameterId, number>> = {
  'suppression.smallArmsGain': 0,
  'suppression.shellGain': 0,
  'fire.acquisitionMen': 0,
  'fire.rifleHitsPerMinute': 0.15,
  'fire.spacingMetres': 1e-6,
  'fire.fortuneSigma': 0,
  'morale.hazardBase': -500,
  'supply.smallArmsHours': 1e9,
  'supply.roundsPerTube': 1e9,
};
/** Steps of three minutes: the law is that of ever shorter steps. */
const FINE = { stepMinutes: 3, subSteps: 5 };
/** Draws over which losses are averaged. */
const DRAWS = 20;
const rifles = (men: number): ForceFacts => ({
  men,
  rifles: men,
  lightMachineGuns: 0,
  heavyMachineGuns: 0,
});

describe('aimed fire without suppression is Lanchester’s square law', () => {
  const params = paramsWith(BARE);
  const c = readGroundCoefficients(params);
  const trench = 0.4;
  const ticks = 40;
  const hours = ticks / 4;
  /** Hits of one rifle on one exposed man, per hour; visibility of firing lines at 450 m by day is near 1. */
  const rate = (exposure: number): number =>
    60 * c.effectiveShare * c.rifleHits * c.range.rifle[1]! * exposure * seen * skill;
  const shown = 250 / (1.3 * c.dayMetres);
  const seen = 1 / (1 + shown * shown * shown);
  const skill = 1 + c.qualityWeight * 0.05;
  const atAttacker = rate(flatExposure(false, 0, 0, 0, c));
  const atDefender = rate(flatExposure(false, trench, 0, 0, c));

  test.each([
    [40_000, 20_000],
    [30_000, 30_000],
    [20_000, 45_000],
  ])('%i against %i in works', (attackers, defenders) => {
    const engagement = engagementOf({
      attacker: rifles(attackers),
      defender: rifles(defenders),
      ground: { trench },
      act: 'fire-fight',
      ticksMax: ticks,
    });
    // The law is that of the mean: one draw of so few losses strays by as much as is allowed.
    const fight = makeFight(engagement, params, FINE);
    let attackerLost = 0;
    let defenderLost = 0;
    for (let seed = 1; seed <= DRAWS; seed++) {
      const drawn = drawFight(fight, seed);
      attackerLost += drawn.attackerLost / DRAWS;
      defenderLost += drawn.defenderLost / DRAWS;
    }
    const left = [attackers - attackerLost, defenders - defenderLost] as const;
    // A' = −β B and B' = −α A, so α A² − β B² does not change.
    const before = atDefender * attackers * attackers - atAttacker * defenders * defenders;
    const after = atDefender * left[0] * left[0] - atAttacker * left[1] * left[1];
    const scale = atDefender * attackers * attackers + atAttacker * defenders * defenders;
    expect(Math.abs(after - before) / scale).toBeLessThan(0.01);
    const k = Math.sqrt(atDefender * atAttacker);
    const wanted =
      attackers * Math.cosh(k * hours) -
      Math.sqrt(atAttacker / atDefender) * defenders * Math.sinh(k * hours);
    expect(Math.abs(attackerLost / (attackers - wanted) - 1)).toBeLessThan(0.01);
    // The fight must have cost enough to tell this law from another.
    expect((attackerLost + defenderLost) / (attackers + defenders)).toBeGreaterThan(0.1);
  });
});

test('area fire takes the same share of many as of few', () => {
  const params = paramsWith(BARE);
  const shareLost = (men: number): number => {
    const engagement = engagementOf({
      attacker: { men: 100, rifles: 0, lightMachineGuns: 0, heavyMachineGuns: 0, guns: 30 },
      defender: { men, rifles: 0, lightMachineGuns: 0, heavyMachineGuns: 0 },
      act: 'fire-fight',
      ticksMax: 20,
    });
    return drawFight(makeFight(engagement, params), 1).defenderLost / men;
  };
  expect(shareLost(50_000)).toBeGreaterThan(0.1);
  expect(shareLost(5000) / shareLost(50_000)).toBeCloseTo(1, 1);
});
