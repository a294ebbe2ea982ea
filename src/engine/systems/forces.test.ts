import { describe, expect, test } from 'vitest';
import { smallRun, type SmallPosition } from '../../../test/support/small-model.ts';
import type { Act } from '../vocabulary.ts';
import { pickUnits } from './forces.ts';

/** A held height with two companies on it, one near it and one on the far side of the map. */
const HELD: SmallPosition = {
  columns: 30,
  rows: 12,
  owner: (side) => side,
  areas: [
    { id: 'height', at: [6, 6], kind: 'height' },
    { id: 'next', at: [8, 6], kind: 'height' },
  ],
  units: [
    { id: 'su.1coy', side: 0, at: [6, 6], men: 100 },
    { id: 'su.2coy', side: 0, at: [6, 6], men: 100 },
    { id: 'su.near', side: 0, at: [9, 6], men: 100 },
    { id: 'su.far', side: 0, at: [25, 6], men: 100 },
  ],
};

describe('who is sent', () => {
  const cases: readonly [Act, area: number, men: number, who: string][] = [
    ['reinforce', 1, 400, 'su.near su.1coy su.far'],
    ['eject', 1, 400, 'su.near su.1coy su.far'],
    ['concentrate', 1, 400, 'su.far'],
    ['withdraw', 0, 400, 'su.1coy su.2coy'],
    ['assault', 0, 400, 'su.1coy su.2coy su.near su.far'],
  ];
  test.each(cases)('%s at place %i', (act, area, men, who) => {
    const run = smallRun(HELD);
    run.world.offices.holder[0] = 0;
    const hex = run.model.areas[area]!.hex;
    const picked = pickUnits(run, 0, act, hex, men, true);
    expect(picked.map((unit) => run.model.units.id[unit]).join(' ')).toBe(who);
  });
});
