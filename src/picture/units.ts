import ms from 'milsymbol';
import { MORALES, cos, sin, type Model, type World } from '../engine/index.ts';
import { text, type Style } from './lettering.ts';
import { PALETTE, colourOfSide, paint, type Colour } from './palette.ts';
import { hexOnSheet, isOnMap } from './sheet.ts';
import type { Plate } from './source.ts';
import { num, overlap, path, straightPath, type Box } from './svg.ts';
import type { Point } from '../hex/index.ts';

/** A unit that stands somewhere. */
export interface PlacedUnit {
  readonly id: string;
  readonly side: number;
  /** Letters-and-digits symbol code of 15 characters. */
  readonly sidc: string;
  /** Hex, or beyond the map. */
  readonly location: number;
  readonly men: number;
}

/** Units where the scenario puts them. */
export function unitsAtStart(model: Pick<Model, 'units'>): PlacedUnit[] {
  const { units } = model;
  return units.id.map((id, unit) => ({
    id,
    side: units.side[unit]!,
    sidc: units.sidc[unit]!,
    location: units.start[unit]!,
    men: units.men[unit]!,
  }));
}

/** Units where a run has brought them; destroyed ones are gone. */
export function unitsOfRun(model: Pick<Model, 'units'>, world: Pick<World, 'units'>): PlacedUnit[] {
  const destroyed = MORALES.indexOf('destroyed');
  return unitsAtStart(model)
    .map((unit, index) => ({
      ...unit,
      location: world.units.location[index]!,
      men: world.units.men[index]!,
    }))
    .filter((_, index) => world.units.morale[index] !== destroyed);
}

/** Units of one side in one hex, drawn as one symbol. */
export interface Stack {
  readonly hex: number;
  readonly side: number;
  readonly units: readonly PlacedUnit[];
}

/** Stacks on the map by hex, then side; within one, the strongest unit first. */
export function stacksOf(units: readonly PlacedUnit[], hexCount: number): Stack[] {
  const byPlace = new Map<number, PlacedUnit[]>();
  for (const unit of units) {
    if (unit.location >= hexCount) continue;
    const key = unit.location * 2 + unit.side;
    byPlace.set(key, [...(byPlace.get(key) ?? []), unit]);
  }
  return [...byPlace.keys()]
    .sort((a, b) => a - b)
    .map((key) => ({
      hex: Math.floor(key / 2),
      side: key % 2,
      units: (byPlace.get(key) ?? []).sort((a, b) => b.men - a.men || (a.id < b.id ? -1 : 1)),
    }));
}

/**
 * Symbol of a code as a group 200 wide about the point (100, 100), in APP-6 form. The sides differ as
 * hollow and solid, the printed way; the frame is the same for both, since a hostile frame would take a
 * side.
 */
export function symbolOf(sidc: string, side: number): string {
  const friendly = `${sidc.slice(0, 1)}F${sidc.slice(2)}`;
  const frame = '#010101';
  const fill = '#020202';
  const svg = new ms.Symbol(friendly, {
    size: 100,
    infoFields: false,
    strokeWidth: 7,
    frameColor: { Friend: frame } as never,
    fillColor: fill,
  }).asSVG();
  const body = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  const own = colourOfSide(side);
  const roles: Readonly<Record<string, Colour>> = {
    [frame]: own,
    [fill]: side === 0 ? 'paper' : own,
    black: side === 0 ? own : 'paper',
    'rgb(239, 239, 239)': side === 0 ? 'paper' : own,
  };
  return body.replace(
    /<(path|circle|g|text)([^>]*)>/g,
    (_tag, name: string, attributes: string) => {
      return `<${name}${recoloured(attributes, roles)}>`;
    },
  );
}

/** Attributes with the colours of their roles, and the classes that a theme needs. */
function recoloured(attributes: string, roles: Readonly<Record<string, Colour>>): string {
  const classes: string[] = [];
  const painted = attributes.replace(
    /(fill|stroke)="([^"]*)"/g,
    (same, what: string, value: string) => {
      const colour = roles[value];
      if (colour === undefined) return same;
      classes.push(`${what === 'fill' ? 'kf' : 'ks'}-${colour}`);
      return `${what}="${PALETTE[colour][0]}"`;
    },
  );
  return (classes.length === 0 ? '' : ` class="${classes.join(' ')}"`) + painted.trimEnd();
}

export interface DrawnUnits {
  /** Definitions, one for each symbol in use. */
  readonly defs: string;
  readonly svg: string;
  readonly boxes: readonly Box[];
  /** Number of units beyond the map, by side. */
  readonly away: readonly number[];
}

/** All stacks of the map; `marks` are the boxes of place marks that symbols leave in sight. */
export function drawUnits(
  plate: Plate,
  units: readonly PlacedUnit[],
  marks: readonly Box[],
): DrawnUnits {
  const { sheet, model } = plate;
  const width = Math.max(20, Math.min(38, model.grid.hexWidthMetres * sheet.scale * 0.72));
  const ids = new Map<string, string>();
  const defs: string[] = [];
  const drawn: string[] = [];
  const boxes: Box[] = [];
  const strokes: string[] = [];
  for (const stack of stacksOf(units, model.grid.count)) {
    if (!isOnMap(sheet, hexOnSheet(sheet, model.grid, stack.hex), width / 2)) continue;
    const first = stack.units[0]!;
    const key = `${String(stack.side)} ${first.sidc}`;
    let id = ids.get(key);
    if (id === undefined) {
      id = `khasan-unit-${String(ids.size)}`;
      ids.set(key, id);
      defs.push(`<g id="${id}">${symbolOf(first.sidc, stack.side)}</g>`);
    }
    const centre = hexOnSheet(sheet, model.grid, stack.hex);
    const { at, isAside } = placeOf(centre, stack.side, width, (point) => {
      const box = boxAt(stack, point, width);
      return ![...marks, ...boxes].some((other) => overlap(box, other));
    });
    if (isAside) strokes.push(straightPath([centre, at]));
    drawn.push(drawStack(stack, id, at, width));
    boxes.push(boxAt(stack, at, width));
  }
  const away = model.sides.map(
    (_, side) =>
      units.filter((unit) => unit.side === side && unit.location >= model.grid.count).length,
  );
  const leads = path(strokes.join(''), paint({ fill: 'none', stroke: 'ink', width: 0.8 }));
  return { defs: defs.join(''), svg: leads + drawn.join(''), boxes, away };
}

/** Room of a symbol with its figures. */
function boxAt(stack: Stack, at: Point, width: number): Box {
  return {
    left: at.x - width * 0.52,
    right: at.x + width * (stack.units.length > 1 ? 0.85 : 0.52),
    top: at.y - width * 0.56,
    bottom: at.y + width * 0.7,
  };
}

/** Distances to step aside, in widths of a symbol, nearest first; and into how many directions. */
const RINGS = [
  { reach: 0, directions: 1 },
  { reach: 0.75, directions: 8 },
  { reach: 1.15, directions: 12 },
  { reach: 1.6, directions: 12 },
  { reach: 2.1, directions: 16 },
] as const;
/** From here on a symbol is not in its hex any more, and a stroke leads back. */
const STROKE_REACH = 1.1;

interface Standing {
  readonly at: Point;
  readonly isAside: boolean;
}

/** Where a stack is drawn: the first free step from its hex, each side trying its own hand first. */
function placeOf(
  centre: Point,
  side: number,
  width: number,
  isFree: (at: Point) => boolean,
): Standing {
  const hand = side === 0 ? 1 : -1;
  for (const { reach, directions } of RINGS) {
    for (let index = 0; index < directions; index++) {
      // East, then alternately above and below, round to the west.
      const turn =
        ((index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * 2 * 3.14159265) / directions;
      const at = {
        x: centre.x + cos(turn) * hand * reach * width,
        y: centre.y + sin(turn) * reach * width,
      };
      if (isFree(at)) return { at, isAside: reach >= STROKE_REACH };
    }
  }
  return { at: centre, isAside: false };
}

function drawStack(stack: Stack, id: string, at: Point, width: number): string {
  const scale = width / 150;
  const style: Style = {
    family: 'sans',
    size: Math.max(9.5, width * 0.3),
    weight: 600,
    colour: colourOfSide(stack.side),
  };
  const men = stack.units.reduce((sum, unit) => sum + unit.men, 0);
  const x = num(at.x - 100 * scale);
  const y = num(at.y - 100 * scale);
  // The symbol is drawn for a box of 200; the scale needs more than a tenth.
  const use = `<use href="#${id}" transform="translate(${x} ${y}) scale(${scale.toFixed(3)})"/>`;
  const below = text(String(men), style, {
    x: at.x,
    y: at.y + 50 * scale + style.size * 0.95,
    anchor: 'middle',
    halo: true,
  });
  const count =
    stack.units.length === 1
      ? ''
      : text(`×${String(stack.units.length)}`, style, {
          x: at.x + 50 * scale * 1.6,
          y: at.y - 50 * scale + style.size * 0.1,
          anchor: 'start',
          halo: true,
        });
  return `<g>${use}${below}${count}</g>`;
}
