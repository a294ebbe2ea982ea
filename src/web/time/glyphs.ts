import type { PaperMark } from './tracks.ts';

/** The family of marks of permission, as path data about a point; drawn, not set in a font. */
export function markPath(mark: PaperMark['mark'], x: number, y: number, r: number): string {
  const f = (value: number): string => value.toFixed(1);
  const diamond = `M${f(x)} ${f(y - r)}L${f(x + r)} ${f(y)}L${f(x)} ${f(y + r)}L${f(x - r)} ${f(y)}Z`;
  switch (mark) {
    case 'asked':
    case 'granted':
      return diamond;
    case 'refused':
      return `${diamond}M${f(x - r * 1.3)} ${f(y + r * 1.3)}L${f(x + r * 1.3)} ${f(y - r * 1.3)}`;
    case 'unbidden':
      // A ring that does not close: own initiative.
      return `M${f(x + r * 0.7)} ${f(y - r * 0.7)}A${f(r)} ${f(r)} 0 1 0 ${f(x + r * 0.7)} ${f(y + r * 0.7)}M${f(x - 1)} ${f(y)}h2`;
    case 'fight':
      return `M${f(x - r)} ${f(y - r)}L${f(x + r)} ${f(y + r)}M${f(x + r)} ${f(y - r)}L${f(x - r)} ${f(y + r)}`;
    case 'truce':
      return `M${f(x - r)} ${f(y - r)}h${f(2 * r)}v${f(2 * r)}h${f(-2 * r)}Z`;
  }
}
