import type { AssaultInput } from '../../src/engine/rules/estimate.ts';
import { createOperation } from '../../src/engine/systems/operations.ts';
import { lossOf, runGround } from './khasan-positions.ts';
import { at, smallRun, type SmallPosition, type SmallRun, type SmallUnit } from './small-model.ts';

/** One drawn assault of the kind `estimateAssault` reckons with. */
export interface TrialResult {
  readonly taken: boolean;
  readonly ownLossShare: number;
  readonly enemyLossShare: number;
}

const TARGET = [6, 6] as const;
const START: readonly (readonly [number, number])[] = [
  [5, 6],
  [5, 5],
  [5, 7],
];

function companies(id: string, side: 0 | 1, men: number, training: number): SmallUnit[] {
  const count = Math.max(1, Math.round(men / 140));
  return Array.from({ length: count }, (_, i) => {
    const each = Math.floor(men / count) + (i < men % count ? 1 : 0);
    return {
      id: `${id}.${String(i + 1)}`,
      side,
      at: side === 1 ? START[i % 3]! : TARGET,
      men: each,
      rifles: Math.round(0.75 * each),
      lightMachineGuns: Math.round(0.04 * each),
      heavyMachineGuns: i % 3 === 0 ? Math.round(0.036 * each) : 0,
      training,
      cohesion: 0.6,
    };
  });
}

function positionOf(input: AssaultInput): SmallPosition {
  const batteries = Math.round(input.ownGuns / 4);
  const tanks: SmallUnit[] = input.ownTanks > 0 ? [tankUnit('own.tanks', 1, input.ownTanks)] : [];
  return {
    columns: 14,
    rows: 14,
    days: 2,
    areas: [{ id: 'height', at: TARGET }],
    elevation: (column, row) => {
      const far = Math.sqrt((column - 6) * (column - 6) + 0.75 * (row - 6) * (row - 6));
      return Math.round(Math.max(20, input.terrainElevationMetres - 45 * far));
    },
    terrain: (column, row) =>
      column === 6 && row === 6
        ? input.terrainElevationMetres > 60
          ? 'crest'
          : 'rolling'
        : 'flat',
    light: () => (input.night ? 0 : 4),
    units: [
      ...companies('own', 1, input.ownMen, input.ownTraining),
      ...companies('enemy', 0, input.enemyMen, input.enemyTraining),
      ...tanks,
      ...Array.from({ length: batteries }, (_, i) => ({
        id: `own.guns.${String(i + 1)}`,
        side: 1 as const,
        at: [1, 2 + (i % 9)] as const,
        kind: 'field-gun' as const,
        men: 60,
        guns: 4,
        calibreMm: 76,
      })),
    ],
  };
}

function tankUnit(id: string, side: 0 | 1, tanks: number): SmallUnit {
  return { id, side, at: START[0]!, kind: 'tank', men: 3 * tanks, rifles: 0, tanks };
}

let lastInput: AssaultInput | undefined;
let lastModel: SmallRun['model'] | undefined;

/** Draws one assault: attackers next to the target, H-hour at the fifth tick, six hours to take it. */
export function drawAssault(
  input: AssaultInput,
  seed: number,
  change?: (run: SmallRun) => void,
): TrialResult {
  const position = positionOf(input);
  const run = smallRun(position, seed, lastInput === input ? lastModel : undefined);
  lastInput = input;
  lastModel = run.model;
  const hex = at(run.model, TARGET[0], TARGET[1]);
  run.world.ground.trench[hex] = input.trench;
  run.world.ground.wire[hex] = input.wire;
  // Alert or not is given by the input, not left to the draws of observation.
  change?.(run);
  const units = run.model.units.id.flatMap((id, unit) => (id.startsWith('own') ? [unit] : []));
  const operation = createOperation(run, {
    office: 1,
    act: 'assault',
    area: 0,
    targetHex: hex,
    units,
    hHourTick: 5,
    preparationHours: 12,
    plan: '',
    competence: 0.5,
    event: '',
  });
  Object.assign(operation, { coordination: input.coordination });
  runGround(run, 30);
  return {
    taken: run.events.some((event) => event.kind === 'height-taken' && event.data['side'] === 'jp'),
    ownLossShare: lossOf(run, 1) / input.ownMen,
    enemyLossShare: lossOf(run, 0) / input.enemyMen,
  };
}
