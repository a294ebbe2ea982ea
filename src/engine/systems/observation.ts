import { FOR, logNormal, uniform } from '../draw.ts';
import { groundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import {
  SHOWN,
  detectionChance,
  nearestMetres,
  shownMetres,
  sightMetres,
} from '../rules/visibility.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { ACTIVITIES, LIGHTS, MORALES, TASKS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { movedUnits } from './movement.ts';
import { occupancyNow, type Occupancy } from './occupancy.ts';
import { isAttacking } from './operations.ts';
import { noteContact, type Sighting } from './picture.ts';
import { SIGHT_HEXES, hexesFrom } from './sight.ts';
import { lightNow, weatherNow } from './state.ts';
import { viewsBetween } from './views.ts';
import { isInView } from './works.ts';

const FORTIFY = codeOf(TASKS, 'fortify');
const BAIT = codeOf(TASKS, 'bait');
const BROKEN = codeOf(MORALES, 'broken');
const CIVIL = codeOf(LIGHTS, 'civil');
const PRESENT = ACTIVITIES.indexOf('present');
const DIGGING = ACTIVITIES.indexOf('digging');
const MASSING = ACTIVITIES.indexOf('massing');
const FIRING = ACTIVITIES.indexOf('firing');
const ATTACKING = ACTIVITIES.indexOf('attacking');

/** Men in one hex from which on a body looks like a force that gathers. Assumption: most of a battalion. */
const MASSING_MEN = 350;

/** Routine observation: every four hours, at the change of the weather slot. */
export const ROUTINE_TICKS = 16;

/** What a body in a hex shows of itself, written by `surveyBody`. */
const body = { shown: 0, activity: 0, men: 0, guns: 0, tanks: 0 };

/** Farthest look between the routine ones: what can be fired at or run into. Assumption. */
const QUICK_HEXES = 3;
/** A body not seen for so long is news when it is seen. Assumption. */
const NEWS_TICKS = 4 * TICKS_PER_HOUR;

/**
 * One look of everybody at everybody: for each pair of occupied hexes in sight a draw decides whether
 * the body there is seen. What is seen is dated in `ground.seenTick`.
 * @param full a routine look to the limit of sight, after which the offices whose own men see a body
 * enter an estimate with its error into their pictures; otherwise a look about for what is near, of
 * which only news is told.
 */
export function observe(run: Run, occupancy: Occupancy, full: boolean): void {
  const sky = skyNow(run);
  for (let side = 0; side < 2; side++) {
    const count = occupancy.counts[side]!;
    for (let place = 0; place < count; place++) lookFor(run, occupancy, side, place, full, sky);
  }
}

/** What a round of looks has in common. */
interface Sky {
  /** Code of `LIGHTS`. */
  readonly light: number;
  readonly sightMetres: number;
  readonly c: GroundCoefficients;
}

function skyNow(run: Run): Sky {
  const c = groundCoefficients(run.world.params);
  const light = lightNow(run);
  return { light, sightMetres: sightMetres(light, weatherNow(run), c), c };
}

/** The look at those who have just come to another hex, and their own look about them. */
export function lookAtMoved(run: Run, occupancy: Occupancy, moved: number): void {
  const { world, model } = run;
  const sky = skyNow(run);
  const n = model.grid.count;
  if (lookedAt.length < 2 * n) lookedAt = new Uint8Array(2 * n);
  lookedAt.fill(0);
  let lastKey = -1;
  for (let i = 0; i < moved; i++) {
    const unit = movedUnits[i]!;
    const at = world.units.location[unit]!;
    const side = model.units.side[unit]!;
    const key = side * n + at;
    if (at >= n || key === lastKey || occupancy.head[key]! < 0) continue;
    lastKey = key;
    if (lookedAt[key] === 0)
      lookOnce(run, occupancy, side, occupancy.keys[side]!.indexOf(key), sky);
    const far = hexesFrom(model, at);
    const others = occupancy.keys[1 - side]!;
    for (let j = 0; j < occupancy.counts[1 - side]!; j++) {
      const other = others[j]! - (1 - side) * n;
      if (far[other]! <= QUICK_HEXES) lookOnce(run, occupancy, 1 - side, j, sky);
    }
  }
}

/** `[key]` 1 where the body has been looked for in this round. Scratch. */
let lookedAt = new Uint8Array(0);

/** A second look for a body within a tick would take the same draws, and find no news. */
function lookOnce(run: Run, occupancy: Occupancy, side: number, place: number, sky: Sky): void {
  const key = occupancy.keys[side]![place]!;
  if (lookedAt[key] === 1) return;
  lookedAt[key] = 1;
  lookFor(run, occupancy, side, place, false, sky);
}

/**
 * All bodies of the other side look for the one at a place in the keys of a side. Assumption: beyond two and a half
 * times the range of sight the chance is nothing.
 */
function lookFor(
  run: Run,
  occupancy: Occupancy,
  side: number,
  place: number,
  full: boolean,
  { light, sightMetres, c }: Sky,
): void {
  const { model, world } = run;
  const n = model.grid.count;
  const width = model.grid.hexWidthMetres;
  findWatchers(run, occupancy, side, place, full ? SIGHT_HEXES : QUICK_HEXES);
  if (watchers.count === 0) return;
  const key = occupancy.keys[side]![place]!;
  surveyBody(run, occupancy, key);
  const shown = shownMetres(sightMetres, body.shown, light, c);
  const limit = Math.ceil((2.5 * shown) / width) + 1;
  const { head } = occupancy;
  const { seed, tick } = world;
  const { seenTick } = world.ground;
  const seenKey = key < n ? n + key : key - n;
  const seenBefore = seenTick[seenKey]!;
  const told = full || seenBefore < 0 || tick - seenBefore > NEWS_TICKS;
  const luck = model.units.luckKey;
  const luckOfSeen = luck[head[key]!]!;
  look++;
  let isSeen = false;
  for (let i = 0; i < watchers.count; i++) {
    if (watchers.hexes[i]! > limit) continue;
    const watching = watchers.key[i]!;
    if (isSeen && isInformed(occupancy, watching, model.units.office)) continue;
    const range = nearestMetres(watchers.hexes[i]!, width);
    const u = uniform(seed, FOR.detection, tick, luck[head[watching]!]!, luckOfSeen);
    if (u > detectionChance(range, shown)) continue;
    isSeen = true;
    seenTick[seenKey] = tick;
    // Of what is no news one look is enough.
    if (!told) return;
    tell(run, occupancy, watching, key, range / Math.max(1, shown), c);
  }
}

/** Who can see a body over the ground, whatever it shows: `count` keys, and how many hexes off. Scratch. */
const watchers = { count: 0, key: new Int32Array(0), hexes: new Uint8Array(0) };

/** Finds the bodies of the other side with a free view of the one at a place in the keys of a side within `reach` hexes. */
function findWatchers(
  run: Run,
  occupancy: Occupancy,
  side: number,
  place: number,
  reach: number,
): void {
  const { hexes, width } = viewsBetween(run, occupancy);
  const keys = occupancy.keys[1 - side]!;
  const count = occupancy.counts[1 - side]!;
  const step = side === 0 ? 1 : width;
  let at = side === 0 ? place * width : place;
  watchers.count = 0;
  if (watchers.key.length < count) {
    watchers.key = new Int32Array(count);
    watchers.hexes = new Uint8Array(count);
  }
  for (let j = 0; j < count; j++, at += step) {
    if (hexes[at]! > reach) continue;
    watchers.key[watchers.count] = keys[j]!;
    watchers.hexes[watchers.count++] = hexes[at]!;
  }
}

/**
 * Each office with units in the watching hex gets its own estimate. Assumption: the error never falls
 * below a third of that at the limit of sight.
 */
function tell(
  run: Run,
  occupancy: Occupancy,
  watcher: number,
  key: number,
  nearness: number,
  c: GroundCoefficients,
): void {
  const { model, world } = run;
  const n = model.grid.count;
  const target = key % n;
  const keyOfSeen = model.units.luckKey[occupancy.head[key]!]!;
  const officeOf = model.units.office;
  const { next } = occupancy;
  // Near things are counted better: at a fifth of the range of sight the error is less than half.
  const sigma = c.estimateSigma * Math.min(1, 0.35 + 0.65 * nearness);
  for (let unit = occupancy.head[watcher]!; unit >= 0; unit = next[unit]!) {
    const office = officeOf[unit]!;
    if (informed[office] === look) continue;
    informed[office] = look;
    const error = logNormal(
      sigma,
      world.seed,
      FOR.survey,
      world.tick,
      model.offices[office]!.luckKey,
      keyOfSeen,
    );
    noteContact(
      run,
      office,
      target,
      Math.round(body.men * error),
      Math.round(body.guns * error),
      Math.round(body.tanks * error),
      world.ground.trench[key]!,
      body.activity,
    );
  }
}

/** Whether every office with units in a hex has been told in this look, so that no more is to be had from it. */
function isInformed({ head, next }: Occupancy, key: number, officeOf: Uint8Array): boolean {
  for (let unit = head[key]!; unit >= 0; unit = next[unit]!) {
    if (informed[officeOf[unit]!] !== look) return false;
  }
  return true;
}

/** Number of the look that goes on, and `[office]` the last one of which the office has been told. Scratch. */
let look = 0;
const informed = new Float64Array(256);

/** Works 0–1 from which on fresh earth is seen by day, whether or not men are at work on it. Assumption. */
const FRESH_EARTH = 0.2;

/** Whether men who are told to dig wait for the dark, so that nothing is to be seen of it yet. */
function liesLow(run: Run, occupancy: Occupancy, unit: number, key: number): boolean {
  if (run.world.ground.trench[key]! >= FRESH_EARTH || lightNow(run) < CIVIL) return false;
  const share = groundCoefficients(run.world.params).dayShift;
  return share < 0.5 && isInView(run, occupancy, unit);
}

/** Whether a unit stands on ground that is not its side's by the line that its side claims. */
function isOut({ model }: Run, unit: number, at: number): boolean {
  const side = model.units.side[unit]!;
  return model.ground.owner[side * model.grid.count + at] !== side;
}

/**
 * What of a side stands in an area in truth, written into a sighting: men, guns and tanks added up, the gravest doing,
 * and the deepest works, whether or not anybody is in them.
 */
export function surveyArea(
  run: Run,
  side: number,
  area: number,
  found: { -readonly [K in keyof Sighting]: Sighting[K] },
): void {
  const { model, world } = run;
  const n = model.grid.count;
  const occupancy = occupancyNow(run);
  found.area = area;
  found.men = found.guns = found.tanks = found.works = found.activity = 0;
  for (let hex = 0; hex < n; hex++) {
    if (model.ground.area[hex] !== area) continue;
    const key = side * n + hex;
    found.works = Math.max(found.works, world.ground.trench[key]!);
    if (occupancy.head[key]! < 0) continue;
    surveyBody(run, occupancy, key);
    found.men += body.men;
    found.guns += body.guns;
    found.tanks += body.tanks;
    found.activity = Math.max(found.activity, body.activity);
  }
}

/**
 * Works out what a body shows and what it seems to be doing. Assumption: a fifth of a trench hides a lying
 * man.
 */
function surveyBody(run: Run, occupancy: Occupancy, key: number): void {
  const { world, model } = run;
  const { men, guns, antiTankGuns, tanks, firedTick, nextLocation, morale, task, operation } =
    world.units;
  const { next } = occupancy;
  const at = key % model.grid.count;
  const idle = world.ground.trench[key]! < 0.2 ? SHOWN.standing : SHOWN.lying;
  let shown: number = SHOWN.lying;
  let activity = PRESENT;
  body.men = body.guns = body.tanks = 0;
  for (let unit = occupancy.head[key]!; unit >= 0; unit = next[unit]!) {
    const hasTanks = tanks[unit]! > 0;
    body.men += men[unit]!;
    body.guns += hasTanks ? antiTankGuns[unit]! : guns[unit]! + antiTankGuns[unit]!;
    body.tanks += tanks[unit]!;
    const fired = firedTick[unit]!;
    if (fired >= 0 && world.tick - fired <= TICKS_PER_HOUR) {
      shown = SHOWN.firing;
      activity = Math.max(activity, FIRING);
    } else if (nextLocation[unit]! >= 0 || morale[unit] === BROKEN) {
      shown = Math.max(shown, SHOWN.moving);
    } else if (task[unit] === FORTIFY && !liesLow(run, occupancy, unit, key)) {
      shown = Math.max(shown, SHOWN.digging);
      activity = Math.max(activity, DIGGING);
    } else if (task[unit] === BAIT && isOut(run, unit, at)) {
      // Who wants to be seen at work stands up, and moves no earth.
      shown = Math.max(shown, SHOWN.moving);
      activity = Math.max(activity, DIGGING);
    } else shown = Math.max(shown, idle);
    if (operation[unit]! >= 0 && isAttacking(run, unit)) activity = ATTACKING;
  }
  const own = model.units.side[occupancy.head[key]!]!;
  const ownGround = model.ground.owner[(1 - own) * model.grid.count + at] === own;
  // Many men well behind their own line are a garrison; near the tract they are a force that gathers.
  const isMassing = body.men >= MASSING_MEN && !ownGround;
  body.shown = shown;
  body.activity = isMassing ? Math.max(activity, MASSING) : activity;
}
