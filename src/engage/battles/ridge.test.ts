import { expect, test } from 'vitest';
import { residualsWithoutGroup, ridgeLinear, ridgeLogistic } from './ridge.ts';

const rows = Array.from({ length: 30 }, (_, i) =>
  Float64Array.of(1, (i % 7) - 3, ((i * i) % 11) / 5),
);
const targets = Float64Array.from(
  rows,
  (row, i) => 2 - row[1]! + 0.5 * row[2]! + ((i % 5) - 2) / 9,
);
const none = new Float64Array(3);

test('without a penalty a straight line is found again', () => {
  const exact = Float64Array.from(rows, (row) => 2 - row[1]! + 0.5 * row[2]!);
  const [a, b, c] = ridgeLinear(rows, exact, none);
  expect([a, b, c].map((weight) => Number(weight!.toFixed(6)))).toEqual([2, -1, 0.5]);
});

test('a penalty draws the weights towards 0', () => {
  const held = ridgeLinear(rows, targets, Float64Array.of(0, 1000, 1000));
  expect(Math.abs(held[1]!)).toBeLessThan(0.3);
});

test('residuals without a group are those of a fit without it', () => {
  const groups = rows.map((_, i) => String(i % 4));
  const penalties = Float64Array.of(0, 2, 2);
  const quick = residualsWithoutGroup(rows, targets, penalties, groups);
  for (const group of ['0', '3']) {
    const others = rows.flatMap((_, i) => (groups[i] === group ? [] : [i]));
    const weights = ridgeLinear(
      others.map((i) => rows[i]!),
      Float64Array.from(others, (i) => targets[i]!),
      penalties,
    );
    rows.forEach((row, i) => {
      if (groups[i] !== group) return;
      const fit = row.reduce((sum, x, j) => sum + x * weights[j]!, 0);
      expect(quick[i]).toBeCloseTo(targets[i]! - fit, 6);
    });
  }
});

test('the logistic fit is at the top of its likelihood', () => {
  const won = Float64Array.from(rows, (row, i) => Number(row[1]! + (i % 3) > 1));
  const penalties = Float64Array.of(0, 1, 1);
  const weights = ridgeLogistic(rows, won, penalties);
  const gain = (w: Float64Array): number =>
    rows.reduce((sum, row, i) => {
      const z = row.reduce((all, x, j) => all + x * w[j]!, 0);
      return sum + won[i]! * z - Math.log(1 + Math.exp(z));
    }, 0) -
    0.5 * (w[1]! * w[1]! + w[2]! * w[2]!);
  for (let j = 0; j < 3; j++) {
    for (const by of [-0.01, 0.01]) {
      const moved = Float64Array.from(weights);
      moved[j] = moved[j]! + by;
      expect(gain(moved)).toBeLessThan(gain(weights));
    }
  }
});
