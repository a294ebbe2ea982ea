import { cos, sin, type Model } from '../../engine/index.ts';
import type { Point } from '../../hex/index.ts';
import type { Box } from '../svg.ts';

/** The parts of a compiled scenario that the map of the approaches shows. */
export type TheatreModel = Pick<Model, 'theatre' | 'grid' | 'sides'>;

/** The approaches on paper: bearings from the lake are true, distances are drawn by their root. */
export interface TheatreLayout {
  readonly width: number;
  readonly height: number;
  /** Where the battlefield lies. */
  readonly lake: Point;
  /** `[node]` */
  readonly nodes: readonly Point[];
  /** Drawing units of the root of a kilometre. */
  readonly scale: number;
  /** Room of the drawing, without margins. */
  readonly box: Box;
}

const DEGREE = 3.141592653589793 / 180;
/** Kilometres of a degree of latitude: a sphere will do for a drawing by roots. */
const KM_A_DEGREE = 111.2;

/** Degrees east and north of the middle of the battlefield: of the gates that lie round it. */
function lakeOf({ theatre }: TheatreModel): { longitude: number; latitude: number } {
  const gates = theatre.nodes.filter(({ gateHex }) => gateHex >= 0);
  const around = gates.length > 0 ? gates : theatre.nodes;
  const middle = (pick: (node: (typeof around)[number]) => number): number => {
    const values = around.map(pick);
    return (Math.max(...values) + Math.min(...values)) / 2;
  };
  return {
    longitude: middle((node) => node.longitude),
    latitude: middle((node) => node.latitude),
  };
}

/** Nodes that troops can reach; the others are seats of offices only. */
export function linkedNodes({ theatre }: TheatreModel): ReadonlySet<number> {
  return new Set(theatre.links.flatMap(({ from, to }) => [from, to]));
}

/** Kilometres east and north of the lake, by the great circle's first order. */
function offsets(model: TheatreModel): Point[] {
  const lake = lakeOf(model);
  const across = KM_A_DEGREE * cos(lake.latitude * DEGREE);
  return model.theatre.nodes.map(({ longitude, latitude }) => ({
    x: (longitude - lake.longitude) * across,
    y: (lake.latitude - latitude) * KM_A_DEGREE,
  }));
}

/** Draws in the far: a place at 400 km stands twice as far out as one at 100. */
function drawnIn({ x, y }: Point): Point {
  const length = Math.sqrt(x * x + y * y);
  const root = length === 0 ? 0 : 1 / Math.sqrt(length);
  return { x: x * root, y: y * root };
}

/** Lays the network out in a sheet of a width and height; capitals without a way stand at the edge. */
export function layOutTheatre(
  model: TheatreModel,
  size: { readonly width: number; readonly height: number },
  margins: Box,
): TheatreLayout {
  const { width, height } = size;
  const linked = linkedNodes(model);
  const near = offsets(model).map(drawnIn);
  const shown = near.filter((_, node) => linked.has(node));
  const xs = shown.map(({ x }) => x);
  const ys = shown.map(({ y }) => y);
  const [west, east] = [Math.min(0, ...xs), Math.max(0, ...xs)];
  const [north, south] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  const box = {
    left: margins.left,
    top: margins.top,
    right: width - margins.right,
    bottom: height - margins.bottom,
  };
  const scale = Math.min(
    (box.right - box.left) / Math.max(1, east - west),
    (box.bottom - box.top) / Math.max(1, south - north),
  );
  const lake = {
    x: (box.left + box.right) / 2 - ((west + east) / 2) * scale,
    y: (box.top + box.bottom) / 2 - ((north + south) / 2) * scale,
  };
  const nodes = near.map(({ x, y }, node) => {
    const at = { x: lake.x + x * scale, y: lake.y + y * scale };
    return linked.has(node) ? at : atEdge(lake, at, box);
  });
  return { width, height, lake, nodes, scale, box };
}

/** Where the way to a point beyond the sheet leaves it. */
function atEdge(from: Point, to: Point, box: Box): Point {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const share = Math.min(
    1,
    x > 0 ? (box.right - from.x) / x : x < 0 ? (box.left - from.x) / x : 1,
    y > 0 ? (box.bottom - from.y) / y : y < 0 ? (box.top - from.y) / y : 1,
  );
  return { x: from.x + x * share, y: from.y + y * share };
}

/** A point on a ring about the lake, in kilometres and degrees clockwise from north. */
export function onRing(layout: TheatreLayout, km: number, bearing: number): Point {
  const radius = Math.sqrt(km) * layout.scale;
  return {
    x: layout.lake.x + radius * sin(bearing * DEGREE),
    y: layout.lake.y - radius * cos(bearing * DEGREE),
  };
}
