/**
 * How workers share out the jobs of a round: a few 32-bit words of shared memory, changed by atomic
 * operations alone. `[NEXT]` position in the list of jobs that is next to be taken, `[STOP]` 1 when no
 * more shall be taken, `[FIRST_SLOT + slot]` the job a worker is running now, or -1.
 */
export const NEXT = 0;
export const STOP = 1;
export const FIRST_SLOT = 2;

/** A claim aims at this much work, so that progress is smooth and an interrupt is answered soon. */
const CLAIM_MILLISECONDS = 100;
const CLAIM_RUNS_MAX = 256;

/** Positions `from` to `to - 1` of the list of jobs. */
export interface Claim {
  readonly from: number;
  readonly to: number;
}

/** The words for a round with `slots` workers. */
export function makeControl(slots: number): Int32Array {
  const control = new Int32Array(new SharedArrayBuffer(4 * (FIRST_SLOT + slots)));
  control.fill(-1, FIRST_SLOT);
  control[NEXT] = 0;
  control[STOP] = 0;
  return control;
}

/**
 * How many jobs to take at once: about a tenth of a second of them, and never more than half of an
 * even share of what is left, so that no worker ends up alone with a long tail.
 * @param meanMilliseconds mean length of the jobs run so far, 0 where none has been.
 */
export function claimSize(left: number, workers: number, meanMilliseconds: number): number {
  const bySpeed = meanMilliseconds > 0 ? Math.floor(CLAIM_MILLISECONDS / meanMilliseconds) : 1;
  const byShare = Math.floor(left / (2 * workers));
  return Math.min(left, Math.max(1, Math.min(bySpeed, byShare, CLAIM_RUNS_MAX)));
}

/** Takes the next jobs of a list of `total`; null when there are none or the round was stopped. */
export function claimJobs(
  control: Int32Array,
  total: number,
  meanMilliseconds: number,
): Claim | null {
  const workers = control.length - FIRST_SLOT;
  while (Atomics.load(control, STOP) === 0) {
    const from = Atomics.load(control, NEXT);
    if (from >= total) return null;
    const to = from + claimSize(total - from, workers, meanMilliseconds);
    if (Atomics.compareExchange(control, NEXT, from, to) === from) return { from, to };
  }
  return null;
}
