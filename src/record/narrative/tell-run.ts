import type { EventKind, KhasanEvent, Model } from '../../engine/index.ts';
import { lookupOf, numberOf, sideOf, textOf } from '../lookup.ts';
import { dayOf, formatClocks, formatCount, formatDay, formatMoment } from './clock.ts';
import { isEventful, newDayTally, tallyEvent, tellTally, timesWord } from './day.ts';
import type { DayTally, PaperKind } from './day.ts';
import { capitalised, makeNamer, nameOfPlace, peopleOf, type Namer } from './names.ts';
import { weightOf } from '../weight.ts';
import { addToBan, banOf, banText, type Ban } from './bans.ts';
import { sentenceOf } from './tell-event.ts';

/** Days for which equal paper counts as repetition. */
const REPEAT_DAYS = 7;

/** An entry of the day: one thing, at one place or at several, once or often. */
interface Entry {
  readonly key: string;
  readonly tick: number;
  sentence: string;
  readonly place: string;
  readonly also: string[];
  times: number;
  /** Of a ban: what one office forbids at one sitting, and whom. */
  readonly ban?: Ban;
}

/** The story as it is being told. */
interface Story {
  readonly namer: Namer;
  /** Whether only the turns of the affair are told. */
  readonly turnsOnly: boolean;
  readonly lines: string[];
  today: Entry[];
  tally: DayTally;
  day: number;
  firstTick: number;
  /** Day on which a thing was last told, by its key and place. */
  readonly told: Map<string, number>;
  /** Things told once in a run. */
  readonly once: Set<string>;
  /** Sums of the whole run, `[side]`. */
  readonly killed: number[];
  readonly wounded: number[];
  readonly missing: number[];
  readonly tanks: number[];
  truceTick: number;
}

/**
 * A run as a dated narrative, one line per entry of the list: a heading for each day on which something
 * happens, its events with both clocks, and the day's repetition summed up; at the end the price and
 * the outcome. Quiet days are left out.
 * @param turnsOnly whether to tell only the turns of the affair, on the days on which there are any.
 */
export function tellRun(model: Model, events: readonly KhasanEvent[], turnsOnly = false): string[] {
  const story = openStory(model, turnsOnly);
  for (const event of events) {
    const day = dayOf(model, event.tick);
    if (day !== story.day) closeDay(story, day, event.tick);
    takeEvent(story, event);
  }
  closeDay(story, -1, 0);
  story.lines.push(...closing(story));
  return story.lines;
}

function openStory(model: Model, turnsOnly: boolean): Story {
  const zeros = (): number[] => new Array<number>(model.sides.length).fill(0);
  return {
    namer: makeNamer(model),
    turnsOnly,
    lines: [],
    today: [],
    tally: newDayTally(model.sides.length),
    day: -1,
    firstTick: 0,
    told: new Map(),
    once: new Set(),
    killed: zeros(),
    wounded: zeros(),
    missing: zeros(),
    tanks: zeros(),
    truceTick: -1,
  };
}

function closeDay(story: Story, nextDay: number, nextTick: number): void {
  const { namer, today, tally, turnsOnly } = story;
  if (today.length > 0 || (!turnsOnly && isEventful(tally))) {
    const weather = tally.weather.length > 0 ? ` (${tally.weather.join(', ')})` : '';
    if (story.lines.length > 0) story.lines.push('');
    story.lines.push(`${formatDay(namer.model, story.firstTick)}${weather}`);
    for (const entry of today) {
      const clocks = formatClocks(namer.model, entry.tick);
      story.lines.push(`  ${clocks}: ${entry.sentence}${repetitionOf(namer, entry)}`);
    }
    for (const sum of tellTally(namer, tally)) story.lines.push(`  ${sum}`);
  }
  story.today = [];
  story.tally = newDayTally(namer.model.sides.length, tally.weather.at(-1));
  story.day = nextDay;
  story.firstTick = nextTick;
}

/** ` Likewise for Bezymyannaya; 4 times that day.` */
function repetitionOf(namer: Namer, { also, times }: Entry): string {
  const places = also.map((place) => nameOfPlace(namer, place)).join(' and ');
  const often = timesWord(times);
  if (also.length > 0) {
    return ` Likewise for ${places}${times > also.length + 1 ? `; ${often} that day` : ''}.`;
  }
  return times > 1 ? ` So ${often} that day.` : '';
}

function takeEvent(story: Story, event: KhasanEvent): void {
  const { namer } = story;
  namer.tick = event.tick;
  sumUp(story, event);
  if (event.kind === 'truce-agreed') story.truceTick = numberOf(event.data['hour']);
  if (isDeath(event) && isFirst(story, 'death')) {
    tell(story, event, `The first death: ${sentenceOf(namer, event) ?? ''}`);
  }
  if (event.kind === 'person-removed') namer.orphaned.add(event.actor);
  if (tallyEvent(namer, story.tally, event)) return;
  const paper = paperOf(event);
  if (!isTold(story, event)) {
    if (paper !== undefined) story.tally.paper[paper]++;
    return;
  }
  const sentence = sentenceOf(namer, event);
  if (sentence === null || join(story, event)) return;
  const key = `${keyOf(event)} ${event.place}`;
  const last = story.told.get(key);
  story.told.set(key, story.day);
  if (paper !== undefined && last !== undefined && story.day - last <= REPEAT_DAYS) {
    story.tally.paper[paper]++;
  } else if (!joinBan(story, event)) tell(story, event, sentence);
}

function tell(story: Story, event: KhasanEvent, sentence: string): void {
  const { tick, place } = event;
  const entry = { key: keyOf(event), tick, sentence, place, also: [], times: 1 };
  const isBan = event.kind === 'force-forbidden';
  story.today.push(isBan ? { ...entry, ban: banOf(story.namer, event) } : entry);
}

/** Adds what an office forbids to what it forbids at the same sitting. True when there is such an entry. */
function joinBan({ namer, today }: Story, event: KhasanEvent): boolean {
  if (event.kind !== 'force-forbidden') return false;
  const { actor, tick } = event;
  const same = today.find(({ ban, tick: at }) => at === tick && ban?.actor === actor);
  if (same?.ban === undefined) return false;
  addToBan(namer, same.ban, event);
  same.sentence = banText(namer, same.ban);
  return true;
}

/** Adds an event to an entry of the day that says the same. True when there is one. */
function join(story: Story, event: KhasanEvent): boolean {
  const key = keyOf(event);
  const same = story.today.find((entry) => entry.key === key);
  if (same === undefined || !MERGED.includes(event.kind)) return false;
  same.times++;
  if (event.place !== same.place && !same.also.includes(event.place)) same.also.push(event.place);
  return true;
}

/** Kinds of which one entry a day can stand for several places. */
const MERGED: readonly EventKind[] = [
  'permission-asked',
  'permission-granted',
  'permission-refused',
  'order-given',
  'standing-order-issued',
  'note-handed',
  'note-answered',
  'talks-proposed',
  'challenge-made',
  'warning-given',
  'alert-raised',
  'ships-called',
  'formation-concentrating',
];

/** Who says what to whom, whatever the place. */
function keyOf({ kind, actor, data }: KhasanEvent): string {
  const other = data['to'] ?? data['of'] ?? '';
  const act = data['act'] ?? data['demand'] ?? data['answer'] ?? data['terms'] ?? '';
  const after = data['afterTheDeed'] === true ? 'after' : '';
  return `${kind} ${actor} ${String(other)} ${String(act)} ${after}`;
}

/** Kind of paper that an event is, `undefined` where it is none. */
function paperOf({ kind }: KhasanEvent): PaperKind | undefined {
  switch (kind) {
    case 'permission-asked':
      return 'requests';
    case 'permission-granted':
      return 'grants';
    case 'permission-refused':
      return 'refusals';
    case 'order-given':
    case 'standing-order-issued':
    case 'force-forbidden':
      return 'orders';
    case 'acted-without-authority':
      return 'unauthorised';
    case 'note-handed':
    case 'note-answered':
    case 'talks-proposed':
      return 'notes';
    default:
      return undefined;
  }
}

/** Acts that matter one by one: force, and what makes ready for it. */
const WEIGHTY: readonly string[] = [
  'eject',
  'assault',
  'bombard',
  'strike',
  'withdraw',
  'concentrate',
  'alert',
  'provoke',
  'cross-line',
];

/** Whether an event is told by itself; what is not is counted or left out. */
function isTold(story: Story, event: KhasanEvent): boolean {
  const { kind, actor, place, data } = event;
  const act = textOf(data['act']);
  if (story.turnsOnly && weightOf(event) < 3) return false;
  switch (kind) {
    case 'permission-asked':
    case 'permission-granted':
    case 'permission-refused':
      // The first paper of each office is told whatever it is about: it shows who asks whom.
      return WEIGHTY.includes(act) || isFirst(story, `${kind} ${actor}`);
    case 'order-given':
      return act === 'provoke' || (data['to'] !== '' && WEIGHTY.includes(act));
    case 'force-forbidden':
      return WEIGHTY.includes(act);
    case 'standing-order-issued':
      return isFirst(story, `${kind} ${actor}`);
    case 'acted-without-authority':
      return isFirst(story, `${kind} ${actor} ${act}`);
    case 'contact-reported':
      return isNewReport(story, event);
    case 'height-taken':
      return textOf(data['from']) !== '' || isHeight(story.namer.model, place);
    default:
      return true;
  }
}

/** True the first time in a run that it is asked with a key. */
function isFirst(story: Story, key: string): boolean {
  if (story.once.has(key)) return false;
  story.once.add(key);
  return true;
}

function isHeight(model: Model, place: string): boolean {
  return model.areas.find((area) => area.id === place)?.kind === 'height';
}

function isDeath(event: KhasanEvent): boolean {
  return event.kind === 'casualties-taken' && numberOf(event.data['killed']) > 0;
}

/** A report is told the first time a side hears of such a doing at such a height. */
function isNewReport(story: Story, event: KhasanEvent): boolean {
  const { model } = story.namer;
  const office = lookupOf(model).offices.get(event.actor);
  const activity = textOf(event.data['activity']);
  if (office === undefined || !isHeight(model, event.place)) return false;
  if (!['digging', 'massing', 'attacking'].includes(activity)) return false;
  return isFirst(story, `${String(model.offices[office]!.side)} ${event.place} ${activity}`);
}

function sumUp(story: Story, { kind, data }: KhasanEvent): void {
  const side = sideOf(lookupOf(story.namer.model), data['side']);
  if (side < 0) return;
  if (kind === 'casualties-taken') {
    story.killed[side] = story.killed[side]! + numberOf(data['killed']);
    story.wounded[side] = story.wounded[side]! + numberOf(data['wounded']);
    story.missing[side] = story.missing[side]! + numberOf(data['missing']);
  }
  if (kind === 'tanks-put-out') story.tanks[side] = story.tanks[side]! + numberOf(data['count']);
}

/** The last lines: what it cost and how it ended. */
function closing(story: Story): string[] {
  const { namer, truceTick } = story;
  const { model } = namer;
  const lines = ['', 'In the end'];
  model.sides.forEach(({ id }, side) => {
    const parts = [
      `${formatCount(story.killed[side]!)} killed`,
      `${formatCount(story.wounded[side]!)} wounded`,
      `${formatCount(story.missing[side]!)} missing`,
    ];
    if (story.tanks[side]! > 0)
      parts.push(`${formatCount(story.tanks[side]!)} tanks out of action`);
    lines.push(`  ${capitalised(peopleOf(namer, id))}: ${parts.join(', ')}.`);
  });
  lines.push(
    truceTick < 0 ? '  No truce was agreed.' : `  The truce: ${formatMoment(model, truceTick)}.`,
  );
  return lines;
}
