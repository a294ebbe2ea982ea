import {
  closeDecision,
  firstRules,
  PARAMETERS,
  restore,
  runHash,
  snapshot,
  startRun,
  step,
  TICKS_PER_DAY,
  TRAITS,
  viewFor,
  type Model,
  type Order,
  type Run,
  type RunSetup,
  type World,
} from '../engine/index.ts';
import { decide } from '../policy/index.ts';
import { startMeasures, watchFor, type Moment } from '../record/index.ts';
import type { RunResult } from './one-run.ts';

/** A variant that goes its own way from a moment on; up to it the run is that of the base. */
export interface ForkPlan {
  readonly base: Model;
  readonly moment: Moment;
  /** Setup of the base; the variant has its own. */
  readonly baseSetup: RunSetup;
}

/**
 * Plays a run of the base up to the last sitting before a moment, saves the world there, and goes on from the saved
 * state with the model and the setup of a variant. All variants of one seed so begin in one identical state.
 * A run in which the moment never comes has no values at all.
 */
export function simulateFork(model: Model, setup: RunSetup, plan: ForkPlan): RunResult {
  const { base, baseSetup } = plan;
  const stops = stopsBefore(plan);
  if (stops === undefined) return { hash: '', measures: {}, events: 0, endTick: 0 };
  const measures = startMeasures(base, baseSetup);
  const trunk = startRun(base, baseSetup, measures.onEvent);
  measures.attach(trunk);
  const due = playStops(trunk, stops);
  const saved = snapshot(trunk.world);
  const branch: Run = { model, world: restore(saved), sink: measures.onEvent };
  carryOver(branch.world, { base, model, baseSetup, setup });
  measures.attach(branch);
  playFrom(branch, due);
  return {
    hash: runHash(branch),
    measures: measures.finish(branch),
    events: branch.world.eventCount,
    endTick: branch.world.tick,
  };
}

/** Sittings of the base that lie before the moment; `undefined` where it never comes. */
function stopsBefore({ base, baseSetup, moment }: ForkPlan): number | undefined {
  const isNow = watchFor(base, baseSetup, moment);
  const seen = { moment: false };
  const run = startRun(base, baseSetup, (event) => {
    if (!seen.moment) seen.moment = isNow(event);
  });
  let stops = 0;
  let orders: Order[] = [];
  for (;;) {
    const due = step(run, orders);
    if (seen.moment) return stops;
    if (due.length === 0) return undefined;
    stops++;
    orders = decisionsOf(run, due);
  }
}

/** Plays up to a sitting. @returns the offices that sit there and have not decided yet. */
function playStops(run: Run, stops: number): readonly number[] {
  let due: readonly number[] = [];
  for (let stop = 0; stop < stops; stop++) due = step(run, decisionsOf(run, due));
  return due;
}

/** Plays from a sitting, or from the first moment of a run, to the end. */
function playFrom(run: Run, first: readonly number[]): void {
  let due = step(run, decisionsOf(run, first));
  while (due.length > 0) due = step(run, decisionsOf(run, due));
}

/** Decides for every office that is due, as `playOut` does. */
function decisionsOf(run: Run, due: readonly number[]): Order[] {
  const orders: Order[] = [];
  for (const office of due) {
    orders.push(...decide(viewFor(run, office)));
    closeDecision(run, office);
  }
  return orders;
}

interface Parting {
  readonly base: Model;
  readonly model: Model;
  readonly baseSetup: RunSetup;
  readonly setup: RunSetup;
}

/**
 * What a patch changes in a saved state. Rules, lines, offices' reach and the like are in the model and need
 * nothing. Parameters are those of the variant. What the files give a unit or a person at the start is carried over:
 * strengths in proportion to what is left, traits and days in post by their difference, rules of engagement as the
 * variant has them where it has others.
 */
function carryOver(world: World, parting: Parting): void {
  const { baseSetup, setup } = parting;
  for (const [index] of baseSetup.params ?? []) world.params[index] = PARAMETERS[index]!.start;
  for (const [index, value] of setup.params ?? []) world.params[index] = value;
  for (const [index, value] of setup.readings ?? []) world.readings[index] = value;
  for (const kind of STRENGTHS) carryStrength(world, parting, kind);
  carryPersons(world, parting);
  carryRules(world, parting);
  for (const [side, info] of parting.base.sides.entries()) {
    const change = parting.model.sides[side]!.otherFronts - info.otherFronts;
    if (change !== 0) world.otherFronts[side] = world.otherFronts[side]! + change;
  }
}

/** Tables of the units that a run uses up. */
const STRENGTHS = ['men', 'tanks', 'guns', 'antiTankGuns', 'aircraft'] as const;

function carryStrength(
  world: World,
  { base, model }: Parting,
  kind: (typeof STRENGTHS)[number],
): void {
  const from = base.units[kind];
  const to = model.units[kind];
  for (let unit = 0; unit < from.length; unit++) {
    if (from[unit] === to[unit] || from[unit] === 0) continue;
    const left = world.units[kind][unit]!;
    world.units[kind][unit] = Math.round((left * to[unit]!) / from[unit]!);
  }
}

function carryRules(world: World, { base, model }: Parting): void {
  const from = firstRules(base);
  firstRules(model).forEach((rule, part) => {
    if (rule !== from[part]) world.offices.rules[part] = rule;
  });
}

function carryPersons(world: World, { base, model }: Parting): void {
  const { traits, ownTraits, sinceTick } = world.offices;
  for (const [office, info] of base.offices.entries()) {
    const other = model.offices[office]!;
    for (const [index, trait] of TRAITS.entries()) {
      const cell = office * TRAITS.length + index;
      // Adding and taking away the same number is not nothing in floating point.
      if (other.traits[trait] === info.traits[trait]) continue;
      // What he is, and what the purge leaves of it.
      for (const table of [traits, ownTraits]) {
        const changed = table[cell]! + other.traits[trait] - info.traits[trait];
        table[cell] = Math.min(1, Math.max(0, changed));
      }
    }
    const days = other.daysInPost - info.daysInPost;
    sinceTick[office] = sinceTick[office]! - days * TICKS_PER_DAY;
  }
}
