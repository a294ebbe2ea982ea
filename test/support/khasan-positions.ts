import { LIGHTS, TICKS_PER_DAY, codeOf, type Light, type Run } from '../../src/engine/index.ts';
import { underAttack, groundTick, nextGroundTick } from '../../src/engine/systems/ground.ts';
import { createOperation } from '../../src/engine/systems/operations.ts';
import { at, smallRun, type SmallPosition, type SmallRun, type SmallUnit } from './small-model.ts';

/**
 * Two small positions after the record of the case, for the calibration rows of the ground fight: a
 * height with a lake behind it, and who stood about it. East is Soviet, west Japanese; the crest is
 * claimed by both.
 */
export const HEIGHTS = [
  { id: 'north-height', at: [6, 3] as const },
  { id: 'main-height', at: [6, 6] as const },
  { id: 'south-height', at: [6, 9] as const },
];

function heightMetres(column: number, row: number): number {
  let metres = 20;
  for (const { at: top } of HEIGHTS) {
    const dc = column - top[0];
    const dr = row - top[1];
    const far = Math.sqrt(dc * dc + 0.75 * dr * dr);
    metres = Math.max(metres, (top[1] === 6 ? 150 : 100) - 45 * far);
  }
  return Math.round(metres);
}

/** Light of early August at the place, JST from the start of the day. */
function julyLight(tick: number): number {
  const quarter = tick % TICKS_PER_DAY;
  const of = (light: Light): number => codeOf(LIGHTS, light);
  if (quarter < 16 || quarter >= 84) return of('dark');
  if (quarter < 18 || quarter >= 82) return of('nautical');
  if (quarter < 20 || quarter >= 78) return of('civil');
  return of('day');
}

const GROUND: SmallPosition = {
  columns: 14,
  rows: 14,
  days: 4,
  areas: HEIGHTS,
  elevation: heightMetres,
  terrain: (column, row) => {
    if (HEIGHTS.some(({ at: top }) => top[0] === column && top[1] === row)) return 'crest';
    if (column === 8 && row >= 4 && row <= 8) return 'lake';
    if (column >= 7 && column <= 9 && (row === 3 || row === 9)) return 'marsh';
    return heightMetres(column, row) > 45 ? 'hill' : 'flat';
  },
  owner: (side, column) => (side === 0 ? (column >= 6 ? 0 : 1) : column <= 7 ? 1 : 0),
  light: julyLight,
  offices: [
    { id: 'su.40rd', side: 0, traits: { competence: 0.4, caution: 0.4 }, daysInPost: 30 },
    { id: 'jp.75ir', side: 1, echelon: 'regiment', traits: { competence: 0.7, caution: 0.3 } },
  ],
};

function many(count: number, unit: (i: number) => SmallUnit): SmallUnit[] {
  return Array.from({ length: count }, (_, i) => unit(i));
}

const japaneseCompany = (id: string, place: readonly [number, number]): SmallUnit => ({
  id,
  side: 1,
  at: place,
  men: 142,
  rifles: 95,
  lightMachineGuns: 7,
  training: 0.7,
  cohesion: 0.8,
});
const japaneseMachineGuns = (id: string, place: readonly [number, number]): SmallUnit => ({
  id,
  side: 1,
  at: place,
  kind: 'machine-gun',
  men: 120,
  rifles: 40,
  heavyMachineGuns: 8,
  training: 0.7,
  cohesion: 0.8,
});
const sovietCompany = (id: string, place: readonly [number, number], men = 180): SmallUnit => ({
  id,
  side: 0,
  at: place,
  men,
  rifles: Math.round(0.7 * men),
  lightMachineGuns: Math.round(men / 15),
  heavyMachineGuns: Math.round(men / 67),
  training: 0.4,
  cohesion: 0.55,
});
const sovietMachineGuns = (id: string, place: readonly [number, number], men = 130): SmallUnit => ({
  id,
  side: 0,
  at: place,
  kind: 'machine-gun',
  men,
  rifles: Math.round(0.3 * men),
  heavyMachineGuns: Math.round(men / 10),
  training: 0.4,
  cohesion: 0.55,
});

/** The night of 30 to 31 July: about 300 men in the trenches and wire of three weeks, 1,114 below it. */
export const NIGHT_ASSAULT: SmallPosition = {
  ...GROUND,
  units: [
    {
      ...sovietCompany('su.post', [6, 6], 80),
      kind: 'border-guard',
      training: 0.6,
      cohesion: 0.75,
    },
    {
      ...sovietCompany('su.2post', [6, 6], 100),
      kind: 'border-guard',
      training: 0.6,
      cohesion: 0.75,
    },
    sovietCompany('su.119rr.2coy', [6, 6], 80),
    sovietMachineGuns('su.119rr.mg', [6, 6], 40),
    {
      id: 'su.tanks',
      side: 0,
      at: [7, 7],
      kind: 'tank',
      men: 30,
      rifles: 0,
      tanks: 10,
      training: 0.5,
      cohesion: 0.6,
    },
    ...many(7, (i) => japaneseCompany(`jp.75ir.${String(i + 1)}coy`, [3, 5 + (i % 3)])),
    japaneseMachineGuns('jp.75ir.mg', [3, 6]),
    {
      id: 'jp.75ir.at',
      side: 1,
      at: [3, 6],
      kind: 'anti-tank',
      men: 40,
      rifles: 10,
      antiTankGuns: 2,
      training: 0.7,
      cohesion: 0.8,
    },
  ],
};

/** 2 and 3 August: the first attack on the heights, off the march, against two days' works. */
export const FIRST_ATTACK: SmallPosition = {
  ...GROUND,
  units: [
    ...HEIGHTS.flatMap(({ id, at: top }) => [
      ...many(3, (i) => japaneseCompany(`jp.${id}.${String(i + 1)}coy`, top)),
      japaneseMachineGuns(`jp.${id}.mg`, top),
    ]),
    ...many(9, (i) => japaneseCompany(`jp.reserve.${String(i + 1)}coy`, [3, 3 + (i % 3) * 3])),
    ...many(3, (i) => ({
      id: `jp.at.${String(i + 1)}`,
      side: 1 as const,
      at: HEIGHTS[i]!.at,
      kind: 'anti-tank' as const,
      men: 22,
      rifles: 8,
      antiTankGuns: 2,
      training: 0.7,
      cohesion: 0.8,
    })),
    ...many(4, (i) => ({
      id: `jp.mountain.${String(i + 1)}`,
      side: 1 as const,
      at: [2, 4 + i] as const,
      kind: 'mountain-gun' as const,
      men: 70,
      rifles: 20,
      guns: 4,
      calibreMm: 75,
      training: 0.7,
      cohesion: 0.8,
    })),
    ...many(18, (i) => sovietCompany(`su.rifle.${String(i + 1)}`, [11, 2 + (i % 3) * 4])),
    ...many(3, (i) => sovietMachineGuns(`su.mg.${String(i + 1)}`, [11, 2 + i * 4])),
    ...many(3, (i) => ({
      id: `su.tank.${String(i + 1)}`,
      side: 0 as const,
      at: [12, 2 + i * 4] as const,
      kind: 'tank' as const,
      men: 30,
      rifles: 0,
      tanks: 10,
      training: 0.5,
      cohesion: 0.6,
    })),
    ...many(10, (i) => ({
      id: `su.gun.${String(i + 1)}`,
      side: 0 as const,
      at: [12, 3 + i] as const,
      kind: 'field-gun' as const,
      men: 60,
      rifles: 20,
      guns: 4,
      calibreMm: 76,
      training: 0.45,
      cohesion: 0.65,
    })),
  ],
};

/** Runs the ground alone from the world's tick to another, jumping as the clock does. */
export function runGround(run: Run, untilTick: number, eachStop?: () => void): void {
  const { world } = run;
  let elapsed = 0;
  while (world.tick < untilTick) {
    groundTick(run, elapsed);
    eachStop?.();
    const before = world.tick;
    const next = underAttack(run) ? before + 1 : nextGroundTick(run);
    world.tick = Math.max(before + 1, Math.min(untilTick, next));
    world.nextEvent = 0;
    elapsed = world.tick - before;
  }
}

/** Men of a side lost so far (killed, wounded, missing), optionally of units with a prefix. */
export function lossOf(run: Run, side: number, prefix = ''): number {
  const units = run.world.units;
  let loss = 0;
  for (let unit = 0; unit < run.model.units.count; unit++) {
    if (run.model.units.side[unit] !== side) continue;
    if (!run.model.units.id[unit]!.startsWith(prefix)) continue;
    loss += units.killed[unit]! + units.wounded[unit]! + units.missing[unit]!;
  }
  return loss;
}

/** The night assault set up and run: H-hour 02:30, seven hours. */
export function nightAssault(seed: number, change?: (run: SmallRun) => void): SmallRun {
  const run = smallRun(NIGHT_ASSAULT, seed, nightModel);
  nightModel = run.model;
  const hex = at(run.model, 6, 6);
  run.world.ground.trench[hex] = 0.5;
  run.world.ground.wire[hex] = 0.6;
  change?.(run);
  const units = indicesOf(run, 'jp.');
  createOperation(run, {
    office: 1,
    act: 'assault',
    area: 1,
    targetHex: hex,
    units,
    hHourTick: 10,
    preparationHours: 24,
    plan: '',
    competence: 0.7,
    event: '',
  });
  runGround(run, 38);
  return run;
}
let nightModel: SmallRun['model'] | undefined;

/** Units with a prefix, not destroyed and not in an attack. */
export function indicesOf(run: Run, ...prefixes: string[]): number[] {
  const found: number[] = [];
  for (let unit = 0; unit < run.model.units.count; unit++) {
    const id = run.model.units.id[unit]!;
    const free = run.world.units.operation[unit]! < 0 && run.world.units.morale[unit]! < 2;
    if (free && prefixes.some((prefix) => id.startsWith(prefix))) found.push(unit);
  }
  return found;
}

/**
 * The first attack set up and run over 36 hours: H-hour 07:00, renewed in daylight with what is fit
 * eighteen hours after an attack on that height has ended.
 */
export function firstAttack(seed: number, change?: (run: SmallRun) => void): SmallRun {
  const run = smallRun(FIRST_ATTACK, seed, firstModel);
  firstModel = run.model;
  run.world.lineBan[0] = 1;
  for (const { at: top } of HEIGHTS) {
    const key = run.model.grid.count + at(run.model, top[0], top[1]);
    run.world.ground.trench[key] = 0.3;
    run.world.ground.wire[key] = 0.3;
  }
  change?.(run);
  const again = [28, 28, 28];
  runGround(run, 28 + 36 * 4, () => {
    const { world } = run;
    HEIGHTS.forEach((height, i) => {
      const under = world.operations.some((operation) => operation.area === i);
      if (under) again[i] = world.tick + 72;
      const day = (run.model.sky.light[world.tick] ?? 0) >= 4;
      const hex = at(run.model, height.at[0], height.at[1]);
      if (under || world.ground.holder[hex] === 0) return;
      if (world.tick > 0 && (!day || world.tick < again[i]!)) return;
      attack(run, i, hex, world.tick === 0 ? 28 : world.tick + 4);
    });
  });
  return run;
}
let firstModel: SmallRun['model'] | undefined;

function attack(run: SmallRun, height: number, hex: number, hHourTick: number): void {
  const mine = (id: string): boolean =>
    (Number(id.slice(id.lastIndexOf('.') + 1)) - 1) % 3 === height;
  const units = indicesOf(run, 'su.').filter((unit) => mine(run.model.units.id[unit]!));
  if (units.length === 0) return;
  createOperation(run, {
    office: 0,
    act: 'assault',
    area: height,
    targetHex: hex,
    units,
    hHourTick,
    preparationHours: 5,
    plan: '',
    competence: 0.4,
    event: '',
  });
}
