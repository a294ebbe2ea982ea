import { describe, expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import {
  ACTIVITIES,
  P,
  PARAMETERS,
  TRAITS,
  viewFor,
  type ParameterId,
  type Trait,
} from '../engine/index.ts';
import { decide } from './decide.ts';
import type { DecisionRecord } from './decision-record.ts';

/**
 * The worked example of the description of the model: ten to twenty men of the other side dig on a crest that
 * one's own line gives one, seen an hour ago by one's own post; the capital has forbidden force. The same for
 * the commander J and for S, who sees the mirror image. Required is the order of their options, over the
 * weights that are the same for both.
 */
const J: Readonly<Record<Trait, number>> = {
  competence: 0.6,
  initiative: 0.9,
  fear: 0.1,
  honour: 0.9,
  caution: 0.3,
};
const S: Readonly<Record<Trait, number>> = {
  competence: 0.4,
  initiative: 0.2,
  fear: 0.7,
  honour: 0.5,
  caution: 0.5,
};

interface Case {
  readonly weights?: Partial<Record<ParameterId, number>>;
  /** Whether the office has thrown them out once before. */
  readonly cameBack?: boolean;
  /** Whose leave to eject, newer than the ban, the office has: its superior's or, by its charge, its own. */
  readonly leaveOf?: 'superior' | 'self';
}

function recordOf(
  id: 'su.40rd' | 'jp.19d',
  traits: Readonly<Record<Trait, number>>,
  { weights = {}, cameBack = false, leaveOf }: Case = {},
): DecisionRecord {
  const model = realModel();
  const run = keptRun(model, 1);
  const { world } = run;
  for (const [weight, value] of Object.entries(weights)) {
    world.params[P[weight as ParameterId]] = value;
  }
  // 29 July, 10:30 JST.
  world.tick = 28 * 96 + 42;
  const office = model.offices.findIndex((info) => info.id === id);
  const areaOf = (place: string): number => model.areas.findIndex((area) => area.id === place);
  const area = areaOf('bezymyannaya');
  const cell = office * model.areas.length + area;
  const { offices } = world;
  TRAITS.forEach((trait, at) => (offices.traits[office * TRAITS.length + at] = traits[trait]));
  offices.enemy[cell * 4] = 15;
  offices.enemyTick[cell] = world.tick - 4;
  offices.enemySince[cell] = world.tick - 4;
  offices.activity[cell] = ACTIVITIES.indexOf('digging');
  // Three companies of his stand within an hour's march.
  const near = id === 'jp.19d' ? 'homoku' : 'lake-east-shore';
  offices.own[office * model.areas.length + areaOf(near)] = 400;
  offices.intent[office] = 1.2;
  offices.intentTick[office] = world.tick;
  if (cameBack) {
    const tick = world.tick - 24;
    offices.deeds[office] = [{ act: 'eject', area, tick, dueTick: tick, men: 60, unbidden: true }];
  }
  const ban = { kind: 'ban', area: -1, forceMenMax: 0, by: 0, tick: 20 * 96 } as const;
  for (const act of ['eject', 'assault'] as const) {
    offices.grants[office]!.push({ ...ban, act, event: '', reserved: false, backed: true });
  }
  if (leaveOf !== undefined) {
    const by = leaveOf === 'self' ? office : model.offices[office]!.superiors[0]!;
    const leave = {
      kind: 'grant',
      act: 'eject',
      area: -1,
      forceMenMax: 100,
      by,
      tick: 21 * 96,
    } as const;
    offices.grants[office]!.push({ ...leave, event: '', reserved: false, backed: true });
  }
  let found: DecisionRecord | undefined;
  decide(viewFor(run, office), (record) => {
    if (record.area === area) found = record;
  });
  return found!;
}

/** Utility of waiting, of asking for leave to eject, of ejecting; of an assault, where it is among the options. */
function worths(record: DecisionRecord) {
  const of = (act: string, ask: boolean): number =>
    record.options.find((option) => option.act === act && option.ask === ask)?.utility ?? -Infinity;
  return {
    wait: of('wait', false),
    ask: of('eject', true),
    eject: of('eject', false),
    assault: of('assault', false),
  };
}

describe('the worked example', () => {
  test('J ejects before he asks, asks before he waits, and does not begin with taking and holding', () => {
    const { wait, ask, eject, assault } = worths(recordOf('jp.19d', J));
    expect(eject).toBeGreaterThan(ask);
    expect(ask).toBeGreaterThan(wait);
    expect(eject).toBeGreaterThan(assault);
  });

  test('S asks or waits before he ejects, with the same weights', () => {
    const { wait, ask, eject } = worths(recordOf('su.40rd', S));
    expect(ask).toBeGreaterThanOrEqual(wait);
    expect(wait).toBeGreaterThan(eject);
  });

  test('neither asks for leave to do what he would not do with it', () => {
    for (const [office, traits] of [
      ['jp.19d', J],
      ['su.40rd', S],
    ] as const) {
      const dear = worths(recordOf(office, traits, { weights: { 'utility.effort': 2 } }));
      expect(dear.ask).toBe(-Infinity);
      expect(worths(recordOf(office, traits)).ask).toBeGreaterThan(-Infinity);
    }
  });

  test('who gave leave bears half of the risk of a rise', () => {
    const riseOf = (leaveOf: 'superior' | 'self'): number =>
      recordOf('jp.19d', J, { leaveOf }).options.find(({ act }) => act === 'eject')!.parts.rise;
    expect(riseOf('self')).toBeLessThan(0);
    expect(riseOf('superior')).toBeCloseTo(riseOf('self') / 2, 12);
  });

  test('J takes and holds once they have come back', () => {
    const { wait, ask, assault } = worths(recordOf('jp.19d', J, { cameBack: true }));
    expect(assault).toBeGreaterThan(Math.max(wait, ask));
  });

  const range = (id: ParameterId) => PARAMETERS[P[id]]!;
  /** Where the order turns within the range of one weight, the others at their start: told, not hidden. */
  const TURNS: Readonly<Record<string, string>> = {
    'utility.ground': 'J at low',
    'utility.face': 'J at low',
    'utility.ownLoss': 'J at high',
    'utility.obedience': 'J at high',
    'utility.effort': 'J at high',
  };
  const WEIGHTS = PARAMETERS.map(({ id }) => id).filter((id) => id.startsWith('utility.'));
  test.each(WEIGHTS)('the order over the range of %s', (id) => {
    const turns: string[] = [];
    for (const end of ['low', 'high'] as const) {
      const weights = { [id]: range(id)[end] };
      const j = worths(recordOf('jp.19d', J, { weights }));
      const s = worths(recordOf('su.40rd', S, { weights }));
      if (!(j.eject > j.ask && j.ask > j.wait)) turns.push(`J at ${end}`);
      if (!(s.ask >= s.wait && s.wait > s.eject)) turns.push(`S at ${end}`);
    }
    expect(turns.join(', ')).toBe(TURNS[id] ?? '');
  });

  test('the numbers that the description of the model prints', () => {
    const rounded = (id: 'su.40rd' | 'jp.19d', traits: typeof J) =>
      Object.fromEntries(
        recordOf(id, traits).options.map(({ act, ask, utility }) => [
          ask ? `ask:${act}` : act,
          Math.round(1000 * utility) / 1000,
        ]),
      );
    expect({ J: rounded('jp.19d', J), S: rounded('su.40rd', S) }).toMatchInlineSnapshot(`
      {
        "J": {
          "ask:eject": 0.054,
          "eject": 0.106,
          "wait": -0.014,
        },
        "S": {
          "ask:eject": 0.103,
          "eject": -0.833,
          "wait": 0.04,
        },
      }
    `);
  });
});
