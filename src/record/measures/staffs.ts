import type { EventKind, Model } from '../../engine/index.ts';
import { tickOfJst, watchAt, type Chronicle } from '../chronicle.ts';
import { numberOf, textOf } from '../lookup.ts';
import {
  hearing,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/** Offices of the 1st Army whose posts are counted: the five that the text on the purge is about. */
const COUNTED: readonly string[] = ['su.1army', 'su.39corps', 'su.40rd', 'su.32rd', 'su.2mech'];

const count = (id: string, title: string, unit: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit,
  describe,
});

const measures: readonly MeasureSpec[] = [
  {
    id: 'staffs.filled',
    title: 'Staff posts filled at the end of July',
    kind: 'number',
    unit: 'per cent',
    from: 'free',
    describe:
      'Posts filled in the headquarters of the 1st Army, the 39th Corps, the 40th and 32nd Divisions and the 2nd Mechanised Brigade on 31 July 00:00 +10:00, per hundred of their establishment; at the end of a run that is over before. Null where the scenario counts no posts.',
  },
  count(
    'staffs.removed',
    'People removed from staffs',
    'persons',
    'Removals over the whole run, heads of offices included.',
  ),
  count('staffs.replaced', 'Staff posts filled again', 'posts', 'Over the whole run.'),
  count(
    'staffs.heads',
    'Heads of offices removed',
    'persons',
    'Removals of persons at the head of an office, for whatever reason, over the whole run.',
  ),
  count(
    'staffs.heads.lost-ground',
    'Heads of offices removed for lost ground',
    'persons',
    'Those among them that would have stayed in their posts without a height lost in their charge.',
  ),
];

/** Staff posts: who is removed, and how many stay filled. */
export const staffsFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const roll = openRoll(chronicle);
    return {
      hears: [hearing(HEARD, (event) => note(roll, event))],
      finish: () => valuesOf(roll),
    };
  },
};

interface Roll {
  /** Posts filled by office id, of the offices that are counted. */
  readonly filled: Map<string, number>;
  readonly posts: number;
  readonly isFree: boolean;
  /** Posts filled at the end of July, -1 not yet. */
  filledThen: number;
  removed: number;
  replaced: number;
  heads: number;
  blamed: number;
}

function openRoll(chronicle: Chronicle): Roll {
  const pools = countedPools(chronicle.model);
  const roll: Roll = {
    filled: new Map(pools.map((pool) => [pool.id, pool.filled])),
    posts: pools.reduce((sum, pool) => sum + pool.posts, 0),
    isFree: chronicle.isFree,
    filledThen: -1,
    removed: 0,
    replaced: 0,
    heads: 0,
    blamed: 0,
  };
  // 31 July 00:00 in Vladivostok is 30 July 23:00 in Japan; what happens in that very quarter hour is later.
  const tick = tickOfJst(chronicle.model, 7, 30, 23) - 1;
  watchAt(chronicle, tick, () => {
    roll.filledThen = filledNow(roll);
  });
  return roll;
}

function filledNow({ filled }: Roll): number {
  return [...filled.values()].reduce((sum, each) => sum + each, 0);
}

function countedPools({ purges, offices }: Model) {
  return purges
    .flatMap(({ pools }) => pools)
    .map(({ office, posts, filled }) => ({ id: offices[office]!.id, posts, filled }))
    .filter(({ id }) => COUNTED.includes(id));
}

/** Kinds of event that this family hears. */
const HEARD = [
  'person-removed',
  'staff-removed',
  'staff-replaced',
  'person-appointed',
] as const satisfies readonly EventKind[];

function note(roll: Roll, event: EventOf<(typeof HEARD)[number]>): void {
  const { data } = event;
  switch (event.kind) {
    case 'person-removed':
      roll.removed++;
      roll.heads++;
      if (textOf(data['reason']) === 'lost-ground') roll.blamed++;
      break;
    case 'staff-removed':
      roll.removed += numberOf(data['count']);
      break;
    case 'staff-replaced':
      roll.replaced += numberOf(data['count']);
      break;
    case 'person-appointed':
      break;
  }
  if (roll.filled.has(event.actor)) roll.filled.set(event.actor, numberOf(data['filled']));
}

function valuesOf(roll: Roll): MeasureValues {
  const filled = roll.filledThen < 0 ? filledNow(roll) : roll.filledThen;
  return {
    'staffs.filled': roll.isFree && roll.posts > 0 ? (100 * filled) / roll.posts : null,
    'staffs.removed': roll.removed,
    'staffs.replaced': roll.replaced,
    'staffs.heads': roll.heads,
    'staffs.heads.lost-ground': roll.blamed,
  };
}
