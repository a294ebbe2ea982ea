import { NO_HEX } from '../../hex/index.ts';
import type { Run } from '../world/world.ts';
import type { Occupancy } from './occupancy.ts';
import { clearHeap, isEmpty, pop, push } from './path-heap.ts';
import { NO_WAY, allowed, barsOf, nextOnWay, routeTo, stepsOf, type Route } from './paths.ts';

/** Hexes looked at before an attack gives up looking for a way round. Assumption: a circle of some 2 km. */
const LOOKED_AT_MAX = 40;

/** `[hex]` minutes from the unit and the hex one came from, valid where `seenIn` names this search. Scratch. */
const reached = {
  minutes: new Float64Array(0),
  from: new Int16Array(0),
  seenIn: new Int32Array(0),
  search: 0,
};

/**
 * Next location of an attacker on its way to a target, round hexes in which enemies stand. Assumption: who is
 * sent to attack one height knows which others the enemy sits on; where there is no way round, it goes
 * through them. Enemies at the target itself are no reason to go elsewhere.
 * @returns the location itself at the target, `NO_WAY` without a way.
 */
export function nextRoundEnemies(
  run: Run,
  unit: number,
  target: number,
  occupancy: Occupancy,
): number {
  const { model, world } = run;
  const next = nextOnWay(run, unit, target);
  const n = model.grid.count;
  const at = world.units.location[unit]!;
  if (next === NO_WAY || next === target || at >= n || target >= n) return next;
  const side = model.units.side[unit]!;
  if (occupancy.counts[1 - side] === 0) return next;
  const route = routeTo(model, model.units.moveClass[unit]!, target, barsOf(run, side));
  const enemies = (1 - side) * n;
  let hex = next;
  while (hex !== target && hex < n && occupancy.men[enemies + hex] === 0) hex = route.next[hex]!;
  if (hex === target || hex >= n) return next;
  const changes = occupancy.changes[1 - side]!;
  if (answers.occupancy !== occupancy || answers.changes !== changes) {
    answers.occupancy = occupancy;
    answers.changes = changes;
    answers.known.clear();
  }
  const who = (barsOf(run, side) * 6 + model.units.moveClass[unit]!) * 2 + side;
  const question = (who * n + at) * n + target;
  const known = answers.known.get(question);
  if (known !== undefined) return known === NO_HEX ? next : known;
  const round = firstHexRound(run, unit, target, route, occupancy);
  answers.known.set(question, round);
  return round === NO_HEX ? next : round;
}

/** What has been found since an enemy last came or went: the companies of a regiment ask the same. Scratch. */
const answers = {
  occupancy: undefined as Occupancy | undefined,
  changes: -1,
  known: new Map<number, number>(),
};

/**
 * The first hex of the fastest way that passes by the enemies; `NO_HEX` when none was found. The minutes of
 * the undisturbed way guide the search: they are never more than those of a way round.
 */
function firstHexRound(
  run: Run,
  unit: number,
  target: number,
  route: Route,
  occupancy: Occupancy,
): number {
  const { model, world } = run;
  const { neighbours, count: n } = model.grid;
  const side = model.units.side[unit]!;
  const bars = barsOf(run, side);
  const enemies = (1 - side) * n;
  const steps = stepsOf(model, model.units.moveClass[unit]!);
  const start = world.units.location[unit]!;
  begin(n);
  reach(start, NO_HEX, 0, route);
  for (let looked = 0; looked < LOOKED_AT_MAX && !isEmpty(); looked++) {
    const at = pop();
    if (at === target) return firstHop(target, start);
    for (let direction = 0; direction < 6; direction++) {
      const to = neighbours[at * 6 + direction]!;
      if (to === NO_HEX || !allowed(model, at, to, bars)) continue;
      if (to !== target && occupancy.men[enemies + to]! > 0) continue;
      reach(to, at, reached.minutes[at]! + steps[at * 6 + direction]!, route);
    }
  }
  return NO_HEX;
}

function begin(hexes: number): void {
  clearHeap();
  reached.search++;
  if (reached.minutes.length >= hexes) return;
  reached.minutes = new Float64Array(hexes);
  reached.from = new Int16Array(hexes);
  reached.seenIn = new Int32Array(hexes);
}

/** Notes a way to a hex, if it is the fastest so far and leads on to the target. */
function reach(hex: number, from: number, minutes: number, route: Route): void {
  const whole = minutes + route.minutes[hex]!;
  const known = reached.seenIn[hex] === reached.search;
  if (whole === Infinity || (known && reached.minutes[hex]! <= minutes)) return;
  reached.seenIn[hex] = reached.search;
  reached.minutes[hex] = minutes;
  reached.from[hex] = from;
  push(whole, hex);
}

function firstHop(target: number, start: number): number {
  let hex = target;
  while (reached.from[hex] !== start) hex = reached.from[hex]!;
  return hex;
}
