import { ln } from '../math.ts';
import { oncePer } from '../once-per.ts';
import { P } from '../parameters.ts';

/**
 * How losses become reports: formulas only. Nothing here has a way back into a decision. Names repeat the parameters
 * `claims.*`, whose sources stand there; what is a bias has been multiplied by `claims.bias`.
 */
export interface ClaimCoefficients {
  /** Chance 0–1 that a wounded man is taken for dead. */
  readonly takenForDead: number;
  /** Chances 0–1 that a further unit in sight counts the same thing. */
  readonly doubleMen: number;
  readonly doubleTanks: number;
  readonly doubleGuns: number;
  readonly doubleAircraft: number;
  /** Sigma of the log-normal factor of a unit’s count of a day. */
  readonly spread: number;
  /** Mean share by which an office rounds up. */
  readonly rounding: number;
  /** Share that an office of honour 1 adds to the enemy’s losses. */
  readonly shading: number;
  /** Share of its own dead that an office of fear 1 keeps back. */
  readonly withheld: number;
  /** Chance 0–1 that a dead man is first carried as missing, and mean days until that is mended. */
  readonly unaccounted: number;
  readonly settleDays: number;
  /** Chance 0–1 that a man of a broken unit misses roll-call, and mean days until he is back. */
  readonly stragglers: number;
  readonly stragglerDays: number;
  /** Chance 0–1 that a wounded man dies of it, and mean days until then. */
  readonly woundDeath: number;
  readonly woundDeathDays: number;
  /** Whole days from the last day of a return to the day on which the top has it. */
  readonly delayDays: number;
  /** Shares of own losses kept back, and of enemy losses added, in public by a capital of honour 1. */
  readonly publicOwn: number;
  readonly publicEnemy: number;
}

/** Reads the coefficients out of a parameter vector. Source: the registry, `claims.*`. */
function readClaimCoefficients(params: Float64Array): ClaimCoefficients {
  const bias = params[P['claims.bias']]!;
  return {
    takenForDead: bias * params[P['claims.takenForDead']]!,
    doubleMen: bias * params[P['claims.doubleMen']]!,
    doubleTanks: bias * params[P['claims.doubleTanks']]!,
    doubleGuns: bias * params[P['claims.doubleGuns']]!,
    doubleAircraft: bias * params[P['claims.doubleAircraft']]!,
    spread: bias * params[P['claims.spread']]!,
    rounding: bias * params[P['claims.rounding']]!,
    shading: bias * params[P['claims.shading']]!,
    withheld: bias * params[P['claims.withheld']]!,
    unaccounted: params[P['claims.unaccounted']]!,
    settleDays: params[P['claims.settleDays']]!,
    stragglers: params[P['claims.stragglers']]!,
    stragglerDays: params[P['claims.stragglerDays']]!,
    woundDeath: params[P['claims.woundDeath']]!,
    woundDeathDays: params[P['claims.woundDeathDays']]!,
    delayDays: Math.round(params[P['claims.delayDays']]!),
    publicOwn: bias * params[P['claims.publicOwn']]!,
    publicEnemy: bias * params[P['claims.publicEnemy']]!,
  };
}

/** The coefficients that belong to a parameter vector, read once for each. Source: as above. */
export const claimCoefficients = oncePer(readClaimCoefficients);

/** First digits of round numbers. Assumption: people round to ones, twos and fives. */
const ROUND_DIGITS = [5, 2, 1] as const;

/**
 * The next round number at or above a figure. The grain is the largest of 1, 2, 5, 10, 20 … at or below twice
 * `share` of the figure, so that `share` is the most that rounding adds on average; figures too small for a grain of
 * two stay as they are. Source: adjudication sources 13, each level rounds up with 10–30 %.
 * @param share 0 no rounding, 0.1 ten in a hundred.
 */
export function roundedUp(figure: number, share: number): number {
  const widest = 2 * share * figure;
  if (widest < 2) return figure;
  let ten = 1;
  while (ten * 10 <= widest) ten *= 10;
  const digit = ROUND_DIGITS.find((each) => each * ten <= widest) ?? 1;
  const grain = digit * ten;
  return Math.ceil(figure / grain) * grain;
}

/**
 * What an office makes of the enemy’s losses as they come to it: it adds by its honour, then rounds up.
 * Assumption: who counts giving way as shame makes the enemy’s price high.
 * @param honour 0–1 of the person in the office.
 */
export function passedOn(figure: number, honour: number, c: ClaimCoefficients): number {
  return roundedUp(figure * (1 + c.shading * honour), c.rounding);
}

/** Own dead that an office of this fear (0–1) passes on in secret. Assumption: who fears blame tells less of it. */
export function withheld(dead: number, fear: number, c: ClaimCoefficients): number {
  return dead * (1 - c.withheld * fear);
}

/**
 * What a capital of this honour (0–1) says in public of its own losses, and of the enemy’s. Source: adjudication
 * sources 13 for the direction; the sizes are assumed.
 */
export function inPublic(
  figure: number,
  whose: 'own' | 'enemy',
  honour: number,
  c: ClaimCoefficients,
): number {
  return whose === 'own'
    ? figure * (1 - c.publicOwn * honour)
    : figure * (1 + c.publicEnemy * honour);
}

/** A whole number whose mean over `u` is the figure; a whole figure stays as it is. Assumption: men count in ones. */
export function stochasticRound(figure: number, u: number): number {
  return Math.floor(figure + u);
}

/** Whole days, 0 or more, of a wait that passes at a steady rate. Assumption: nothing makes one day likelier. */
export function waitDays(meanDays: number, u: number): number {
  return Math.floor(-meanDays * ln(u));
}
