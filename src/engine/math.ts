/**
 * Transcendental functions that give the same bits in every JavaScript engine: built from + − × ÷ and
 * exact functions only. Accuracy about 1e-14 relative, which is far below any rule's meaning.
 */
const LN2_HIGH = 0.69314718036912381649;
const LN2_LOW = 1.90821492927058770002e-10;
const LOG2_E = 1.4426950408889634;
const PI = 3.141592653589793;

/** 2 to an integer power between -1022 and 1023, exact. */
function powerOfTwo(exponent: number): number {
  let result = 1;
  let factor = exponent < 0 ? 0.5 : 2;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}

/** `[1022 + k]` 2 to the power k, for every exponent that a normal number can have. */
const POWERS = Float64Array.from({ length: 2046 }, (_, i) => powerOfTwo(i - 1022));

/** Steps of a table between two powers of 2: the finer, the shorter the series. */
const STEPS = 16;

/** `[j]` 2 to the power j / 16, by the series. */
const ROOTS = Float64Array.from({ length: STEPS }, (_, j) => {
  const r = (j / STEPS) * (LN2_HIGH + LN2_LOW);
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 24; n++) {
    term = (term * r) / n;
    sum += term;
  }
  return sum;
});

/** e to the power x. Below -700 it is 0, above 700 it is held at e^700. */
export function exp(x: number): number {
  if (x < -700) return 0;
  const held = x < 700 ? x : 700;
  const steps = Math.floor(held * (LOG2_E * STEPS) + 0.5);
  // |r| ≤ ln 2 / 32: seven terms of the series are enough.
  const r = held - steps * (LN2_HIGH / STEPS) - steps * (LN2_LOW / STEPS);
  const high = 1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040))));
  const k = Math.floor(steps / STEPS);
  return (1 + r * (1 + r * (0.5 + r * high))) * ROOTS[steps - k * STEPS]! * POWERS[1022 + k]!;
}

/** Natural logarithm; `-Infinity` at 0, never called below. */
export function ln(x: number): number {
  if (x <= 0) return -Infinity;
  let mantissa = x;
  let k = 0;
  while (mantissa > 1.4142135623730951) {
    mantissa *= 0.5;
    k++;
  }
  while (mantissa < 0.7071067811865476) {
    mantissa *= 2;
    k--;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const q = s * s;
  const high = 1 / 15 + q * (1 / 17 + q * (1 / 19 + q * (1 / 21)));
  const low = 1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q * high)));
  return 2 * s * (1 + q * (1 / 3 + q * (1 / 5 + q * low))) + k * LN2_HIGH + k * LN2_LOW;
}

/** x to the power y for positive x. */
export function pow(x: number, y: number): number {
  return x <= 0 ? 0 : exp(y * ln(x));
}

/** Sine of an angle in radians (of modest size). */
export function sin(x: number): number {
  const turns = Math.round(x / PI);
  const r = x - turns * PI;
  const square = r * r;
  let term = r;
  let sum = r;
  for (let n = 2; n <= 20; n += 2) {
    term = (-term * square) / (n * (n + 1));
    sum += term;
  }
  return turns % 2 === 0 ? sum : -sum;
}

/** Cosine of an angle in radians. */
export function cos(x: number): number {
  return sin(x + PI / 2);
}

/** Arc tangent of y / x in the right quadrant, radians, by halving the angle and a series. */
export function atan2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0;
  const length = Math.sqrt(x * x + y * y);
  if (x < 0 && Math.abs(y) < 1e-15 * length) return PI;
  // tan(a/2) = y / (length + x); twice more keeps the series short.
  let t = y / (length + x);
  t = t / (1 + Math.sqrt(1 + t * t));
  t = t / (1 + Math.sqrt(1 + t * t));
  const square = t * t;
  let term = t;
  let sum = 0;
  for (let n = 1; n <= 41; n += 2) {
    sum += term / n;
    term = -term * square;
  }
  return 8 * sum;
}

/** Arc sine, radians, for -1 ≤ x ≤ 1. */
export function asin(x: number): number {
  return atan2(x, Math.sqrt(Math.max(0, 1 - x * x)));
}

/** The logistic curve, 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Quantile of the standard normal distribution for 0 < p < 1 (Acklam's rational form, error 1e-9). */
export function normalQuantile(p: number): number {
  const low = 0.02425;
  if (p < low) return tail(Math.sqrt(-2 * ln(p)));
  if (p > 1 - low) return -tail(Math.sqrt(-2 * ln(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  const numerator =
    (((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r +
      138.357751867269) *
      r -
      30.66479806614716) *
      r +
      2.506628277459239) *
    q;
  const denominator =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r +
      66.80131188771972) *
      r -
      13.28068155288572) *
      r +
    1;
  return numerator / denominator;
}

function tail(q: number): number {
  const numerator =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q -
      2.549732539343734) *
      q +
      4.374664141464968) *
      q +
    2.938163982698783;
  const denominator =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q +
      3.754408661907416) *
      q +
    1;
  return numerator / denominator;
}
