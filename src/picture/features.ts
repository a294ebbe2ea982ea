import type { Point } from '../hex/index.ts';
import { paint } from './palette.ts';
import { evened, lengthOf, resample, stationAt } from './polyline.ts';
import { project } from './projection.ts';
import { hexOnSheet, onSheet } from './sheet.ts';
import { hexIndex, type Plate, type WaterSource, type WaySource } from './source.ts';
import { num, path, smoothPath, straightPath } from './svg.ts';

/** Breadth of a border river on the map, metres. Assumption: a drawing width, no rule uses it. */
const RIVER_METRES = 170;

/** Points of a water on the sheet. */
export function waterOnSheet(plate: Plate, water: WaterSource): Point[] {
  return water.points.map((place) => onSheet(plate.sheet, project(plate.source.frame, place)));
}

/** Lakes, sea and rivers: tint, then shore line. */
export function drawWaters(plate: Plate): string {
  const river = RIVER_METRES * plate.sheet.scale;
  const still = plate.source.waters.filter(({ kind }) => kind !== 'river');
  const rivers = plate.source.waters
    .filter(({ kind }) => kind === 'river')
    .map((water) => smoothPath(waterOnSheet(plate, water)))
    .join('');
  const round = ' stroke-linejoin="round" stroke-linecap="round"';
  return (
    path(rivers, paint({ fill: 'none', stroke: 'shore', width: tenth(river + 1.8) }) + round) +
    path(rivers, paint({ fill: 'none', stroke: 'water', width: tenth(river) }) + round) +
    still
      .map((water) => {
        const points = waterOnSheet(plate, water);
        // A coast is drawn as it was surveyed; a lake drawn to published size is no better than a curve.
        const data = water.kind === 'sea' ? straightPath(points, true) : smoothPath(points, true);
        return path(data, paint({ fill: 'water', stroke: 'shore', width: 1 }));
      })
      .join('')
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Course of a way on the sheet. It is known by hexes, so its zigzag from centre to centre means nothing
 * and is evened out.
 */
export function wayOnSheet(plate: Plate, way: WaySource): Point[] {
  const { sheet, model } = plate;
  const centres = way.hexes.map((at) => hexOnSheet(sheet, model.grid, hexIndex(plate, at)));
  const step = (model.grid.hexWidthMetres * sheet.scale) / 4;
  const even = evened(resample(centres, step), 5);
  return even.filter((_, index) => index % 3 === 0 || index === even.length - 1);
}

/** Railways with sleepers, roads as double lines, tracks dashed; rail above road above track. */
export function drawWays(plate: Plate): string {
  const of = (kind: WaySource['kind']): Point[][] =>
    plate.source.ways.filter((way) => way.kind === kind).map((way) => wayOnSheet(plate, way));
  const curves = (lines: readonly Point[][]): string =>
    lines.map((line) => smoothPath(line)).join('');
  const rails = of('rail');
  const roads = curves(of('road'));
  return (
    path(
      curves(of('track')),
      paint({ fill: 'none', stroke: 'ink', width: 1.1, dash: '7 3.5', opacity: 0.8 }),
    ) +
    path(roads, paint({ fill: 'none', stroke: 'ink', width: 3.4 })) +
    path(roads, paint({ fill: 'none', stroke: 'paper', width: 1.8 })) +
    path(curves(rails), paint({ fill: 'none', stroke: 'ink', width: 1.6 })) +
    path(rails.map(sleepers).join(''), paint({ fill: 'none', stroke: 'ink', width: 1.3 }))
  );
}

/** Cross strokes of a railway, every 9 units. */
function sleepers(points: readonly Point[]): string {
  const line = softened(points);
  const length = lengthOf(line);
  const strokes: string[] = [];
  for (let distance = 4; distance < length; distance += 9) {
    const { point, along } = stationAt(line, distance);
    const x = -along.y * 3.6;
    const y = along.x * 3.6;
    strokes.push(
      `M${num(point.x - x)} ${num(point.y - y)}L${num(point.x + x)} ${num(point.y + y)}`,
    );
  }
  return strokes.join('');
}

/** The course of the smooth curve that `smoothPath` draws through the same points, as a polyline. */
export function softened(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  const course: Point[] = [points[0]!];
  for (let index = 1; index < points.length - 1; index++) {
    const before = points[index - 1]!;
    const control = points[index]!;
    const after = points[index + 1]!;
    const from = index === 1 ? before : half(before, control);
    const to = index === points.length - 2 ? after : half(control, after);
    for (const share of [0.25, 0.5, 0.75, 1]) {
      const rest = 1 - share;
      course.push({
        x: rest * rest * from.x + 2 * rest * share * control.x + share * share * to.x,
        y: rest * rest * from.y + 2 * rest * share * control.y + share * share * to.y,
      });
    }
  }
  return course;
}

function half(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Ferries, fords and bridges: a stroke over the water with its mark. */
export function drawCrossings(plate: Plate): string {
  return plate.source.crossings
    .map(({ between, kind }) => {
      const [from, to] = between.map((at) =>
        hexOnSheet(plate.sheet, plate.model.grid, hexIndex(plate, at)),
      ) as [Point, Point];
      const line = resample([from, to], 4);
      const dash = kind === 'bridge' ? {} : { dash: kind === 'ferry' ? '4 3' : '1.5 3' };
      return (
        path(
          straightPath(line.slice(0, 1).concat(line.slice(-1))),
          paint({ fill: 'none', stroke: 'ink', width: 1.4, ...dash }),
        ) +
        [from, to]
          .map(
            (end) =>
              `<circle cx="${num(end.x)}" cy="${num(end.y)}" r="1.8"${paint({ fill: 'ink' })}/>`,
          )
          .join('')
      );
    })
    .join('');
}
