import { threefry } from '../../engine/index.ts';

/**
 * Chance outside the model: resampling, the placing of design points, the choice of a sample. Keyed like
 * every draw of the engine (docs/adr/0003), so that the same results give the same intervals. The codes
 * begin far above the purposes of the engine: no interval shares its luck with a battle.
 */
export const LUCK_FOR = {
  bootstrap: 0x10001,
  latinHypercube: 0x10002,
  sobolShift: 0x10003,
  morris: 0x10004,
  independentSeeds: 0x10005,
  sample: 0x10006,
} as const;

export type LuckPurpose = (typeof LUCK_FOR)[keyof typeof LUCK_FOR];

const words = new Uint32Array(2);

/** A whole number from 0 to 2³² − 1, a function of its key alone. */
export function drawWord(seed: number, purpose: LuckPurpose, i: number, j: number): number {
  threefry(seed, purpose, i, j, words);
  return words[0]!;
}

/** A uniform number strictly between 0 and 1, 52 bits wide, a function of its key alone. */
export function drawShare(seed: number, purpose: LuckPurpose, i: number, j: number): number {
  threefry(seed, purpose, i, j, words);
  const high = words[0]! >>> 6;
  const low = words[1]! >>> 6;
  return (high * 67108864 + low + 0.5) / 4503599627370496;
}

/** An index from 0 to `count` − 1. The bias of scaling a 32-bit word is below count ÷ 2³². */
export function drawIndex(
  seed: number,
  purpose: LuckPurpose,
  i: number,
  j: number,
  count: number,
): number {
  return Math.floor((drawWord(seed, purpose, i, j) / 4294967296) * count);
}

/** The numbers 0 to `count` − 1 in an order by lot (Fisher and Yates); `i` names the shuffle. */
export function drawOrder(seed: number, purpose: LuckPurpose, i: number, count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = drawIndex(seed, purpose, i, last, last + 1);
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
  return order;
}
