import {
  LIGHTS,
  MORALES,
  STANCES,
  TASKS,
  TICKS_PER_HOUR,
  WEATHERS,
  type Model,
  type Run,
  type World,
} from '../../src/engine/index.ts';
import { isBattery, roundsOnHand } from '../../src/engine/systems/ranges.ts';

/** What never changes over a run: the sums that a unit began with. */
export interface Sums {
  readonly men: Int32Array;
  readonly tanks: Int32Array;
  /** Tubes and anti-tank guns. */
  readonly guns: Int32Array;
  /** Rounds of the batteries of each side: on hand, fired and lost, less those brought up. */
  readonly shells: Float64Array;
}

/** Men of every unit by where they are now: under arms, killed, wounded, missing, sick. */
export function menOf({ units }: World): Int32Array {
  return units.men.map(
    (men, unit) =>
      men + units.killed[unit]! + units.wounded[unit]! + units.missing[unit]! + units.sick[unit]!,
  );
}

/** Tanks of every unit by where they are now: in action, burnt, with the rear or on the spot, bogged. */
export function tanksOf({ units }: World): Int32Array {
  return units.tanks.map(
    (tanks, unit) =>
      tanks +
      units.tanksBurnt[unit]! +
      units.tanksRear[unit]! +
      units.tanksSpot[unit]! +
      units.tanksBogged[unit]!,
  );
}

function gunsOf({ units }: World): Int32Array {
  return units.guns.map((guns, unit) => guns + units.antiTankGuns[unit]! + units.gunsLost[unit]!);
}

function shellsOf(run: Run): Float64Array {
  const { model, world } = run;
  const { shellsFired, shellsBrought, shellsLost } = world.tally;
  const sums = shellsFired.map((fired, side) => fired + shellsLost[side]! - shellsBrought[side]!);
  for (let unit = 0; unit < model.units.count; unit++) {
    const side = model.units.side[unit]!;
    if (isBattery(run, unit)) sums[side] = sums[side]! + roundsOnHand(run, unit);
  }
  return sums;
}

export function sumsOf(run: Run): Sums {
  const { world } = run;
  return {
    men: menOf(world),
    tanks: tanksOf(world),
    guns: gunsOf(world),
    shells: shellsOf(run),
  };
}

type Complain = (what: string, where: string | number, value: unknown) => void;

/** What is wrong with the state of a run, one line for each; empty when nothing is. */
export function brokenInvariants(run: Run, began: Sums): string[] {
  const found: string[] = [];
  const complain: Complain = (what, where, value) => {
    found.push(`${what} of ${String(where)}: ${String(value)}`);
  };
  checkNumbers(run.world, 'world', complain);
  checkUnits(run, began, complain);
  checkSums(run, began, complain);
  checkGround(run, complain);
  checkOffices(run, complain);
  checkMail(run, complain);
  checkOperations(run, complain);
  return found;
}

/** No number anywhere in the state is NaN or infinite. */
function checkNumbers(value: unknown, path: string, complain: Complain): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) complain('number', path, value);
  } else if (value instanceof Float64Array) {
    value.forEach((number, i) => {
      if (!Number.isFinite(number)) complain('number', `${path}[${String(i)}]`, number);
    });
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => {
      checkNumbers(item, `${path}[${String(i)}]`, complain);
    });
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, item] of Object.entries(value)) checkNumbers(item, `${path}.${key}`, complain);
  }
}

/** Reports every number of a table that is not within its bounds, both included. */
function within(
  table: ArrayLike<number>,
  bounds: readonly [least: number, most: number],
  name: (index: number) => string,
  what: string,
  complain: Complain,
): void {
  for (let i = 0; i < table.length; i++) {
    const value = table[i]!;
    if (!(value >= bounds[0] && value <= bounds[1])) complain(what, name(i), value);
  }
}

function locationsOf(model: Model): number {
  return model.grid.count + model.theatre.nodes.length;
}

function checkUnits({ world, model }: Run, began: Sums, complain: Complain): void {
  const { units } = world;
  const name = (unit: number): string => model.units.id[unit]!;
  const check = (
    what: Exclude<keyof typeof units, 'causeEvent'>,
    least: number,
    most: number,
  ): void => {
    within(units[what], [least, most], name, what, complain);
  };
  const last = locationsOf(model) - 1;
  check('location', 0, last);
  check('nextLocation', -1, last);
  check('taskTarget', -1, last);
  for (const counted of [
    'men',
    'killed',
    'wounded',
    'missing',
    'sick',
    'officersKilled',
    'ncosKilled',
    'tanks',
    'tanksBurnt',
    'tanksRear',
    'tanksSpot',
    'tanksBogged',
    'guns',
    'gunsLost',
    'antiTankGuns',
    'aircraft',
    'fatigueDays',
    'recentLoss',
  ] as const) {
    check(counted, 0, 1e6);
  }
  for (const share of ['ammunition', 'suppression', 'readiness'] as const) check(share, 0, 1);
  // Fire is worked out up to the end of its step: of a tick in an attack, else of an hour.
  check('suppressionTick', -1, world.tick + TICKS_PER_HOUR);
  check('firedTick', -1, world.tick);
  check('morale', 0, MORALES.length - 1);
  check('task', 0, TASKS.length - 1);
  check('stance', 0, STANCES.length - 1);
  for (let unit = 0; unit < model.units.count; unit++) {
    const destroyed = MORALES[units.morale[unit]!] === 'destroyed';
    // An anchor can begin with a unit of which nobody is left.
    if (began.men[unit]! > 0 && destroyed !== (units.men[unit] === 0)) {
      complain('destroyed, with men', name(unit), units.men[unit]);
    }
    if (units.officersKilled[unit]! + units.ncosKilled[unit]! > units.killed[unit]!) {
      complain('leaders among the killed', name(unit), units.officersKilled[unit]);
    }
  }
}

function checkSums(run: Run, began: Sums, complain: Complain): void {
  const { model } = run;
  const now = sumsOf(run);
  for (const what of ['men', 'tanks', 'guns'] as const) {
    for (let unit = 0; unit < model.units.count; unit++) {
      if (now[what][unit] !== began[what][unit]) {
        complain(`sum of ${what}`, model.units.id[unit]!, now[what][unit]);
      }
    }
  }
  for (let side = 0; side < model.sides.length; side++) {
    const odd = now.shells[side]! - began.shells[side]!;
    if (Math.abs(odd) > 1e-6) complain('sum of shells', model.sides[side]!.id, odd);
  }
}

function checkGround({ world, model }: Run, complain: Complain): void {
  const { ground } = world;
  const hexes = model.grid.count;
  const name = (key: number): string => `hex ${String(key % hexes)}`;
  within(ground.trench, [0, 1], name, 'trench', complain);
  within(ground.wire, [0, 1], name, 'wire', complain);
  within(ground.holder, [-1, 1], name, 'holder', complain);
  within(ground.share, [0, 10], name, 'share', complain);
  within(ground.seenTick, [-1, world.tick], name, 'seenTick', complain);
  const side = (index: number): string => model.sides[index]!.id;
  within(world.lineBan, [0, 1], side, 'lineBan', complain);
  within(world.tally.rung, [0, model.rungs.length - 1], side, 'rung', complain);
  within(world.tally.loss, [0, 1e6], side, 'loss', complain);
  within(world.talks.commitment, [0, 1], side, 'commitment', complain);
  within(world.weather, [0, WEATHERS.length - 1], String, 'weather', complain);
  within(model.sky.light, [0, LIGHTS.length - 1], String, 'light', complain);
}

function checkOffices({ world, model }: Run, complain: Complain): void {
  const { offices } = world;
  const areas = model.areas.length;
  const name = (office: number): string => model.offices[office]?.id ?? String(office);
  const cell = (index: number): string => name(Math.floor(index / areas));
  within(offices.intent, [-5, 5], name, 'intent', complain);
  within(offices.traits, [0, 1], String, 'trait', complain);
  within(offices.enemy, [0, 1e6], (index) => cell(Math.floor(index / 4)), 'enemy', complain);
  within(offices.own, [0, 1e6], cell, 'own', complain);
  within(offices.enemyTick, [-1, world.tick], cell, 'enemyTick', complain);
  within(offices.lostTick, [-1, world.tick], cell, 'lostTick', complain);
  within(offices.holder, [-1, 1], cell, 'holder', complain);
  within(offices.ownTraits, [0, 1], String, 'own trait', complain);
  within(offices.dread, [0, 1], name, 'dread', complain);
  for (const { office, posts } of model.purges.flatMap(({ pools }) => pools)) {
    within([offices.staffFilled[office]!], [0, posts], () => name(office), 'filled', complain);
    const filled = offices.staffFilled[office]!;
    within([offices.staffGreen[office]!], [0, filled], () => name(office), 'newcomers', complain);
  }
}

function checkMail({ world, model }: Run, complain: Complain): void {
  const known = model.offices.length - 1;
  let before = -1;
  for (const message of world.mail) {
    const where = `message ${String(message.id)}`;
    if (message.id <= before || message.id >= world.nextMessage) complain('id', where, message.id);
    if (message.dueTick <= message.sentTick) complain('dueTick', where, message.dueTick);
    within([message.from, message.to], [0, known], () => where, 'office', complain);
    within([message.area], [-1, model.areas.length - 1], () => where, 'area', complain);
    before = message.id;
  }
}

function checkOperations({ world, model }: Run, complain: Complain): void {
  const members = new Map<number, number>();
  for (const operation of world.operations) {
    const where = `operation ${String(operation.id)}`;
    if (operation.phase === 'ended') complain('phase', where, operation.phase);
    for (const unit of operation.units) {
      if (members.has(unit)) complain('unit in two', where, model.units.id[unit]!);
      members.set(unit, operation.id);
      if (world.units.operation[unit] !== operation.id) {
        complain('unit that knows of none', where, model.units.id[unit]!);
      }
    }
  }
  world.units.operation.forEach((operation, unit) => {
    if (operation >= 0 && members.get(unit) !== operation) {
      complain('operation', model.units.id[unit]!, operation);
    }
  });
}
