import { text, type Style } from './lettering.ts';
import { colourOfSide, paint } from './palette.ts';
import { hexOnSheet, isOnMap } from './sheet.ts';
import type { Plate } from './source.ts';
import { arrangeStacks, stacksOf, type PlacedUnit, type Stack } from './stacks.ts';
import { symbolOf } from './symbols.ts';
import { num, path, straightPath, type Box } from './svg.ts';
import type { Point } from '../hex/index.ts';

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
  const standing = arrangeStacks(
    stacksOf(units, model.grid.count),
    (hex) => {
      const home = hexOnSheet(sheet, model.grid, hex);
      return isOnMap(sheet, home, width / 2) ? home : null;
    },
    width,
    marks,
  );
  const drawn = standing.map(({ stack, at }) => {
    const first = stack.units[0]!;
    const key = `${String(stack.side)} ${first.sidc}`;
    let id = ids.get(key);
    if (id === undefined) {
      id = `khasan-unit-${String(ids.size)}`;
      ids.set(key, id);
      defs.push(`<g id="${id}">${symbolOf(first.sidc, stack.side)}</g>`);
    }
    return drawStack(stack, id, at, width);
  });
  const boxes = standing.map(({ box }) => box);
  const strokes = standing
    .filter(({ isAside }) => isAside)
    .map(({ home, at }) => straightPath([home, at]));
  const away = model.sides.map(
    (_, side) =>
      units.filter((unit) => unit.side === side && unit.location >= model.grid.count).length,
  );
  const leads = path(strokes.join(''), paint({ fill: 'none', stroke: 'ink', width: 0.8 }));
  return { defs: defs.join(''), svg: leads + drawn.join(''), boxes, away };
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
