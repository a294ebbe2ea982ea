import { levelAt } from '../format/distribution.ts';
import type { Design, DesignVariant, Factor, Level } from '../format/experiment.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { morrisWalks } from './morris-walks.ts';
import { saltelliPoints } from './saltelli.ts';

/** Where a design of single changes looks at a distribution: 5 % of it lies beyond on either side. */
const LOW_SHARE = 0.05;
const HIGH_SHARE = 0.95;

/** Number of variants of a design, known before they are laid out; those of `variants` are given. */
export function countVariants(design: Design, factors: readonly Factor[], given: number): number {
  const k = factors.length;
  switch (design.kind) {
    case 'replicates':
      return 1;
    case 'variants':
      return given;
    case 'one-at-a-time':
      return 1 + factors.reduce((sum, factor) => sum + singleLevels(factor).length, 0);
    case 'full-factorial':
      return factors.reduce((product, { levels }) => product * levels.length, 1);
    case 'latin-hypercube':
      return design.points;
    case 'sobol':
      return design.points * (k + 2);
    case 'morris':
      return design.walks * (k + 1);
  }
}

/** Lays the variants of a design over factors out, in an order that does not depend on the runs. */
export function layOut(design: Design, factors: readonly Factor[]): DesignVariant[] {
  switch (design.kind) {
    case 'replicates':
      return [{ id: 'base', title: 'as the scenario is', settings: [], levels: [] }];
    case 'variants':
      throw new Error('invariant broken: variants are given, not laid out');
    case 'one-at-a-time':
      return oneAtATime(factors);
    case 'full-factorial':
      return fullFactorial(factors);
    case 'latin-hypercube':
      return atPoints(
        factors,
        latinHypercube(design.points, factors.length, design.seed),
        (index) => `p${number(index + 1, 4)}`,
      );
    case 'sobol': {
      const width = factors.length + 2;
      const points = saltelliPoints(design.points, factors.length, design.seed);
      return atPoints(factors, points, (index) => {
        const part = index % width;
        const name = part === 0 ? 'a' : part === 1 ? 'b' : String(part - 1);
        return `s${number(Math.floor(index / width) + 1, 4)}.${name}`;
      });
    }
    case 'morris': {
      const stops = factors.length + 1;
      const walks = morrisWalks(design.walks, factors.length, design.levels, design.seed);
      const points = walks.flatMap((walk) => walk.points);
      return atPoints(factors, points, (index) => {
        return `w${number(Math.floor(index / stops) + 1, 3)}.${String(index % stops)}`;
      });
    }
  }
}

function number(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function atPoints(
  factors: readonly Factor[],
  points: readonly (readonly number[])[],
  name: (index: number) => string,
): DesignVariant[] {
  return points.map((point, index) => {
    const levels = factors.map((factor, d) => levelAt(factor, point[d]!));
    return variantAt(factors, levels, name(index));
  });
}

/** The levels besides the reference at which a factor alone is looked at. */
function singleLevels(factor: Factor): readonly Level[] {
  const all =
    factor.distribution === null
      ? factor.levels
      : [levelAt(factor, LOW_SHARE), levelAt(factor, HIGH_SHARE)];
  return all.filter((level) => level !== factor.reference);
}

function oneAtATime(factors: readonly Factor[]): DesignVariant[] {
  const reference = factors.map((factor) => factor.reference);
  const changed = factors.flatMap((factor, index) =>
    singleLevels(factor).map((level) => {
      const levels = reference.map((other, d) => (d === index ? level : other));
      return { ...variantAt(factors, levels, `${factor.id}=${String(level)}`) };
    }),
  );
  return [variantAt(factors, reference, 'reference'), ...changed];
}

/** All combinations; the reference comes first, then the last factor varies fastest. */
function fullFactorial(factors: readonly Factor[]): DesignVariant[] {
  let rows: Level[][] = [[]];
  for (const { levels, reference } of factors) {
    const order = [reference, ...levels.filter((level) => level !== reference)];
    rows = rows.flatMap((row) => order.map((level) => [...row, level]));
  }
  return rows.map((levels) => variantAt(factors, levels, describeLevels(factors, levels)));
}

function describeLevels(factors: readonly Factor[], levels: readonly Level[]): string {
  return factors.map(({ id }, index) => `${id}=${String(levels[index])}`).join(',');
}

function variantAt(
  factors: readonly Factor[],
  levels: readonly Level[],
  id: string,
): DesignVariant {
  const settings = factors.flatMap((factor, index) =>
    factor.targets.flatMap((target) => settingAt(target, levels[index]!)),
  );
  return { id, title: titleOf(factors, levels), settings, levels };
}

/** What differs from the reference, in the words of the file. */
function titleOf(factors: readonly Factor[], levels: readonly Level[]): string {
  const changed = factors.flatMap(({ title, reference, unit }, index) => {
    const level = levels[index]!;
    const counted = typeof level === 'number' && unit !== '' ? `${String(level)} ${unit}` : level;
    return level === reference ? [] : [`${title}: ${String(counted)}`];
  });
  return changed.length === 0 ? 'the reference' : changed.join('; ');
}

/** A target with its value, as `--set` takes it. Of a mechanism, `true` leaves it on and `false` knocks it out. */
export function settingAt(target: string, level: Level): string[] {
  if (target.startsWith('mechanism:')) return level === true ? [] : [target];
  // Words in a file are quoted, so that "no" and "1938" stay words.
  const value =
    typeof level === 'string' && target.startsWith('scenario:')
      ? JSON.stringify(level)
      : String(level);
  return [`${target}=${value}`];
}
