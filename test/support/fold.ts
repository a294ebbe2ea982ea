import { WEATHERS, type KhasanEvent, type Model, type World } from '../../src/engine/index.ts';

/**
 * What can be told of a state from its first picture and the events alone. These are the fields of
 * which the engine promises it (docs/adr/0006): each change of them is one event.
 *
 * | field                                   | events                                            |
 * | --------------------------------------- | ------------------------------------------------- |
 * | killed, wounded, missing, officers      | casualties-taken                                  |
 * | tanks burnt, in the rear, on the spot   | tanks-put-out                                     |
 * | guns lost                               | guns-lost                                         |
 * | broken, destroyed                       | unit-broke, unit-rallied, unit-destroyed          |
 * | where a unit is, or that it is on march | unit-departed, unit-arrived                       |
 * | who holds the named places              | height-taken, ground-vacated                      |
 * | mail under way                          | message-sent, -intercepted, -read, -lost          |
 * | attacks planned or under way            | operation-ordered, operation-ended                |
 * | rung of each side                       | rung-reached                                      |
 * | truce                                   | truce-agreed                                      |
 * | weather                                 | weather-changed                                   |
 *
 * Not among them, because they change all the time and are values at a tick: men on the sick list,
 * bogged tanks that are pulled out, suppression, fatigue, ammunition, works within a tenth.
 */
export interface Fold {
  readonly killed: Int32Array;
  readonly wounded: Int32Array;
  readonly missing: Int32Array;
  readonly officersKilled: Int32Array;
  readonly ncosKilled: Int32Array;
  readonly tanksBurnt: Int32Array;
  readonly tanksRear: Int32Array;
  readonly tanksSpot: Int32Array;
  readonly gunsLost: Int32Array;
  readonly broken: Set<string>;
  readonly destroyed: Set<string>;
  /** `[unit]` id of the area or node where it is, `ON_MARCH`, or `LOST_SIGHT`. */
  readonly place: string[];
  /** `[unit]` where its march was to take it. */
  readonly goal: string[];
  /** `[area]` side that holds its place, -1 nobody yet. */
  readonly holder: Int8Array;
  readonly mail: Set<string>;
  readonly operations: Set<number>;
  /** `[side]` index of the rung. */
  readonly rung: Uint8Array;
  truceTick: number;
  agreedTick: number;
  weather: string;
}

export const ON_MARCH = 'on the march';
/** The unit has moved without a march of its own: forward in an attack, or driven back. */
export const LOST_SIGHT = 'somewhere';

/** Id of the area or node of a location. */
export function placeOf(model: Model, location: number): string {
  const n = model.grid.count;
  if (location >= n) return model.theatre.nodes[location - n]!.id;
  return model.areas[model.ground.area[location]!]!.id;
}

/** The first picture: the world of a run before its first step. */
export function startFold(model: Model, world: World): Fold {
  const { units } = world;
  return {
    killed: units.killed.slice(),
    wounded: units.wounded.slice(),
    missing: units.missing.slice(),
    officersKilled: units.officersKilled.slice(),
    ncosKilled: units.ncosKilled.slice(),
    tanksBurnt: units.tanksBurnt.slice(),
    tanksRear: units.tanksRear.slice(),
    tanksSpot: units.tanksSpot.slice(),
    gunsLost: units.gunsLost.slice(),
    broken: new Set(),
    destroyed: new Set(),
    place: Array.from(units.location, (location) => placeOf(model, location)),
    goal: Array.from(units.location, () => ''),
    holder: Int8Array.from(model.areas, (area) => world.ground.holder[area.hex]!),
    mail: new Set(world.mail.map((message) => `${message.kind}.${String(message.id)}`)),
    operations: new Set(world.operations.map((operation) => operation.id)),
    rung: world.tally.rung.slice(),
    truceTick: -1,
    agreedTick: -1,
    weather: WEATHERS[world.weather[Math.floor(world.tick / 16)]!]!,
  };
}

const ids = new WeakMap<Model, ReadonlyMap<string, number>>();

function unitIndex(model: Model, id: string): number {
  let index = ids.get(model);
  if (index === undefined) {
    index = new Map(model.units.id.map((unit, position) => [unit, position]));
    ids.set(model, index);
  }
  return index.get(id) ?? -1;
}

function add(table: Int32Array, index: number, value: unknown): void {
  table[index] = table[index]! + Number(value);
}

/** Takes one event in. */
export function foldEvent(fold: Fold, model: Model, event: KhasanEvent): void {
  const { data, actor } = event;
  const unit = unitIndex(model, actor);
  const side = model.sides.findIndex((candidate) => candidate.id === data['side']);
  switch (event.kind) {
    case 'casualties-taken':
      add(fold.killed, unit, data['killed']);
      add(fold.wounded, unit, data['wounded']);
      add(fold.missing, unit, data['missing']);
      add(fold.officersKilled, unit, data['officers']);
      add(fold.ncosKilled, unit, data['ncos']);
      return;
    case 'tanks-put-out': {
      const fates: Readonly<Record<string, Int32Array>> = {
        burnt: fold.tanksBurnt,
        rear: fold.tanksRear,
        spot: fold.tanksSpot,
      };
      const table = fates[String(data['fate'])];
      if (table !== undefined) add(table, unit, data['count']);
      return;
    }
    case 'guns-lost':
      add(fold.gunsLost, unit, data['count']);
      return;
    case 'unit-broke':
      fold.broken.add(actor);
      return;
    case 'unit-rallied':
      fold.broken.delete(actor);
      return;
    case 'unit-destroyed':
      fold.broken.delete(actor);
      fold.destroyed.add(actor);
      return;
    case 'unit-departed':
      fold.place[unit] = ON_MARCH;
      fold.goal[unit] = String(data['to']);
      return;
    case 'unit-arrived':
      // Passing the gate between network and battlefield is told too; the march goes on from there.
      fold.place[unit] = event.place === fold.goal[unit] ? event.place : ON_MARCH;
      return;
    case 'height-taken':
      fold.holder[model.areas.findIndex((area) => area.id === event.place)] = side;
      return;
    case 'ground-vacated':
      fold.holder[model.areas.findIndex((area) => area.id === event.place)] = -1;
      return;
    case 'message-intercepted':
    case 'message-sent':
      fold.mail.add(String(data['message']));
      return;
    case 'message-read':
    case 'message-lost':
      fold.mail.delete(String(data['message']));
      return;
    case 'operation-ordered':
      fold.operations.add(Number(data['operation']));
      return;
    case 'operation-ended':
      fold.operations.delete(Number(data['operation']));
      return;
    case 'rung-reached':
      fold.rung[side] = model.rungs.findIndex((rung) => rung.id === data['rung']);
      return;
    case 'truce-agreed':
      fold.truceTick = Number(data['hour']);
      fold.agreedTick = event.tick;
      return;
    case 'weather-changed':
      fold.weather = String(data['weather']);
      return;
    default:
  }
}
