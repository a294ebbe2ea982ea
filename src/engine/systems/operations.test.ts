import { describe, expect, test } from 'vitest';
import { indicesOf, runGround } from '../../../test/support/khasan-positions.ts';
import {
  at,
  smallRun,
  type SmallPosition,
  type SmallRun,
} from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import { TASKS, codeOf, type Act } from '../vocabulary.ts';
import type { Operation } from '../world/world.ts';
import { occupancyNow } from './occupancy.ts';
import { callOff, createOperation, mayStart, nextOperationTick } from './operations.ts';
import { isSurprised, surprise } from './surprise.ts';

const DAY: SmallPosition = {
  light: () => 4,
  owner: (side, column) => (column > 6 ? 0 : column < 6 ? 1 : side),
  areas: [
    { id: 'height', at: [6, 6] },
    { id: 'east', at: [9, 6] },
  ],
};
const MANY: SmallPosition = {
  ...DAY,
  units: [
    ...Array.from({ length: 8 }, (_, i) => ({
      id: `jp.${String(i + 1)}coy`,
      side: 1 as const,
      at: [3, 4 + (i % 4)] as const,
      men: 170,
      lightMachineGuns: 9,
      training: 0.7,
      cohesion: 0.8,
    })),
    { id: 'su.post', side: 0, at: [6, 6], men: 30, lightMachineGuns: 2 },
  ],
};

function attack(
  run: SmallRun,
  change: Partial<{ act: Act; hHour: number; area: number }> = {},
): Operation {
  const area = change.area ?? 0;
  return createOperation(run, {
    office: 1,
    act: change.act ?? 'assault',
    area,
    targetHex: run.model.areas[area]!.hex,
    units: indicesOf(run, 'jp.'),
    hHourTick: change.hHour ?? 12,
    preparationHours: 12,
    plan: '',
    competence: 0.7,
    event: '0.0',
  });
}

function outcomeOf(run: SmallRun): unknown {
  return run.events.find((event) => event.kind === 'operation-ended')?.data['outcome'];
}

describe('commands under one plan', () => {
  /** A battalion near the target and one a long way off, both with H-hour at noon; ticks at which they start. */
  function starts(concert: number, plans: readonly [string, string]): number[] {
    const company = (id: string, column: number, row: number) => ({
      id,
      side: 1 as const,
      at: [column, row] as const,
      men: 170,
    });
    const run = smallRun(
      {
        ...DAY,
        columns: 30,
        units: [
          company('jp.near.1', 4, 5),
          company('jp.near.2', 4, 6),
          ...Array.from({ length: 6 }, (_, i) => company(`jp.far.${String(i)}`, 0, i)),
          { id: 'su.bn', side: 0, at: [6, 6], men: 500, lightMachineGuns: 20 },
        ],
      },
      5,
    );
    run.world.params[P['rule.concertFloor']] = concert;
    const far = indicesOf(run, 'jp.far.');
    for (const [i, prefix] of ['jp.near.', 'jp.far.'].entries()) {
      createOperation(run, {
        office: 1,
        act: 'assault',
        area: 0,
        targetHex: run.model.areas[0]!.hex,
        units: indicesOf(run, prefix),
        hHourTick: 4,
        preparationHours: 1,
        plan: plans[i]!,
        competence: 0.2,
        event: '0.0',
      });
    }
    // Those who are far off cannot be there in time: they are held back where they stand.
    for (const unit of far) run.world.units.taskTick[unit] = 16;
    runGround(run, 40);
    return run.events.filter(({ kind }) => kind === 'operation-started').map(({ tick }) => tick);
  }

  test('wait for each other where their concert is good', () => {
    const [first, second] = starts(0.9, ['plan', 'plan']);
    expect(first).toBeGreaterThan(8);
    expect(second! - first!).toBeLessThan(6);
  });
  test.each([
    ['without concert', 0.1, ['plan', 'plan']],
    ['under two plans', 0.9, ['one', 'other']],
  ] as const)('go one by one %s', (_why, concert, plans) => {
    const [first, second] = starts(concert, plans);
    expect(first).toBeLessThan(8);
    expect(second).toBeGreaterThan(first! + 6);
  });
});

describe('the course of an attack', () => {
  test('units assemble off the target, go forward at H-hour and not before, and take the place', () => {
    const run = smallRun(MANY, 3);
    attack(run);
    const target = at(run.model, 6, 6);
    runGround(run, 12, () => {
      expect(run.world.units.location.subarray(0, 8)).not.toContain(target);
    });
    runGround(run, 60);
    const started = run.events.find((event) => event.kind === 'operation-started');
    expect(started?.tick).toBeGreaterThanOrEqual(12);
    expect(started?.data['defenders']).toBe(30);
    expect(outcomeOf(run)).toBe('taken');
    expect(run.world.ground.holder[target]).toBe(1);
    const taken = run.events.find((event) => event.kind === 'height-taken');
    expect(taken?.data).toMatchObject({ side: 'jp', from: 'su', operation: 0 });
  });
  test('who took the place digs in there', () => {
    const run = smallRun(MANY, 3);
    attack(run);
    runGround(run, 90);
    const digging = codeOf(TASKS, 'fortify');
    expect(Array.from(run.world.units.task.subarray(0, 8))).toContain(digging);
    expect(run.world.operations).toHaveLength(0);
    expect(run.world.units.operation.every((operation) => operation === -1)).toBe(true);
  });
  test('an ejection goes home afterwards', () => {
    const run = smallRun(MANY, 3);
    attack(run, { act: 'eject' });
    runGround(run, 120);
    expect(outcomeOf(run)).toBe('taken');
    for (let unit = 0; unit < 8; unit++) {
      expect(run.world.units.location[unit]! % 12).toBeLessThan(6);
    }
  });
  test('against many it is called off or beaten, within its stale time or its loss', () => {
    const strong = {
      id: 'su.bn',
      side: 0 as const,
      at: [6, 6] as const,
      men: 900,
      lightMachineGuns: 40,
    };
    const run = smallRun({ ...MANY, units: [...MANY.units!.slice(0, 3), strong] }, 2);
    run.world.ground.trench[at(run.model, 6, 6)] = 0.8;
    attack(run);
    runGround(run, 80);
    expect(['called-off', 'repulsed']).toContain(outcomeOf(run));
    expect(run.world.ground.holder[at(run.model, 6, 6)]).toBe(0);
  });
  test('nothing is attacked that is one’s own', () => {
    const run = smallRun({ ...MANY, units: MANY.units!.slice(0, 8) }, 2);
    run.world.ground.holder[at(run.model, 6, 6)] = 1;
    attack(run);
    runGround(run, 30);
    expect(outcomeOf(run)).toBe('called-off');
    expect(run.events.some((event) => event.kind === 'operation-started')).toBe(false);
  });
  test('a ban on crossing makes a target beyond the line unreachable', () => {
    const run = smallRun(MANY, 2);
    run.world.lineBan[1] = 1;
    attack(run, { area: 1 });
    runGround(run, 60);
    expect(outcomeOf(run)).toBe('called-off');
    for (let unit = 0; unit < 8; unit++) {
      expect(run.world.units.location[unit]! % 12).toBeLessThanOrEqual(6);
    }
  });
  test('called off from outside, everybody is free', () => {
    const run = smallRun(MANY, 3);
    const operation = attack(run);
    runGround(run, 6);
    callOff(run, operation);
    expect(operation.phase).toBe('ended');
    runGround(run, 8);
    expect(run.world.operations).toHaveLength(0);
    expect(indicesOf(run, 'jp.')).toHaveLength(8);
  });
});

describe('what stands in the way of an attack', () => {
  const wall = Array.from({ length: 12 }, (_, row) => ({
    id: `su.wall.${String(row)}`,
    side: 0 as const,
    at: [5, row] as const,
    men: 8,
    training: 0.3,
    cohesion: 0.3,
  }));
  const position: SmallPosition = {
    ...MANY,
    units: [...MANY.units!, ...wall],
  };

  test('is fought through, and is headway; before H-hour nobody walks into it', () => {
    const run = smallRun(position, 3);
    const attackers = indicesOf(run, 'jp.');
    const operation = attack(run);
    const through = new Set<number>();
    runGround(run, 60, () => {
      for (const unit of attackers) {
        const hex = run.world.units.location[unit]!;
        const isOnWall = hex % run.model.grid.columns === 5;
        if (!isOnWall) continue;
        expect(operation.startedTick).toBeGreaterThanOrEqual(0);
        through.add(hex);
      }
    });
    expect(through.size).toBeGreaterThan(0);
    expect(operation.headwayTick).toBeGreaterThan(operation.startedTick);
  });

  test('whoever is late for H-hour begins on a whole hour', () => {
    const far = MANY.units!.map((unit) =>
      unit.side === 1 ? { ...unit, at: [0, 0] as const } : unit,
    );
    const run = smallRun({ ...MANY, units: far }, 3);
    const attackers = indicesOf(run, 'jp.');
    const operation = attack(run, { hHour: 6 });
    for (const unit of attackers) run.world.units.taskTick[unit] = 9;
    runGround(run, 60);
    expect(operation.startedTick).toBeGreaterThan(6);
    expect(operation.startedTick % 4).toBe(0);
    const forming = { ...operation, phase: 'forming' as const };
    const may = [4, 5, 6, 7, 8, 9, 12].filter((tick) => mayStart(forming, tick));
    expect(may).toEqual([6, 8, 12]);
    expect(mayStart(operation, 6)).toBe(false);
  });
});

describe('preparation', () => {
  test('more hours, better concert; the clock is told of H-hour', () => {
    const run = smallRun(MANY, 1);
    const hasty = attack(run, { hHour: 40 });
    expect(nextOperationTick(run)).toBe(40);
    callOff(run, hasty);
    const careful = createOperation(run, {
      office: 1,
      act: 'assault',
      area: 0,
      targetHex: at(run.model, 6, 6),
      units: indicesOf(run, 'jp.'),
      hHourTick: 200,
      preparationHours: 48,
      plan: '',
      competence: 0.7,
      event: '',
    });
    expect(careful.coordination).toBeGreaterThan(hasty.coordination);
  });
  test('a garrison is taken unawares only where nobody saw an enemy near or fired of late', () => {
    const garrison = { id: 'su.coy', side: 0 as const, at: [6, 6] as const, men: 160 };
    const run = smallRun({ ...MANY, units: [...MANY.units!.slice(0, 3), garrison] }, 1);
    const operation = attack(run);
    const { world } = run;
    world.tick = 20;
    const near = at(run.model, 5, 6);
    const unaware = (): boolean => isSurprised(run, operation, occupancyNow(run));
    expect(unaware()).toBe(true);
    world.ground.seenTick[near] = 18;
    expect(unaware()).toBe(false);
    world.ground.seenTick[near] = 10;
    expect(unaware()).toBe(true);
    world.units.firedTick[indicesOf(run, 'su.coy')[0]!] = 18;
    expect(unaware()).toBe(false);
    surprise(run, operation, occupancyNow(run));
    expect(world.ground.share[operation.targetHex]).toBeLessThan(10);
  });
});

test('ground won is headway for every attack of the side on the height', () => {
  const company = (id: string, row: number, men: number) => ({
    id,
    side: 1 as const,
    at: [4, row] as const,
    men,
    lightMachineGuns: 9,
    training: 0.8,
  });
  const run = smallRun(
    {
      ...DAY,
      units: [
        company('jp.a', 5, 600),
        company('jp.b', 6, 60),
        { id: 'su.post', side: 0, at: [6, 6], men: 250, lightMachineGuns: 4 },
      ],
    },
    3,
  );
  const operations = ['jp.a', 'jp.b'].map((id) =>
    createOperation(run, {
      office: 1,
      act: 'assault',
      area: 0,
      targetHex: run.model.areas[0]!.hex,
      units: indicesOf(run, id),
      hHourTick: 4,
      preparationHours: 8,
      plan: '',
      competence: 0.7,
      event: '0.0',
    }),
  );
  const hex = operations[0]!.targetHex;
  let share = 10;
  let gains = 0;
  runGround(run, 40, () => {
    const now = run.world.ground.share[hex]!;
    const won = now < share && operations.every(({ phase }) => phase === 'assault');
    share = now;
    if (!won || now === 0) return;
    gains++;
    expect(operations.map(({ headwayTick }) => headwayTick)).toEqual([
      run.world.tick,
      run.world.tick,
    ]);
  });
  expect(gains).toBeGreaterThan(0);
});
