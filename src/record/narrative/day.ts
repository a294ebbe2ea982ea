import type { KhasanEvent } from '../../engine/index.ts';
import { actorOf, lookupOf, numberOf, sideOf, textOf } from '../lookup.ts';
import { formatCount } from './clock.ts';
import { adjectiveOf, nameOfPlace, peopleOf, capitalised, type Namer } from './names.ts';

/** Paper that is counted, with its words for one and for many. */
const PAPER = {
  requests: ['request for leave', 'requests for leave'],
  grants: ['leave given', 'leaves given'],
  refusals: ['refusal', 'refusals'],
  orders: ['order', 'orders'],
  unauthorised: ['act without leave', 'acts without leave'],
  notes: ['note or offer', 'notes and offers'],
} as const;
export type PaperKind = keyof typeof PAPER;
const PAPER_KINDS = Object.keys(PAPER) as readonly PaperKind[];

/** What a day holds besides its told events: repetition, summed up. `[side]` throughout. */
export interface DayTally {
  readonly weather: string[];
  readonly killed: number[];
  readonly wounded: number[];
  readonly missing: number[];
  readonly tanks: number[];
  readonly guns: number[];
  readonly broken: number[];
  readonly crossings: number[];
  readonly shotsAfter: number[];
  readonly ceased: number[];
  /** People removed from staffs. */
  readonly removed: number[];
  readonly sorties: number[];
  readonly raids: number[];
  readonly turnedBack: number[];
  /** `[side]` shells by place, in the order in which places came up. */
  readonly shells: { place: string; rounds: number }[][];
  /** `[side]` furthest works by place. */
  readonly works: { place: string; trench: number; wire: number }[][];
  /** Paper that is not told one by one. */
  readonly paper: Record<PaperKind, number>;
}

/** @param weather that the day begins with, `''` unknown. */
export function newDayTally(sides: number, weather = ''): DayTally {
  const zeros = (): number[] => new Array<number>(sides).fill(0);
  const lists = <T>(): T[][] => Array.from({ length: sides }, () => []);
  return {
    weather: weather === '' ? [] : [weather],
    killed: zeros(),
    wounded: zeros(),
    missing: zeros(),
    tanks: zeros(),
    guns: zeros(),
    broken: zeros(),
    crossings: zeros(),
    shotsAfter: zeros(),
    ceased: zeros(),
    removed: zeros(),
    sorties: zeros(),
    raids: zeros(),
    turnedBack: zeros(),
    shells: lists(),
    works: lists(),
    paper: { requests: 0, grants: 0, refusals: 0, orders: 0, unauthorised: 0, notes: 0 },
  };
}

function bump(counts: number[], side: number, amount: number): void {
  counts[side] = (counts[side] ?? 0) + amount;
}

/** Adds an event to the day's sums. True when the sums are all that is told of it. */
export function tallyEvent(namer: Namer, day: DayTally, event: KhasanEvent): boolean {
  const { data, place } = event;
  const lookup = lookupOf(namer.model);
  const named = sideOf(lookup, data['side']);
  const side = named >= 0 ? named : actorOf(lookup, event.actor).side;
  if (event.kind === 'weather-changed') {
    const weather = textOf(data['weather']);
    if (day.weather[day.weather.length - 1] !== weather) day.weather.push(weather);
    return true;
  }
  if (side < 0) return false;
  switch (event.kind) {
    case 'casualties-taken':
      bump(day.killed, side, numberOf(data['killed']));
      bump(day.wounded, side, numberOf(data['wounded']));
      bump(day.missing, side, numberOf(data['missing']));
      return true;
    case 'tanks-put-out':
      bump(day.tanks, side, numberOf(data['count']));
      return true;
    case 'guns-lost':
      bump(day.guns, side, numberOf(data['count']));
      return true;
    case 'unit-broke':
      bump(day.broken, side, 1);
      return true;
    case 'line-crossed':
      bump(day.crossings, side, 1);
      return true;
    case 'shot-after-truce':
      bump(day.shotsAfter, side, 1);
      return true;
    case 'fire-ceased':
      bump(day.ceased, side, 1);
      return true;
    case 'staff-removed':
      bump(day.removed, side, numberOf(data['count']));
      return true;
    case 'staff-replaced':
      return true;
    case 'air-strike-flown':
      bump(data['result'] === 'turned-back' ? day.turnedBack : day.raids, side, 1);
      bump(day.sorties, side, numberOf(data['aircraft']));
      return true;
    case 'bombardment-fired':
      addShells(day.shells[side]!, place, numberOf(data['rounds']));
      return true;
    case 'works-improved':
      addWorks(day.works[side]!, place, numberOf(data['trench']), numberOf(data['wire']));
      return true;
    case 'fire-opened':
      return true;
    default:
      return false;
  }
}

function addShells(
  shells: { place: string; rounds: number }[],
  place: string,
  rounds: number,
): void {
  const known = shells.find((each) => each.place === place);
  if (known === undefined) shells.push({ place, rounds });
  else known.rounds += rounds;
}

function addWorks(
  works: { place: string; trench: number; wire: number }[],
  place: string,
  trench: number,
  wire: number,
): void {
  const known = works.find((each) => each.place === place);
  if (known === undefined) works.push({ place, trench, wire });
  else {
    known.trench = Math.max(known.trench, trench);
    known.wire = Math.max(known.wire, wire);
  }
}

/** The sums of a day as sentences, most important first. */
export function tellTally(namer: Namer, day: DayTally): string[] {
  const lines: string[] = [];
  const sides = namer.model.sides.map((side) => side.id);
  const losses = sides
    .map((id, side) => lossesOf(namer, day, id, side))
    .filter((text) => text !== '');
  if (losses.length > 0) lines.push(`Losses of the day: ${losses.join('; ')}.`);
  sides.forEach((id, side) => {
    const total = day.shells[side]!.reduce((sum, each) => sum + each.rounds, 0);
    if (total > 0) lines.push(shellLine(namer, id, day.shells[side]!, total));
    const air = airLine(namer, id, day, side);
    if (air !== '') lines.push(air);
    const works = worksLine(namer, id, day.works[side]!);
    if (works !== '') lines.push(works);
    if (day.crossings[side]! > 0) {
      const times = timesWord(day.crossings[side]!);
      lines.push(`${adjectiveOf(namer, id)} parties cross a claimed line ${times}.`);
    }
    if (day.ceased[side]! > 0) {
      lines.push(`${capitalised(peopleOf(namer, id))} cease fire, ${commands(day.ceased[side]!)}.`);
    }
    if (day.removed[side]! > 0) {
      const who =
        day.removed[side] === 1
          ? '1 officer is'
          : `${formatCount(day.removed[side]!)} officers are`;
      lines.push(`${who} removed from ${adjectiveOf(namer, id)} staffs.`);
    }
    if (day.shotsAfter[side]! > 0) {
      lines.push(`After the hour of the truce ${peopleOf(namer, id)} still fire here and there.`);
    }
  });
  const papers = papersOf(day);
  if (papers !== '') lines.push(papers);
  return lines;
}

/** `once`, `twice`, `7 times`. */
export function timesWord(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${formatCount(count)} times`;
}

function commands(count: number): string {
  return count === 1 ? 'one command' : `${formatCount(count)} commands`;
}

function lossesOf(namer: Namer, day: DayTally, id: string, side: number): string {
  const parts: string[] = [];
  const add = (count: number, one: string, many = one): void => {
    if (count > 0) parts.push(`${formatCount(count)} ${count === 1 ? one : many}`);
  };
  add(day.killed[side]!, 'killed');
  add(day.wounded[side]!, 'wounded');
  add(day.missing[side]!, 'missing');
  add(day.tanks[side]!, 'tank out of action', 'tanks out of action');
  add(day.guns[side]!, 'gun', 'guns');
  if (day.broken[side]! > 0) parts.push(`${formatCount(day.broken[side]!)} broken for a time`);
  return parts.length === 0 ? '' : `${peopleOf(namer, id)} ${parts.join(', ')}`;
}

function shellLine(
  namer: Namer,
  id: string,
  shells: readonly { place: string; rounds: number }[],
  total: number,
): string {
  const most = [...shells].sort((a, b) => b.rounds - a.rounds)[0]!;
  const place = nameOfPlace(namer, most.place);
  const where = shells.length === 1 ? ` on ${place}` : `, most of them on ${place}`;
  return `${adjectiveOf(namer, id)} guns fire about ${formatCount(total)} shells${where}.`;
}

function airLine(namer: Namer, id: string, day: DayTally, side: number): string {
  const raids = day.raids[side]!;
  const back = day.turnedBack[side]!;
  if (raids + back === 0) return '';
  const flown = `${formatCount(day.sorties[side]!)} ${adjectiveOf(namer, id)} sorties`;
  if (raids === 0) return `${flown}, all turned back by weather, light or the line.`;
  return `${flown}${back > 0 ? `; ${formatCount(back)} of the flights turn back` : ''}.`;
}

function worksLine(
  namer: Namer,
  id: string,
  works: readonly { place: string; trench: number; wire: number }[],
): string {
  if (works.length === 0) return '';
  const parts = works.slice(0, 4).map(({ place, trench, wire }) => {
    const wired = wire > 0 ? `, wire ${tenths(wire)}` : '';
    return `${nameOfPlace(namer, place)} (trenches ${tenths(trench)}${wired})`;
  });
  const more = works.length > parts.length ? ' and elsewhere' : '';
  return `${capitalised(peopleOf(namer, id))} dig at ${parts.join(', ')}${more}.`;
}

function tenths(share: number): string {
  const count = Math.round(share * 10);
  if (count <= 0) return 'begun';
  if (count >= 10) return 'complete';
  return count === 1 ? 'a tenth done' : `${String(count)} tenths done`;
}

function papersOf(day: DayTally): string {
  const parts: string[] = [];
  for (const kind of PAPER_KINDS) {
    const count = day.paper[kind];
    const [one, many] = PAPER[kind];
    if (count > 0) parts.push(`${formatCount(count)} ${count === 1 ? one : many}`);
  }
  return parts.length === 0 ? '' : `Other paper of the day: ${parts.join(', ')}.`;
}

/** Whether anything but paper, digging and crossings happened: a day worth a heading by itself. */
export function isEventful(day: DayTally): boolean {
  const some = (counts: readonly number[]): boolean => counts.some((count) => count > 0);
  return (
    some(day.killed) ||
    some(day.wounded) ||
    some(day.missing) ||
    some(day.tanks) ||
    some(day.guns) ||
    some(day.raids) ||
    some(day.turnedBack) ||
    some(day.shotsAfter) ||
    day.shells.some((shells) => shells.length > 0)
  );
}
