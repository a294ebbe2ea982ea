import { parseTime, TERRAINS, TICK_MINUTES } from '../engine/index.ts';
import { hexAt, makeGrid, NO_HEX, type Grid } from '../hex/index.ts';
import type { ScenarioFiles } from './parse.ts';

/** Ids of one kind and their positions in the file; the first of two equal ids counts. */
export interface IdList {
  /** What one of them is called in a message: `unit`. */
  readonly what: string;
  readonly ids: readonly string[];
  readonly index: ReadonlyMap<string, number>;
}

/**
 * Who is who in a scenario: every id with its index, the grid, and the first and last minute. Made once
 * from files of the right shape; used by the checks and, when these are content, by `compile`.
 */
export interface Register {
  readonly sides: IdList;
  readonly rungs: IdList;
  readonly readings: IdList;
  /** All named places of the map. */
  readonly places: IdList;
  /** The places with a worth: the areas of the model, in the order of the file. */
  readonly areas: IdList;
  readonly nodes: IdList;
  readonly templates: IdList;
  readonly formations: IdList;
  readonly units: IdList;
  /** Both, for lists that may name either. */
  readonly unitsAndFormations: IdList;
  /** Formation id → its units and those of the formations below it, ascending. Only where there are any. */
  readonly members: ReadonlyMap<string, readonly number[]>;
  readonly offices: IdList;
  readonly anchors: IdList;
  readonly grid: Grid;
  /** Absolute minutes UTC, `NaN` where the time is malformed. */
  readonly startMinutes: number;
  readonly endMinutes: number;
  /** `[hex]` code of `TERRAINS`, or 255 where the map has no known sign. */
  readonly terrain: Uint8Array;
  /** `[hex]` 1 on the right bank of the border river, 0 on the left. */
  readonly rightBank: Uint8Array;
  /** `[formation]` index of its side, -1 unknown. */
  readonly sideOfFormation: readonly number[];
  /** `[unit]` side of its formation, -1 unknown. */
  readonly sideOfUnit: readonly number[];
  /** `[office]` index of its side, -1 unknown. */
  readonly sideOfOffice: readonly number[];
}

export const UNKNOWN_TERRAIN = 255;
const LAKE = TERRAINS.indexOf('lake');
const SEA = TERRAINS.indexOf('sea');

/** Whether a code of `TERRAINS` is water that nobody enters on foot. */
export function isWater(terrain: number): boolean {
  return terrain === LAKE || terrain === SEA;
}

function listOf(what: string, items: readonly { readonly id: string }[]): IdList {
  const index = new Map<string, number>();
  items.forEach((item, i) => {
    if (!index.has(item.id)) index.set(item.id, i);
  });
  return { what, ids: items.map((item) => item.id), index };
}

/** Index of an id in its list, or -1. */
export function indexOf(list: IdList, id: string): number {
  return list.index.get(id) ?? -1;
}

/** Minutes UTC of a time in a file, or `NaN`. */
export function minutesOf(text: string): number {
  const time = parseTime(text);
  return time.ok ? time.minutes : NaN;
}

/** Tick that holds a time. Only for times that the checks have accepted. */
export function tickOf(register: Register, text: string): number {
  return Math.floor((minutesOf(text) - register.startMinutes) / TICK_MINUTES);
}

/** The hex of `[column, row]`, or `NO_HEX`. */
export function hexOf(register: Register, at: readonly [number, number]): number {
  return hexAt(register.grid, at[0], at[1]);
}

/** A location: a hex, or `grid.count + node`; `NO_HEX` where it is neither. */
export function locationOf(register: Register, at: string | readonly [number, number]): number {
  if (typeof at !== 'string') return hexOf(register, at);
  const node = indexOf(register.nodes, at);
  return node < 0 ? NO_HEX : register.grid.count + node;
}

/** Makes the register of files that have the right shape. */
export function makeRegister(files: ScenarioFiles): Register {
  const { scenario, map, theatre, forces, offices, anchors } = files;
  const sides = listOf('side', scenario.sides);
  const formations = listOf('formation', forces.formations);
  const sideOfFormation = forces.formations.map((formation) => indexOf(sides, formation.side));
  const grid = makeGrid(map.frame.columns, map.frame.rows, map.frame.hexWidthMetres);
  return {
    sides,
    rungs: listOf('rung', scenario.rungs),
    readings: listOf('reading', scenario.readings),
    places: listOf('place', map.places),
    areas: listOf(
      'place with a worth',
      map.places.filter((place) => place.worth !== undefined),
    ),
    nodes: listOf('theatre node', theatre.nodes),
    templates: listOf('template', forces.templates),
    formations,
    units: listOf('unit', forces.units),
    unitsAndFormations: listOf('unit or formation', [...forces.units, ...forces.formations]),
    members: membersOf(files, formations),
    offices: listOf('office', offices.offices),
    anchors: listOf('anchor', anchors.anchors),
    grid,
    startMinutes: minutesOf(scenario.start),
    endMinutes: minutesOf(scenario.end),
    terrain: terrainOf(files, grid),
    rightBank: banksOf(files, grid),
    sideOfFormation,
    sideOfUnit: forces.units.map(
      (unit) => sideOfFormation[indexOf(formations, unit.formation)] ?? -1,
    ),
    sideOfOffice: offices.offices.map((office) => indexOf(sides, office.side)),
  };
}

function membersOf(
  files: ScenarioFiles,
  formations: IdList,
): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  files.forces.units.forEach((unit, u) => {
    let id: string | undefined = unit.formation;
    // A chain longer than the list goes round in a circle, which a check reports.
    for (let step = 0; id !== undefined && step <= formations.ids.length; step++) {
      const list = members.get(id) ?? [];
      if (list.at(-1) !== u) members.set(id, [...list, u]);
      const index: number = formations.index.get(id) ?? -1;
      id = files.forces.formations[index]?.parent;
    }
  });
  return members;
}

/** The signs of a map row, one per hex; spaces between them are for the reader's eye. */
export function signsOf(row: string): readonly string[] {
  return Array.from(row.replaceAll(' ', ''));
}

function terrainOf(files: ScenarioFiles, grid: Grid): Uint8Array {
  const terrain = new Uint8Array(grid.count).fill(UNKNOWN_TERRAIN);
  const { legend, rows } = files.map.terrain;
  rows.forEach((text, row) => {
    signsOf(text).forEach((sign, column) => {
      const hex = hexAt(grid, column, row);
      const word = Object.hasOwn(legend, sign) ? legend[sign] : undefined;
      if (hex !== NO_HEX && word !== undefined) terrain[hex] = TERRAINS.indexOf(word);
    });
  });
  return terrain;
}

function banksOf(files: ScenarioFiles, grid: Grid): Uint8Array {
  const right = new Uint8Array(grid.count);
  files.map.banks.rows.forEach((text, row) => {
    signsOf(text).forEach((sign, column) => {
      const hex = hexAt(grid, column, row);
      if (hex !== NO_HEX && sign === 'w') right[hex] = 1;
    });
  });
  return right;
}
