import { HEXSIDE, luckKeyOf, WAY, type AreaInfo, type GroundTables } from '../../engine/index.ts';
import {
  DIRECTIONS,
  directionTo,
  distance,
  neighbourOf,
  oppositeDirection,
  type Grid,
} from '../../hex/index.ts';
import { elevationOf } from '../elevation.ts';
import { claimedBy } from '../lines.ts';
import { hexOf, indexOf, isWater, type Register } from '../register.ts';
import type { ValidScenario } from '../validate/run.ts';

/** Sets bits on a hexside from both of its hexes, so that the tables stay symmetric. */
function setBits(
  table: Uint8Array,
  grid: Grid,
  hex: number,
  direction: number,
  bits: number,
): void {
  const other = neighbourOf(grid, hex, direction);
  const here = hex * 6 + direction;
  const there = other * 6 + oppositeDirection(direction);
  table[here] = table[here]! | bits;
  table[there] = table[there]! | bits;
}

/** Hex and direction of a feature that lies between two hexes of a file. */
function sideBetween(
  register: Register,
  between: readonly [readonly [number, number], readonly [number, number]],
): { readonly hex: number; readonly direction: number } {
  const hex = hexOf(register, between[0]);
  return { hex, direction: directionTo(register.grid, hex, hexOf(register, between[1])) };
}

/** Calls `visit` once for each pair of neighbouring hexes, the lower hex first. */
function eachSide(
  grid: Grid,
  visit: (hex: number, direction: number, other: number) => void,
): void {
  for (let hex = 0; hex < grid.count; hex++) {
    for (let direction = 0; direction < 6; direction++) {
      const other = neighbourOf(grid, hex, direction);
      if (other > hex) visit(hex, direction, other);
    }
  }
}

/** Bits of `HEXSIDE`: the river from the banks, the shore from the water, the rest from their lists. */
function makeHexsides({ files, register }: ValidScenario): Uint8Array {
  const { grid, terrain, rightBank } = register;
  const hexsides = new Uint8Array(grid.count * 6);
  eachSide(grid, (hex, direction, other) => {
    const wetHere = isWater(terrain[hex]!);
    const wetThere = isWater(terrain[other]!);
    if (wetHere !== wetThere) setBits(hexsides, grid, hex, direction, HEXSIDE.shore);
    const isDry = !wetHere && !wetThere;
    if (isDry && rightBank[hex] !== rightBank[other]) {
      setBits(hexsides, grid, hex, direction, HEXSIDE.river);
    }
  });
  for (const face of files.map.steep) {
    const hex = hexOf(register, face.hex);
    setBits(hexsides, grid, hex, DIRECTIONS.indexOf(face.direction), HEXSIDE.steep);
  }
  for (const crossing of files.map.crossings) {
    const { hex, direction } = sideBetween(register, crossing.between);
    setBits(hexsides, grid, hex, direction, HEXSIDE.crossing);
  }
  for (const neck of files.map.necks) {
    const { hex, direction } = sideBetween(register, neck.between);
    setBits(hexsides, grid, hex, direction, HEXSIDE.neck);
  }
  return hexsides;
}

/**
 * Metres of each hexside that troops can pass: the whole side (width ÷ √3) between dry hexes, nothing over
 * the river or into water, and what the map says at crossings and necks.
 */
function makePassable({ files, register }: ValidScenario): Uint16Array {
  const { grid, terrain, rightBank } = register;
  const passable = new Uint16Array(grid.count * 6);
  const whole = Math.round(grid.hexWidthMetres / Math.sqrt(3));
  const set = (hex: number, direction: number, metres: number): void => {
    passable[hex * 6 + direction] = metres;
    const other = neighbourOf(grid, hex, direction);
    passable[other * 6 + oppositeDirection(direction)] = metres;
  };
  eachSide(grid, (hex, direction, other) => {
    const isDry = !isWater(terrain[hex]!) && !isWater(terrain[other]!);
    if (isDry && rightBank[hex] === rightBank[other]) set(hex, direction, whole);
  });
  for (const feature of [...files.map.crossings, ...files.map.necks]) {
    const { hex, direction } = sideBetween(register, feature.between);
    set(hex, direction, Math.min(whole, feature.metres));
  }
  return passable;
}

function makeWays({ files, register }: ValidScenario): Uint8Array {
  const ways = new Uint8Array(register.grid.count * 6);
  for (const way of files.map.ways) {
    way.hexes.forEach((at, k) => {
      const from = way.hexes[k - 1];
      if (from === undefined) return;
      const { hex, direction } = sideBetween(register, [from, at]);
      setBits(ways, register.grid, hex, direction, WAY[way.kind]);
    });
  }
  return ways;
}

/** `[side * n + hex]` the side whose ground the hex is by the line that `side` claims. */
function makeOwner({ files, register }: ValidScenario): Uint8Array {
  const { grid } = register;
  const owner = new Uint8Array(register.sides.ids.length * grid.count);
  for (const line of files.map.lines) {
    const side = indexOf(register.sides, line.side);
    const claimed = claimedBy(line, files.map.frame, grid);
    for (let hex = 0; hex < grid.count; hex++) {
      owner[side * grid.count + hex] = claimed[hex] === 1 ? side : 1 - side;
    }
  }
  return owner;
}

/** The places with a worth, in the order of the file. */
function makeAreas(valid: ValidScenario, disputed: Uint8Array): readonly AreaInfo[] {
  const { files, register } = valid;
  return files.map.places.flatMap((place) => {
    if (place.worth === undefined) return [];
    const hex = hexOf(register, place.at);
    return {
      id: place.id,
      luckKey: luckKeyOf(place.id),
      name: place.names.en,
      kind: place.kind,
      hex,
      worth: place.worth,
      disputed: disputed[hex] === 1,
    };
  });
}

/** Every hex belongs to the nearest area by distance in hexes; of equally near ones to the first. */
function makeAreaOf(grid: Grid, areas: readonly AreaInfo[]): Uint8Array {
  const areaOf = new Uint8Array(grid.count);
  for (let hex = 0; hex < grid.count; hex++) {
    let nearest = Infinity;
    areas.forEach((area, index) => {
      const hexes = distance(grid, hex, area.hex);
      if (hexes >= nearest) return;
      nearest = hexes;
      areaOf[hex] = index;
    });
  }
  return areaOf;
}

/** The tables of the battlefield and its areas. */
export function makeGround(valid: ValidScenario): {
  readonly ground: GroundTables;
  readonly areas: readonly AreaInfo[];
} {
  const { files, register } = valid;
  const { grid } = register;
  const owner = makeOwner(valid);
  const disputed = new Uint8Array(grid.count);
  for (let hex = 0; hex < grid.count; hex++) {
    disputed[hex] = owner[hex] === 0 && owner[grid.count + hex] === 1 ? 1 : 0;
  }
  const areas = makeAreas(valid, disputed);
  const ground: GroundTables = {
    terrain: register.terrain,
    elevation: elevationOf(files.map, grid),
    area: makeAreaOf(grid, areas),
    hexsides: makeHexsides(valid),
    passableMetres: makePassable(valid),
    ways: makeWays(valid),
    owner,
    disputed,
  };
  return { ground, areas };
}
