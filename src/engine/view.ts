import type { Model, PublicModel } from './model.ts';
import type { OfficeInfo } from './office-model.ts';
import { oncePer } from './once-per.ts';
import { ACTS, MORALES, TASKS, TRAITS, codeOf, type Act, type Trait } from './vocabulary.ts';
import {
  PICTURE_KINDS,
  type Charge,
  type Deed,
  type Grant,
  type Meeting,
  type Message,
  type Run,
} from './world/world.ts';
import type { StandingOrder } from './standing.ts';
import { holderOf } from './systems/authority.ts';
import { meetingsBefore, partyOf } from './systems/meeting-book.ts';
import { intentAt } from './systems/picture.ts';
import { loadToBegin } from './systems/ranges.ts';
import { isLineBanned } from './systems/state.ts';
import { partnerOf } from './systems/wire-talk.ts';
import { TICKS_PER_DAY } from './time.ts';

const DESTROYED = codeOf(MORALES, 'destroyed');
const BAIT = codeOf(TASKS, 'bait');

/** What an office sees of a unit under its direct command. */
export interface OwnUnit {
  readonly unit: number;
  /** Hex, or `grid.count + node`. */
  readonly location: number;
  readonly men: number;
  readonly tanks: number;
  readonly guns: number;
  readonly aircraft: number;
  /** Code of `MORALES`. */
  readonly morale: number;
  /** Code of `UNIT_KINDS`. */
  readonly kindCode: number;
  /** 0–1, drill of the men. */
  readonly training: number;
  /** Whether it is bound by an operation, a march, or an errand over the line. */
  readonly busy: boolean;
  /** Whether it has shells to spare for fire on its own account. */
  readonly spareShells: boolean;
}

/** A meeting under way before an office's own men. */
export interface MeetingView {
  readonly area: number;
  /** Men of the other party, as counted when they met. */
  readonly men: number;
  /** Whether it is the office's side that speaks. */
  readonly host: boolean;
  /** Code of the step taken last (`ENGAGEMENT_STEPS`), -1 none. */
  readonly step: number;
}

/**
 * All that an office may know, and all that a decision may read. Arrays are `[area]` (and
 * `[area * 4 + kind]` for `enemy`): live windows on the office's own picture. The whole view is written
 * anew when the office is next asked for, so it is to be read at once and never kept or written.
 */
export interface View {
  readonly office: number;
  readonly info: OfficeInfo;
  /** Public facts of the scenario: ground, names, who is who. Never the other side's units. */
  readonly model: PublicModel;
  readonly tick: number;
  /** Code of `LIGHTS` now. */
  readonly light: number;
  readonly seed: number;
  readonly params: Float64Array;
  readonly traits: Readonly<Record<Trait, number>>;
  readonly daysInPost: number;
  /** Names the occasion of a choice: the day. A man's mind does not change with every report. */
  readonly occasion: number;
  readonly stirred: boolean;
  /** Whether it has news of the field that it has not reported. */
  readonly untold: boolean;
  readonly enemy: Float64Array;
  readonly enemyTick: Int32Array;
  readonly enemySince: Int32Array;
  readonly activity: Uint8Array;
  readonly own: Float64Array;
  /** Own trenches 0–1 on the place, where the office has men there; else 0. */
  readonly ownTrench: Float64Array;
  readonly holder: Int8Array;
  readonly lostTick: Int32Array;
  /** When it last asked a neighbour for help there, and when a neighbour asked it, -1 never. */
  readonly appealedTick: Int32Array;
  readonly appealTick: Int32Array;
  /** When it last offered the other side a meeting there, and when the two surveyed it together, -1 never. */
  readonly parleyTick: Int32Array;
  readonly surveyTick: Int32Array;
  /** Log-odds that the other side means to take the disputed ground. */
  readonly intent: number;
  readonly ownLoss: number;
  readonly otherFronts: number;
  readonly grants: readonly Grant[];
  /** Acts for which the office needs nobody's leave: nobody keeps the power for himself, or it does. */
  readonly powers: readonly Act[];
  /** Acts of its repertoire that it does not know in this run. */
  readonly lacks: readonly Act[];
  /** Meetings at which it has men on the spot. */
  readonly meetings: readonly MeetingView[];
  readonly charges: readonly Charge[];
  /** Standing orders it has been given or has given, newest last. */
  readonly standing: readonly StandingOrder[];
  /** Its own recent doings, newest last. */
  readonly deeds: readonly Deed[];
  readonly inbox: readonly Message[];
  readonly pending: readonly Message[];
  readonly reportTick: number;
  /** When it last forbade force to all below and has not gone back on it since, -1 never. */
  readonly forbadeTick: number;
  /** What became of its own unbidden deeds, −1 (all covered) to 1 (all disowned). */
  readonly precedent: number;
  /** The office at the other end of the direct wire at which it sits, -1 none. */
  readonly talksWith: number;
  /** When it last called somebody to the wire, -1 never. */
  readonly calledTick: number;
  /** Units under direct command, ascending. */
  readonly units: readonly OwnUnit[];
  /** What the office's side has publicly committed itself to, 0–1 (known to its own side). */
  readonly commitment: number;
  /** Whether the other side's general mobilisation is known to it: a decree is in the papers of the next day. */
  readonly enemyMobilised: boolean;
  /** Whether the side’s own ban on fire and steps beyond its line is in force: every office knows its standing prohibitions. */
  readonly lineBanned: boolean;
  /** Hour of the truce as far as the office has been told, -1 not. */
  readonly truceTick: number;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** The view of an office, with the writable ends of what is brought up to date in it. */
interface Desk {
  readonly view: Draft<View>;
  readonly traits: Draft<View['traits']>;
  readonly units: OwnUnit[];
  /** One for each unit on the office's list, destroyed ones included. */
  readonly records: readonly Draft<OwnUnit>[];
  /** `[area]` where the works of its side on the place stand in the table of trenches. */
  readonly trenchCells: Int32Array;
}

/** `[side][area]` the same for both sides. */
const trenchCellsOf = oncePer(({ sides, areas, grid }: Model): readonly Int32Array[] =>
  sides.map((_, side) => Int32Array.from(areas, ({ hex }) => side * grid.count + hex)),
);

/** `[office]` desks of a run as far as they have been asked for. */
const desksOf = oncePer((_run: Run): Desk[] => []);

/**
 * The view of one office. Pure reading: calling it changes nothing in the run. An office has one view
 * throughout a run, which is brought up to date whenever it is asked for.
 */
export function viewFor(run: Run, office: number): View {
  const desk = (desksOf(run)[office] ??= makeDesk(run, office));
  update(desk, run);
  return desk.view;
}

function makeDesk(run: Run, office: number): Desk {
  const info = run.model.offices[office]!;
  const traits = { competence: 0, initiative: 0, fear: 0, honour: 0, caution: 0 };
  const units: OwnUnit[] = [];
  const view: Draft<View> = {
    office,
    info,
    model: run.model,
    tick: 0,
    light: 0,
    seed: run.world.seed,
    params: run.world.params,
    traits,
    daysInPost: 0,
    occasion: 0,
    stirred: false,
    untold: false,
    ...windowsOf(run, office),
    intent: 0,
    ownLoss: 0,
    otherFronts: 0,
    grants: [],
    powers: powersOf(run.model, office),
    lacks: [],
    meetings: [],
    charges: [],
    standing: [],
    deeds: [],
    inbox: [],
    pending: [],
    reportTick: -1,
    forbadeTick: -1,
    precedent: 0,
    talksWith: -1,
    calledTick: -1,
    units,
    commitment: 0,
    enemyMobilised: false,
    lineBanned: false,
    truceTick: -1,
  };
  const records = info.units.map((unit) => makeRecord(run, unit));
  const trenchCells = trenchCellsOf(run.model)[info.side]!;
  return { view, traits, units, records, trenchCells };
}

function powersOf(model: Model, office: number): Act[] {
  const { side } = model.offices[office]!;
  return ACTS.filter((act) => {
    const holder = holderOf(model, side, act);
    return holder === -1 || holder === office;
  });
}

/** The office's own rows of the tables of pictures. */
function windowsOf(run: Run, office: number) {
  const { offices } = run.world;
  const areas = run.model.areas.length;
  const from = office * areas;
  const to = from + areas;
  const kinds = PICTURE_KINDS.length;
  return {
    enemy: offices.enemy.subarray(from * kinds, to * kinds),
    enemyTick: offices.enemyTick.subarray(from, to),
    enemySince: offices.enemySince.subarray(from, to),
    activity: offices.activity.subarray(from, to),
    own: offices.own.subarray(from, to),
    ownTrench: new Float64Array(areas),
    holder: offices.holder.subarray(from, to),
    lostTick: offices.lostTick.subarray(from, to),
    appealedTick: offices.appealedTick.subarray(from, to),
    appealTick: offices.appealTick.subarray(from, to),
    parleyTick: offices.parleyTick.subarray(from, to),
    surveyTick: offices.surveyTick.subarray(from, to),
  };
}

function makeRecord(run: Run, unit: number): Draft<OwnUnit> {
  const { kindCode, training } = run.model.units;
  return {
    unit,
    location: 0,
    men: 0,
    tanks: 0,
    guns: 0,
    aircraft: 0,
    morale: 0,
    kindCode: kindCode[unit]!,
    training: training[unit]!,
    busy: false,
    spareShells: false,
  };
}

/** Writes anew what is no window on the picture. */
function update(desk: Desk, run: Run): void {
  const { world, model } = run;
  const { view } = desk;
  const { office, info } = view;
  const { offices, tick } = world;
  view.tick = tick;
  view.light = model.sky.light[tick] ?? 0;
  view.daysInPost = (tick - offices.sinceTick[office]!) / TICKS_PER_DAY;
  view.occasion = Math.floor(tick / TICKS_PER_DAY);
  view.stirred = offices.stirred[office] === 1;
  view.untold = offices.untold[office] === 1;
  view.intent = intentAt(world, office, tick);
  view.ownLoss = offices.ownLoss[office]!;
  view.otherFronts = world.otherFronts[info.side]!;
  view.grants = offices.grants[office]!;
  view.lacks = offices.lacks[office]!;
  view.meetings = meetingsOf(run, office);
  view.charges = offices.charges[office]!;
  view.standing = offices.standing[office]!;
  view.deeds = offices.deeds[office]!;
  view.inbox = offices.inbox[office]!;
  view.pending = offices.pending[office]!;
  view.reportTick = offices.reportTick[office]!;
  view.forbadeTick = offices.forbadeTick[office]!;
  view.precedent = offices.precedent[office]!;
  view.talksWith = partnerOf(run, office);
  view.calledTick = offices.calledTick[office]!;
  view.commitment = world.talks.commitment[info.side]!;
  const decreed = world.talks.mobilisedTick[1 - info.side]!;
  view.enemyMobilised = decreed >= 0 && world.tick - decreed >= TICKS_PER_DAY;
  view.lineBanned = isLineBanned(run, info.side);
  view.truceTick = offices.truceTold[office]!;
  updateTraits(desk, run);
  updateUnits(desk, run);
  updateTrenches(desk, run);
}

const NO_MEETINGS: readonly MeetingView[] = [];

function meetingsOf(run: Run, office: number): readonly MeetingView[] {
  const met = meetingsBefore(run, office);
  return met.length === 0 ? NO_MEETINGS : seenBy(run, office, met);
}

/** Meetings as the office sees them. */
function seenBy(run: Run, office: number, met: readonly Meeting[]): MeetingView[] {
  const { side } = run.model.offices[office]!;
  return met.map((meeting) => {
    const host = partyOf(run, meeting, side).party === meeting.host;
    const { area, step, hostMen, guestMen } = meeting;
    return { area, men: host ? guestMen : hostMen, host, step };
  });
}

const COMPETENCE = codeOf(TRAITS, 'competence');
const INITIATIVE = codeOf(TRAITS, 'initiative');
const FEAR = codeOf(TRAITS, 'fear');
const HONOUR = codeOf(TRAITS, 'honour');
const CAUTION = codeOf(TRAITS, 'caution');

/** The person in an office may change. */
function updateTraits(desk: Desk, run: Run): void {
  const all = run.world.offices.traits;
  const base = desk.view.office * TRAITS.length;
  desk.traits.competence = all[base + COMPETENCE]!;
  desk.traits.initiative = all[base + INITIATIVE]!;
  desk.traits.fear = all[base + FEAR]!;
  desk.traits.honour = all[base + HONOUR]!;
  desk.traits.caution = all[base + CAUTION]!;
}

function updateUnits(desk: Desk, run: Run): void {
  const { units } = run.world;
  const enough = loadToBegin(run);
  let count = 0;
  for (const record of desk.records) {
    const { unit } = record;
    if (units.morale[unit] === DESTROYED) continue;
    record.location = units.location[unit]!;
    record.men = units.men[unit]!;
    record.tanks = units.tanks[unit]!;
    record.guns = units.guns[unit]!;
    record.aircraft = units.aircraft[unit]!;
    record.morale = units.morale[unit]!;
    record.busy =
      units.operation[unit]! >= 0 || units.nextLocation[unit]! >= 0 || units.task[unit] === BAIT;
    record.spareShells = units.ammunition[unit]! >= enough;
    desk.units[count++] = record;
  }
  if (desk.units.length > count) desk.units.length = count;
}

function updateTrenches({ view, trenchCells }: Desk, run: Run): void {
  const { own, ownTrench } = view;
  const { trench } = run.world.ground;
  for (let area = 0; area < trenchCells.length; area++) {
    ownTrench[area] = own[area]! > 0 ? trench[trenchCells[area]!]! : 0;
  }
}
