import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/engine/index.ts';
import {
  disputeModel,
  FAR_CORNER,
  keptRun,
  type DisputeOffice,
  type DisputeParts,
  type KeptRun,
} from '../support/border-dispute.ts';
import { nameEvents, type NamedEvent } from '../support/compare.ts';
import { drive } from '../support/drive.ts';
import type { SmallPlace, SmallUnit } from '../support/small-model.ts';
import { worldWithout, type Extra } from '../support/without.ts';

/**
 * Luck is keyed by who and what, never by a place in a list or by how often somebody has asked before.
 * So a unit that does nothing far away, or an office that nobody hears of, changes no draw of the
 * others: the two runs have the same events, and states that differ only by the newcomer.
 */

const DEPOT: DisputeOffice = {
  id: 'su.depot',
  side: 0,
  echelon: 'post',
  charge: [],
  repertoire: [],
  cycleMinutes: 105,
  minutesUp: 0,
};

const cook = (at: SmallPlace): SmallUnit => ({
  id: 'su.depot.cooks',
  side: 0,
  at,
  kind: 'supply',
  men: 60,
  office: 'su.depot',
});

/** Puts an item into a list: at the front, in the middle or at the end. */
function insert<T>(list: T[], item: T, where: 'front' | 'middle' | 'end'): void {
  const at = { front: 0, middle: Math.floor(list.length / 2), end: list.length }[where];
  list.splice(at, 0, item);
}

function played(model: Model, seed: number): KeptRun {
  const run = keptRun(model, seed);
  drive(run);
  return run;
}

/**
 * Asserts that the second run is the first one with the newcomer added.
 * @param also what is left out of the first run too.
 */
function expectSameBut(
  plain: KeptRun,
  more: KeptRun,
  extra: Extra,
  also: Extra = { unit: -1, office: -1 },
): void {
  const told = ({ model, events }: KeptRun, without: Extra): NamedEvent[] => {
    const actors = [model.units.id[without.unit], model.offices[without.office]?.id];
    return nameEvents(events.filter((event) => !actors.includes(event.actor)));
  };
  const events = told(plain, also);
  const others = told(more, extra);
  const first = events.findIndex((event, n) => JSON.stringify(event) !== JSON.stringify(others[n]));
  expect(others[first]).toEqual(events[first]);
  expect(others.length).toBe(events.length);
  const without = worldWithout(more.world, more.model, extra);
  expect(without).toEqual(worldWithout(plain.world, plain.model, also));
}

const PLACES: readonly [string, SmallPlace][] = [
  ['in a far corner of the map', FAR_CORNER],
  ['at a node behind it', 'su-rear'],
];
const ENDS = ['front', 'middle', 'end'] as const;
const SEEDS = [11, 12];

describe.each(PLACES)('an idle unit %s', (_where, at) => {
  test.each(ENDS)('put in at the %s of the list changes nothing else', (where) => {
    const withDepot = (parts: DisputeParts): void => {
      insert(parts.offices, DEPOT, where);
    };
    const plain = disputeModel(6, withDepot);
    const more = disputeModel(6, (parts) => {
      withDepot(parts);
      insert(parts.units, cook(at), where);
    });
    const unit = more.units.id.indexOf('su.depot.cooks');
    const office = more.offices.findIndex(({ id }) => id === DEPOT.id);
    for (const seed of SEEDS) {
      const before = played(plain, seed);
      const after = played(more, seed);
      expect(before.events.length).toBeGreaterThan(300);
      // What its own office makes of it is nobody else's affair, and the ground it stands on is its own.
      forgetHolder(after, at);
      forgetHolder(before, at);
      expectSameBut(before, after, { unit, office }, { unit: -1, office });
    }
  });
});

function forgetHolder(run: KeptRun, at: SmallPlace): void {
  if (typeof at !== 'string') run.world.ground.holder[at[1] * run.model.grid.columns + at[0]] = -1;
}

describe('an office that nobody hears of', () => {
  test.each(ENDS)('put in at the %s of the list changes nothing else', (where) => {
    const plain = disputeModel(6);
    const more = disputeModel(6, ({ offices }) => {
      insert(offices, DEPOT, where);
    });
    const office = more.offices.findIndex(({ id }) => id === DEPOT.id);
    for (const seed of SEEDS) {
      expectSameBut(played(plain, seed), played(more, seed), { unit: -1, office });
    }
  });
});

test('a difference would be found', () => {
  const plain = played(disputeModel(3), 11);
  const other = played(disputeModel(3), 12);
  expect(() => {
    expectSameBut(plain, other, { unit: -1, office: -1 });
  }).toThrow();
});
