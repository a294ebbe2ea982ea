import { describe, expect, test } from 'vitest';
import { defaultParams, P } from '../../src/engine/index.ts';
import {
  drawFight,
  engagementOf,
  forceOf,
  makeFight,
  ENGINE_FINENESS,
  type EngagementFacts,
  type Fineness,
} from '../../src/engage/index.ts';

const params = defaultParams();

/** Engagements of many kinds, the same on every machine. */
const KINDS: readonly EngagementFacts[] = [
  { attacker: { men: 1680 }, defender: { men: 1680 } },
  { attacker: { men: 900, guns: 40, tanks: 15 }, defender: { men: 250, antiTankGuns: 4 } },
  { attacker: { men: 60 }, defender: { men: 12 }, surprise: 1 },
  { attacker: { men: 2000, mortars: 12 }, defender: { men: 300, guns: 12 }, renewals: 3 },
  { attacker: { men: 700 }, defender: { men: 200 }, ground: { light: 0, trench: 0.8, wire: 0.8 } },
  { attacker: { men: 300 }, defender: { men: 300 }, act: 'fire-fight' },
];

test('men are conserved: fit, waiting, broken and lost make up the force', () => {
  for (const facts of KINDS) {
    const fight = makeFight(engagementOf(facts), params);
    for (let seed = 1; seed <= 100; seed++) {
      const result = drawFight(fight, seed);
      for (const [body, lost] of [
        [fight.attacker, result.attackerLost],
        [fight.defender, result.defenderLost],
      ] as const) {
        expect(body.men + body.waiting + body.broken + lost).toBe(body.force.men);
        expect(Math.min(body.men, body.waiting, body.broken, lost)).toBeGreaterThanOrEqual(0);
        expect(body.tanks + body.tanksLost).toBe(body.force.tanks);
      }
    }
  }
});

test('two lines that fire at each other change losses when they change places', () => {
  const here = { men: 800, mortars: 6, guns: 8, tanks: 4, antiTankGuns: 3, training: 0.6 };
  const there = { men: 500, guns: 12, training: 0.5 };
  const one = engagementOf({
    attacker: here,
    defender: there,
    act: 'fire-fight',
    ticksMax: 24,
  });
  const other = {
    ...one,
    attacker: forceOf('defender', there),
    defender: forceOf('attacker', here),
  };
  let lost = 0;
  for (let seed = 1; seed <= 50; seed++) {
    const a = { ...drawFight(makeFight(one, params), seed) };
    const b = drawFight(makeFight(other, params), seed);
    expect([b.defenderLost, b.attackerLost]).toEqual([a.attackerLost, a.defenderLost]);
    expect(b.defenderTanksLost).toBe(a.attackerTanksLost);
    lost += a.attackerLost;
  }
  expect(lost).toBeGreaterThan(0);
});

test('without fire and steel nobody is lost', () => {
  const tame = Float64Array.from(params);
  tame[P['fire.closeHitsPerMinute']] = 0;
  const unarmed = { rifles: 0, lightMachineGuns: 0, heavyMachineGuns: 0 };
  for (const act of ['assault', 'fire-fight'] as const) {
    const engagement = engagementOf({
      attacker: { men: 900, ...unarmed },
      defender: { men: 300, ...unarmed },
      act,
    });
    for (let seed = 1; seed <= 50; seed++) {
      const { attackerLost, defenderLost } = drawFight(makeFight(engagement, tame), seed);
      expect([attackerLost, defenderLost]).toEqual([0, 0]);
    }
  }
});

describe('a finer step changes no median by more than its interval', () => {
  const DRAWS = 1000;
  /** Distance in ranks of the ends of the 95 % interval of a median from the middle. */
  const RANKS = Math.ceil(0.98 * Math.sqrt(DRAWS));

  function losses(facts: EngagementFacts, fineness: Fineness): Record<string, number[]> {
    const fight = makeFight(engagementOf(facts), params, fineness);
    const attacker: number[] = [];
    const defender: number[] = [];
    for (let seed = 1; seed <= DRAWS; seed++) {
      const result = drawFight(fight, seed);
      attacker.push(result.attackerLost);
      defender.push(result.defenderLost);
    }
    return { attacker: attacker.sort((a, b) => a - b), defender: defender.sort((a, b) => a - b) };
  }

  test.each([['half the sub-step', { ...ENGINE_FINENESS, subSteps: 10 }]])('%s', (_, finer) => {
    for (const facts of KINDS.slice(0, 5)) {
      const coarse = losses(facts, ENGINE_FINENESS);
      const fine = losses(facts, finer);
      for (const side of ['attacker', 'defender']) {
        const list = coarse[side]!;
        const median = fine[side]![DRAWS / 2]!;
        expect(median, `${JSON.stringify(facts)} ${side}`).toBeGreaterThanOrEqual(
          list[DRAWS / 2 - RANKS]!,
        );
        expect(median).toBeLessThanOrEqual(list[DRAWS / 2 + RANKS]!);
      }
    }
  });
});
