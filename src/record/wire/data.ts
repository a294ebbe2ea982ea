import type { Act, MessageKind, OfficeInfo } from '../../engine/index.ts';

/**
 * What became of what was asked. `none`: nothing was asked. `unanswered`: no answer was sent by the end of
 * the run. `limited`: granted with a bound below what was asked. `answered`: a note or an offer that got
 * an answer, whatever it said.
 */
export type WireAnswer = 'none' | 'unanswered' | 'granted' | 'limited' | 'refused' | 'answered';

/**
 * On what an act stood. `within`: on a paper or an order that goes back to whoever holds the power.
 * `unbacked`: on a paper whose author had no leave himself. `standing`: on a power the office has without
 * asking, or a standing order. `initiative`: on nothing. `against-ban`: against a ban that the office knew.
 */
export type WireAuthority = 'within' | 'unbacked' | 'standing' | 'initiative' | 'against-ban';

/** An office that appears on the Wire. */
export interface WireOffice {
  readonly id: string;
  readonly name: string;
  /** Position of its side in the scenario's list. */
  readonly side: number;
  readonly echelon: OfficeInfo['echelon'];
  /** Row on which it is drawn, as an index. */
  readonly row: number;
}

/** A line of the chart, or several offices folded into one. */
export interface WireRow {
  readonly id: string;
  readonly name: string;
  readonly side: number;
  /** Words over the rows that belong together: `Tokyo`, `Regiments`. */
  readonly group: string;
  /** Indices of offices, in the order of the scenario. */
  readonly offices: readonly number[];
  /**
   * True for a capital drawn a second time beyond the other side's, so that a note from government to
   * government need not cross the chart.
   */
  readonly again: boolean;
}

/** One message. Ticks are -1 where the thing has not happened. */
export interface WireMessage {
  /** `kind.number`, as the events name it. */
  readonly id: string;
  /** Event in which it was sent. */
  readonly event: string;
  readonly kind: MessageKind;
  /** Indices of offices. */
  readonly from: number;
  readonly to: number;
  readonly act: Act;
  /** Name of the place it is about, `''` none. */
  readonly place: string;
  readonly sentTick: number;
  /** When the addressee has read it. */
  readonly knownTick: number;
  readonly lost: boolean;
  readonly answer: WireAnswer;
  /** When the answer was sent. */
  readonly answeredTick: number;
  /** Whether leave is asked for what is already done. */
  readonly afterTheDeed: boolean;
  /** Most men that a grant is good for, 0 none named. */
  readonly forceMen: number;
  /** The word of a note, an answer or an opinion: `withdraw`, `reject`, `objects` …; `agreed` where a request claims it of others; `''` none. */
  readonly word: string;
}

/** Something an office does with its own men, or orders without leave. Ticks are -1 where not happened. */
export interface WireAct {
  /** Event in which it was ordered. */
  readonly event: string;
  readonly office: number;
  readonly act: Act;
  readonly place: string;
  /** Whether it is force against the other side. */
  readonly force: boolean;
  /** Whether it is an order to others, not a deed of the office's own men. */
  readonly byOrder: boolean;
  readonly men: number;
  readonly orderedTick: number;
  /** When it began; the tick of the order for acts that begin at once, -1 for an attack called off. */
  readonly tick: number;
  readonly authority: WireAuthority;
  /**
   * For an act without authority: when its author first read a paper for it that goes back to the
   * holder of the power, within a week of the order.
   */
  readonly paperTick: number;
  /** Hours from the act to that paper; negative where leave came between order and act, null without. */
  readonly aheadHours: number | null;
}

/** Who stands on the hill for a time: a side's position, or one of the words. */
export interface WireSpan {
  readonly fromTick: number;
  readonly toTick: number;
  readonly holder: number | 'both' | 'none';
}

/** Permission and mail of one run within a window of time: what the Wire shows, as picture and table. */
export interface WireData {
  readonly title: string;
  /** Minutes of tick 0 since 1970, UTC. */
  readonly startMinutes: number;
  readonly sides: readonly { readonly name: string; readonly clockOffsetMinutes: number }[];
  /** Window: both ends are ticks of the scenario. */
  readonly fromTick: number;
  readonly toTick: number;
  readonly offices: readonly WireOffice[];
  /** Top to bottom. The hill lies between the rows of the two sides, before `hillRow`. */
  readonly rows: readonly WireRow[];
  readonly hillRow: number;
  readonly hill: { readonly name: string; readonly spans: readonly WireSpan[] };
  /** By the time they were sent. */
  readonly messages: readonly WireMessage[];
  /** By the time they were ordered. */
  readonly acts: readonly WireAct[];
  /** Stretches without daylight, as ticks. */
  readonly nights: readonly { readonly fromTick: number; readonly toTick: number }[];
}
