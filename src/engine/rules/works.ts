import type { GroundCoefficients } from './coefficients.ts';

/** Code of `TERRAINS`. */
const CREST = 3;
const MARSH = 5;
const ROCK = [CREST];

/** Whether works on such ground are scrapes in rock. Source: adjudication sources 3, the bare rock of the crests. */
export function isRock(terrain: number): boolean {
  return ROCK.includes(terrain);
}

/** Best works that such ground allows, 0–1. Assumption: rock gives two thirds, marsh (water at half a metre) a third. */
export function worksLimit(terrain: number): number {
  if (terrain === CREST) return 0.7;
  return terrain === MARSH ? 0.35 : 1;
}

/**
 * Man-hours a digging party gets done. Assumption: of the men in a position, a third work at a time;
 * in the dark and on rock the output falls as the parameters say; fatigue costs what it costs in fight.
 * @param light code of `LIGHTS`.
 * @param inView whether the other side looks on: then only the day shift of the parameters digs by day.
 */
export function workDone(
  men: number,
  hours: number,
  light: number,
  inView: boolean,
  effectiveness: number,
  c: GroundCoefficients,
): number {
  const dark = light >= 1 ? (1 + c.nightWork) / 2 : c.nightWork;
  const byDay = inView ? c.dayShift : 1;
  const lightFactor = light >= 3 ? byDay : dark * c.nightShift;
  return (men / 3) * hours * lightFactor * effectiveness;
}

/**
 * Growth of trenches 0–1 for so many man-hours: the first scrape comes fast, the last tenth slowly.
 * Assumption: growth in proportion to what is still to be dug.
 */
export function trenchGrowth(
  trench: number,
  manHours: number,
  terrain: number,
  c: GroundCoefficients,
): number {
  const limit = worksLimit(terrain);
  if (trench >= limit) return 0;
  const cost = c.trenchManHours * (isRock(terrain) ? c.rockFactor : 1);
  return Math.min(limit - trench, (2 * (limit - trench) * manHours) / cost);
}

/** Growth of wire 0–1. Assumption: wire is strung once trenches have reached a third. */
export function wireGrowth(
  wire: number,
  trench: number,
  manHours: number,
  c: GroundCoefficients,
): number {
  if (trench < 0.3 || wire >= 1) return 0;
  return Math.min(1 - wire, manHours / c.wireManHours);
}

/**
 * Cover 0–1 that works give: the first holes do most. Assumption: 1 − (1 − w)², so that a third of a
 * full position gives more than half of its cover.
 */
export function coverOf(works: number): number {
  const open = 1 - Math.min(1, works);
  return 1 - open * open;
}
