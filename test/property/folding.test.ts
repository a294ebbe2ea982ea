import { describe, expect, test } from 'vitest';
import {
  MORALES,
  WEATHERS,
  codeOf,
  startRun,
  type Model,
  type Run,
} from '../../src/engine/index.ts';
import { disputeModel } from '../support/border-dispute.ts';
import { drive } from '../support/drive.ts';
import { foldEvent, LOST_SIGHT, ON_MARCH, placeOf, startFold, type Fold } from '../support/fold.ts';
import { REAL_SCENARIO, realModel } from '../support/real-scenario.ts';

/**
 * Folding the events of a run over its first picture gives its last one, for the fields that
 * `test/support/fold.ts` lists: a change that nobody recorded, or a record of what did not happen,
 * fails here.
 */

const BROKEN = codeOf(MORALES, 'broken');
const DESTROYED = codeOf(MORALES, 'destroyed');

/** The same fields, read from the world. Places of units are compared on their own. */
function picture({ world, model }: Run): Omit<Fold, 'place' | 'goal'> {
  const { units } = world;
  const withMorale = (code: number): Set<string> =>
    new Set(model.units.id.filter((_, unit) => units.morale[unit] === code));
  return {
    killed: units.killed,
    wounded: units.wounded,
    missing: units.missing,
    officersKilled: units.officersKilled,
    ncosKilled: units.ncosKilled,
    tanksBurnt: units.tanksBurnt,
    tanksRear: units.tanksRear,
    tanksSpot: units.tanksSpot,
    gunsLost: units.gunsLost,
    broken: withMorale(BROKEN),
    destroyed: withMorale(DESTROYED),
    holder: Int8Array.from(model.areas, (area) => world.ground.holder[area.hex]!),
    mail: new Set(world.mail.map((message) => `${message.kind}.${String(message.id)}`)),
    operations: new Set(world.operations.map((operation) => operation.id)),
    rung: world.tally.rung,
    truceTick: world.talks.truceTick,
    agreedTick: world.talks.agreedTick,
    // The hour at which a run ends is no longer played.
    weather: WEATHERS[world.weather[Math.floor((world.tick - (world.ended ? 1 : 0)) / 16)]!]!,
  };
}

/**
 * Compares where units are with where their marches have brought them. A unit may move without a march
 * only in an attack and when that is over (the operation's events tell of it), or when it is driven
 * back, shaken or broken; it is then out of sight until it next departs or arrives.
 * @param attacked units that have been in an attack since their last march.
 */
function checkPlaces(run: Run, fold: Fold, attacked: Set<number>): void {
  const { units } = run.world;
  for (let unit = 0; unit < run.model.units.count; unit++) {
    const place = placeOf(run.model, units.location[unit]!);
    const told = fold.place[unit]!;
    if (told !== place && told !== ON_MARCH && told !== LOST_SIGHT) {
      const attacks = attacked.has(unit) || units.operation[unit]! >= 0;
      const moved = attacks || units.morale[unit]! > 0;
      const what = `${run.model.units.id[unit]!} at tick ${String(run.world.tick)}`;
      expect(moved, `${what}: told at ${told}, is at ${place}`).toBe(true);
      fold.place[unit] = LOST_SIGHT;
    }
    if (units.operation[unit]! >= 0) attacked.add(unit);
  }
}

/** Whoever was in a place where an attack has ended may have been driven back, and may have rallied since. */
function markDrivenBack(
  model: Model,
  fold: Fold | undefined,
  place: string,
  attacked: Set<number>,
): void {
  for (let unit = 0; unit < model.units.count; unit++) {
    if (fold?.place[unit] === place) attacked.add(unit);
  }
}

/** Plays a run, comparing at every stop. Returns the kinds of event that were folded. */
function compare(model: Model, seed: number, from: string, days: number): Set<string> {
  const kinds = new Set<string>();
  const attacked = new Set<number>();
  let fold: Fold | undefined;
  const run = startRun(model, { seed, from }, (event) => {
    kinds.add(event.kind);
    if (fold !== undefined) foldEvent(fold, model, event);
    const marched = event.kind === 'unit-departed' || event.kind === 'unit-arrived';
    if (marched) attacked.delete(model.units.id.indexOf(event.actor));
    if (event.kind === 'operation-ended') markDrivenBack(model, fold, event.place, attacked);
  });
  const told = (fold = startFold(model, run.world));
  const check = (): void => {
    const { place: _place, goal: _goal, ...fields } = told;
    expect(fields, `seed ${String(seed)}, tick ${String(run.world.tick)}`).toEqual(picture(run));
  };
  drive(run, {
    untilTick: run.world.tick + days * 96,
    onStop: (_run, _due, stop) => {
      checkPlaces(run, told, attacked);
      if (stop % 20 === 0) check();
      return undefined;
    },
  });
  check();
  return kinds;
}

describe('the events of a run tell what happened', () => {
  test('in the border dispute of the tests', () => {
    const model = disputeModel(8);
    const kinds = new Set<string>();
    for (let seed = 31; seed < 37; seed++) {
      for (const kind of compare(model, seed, 'free', 8)) kinds.add(kind);
    }
    for (const kind of ['casualties-taken', 'height-taken', 'unit-arrived', 'operation-ended']) {
      expect(kinds).toContain(kind);
    }
  });

  test(`in ${REAL_SCENARIO}`, () => {
    const model = realModel();
    const kinds = new Set(compare(model, 31, 'free', 25));
    for (const { id } of model.anchors) {
      for (const kind of compare(model, 31, id, 1)) kinds.add(kind);
    }
    for (const kind of ['tanks-put-out', 'unit-broke', 'height-taken', 'message-lost']) {
      expect(kinds).toContain(kind);
    }
  });
});
