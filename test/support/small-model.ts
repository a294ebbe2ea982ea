import {
  ACTS,
  MOVE_CLASSES,
  STANCES,
  TERRAINS,
  TICKS_PER_DAY,
  UNIT_KINDS,
  WEATHERS,
  codeOf,
  daysFromCivil,
  luckKeyOf,
  makeWorld,
  type Act,
  type AnchorInfo,
  type AreaInfo,
  type Echelon,
  type EngagementRules,
  type GrantInfo,
  type GroundTables,
  type KhasanEvent,
  type LinkInfo,
  type Model,
  type MoveClass,
  type NodeInfo,
  type OfficeInfo,
  type OfficeLinkInfo,
  type PurgeInfo,
  type ReadingActs,
  type ReadingInfo,
  type Run,
  type SideInfo,
  type Terrain,
  type Trait,
  type UnitKind,
  type UnitTables,
  type Weather,
  type World,
} from '../../src/engine/index.ts';
import { countEstablishments } from '../../src/scenario/compile/offices.ts';
import { hexAt, makeGrid, neighbourOf, type Grid } from '../../src/hex/index.ts';

/** `[column, row]` of a hex, or the id of a theatre node. */
export type SmallPlace = readonly [number, number] | string;

export interface SmallArea {
  readonly id: string;
  readonly at: readonly [number, number];
  readonly worth?: number;
  readonly kind?: AreaInfo['kind'];
}

export interface SmallOffice {
  readonly id: string;
  readonly side: 0 | 1;
  readonly echelon?: OfficeInfo['echelon'];
  readonly superior?: string;
  readonly consults?: readonly string[];
  readonly at?: SmallPlace;
  readonly charge?: readonly string[];
  readonly repertoire?: readonly Act[];
  readonly traits?: Partial<Record<Trait, number>>;
  readonly grants?: readonly GrantInfo[];
  readonly links?: readonly OfficeLinkInfo[];
  readonly chains?: readonly string[];
  readonly daysInPost?: number;
  readonly engagement?: EngagementRules;
  readonly credit?: number;
  readonly byReading?: readonly ReadingActs[];
}

export interface SmallUnit {
  readonly id: string;
  readonly side: 0 | 1;
  readonly at: SmallPlace;
  readonly kind?: UnitKind;
  readonly echelon?: Echelon;
  /** Office id; by default the first office of the side. */
  readonly office?: string;
  readonly moveClass?: MoveClass;
  readonly readyTick?: number;
  readonly men?: number;
  readonly rifles?: number;
  readonly lightMachineGuns?: number;
  readonly heavyMachineGuns?: number;
  readonly mortars?: number;
  readonly antiTankGuns?: number;
  readonly guns?: number;
  readonly calibreMm?: number;
  readonly tanks?: number;
  readonly aircraft?: number;
  readonly training?: number;
  readonly cohesion?: number;
  /** 0–1 on day one; default 1, ready to march at once. */
  readonly readiness?: number;
}

/** What a small position is made of; every part has a default. */
export interface SmallPosition {
  readonly columns?: number;
  /** Even, so that a turn by 180° lays the map on itself. */
  readonly rows?: number;
  readonly hexWidthMetres?: number;
  readonly days?: number;
  readonly terrain?: (column: number, row: number) => Terrain;
  readonly elevation?: (column: number, row: number) => number;
  /** Bits of `HEXSIDE` on a side of a hex; made symmetric. */
  readonly hexside?: (hex: number, direction: number) => number;
  /** Passable metres; default the hex side (288 m at 500 m), 0 into water. */
  readonly passable?: (hex: number, direction: number) => number | undefined;
  /** Bits of `WAY`. */
  readonly way?: (hex: number, direction: number) => number;
  /** Side whose ground it is by the line that `side` claims; default: east is side 0's, west 1's, the middle column both claim. */
  readonly owner?: (side: number, column: number, row: number) => number;
  readonly areas?: readonly SmallArea[];
  readonly offices?: readonly SmallOffice[];
  readonly units?: readonly SmallUnit[];
  readonly nodes?: readonly NodeInfo[];
  readonly links?: readonly LinkInfo[];
  readonly readings?: readonly ReadingInfo[];
  readonly anchors?: readonly AnchorInfo[];
  readonly purges?: readonly PurgeInfo[];
  /** Code of `LIGHTS` by tick; default: dark 22–3, nautical, civil, day from 5 to 20 hours. */
  readonly light?: (tick: number) => number;
  readonly weather?: (slot: number) => Weather;
}

/** A strong and short purge, of nobody yet. */
export const TEST_PURGE: PurgeInfo = {
  id: 'test',
  yearShare: 0.05,
  waveFactor: 53,
  waveReading: -1,
  waveDays: 31,
  blamePerDay: 0,
  blameDays: 7,
  stopsAtLoss: 0.3,
  replaceDays: 90,
  settleDays: 60,
  vacancyDays: 6,
  handOverDays: 14,
  successorDiscount: 0.2,
  handOverDiscount: 0.3,
  deputyDiscount: 0.4,
  headFear: 0.15,
  staffFear: 0.5,
  fearFadeDays: 60,
  before: { competence: 0.6, fear: 0.1, daysInPost: 500 },
  pools: [],
};

const SIDES = ['su', 'jp'] as const;

function defaultLight(tick: number): number {
  const hour = Math.floor(tick / 4) % 24;
  if (hour < 3 || hour >= 22) return 0;
  if (hour < 4 || hour >= 21) return 2;
  if (hour < 5 || hour >= 20) return 3;
  return 4;
}

function sideOf(index: number, offices: readonly { readonly side: number }[]): SideInfo {
  const first = Math.max(
    0,
    offices.findIndex((office) => office.side === index),
  );
  return {
    id: SIDES[index] ?? '',
    name: index === 0 ? 'Soviet Union' : 'Japan',
    clockOffsetMinutes: index === 0 ? 600 : 540,
    capitalOffice: first,
    foreignOffice: first,
    otherFronts: index === 0 ? 1 : 1.5,
    sanctionOnFailure: index === 0 ? 0.6 : 0.2,
    sanctionOnSuccess: index === 0 ? 0.2 : 0.02,
    groundResolve: index === 0 ? 0.9 : 0.6,
  };
}

function groundOf(grid: Grid, position: SmallPosition, areas: readonly AreaInfo[]): GroundTables {
  const n = grid.count;
  const middle = Math.floor(grid.columns / 2);
  const ownerAt =
    position.owner ??
    ((side: number, column: number): number =>
      side === 0 ? (column >= middle ? 0 : 1) : column <= middle ? 1 : 0);
  const ground = {
    terrain: new Uint8Array(n),
    elevation: new Int16Array(n),
    area: new Uint8Array(n),
    hexsides: new Uint8Array(n * 6),
    passableMetres: new Uint16Array(n * 6),
    ways: new Uint8Array(n * 6),
    owner: new Uint8Array(2 * n),
    disputed: new Uint8Array(n),
  };
  const wet = (hex: number): boolean => {
    const terrain = TERRAINS[ground.terrain[hex] ?? 0];
    return terrain === 'lake' || terrain === 'sea';
  };
  for (let hex = 0; hex < n; hex++) {
    const column = hex % grid.columns;
    const row = Math.floor(hex / grid.columns);
    ground.terrain[hex] = codeOf(TERRAINS, position.terrain?.(column, row) ?? 'flat');
    ground.elevation[hex] = position.elevation?.(column, row) ?? 10;
    for (let side = 0; side < 2; side++) ground.owner[side * n + hex] = ownerAt(side, column, row);
    ground.disputed[hex] = ground.owner[hex] === 0 && ground.owner[n + hex] === 1 ? 1 : 0;
    let nearest = Infinity;
    areas.forEach((area, index) => {
      const dc = (area.hex % grid.columns) - column;
      const dr = Math.floor(area.hex / grid.columns) - row;
      if (dc * dc + dr * dr < nearest) {
        nearest = dc * dc + dr * dr;
        ground.area[hex] = index;
      }
    });
  }
  const open = Math.round(grid.hexWidthMetres / Math.sqrt(3));
  for (let hex = 0; hex < n; hex++) {
    for (let direction = 0; direction < 6; direction++) {
      const other = neighbourOf(grid, hex, direction);
      if (other < 0) continue;
      const back = other * 6 + ((direction + 3) % 6);
      const here = hex * 6 + direction;
      // Each side is asked for once, from the hex with the lower number, so that tables are symmetric.
      if (other < hex) continue;
      const bits = position.hexside?.(hex, direction) ?? 0;
      const metres = position.passable?.(hex, direction) ?? (wet(hex) || wet(other) ? 0 : open);
      const ways = position.way?.(hex, direction) ?? 0;
      ground.hexsides[here] = ground.hexsides[back] = bits;
      ground.passableMetres[here] = ground.passableMetres[back] = metres;
      ground.ways[here] = ground.ways[back] = ways;
    }
  }
  return ground;
}

const DEFAULT_CLASS: Partial<Record<UnitKind, MoveClass>> = {
  cavalry: 'horse',
  'infantry-gun': 'horse',
  'mountain-gun': 'horse',
  'field-gun': 'horse',
  howitzer: 'motor',
  'anti-aircraft': 'motor',
  tank: 'tracked',
  'armoured-train': 'rail',
  air: 'air',
  supply: 'horse',
};

function unitsOf(
  units: readonly SmallUnit[],
  offices: readonly SmallOffice[],
  place: (at: SmallPlace) => number,
): UnitTables {
  const men = units.map((unit) => unit.men ?? 150);
  const whole = (value: (unit: SmallUnit, index: number) => number): Int32Array =>
    Int32Array.from(units, value);
  return {
    count: units.length,
    id: units.map((unit) => unit.id),
    name: units.map((unit) => unit.id),
    sidc: units.map(() => 'SFGPUCI----D---'),
    luckKey: Uint32Array.from(units, (unit) => luckKeyOf(unit.id)),
    side: Uint8Array.from(units, (unit) => unit.side),
    kind: units.map((unit) => unit.kind ?? 'rifle'),
    kindCode: Uint8Array.from(units, (unit) => codeOf(UNIT_KINDS, unit.kind ?? 'rifle')),
    echelon: units.map((unit) => unit.echelon ?? 'company'),
    office: Uint8Array.from(units, (unit) =>
      Math.max(
        0,
        offices.findIndex((office) =>
          unit.office === undefined ? office.side === unit.side : office.id === unit.office,
        ),
      ),
    ),
    formation: units.map((unit) => unit.id.slice(0, Math.max(2, unit.id.lastIndexOf('.')))),
    moveClass: Uint8Array.from(units, (unit) =>
      codeOf(MOVE_CLASSES, unit.moveClass ?? DEFAULT_CLASS[unit.kind ?? 'rifle'] ?? 'foot'),
    ),
    start: whole((unit) => place(unit.at)),
    readyTick: whole((unit) => unit.readyTick ?? 0),
    men: Int32Array.from(men),
    rifles: whole((unit, index) => unit.rifles ?? Math.round((men[index] ?? 0) * 0.75)),
    lightMachineGuns: whole((unit) => unit.lightMachineGuns ?? 0),
    heavyMachineGuns: whole((unit) => unit.heavyMachineGuns ?? 0),
    mortars: whole((unit) => unit.mortars ?? 0),
    antiTankGuns: whole((unit) => unit.antiTankGuns ?? 0),
    guns: whole((unit) => unit.guns ?? 0),
    calibreMm: whole((unit) => unit.calibreMm ?? 0),
    tanks: whole((unit) => unit.tanks ?? 0),
    aircraft: whole((unit) => unit.aircraft ?? 0),
    training: Float64Array.from(units, (unit) => unit.training ?? 0.5),
    cohesion: Float64Array.from(units, (unit) => unit.cohesion ?? 0.6),
    readiness: Float64Array.from(units, (unit) => unit.readiness ?? 1),
    tanksReading: new Int16Array(units.length).fill(-1),
    menReading: new Int16Array(units.length).fill(-1),
  };
}

function officesOf(
  position: SmallPosition,
  offices: readonly SmallOffice[],
  areas: readonly AreaInfo[],
  place: (at: SmallPlace) => number,
): OfficeInfo[] {
  const indexOf = (id: string): number => offices.findIndex((office) => office.id === id);
  const units = position.units ?? [];
  const infos = offices.map((office, index) => ({
    id: office.id,
    luckKey: luckKeyOf(office.id),
    name: office.id,
    person: office.id,
    side: office.side,
    echelon: office.echelon ?? 'division',
    chains: office.chains ?? ['army'],
    superiors: office.superior === undefined ? [] : [indexOf(office.superior)],
    subordinates: offices.flatMap((other, o) => (other.superior === office.id ? [o] : [])),
    consults: (office.consults ?? []).map(indexOf),
    location: place(office.at ?? [office.side === 0 ? (position.columns ?? 12) - 1 : 0, 0]),
    cycleMinutes: 720,
    traits: {
      competence: 0.5,
      initiative: 0.5,
      fear: 0.3,
      honour: 0.5,
      caution: 0.5,
      ...office.traits,
    },
    repertoire: office.repertoire ?? [...ACTS],
    charge: (office.charge ?? areas.map((area) => area.id))
      .map((id) => areas.findIndex((area) => area.id === id))
      .sort((a, b) => a - b),
    engagement: office.engagement ?? {
      first: 'challenge' as const,
      challenges: 2,
      last: 'warn' as const,
    },
    credit: office.credit ?? 0,
    byReading: office.byReading ?? [],
    grants: office.grants ?? [],
    links: office.links ?? [],
    units: units.flatMap((unit, u) => {
      const owner =
        unit.office === undefined
          ? offices.findIndex((other) => other.side === unit.side)
          : indexOf(unit.office);
      return owner === index ? [u] : [];
    }),
    hasShips: (position.links ?? []).some(({ carrier }) => carrier === index),
    listensChance: 0,
    daysInPost: office.daysInPost ?? 200,
  }));
  const men = Int32Array.from(units, (unit) => unit.men ?? 150);
  const establishments = countEstablishments(infos, men);
  return infos.map((info, o) => ({ ...info, establishmentMen: establishments[o]! }));
}

/** A small model with every field filled. The map is east for side 0 (su) and west for side 1 (jp). */
export function smallModel(position: SmallPosition = {}): Model {
  const grid = makeGrid(
    position.columns ?? 12,
    position.rows ?? 12,
    position.hexWidthMetres ?? 500,
  );
  const nodes = position.nodes ?? [];
  const place = (at: SmallPlace): number =>
    typeof at === 'string'
      ? grid.count + nodes.findIndex((node) => node.id === at)
      : hexAt(grid, at[0], at[1]);
  const ownerless = position.areas ?? [
    { id: 'height', at: [Math.floor(grid.columns / 2), Math.floor(grid.rows / 2)] as const },
  ];
  const draft: AreaInfo[] = ownerless.map((area) => ({
    id: area.id,
    luckKey: luckKeyOf(area.id),
    name: area.id,
    kind: area.kind ?? 'height',
    hex: hexAt(grid, area.at[0], area.at[1]),
    worth: area.worth ?? 1,
    disputed: true,
  }));
  const ground = groundOf(grid, position, draft);
  const areas = draft.map((area) => ({ ...area, disputed: ground.disputed[area.hex] === 1 }));
  const offices = position.offices ?? [
    { id: 'su.1army', side: 0 as const },
    { id: 'jp.19d', side: 1 as const },
  ];
  const endTick = (position.days ?? 4) * TICKS_PER_DAY;
  const slots = Math.ceil(endTick / 16);
  return {
    id: 'small',
    title: 'Small position',
    hash: '0000000000000000',
    startMinutes: daysFromCivil(1938, 7, 1) * 1440 - 540,
    endTick,
    coarseFromTick: endTick,
    sides: [sideOf(0, offices), sideOf(1, offices)],
    grid,
    ground,
    areas,
    theatre: { nodes, links: position.links ?? [] },
    units: unitsOf(position.units ?? [], offices, place),
    offices: officesOf(position, offices, areas, place),
    rungs: ['calm', 'posts', 'small-arms', 'guns', 'war'].map((id) => ({
      id,
      title: id,
      means: id,
      scope: 'tract' as const,
    })),
    actRungs: {
      wait: 0,
      post: 1,
      fortify: 1,
      patrol: 1,
      reinforce: 1,
      eject: 2,
      assault: 2,
      bombard: 3,
      strike: 3,
      withdraw: 0,
      concentrate: 1,
      alert: 1,
      demand: 0,
      propose: 0,
      'stand-down': 0,
      provoke: 1,
      shoot: 1,
      mobilise: 4,
      'cross-line': 3,
      inquire: 0,
    },
    readings: position.readings ?? [],
    sky: {
      light: Uint8Array.from({ length: endTick }, (_, t) => (position.light ?? defaultLight)(t)),
    },
    weather: {
      recorded: Uint8Array.from({ length: slots }, (_, slot) =>
        codeOf(WEATHERS, position.weather?.(slot) ?? 'clear'),
      ),
      transition: new Float64Array(25).fill(0.2),
    },
    exogenous: [],
    anchors: position.anchors ?? [],
    purges: position.purges ?? [],
  };
}

/**
 * A world of a small model at tick 0: units fresh, ready and set to return fire, and nobody forbidden
 * to cross a line.
 */
export function smallWorld(model: Model, seed = 1): World {
  const world = makeWorld(model, { seed, from: 'free' });
  world.units.stance.fill(codeOf(STANCES, 'return-fire'));
  world.lineBan.fill(0);
  return world;
}

/** A run with its events kept, for tests. */
export interface SmallRun extends Run {
  readonly events: KhasanEvent[];
}

/** Builds model, world and run of a small position in one go. */
export function smallRun(position: SmallPosition = {}, seed = 1, model?: Model): SmallRun {
  const made = model ?? smallModel(position);
  const events: KhasanEvent[] = [];
  const world = smallWorld(made, seed);
  return { model: made, world, events, sink: (event) => events.push(event) };
}

/** Hex at a column and row of a model's map. */
export function at(model: Model, column: number, row: number): number {
  return hexAt(model.grid, column, row);
}
