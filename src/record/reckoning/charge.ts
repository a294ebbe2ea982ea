import type { KhasanEvent } from '../../engine/index.ts';

/** What a charge is about. The words are the model's; no court has used them. */
export const CHARGE_KINDS = [
  'beyond-authority',
  'line-violated',
  'first-use',
  'false-report',
  'after-truce',
] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** Kinds of force, from the mildest to the gravest. */
export const FORCES = [
  'crossing',
  'shot',
  'small-arms',
  'attack',
  'tanks',
  'guns',
  'aircraft',
] as const;
export type Force = (typeof FORCES)[number];

/** What a sentence says that no event tells, in parts, so that it can be said in another language. */
export interface Said {
  readonly code:
    'no-order' | 'no-leave-needed' | 'own-power' | 'no-paper' | 'standing' | 'believed' | 'intent';
  /** Act of `ACTS` and id of the area, `''` none. */
  readonly act: string;
  readonly place: string;
  /** Men believed there, or per cent; 0 where neither is meant. */
  readonly figure: number;
  /** Minutes since the news was true. */
  readonly minutes: number;
}

/** A sentence that stands on an event. */
export interface Fact {
  /** Id of the event, `''` where the sentence rests on the state of the run alone. */
  readonly event: string;
  readonly tick: number;
  readonly text: string;
  /** Where no event stands behind the sentence: what it says. */
  readonly said?: Said;
}

/** Who answers for an act. */
export interface Author {
  /** Id of the office; `''` where nobody in the run decided it. */
  readonly office: string;
  /** Name and person at that time. */
  readonly name: string;
  /** Id of the side. */
  readonly side: string;
}

/** One entry of the reckoning. */
export interface Charge {
  readonly kind: ChargeKind;
  /** The event it rests on; of several alike the first. */
  readonly event: string;
  readonly tick: number;
  readonly author: Author;
  /** Act of `ACTS`, force of `FORCES`, or `''`. */
  readonly what: string;
  /** Id of the area, or `''`. */
  readonly place: string;
  /** For a line: id of the side that claims it. */
  readonly line: string;
  /** What was done, in a sentence. */
  readonly text: string;
  /** How often; crossings of one author over one line at one place are one charge. */
  readonly count: number;
  /** Men that took part, at most in one go; 0 where not known. */
  readonly men: number;
  /** The paper he acted on, or the lack of one, in sentences. */
  readonly papers: readonly Fact[];
  /** Papers about it that were on their way to him and reached him later or never. */
  readonly unread: readonly Fact[];
  /** What he knew, in sentences. */
  readonly knew: readonly Fact[];
  /** What led to it, in the order of time. */
  readonly chain: readonly Fact[];
}

/** The whole reckoning of a run. */
export interface Reckoning {
  readonly charges: readonly Charge[];
  /** Charges by author, most first. */
  readonly authors: readonly {
    readonly author: Author;
    readonly counts: Readonly<Record<ChargeKind, number>>;
  }[];
  /** Whether the run itself was heard, so that beliefs and false reports could be told. */
  readonly heard: boolean;
  /** Force that was never used in the run. */
  readonly unused: readonly Force[];
}

/** What a charge is built from before its papers and chain are looked up. */
export interface Accusation {
  readonly kind: ChargeKind;
  readonly event: KhasanEvent;
  /** The decision behind it, where there is one. */
  readonly act: KhasanEvent | undefined;
  /** Id of the office that answers for it, `''` none. */
  readonly office: string;
  readonly what: string;
  readonly place: string;
  readonly line: string;
  readonly text: string;
  readonly count: number;
  readonly men: number;
}
