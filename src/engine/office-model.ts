import type { Act, EngagementStep, LinkMedium, Trait } from './vocabulary.ts';

/** Who commands: an office with its person, its place in the chains, its lines and its papers. Indices are those of the model. */
export interface OfficeInfo {
  readonly id: string;
  readonly luckKey: number;
  readonly name: string;
  readonly person: string;
  readonly side: number;
  readonly echelon: 'capital' | 'army' | 'corps' | 'division' | 'brigade' | 'regiment' | 'post';
  /** `army`, `nkvd`, `foreign`, `court` … : the chains the office belongs to, the first is its own. */
  readonly chains: readonly string[];
  /** Superior offices, own chain first; empty at the top. */
  readonly superiors: readonly number[];
  /** Offices that name this one as a superior, ascending. */
  readonly subordinates: readonly number[];
  /** Offices of its side whose consent it looks for before it lets force be used, in the order of the file. */
  readonly consults: readonly number[];
  /** Hex, or `grid.count + node`. */
  readonly location: number;
  readonly cycleMinutes: number;
  readonly traits: Readonly<Record<Trait, number>>;
  /** Acts the office knows. `wait` is always known. */
  readonly repertoire: readonly Act[];
  /** Areas the office answers for, ascending. */
  readonly charge: readonly number[];
  /** Rules of engagement of its parties on the first day. */
  readonly engagement: EngagementRules;
  /** Standing with the top, 0–1, that the person has to gain by being seen to act. */
  readonly credit: number;
  /** Acts of the repertoire that it knows only in runs that drew this value of a disputed account. */
  readonly byReading: readonly ReadingActs[];
  readonly grants: readonly GrantInfo[];
  readonly links: readonly OfficeLinkInfo[];
  /** Units under its direct command, ascending. */
  readonly units: readonly number[];
  /** Whether links of the theatre go by its ships. */
  readonly hasShips: boolean;
  /** Men on paper of the office and of all below it in its own chain: what a staff knows of its own army. */
  readonly establishmentMen: number;
  /** Chance 0–1 that it picks up a message of the other side that goes by radio. */
  readonly listensChance: number;
  /** Days in post on day one. */
  readonly daysInPost: number;
}

/** How a party meets the other side on ground that its own side claims. */
export interface EngagementRules {
  /** The step with which it begins. */
  readonly first: EngagementStep;
  /** Times it challenges before it goes on, 1–9. */
  readonly challenges: number;
  /** The last step that it may take; not before `first`. */
  readonly last: EngagementStep;
}

/** Acts that hang on which account of a disputed event a run takes. */
export interface ReadingActs {
  /** Index into `Model.readings`. */
  readonly reading: number;
  readonly value: number;
  readonly acts: readonly Act[];
}

/** Authority in force at the start (the only authored authority). */
export interface GrantInfo {
  readonly kind: 'grant' | 'ban';
  readonly act: Act;
  /** Area the grant is about, or -1 for anywhere. */
  readonly area: number;
  readonly forceMenMax: number;
  /** True where the power is kept back: only this office can grant it to others. */
  readonly reserved: boolean;
}

export interface OfficeLinkInfo {
  readonly to: number;
  readonly medium: LinkMedium;
  /** Median minutes from decision to the addressee having read it. */
  readonly medianMinutes: number;
  readonly chain: string;
  /** Whether both ends can talk on it, apparatus to apparatus. */
  readonly directWire: boolean;
}

/** The removal of people from the posts of a service: how fast, and what it does to those who stay. */
export interface PurgeInfo {
  readonly id: string;
  /** Share 0–1 of the posts that lost their holder in the twelve months before the start. */
  readonly yearShare: number;
  /** Daily rate in the first `waveDays` days over that of the twelve months; scaled by a reading where `waveReading` ≥ 0. */
  readonly waveFactor: number;
  /** Index into `Model.readings` by which `waveFactor` is multiplied as drawn, or -1. */
  readonly waveReading: number;
  readonly waveDays: number;
  /** Further chance a day that a head is removed while ground in his charge was lost within `blameDays`. */
  readonly blamePerDay: number;
  readonly blameDays: number;
  /** Share 0–1 of posts lost since the start at which a staff stops working. */
  readonly stopsAtLoss: number;
  /** Mean days until an empty staff post is filled, and until a newcomer to a staff knows his work. */
  readonly replaceDays: number;
  readonly settleDays: number;
  /** Median days without a head, and days that his successor takes to take over. */
  readonly vacancyDays: number;
  readonly handOverDays: number;
  /** Shares 0–1 of competence that a successor lacks for good, on his first day, and that a deputy lacks. */
  readonly successorDiscount: number;
  readonly handOverDiscount: number;
  readonly deputyDiscount: number;
  /** Share 0–1 of the way to complete fear that the removal of a head drives his neighbours and subordinates. */
  readonly headFear: number;
  /** The same for a staff that loses all its people at once; less in proportion. */
  readonly staffFear: number;
  /** Days in which that fear fades to a third. */
  readonly fearFadeDays: number;
  /** What the offices were like before the removals began: see `purge.share`. */
  readonly before: {
    readonly competence: number;
    readonly fear: number;
    readonly daysInPost: number;
  };
  readonly pools: readonly PoolInfo[];
}

/** The posts of one office's staff, its head among them. */
export interface PoolInfo {
  readonly office: number;
  /** Posts of the establishment, and those filled on day one. */
  readonly posts: number;
  readonly filled: number;
  /** Whether the head is not removed in any run. */
  readonly headKept: boolean;
}
