import { describe, expect, test } from 'vitest';
import { playPosition, placePosition, positionHash } from '../support/position.ts';

/**
 * Small positions in text, played out: what anybody would expect of a few companies on a bare map,
 * over a handful of seeds.
 */

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

const ATTACK = (attackers: number): string => `
map
 . . . . . . . .
  . . . . . . . .
 . b . . ^ A . .
  . . . . . . . .
 . . . . . . . .
  . . . . . . . .
units
A rifle 120 on crest lmg 9 hmg 2 trench 0.4
b rifle ${String(attackers)} lmg ${String(Math.round(attackers / 18))} hmg 2
orders
b assault A at 40
`;

describe('a position is set up as it is written', () => {
  const placed = placePosition(ATTACK(160));

  test('units stand where their letters are', () => {
    const { units, grid, ground } = placed.model;
    const at = units.start[placed.unit('A')]!;
    expect([at % grid.columns, Math.floor(at / grid.columns)]).toEqual([5, 2]);
    expect(ground.terrain[at]).toBe(3);
    expect(units.side[placed.unit('A')]).toBe(0);
    expect(units.side[placed.unit('b')]).toBe(1);
    expect(units.men[placed.unit('b')]).toBe(160);
    expect(placed.run.world.ground.trench[at]).toBe(0.4);
  });

  test('a letter that is not there is named', () => {
    expect(() => placed.unit('Z')).toThrow("no unit 'Z'");
  });

  test('the same text and seed give the same run', () => {
    expect(positionHash(ATTACK(160), 120, 3)).toBe(positionHash(ATTACK(160), 120, 3));
    expect(positionHash(ATTACK(160), 120, 3)).not.toBe(positionHash(ATTACK(160), 120, 4));
  });
});

describe('a company in a trench on a crest', () => {
  const outcomes = (attackers: number): number =>
    SEEDS.filter((seed) => {
      const { run, unit } = playPosition(ATTACK(attackers), 160, seed);
      const hex = run.model.units.start[unit('A')]!;
      return run.world.ground.holder[hex] === 1;
    }).length;

  test('is thrown out by six times its number more often than by a platoon', () => {
    const few = outcomes(40);
    const many = outcomes(720);
    expect(many).toBeGreaterThan(few);
    expect(few).toBeLessThanOrEqual(2);
  });

  test('takes losses and inflicts some', () => {
    let attackers = 0;
    let defenders = 0;
    for (const seed of SEEDS) {
      const { run, unit } = playPosition(ATTACK(320), 160, seed);
      defenders += run.world.units.killed[unit('A')]!;
      attackers += run.world.units.killed[unit('b')]!;
    }
    expect(attackers).toBeGreaterThan(0);
    expect(defenders).toBeGreaterThan(0);
  });
});

test('nobody shoots across a lake too wide for rifles, and nobody walks over it', () => {
  const { run, unit, events } = playPosition(
    `
map
 . b ~ ~ ~ ~ ~ ~ A .
  . . ~ ~ ~ ~ ~ ~ . .
units
A rifle 150
b rifle 150
orders
b assault A at 8
`,
    96,
  );
  const { units } = run.world;
  expect(units.killed[unit('A')]! + units.killed[unit('b')]!).toBe(0);
  expect(units.location[unit('b')]! % 10).toBeLessThan(2);
  expect(events.some((event) => event.kind === 'height-taken')).toBe(false);
});

test('a march arrives, and a march of motors sooner', () => {
  const arrival = (kind: string): number => {
    const { events } = playPosition(
      `
map
 B . . . . . . . . . . . . . . .
  . . . . . . . . . . . . . . . .
units
B ${kind} 100
orders
B reinforce 15,0 at 4
`,
      192,
    );
    return events.find((event) => event.kind === 'unit-arrived')?.tick ?? Infinity;
  };
  expect(arrival('rifle')).toBeLessThan(192);
  expect(arrival('tank')).toBeLessThan(arrival('rifle'));
});
