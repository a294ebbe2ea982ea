import { exp } from '../math.ts';
import { oncePer } from '../once-per.ts';
import type { GroundCoefficients } from '../rules/coefficients.ts';
import { P } from '../parameters.ts';
import { TICK_MINUTES, TICKS_PER_HOUR } from '../time.ts';
import { WEATHER_SLOT_TICKS } from '../world/create.ts';
import type { Operation, Run } from '../world/world.ts';

/** Ticks after which nothing is left of a suppression. Assumption: two hours. */
const FADE_TICKS = 8;

/** `[ticks]` share of a suppression that is left, up to `FADE_TICKS`. */
const fadeOf = oncePer((c: GroundCoefficients): Float64Array =>
  Float64Array.from({ length: FADE_TICKS + 1 }, (_, ticks) =>
    exp((-ticks * TICK_MINUTES) / c.shellTau),
  ),
);

/** Suppression 0–1 of a unit at this tick, faded since it was last worked out. */
export function suppressionNow(run: Run, unit: number, c: GroundCoefficients): number {
  const units = run.world.units;
  const then = units.suppression[unit]!;
  if (then <= 0) return 0;
  const ticks = run.world.tick - units.suppressionTick[unit]!;
  if (ticks <= 0) return then;
  return ticks > FADE_TICKS ? 0 : then * fadeOf(c)[ticks]!;
}

/** Sets the suppression that a unit has at a tick (the end of the fire that has been worked out). */
export function setSuppression(run: Run, unit: number, value: number, tick: number): void {
  run.world.units.suppression[unit] = value;
  run.world.units.suppressionTick[unit] = tick;
}

/**
 * Ticks between the times at which looks and meetings are reckoned: an hour; in
 * the coarse part of a scenario a slot of four hours. Attacks go by the tick in both.
 */
export function beatTicks(run: Run): number {
  return run.world.tick >= run.model.coarseFromTick ? WEATHER_SLOT_TICKS : TICKS_PER_HOUR;
}

/**
 * Ticks between the times at which the fire of quiet lines is reckoned. Assumption: two hours of a few rounds
 * an hour are one draw; rest and supply go by the same time.
 */
export function lullTicks(run: Run): number {
  return Math.max(SUPPLY_TICKS, beatTicks(run));
}

/** Supply, rest and sickness are reckoned every two hours. Assumption: fine enough for days of wear. */
export const SUPPLY_TICKS = 2 * TICKS_PER_HOUR;

/** Concert of arms 0–1 with which an attack is fought: what was prepared, or the floor that the parameters set. */
export function concertIn(run: Run, operation: Operation): number {
  return Math.max(operation.coordination, run.world.params[P['rule.concertFloor']]!);
}

/** Code of `LIGHTS` now. */
export function lightNow(run: Run): number {
  return run.model.sky.light[run.world.tick] ?? 4;
}

/** Code of `WEATHERS` now. */
export function weatherNow(run: Run): number {
  return run.world.weather[Math.floor(run.world.tick / WEATHER_SLOT_TICKS)] ?? 0;
}

/**
 * Whether a side's troops, guns and aircraft are forbidden to go or fire beyond the line that it claims. Source: the
 * standing prohibitions of both sides in 1938.
 */
export function isLineBanned({ world }: Run, side: number): boolean {
  return world.lineBan[side] === 1;
}
