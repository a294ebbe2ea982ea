import { drawWord, LUCK_FOR } from '../statistics/luck.ts';

/**
 * Direction numbers of dimensions 2 to 33: degree and coefficients of the primitive polynomial, then the
 * initial m. Source: S. Joe and F. Y. Kuo, "Constructing Sobol' sequences with better two-dimensional
 * projections", SIAM J. Sci. Comput. 30 (2008), table new-joe-kuo-6. Dimension 1 is van der Corput's.
 */
const DIRECTIONS: readonly (readonly [degree: number, polynomial: number, ...initial: number[]])[] =
  [
    [1, 0, 1],
    [2, 1, 1, 3],
    [3, 1, 1, 3, 1],
    [3, 2, 1, 1, 1],
    [4, 1, 1, 1, 3, 3],
    [4, 4, 1, 3, 5, 13],
    [5, 2, 1, 1, 5, 5, 17],
    [5, 4, 1, 1, 5, 5, 5],
    [5, 7, 1, 1, 7, 11, 19],
    [5, 11, 1, 1, 5, 1, 1],
    [5, 13, 1, 1, 1, 3, 11],
    [5, 14, 1, 3, 5, 5, 31],
    [6, 1, 1, 3, 3, 9, 7, 49],
    [6, 13, 1, 1, 1, 15, 21, 21],
    [6, 16, 1, 3, 1, 13, 27, 49],
    [6, 19, 1, 1, 1, 15, 7, 5],
    [6, 22, 1, 3, 1, 15, 13, 25],
    [6, 25, 1, 1, 5, 5, 19, 61],
    [7, 1, 1, 3, 7, 11, 23, 15, 103],
    [7, 4, 1, 3, 7, 13, 13, 15, 69],
    [7, 7, 1, 1, 3, 13, 7, 35, 63],
    [7, 8, 1, 3, 5, 9, 1, 25, 53],
    [7, 14, 1, 3, 1, 13, 9, 35, 107],
    [7, 19, 1, 3, 1, 5, 27, 61, 31],
    [7, 21, 1, 1, 5, 11, 19, 41, 61],
    [7, 28, 1, 3, 5, 3, 3, 13, 69],
    [7, 31, 1, 1, 7, 13, 1, 19, 1],
    [7, 32, 1, 3, 7, 5, 13, 19, 59],
    [7, 37, 1, 1, 3, 9, 25, 29, 41],
    [7, 41, 1, 3, 5, 13, 23, 1, 55],
    [7, 42, 1, 3, 7, 3, 13, 59, 17],
  ];

/** Dimensions that the table reaches. */
export const SOBOL_DIMENSIONS_MAX = DIRECTIONS.length + 1;

const BITS = 32;

/** The 32 direction integers of a dimension, counted from 0. */
function directionsOf(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  const row = DIRECTIONS[dimension - 1];
  if (row === undefined) {
    for (let bit = 0; bit < BITS; bit++) v[bit] = 2 ** (BITS - 1 - bit);
    return v;
  }
  const [degree, polynomial, ...initial] = row;
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      v[bit] = (initial[bit]! << (BITS - 1 - bit)) >>> 0;
      continue;
    }
    let next = v[bit - degree]! ^ (v[bit - degree]! >>> degree);
    for (let k = 1; k < degree; k++) {
      if (((polynomial >>> (degree - 1 - k)) & 1) === 1) next ^= v[bit - k]!;
    }
    v[bit] = next >>> 0;
  }
  return v;
}

/**
 * The first `count` points of Sobol's sequence (1967) in the unit cube, in Gray-code order, moved by a
 * digital shift that `seed` draws, so that no point lies on the edge of the cube. `[point][dimension]`, each strictly
 * between 0 and 1. A longer list begins with the shorter one.
 */
export function sobolPoints(count: number, dimensions: number, seed: number): number[][] {
  if (dimensions > SOBOL_DIMENSIONS_MAX) {
    throw new Error(`invariant broken: ${dimensions} dimensions of a Sobol sequence`);
  }
  const directions = Array.from({ length: dimensions }, (_, index) => directionsOf(index));
  const state = directions.map((_, index) => drawWord(seed, LUCK_FOR.sobolShift, index, 0));
  const points: number[][] = [];
  for (let index = 0; index < count; index++) {
    points.push(state.map((word) => ((word >>> 0) + 0.5) / 4294967296));
    const lowestZero = 31 - Math.clz32(~index & (index + 1));
    for (let d = 0; d < dimensions; d++) state[d] = state[d]! ^ directions[d]![lowestZero]!;
  }
  return points;
}
