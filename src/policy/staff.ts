import { ACTS, type Act, type Model } from '../engine/index.ts';
import { distance } from '../hex/index.ts';

/** What is the same in all decisions of an office: worked out once for a model. A table, not state. */
export interface Staff {
  /** Acts it knows, in the order of its list. Words of `ACTS` themselves, which are quick to compare. */
  readonly acts: readonly Act[];
  /** Subordinates who could be told to do an act, ascending. */
  readonly executors: ReadonlyMap<Act, readonly number[]>;
  /** Places it may come to think about: those it answers for, and unless it is a post the disputed ones. */
  readonly places: readonly number[];
  /** `[area]` whether it answers for it. */
  readonly answers: readonly boolean[];
  /** How far it looks ahead when it thinks of the other side's answer. */
  readonly foresight: number;
  /** Share of the enemy in reach, beyond the place itself, that its attacks meet. */
  readonly width: number;
}

/** How far ahead each echelon looks when it thinks of the other side's answer. Assumption. */
const FORESIGHT: Readonly<Record<string, number>> = {
  post: 0.4,
  regiment: 0.6,
  brigade: 0.8,
  division: 0.9,
  corps: 1,
  army: 1.2,
  capital: 1.6,
};

/** Share of the enemy in reach, beyond the place itself, that an attack by each echelon meets. Assumption. */
const WIDTH: Readonly<Record<string, number>> = {
  post: 0,
  regiment: 0,
  brigade: 0,
  division: 0.25,
  corps: 1,
  army: 1,
  capital: 1,
};

const staffs = new WeakMap<Model, Staff[]>();

/** The staff of an office. */
export function staffOf(model: Model, office: number): Staff {
  let table = staffs.get(model);
  if (table === undefined) {
    table = [];
    staffs.set(model, table);
  }
  return (table[office] ??= makeStaff(model, office));
}

function makeStaff(model: Model, office: number): Staff {
  const { repertoire, subordinates, echelon, charge } = model.offices[office]!;
  const answers = model.areas.map((_, area) => charge.includes(area));
  const ableTo = (act: Act) => subordinates.filter((sub) => canDo(model, office, sub, act));
  return {
    acts: repertoire.map((act) => ACTS[ACTS.indexOf(act)]!),
    executors: new Map(ACTS.map((act) => [act, ableTo(act)])),
    places: model.areas.flatMap(({ disputed }, area) =>
      answers[area]! || (disputed && echelon !== 'post') ? [area] : [],
    ),
    answers,
    foresight: FORESIGHT[echelon]!,
    width: WIDTH[echelon]!,
  };
}

/** Whether a subordinate, or somebody below it, knows the act and has troops. */
function canDo(model: Model, superior: number, office: number, act: Act): boolean {
  const info = model.offices[office]!;
  if (info.superiors[0] !== superior) return false;
  if (info.repertoire.includes(act) && info.units.length > 0) return true;
  return info.subordinates.some((sub) => canDo(model, office, sub, act));
}

/** Hexes within which troops count as being within reach of a place. Assumption: 4 km, an hour's march. */
const REACH_HEXES = 8;

const reaches = new WeakMap<Model, readonly (readonly number[])[]>();

/** `[area]` the areas within reach of each, itself included, ascending. */
export function reachesOf(model: Model): readonly (readonly number[])[] {
  let table = reaches.get(model);
  if (table === undefined) {
    table = model.areas.map((from) =>
      model.areas.flatMap((to, index) =>
        distance(model.grid, from.hex, to.hex) <= REACH_HEXES ? [index] : [],
      ),
    );
    reaches.set(model, table);
  }
  return table;
}
