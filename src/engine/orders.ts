import type { Condition } from './standing.ts';
import type { Act, EngagementStep } from './vocabulary.ts';

/**
 * What an office can say in one decision. Orders are the only way in: a policy or a person gives them,
 * the engine checks them, and an illegal one becomes the event `order-refused` with a reason.
 * Areas and offices are indices; `authority` cites what the office thinks it acts upon.
 */
export type Order =
  | ActOrder
  | DirectOrder
  | RequestOrder
  | ReplyOrder
  | BanOrder
  | NoteOrder
  | AnswerOrder
  | ProposalOrder
  | ReportOrder
  | InstructOrder
  | RulesOrder
  | CallOrder
  | AppealOrder
  | AdmitOrder
  | RebukeOrder
  | SoundOrder
  | OpineOrder
  | ParleyOrder;

export type Authority = 'own' | 'grant' | 'order' | 'standing-order' | 'initiative' | 'against-ban';

/** The office acts with its own units. */
export interface ActOrder {
  readonly kind: 'act';
  readonly office: number;
  readonly act: Act;
  readonly area: number;
  /** Men wanted; the engine picks the nearest fit units of the office and those lent to it. */
  readonly men: number;
  /** Tick at which an attack starts; earlier acts start as soon as orders are through. */
  readonly hHourTick: number;
  readonly authority: Authority;
  /** Id of the plan several offices share, or `''`. */
  readonly plan: string;
}
/** The office orders a subordinate to act. */
export interface DirectOrder {
  readonly kind: 'direct';
  readonly office: number;
  readonly to: number;
  readonly act: Act;
  readonly area: number;
  readonly men: number;
  readonly hHourTick: number;
  readonly authority: Authority;
  readonly plan: string;
}
/** Asks a superior for leave (or for cover after the deed). */
export interface RequestOrder {
  readonly kind: 'request';
  readonly office: number;
  readonly to: number;
  readonly act: Act;
  readonly area: number;
  readonly men: number;
  readonly afterTheDeed: boolean;
  /** Message id of a subordinate's request that this one passes up, or -1. */
  readonly passesUp: number;
  /** Terms of a truce, where a ministry asks whether to accept them; else `''`. */
  readonly terms: string;
  /** Whether it says that those have agreed whom the superior consults. Nobody has asked them. */
  readonly asserts: boolean;
}
export interface ReplyOrder {
  readonly kind: 'reply';
  readonly office: number;
  /** Message id of the request. */
  readonly request: number;
  readonly answer: 'grant' | 'limit' | 'refuse';
  readonly forceMenMax: number;
}
/** Forbids an act to a subordinate and all below. */
export interface BanOrder {
  readonly kind: 'ban';
  readonly office: number;
  readonly to: number;
  readonly act: Act;
  readonly area: number;
}
export interface NoteOrder {
  readonly kind: 'note';
  readonly office: number;
  /** The other side's ministry. */
  readonly to: number;
  readonly demand: 'withdraw' | 'protest' | 'status-quo';
  readonly area: number;
}
/** Answers what the other side has handed over: a note, an offer of terms, or an offer to meet between the lines. */
export interface AnswerOrder {
  readonly kind: 'answer';
  readonly office: number;
  /** Message id of it. */
  readonly note: number;
  readonly answer: 'accept' | 'reject' | 'counter';
}
/**
 * Offers to stop: where each stands (`lines`), the same with a commission of both sides that is to lay down the line
 * (`commission`), on the other side's withdrawal (`ground`), or with one's own (`withdraw`).
 */
export interface ProposalOrder {
  readonly kind: 'proposal';
  readonly office: number;
  readonly to: number;
  readonly terms: 'ground' | 'lines' | 'commission' | 'withdraw';
}
/** Gives a subordinate a standing order: what to do by himself once he believes a condition to be met. */
export interface InstructOrder {
  readonly kind: 'instruct';
  readonly office: number;
  readonly to: number;
  readonly act: Act;
  readonly area: number;
  readonly when: Condition;
  readonly forceMenMax: number;
  readonly duty: boolean;
  /** First tick at which it is no longer in force. */
  readonly untilTick: number;
}
/** Sends the office's picture (or own state) to a superior or neighbour, now. */
export interface ReportOrder {
  readonly kind: 'report';
  readonly office: number;
  readonly to: number;
}
/** Changes the rules of engagement of the office itself, or of a subordinate and all below it. */
export interface RulesOrder {
  readonly kind: 'rules';
  readonly office: number;
  /** The office itself, or a subordinate. */
  readonly to: number;
  readonly first: EngagementStep;
  /** Times a party challenges before it goes on, 1–9. */
  readonly challenges: number;
  readonly last: EngagementStep;
}
/** Calls another office to the direct wire between them. */
export interface CallOrder {
  readonly kind: 'call';
  readonly office: number;
  readonly to: number;
}
/** Asks a neighbour of another chain for help at a place: he owes nothing, and may give it. */
export interface AppealOrder {
  readonly kind: 'appeal';
  readonly office: number;
  readonly to: number;
  readonly area: number;
}
/** Tells the first superior that an inquiry found men or works of the own side over the line, or keeps it. */
export interface AdmitOrder {
  readonly kind: 'admit';
  readonly office: number;
  /** Message id of the finding. */
  readonly finding: number;
  /** False: it is put away, and nobody hears of it. */
  readonly admits: boolean;
}
/** Rebukes the one who has told so, or who has said of others what they deny; or lets it be. */
export interface RebukeOrder {
  readonly kind: 'rebuke';
  readonly office: number;
  /** Message id of the admission, which it takes off the desk, or of the request, which it leaves there. */
  readonly paper: number;
  /** False: it is let be. */
  readonly rebukes: boolean;
}
/** Asks those whom the office consults what they think of what it is asked for. */
export interface SoundOrder {
  readonly kind: 'sound';
  readonly office: number;
  /** Message id of the request. */
  readonly request: number;
}
/** Tells a superior who consults the office what it thinks. */
export interface OpineOrder {
  readonly kind: 'opine';
  readonly office: number;
  /** Message id of the sounding. */
  readonly sounding: number;
  readonly agrees: boolean;
}
/** Sends an officer with a white flag to the other side's commander across from a place, once fire has ceased. */
export interface ParleyOrder {
  readonly kind: 'parley';
  readonly office: number;
  readonly area: number;
}
