/**
 * What the removal of people from their posts does to an office: formulas only. Shares are 0–1; a *relief*
 * is the share of a shortfall that is taken away again, 0 in the affair as it was.
 */

/** Days of the twelve months over which the earlier removals are known. */
const YEAR_DAYS = 365;

/**
 * Chance a day that the holder of a post is removed.
 * Source: command sketch 5: h12 / 365 a day, times the factor of a wave.
 */
export function dailyRate(yearShare: number, factor: number): number {
  return Math.min(1, (yearShare / YEAR_DAYS) * factor);
}

/**
 * Share of a shortfall that a run takes away: what the purge caused of it, as far as it is switched off.
 * Source: command sketch 5, `purgeShare`: the shock goes away with the purge, old weakness stays.
 * @param inForce 1 the purge as it was, 0 as though there had been none.
 */
export function reliefOf(purgeShare: number, inForce: number): number {
  return (1 - inForce) * purgeShare;
}

/** Part of a full hand's work that a newcomer to a staff does. Assumption: half. */
const NEWCOMER_WORK = 0.5;

export interface StaffCount {
  /** Posts of the establishment, filled on day one, filled now, and held by newcomers now. */
  readonly posts: number;
  readonly filledFirst: number;
  readonly filled: number;
  readonly green: number;
  /** Share of posts lost at which a staff stops working. */
  readonly stopsAtLoss: number;
}

/**
 * How far a staff is from doing its work, 0 as on day one and 1 not at all. Only what it has lost since
 * day one counts: how thin it was then is in the traits of that day.
 * Source: S17, E003: a staff stops working at a loss of three in ten. Assumption: it gets worse evenly up
 * to there; better filled than on day one is no gain, since the new men first learn.
 */
export function thinnessOf(staff: StaffCount): number {
  const working = staff.filled - (1 - NEWCOMER_WORK) * staff.green;
  const loss = (staff.filledFirst - working) / staff.posts;
  return Math.max(0, Math.min(1, loss / staff.stopsAtLoss));
}

/** Share of a head's competence that goes with his whole staff. Assumption: he can do a fifth alone. */
const STAFF_PART = 0.8;

export interface SkillInput {
  /** The person's own competence, and what such an office had before the removals began. */
  readonly own: number;
  readonly before: number;
  readonly relief: number;
  /** 0–1 of `thinnessOf`, relief already taken off. */
  readonly thin: number;
  /** 1 on the first day of a hand-over, 0 when it is over. */
  readonly handOver: number;
  /** Share of competence that a man lacks on his first day. */
  readonly handOverDiscount: number;
}

/**
 * Competence 0–1 with which an office works now.
 * Source: command sketch 5: a successor works at lower competence for days. Assumption: the parts multiply,
 * since a new head over a thin staff is worse off than the sum of both.
 */
export function competenceNow(input: SkillInput): number {
  const able = input.own + input.relief * Math.max(0, input.before - input.own);
  const known = 1 - (1 - input.relief) * input.handOverDiscount * input.handOver;
  return able * known * (1 - STAFF_PART * input.thin);
}

/**
 * Fear 0–1 of an office now: its own, and of what is left to complete fear the share `dread`.
 * Source: command sketch 5: fear of neighbours and subordinates steps up. Assumption: the fearful have less
 * left to lose, so that fear stays below 1.
 */
export function fearNow(own: number, before: number, relief: number, dread: number): number {
  const calm = own - relief * Math.max(0, own - before);
  return calm + (1 - calm) * dread * (1 - relief);
}

/**
 * Dread after one more scare. Assumption: two scares add up to less than their sum, each takes its share
 * of what is left.
 */
export function addDread(dread: number, more: number): number {
  return 1 - (1 - dread) * (1 - Math.min(1, more));
}
