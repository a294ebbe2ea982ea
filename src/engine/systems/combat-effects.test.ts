import { describe, expect, test } from 'vitest';
import { defaultParams } from '../parameters.ts';
import { readGroundCoefficients } from '../rules/coefficients.ts';
import { bodies } from './combat-bodies.ts';
import { shootTanks } from './combat-effects.ts';

const c = readGroundCoefficients(defaultParams());

/** Hazard of ten tanks a hex away from four guns in one go of so many minutes. */
function hazardOf(minutes: number, concert = 0): number {
  bodies.minutes[0] = minutes;
  bodies.output[0] = 1;
  bodies.antiTank[0] = 4;
  bodies.tankPower.fill(0, 0, 6);
  bodies.exposedTanks[1] = 10;
  bodies.shownMetres[1] = 900;
  bodies.antiTank[1] = 0;
  bodies.concert[1] = concert;
  bodies.tankHazard[1] = 0;
  shootTanks(0, 1, 1, minutes, c);
  return bodies.tankHazard[1];
}

describe('guns against tanks', () => {
  test('an hour of a lull does less than a quarter of an hour of an attack', () => {
    expect(hazardOf(15)).toBeGreaterThan(0);
    expect(hazardOf(60)).toBeLessThan(hazardOf(15) / 4);
  });
  test('the better the concert, the less', () => {
    expect(hazardOf(15, 1)).toBeLessThan(hazardOf(15, 0.3));
    expect(hazardOf(15, 0.3)).toBeLessThan(hazardOf(15));
  });
});
