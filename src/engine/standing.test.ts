import { describe, expect, test } from 'vitest';
import { ACTIVITIES, type Activity } from './vocabulary.ts';
import { conditionText, isCondition, isMet, type Belief, type Condition } from './standing.ts';

const belief = (change: Partial<Belief> & { readonly doing?: Activity } = {}): Belief => ({
  enemyMen: 12,
  heldByEnemy: false,
  intent: 0.4,
  ...change,
  activity: ACTIVITIES.indexOf(change.doing ?? 'digging'),
});

const MEN: Condition = { kind: 'enemy-men', atLeast: 12 };
const FIRES: Condition = { kind: 'enemy-activity', atLeast: 'firing' };
const HOLDS: Condition = { kind: 'enemy-holds' };
const MEANS: Condition = { kind: 'intent', atLeast: 0.5 };

describe('a condition is met by what is believed', () => {
  const cases: readonly [Condition, Belief, boolean][] = [
    [MEN, belief(), true],
    [MEN, belief({ enemyMen: 11 }), false],
    [FIRES, belief(), false],
    [FIRES, belief({ doing: 'attacking' }), true],
    [HOLDS, belief({ heldByEnemy: true }), true],
    [MEANS, belief({ intent: 0.5 }), true],
    [MEANS, belief(), false],
    [{ kind: 'all', of: [MEN, FIRES] }, belief(), false],
    [{ kind: 'any', of: [MEN, FIRES] }, belief(), true],
    [{ kind: 'not', of: FIRES }, belief(), true],
  ];
  test.each(cases)('%j', (condition, of, met) => {
    expect(isMet(condition, of)).toBe(met);
  });
});

test('it reads as English', () => {
  expect(conditionText({ kind: 'any', of: [{ kind: 'enemy-men', atLeast: 1 }, HOLDS] })).toBe(
    'anybody of the other side is believed there, or the other side is believed to hold it',
  );
});

describe('what is no condition of the set is refused', () => {
  const deep = (depth: number): unknown =>
    depth === 0 ? HOLDS : { kind: 'not', of: deep(depth - 1) };
  const cases: readonly [unknown, boolean][] = [
    [{ kind: 'all', of: [MEN, FIRES, HOLDS, MEANS] }, true],
    [deep(4), true],
    [deep(5), false],
    [{ kind: 'all', of: [] }, false],
    [{ kind: 'any', of: Array.from({ length: 40 }, () => HOLDS) }, false],
    [{ kind: 'intent', atLeast: 2 }, false],
    [{ kind: 'enemy-men', atLeast: 1.5 }, false],
    [{ kind: 'enemy-activity', atLeast: 'singing' }, false],
    [{ kind: 'eval', of: '1 > 0' }, false],
    [null, false],
    ['enemy-holds', false],
  ];
  test.each(cases)('%j', (value, is) => {
    expect(isCondition(value)).toBe(is);
  });
});
