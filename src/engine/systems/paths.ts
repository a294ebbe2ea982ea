import { NO_HEX } from '../../hex/index.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { defaultParams } from '../parameters.ts';
import { readGroundCoefficients, type GroundCoefficients } from '../rules/coefficients.ts';
import { linkHours, stepMinutes } from '../rules/movement.ts';
import { TASKS, codeOf } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { clearHeap, isEmpty, pop, push } from './path-heap.ts';
import { liftsTroops } from './sea-lift.ts';
import { isLineBanned } from './state.ts';

const BAIT = codeOf(TASKS, 'bait');

/** Value in a route where there is no way. */
export const NO_WAY = -1;

/** Ways from everywhere to one location. A location is a hex or `grid.count + node`. */
export interface Route {
  /** `[location]` next location on the way, the location itself at the goal, or `NO_WAY`. */
  readonly next: Int16Array;
  /** `[location]` minutes by day, dry and rested, at the starting values; `Infinity` without a way. */
  readonly minutes: Float64Array;
}

/** Minutes for passing a gate between the battlefield and the network. Assumption. */
const GATE_MINUTES = 15;

/**
 * Routes hold for the starting values of the parameters, so that what one run has looked up never
 * changes the ways of another; the pace on the way is taken with the run's own values.
 */
let routeCoefficients: GroundCoefficients | undefined;

interface PathTables {
  readonly routes: (Route | undefined)[];
  /** `[moveClass]` → `[hex * 6 + direction]` minutes of the step. */
  readonly steps: (Float64Array | undefined)[];
  /** `[node]` links from and to it. */
  readonly linksAt: readonly (readonly number[])[];
  /** `[hex]` node that opens here, or -1. */
  readonly gateAt: Int16Array;
  /** Offices whose ships carry over some link, ascending. */
  readonly carriers: readonly number[];
  /** `[link]` value in the bars of a way when its ships do not carry; 0 where it takes none. */
  readonly shutBits: Int32Array;
}

const tablesOf = oncePer((model: Model): PathTables => {
  const gateAt = new Int16Array(model.grid.count).fill(-1);
  const linksAt: number[][] = model.theatre.nodes.map(() => []);
  model.theatre.nodes.forEach((node, index) => {
    if (node.gateHex >= 0) gateAt[node.gateHex] = index;
  });
  model.theatre.links.forEach((link, index) => {
    linksAt[link.from]!.push(index);
    linksAt[link.to]!.push(index);
  });
  const carriers = model.offices.flatMap(({ hasShips }, office) => (hasShips ? [office] : []));
  const shutBits = Int32Array.from(model.theatre.links, ({ carrier }) =>
    carrier < 0 ? 0 : 1 << carriers.indexOf(carrier),
  );
  return { routes: [], steps: [], linksAt, gateAt, carriers, shutBits };
});

const step = {
  moveClass: 0,
  terrain: 0,
  climbMetres: 0,
  hexsideBits: 0,
  wayBits: 0,
  passableMetres: 0,
  distanceMetres: 0,
};

/** Minutes of one step from a hex in a direction, by day, dry and rested. */
export function hexStepMinutes(
  model: Model,
  moveClass: number,
  side6: number,
  c: GroundCoefficients,
): number {
  const hex = Math.floor(side6 / 6);
  const other = model.grid.neighbours[side6]!;
  if (other === NO_HEX) return Infinity;
  step.moveClass = moveClass;
  step.terrain = model.ground.terrain[other]!;
  step.climbMetres = model.ground.elevation[other]! - model.ground.elevation[hex]!;
  step.hexsideBits = model.ground.hexsides[side6]!;
  step.wayBits = model.ground.ways[side6]!;
  step.passableMetres = model.ground.passableMetres[side6]!;
  step.distanceMetres = model.grid.hexWidthMetres;
  return stepMinutes(step, c);
}

/** `[hex * 6 + direction]` minutes of every step of a move class, by day, dry and rested, at the starting values. */
export function stepsOf(model: Model, moveClass: number): Float64Array {
  const tables = tablesOf(model);
  let steps = tables.steps[moveClass];
  if (steps === undefined) {
    routeCoefficients ??= readGroundCoefficients(defaultParams());
    steps = new Float64Array(model.grid.count * 6);
    for (let i = 0; i < steps.length; i++) {
      steps[i] = hexStepMinutes(model, moveClass, i, routeCoefficients);
    }
    tables.steps[moveClass] = steps;
  }
  return steps;
}

/** Whether a parameter vector holds the starting values throughout. */
const isAtStart = oncePer((params: Float64Array): boolean => {
  const start = defaultParams();
  return params.every((value, index) => value === start[index]);
});

/** Minutes of one step by day, dry and rested, at the run's own values. */
export function minutesOfStep(
  { world, model }: Run,
  moveClass: number,
  side6: number,
  c: GroundCoefficients,
): number {
  if (isAtStart(world.params)) return stepsOf(model, moveClass)[side6]!;
  return hexStepMinutes(model, moveClass, side6, c);
}

/**
 * Route to a location for a move class.
 * @param bars 0 anywhere, or what `barsOf` gives.
 */
export function routeTo(model: Model, moveClass: number, target: number, bars: number): Route {
  const tables = tablesOf(model);
  const locations = model.grid.count + model.theatre.nodes.length;
  const index = (bars * 6 + moveClass) * locations + target;
  let route = tables.routes[index];
  if (route === undefined) {
    route = search(model, moveClass, target, bars);
    tables.routes[index] = route;
  }
  return route;
}

/** Bars on a way have the ban on the line below this, and the links that are shut above it. */
const LINE_BARS = 3;

/**
 * What bars the ways of a side now, as one number. The ban on the line: 0 none; 1 + side never from that side's
 * ground (by its own line) onto other ground. And `LINE_BARS` times a bit for each office whose ships do not carry
 * the side's troops.
 */
export function barsOf(run: Run, side: number): number {
  const { carriers } = tablesOf(run.model);
  let shut = 0;
  for (let i = 0; i < carriers.length; i++) {
    if (!liftsTroops(run, carriers[i]!, side)) shut |= 1 << i;
  }
  return (isLineBanned(run, side) ? 1 + side : 0) + LINE_BARS * shut;
}

/** Whether no ship goes over a link, by the bars of a way. */
function isShut(tables: PathTables, link: number, bars: number): boolean {
  return (tables.shutBits[link]! & Math.floor(bars / LINE_BARS)) !== 0;
}

/**
 * Hex of its own ground from which a party of the side steps over to a hex beyond its line, the lowest by
 * index; -1 where there is none.
 */
export function jumpOffOf(model: Model, side: number, hex: number): number {
  const { ground, grid } = model;
  let found = -1;
  for (let direction = 0; direction < 6; direction++) {
    const other = grid.neighbours[hex * 6 + direction]!;
    if (other === NO_HEX || ground.passableMetres[hex * 6 + direction] === 0) continue;
    if (ground.owner[side * grid.count + other] !== side) continue;
    if (found < 0 || other < found) found = other;
  }
  return found;
}

/**
 * The way of a party that is sent over the line to be seen: over its own ground to the foot of the last step
 * out, and by the same hex back.
 */
function nextForBait(run: Run, unit: number, target: number): number {
  const { model } = run;
  const { ground, grid } = model;
  const at = run.world.units.location[unit]!;
  const side = model.units.side[unit]!;
  const isOut = (place: number): boolean =>
    place < grid.count && ground.owner[side * grid.count + place] !== side;
  if (at === target) return target;
  if (isOut(at)) return jumpOffOf(model, side, at);
  const foot = isOut(target) ? jumpOffOf(model, side, target) : target;
  if (foot < 0 || at === foot) return foot < 0 ? NO_WAY : target;
  return routeTo(model, model.units.moveClass[unit]!, foot, barsOf(run, side)).next[at]!;
}

/** Next location of a unit on its way to a target; itself at the target, `NO_WAY` without a way. */
export function nextOnWay(run: Run, unit: number, target: number): number {
  const at = run.world.units.location[unit]!;
  const moveClass = run.model.units.moveClass[unit]!;
  if (run.world.units.task[unit] === BAIT) return nextForBait(run, unit, target);
  const side = run.model.units.side[unit]!;
  return routeTo(run.model, moveClass, target, barsOf(run, side)).next[at]!;
}

/** Minutes a rested unit needs to a target by day, `Infinity` without a way. For plans. */
export function travelMinutes(run: Run, unit: number, target: number): number {
  const at = run.world.units.location[unit]!;
  const moveClass = run.model.units.moveClass[unit]!;
  const side = run.model.units.side[unit]!;
  return routeTo(run.model, moveClass, target, barsOf(run, side)).minutes[at]!;
}

/** Link between two nodes that is not barred and that a move class passes fastest, or -1. */
export function linkBetween(
  model: Model,
  from: number,
  to: number,
  moveClass: number,
  bars: number,
  c: GroundCoefficients,
): number {
  const tables = tablesOf(model);
  let best = -1;
  let bestHours = Infinity;
  for (const index of tables.linksAt[from]!) {
    const link = model.theatre.links[index]!;
    if ((link.from !== to && link.to !== to) || isShut(tables, index, bars)) continue;
    const hours = linkHours(link.kind, link.lengthKm, moveClass, c);
    if (hours < bestHours) {
      best = index;
      bestHours = hours;
    }
  }
  return best;
}

/** Whether a step may be taken under the bars of a way. */
export function allowed(model: Model, from: number, to: number, bars: number): boolean {
  const ban = bars % LINE_BARS;
  if (ban === 0) return true;
  const side = ban - 1;
  const base = side * model.grid.count;
  if (model.ground.owner[base + to] === side) return true;
  // Who is out already may find his way home.
  return from < model.grid.count && model.ground.owner[base + from] !== side;
}

/** Least minutes from everywhere to the target, then the first hop on a fastest way. */
function search(model: Model, moveClass: number, target: number, bars: number): Route {
  const locations = model.grid.count + model.theatre.nodes.length;
  const minutes = new Float64Array(locations).fill(Infinity);
  const next = new Int16Array(locations).fill(NO_WAY);
  const steps = stepsOf(model, moveClass);
  done = done.length < locations ? new Uint8Array(locations) : done.fill(0);
  clearHeap();
  minutes[target] = 0;
  push(0, target);
  while (!isEmpty()) {
    const at = pop();
    if (done[at] === 1) continue;
    done[at] = 1;
    if (at < model.grid.count) relaxHexes(model, steps, at, bars, minutes);
    relaxNetwork(model, moveClass, at, bars, minutes);
  }
  for (let at = 0; at < locations; at++) {
    if (minutes[at] !== Infinity) next[at] = firstHop(model, moveClass, steps, at, bars, minutes);
  }
  next[target] = target;
  return { next, minutes };
}
let done = new Uint8Array(0);

function relaxHexes(
  model: Model,
  steps: Float64Array,
  at: number,
  bars: number,
  minutes: Float64Array,
): void {
  const neighbours = model.grid.neighbours;
  for (let direction = 0; direction < 6; direction++) {
    const from = neighbours[at * 6 + direction]!;
    if (from === NO_HEX || done[from] === 1) continue;
    const back = direction < 3 ? direction + 3 : direction - 3;
    const sum = minutes[at]! + steps[from * 6 + back]!;
    if (sum < minutes[from]! && allowed(model, from, at, bars)) {
      minutes[from] = sum;
      push(sum, from);
    }
  }
}

/** Gates and links that lead to a location. */
function relaxNetwork(
  model: Model,
  moveClass: number,
  at: number,
  bars: number,
  minutes: Float64Array,
): void {
  const n = model.grid.count;
  const tables = tablesOf(model);
  if (at < n) {
    const node = tables.gateAt[at]!;
    if (node >= 0 && allowed(model, n + node, at, bars)) {
      offer(minutes, n + node, minutes[at]! + GATE_MINUTES);
    }
    return;
  }
  const gate = model.theatre.nodes[at - n]!.gateHex;
  if (gate >= 0) offer(minutes, gate, minutes[at]! + GATE_MINUTES);
  for (const index of tables.linksAt[at - n]!) {
    if (isShut(tables, index, bars)) continue;
    const from = farEnd(model, index, at - n);
    offer(minutes, n + from, minutes[at]! + linkMinutes(model, index, moveClass));
  }
}

function offer(minutes: Float64Array, from: number, sum: number): void {
  if (sum >= minutes[from]!) return;
  minutes[from] = sum;
  push(sum, from);
}

/** The first hop on a fastest way: directions in their order, then the gate, then links in theirs. */
function firstHop(
  model: Model,
  moveClass: number,
  steps: Float64Array,
  at: number,
  bars: number,
  minutes: Float64Array,
): number {
  const n = model.grid.count;
  const tables = tablesOf(model);
  let best = Infinity;
  let hop = NO_WAY;
  if (at < n) {
    for (let direction = 0; direction < 6; direction++) {
      const to = model.grid.neighbours[at * 6 + direction]!;
      if (to === NO_HEX) continue;
      const sum = steps[at * 6 + direction]! + minutes[to]!;
      if (sum < best && allowed(model, at, to, bars)) {
        best = sum;
        hop = to;
      }
    }
    const node = tables.gateAt[at]!;
    return node >= 0 && GATE_MINUTES + minutes[n + node]! < best ? n + node : hop;
  }
  const gate = model.theatre.nodes[at - n]!.gateHex;
  if (gate >= 0 && allowed(model, at, gate, bars)) {
    best = GATE_MINUTES + minutes[gate]!;
    hop = gate;
  }
  for (const index of tables.linksAt[at - n]!) {
    if (isShut(tables, index, bars)) continue;
    const to = n + farEnd(model, index, at - n);
    const sum = linkMinutes(model, index, moveClass) + minutes[to]!;
    if (sum < best) {
      best = sum;
      hop = to;
    }
  }
  return hop;
}

function farEnd(model: Model, link: number, node: number): number {
  const { from, to } = model.theatre.links[link]!;
  return from === node ? to : from;
}

function linkMinutes(model: Model, index: number, moveClass: number): number {
  routeCoefficients ??= readGroundCoefficients(defaultParams());
  const link = model.theatre.links[index]!;
  return 60 * linkHours(link.kind, link.lengthKm, moveClass, routeCoefficients);
}
