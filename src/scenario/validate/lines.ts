import type { Grid } from '../../hex/index.ts';
import { indexOf } from '../register.ts';
import { makeProjection, toPlane } from '../projection.ts';
import { report, requireId, type Checked } from './pass.ts';

/**
 * Each side claims exactly one line; it runs from north to south, all across the map, so that every hex
 * lies on one hand of it.
 */
export function checkLines(checked: Checked): void {
  const { files, register } = checked;
  const claimed = new Set<string>();
  files.map.lines.forEach((line, i) => {
    const at = ['lines', i, 'side'];
    requireId(checked, register.sides, line.side, { file: 'map.yaml', at });
    if (claimed.has(line.side)) {
      report(checked, 'map.yaml', at, {
        code: 'line-side',
        message: `Side "${line.side}" claims two lines, and another side none.`,
        remedy: 'Give each of the two sides its line.',
      });
    }
    if (indexOf(register.sides, line.side) >= 0) claimed.add(line.side);
    checkCourse(checked, i);
  });
}

function checkCourse(checked: Checked, index: number): void {
  const { map } = checked.files;
  const line = map.lines[index]!;
  const at = ['lines', index, 'points'];
  const first = line.points[0]!;
  const last = line.points.at(-1)!;
  if (first[1] <= last[1]) {
    report(checked, 'map.yaml', at, {
      code: 'line-direction',
      message: `The line "${line.id}" begins at latitude ${String(first[1])} and ends at ${String(last[1])}; it must run from north to south.`,
      remedy: 'Turn the list of points round, and claimantOn with it if it was meant so.',
    });
    return;
  }
  line.points.forEach((point, k) => {
    const before = line.points[k - 1];
    if (before?.[0] !== point[0] || before[1] !== point[1]) return;
    report(checked, 'map.yaml', [...at, k], {
      code: 'line-direction',
      message: `The line "${line.id}" has the same point twice in a row.`,
      remedy: 'Leave one of the two out.',
    });
  });
  for (const [end, point, where] of [
    ['begins', first, 0],
    ['ends', last, line.points.length - 1],
  ] as const) {
    if (!liesInside(checked.register.grid, map.frame, point)) continue;
    report(checked, 'map.yaml', [...at, where], {
      code: 'line-short',
      message: `The line "${line.id}" ${end} on the map; beyond its end nobody knows whose ground it is.`,
      remedy: 'Lead it on over the edge of the map.',
    });
  }
}

/** Whether a point lies on the map and more than one hex away from its edge. */
function liesInside(
  grid: Grid,
  frame: Checked['files']['map']['frame'],
  at: readonly [number, number],
): boolean {
  const { x, y } = toPlane(makeProjection(frame), at);
  const margin = grid.hexWidthMetres;
  // Height of a row step in units of the hex width: √3/2.
  const height = (grid.rows - 1) * grid.hexWidthMetres * (Math.sqrt(3) / 2);
  const width = (grid.columns - 1) * grid.hexWidthMetres;
  return x > margin && y > margin && x < width - margin && y < height - margin;
}
