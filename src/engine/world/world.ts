import type { KhasanEvent } from '../events.ts';
import type { Model } from '../model.ts';
import type { StandingOrder } from '../standing.ts';
import type { Act, MessageKind } from '../vocabulary.ts';

/**
 * The changing state of a run: numbers, texts, records and typed arrays, nothing else. Whatever is
 * here is hashed and saved; whatever can be worked out again (paths, lines of sight) is not here.
 */
export interface World {
  /** Where the run began: `free` or the id of an anchor. */
  readonly from: string;
  readonly seed: number;
  tick: number;
  /** First tick that this run no longer plays. */
  readonly endTick: number;
  /** Tick up to which the ground has been worked on, -1 not yet. */
  groundTick: number;
  /** Tick at which the ground needs attention next, if only for a look. */
  nextGroundTick: number;
  /** Tick at which anything happens on the ground next; -1 when orders have come in since it was worked out. */
  groundDueTick: number;
  /** Values of the parameters, in the order of `PARAMETERS`. */
  readonly params: Float64Array;
  /** `[reading]` the value drawn for each disputed number. */
  readonly readings: Float64Array;
  /** `[slot of four hours]` code of `WEATHERS`. */
  readonly weather: Uint8Array;
  /** `[side]` weight of other fronts, changed by exogenous events only. */
  readonly otherFronts: Float64Array;
  readonly units: UnitState;
  readonly ground: GroundState;
  readonly offices: OfficeState;
  /** Messages under way, in the order in which they were sent. */
  mail: Message[];
  /** Operations not yet ended, oldest first. */
  operations: Operation[];
  /** Meetings of parties of both sides in the last day, oldest first. */
  meetings: Meeting[];
  readonly talks: TalksState;
  readonly tally: Tally;
  /** `[side]` 1 while the side's troops and guns may not go or fire beyond the line it claims. */
  readonly lineBan: Uint8Array;
  nextMessage: number;
  nextOperation: number;
  /** Sequence number of the next event within the current tick. */
  nextEvent: number;
  eventCount: number;
  /** Running hash over all events, and over the world every tenth day: four 32-bit words. */
  readonly chain: Uint32Array;
  ended: boolean;
}

/** `[unit]` unless said otherwise. */
export interface UnitState {
  /** Hex, or `grid.count + node`. */
  readonly location: Int32Array;
  readonly men: Int32Array;
  readonly killed: Int32Array;
  readonly wounded: Int32Array;
  readonly missing: Int32Array;
  readonly sick: Int32Array;
  /** Officers among the dead. */
  readonly officersKilled: Int32Array;
  readonly ncosKilled: Int32Array;
  readonly tanks: Int32Array;
  /** Tanks out of action: burnt, in need of a rear workshop, mendable on the spot, bogged. */
  readonly tanksBurnt: Int32Array;
  readonly tanksRear: Int32Array;
  readonly tanksSpot: Int32Array;
  readonly tanksBogged: Int32Array;
  readonly guns: Int32Array;
  readonly gunsLost: Int32Array;
  readonly antiTankGuns: Int32Array;
  readonly aircraft: Int32Array;
  /** Share 0–1 of the unit's own load of ammunition. */
  readonly ammunition: Float64Array;
  /** Days of hard use behind it, 0 fresh. */
  readonly fatigueDays: Float64Array;
  /** Suppression 0–1 at `suppressionTick`; decays from there. */
  readonly suppression: Float64Array;
  readonly suppressionTick: Int32Array;
  /** Men lost in about the last half hour, decaying; feeds the hazard of breaking. */
  readonly recentLoss: Float64Array;
  /** Code of `MORALES`. */
  readonly morale: Uint8Array;
  /** Tick at which a broken unit may rally. */
  readonly rallyTick: Int32Array;
  /** Code of `TASKS`. */
  readonly task: Uint8Array;
  /** Location the task is about, or -1. */
  readonly taskTarget: Int32Array;
  /** Tick before which the task does not begin. */
  readonly taskTick: Int32Array;
  /** Operation the unit belongs to, or -1. */
  readonly operation: Int32Array;
  /** Code of `STANCES`. */
  readonly stance: Uint8Array;
  /** Next location of a move under way, or -1, and the tick at which it is reached. */
  readonly nextLocation: Int32Array;
  readonly arriveTick: Int32Array;
  /** Tick of its last shot, for visibility; -1 never. */
  readonly firedTick: Int32Array;
  /** Event number that set its task, as event id, for causes. */
  readonly causeEvent: string[];
  /** Readiness 0–1; a unit at peace establishment starts slowly. */
  readonly readiness: Float64Array;
}

/** `n` hexes. */
export interface GroundState {
  /** `[hex]` tick from which the railway through it is whole; 0 it never was broken. */
  readonly railCut: Int32Array;
  /** `[side * n + hex]` tick at which guns last ranged in on the side's men there by day; -1 never. */
  readonly rangedTick: Int32Array;
  /** `[side * n + hex]` trenches and emplacements 0–1. */
  readonly trench: Float64Array;
  /** `[side * n + hex]` wire 0–1. */
  readonly wire: Float64Array;
  /** `[n]` side that holds the hex (was last there alone), or -1. */
  readonly holder: Int8Array;
  /** `[n]` side 0's share in tenths of a contested crest; 0–10. Read only where both sides stand. */
  readonly share: Uint8Array;
  /** `[side * n + hex]` last tick in which the side saw an enemy there, or -1. */
  readonly seenTick: Int32Array;
}

/** Kinds of thing a picture counts, in the order of the `[… * PICTURE_KINDS + kind]` tables. */
export const PICTURE_KINDS = ['men', 'guns', 'tanks', 'works'] as const;

/** `o` offices, `a` areas. The picture of an office is all it knows of the other side. */
export interface OfficeState {
  /** `[o]` tick of the next staff cycle. */
  readonly cycleTick: Int32Array;
  /** `[o]` tick of the last decision, -1 none. */
  readonly decidedTick: Int32Array;
  /** `[o]` 1 when something new has come in since the last decision. */
  readonly stirred: Uint8Array;
  /** `[o]` 1 while it has news of the field that it has not reported. */
  readonly untold: Uint8Array;
  readonly person: string[];
  /** `[o * TRAITS]` traits as they show now: the person's own, less what staff, hand-over and fear take. */
  readonly traits: Float64Array;
  /** `[o * TRAITS]` the person's own traits, as drawn when he came. */
  readonly ownTraits: Float64Array;
  /** `[o]` staff posts filled, the head's among them; 0 where no removals are reckoned. */
  readonly staffFilled: Int32Array;
  /** `[o]` those of them that are held by newcomers. */
  readonly staffGreen: Int32Array;
  /** `[o]` 0–1, share of the way to complete fear that removals about it have driven the office. */
  readonly dread: Float64Array;
  /** `[o]` tick at which a successor takes over from the deputy, -1 where the head is in his post. */
  readonly successorTick: Int32Array;
  /** `[o]` tick at which the head will know his office, -1 where he does. */
  readonly handOverTick: Int32Array;
  /** `[o]` tick on which the person took over (negative: before the start). */
  readonly sinceTick: Int32Array;
  /** `[(o * a + area) * 4 + kind]` the enemy believed there. */
  readonly enemy: Float64Array;
  /** `[o * a + area]` tick the belief is of, -1 never seen. */
  readonly enemyTick: Int32Array;
  /** `[o * a + area]` tick of the enemy's last new act there (came, grew, dug, fired), -1 never. */
  readonly enemySince: Int32Array;
  /** `[o * a + area]` code of `ACTIVITIES`. */
  readonly activity: Uint8Array;
  /** `[o * a + area]` tick of the last news of an enemy there that was passed on, -1 none; most men and gravest activity in it. */
  readonly notedTick: Int32Array;
  readonly notedMen: Float64Array;
  readonly notedActivity: Uint8Array;
  /** `[o * a + area]` hands the news passed through. */
  readonly retold: Uint8Array;
  /** `[(o * a + area) * 4 + kind]` most that own eyes have seen there in one tick since the last hour. */
  readonly glimpse: Float64Array;
  /** `[(o * a + area) * 4 + kind]` what they have seen in the tick `glimpseTick`, -1 nothing yet. */
  readonly glimpseNow: Float64Array;
  readonly glimpseTick: Int32Array;
  /** `[o * a + area]` code of `ACTIVITIES`, the worst seen since the last hour. */
  readonly glimpseActivity: Uint8Array;
  /** `[o * a + area]` own men believed there. */
  readonly own: Float64Array;
  /** `[o * a + area]` own men there as the first superior has last read it from this office. */
  readonly ownRead: Float64Array;
  /** `[o]` own losses as the first superior has last read them from this office. */
  readonly lossRead: Float64Array;
  /** `[o * a + area]` side believed to hold the place, or -1. */
  readonly holder: Int8Array;
  /** `[o * a + area]` tick at which the office last learnt that its side lost the place, -1 never. */
  readonly lostTick: Int32Array;
  /** `[o * areas + a]` last tick at which it believed its own side to hold the place, -1 never. */
  readonly heldTick: Int32Array;
  /** `[o]` log-odds that the other side means to take the disputed ground, at `intentTick`. */
  readonly intent: Float64Array;
  readonly intentTick: Int32Array;
  /** `[o]` own losses of men as reported to it. */
  readonly ownLoss: Float64Array;
  /** `[o]` authority it knows of, newest last. */
  readonly grants: Grant[][];
  /** `[o]` what it has been told to do and has not finished, newest last. */
  readonly charges: Charge[][];
  /** `[o]` standing orders it has been given or has given, newest last. */
  readonly standing: StandingOrder[][];
  /** `[o]` what the office has done, the latest of each act and place, newest last; at most `DEEDS_KEPT`. */
  readonly deeds: Deed[][];
  /** `[o]` unanswered requests and notes that wait for it. */
  readonly inbox: Message[][];
  /** `[o]` requests it has sent and not seen answered. */
  readonly pending: Message[][];
  /** `[o]` hour of the truce it has been told of, -1 none; and event in which it was, `''` none. */
  readonly truceTold: Int32Array;
  readonly truceEvent: string[];
  /** `[o]` 1 once its units have stopped at that hour. */
  readonly truceKept: Uint8Array;
  /** `[o]` tick from which its ships carry troops; -1 they have not been called. */
  readonly shipsTick: Int32Array;
  /** `[o * RULE_PARTS + part]` rules of engagement: code of the first step, challenges, code of the last step. */
  readonly rules: Uint8Array;
  /** `[o]` acts of its repertoire that it does not know in this run, by the reading drawn. */
  readonly lacks: Act[][];
  /** `[o]` tick of its last report upward. */
  readonly reportTick: Int32Array;
  /** `[office * areas + area]` when it last asked a neighbour for help there, and when one asked it, -1 never. */
  readonly appealedTick: Int32Array;
  readonly appealTick: Int32Array;
  /** `[office * areas + area]` when it last offered the other side a meeting there, and when the two surveyed it together, -1 never. */
  readonly parleyTick: Int32Array;
  readonly surveyTick: Int32Array;
  /** `[office]` event of the last order it gave, to its own men or to others; `''` none. What it asks cover for goes back to it. */
  readonly orderEvent: string[];
  /** `[office]` tick of its last general ban on force that it has not gone back on since, -1 none. */
  readonly forbadeTick: Int32Array;
  /** `[office]` whom it came to the direct wire with last, -1 nobody; until when; and when it called somebody itself, -1 never. */
  readonly talkWith: Int16Array;
  readonly talkUntil: Int32Array;
  readonly calledTick: Int32Array;
  /** `[office]` what became of its own unbidden deeds, −1 to 1: below 0 covered, above 0 disowned. */
  readonly precedent: Float64Array;
  /** `[office]` tick at which its head last read a rebuke for what he had admitted, -1 never. */
  readonly rebukedTick: Int32Array;
}

export interface Grant {
  readonly kind: 'grant' | 'ban';
  readonly act: Act;
  readonly area: number;
  readonly forceMenMax: number;
  readonly by: number;
  readonly tick: number;
  /** Event in which it was given, or `''` for authority in force at the start. */
  readonly event: string;
  readonly reserved: boolean;
  /** Whether it goes back to the office that holds the reserved power (known to nobody but the reckoning). */
  readonly backed: boolean;
}

/** What an office remembers of its own doing. */
export interface Deed {
  readonly act: Act;
  readonly area: number;
  readonly tick: number;
  /** Tick from which it takes effect: H-hour of an attack, else `tick`. */
  readonly dueTick: number;
  readonly men: number;
  /** Whether it had no leave for it, as it knew. */
  readonly unbidden: boolean;
}

/** Deeds an office remembers. Assumption: more than any office does within the days that its rules look back. */
export const DEEDS_KEPT = 24;

/** An order from above, as the addressee has it. */
export interface Charge {
  readonly act: Act;
  readonly area: number;
  readonly men: number;
  readonly hHourTick: number;
  readonly by: number;
  readonly plan: string;
  readonly tick: number;
  readonly event: string;
}

/** A message under way or waiting. Content is plain data; fields that do not apply hold -1 or `''`. */
export interface Message {
  readonly id: number;
  readonly kind: MessageKind;
  readonly from: number;
  readonly to: number;
  readonly sentTick: number;
  readonly dueTick: number;
  readonly act: Act;
  readonly area: number;
  readonly men: number;
  readonly hHourTick: number;
  readonly plan: string;
  /** Message this one answers or passes up, -1 none. */
  readonly about: number;
  /** Terms, demand, answer or authority, by kind. */
  readonly word: string;
  readonly afterTheDeed: boolean;
  /** Own loss and the picture by area, for reports: see `packFacts` in `systems/messages.ts`; empty otherwise. */
  readonly facts: readonly number[];
  readonly event: string;
  /** What a standing order says; null in other messages. */
  readonly standing: StandingOrder | null;
}

/** An attack planned or under way. */
export interface Operation {
  readonly id: number;
  readonly office: number;
  readonly side: number;
  readonly act: Act;
  readonly area: number;
  readonly targetHex: number;
  units: number[];
  readonly hHourTick: number;
  readonly orderedTick: number;
  /** Concert of infantry, guns, tanks and air, 0–1. */
  readonly coordination: number;
  readonly plan: string;
  readonly event: string;
  phase: 'forming' | 'approach' | 'assault' | 'ended';
  startedTick: number;
  /** Men in the operation when it started. */
  menAtStart: number;
  /** Enemy men at the target when it started (truth; for measures only). */
  defendersAtStart: number;
  /** Own killed, wounded and missing so far. */
  loss: number;
  /** Tick at which the target was taken, -1 not yet. */
  takenTick: number;
  /** Last tick in which the operation made headway; it is called off when stale. */
  headwayTick: number;
}

/** Numbers that an office's rules of engagement take in `OfficeState.rules`. */
export const RULE_PARTS = 3;

/** Parties of both sides that have met near the line: who speaks, who is spoken to, and how far it has gone. */
export interface Meeting {
  /** Unit that stands by its own side's reading on its own ground, and speaks. */
  readonly host: number;
  readonly guest: number;
  /** Where each stood at the beginning. */
  readonly hostHex: number;
  readonly guestHex: number;
  /** Area in which the guest stood, and men of each as the other counted them. */
  readonly area: number;
  readonly hostMen: number;
  readonly guestMen: number;
  readonly startTick: number;
  /** Code of the step taken last (`ENGAGEMENT_STEPS`), -1 none, and how often it has been taken. */
  step: number;
  times: number;
  /** Tick of the last exchange, and id of its event. */
  tick: number;
  event: string;
  /** 1 once nothing more is said. */
  over: number;
}

export interface TalksState {
  /** Tick of the agreement, -1 none. */
  agreedTick: number;
  /** Tick at which fire shall cease, -1 none. */
  truceTick: number;
  /** `[side]` public commitment 0–1: notes and communiqués that demand the ground. */
  readonly commitment: Float64Array;
  /** `[side]` tick at which its general mobilisation was decreed, in public; -1 not. */
  readonly mobilisedTick: Int32Array;
}

/** Truth of the run that rules of the model read back (never a decision). */
export interface Tally {
  /** `[side]` highest rung reached, and the tick of it. */
  readonly rung: Uint8Array;
  readonly rungTick: Int32Array;
  /** `[side]` last tick in which the side used force. */
  readonly forceTick: Int32Array;
  /** `[side]` men lost in all. */
  readonly loss: Float64Array;
  /** `[side]` tick of its last attack of battalion size or more; -1 none. */
  readonly attackTick: Int32Array;
  /** `[side]` rounds that batteries have fired, that were brought up to them, and that were lost with guns. */
  readonly shellsFired: Float64Array;
  readonly shellsBrought: Float64Array;
  readonly shellsLost: Float64Array;
}

/** A run in hand: the unchanging model, the state, and where its events go. */
export interface Run {
  readonly model: Model;
  readonly world: World;
  /** Receives every event as it happens. A batch folds measures here and keeps nothing else. */
  readonly sink: (event: KhasanEvent) => void;
}
