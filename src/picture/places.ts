import type { LabelWish } from './labels.ts';
import type { Style } from './lettering.ts';
import { paint } from './palette.ts';
import { waterOnSheet } from './features.ts';
import { hexOnSheet, isOnMap } from './sheet.ts';
import { hexIndex, type PlaceSource, type Plate } from './source.ts';
import { num, path, type Box } from './svg.ts';
import type { Point } from '../hex/index.ts';

/** Up to this error a hill counts as surveyed: it lies in its hex or the next. */
export const SURVEYED_METRES = 500;

/** Where a place lies on the sheet. */
export function placeOnSheet(plate: Plate, place: PlaceSource): Point {
  return hexOnSheet(plate.sheet, plate.model.grid, hexIndex(plate, place.at));
}

export function isByJudgement(place: PlaceSource): boolean {
  return place.positionErrorMetres > SURVEYED_METRES;
}

/** A solid triangle for a surveyed hill, a hollow one in a ring of dots for one placed by judgement. */
export function hillMark(at: Point, byJudgement: boolean, size = 6): string {
  const triangle = path(
    `M${num(at.x)} ${num(at.y - size)}l${num(size)} ${num(size * 1.7)}h${num(-2 * size)}Z`,
    paint({ fill: byJudgement ? 'paper' : 'ink', stroke: 'ink', width: 1.2 }),
  );
  if (!byJudgement) return triangle;
  const ring = paint({ fill: 'none', stroke: 'ink', width: 1.3, dash: '0.1 3.6' });
  return (
    triangle +
    `<circle cx="${num(at.x)}" cy="${num(at.y)}" r="${num(size * 1.9)}"${ring} stroke-linecap="round"/>`
  );
}

/** A small cluster of houses. */
export function villageMark(at: Point): string {
  const houses = [
    [-4, -3],
    [0.5, -4],
    [-2, 1],
    [2.5, 0.5],
  ] as const;
  const data = houses.map(([x, y]) => `M${num(at.x + x)} ${num(at.y + y)}h3v3h-3Z`).join('');
  return path(data, paint({ fill: 'ink' }));
}

export function stationMark(at: Point): string {
  return path(
    `M${num(at.x - 6)} ${num(at.y - 3.5)}h12v7h-12Z`,
    paint({ fill: 'paper', stroke: 'ink', width: 1.4 }),
  );
}

function markOf(place: PlaceSource, at: Point): string {
  switch (place.kind) {
    case 'height':
      return hillMark(at, isByJudgement(place));
    case 'village':
      return villageMark(at);
    case 'station':
      return stationMark(at);
    default:
      return '';
  }
}

/** Marks of all places on the map, by id. */
export function drawPlaceMarks(plate: Plate): string {
  return inOrder(plate)
    .map(({ place, at }) => markOf(place, at))
    .join('');
}

function inOrder(plate: Plate): { readonly place: PlaceSource; readonly at: Point }[] {
  return [...plate.source.places]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((place) => ({ place, at: placeOnSheet(plate, place) }))
    .filter(({ at }) => isOnMap(plate.sheet, at, 8));
}

/** Room that the marks take. */
export function markBoxes(plate: Plate): Box[] {
  return inOrder(plate)
    .filter(({ place }) => place.kind !== 'ground' && place.kind !== 'neck')
    .map(({ place, at }) => {
      const reach = place.kind === 'height' && isByJudgement(place) ? 12 : 7;
      return { left: at.x - reach, right: at.x + reach, top: at.y - reach, bottom: at.y + reach };
    });
}

/** "Zaozyornaya (Changkufeng)" or "Zaozyornaya / Changkufeng" as two names. */
export function namesOf(name: string): string[] {
  const match = /^(.+?)\s*(?:\/\s*(.+)|\((.+)\))$/.exec(name);
  if (match === null) return [name];
  return [match[1] ?? name, match[2] ?? match[3] ?? ''];
}

/**
 * Names of places. A name of two sides stands on two lines, each in full; a hill's height and the words of
 * the moment follow.
 */
export function placeWishes(plate: Plate): LabelWish[] {
  return inOrder(plate).map(({ place, at }) => {
    const style = styleOf(place);
    const names = namesOf(place.names.en);
    const small: Style = { family: 'sans', size: Math.max(11, style.size - 3) };
    // A hill that is named by its height does not say it twice.
    const hasHeight =
      place.kind === 'height' && place.metres !== undefined && !/\d/.test(place.names.en);
    const figures = hasHeight ? [`${String(Math.round(place.metres))} m`] : [];
    const last = place.moment === undefined ? figures : [...figures, place.moment];
    const lines = last.length === 0 ? names : [...names, last.join(' · ')];
    return {
      id: place.id,
      rank: place.rank,
      weight: place.worth ?? 0,
      lines,
      styles: lines.map((_, index) => {
        if (index >= names.length) return small;
        return index === 0 ? style : { ...style, weight: 400, size: style.size - 1.5 };
      }),
      at,
      clear: place.kind === 'height' ? (isByJudgement(place) ? 12 : 8) : 8,
      centred: place.kind === 'ground',
    };
  });
}

function styleOf(place: PlaceSource): Style {
  if (place.kind === 'height') {
    return place.rank === 1
      ? { family: 'serif', size: 17, weight: 600 }
      : { family: 'serif', size: 13.5, weight: place.rank === 2 ? 600 : 400 };
  }
  if (place.kind === 'ground') {
    if (place.rank === 1) return { family: 'serif', size: 22, colour: 'muted', spacing: 8 };
    return { family: 'serif', size: 13, italic: true, colour: 'muted', spacing: 0.6 };
  }
  const isPassage = place.kind === 'neck' || place.kind === 'crossing';
  return { family: 'serif', size: place.rank === 1 ? 15 : 13, italic: isPassage };
}

/** Names of waters, in italic, upon them. */
export function waterWishes(plate: Plate): LabelWish[] {
  return plate.source.waters.map((water) => {
    const points = waterOnSheet(plate, water).filter((point) => isOnMap(plate.sheet, point, 8));
    const size = water.kind === 'river' ? 14 : 15;
    const names = namesOf(water.names.en);
    const style: Style = { family: 'serif', size, italic: true, colour: 'shore' };
    const at = water.kind === 'river' ? points[Math.floor(points.length * 0.3)] : meanOf(points);
    return {
      id: water.id,
      rank: water.kind === 'lake' ? 1 : 2,
      weight: 0,
      lines: names,
      styles: names.map(() => style),
      at: at ?? { x: -1e4, y: -1e4 },
      clear: 10,
      centred: water.kind !== 'river',
    };
  });
}

function meanOf(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}
