import {
  ACTS,
  TICKS_PER_HOUR,
  UNIT_KINDS,
  codeOf,
  isAble,
  type Act,
  type PublicModel,
  type View,
} from '../engine/index.ts';

/** What an act takes, and who below an office could be told to do it. */
export interface Skill {
  readonly act: Act;
  /** Code of the act, its place in `ACTS`. */
  readonly code: number;
  /** Rung on which the act stands. */
  readonly rung: number;
  /** Whether words are enough: a fleet is alerted by them as well. */
  readonly talk: boolean;
  /** Whether it takes men or guns on the battlefield, not on the road to it. */
  readonly onTheSpot: boolean;
  /** `[kind]` whether a unit of the kind can do it. */
  readonly able: readonly boolean[];
  /** Subordinates who could be told to do it, ascending, and whether there are any. */
  readonly executors: readonly number[];
  /** The same, the larger first as far as it matters, with their men on paper. */
  readonly bySize: readonly Executor[];
  readonly delegable: boolean;
  /** Whether the office needs nobody's leave for it. */
  readonly ownPower: boolean;
  /** Whether it is done by the whole command, and so for all places at once. */
  readonly general: boolean;
  /** Ticks for which an office does not repeat it. */
  readonly restTicks: number;
  /** Whether the occasion is gone before leave could come. */
  readonly fleeting: boolean;
  /** Whether even the fearful want no paper for it. */
  readonly harmless: boolean;
  /** How much it lets its author be seen to act, 0–1. */
  readonly display: number;
  /** Share of the parameter `utility.effort` that it costs. */
  readonly effort: number;
}

/** Somebody who could be told to do an act. */
export interface Executor {
  readonly office: number;
  readonly men: number;
}

const ON_THE_SPOT: readonly Act[] = ['post', 'fortify', 'patrol', 'eject', 'assault', 'bombard'];
const TALK: readonly Act[] = [
  'demand',
  'propose',
  'stand-down',
  'shoot',
  'mobilise',
  'cross-line',
  'inquire',
];

/** Acts of a whole command: done once, they are not done again for the hill next door. */
const GENERAL: readonly Act[] = [
  'concentrate',
  'alert',
  'propose',
  'demand',
  'mobilise',
  'cross-line',
  'inquire',
];

/** Acts that are a man's own word: nobody below is told to do them. */
const PERSONAL: readonly Act[] = ['shoot', 'mobilise', 'cross-line', 'inquire'];

/** Who holds a place as an office believes: nobody, its own side, or the other. */
export const NOBODYS = 0;
export const OURS = 1;
export const THEIRS = 2;
/** All of them, by code. */
export const HOLDINGS: readonly number[] = [NOBODYS, OURS, THEIRS];

/** Whose a place must be for an act to make sense there; the others make sense whoever holds it. Nobody stands down of his own accord. */
const WHOSE: Readonly<Partial<Record<Act, readonly number[]>>> = {
  wait: [],
  'stand-down': [],
  post: [NOBODYS],
  fortify: [OURS],
  patrol: [NOBODYS, THEIRS],
  reinforce: [OURS],
  eject: [THEIRS],
  assault: [THEIRS],
  bombard: [THEIRS],
  strike: [THEIRS],
  withdraw: [OURS],
  demand: [THEIRS],
  'cross-line': [THEIRS],
};

/** Whether an act can make sense on a place by who holds it. */
export function makesSense(act: Act, holding: number): boolean {
  return WHOSE[act]?.includes(holding) ?? true;
}

/**
 * How much each act lets its author be seen to act by those above, 0–1. Assumption: what is done only to be
 * answered, and blood, show most; what is not listed shows nothing.
 */
const DISPLAY: Readonly<Partial<Record<Act, number>>> = { provoke: 0.8, shoot: 1, eject: 0.3 };

/** Hours for which an office does not repeat an act on the same place. Assumption by kind of act. */
const REST_HOURS: Readonly<Record<Act, number>> = {
  wait: 0,
  post: 48,
  fortify: 20,
  patrol: 44,
  reinforce: 20,
  eject: 20,
  assault: 28,
  bombard: 6,
  strike: 12,
  withdraw: 12,
  concentrate: 120,
  alert: 240,
  demand: 120,
  propose: 48,
  'stand-down': 24,
  provoke: 240,
  shoot: 24,
  mobilise: 2400,
  'cross-line': 240,
  inquire: 240,
};

/**
 * Cost of setting an act in motion, as a share of the parameter `utility.effort`: staff work, supply,
 * and the trouble that comes with it. Assumption: the larger the undertaking, the more.
 */
const EFFORT: Readonly<Record<Act, number>> = {
  wait: 0,
  post: 0.6,
  fortify: 0.4,
  patrol: 0.8,
  reinforce: 0.8,
  eject: 1.2,
  assault: 2,
  bombard: 1,
  strike: 1,
  withdraw: 1,
  concentrate: 1.5,
  alert: 1,
  demand: 0.8,
  propose: 1,
  'stand-down': 1,
  provoke: 0.6,
  shoot: 0.2,
  mobilise: 4,
  'cross-line': 1,
  inquire: 0.8,
};

/** `[act][kind]` whether a unit of the kind can do it: one list for all offices, so that it is at hand. */
const ABLE: readonly (readonly boolean[])[] = ACTS.map((act) =>
  UNIT_KINDS.map((_, kind) => isAble(act, kind)),
);

/** What an act takes of the office whose view it is. */
export function makeSkill({ model, office, info, powers }: View, act: Act): Skill {
  const executors = PERSONAL.includes(act)
    ? []
    : info.subordinates.filter((sub) => canDo(model, office, sub, act));
  const code = codeOf(ACTS, act);
  // What every decision asks for stands first.
  return {
    act,
    code,
    talk: TALK.includes(act) || (act === 'alert' && info.hasShips),
    delegable: executors.length > 0,
    restTicks: REST_HOURS[act] * TICKS_PER_HOUR,
    general: GENERAL.includes(act) || (act === 'assault' && leadsFormations(info.echelon)),
    onTheSpot: ON_THE_SPOT.includes(act),
    ownPower: powers.includes(act),
    rung: model.actRungs[act],
    fleeting: act === 'shoot',
    harmless: act === 'inquire',
    display: DISPLAY[act] ?? 0,
    effort: EFFORT[act],
    able: ABLE[code]!,
    executors,
    bySize: bySize(model, executors),
  };
}

/** Men from whom on an office is as large as any that is told to act. Assumption: two regiments. */
const LARGE_MEN = 6000;

function bySize({ offices }: PublicModel, executors: readonly number[]): readonly Executor[] {
  return executors
    .map((office) => ({ office, men: offices[office]!.establishmentMen }))
    .sort((a, b) => Math.min(LARGE_MEN, b.men) - Math.min(LARGE_MEN, a.men) || a.office - b.office);
}

/**
 * Whether an office moves whole formations: it puts them to one blow at a time. Assumption: what the
 * regulations of both armies call the concentration of effort; a division and those below look to each height.
 */
function leadsFormations(echelon: PublicModel['offices'][number]['echelon']): boolean {
  return echelon === 'corps' || echelon === 'army' || echelon === 'capital';
}

/** Whether a subordinate, or somebody below it, knows the act and has troops; for an alert, ships. */
function canDo(model: PublicModel, superior: number, office: number, act: Act): boolean {
  const info = model.offices[office]!;
  if (info.superiors[0] !== superior) return false;
  const hasHands = info.units.length > 0 || (act === 'alert' && info.hasShips);
  if (hasHands && info.repertoire.includes(act)) return true;
  return info.subordinates.some((sub) => canDo(model, office, sub, act));
}
