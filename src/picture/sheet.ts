import { centreOf, cornerOf, type Grid, type Point } from '../hex/index.ts';
import type { Box } from './svg.ts';

/** A part of the map plane: metres east and south of the centre of hex (0, 0). */
export interface Window {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** The sheet of paper, and how the map plane lies on it. Lengths are units of the drawing. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Neat line: the edge of the map. */
  readonly map: Box;
  /** Column beside the map for legend and notes. */
  readonly panel: Box;
  readonly window: Window;
  /** Drawing units in a metre. */
  readonly scale: number;
}

const EDGE = 20;
const MARGIN = 30;
const PANEL_WIDTH = 300;
/** The panel needs so much height, however flat the window. */
const HEIGHT_LEAST = 900;

/** The whole map with its outermost half hexes. */
export function wholeMap(grid: Grid): Window {
  const south = cornerOf(grid, grid.count - 1, 5).y;
  return {
    west: -grid.hexWidthMetres / 2,
    north: cornerOf(grid, 0, 2).y,
    east: grid.columns * grid.hexWidthMetres,
    south,
  };
}

/** Lays out a sheet whose map is `mapWidth` wide. */
export function layOut(window: Window, mapWidth: number): Sheet {
  const scale = mapWidth / (window.east - window.west);
  const mapHeight = Math.max(HEIGHT_LEAST, (window.south - window.north) * scale);
  const left = EDGE + MARGIN;
  const top = EDGE + MARGIN;
  const map = { left, top, right: left + mapWidth, bottom: top + mapHeight };
  const panelLeft = map.right + MARGIN + 16;
  return {
    width: panelLeft + PANEL_WIDTH + EDGE + 10,
    height: map.bottom + MARGIN + EDGE,
    map,
    panel: { left: panelLeft, top, right: panelLeft + PANEL_WIDTH, bottom: map.bottom },
    window: { ...window, south: window.north + mapHeight / scale },
    scale,
  };
}

/** A point of the map plane on the sheet. */
export function onSheet(sheet: Sheet, point: Point): Point {
  return {
    x: sheet.map.left + (point.x - sheet.window.west) * sheet.scale,
    y: sheet.map.top + (point.y - sheet.window.north) * sheet.scale,
  };
}

/** Centre of a hex on the sheet. */
export function hexOnSheet(sheet: Sheet, grid: Grid, hex: number): Point {
  return onSheet(sheet, centreOf(grid, hex));
}

/** Whether a point of the sheet lies within the neat line, at least `margin` from it. */
export function isOnMap(sheet: Sheet, point: Point, margin = 0): boolean {
  return (
    point.x >= sheet.map.left + margin &&
    point.x <= sheet.map.right - margin &&
    point.y >= sheet.map.top + margin &&
    point.y <= sheet.map.bottom - margin
  );
}
