import { TASKS } from '../../engine/index.ts';
import type { Model } from '../../engine/index.ts';
import { centreOf, metresBetween, type Point } from '../../hex/index.ts';
import { arrangeStacks, stacksOf } from '../../picture/index.ts';
import type { Box, PlacedUnit, StandingStack } from '../../picture/index.ts';
import type { Film } from '../../protocol/index.ts';
import { beliefsAt, checkPicture, menByArea } from '../state/run-view.ts';
import type { Belief, PictureCheck, UnitNow } from '../state/run-view.ts';
import { isDrawn, toPixels, type Frame } from './frame.ts';

/** An enemy as an office believes in it. */
export interface Contact {
  readonly area: number;
  /** Where it is drawn, and the middle of the area it is about. */
  readonly at: Point;
  readonly home: Point;
  readonly belief: Belief;
  /** Ticks since the belief was true. */
  readonly ageTicks: number;
  /** Pixels within which it may stand: the area that the news named. */
  readonly ringRadius: number;
  readonly menLow: number;
  readonly menHigh: number;
}

/** Own men that an office believes somewhere and does not command itself. */
export interface OwnMen {
  readonly area: number;
  readonly at: Point;
  readonly home: Point;
  readonly men: number;
}

/** What stands on the map for a pair of eyes. */
export interface Scene {
  /** Side whose eyes these are, -1 for the truth. */
  readonly side: number;
  readonly symbolWidth: number;
  readonly stacks: readonly StandingStack[];
  readonly contacts: readonly Contact[];
  readonly ownMen: readonly OwnMen[];
  /** Truth beside a belief: enemy stacks as they are, empty unless compared. */
  readonly trueStacks: readonly StandingStack[];
  readonly check: PictureCheck | null;
  /** Men of each side beyond the map, for the truth. */
  readonly awayMen: readonly number[];
}

export interface SceneWish {
  readonly office: number;
  readonly isCompared: boolean;
  readonly tick: number;
  readonly units: readonly UnitNow[];
  readonly marks: readonly Box[];
}

/** Each hand through which news goes changes a number by a third at most, as the model has it (`report.spread`). */
const HAND_FACTOR = 4 / 3;

export function sceneOf(model: Model, film: Film, frame: Frame, wish: SceneWish): Scene {
  const hexPixels = model.grid.hexWidthMetres * frame.camera.scale;
  const symbolWidth = Math.max(15, Math.min(42, hexPixels * 0.78));
  const homeOf = (hex: number): Point | null => {
    const home = toPixels(frame, centreOf(model.grid, hex));
    return isDrawn(frame, home, symbolWidth) ? home : null;
  };
  const arrange = (units: readonly UnitNow[], taken: readonly Box[]): StandingStack[] =>
    arrangeStacks(
      stacksOf(
        units.map((unit) => placed(model, unit)),
        model.grid.count,
      ),
      homeOf,
      symbolWidth,
      taken,
    );
  const { office, tick, units, marks } = wish;
  if (office < 0) {
    const awayMen = [0, 1].map((side) =>
      units
        .filter(
          ({ unit, location }) => model.units.side[unit] === side && location >= model.grid.count,
        )
        .reduce((sum, { men }) => sum + men, 0),
    );
    const stacks = arrange(units, marks);
    return { ...NOTHING, symbolWidth, stacks, awayMen };
  }
  const { side } = model.offices[office]!;
  const beliefs = beliefsAt(film, model, office, tick);
  const own = units.filter(({ unit }) => model.units.office[unit] === office);
  const stacks = arrange(own, marks);
  const taken = [...marks, ...stacks.map(({ box }) => box)];
  const contacts = stepAside(contactsOf(model, frame, beliefs, tick, homeOf), taken);
  const trueStacks = wish.isCompared
    ? arrange(
        units.filter(({ unit }) => model.units.side[unit] !== side),
        [],
      )
    : [];
  const check = checkPicture(model, side, beliefs, menByArea(model, units));
  taken.push(...contacts.map(({ at }) => contactBox(at)));
  const ownMen = stepAside(ownMenOf(model, beliefs, own, homeOf), taken);
  return { side, symbolWidth, stacks, contacts, ownMen, trueStacks, check, awayMen: [] };
}

const NOTHING = { side: -1, contacts: [], ownMen: [], trueStacks: [], check: null };

function placed(model: Model, { unit, location, men }: UnitNow): PlacedUnit {
  return {
    id: model.units.id[unit]!,
    side: model.units.side[unit]!,
    sidc: model.units.sidc[unit]!,
    location,
    men,
  };
}

function contactsOf(
  model: Model,
  frame: Frame,
  beliefs: readonly Belief[],
  tick: number,
  homeOf: (hex: number) => Point | null,
): Contact[] {
  return beliefs.flatMap((belief) => {
    const { hex } = model.areas[belief.area]!;
    const at = homeOf(hex);
    if (at === null || belief.seenTick < 0 || belief.men < 1) return [];
    const factor = HAND_FACTOR ** Math.max(1, Math.min(6, belief.retold));
    return [
      {
        area: belief.area,
        at,
        home: at,
        belief,
        ageTicks: tick - belief.seenTick,
        ringRadius: areaRadius(model, belief.area) * frame.camera.scale,
        menLow: twoFigures(belief.men / factor),
        menHigh: twoFigures(belief.men * factor),
      },
    ];
  });
}

function ownMenOf(
  model: Model,
  beliefs: readonly Belief[],
  own: readonly UnitNow[],
  homeOf: (hex: number) => Point | null,
): OwnMen[] {
  return beliefs.flatMap(({ area, own: believed }) => {
    const under = own
      .filter(({ location }) => location < model.grid.count && model.ground.area[location] === area)
      .reduce((sum, { men }) => sum + men, 0);
    const at = homeOf(model.areas[area]!.hex);
    const men = believed - under;
    return at === null || men < 1 ? [] : [{ area, at, home: at, men }];
  });
}

/** Room of a contact with its figures. */
export function contactBox({ x, y }: Point): Box {
  return { left: x - 20, right: x + 20, top: y - 17, bottom: y + 43 };
}

/** Steps to try, in pixels, nearest first. */
const STEPS = [0, 26, 44, 62, 80] as const;
const TURNS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0.7, -0.7],
  [-0.7, -0.7],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0, 1],
] as const;

/** Moves marks off what stands there already, and off one another. */
function stepAside<T extends { readonly at: Point }>(marks: readonly T[], taken: Box[]): T[] {
  const blocked = [...taken];
  return marks.map((mark) => {
    const candidates = STEPS.flatMap((step) =>
      (step === 0 ? [[0, 0] as const] : TURNS).map(([x, y]) => ({
        x: mark.at.x + x * step,
        y: mark.at.y + y * step,
      })),
    );
    const isFree = (at: Point): boolean => {
      const box = contactBox(at);
      return !blocked.some(
        (other) =>
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      );
    };
    const at = candidates.find(isFree) ?? mark.at;
    blocked.push(contactBox(at));
    return { ...mark, at };
  });
}

const radii = new WeakMap<Model, number[]>();

/** Metres from the middle of an area within which three quarters of its hexes lie. */
function areaRadius(model: Model, area: number): number {
  let table = radii.get(model);
  if (table === undefined) {
    table = model.areas.map(({ hex }, index) => {
      const reaches: number[] = [];
      model.ground.area.forEach((each, at) => {
        if (each === index) reaches.push(metresBetween(model.grid, hex, at));
      });
      reaches.sort((a, b) => a - b);
      return reaches[Math.floor(reaches.length * 0.75)] ?? model.grid.hexWidthMetres;
    });
    radii.set(model, table);
  }
  return Math.min(1800, table[area] ?? 0);
}

/** Two figures say what such a number is worth. */
function twoFigures(value: number): number {
  if (value < 10) return Math.max(1, Math.round(value));
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

export const ASSAULT = TASKS.indexOf('assault');
