import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawAssault } from '../../../test/support/assault-trial.ts';
import { lossOf, nightAssault, runGround } from '../../../test/support/khasan-positions.ts';
import {
  at,
  smallRun,
  type SmallPosition,
  type SmallRun,
  type SmallUnit,
} from '../../../test/support/small-model.ts';
import { turned180 } from '../../hex/index.ts';
import { P, type ParameterId } from '../parameters.ts';
import type { AssaultInput } from '../rules/estimate.ts';
import { TERRAINS, type Terrain } from '../vocabulary.ts';
import { createOperation } from './operations.ts';
import { assignTask } from './tasking.ts';

function set(run: SmallRun, values: Partial<Record<ParameterId, number>>): void {
  for (const [id, value] of Object.entries(values)) run.world.params[P[id as ParameterId]] = value;
}

/** Two bodies in neighbouring hexes by day, nobody attacking. */
function faceToFace(own: Partial<SmallUnit>, enemy: Partial<SmallUnit>): SmallPosition {
  return {
    light: () => 4,
    units: [
      { id: 'su.a', side: 0, at: [7, 5], ...own },
      { id: 'jp.a', side: 1, at: [6, 5], ...enemy },
    ],
  };
}

describe('limits', () => {
  test('no fire, no loss', () => {
    const run = smallRun(faceToFace({}, {}));
    set(run, { 'supply.sickPerDay': 0 });
    run.world.units.stance.fill(0);
    runGround(run, 192);
    expect(Array.from(run.world.units.men)).toEqual([150, 150]);
    expect(run.events.some((event) => event.kind === 'fire-opened')).toBe(false);
  });
  test('who may only answer does not begin', () => {
    const run = smallRun(faceToFace({}, {}));
    set(run, { 'supply.sickPerDay': 0 });
    run.world.units.stance.fill(1);
    runGround(run, 96);
    expect(lossOf(run, 0) + lossOf(run, 1)).toBe(0);
  });
  test('one side opens, the other answers', () => {
    const run = smallRun(faceToFace({}, {}));
    set(run, { 'fire.staticShare': 1 });
    run.world.units.stance.set([2, 1]);
    runGround(run, 96);
    expect(lossOf(run, 0)).toBeGreaterThan(0);
    expect(lossOf(run, 1)).toBeGreaterThan(0);
  });
  test('the square law where nothing else is at work: A² − B² stays', () => {
    const rifles = { rifles: 4000, men: 4000 };
    const run = smallRun(faceToFace(rifles, { ...rifles, men: 3000, rifles: 3000 }));
    set(run, {
      'fire.staticShare': 1,
      'fire.acquisitionMen': 0,
      'fire.spacingMetres': 0.01,
      'fire.fortuneSigma': 0,
      'fire.rifleHitsPerMinute': 0.03,
      'suppression.smallArmsGain': 0,
      'morale.breakScaleAttack': 0,
      'morale.breakScaleDefence': 0,
      'supply.sickPerDay': 0,
      'supply.smallArmsHours': 1e9,
      'supply.fatigueFactor': 1,
    });
    run.world.units.stance.fill(2);
    const men = run.world.units.men;
    const start = men[0]! * men[0]! - men[1]! * men[1]!;
    runGround(run, 96 * 2, () => {
      if (men[1]! < 600) return;
      const now = men[0]! * men[0]! - men[1]! * men[1]!;
      expect(Math.abs(now / start - 1)).toBeLessThan(0.08);
    });
    expect(men[1]!).toBeLessThan(2000);
  });
});

/** A hilly position without ties: every hex has its own height. */
function roughPosition(): SmallPosition {
  const height = (column: number, row: number): number =>
    20 + ((column * 37 + row * 61 + column * row * 7) % 53) + (column === 6 && row === 6 ? 90 : 0);
  return {
    light: (tick) => (tick < 16 ? 0 : 4),
    elevation: height,
    terrain: (column, row) =>
      column === 6 && row === 6 ? 'crest' : TERRAINS[(column + 2 * row) % 3]!,
    owner: (side, column) => (column > 6 ? 0 : column < 6 ? 1 : side),
    areas: [{ id: 'height', at: [6, 6] }],
    offices: [
      { id: 'su.a', side: 0 },
      { id: 'jp.a', side: 1 },
    ],
    units: [
      { id: 'su.1', side: 0, at: [6, 6], men: 140, lightMachineGuns: 6, heavyMachineGuns: 2 },
      { id: 'su.2', side: 0, at: [6, 6], men: 120, lightMachineGuns: 6, antiTankGuns: 2 },
      { id: 'jp.1', side: 1, at: [4, 6], men: 180, lightMachineGuns: 9, mortars: 6, training: 0.7 },
      { id: 'jp.2', side: 1, at: [4, 6], men: 180, lightMachineGuns: 9, mortars: 6, training: 0.7 },
      { id: 'jp.3', side: 1, at: [4, 6], men: 180, lightMachineGuns: 9, training: 0.7 },
      { id: 'jp.tk', side: 1, at: [4, 6], kind: 'tank', men: 15, rifles: 0, tanks: 5 },
      { id: 'jp.g', side: 1, at: [1, 6], kind: 'field-gun', men: 60, guns: 4, calibreMm: 75 },
      { id: 'su.g', side: 0, at: [11, 6], kind: 'field-gun', men: 60, guns: 4, calibreMm: 76 },
    ],
  };
}

/** The same seen from the other end: map turned by half, sides exchanged, luck keys kept. */
function turnedPosition(position: SmallPosition): SmallPosition {
  const last = 11;
  const turnedHex = ([column, row]: readonly [number, number]): readonly [number, number] => [
    last - column,
    last - row,
  ];
  return {
    ...position,
    elevation: (column, row) => position.elevation!(last - column, last - row),
    terrain: (column, row): Terrain => position.terrain!(last - column, last - row),
    owner: (side, column, row) => 1 - position.owner!(1 - side, last - column, last - row),
    areas: position.areas!.map((area) => ({ ...area, at: turnedHex(area.at) })),
    offices: position.offices!.map((office) => ({ ...office, side: office.side === 0 ? 1 : 0 })),
    units: position.units!.map((unit) => ({
      ...unit,
      side: unit.side === 0 ? 1 : 0,
      at: turnedHex(unit.at as readonly [number, number]),
    })),
  };
}

function fightOut(position: SmallPosition, attackerOffice: number, seed: number): SmallRun {
  const run = smallRun(position, seed);
  const [column, row] = position.areas![0]!.at;
  const target = at(run.model, column, row);
  const defender = run.model.offices[1 - attackerOffice]!.side;
  run.world.ground.trench[defender * run.model.grid.count + target] = 0.4;
  assignTask(run, 7, 'bombard', run.world.units.location[2]!, 12, 'return-fire', '');
  createOperation(run, {
    office: attackerOffice,
    act: 'assault',
    area: 0,
    targetHex: target,
    units: [2, 3, 4, 5, 6],
    hHourTick: 14,
    preparationHours: 10,
    plan: '',
    competence: 0.6,
    event: '',
  });
  runGround(run, 60);
  return run;
}

describe('symmetry', () => {
  test('a turn of the map with the sides exchanged gives the turned fight', () => {
    const position = roughPosition();
    const other = turnedPosition(position);
    for (let seed = 1; seed <= 20; seed++) {
      const run = fightOut(position, 1, seed);
      const turned = fightOut(other, 1, seed);
      const grid = run.model.grid;
      const places = Array.from(run.world.units.location, (hex) => turned180(grid, hex));
      expect(Array.from(turned.world.units.location)).toEqual(places);
      expect(turned.world.units.men).toEqual(run.world.units.men);
      expect(turned.world.units.killed).toEqual(run.world.units.killed);
      expect(turned.world.units.tanks).toEqual(run.world.units.tanks);
      expect(turned.events.length).toBe(run.events.length);
    }
  });
});

describe('conservation', () => {
  test('men, tanks and guns are somewhere', () => {
    fc.assert(
      fc.property(fc.nat(100000), (seed) => {
        const run = fightOut(roughPosition(), 1, seed);
        const { units } = run.world;
        for (let unit = 0; unit < run.model.units.count; unit++) {
          const men =
            units.men[unit]! +
            units.killed[unit]! +
            units.wounded[unit]! +
            units.missing[unit]! +
            units.sick[unit]!;
          const tanks =
            units.tanks[unit]! +
            units.tanksBurnt[unit]! +
            units.tanksRear[unit]! +
            units.tanksSpot[unit]! +
            units.tanksBogged[unit]!;
          const guns = units.guns[unit]! + units.antiTankGuns[unit]! + units.gunsLost[unit]!;
          const table = run.model.units;
          expect(men).toBe(table.men[unit]);
          expect(tanks).toBe(table.tanks[unit]);
          expect(guns).toBe(table.guns[unit]! + table.antiTankGuns[unit]!);
          expect(units.officersKilled[unit]!).toBeLessThanOrEqual(units.killed[unit]!);
        }
      }),
      { seed: 1938, numRuns: 40 },
    );
  });
  test('the tally is the sum of the events', () => {
    const run = nightAssault(3);
    for (const side of [0, 1]) {
      let told = 0;
      for (const event of run.events) {
        if (event.kind !== 'casualties-taken' || event.data['side'] !== run.model.sides[side]!.id)
          continue;
        const { killed, wounded, missing } = event.data as Record<string, number>;
        told += killed! + wounded! + missing!;
      }
      expect(run.world.tally.loss[side]).toBe(told);
      expect(lossOf(run, side)).toBe(told);
    }
  });
});

describe('numbers', () => {
  const usual: AssaultInput = {
    ownMen: 560,
    ownGuns: 0,
    ownTanks: 0,
    coordination: 0.5,
    enemyMen: 200,
    enemyTanks: 0,
    trench: 0.3,
    wire: 0.2,
    night: false,
    frontageMetres: 500,
    ownTraining: 0.55,
    enemyTraining: 0.55,
    surprise: 0,
    terrainElevationMetres: 120,
  };
  test('more attackers do not lower the chance', () => {
    const share = (ownMen: number): number => {
      const input = { ...usual, ownMen };
      let taken = 0;
      for (let seed = 1; seed <= 120; seed++) taken += drawAssault(input, seed).taken ? 1 : 0;
      return taken / 120;
    };
    const few = share(420);
    const usualShare = share(840);
    const many = share(1680);
    expect(usualShare).toBeGreaterThan(few - 0.03);
    expect(many).toBeGreaterThan(usualShare - 0.03);
    expect(many).toBeGreaterThan(few + 0.2);
  });
  test('the same seed gives the same fight, another seed another', () => {
    const once = nightAssault(5);
    const again = nightAssault(5);
    const other = nightAssault(6);
    expect(again.world.chain).toEqual(once.world.chain);
    expect(other.world.chain).not.toEqual(once.world.chain);
  });
});
