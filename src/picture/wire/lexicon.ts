import type {
  WireAct,
  WireAnswer,
  WireAuthority,
  WireData,
  WireMessage,
} from '../../record/index.ts';
import type { Sign } from './marks.ts';
import {
  actWords,
  aheadWords,
  AUTHORITY_WORDS,
  hoursWords,
  messageWords,
  wireFinding,
} from './words.ts';

/** Everything that the Wire says in words, so that a page can say it in another language. */
export interface WireLexicon {
  readonly title: string;
  readonly months: readonly string[];
  /** The picture in one or two sentences. */
  readonly finding: (data: WireData) => string;
  /** What a message asks or says, and what an act was. */
  readonly message: (message: WireMessage) => string;
  readonly act: (act: WireAct) => string;
  /** How an act stands to the paper for it, `''` where it needs no word. */
  readonly ahead: (act: WireAct) => string;
  readonly hours: (hours: number) => string;
  readonly authority: Readonly<Record<WireAuthority, string>>;
  /** Words at a bar from acts, the first of which is given, to the leave for them. */
  readonly bar: (office: string, first: WireAct, hours: number, acts: number) => string;
  readonly barsMore: (count: number) => string;
  /** A message that a pointer rests on. */
  readonly stroke: (from: string, to: string, what: string, sent: string, known: string) => string;
  readonly read: (moment: string) => string;
  readonly span: (from: string, to: string) => string;
  readonly lost: string;
  readonly unread: string;
  readonly legend: {
    readonly signs: Readonly<Record<Sign, string>>;
    readonly act: (authority: WireAuthority) => string;
    readonly hollow: (side: string) => string;
    readonly solid: (side: string) => string;
    readonly lost: string;
    readonly unread: string;
    readonly bar: string;
    readonly note: string;
    readonly reportsLeft: (count: number) => string;
  };
  readonly table: {
    readonly answers: Readonly<Record<WireAnswer, string>>;
    readonly subordinates: string;
    readonly ground: string;
    readonly calledOff: (act: string) => string;
    readonly noLeave: string;
  };
  /** Heads of the turned Wire's columns. */
  readonly army: string;
  readonly hill: string;
  readonly capital: string;
}

/** The Wire in English. */
export const ENGLISH: WireLexicon = {
  title: 'The Wire',
  months: 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' '),
  finding: wireFinding,
  message: messageWords,
  act: actWords,
  ahead: aheadWords,
  hours: hoursWords,
  authority: AUTHORITY_WORDS,
  bar: (office, first, hours, acts) =>
    `${office}: ${actWords({ ...first, men: 0 })}, ${hoursWords(hours)} before leave` +
    (acts > 1 ? `, ${String(acts)} acts` : ''),
  barsMore: (count) => `and ${String(count)} more ahead of leave`,
  stroke: (from, to, what, sent, known) => `${from} to ${to}: ${what}; sent ${sent}, ${known}`,
  read: (moment) => `read ${moment}`,
  span: (from, to) => `${from} to ${to}`,
  lost: 'lost',
  unread: 'not read',
  legend: {
    signs: {
      asked: 'leave asked',
      unanswered: 'asked, never answered',
      granted: 'granted',
      limited: 'granted with limits',
      refused: 'refused',
      ban: 'force forbidden',
      report: 'report',
      order: 'order',
      note: 'note between ministries, or its answer',
      agreement: 'word of the cease-fire',
    },
    act: (authority) =>
      `act ${authority === 'initiative' || authority === 'standing' ? 'on ' : ''}${AUTHORITY_WORDS[authority]}`,
    hollow: (side) => `${side}: hollow`,
    solid: (side) => `${side}: solid`,
    lost: 'lost on its way',
    unread: 'not read by the end',
    bar: 'from an act to the leave for it',
    note:
      'A stroke runs from the sender, when he sends, to the reader, when he reads: the flatter, the slower. ' +
      'An empty paper is one whose author had no leave himself. The model\u2019s run, not the record.',
    reportsLeft: (count) =>
      `${String(count)} reports are not drawn; a window of up to ten days shows them.`,
  },
  table: {
    answers: {
      none: '',
      unanswered: 'unanswered',
      granted: 'granted',
      limited: 'limited',
      refused: 'refused',
      answered: 'answered',
    },
    subordinates: 'its subordinates',
    ground: 'the ground',
    calledOff: (act) => `${act}, called off`,
    noLeave: 'no leave came',
  },
  army: 'army',
  hill: 'hill',
  capital: 'capital',
};
