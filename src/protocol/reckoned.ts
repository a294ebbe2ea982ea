/** A sentence of a reckoning and the event it stands on, as its number in the film; -1 where it stands on none. */
export interface ReckonedFact {
  readonly event: number;
  readonly tick: number;
  readonly text: string;
  /** What a sentence without an event says, in parts. */
  readonly said?: {
    readonly code: string;
    readonly act: string;
    readonly place: string;
    readonly figure: number;
    readonly minutes: number;
  };
}

/** One charge, as the record room makes it, with events as numbers of the film. */
export interface ReckonedCharge {
  /** Word of `CHARGE_KINDS`. */
  readonly kind: string;
  readonly event: number;
  readonly tick: number;
  /** Who answers for it: id of the office, `''` nobody in the run, and name with person. */
  readonly office: string;
  readonly name: string;
  readonly text: string;
  /** Act, force, or what was false in a report; area; both `''` where there is none. */
  readonly what: string;
  readonly place: string;
  /** How often; crossings of one author over one line at one place are one charge. */
  readonly count: number;
  readonly papers: readonly ReckonedFact[];
  readonly unread: readonly ReckonedFact[];
  readonly knew: readonly ReckonedFact[];
  /** What led to it, in the order of time. */
  readonly chain: readonly ReckonedFact[];
}

/** The reckoning of one run, for a page. */
export interface RunReckoning {
  /** Hash of the run that was judged, so that it is not set beside another. */
  readonly runHash: string;
  readonly charges: readonly ReckonedCharge[];
  /** Charges by author, most first; `counts` by kind. */
  readonly authors: readonly {
    readonly office: string;
    readonly name: string;
    readonly counts: Readonly<Record<string, number>>;
  }[];
  /** Kinds of force that were never used. */
  readonly unused: readonly string[];
}
