import {
  POSITION_TERRAINS,
  isAct,
  parsePosition,
  runHash,
  step,
  type KhasanEvent,
  type Model,
  type Order,
  type Position,
  type PositionOrder,
  type PositionUnit,
  type Run,
  type Terrain,
} from '../../src/engine/index.ts';
import { hexAt } from '../../src/hex/index.ts';
import { smallModel, smallWorld, type SmallArea, type SmallUnit } from './small-model.ts';

/** A position set up to be played. Each unit is under an office of its own, named after it. */
export interface PlacedPosition {
  readonly model: Model;
  readonly run: Run;
  readonly events: KhasanEvent[];
  /** Index of the unit with this letter; throws when there is none. */
  readonly unit: (letter: string) => number;
  readonly orders: readonly PositionOrder[];
}

/** Calibre of guns that a position does not name: the 76 mm of either side's field guns. */
const CALIBRE_MM = 76;

/** A letter in capitals is side 0. */
function sideOf(letter: string): 0 | 1 {
  return letter === letter.toUpperCase() ? 0 : 1;
}

function unitIdOf(unit: PositionUnit): string {
  return unit.name === unit.letter
    ? `${sideOf(unit.letter) === 0 ? 'su' : 'jp'}.${unit.letter}`
    : unit.name;
}

function smallUnitOf(unit: PositionUnit): SmallUnit {
  const { tanks, guns, hmg, lmg, atg, training } = unit.numbers;
  return {
    id: unitIdOf(unit),
    side: sideOf(unit.letter),
    at: [unit.column, unit.row],
    kind: unit.kind,
    men: unit.men,
    office: `office.${unit.letter}`,
    ...(tanks === undefined ? {} : { tanks }),
    ...(guns === undefined ? {} : { guns, calibreMm: CALIBRE_MM }),
    ...(hmg === undefined ? {} : { heavyMachineGuns: hmg }),
    ...(lmg === undefined ? {} : { lightMachineGuns: lmg }),
    ...(atg === undefined ? {} : { antiTankGuns: atg }),
    ...(training === undefined ? {} : { training }),
  };
}

/** The goals of the orders are the named places of the map; without orders its first hex is one. */
function areasOf(position: Position): SmallArea[] {
  const areas = new Map<string, SmallArea>();
  for (const { column, row } of position.orders) {
    const id = `${String(column)},${String(row)}`;
    areas.set(id, { id, at: [column, row] });
  }
  return areas.size > 0 ? [...areas.values()] : [{ id: '0,0', at: [0, 0] }];
}

/**
 * Sets up a position written in the text notation of `world/notation.ts`. Works stand as the text says;
 * nobody is forbidden to cross a line. Throws where the text is not a position.
 */
export function placePosition(text: string, seed = 1, days = 4): PlacedPosition {
  const position = parsePosition(text);
  const terrain = (column: number, row: number): Terrain =>
    POSITION_TERRAINS[position.rows[row]?.[column] ?? '.'] as Terrain;
  const model = smallModel({
    columns: position.rows[0]?.length ?? 1,
    rows: position.rows.length,
    days,
    terrain,
    elevation: (column, row) => (terrain(column, row) === 'crest' ? 100 : 20),
    areas: areasOf(position),
    offices: position.units.map(({ letter }) => ({ id: `office.${letter}`, side: sideOf(letter) })),
    units: position.units.map(smallUnitOf),
  });
  const events: KhasanEvent[] = [];
  const world = smallWorld(model, seed);
  for (const unit of position.units) {
    const key = sideOf(unit.letter) * model.grid.count + hexAt(model.grid, unit.column, unit.row);
    world.ground.trench[key] = unit.numbers['trench'] ?? world.ground.trench[key]!;
    world.ground.wire[key] = unit.numbers['wire'] ?? world.ground.wire[key]!;
  }
  return {
    model,
    run: { model, world, sink: (event) => events.push(event) },
    events,
    unit: (letter) => {
      const index = position.units.findIndex((unit) => unit.letter === letter);
      if (index < 0) throw new Error(`no unit '${letter}' in the position`);
      return index;
    },
    orders: position.orders,
  };
}

function orderOf(placed: PlacedPosition, line: PositionOrder): Order {
  if (!isAct(line.act)) throw new Error(`unknown act '${line.act}'`);
  const hex = hexAt(placed.model.grid, line.column, line.row);
  return {
    kind: 'act',
    office: placed.unit(line.letter),
    act: line.act,
    area: placed.model.areas.findIndex((area) => area.hex === hex),
    men: 1_000_000,
    hHourTick: line.tick,
    authority: 'own',
    plan: '',
  };
}

/**
 * Plays a position: every order is given at its tick by the unit's own office, and nobody decides
 * anything else. Stops at `untilTick`, or at the first stop of the clock after it.
 */
export function playPosition(text: string, untilTick: number, seed = 1): PlacedPosition {
  const placed = placePosition(text, seed, Math.ceil(untilTick / 96) + 1);
  const { run } = placed;
  const { cycleTick } = run.world.offices;
  const waiting = [...placed.orders].sort((a, b) => a.tick - b.tick);
  const given = (): Order[] => {
    const orders: Order[] = [];
    while (waiting[0] !== undefined && waiting[0].tick <= run.world.tick) {
      orders.push(orderOf(placed, waiting.shift()!));
    }
    // The clock is made to stop at the next order, and at the end.
    cycleTick.fill(waiting[0]?.tick ?? untilTick);
    return orders;
  };
  while (run.world.tick < untilTick && !run.world.ended) step(run, given());
  return placed;
}

/** Hash of a run of the position, for pairs of texts that shall come to the same. */
export function positionHash(text: string, untilTick: number, seed = 1): string {
  return runHash(playPosition(text, untilTick, seed).run);
}
