import {
  ACTS,
  isNeighbour,
  oncePer,
  type Act,
  type PublicModel,
  type View,
} from '../engine/index.ts';
import { distance } from '../hex/index.ts';
import { HOLDINGS, makeSkill, makesSense, type Skill } from './skill.ts';

/** What is the same in all decisions of an office: worked out once for a model. A table, not state. */
export interface Staff {
  /** `[who holds a place]` what it knows to do there, in the order of its list. */
  readonly prospects: readonly (readonly Skill[])[];
  /** Doing nothing is an act too. */
  readonly waiting: Skill;
  /** What it takes to throw a party out, and `[area]` who below it, answering for the place, can be told to do it there. */
  readonly ejecting: Skill;
  readonly guards: readonly (readonly number[])[];
  /** What it takes to do any act, known to it or not. */
  readonly skills: ReadonlyMap<Act, Skill>;
  /** Whom it tells its news, in the order of its lines. */
  readonly hearers: readonly Hearer[];
  /** Neighbours of another chain with more men than it has, whom it can ask for help, the larger first. */
  readonly neighbours: readonly number[];
  /** Staffs at a lower level that it can talk with on a direct wire, ascending. */
  readonly partners: readonly number[];
  /** Places it may come to think about: those it answers for, and unless it is a post the disputed ones. */
  readonly places: readonly number[];
  /** `[area]` whether it answers for it. */
  readonly answers: readonly boolean[];
  /** `[area]` whether its side claims the place by its own line, and what it is worth to it at most. */
  readonly ours: readonly boolean[];
  readonly claims: readonly number[];
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

/** `[office]` staffs of a model as far as they have been asked for. */
const staffsOf = oncePer((_model: PublicModel): Staff[] => []);

/** Worth of ground that is the other side's by one's own line, as a share. Assumption: a tenth. */
const FOREIGN_CLAIM = 0.1;

/** What is the same for all offices of a side: one table for them, so that it is at hand. */
interface SideLedger {
  readonly ours: readonly boolean[];
  readonly claims: readonly number[];
}

/** `[side]` what each side claims, and what it is worth to it. */
const ledgersOf = oncePer(({ areas, ground, grid, sides }: PublicModel): readonly SideLedger[] =>
  sides.map((_, side) => {
    const ours = areas.map(({ hex }) => ground.owner[side * grid.count + hex] === side);
    return {
      ours,
      claims: areas.map(({ worth }, area) => worth * (ours[area]! ? 1 : FOREIGN_CLAIM)),
    };
  }),
);

/** The staff of the office whose view it is. */
export function staffOf(view: View): Staff {
  return (staffsOf(view.model)[view.office] ??= makeStaff(view));
}

function makeStaff(view: View): Staff {
  const { repertoire, echelon, charge, side } = view.info;
  const { areas } = view.model;
  const skills = new Map(ACTS.map((act) => [act, shared(view.model, makeSkill(view, act))]));
  const ejecting = skills.get('eject')!;
  const answers = areas.map((_, area) => charge.includes(area));
  const { ours, claims } = ledgersOf(view.model)[side]!;
  return {
    prospects: HOLDINGS.map((holding) =>
      repertoire.filter((act) => makesSense(act, holding)).map((act) => skills.get(act)!),
    ),
    waiting: skills.get('wait')!,
    ejecting,
    guards: areas.map((_, area) =>
      ejecting.executors.filter((to) => view.model.offices[to]!.charge.includes(area)),
    ),
    skills,
    hearers: hearersOf(view),
    neighbours: helpersOf(view),
    partners: view.info.links.flatMap(({ to, directWire }) =>
      directWire && isBelow(view, to) ? [to] : [],
    ),
    places: areas.flatMap(({ disputed }, area) =>
      answers[area]! || (disputed && echelon !== 'post') ? [area] : [],
    ),
    answers,
    ours,
    claims,
    foresight: FORESIGHT[echelon]!,
    width: WIDTH[echelon]!,
  };
}

/** Skills of offices with nobody below them to be told, by what they differ in. */
const ownSkillsOf = oncePer((_model: PublicModel) => new Map<string, Skill>());

/** The same object for the same skill: what many offices have alike is at hand when the next one thinks. */
function shared(model: PublicModel, skill: Skill): Skill {
  if (skill.delegable) return skill;
  const { act, talk, ownPower, general } = skill;
  const name = `${act}:${String(talk)}:${String(ownPower)}:${String(general)}`;
  const known = ownSkillsOf(model).get(name);
  if (known !== undefined) return known;
  ownSkillsOf(model).set(name, skill);
  return skill;
}

/** Whether an office of one's own side stands lower, in one's own chain or not: a capital speaks with the field. */
function isBelow({ info, model }: View, office: number): boolean {
  const other = model.offices[office]!;
  return (
    other.side === info.side &&
    ECHELONS_UP.indexOf(other.echelon) < ECHELONS_UP.indexOf(info.echelon)
  );
}

/** Echelons of offices from the lowest. */
const ECHELONS_UP = Object.keys(FORESIGHT);

function helpersOf({ model, office, info }: View): number[] {
  const men = (to: number): number => model.offices[to]!.establishmentMen;
  return info.links
    .flatMap(({ to }) =>
      isNeighbour(model, office, to) && men(to) > info.establishmentMen ? [to] : [],
    )
    .sort((a, b) => men(b) - men(a) || a - b);
}

/** Somebody who is told the news of an office, and when. */
export interface Hearer {
  readonly office: number;
  /** With every report, once a day, or only what cannot wait. */
  readonly when: 'always' | 'daily' | 'urgent';
}

/**
 * Staffs in a capital tell each other, and those below them what cannot wait; everybody else reports upward, to a
 * second master once a day. What cannot wait is told to neighbours of another chain too; everything else they learn
 * through their own.
 */
function hearersOf(view: View): Hearer[] {
  const { info, model } = view;
  const capital = info.echelon === 'capital';
  return info.links.flatMap(({ to }): Hearer[] => {
    const other = model.offices[to]!;
    const peer = capital && other.echelon === 'capital' && other.side === info.side;
    const below = info.subordinates.includes(to);
    if ((peer && !below) || info.superiors[0] === to) return [{ office: to, when: 'always' }];
    if (info.superiors.includes(to)) return [{ office: to, when: 'daily' }];
    return peer || isNeighbour(model, view.office, to) ? [{ office: to, when: 'urgent' }] : [];
  });
}

/** Hexes within which troops count as being within reach of a place. Assumption: 4 km, an hour's march. */
const REACH_HEXES = 8;

/** `[area]` the areas within reach of each, itself included, ascending. */
export const reachesOf = oncePer((model: PublicModel): readonly (readonly number[])[] =>
  model.areas.map((from) =>
    model.areas.flatMap((to, index) =>
      distance(model.grid, from.hex, to.hex) <= REACH_HEXES ? [index] : [],
    ),
  ),
);
