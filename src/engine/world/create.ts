import { FOR, normal, uniform } from '../draw.ts';
import type { Model } from '../model.ts';
import { P, defaultParams } from '../parameters.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { ENGAGEMENT_STEPS, TRAITS, WEATHERS, codeOf, type Trait } from '../vocabulary.ts';
import { makeChain, luckKeyOf } from './hash.ts';
import { firstDaysInPost, settleTraits } from './staffs.ts';
import {
  PICTURE_KINDS,
  type GroundState,
  type OfficeState,
  type UnitState,
  type World,
} from './world.ts';

/** How a run is begun. */
export interface RunSetup {
  /** Whole number, 0 to 2³²−1. */
  readonly seed: number;
  /** `free`, or the id of an anchor of the scenario. */
  readonly from: string;
  /** Parameters by index that depart from their starting value. */
  readonly params?: readonly (readonly [index: number, value: number])[];
  /** Readings by index that are fixed instead of drawn. */
  readonly readings?: readonly (readonly [index: number, value: number])[];
  /** Give the recorded hour of the truce from outside (anchored runs over the whole battle). */
  readonly keepTruce?: boolean;
}

/** Ticks in a slot of weather. */
export const WEATHER_SLOT_TICKS = 4 * TICKS_PER_HOUR;

/** The world of a free run at tick 0, before anything has happened. Pure function of model and setup. */
export function makeWorld(model: Model, setup: RunSetup): World {
  const params = defaultParams();
  for (const [index, value] of setup.params ?? []) params[index] = value;
  const readings = drawReadings(model, setup);
  const sides = model.sides.length;
  return {
    from: setup.from,
    seed: setup.seed,
    tick: 0,
    endTick: endTickOf(model, setup.from),
    groundTick: -1,
    nextGroundTick: 0,
    groundDueTick: -1,
    params,
    readings,
    weather: drawWeather(model, setup.seed),
    otherFronts: Float64Array.from(model.sides, (side) => side.otherFronts),
    units: makeUnits(model, readings),
    ground: makeGround(model),
    offices: makeOffices(model, setup.seed, params, readings),
    mail: [],
    operations: [],
    meetings: [],
    talks: {
      agreedTick: -1,
      truceTick: -1,
      commitment: new Float64Array(sides),
      mobilisedTick: new Int32Array(sides).fill(-1),
    },
    tally: {
      rung: new Uint8Array(sides),
      rungTick: new Int32Array(sides).fill(-1),
      forceTick: new Int32Array(sides).fill(-1),
      loss: new Float64Array(sides),
      attackTick: new Int32Array(sides).fill(-1),
      shellsFired: new Float64Array(sides),
      shellsBrought: new Float64Array(sides),
      shellsLost: new Float64Array(sides),
    },
    lineBan: new Uint8Array(sides).fill(1),
    nextMessage: 0,
    nextOperation: 0,
    nextEvent: 0,
    eventCount: 0,
    chain: makeChain(),
    ended: false,
  };
}

/** Days after its recorded truce at which a run from a recorded state ends. Assumption: what it is asked is over. */
const DAYS_AFTER_TRUCE = 10;

/**
 * A free run goes to the end of the scenario. A run from a recorded state is about the fight: it ends ten
 * days after the truce on record, so that four days of the peace can still be looked at.
 */
function endTickOf(model: Model, from: string): number {
  const anchor = model.anchors.find((candidate) => candidate.id === from);
  if (anchor === undefined || anchor.truceTick < 0) return model.endTick;
  return Math.min(model.endTick, anchor.truceTick + DAYS_AFTER_TRUCE * TICKS_PER_DAY);
}

/** Each disputed number takes one of its claims, by weight. */
function drawReadings(model: Model, setup: RunSetup): Float64Array {
  const drawn = Float64Array.from(model.readings, (reading) => {
    const u = uniform(setup.seed, FOR.reading, 0, reading.luckKey);
    let sum = 0;
    for (const option of reading.options) {
      sum += option.weight;
      if (u < sum) return option.value;
    }
    return reading.options[reading.options.length - 1]!.value;
  });
  for (const [index, value] of setup.readings ?? []) drawn[index] = value;
  return drawn;
}

/** Weather by slot: as recorded where it is, else a chain from slot to slot. */
function drawWeather(model: Model, seed: number): Uint8Array {
  const slots = model.weather.recorded.length;
  const series = new Uint8Array(slots);
  const key = luckKeyOf('weather');
  const width = WEATHERS.length;
  let before = 0;
  for (let slot = 0; slot < slots; slot++) {
    const recorded = model.weather.recorded[slot]!;
    if (recorded === 255) {
      const u = uniform(seed, FOR.weather, slot, key);
      let sum = 0;
      let next = 0;
      for (; next < width - 1; next++) {
        sum += model.weather.transition[before * width + next]!;
        if (u < sum) break;
      }
      before = next;
    } else {
      before = recorded;
    }
    series[slot] = before;
  }
  return series;
}

/** The factor by which a reading scales a unit's establishment. */
function readingFactor(model: Model, readings: Float64Array, index: number): number {
  if (index < 0) return 1;
  const reference = model.readings[index]!.reference;
  return reference === 0 ? 1 : readings[index]! / reference;
}

function makeUnits(model: Model, readings: Float64Array): UnitState {
  const table = model.units;
  const count = table.count;
  const ints = (): Int32Array => new Int32Array(count);
  const bytes = (): Uint8Array => new Uint8Array(count);
  const floats = (): Float64Array => new Float64Array(count);
  const men = ints();
  const tanks = ints();
  for (let unit = 0; unit < count; unit++) {
    const menFactor = readingFactor(model, readings, table.menReading[unit]!);
    const tankFactor = readingFactor(model, readings, table.tanksReading[unit]!);
    men[unit] = Math.round(table.men[unit]! * menFactor);
    tanks[unit] = Math.round(table.tanks[unit]! * tankFactor);
  }
  return {
    location: table.start.slice(),
    men,
    killed: ints(),
    wounded: ints(),
    missing: ints(),
    sick: ints(),
    officersKilled: ints(),
    ncosKilled: ints(),
    tanks,
    tanksBurnt: ints(),
    tanksRear: ints(),
    tanksSpot: ints(),
    tanksBogged: ints(),
    guns: table.guns.slice(),
    gunsLost: ints(),
    antiTankGuns: table.antiTankGuns.slice(),
    aircraft: table.aircraft.slice(),
    ammunition: floats().fill(1),
    fatigueDays: floats(),
    suppression: floats(),
    suppressionTick: ints(),
    recentLoss: floats(),
    morale: bytes(),
    rallyTick: ints().fill(-1),
    task: bytes(),
    taskTarget: ints().fill(-1),
    taskTick: ints(),
    operation: ints().fill(-1),
    stance: bytes(),
    nextLocation: ints().fill(-1),
    arriveTick: ints().fill(-1),
    firedTick: ints().fill(-1),
    causeEvent: new Array<string>(count).fill(''),
    readiness: table.readiness.slice(),
  };
}

function makeGround(model: Model): GroundState {
  const hexes = model.grid.count;
  const sides = model.sides.length;
  const holder = new Int8Array(hexes).fill(-1);
  for (let unit = 0; unit < model.units.count; unit++) {
    const at = model.units.start[unit]!;
    if (at < hexes) holder[at] = model.units.side[unit]!;
  }
  return {
    railCut: new Int32Array(hexes),
    rangedTick: new Int32Array(sides * hexes).fill(-1),
    trench: new Float64Array(sides * hexes),
    wire: new Float64Array(sides * hexes),
    holder,
    share: new Uint8Array(hexes).fill(5),
    seenTick: new Int32Array(sides * hexes).fill(-1),
  };
}

/**
 * Puts a person's traits (0–1) into his office's place in `traits`; those not given stay as they are.
 * What a man was like is known roughly: each run takes him a little otherwise.
 */
export function drawTraits(
  traits: Float64Array,
  office: number,
  given: Readonly<Partial<Record<Trait, number>>>,
  spread: number,
  luck: { readonly seed: number; readonly tick: number; readonly luckKey: number },
): void {
  TRAITS.forEach((trait, t) => {
    const value = given[trait];
    if (value === undefined) return;
    const deviate = normal(luck.seed, FOR.initiative, luck.tick, luck.luckKey, 0, t);
    traits[office * TRAITS.length + t] = Math.max(0, Math.min(1, value + spread * deviate));
  });
}

/** `[office * RULE_PARTS + part]` the rules of engagement of the first day. */
export function firstRules(model: Model): Uint8Array {
  return Uint8Array.from(
    model.offices.flatMap(({ engagement: { first, challenges, last } }) => [
      codeOf(ENGAGEMENT_STEPS, first),
      challenges,
      codeOf(ENGAGEMENT_STEPS, last),
    ]),
  );
}

function makeOffices(
  model: Model,
  seed: number,
  params: Float64Array,
  readings: Float64Array,
): OfficeState {
  const traitSpread = params[P['person.traitSpread']]!;
  const offices = model.offices.length;
  const cells = offices * model.areas.length;
  const traits = new Float64Array(offices * TRAITS.length);
  const cycleTick = new Int32Array(offices);
  const since = new Int32Array(offices);
  model.offices.forEach((office, o) => {
    drawTraits(traits, o, office.traits, traitSpread, { seed, tick: 0, luckKey: office.luckKey });
    // The first staff cycle falls somewhere in the first period, so that offices do not march in step.
    const cycle = Math.max(1, Math.round(office.cycleMinutes / 15));
    cycleTick[o] = Math.floor(uniform(seed, FOR.planning, 0, office.luckKey) * cycle);
    since[o] = -office.daysInPost * TICKS_PER_DAY;
  });
  for (const purge of model.purges) {
    for (const { office } of purge.pools) {
      const days = firstDaysInPost(purge, model.offices[office]!.daysInPost, params);
      since[office] = -days * TICKS_PER_DAY;
    }
  }
  const lists = <T>(): T[][] => Array.from({ length: offices }, () => []);
  const state: OfficeState = {
    cycleTick,
    decidedTick: new Int32Array(offices).fill(-1),
    stirred: new Uint8Array(offices),
    untold: new Uint8Array(offices),
    person: model.offices.map((office) => office.person),
    traits,
    ownTraits: traits.slice(),
    staffFilled: new Int32Array(offices),
    staffGreen: new Int32Array(offices),
    dread: new Float64Array(offices),
    successorTick: new Int32Array(offices).fill(-1),
    handOverTick: new Int32Array(offices).fill(-1),
    sinceTick: since,
    enemy: new Float64Array(cells * PICTURE_KINDS.length),
    enemyTick: new Int32Array(cells).fill(-1),
    enemySince: new Int32Array(cells).fill(-1),
    activity: new Uint8Array(cells),
    notedTick: new Int32Array(cells).fill(-1),
    notedMen: new Float64Array(cells),
    notedActivity: new Uint8Array(cells),
    retold: new Uint8Array(cells),
    glimpse: new Float64Array(cells * PICTURE_KINDS.length),
    glimpseNow: new Float64Array(cells * PICTURE_KINDS.length),
    glimpseTick: new Int32Array(cells).fill(-1),
    glimpseActivity: new Uint8Array(cells),
    own: new Float64Array(cells),
    ownRead: new Float64Array(cells),
    lossRead: new Float64Array(offices),
    holder: new Int8Array(cells).fill(-1),
    lostTick: new Int32Array(cells).fill(-1),
    appealedTick: new Int32Array(cells).fill(-1),
    appealTick: new Int32Array(cells).fill(-1),
    parleyTick: new Int32Array(cells).fill(-1),
    surveyTick: new Int32Array(cells).fill(-1),
    heldTick: new Int32Array(cells).fill(-1),
    intent: new Float64Array(offices),
    intentTick: new Int32Array(offices),
    ownLoss: new Float64Array(offices),
    grants: model.offices.map((office, o) =>
      office.grants.map((grant) => ({
        kind: grant.kind,
        act: grant.act,
        area: grant.area,
        forceMenMax: grant.forceMenMax,
        by: o,
        tick: 0,
        event: '',
        reserved: grant.reserved,
        backed: true,
      })),
    ),
    charges: lists(),
    standing: lists(),
    deeds: lists(),
    inbox: lists(),
    pending: lists(),
    truceTold: new Int32Array(offices).fill(-1),
    truceEvent: Array.from({ length: offices }, () => ''),
    truceKept: new Uint8Array(offices),
    shipsTick: new Int32Array(offices).fill(-1),
    rules: firstRules(model),
    lacks: model.offices.map(({ byReading }) =>
      byReading.flatMap(({ reading, value, acts }) =>
        readings[reading] === value ? [] : [...acts],
      ),
    ),
    reportTick: new Int32Array(offices).fill(-1),
    orderEvent: Array.from({ length: offices }, () => ''),
    forbadeTick: new Int32Array(offices).fill(-1),
    talkWith: new Int16Array(offices).fill(-1),
    talkUntil: new Int32Array(offices).fill(-1),
    calledTick: new Int32Array(offices).fill(-1),
    precedent: new Float64Array(offices),
    rebukedTick: new Int32Array(offices).fill(-1),
  };
  for (const purge of model.purges) {
    for (const pool of purge.pools) {
      state.staffFilled[pool.office] = pool.filled;
      settleTraits(state, purge, pool, params, 0);
    }
  }
  return state;
}
