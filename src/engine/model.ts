import type { Grid } from '../hex/index.ts';
import type { GrantInfo, OfficeInfo, PurgeInfo } from './office-model.ts';
import type { Act, Echelon, MoveClass, Scope, Terrain, Trait, UnitKind } from './vocabulary.ts';

/**
 * A compiled scenario: everything that does not change during a run. Plain data; made once per
 * scenario and shared between the runs (and the workers) that use it. Lists are in the order of the
 * scenario's files; an index into a list is storage only, identity is the text id.
 */
export interface Model {
  readonly id: string;
  readonly title: string;
  /** Hash of all scenario files and settings of kind `scenario:`, 16 hexadecimal digits. */
  readonly hash: string;
  /** Absolute minutes UTC (since 1970, negative before) of tick 0. */
  readonly startMinutes: number;
  /** First tick that is no longer simulated. */
  readonly endTick: number;
  /** From this tick on, quiet offices keep a coarse staff cycle of a day. */
  readonly coarseFromTick: number;
  /** Exactly two. */
  readonly sides: readonly SideInfo[];
  readonly grid: Grid;
  readonly ground: GroundTables;
  /** Named places on the map. Every hex belongs to the area of exactly one of them. */
  readonly areas: readonly AreaInfo[];
  readonly theatre: TheatreTables;
  readonly units: UnitTables;
  readonly offices: readonly OfficeInfo[];
  readonly rungs: readonly RungInfo[];
  readonly actRungs: Readonly<Record<Act, number>>;
  readonly readings: readonly ReadingInfo[];
  readonly sky: SkyTables;
  readonly weather: WeatherTables;
  /** What comes from outside the model; shown, never an act of a party to the dispute. */
  readonly exogenous: readonly ExogenousInfo[];
  readonly anchors: readonly AnchorInfo[];
  /** Services whose people are being removed, with the posts this is about; empty where none are. */
  readonly purges: readonly PurgeInfo[];
}

/**
 * What everybody may know of a scenario: the ground, the names, who is who. Not the units of either
 * side, the weather to come, nor what the record has.
 */
export type PublicModel = Pick<
  Model,
  'grid' | 'ground' | 'areas' | 'offices' | 'sides' | 'rungs' | 'actRungs' | 'sky'
>;

export interface SideInfo {
  readonly id: string;
  readonly name: string;
  /** Minutes east of Greenwich of the side's clock in the field. */
  readonly clockOffsetMinutes: number;
  /** Office that may stop the war, and that answers notes. */
  readonly capitalOffice: number;
  readonly foreignOffice: number;
  /** Weight of another front on this side's caution, relative to 1. */
  readonly otherFronts: number;
  /** Chance 0–1 that an act without a paper is punished when it failed, and when it succeeded. */
  readonly sanctionOnFailure: number;
  readonly sanctionOnSuccess: number;
  /** Firmness 0–1 of the demand for the ground in talks. */
  readonly groundResolve: number;
}

/** Battlefield tables. `n` is the number of hexes. */
export interface GroundTables {
  /** `[n]` code of `TERRAINS`. */
  readonly terrain: Uint8Array;
  /** `[n]` metres above the sea. */
  readonly elevation: Int16Array;
  /** `[n]` index of the area. */
  readonly area: Uint8Array;
  /** `[n * 6]` bits of `HEXSIDE`. Symmetric. */
  readonly hexsides: Uint8Array;
  /** `[n * 6]` metres of a hexside that troops can pass; 0 closed. Symmetric. */
  readonly passableMetres: Uint16Array;
  /** `[n * 6]` bits of `WAY`. Symmetric. */
  readonly ways: Uint8Array;
  /** `[side * n + hex]` the side whose ground the hex is **by the line that `side` claims**. */
  readonly owner: Uint8Array;
  /** `[n]` 1 where both sides claim the hex as theirs. */
  readonly disputed: Uint8Array;
}

export interface AreaInfo {
  readonly id: string;
  readonly luckKey: number;
  readonly name: string;
  readonly kind: 'height' | 'village' | 'neck' | 'crossing' | 'station' | 'ground';
  readonly hex: number;
  /** Worth of holding it, 0–1, 1 being the main height of the dispute. */
  readonly worth: number;
  /** Whether both sides claim its hex. */
  readonly disputed: boolean;
}

/** The network of places off the battlefield. A location is a hex, or `grid.count + node`. */
export interface TheatreTables {
  readonly nodes: readonly NodeInfo[];
  readonly links: readonly LinkInfo[];
}
export interface NodeInfo {
  readonly id: string;
  readonly name: string;
  /** Hex on the battlefield onto which the node opens, or -1. */
  readonly gateHex: number;
  /** Degrees east and north, for maps. */
  readonly longitude: number;
  readonly latitude: number;
}
export interface LinkInfo {
  readonly from: number;
  readonly to: number;
  readonly kind: 'road' | 'track' | 'rail' | 'ferry' | 'sea';
  readonly lengthKm: number;
  /** Men (with their train) that can pass in a day. */
  readonly capacityMenPerDay: number;
  /** Office whose ships carry over it, once it has called them up, its own side's troops; -1 a way that is always open. */
  readonly carrier: number;
}

/** Units as parallel arrays `[unit]`. */
export interface UnitTables {
  readonly count: number;
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly sidc: readonly string[];
  readonly luckKey: Uint32Array;
  readonly side: Uint8Array;
  readonly kind: readonly UnitKind[];
  /** Code of `UNIT_KINDS`. */
  readonly kindCode: Uint8Array;
  readonly echelon: readonly Echelon[];
  /** Office whose direct command the unit is under. */
  readonly office: Uint8Array;
  /** Formation the unit belongs to, as text id (battalion, regiment …), for display and grouping. */
  readonly formation: readonly string[];
  /** Code of `MOVE_CLASSES`. */
  readonly moveClass: Uint8Array;
  /** Hex, or `grid.count + node`. */
  readonly start: Int32Array;
  /** Tick from which the unit is available; 0 at once. */
  readonly readyTick: Int32Array;
  readonly men: Int32Array;
  readonly rifles: Int32Array;
  readonly lightMachineGuns: Int32Array;
  readonly heavyMachineGuns: Int32Array;
  readonly mortars: Int32Array;
  readonly antiTankGuns: Int32Array;
  /** Tubes of field, mountain, infantry or heavy guns. */
  readonly guns: Int32Array;
  readonly calibreMm: Int32Array;
  readonly tanks: Int32Array;
  readonly aircraft: Int32Array;
  /** 0–1, drill of the men; marksmanship, fieldcraft, night work. */
  readonly training: Float64Array;
  /** 0–1, holding together under loss. */
  readonly cohesion: Float64Array;
  /** `[unit]` 0–1 on day one; 1 is ready to march at once. */
  readonly readiness: Float64Array;
  /** Index into `Model.readings` that scales `tanks`, or -1. */
  readonly tanksReading: Int16Array;
  /** Index into `Model.readings` that scales `men`, or -1. */
  readonly menReading: Int16Array;
}

export interface RungInfo {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly scope: Scope;
}

/** A disputed value: each run draws one of its claims. */
export interface ReadingInfo {
  readonly id: string;
  readonly luckKey: number;
  readonly title: string;
  readonly unit: string;
  /** The value that the tables of the model were made with; a run scales them by drawn ÷ reference. */
  readonly reference: number;
  readonly options: readonly {
    readonly claim: string;
    readonly value: number;
    readonly weight: number;
  }[];
}

/** Light by tick. `[endTick]`. */
export interface SkyTables {
  /** Code of `LIGHTS`. */
  readonly light: Uint8Array;
}

/** Weather in slots of four hours, from tick 0. */
export interface WeatherTables {
  /** `[slot]` code of `WEATHERS`, or 255 where it is drawn. */
  readonly recorded: Uint8Array;
  /** `[from * 5 + to]` chance of the weather of the next slot given this one. */
  readonly transition: Float64Array;
}

export interface ExogenousInfo {
  readonly id: string;
  readonly tick: number;
  readonly kind: 'other-front' | 'defection' | 'appointment' | 'reorganisation' | 'weather';
  readonly title: string;
  /** Office whose person changes, or -1. */
  readonly office: number;
  readonly person: string;
  readonly traits: Readonly<Partial<Record<Trait, number>>>;
  /** Change of `otherFronts` of a side, and that side, or side -1. */
  readonly side: number;
  readonly otherFrontsChange: number;
}

/** A recorded state from which a run can start. */
export interface AnchorInfo {
  readonly id: string;
  readonly title: string;
  readonly tick: number;
  readonly units: readonly AnchorUnit[];
  readonly works: readonly {
    readonly side: number;
    readonly hex: number;
    readonly trench: number;
    readonly wire: number;
  }[];
  readonly holders: readonly { readonly hex: number; readonly side: number }[];
  /** Orders in hand at that hour: operations planned, with their recorded hour. */
  readonly operations: readonly AnchorOperation[];
  readonly knowledge: readonly {
    readonly office: number;
    readonly area: number;
    readonly men: number;
    readonly tanks: number;
    readonly guns: number;
  }[];
  readonly grants: readonly { readonly office: number; readonly grant: GrantInfo }[];
  /** Sides whose troops and guns may go beyond the line they claim, as allowed before that hour. */
  readonly mayCross: readonly number[];
  /** Offices whose ships carry troops by then. */
  readonly shipsCalled: readonly number[];
  /** Recorded hour of the truce as a tick, used only where a run asks for it; -1 none. */
  readonly truceTick: number;
}
export interface AnchorUnit {
  readonly unit: number;
  readonly location: number;
  /** Share 0–1 of the establishment present, -1 unchanged. */
  readonly strengthShare: number;
  readonly fatigueDays: number;
}
export interface AnchorOperation {
  readonly office: number;
  readonly act: Act;
  readonly area: number;
  readonly units: readonly number[];
  readonly hHourTick: number;
  /** Hours of preparation behind the plan. */
  readonly preparationHours: number;
  readonly plan: string;
}

/** Reads the terrain of a hex as text; for messages and pictures, not for inner loops. */
export type { Terrain, MoveClass };
