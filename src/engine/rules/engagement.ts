/**
 * Rules of engagement: which step of the ladder observe → challenge → warn → detain → fire a party takes
 * next when it meets the other side. Numbers in, numbers out; codes are those of `ENGAGEMENT_STEPS`.
 */

/** Code of the one step that is repeated. */
const CHALLENGE = 1;

/** What a party is held to: code of its first step, challenges before it goes on, code of its last step. */
export interface Ladder {
  readonly first: number;
  readonly challenges: number;
  readonly last: number;
}

/**
 * The step after `step`, or -1 when the rules allow no further one. A challenge is repeated until the
 * number is full.
 * @param step code of the step taken last, -1 none; `times` how often it has been taken.
 * @param skip whether the party passes over what would come next. The last step is never passed over.
 * Source: command sketch 6; Assumption: only the challenge is repeated.
 */
export function nextStep(ladder: Ladder, step: number, times: number, skip: boolean): number {
  const { first, challenges, last } = ladder;
  const repeats = step === CHALLENGE && times < challenges && step >= first;
  let next = step < first ? first : repeats ? step : step + 1;
  if (skip && next < last) next++;
  return next > last ? -1 : next;
}

/**
 * Readiness 0–1 of a party to see harm in the other: half its commander's fear, half his belief in bad
 * intent. Assumption: both weigh the same.
 */
export function tensionOf(fear: number, intent: number): number {
  return 0.5 * fear + 0.5 * intent;
}

/**
 * Chance of something that only tense men do, at a chance for tension one half. Assumption: it goes with the
 * square, so that a calm man hardly ever and the most tense four times as often.
 */
export function tenseChance(atOneHalf: number, tension: number): number {
  return Math.min(1, atOneHalf * 4 * tension * tension);
}

/** Men of a guest beyond whom nobody tries to lead it off. Assumption: a party, not a platoon. */
const DETAIN_MEN_MAX = 12;

/** Whether a party is strong enough to detain the other. Assumption: two to one. */
export function canDetain(hostMen: number, guestMen: number): boolean {
  return guestMen <= DETAIN_MEN_MAX && hostMen >= 2 * guestMen;
}

/**
 * Chance that a party which has been called on goes back by itself. Assumption: the cautious are half as
 * likely again as the middling, and a man to whom honour is everything half as likely as one to whom it is nothing.
 */
export function yieldChance(base: number, caution: number, honour: number): number {
  return Math.min(1, base * (0.5 + caution) * (1 - 0.5 * honour));
}
