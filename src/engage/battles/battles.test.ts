import { describe, expect, test } from 'vitest';
import { defaultParams, groundCoefficients } from '../../engine/index.ts';
import { drawOdds } from '../odds.ts';
import type { BattleFacts } from './facts.ts';
import { FEATURES } from './features.ts';
import { fittedLayer, forecastBattle } from './forecast.ts';
import { freezeLayer, thawLayer } from './frozen.ts';
import { applyLayer, fitLayer, type Example } from './layer.ts';
import { readBattles } from './read.ts';
import { MECHANISM_ALONE, WITH_LAYER } from './recipes.ts';
import { forecastOutOfFold, scoreOf } from './score.ts';
import { slicesOf, standardEngagement } from './standard.ts';

const params = defaultParams();

/** Battles that never were. */
const HEADER =
  'id,year,att_strength,def_strength,att_front_km,posture,relief,cover,wet,sky,surprise,air_superiority,' +
  'att_tanks,def_tanks,att_guns,def_guns,att_actor,def_actor';
const RESULTS = 'winner,att_casualties,def_casualties,hindsight_leada,cluster,war_group,days';
const ROWS = [
  'a,1944,15000.0,9000.0,8.0,PD,R,M,D,S,0,1.0,60,20,90,60,USA,Germany',
  'b,1917,60000,40000,20,FD,G,W,W,H,1,,,,400,300,Austria,Italy',
  'c,1943,2000,2500,,HD,F,D,D,O,-1,-1,0,10,12,18,Elsewhere,Nowhere',
];

const forecastsOf = (text: string): unknown => {
  const { battles, problems } = readBattles(text, 'battles.csv', false);
  expect(problems).toEqual([]);
  const plan = { draws: 40, seed: 1 };
  return battles.map((facts) => forecastBattle(facts, params, fittedLayer('fitted'), plan));
};

describe('a table of battles', () => {
  const alone = [HEADER, ...ROWS].join('\n');

  test.each([
    ['as it was', ['1,1500,3000,2,X,W,3', '-1,9000,7000,-1,Y,V,9', '0,1,1,0,Z,U,1']],
    ['turned round', ['-1,15000,1,-3,Q,V,99', '1,1,40000,3,Q,W,1', '1,2000,2500,5,R,S,40']],
    ['unreadable', ['?,many,few,!,,,', ',,,,,,', 'won,-1,-1,99,,,x']],
  ])('is forecast without a look at the result, %s', (_, results) => {
    const rows = ROWS.map((row, i) => `${row},${results[i]!}`);
    expect(forecastsOf([`${HEADER},${RESULTS}`, ...rows].join('\n'))).toEqual(forecastsOf(alone));
  });

  test('a fact does change the forecast', () => {
    const other = alone.replace('a,1944,15000.0', 'a,1944,30000');
    expect(forecastsOf(other)).not.toEqual(forecastsOf(alone));
  });

  test('columns may come in any order, and most may be missing', () => {
    const few = 'def_strength,id,att_strength,year\n9000,x,15000,1944';
    const { battles, problems } = readBattles(few, 'few.csv', false);
    expect(problems).toEqual([]);
    expect(battles[0]).toMatchObject({ id: 'x', attackerMen: 15000, defenderMen: 9000 });
  });

  test('every problem is told at once, with its line and field', () => {
    const text =
      'id,year,att_strength,posture\n1,1944,abc,XX\n1,1944,5,HD\n,44e,5,"HD"\n2,1944,5\n';
    const { problems } = readBattles(text, 'bad.csv', false);
    const found = problems.map(({ line, column, code }) => `${line}:${column} ${code}`).sort();
    expect(found).toEqual(
      [
        '1:1 missing-key',
        '2:3 wrong-type',
        '2:4 unknown-value',
        '3:1 duplicate-id',
        '4:1 missing-key',
        '4:2 wrong-type',
        '5:1 history-unreadable',
      ].sort(),
    );
  });
});

/** Battles of two kinds of army; the better one wins, and wins more with more men. */
function inventedExamples(): Example[] {
  return Array.from({ length: 120 }, (_, i): Example => {
    const good = i % 2 === 0;
    const ratio = 0.5 + (i % 7) / 2;
    const facts = {
      ...readBattles([HEADER, ROWS[0]!].join('\n'), 'x', false).battles[0]!,
      id: String(i),
    };
    const battle: BattleFacts = {
      ...facts,
      attacker: { ...facts.attacker, actor: good ? 'Good' : 'Bad' },
      defender: { ...facts.defender, actor: good ? 'Bad' : 'Good' },
    };
    const features = FEATURES.map((name) => (name === 'ln force ratio' ? Math.log(ratio) : 0));
    return {
      facts: battle,
      features,
      result: {
        id: battle.id,
        isComplete: true,
        winner: (good ? 1 : -1) * (i % 10 === 0 ? -1 : 1),
        attackerLoss: 0.05 * ratio * (1 + (i % 3) / 3),
        defenderLoss: 0.1 / ratio,
        cluster: `campaign ${String(i % 12)}`,
        warGroup: 'a war',
        days: 1 + (i % 4),
      },
    };
  });
}

describe('the layer', () => {
  const examples = inventedExamples();

  test('finds the better army and the weight of numbers', () => {
    const layer = fitLayer(examples, WITH_LAYER);
    expect(layer.chance.armies['Good, 1919-45']).toBeGreaterThan(0.5);
    expect(layer.chance.armies['Bad, 1919-45']).toBeLessThan(-0.5);
    const score = scoreOf(forecastOutOfFold(examples, WITH_LAYER, byCampaign));
    expect(score.accuracy).toBeGreaterThan(0.85);
    expect(score.attacker.withinTwo).toBe(1);
  });

  const byCampaign = ({ result }: Example): string => result.cluster;

  test('a forecast does not know how its own campaign ended', () => {
    const turned = examples.map((example): Example =>
      example.result.cluster === 'campaign 3'
        ? {
            ...example,
            result: { ...example.result, winner: 1, attackerLoss: 0.9, defenderLoss: 0.9 },
          }
        : example,
    );
    const of = (list: readonly Example[]) =>
      forecastOutOfFold(list, WITH_LAYER, byCampaign)
        .filter(({ example }) => example.result.cluster === 'campaign 3')
        .map(({ forecast }) => forecast);
    expect(of(turned)).toEqual(of(examples));
    const others = forecastOutOfFold(turned, WITH_LAYER, byCampaign)[0]!.forecast;
    expect(others).not.toEqual(forecastOutOfFold(examples, WITH_LAYER, byCampaign)[0]!.forecast);
  });

  test('written down and read again it says the same', () => {
    const layer = fitLayer(examples, WITH_LAYER);
    const again = thawLayer(freezeLayer(layer));
    const { facts, features } = examples[5]!;
    const before = applyLayer(layer, facts, features);
    const after = applyLayer(again, facts, features);
    expect(after.chance).toBeCloseTo(before.chance, 3);
    expect(after.attackerLoss.p50).toBeCloseTo(before.attackerLoss.p50, 3);
    expect(after.defenderLoss.p90).toBeCloseTo(before.defenderLoss.p90, 3);
  });

  test('the fitted layers name facts that there are', () => {
    for (const forecaster of ['fitted', 'none'] as const) {
      const layer = fittedLayer(forecaster);
      expect(layer.battles).toBeGreaterThan(400);
      expect(layer.recipe).toBe((forecaster === 'fitted' ? WITH_LAYER : MECHANISM_ALONE).name);
    }
  });
});

/** A division on 10 km with the air above it against 12,000 men in a prepared position. */
function division(ratio: number): BattleFacts {
  const attackerMen = 12_000 * ratio;
  const [facts] = readBattles([HEADER, ROWS[0]!].join('\n'), 'x', false).battles;
  return {
    ...facts!,
    attackerMen,
    defenderMen: 12_000,
    frontKm: 10,
    attacker: { actor: '', tanks: attackerMen / 200, guns: attackerMen / 120, sorties: null },
    defender: { actor: '', tanks: 60, guns: 100, sorties: null },
  };
}

describe('success against force ratio', () => {
  const c = groundCoefficients(params);
  const curve = (sigma: number): number[] =>
    [0.75, 1.5, 3].map((ratio) => {
      const engagement = standardEngagement(division(ratio), { mean: 0, sigma }, c);
      return drawOdds(engagement, params, { draws: 300, seed: 1 }).attackerWins.share;
    });

  test('is steep between equal armies', () => {
    const [few, some, many] = curve(0) as [number, number, number];
    expect(few).toBeLessThan(0.25);
    expect(some).toBeGreaterThan(few + 0.2);
    expect(many).toBeGreaterThan(0.8);
  });

  test('and flat between armies of which nothing is known', () => {
    const [few, , many] = curve(1.4) as [number, number, number];
    expect(many - few).toBeLessThan(0.35);
    expect(many).toBeGreaterThan(few);
  });

  test('a battle is fought on as many slices as the attacker fills', () => {
    expect(slicesOf(division(1))).toEqual({ front: 20, attacked: 5 });
    expect(slicesOf({ ...division(1), frontKm: 0.4 })).toEqual({ front: 1, attacked: 1 });
  });
});
