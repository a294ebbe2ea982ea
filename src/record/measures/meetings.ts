import type { EventKind, KhasanEvent } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { numberOf, textOf } from '../lookup.ts';
import {
  hearing,
  hoursOf,
  shareOf,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/** Ticks within which a shot still belongs to the beginning of a meeting: an hour. */
const SOON_TICKS = 4;

const measures: readonly MeasureSpec[] = [
  {
    id: 'meetings',
    title: 'Meetings at the line',
    kind: 'number',
    unit: 'meetings',
    describe: 'Times that parties of both sides came within call of each other.',
  },
  {
    id: 'meetings.shot-share',
    title: 'Share of meetings that end in a shot within an hour',
    kind: 'number',
    unit: 'share',
    describe:
      'Meetings in which one of the two parties fires its aimed shot within an hour of the beginning, over all; null without any.',
  },
  {
    id: 'meetings.death-share',
    title: 'Share of meetings with a death',
    kind: 'number',
    unit: 'share',
    describe: 'Meetings in which the aimed shot kills, over all; null without any.',
  },
  {
    id: 'meetings.detained',
    title: 'Men led off at meetings',
    kind: 'number',
    unit: 'men',
    describe: 'Men of either side detained without a shot.',
  },
  {
    id: 'shots.ordered',
    title: 'Aimed shots on the order of an office on the spot',
    kind: 'number',
    unit: 'shots',
    describe: 'Aimed shots at meetings that an office present ordered by name of the party.',
  },
  {
    id: 'meetings.account',
    title: 'Account of the disputed shot that the run takes',
    kind: 'category',
    unit: '',
    describe:
      'Claim drawn of the reading on which it hangs what an office knows to do; null where nothing hangs on one.',
  },
  {
    id: 'baits',
    title: 'Baits',
    kind: 'number',
    unit: 'acts',
    describe:
      'Times that an office sent a party over the line that its own side claims, to be seen.',
  },
  {
    id: 'baits.first',
    title: 'First bait',
    kind: 'time',
    unit: 'hours',
    describe: 'Tick of the first of them.',
  },
];

interface Book {
  readonly chronicle: Chronicle;
  /** Tick at which the two last met, by their ids. */
  readonly met: Map<string, number>;
  /** Id of the event of the last aimed shot. */
  shot: string;
  meetings: number;
  shots: number;
  deaths: number;
  detained: number;
  ordered: number;
  baits: number;
  firstBait: number;
  account: string | null;
}

/** Meetings of parties, single shots, baits. */
export const meetingsFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const book: Book = {
      chronicle,
      met: new Map(),
      shot: '',
      meetings: 0,
      shots: 0,
      deaths: 0,
      detained: 0,
      ordered: 0,
      baits: 0,
      firstBait: -1,
      account: null,
    };
    return { hears: [hearing(HEARD, (event) => note(book, event))], finish: () => valuesOf(book) };
  },
};

/** The two of a meeting, whoever of them is named first. */
function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Kinds of event that this family hears. */
const HEARD = [
  'account-taken',
  'parties-met',
  'shot-fired',
  'casualties-taken',
  'party-detained',
  'order-given',
] as const satisfies readonly EventKind[];

function note(book: Book, event: EventOf<(typeof HEARD)[number]>): void {
  const { data, tick } = event;
  switch (event.kind) {
    case 'account-taken':
      book.account = textOf(data['claim']);
      return;
    case 'parties-met':
      book.meetings++;
      book.met.set(pairOf(textOf(data['host']), textOf(data['guest'])), tick);
      return;
    case 'shot-fired': {
      const met = book.met.get(pairOf(event.actor, textOf(data['at'])));
      if (met !== undefined && tick - met <= SOON_TICKS) book.shots++;
      if (data['why'] === 'order') book.ordered++;
      book.shot = event.id;
      return;
    }
    case 'casualties-taken':
      noteDeath(book, event);
      return;
    case 'party-detained':
      book.detained += numberOf(data['men']);
      return;
    case 'order-given':
      // An order to somebody below is carried out by him, and told again when it is.
      if (data['act'] !== 'provoke' || textOf(data['to']) !== '') return;
      book.baits++;
      if (book.firstBait < 0) book.firstBait = tick;
      return;
  }
}

function noteDeath(book: Book, event: KhasanEvent): void {
  if (numberOf(event.data['killed']) === 0) return;
  if (event.data['cause'] === 'shot' && event.cause.includes(book.shot)) book.deaths++;
}

function valuesOf(book: Book): MeasureValues {
  const { meetings } = book;
  return {
    meetings,
    'meetings.shot-share': shareOf(book.shots, meetings),
    'meetings.death-share': shareOf(book.deaths, meetings),
    'meetings.detained': book.detained,
    'shots.ordered': book.ordered,
    'meetings.account': book.account,
    baits: book.baits,
    'baits.first': hoursOf(book.firstBait),
  };
}
