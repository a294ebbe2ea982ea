import { ACTS, MESSAGE_KINDS, type Act } from '../vocabulary.ts';
import { oncePer } from '../once-per.ts';
import { TICKS_PER_DAY } from '../time.ts';
import {
  foldArray,
  foldNumber,
  foldText,
  foldTexts,
  foldValue,
  foldWord,
  wordsOf,
  type Words,
} from './hash.ts';
import type { StandingOrder } from '../standing.ts';
import type { Charge, Deed, Grant, Meeting, Message, OfficeState, World } from './world.ts';

/**
 * Ticks from one folding of the world to the next: ten days. Every event is folded as it happens, and `runHash` adds
 * the world as it stands; in between, this finds what has gone another way and come back without an event.
 */
export const FOLD_TICKS = 10 * TICKS_PER_DAY;

/**
 * Folds the state of a run into a chain: all typed arrays, and of every list of records what tells one record from
 * another. The generic `foldValue` would do the same and cost ten times as much.
 */
export function foldWorld(chain: Uint32Array, world: World): void {
  foldWord(chain, world.tick);
  foldWord(chain, world.eventCount);
  foldTables(chain, world.units);
  foldTexts(chain, world.units.causeEvent);
  foldTables(chain, world.ground);
  foldValue(chain, world.talks);
  foldValue(chain, world.tally);
  foldArray(chain, world.lineBan);
  foldValue(chain, world.otherFronts);
  foldOffices(chain, world.offices);
  foldTexts(chain, world.offices.person);
  foldMessages(chain, world.mail);
  foldList(chain, world.meetings, wordOfMeeting);
  foldWord(chain, world.operations.length);
  for (const operation of world.operations) {
    foldWord(chain, operation.id);
    foldWord(chain, operation.hHourTick);
    foldNumber(chain, operation.loss);
    foldText(chain, operation.phase);
    for (const unit of operation.units) foldWord(chain, unit);
  }
}

function foldOffices(chain: Uint32Array, offices: OfficeState): void {
  foldTables(chain, offices);
  const { grants, charges, deeds, standing, inbox, pending } = offices;
  for (const list of grants) foldList(chain, list, wordOfGrant);
  for (const list of charges) foldList(chain, list, wordOfCharge);
  for (const list of deeds) foldList(chain, list, wordOfDeed);
  for (const list of standing) foldList(chain, list, wordOfStanding);
  for (const list of inbox) foldMessages(chain, list);
  for (const list of pending) foldMessages(chain, list);
}

/** What eyes have counted since the last look is left out: its date is folded, and so are the pictures it goes into. */
const PASSING: readonly string[] = ['glimpse', 'glimpseNow'];

interface Table {
  readonly values: ArrayBufferView;
  readonly words: Words;
}

/** The typed arrays of a part of a world, in the order of their names: it keeps the same ones as long as it lives. */
const tablesOf = oncePer((part: object): readonly Table[] =>
  Object.entries(part)
    .filter(([name, value]) => ArrayBuffer.isView(value) && !PASSING.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value as ArrayBufferView)
    .map((values) => ({ values, words: wordsOf(values) })),
);

function foldTables(chain: Uint32Array, part: object): void {
  for (const { values, words } of tablesOf(part)) foldArray(chain, values, words);
}

function foldList<T>(chain: Uint32Array, list: readonly T[], wordOf: (item: T) => number): void {
  let digest = list.length;
  for (const item of list) digest = Math.imul(digest ^ wordOf(item), 0x85ebca6b) ^ (digest >>> 15);
  foldWord(chain, digest);
}

/** Code of an act by its name: a list is folded too often to search for it. */
const ACT_CODES = Object.fromEntries(ACTS.map((act, code) => [act, code])) as Readonly<
  Record<Act, number>
>;

/** One word out of four, so that a record costs one fold. */
function pack(a: number, b: number, c: number, d: number): number {
  let h = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) ^ d;
  return h ^ (h >>> 13);
}

function wordOfGrant(grant: Grant): number {
  const flags = (grant.kind === 'ban' ? 1 : 0) + (grant.backed ? 2 : 0);
  const what = ACT_CODES[grant.act] * 256 + grant.area;
  return pack(what, grant.by * 16_384 + grant.tick, flags, Math.round(grant.forceMenMax));
}

function wordOfCharge(charge: Charge): number {
  const what = ACT_CODES[charge.act] * 256 + charge.area;
  const men = Math.round(charge.men);
  return pack(what, charge.by * 16_384 + charge.tick, charge.hHourTick, men);
}

function wordOfDeed(deed: Deed): number {
  const what = ACT_CODES[deed.act] * 256 + deed.area;
  return pack(what, deed.tick, deed.unbidden ? 1 : 0, Math.round(deed.men));
}

/** What it is to be done upon is in the event that issued it. */
function wordOfStanding(order: StandingOrder): number {
  const flags = (order.duty ? 1 : 0) + (order.backed ? 2 : 0) + 4 * order.to;
  const what = ACT_CODES[order.act] * 256 + order.area;
  return pack(what, order.by * 16_384 + order.tick, flags, order.untilTick);
}

function wordOfMeeting(meeting: Meeting): number {
  const { host, guest, step, times, over } = meeting;
  return pack(host * 65_536 + guest, meeting.startTick, meeting.tick, step * 64 + times * 2 + over);
}

/** A message is told by its number, its kind and its times; what it says is in the events already folded. */
function foldMessages(chain: Uint32Array, messages: readonly Message[]): void {
  foldWord(chain, messages.length);
  for (const message of messages) {
    const kind = MESSAGE_KINDS.indexOf(message.kind);
    foldWord(chain, pack(message.id, kind, message.dueTick, message.sentTick));
  }
}
