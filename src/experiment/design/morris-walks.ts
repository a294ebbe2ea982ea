import { drawIndex, drawOrder, drawWord, LUCK_FOR } from '../statistics/luck.ts';

/** One of Morris's walks: from a point of a grid, one factor after the other takes one step. */
export interface MorrisWalk {
  /** `[stop][dimension]`, one stop more than there are factors, each from 0 to 1. */
  readonly points: readonly (readonly number[])[];
  /** `[step]`: the factor that moves between stop `step` and the next. */
  readonly factors: readonly number[];
}

/**
 * Morris's walks (1991) over a grid of `levels` values a factor (an even number, so that every value is as likely), each
 * step `levels ÷ (2(levels − 1))` of the range, up or down. A longer list begins with the shorter one.
 */
export function morrisWalks(
  walks: number,
  dimensions: number,
  levels: number,
  seed: number,
): MorrisWalk[] {
  const jump = levels / 2;
  return Array.from({ length: walks }, (_, walk) => {
    const grid: number[] = [];
    const ways: number[] = [];
    for (let d = 0; d < dimensions; d++) {
      const low = drawIndex(seed, LUCK_FOR.morris, walk, 2 * d, jump);
      const down = drawWord(seed, LUCK_FOR.morris, walk, 2 * d + 1) % 2 === 1;
      grid.push(down ? low + jump : low);
      ways.push(down ? -jump : jump);
    }
    const factors = drawOrder(seed, LUCK_FOR.morris, walk + 0x40000000, dimensions);
    const points = [grid.map((step) => step / (levels - 1))];
    for (const factor of factors) {
      grid[factor] = grid[factor]! + ways[factor]!;
      points.push(grid.map((step) => step / (levels - 1)));
    }
    return { points, factors };
  });
}

/**
 * Elementary effects of every factor, `[factor][walk]`: change of the outcome per range of the factor.
 * @param outcomes `[walk][stop]`; NaN where there is none, which costs the two steps beside it.
 */
export function elementaryEffects(
  walks: readonly MorrisWalk[],
  outcomes: readonly (readonly number[])[],
): number[][] {
  const effects: number[][] = (walks[0]?.factors ?? []).map(() => []);
  for (const [index, { points, factors }] of walks.entries()) {
    for (const [step, factor] of factors.entries()) {
      const moved = points[step + 1]![factor]! - points[step]![factor]!;
      const change = outcomes[index]![step + 1]! - outcomes[index]![step]!;
      if (!Number.isNaN(change)) effects[factor]!.push(change / moved);
    }
  }
  return effects;
}
