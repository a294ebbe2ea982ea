import { describe, expect, test } from 'vitest';
import {
  TEST_PURGE,
  smallModel,
  smallRun,
  type SmallRun,
} from '../../../test/support/small-model.ts';
import type { Model } from '../model.ts';
import type { PurgeInfo } from '../office-model.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_DAY } from '../time.ts';
import { TRAITS, codeOf, type Trait } from '../vocabulary.ts';
import { makeWorld } from '../world/create.ts';
import { purgeDay } from './purge.ts';

const OFFICES = [
  { id: 'army', side: 0, echelon: 'army' },
  { id: 'left', side: 0, superior: 'army' },
  { id: 'right', side: 0, superior: 'army' },
  { id: 'below', side: 0, superior: 'left', echelon: 'regiment' },
  { id: 'apart', side: 0, echelon: 'army' },
  { id: 'other', side: 1 },
] as const;
const [ARMY, LEFT, RIGHT, BELOW, APART, OTHER] = [0, 1, 2, 3, 4, 5] as const;

const PURGE: PurgeInfo = {
  ...TEST_PURGE,
  pools: [ARMY, LEFT, RIGHT, BELOW, APART].map((office) => ({
    office,
    posts: 40,
    filled: 34,
    headKept: office === ARMY,
  })),
};

function modelWith(part: Partial<PurgeInfo> = {}): Model {
  return smallModel({ offices: OFFICES, days: 60, purges: [{ ...PURGE, ...part }] });
}

/** Plays days of the purge alone, without anybody deciding anything. */
function play(
  model: Model,
  seed: number,
  days: number,
  before?: (run: SmallRun) => void,
): SmallRun {
  const run = smallRun({}, seed, model);
  for (let day = 1; day <= days; day++) {
    run.world.tick = day * TICKS_PER_DAY;
    before?.(run);
    purgeDay(run);
  }
  return run;
}

const idOf = (office: number): string => OFFICES[office]!.id;
const kinds = (run: SmallRun): string[] => run.events.map(({ kind }) => kind);
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const shown = ({ world }: SmallRun, office: number, trait: Trait): number =>
  world.offices.traits[office * TRAITS.length + codeOf(TRAITS, trait)]!;
const removals = (run: SmallRun): number =>
  run.events.reduce(
    (total, { kind, data }) =>
      total +
      (kind === 'person-removed' ? 1 : kind === 'staff-removed' ? Number(data['count']) : 0),
    0,
  );

describe('posts', () => {
  test.each([1, 2, 3, 4, 5, 6])('add up every day, and the kept stay (seed %i)', (seed) => {
    const filled = new Map<string, number>(PURGE.pools.map(({ office }) => [idOf(office), 34]));
    let told = 0;
    const run = play(modelWith(), seed, 60, ({ events, world }) => {
      for (; told < events.length; told++) {
        const { kind, actor, data } = events[told]!;
        const count = Number(data['count'] ?? 1);
        const sign = kind === 'staff-removed' || kind === 'person-removed' ? -1 : 1;
        filled.set(actor, filled.get(actor)! + sign * count);
        expect(data['filled']).toBe(filled.get(actor));
      }
      for (const { office, posts } of PURGE.pools) {
        expect(world.offices.staffFilled[office]).toBe(filled.get(idOf(office)));
        expect(world.offices.staffFilled[office]).toBeLessThanOrEqual(posts);
        expect(world.offices.staffFilled[office]).toBeGreaterThanOrEqual(0);
        expect(world.offices.staffGreen[office]).toBeGreaterThanOrEqual(0);
        expect(world.offices.staffGreen[office]).toBeLessThanOrEqual(
          world.offices.staffFilled[office]!,
        );
      }
    });
    expect(kinds(run)).toContain('staff-removed');
    expect(kinds(run)).toContain('staff-replaced');
    const heads = run.events.filter(({ kind }) => kind === 'person-removed');
    expect(heads.filter(({ actor }) => actor === 'army')).toEqual([]);
    expect(run.world.offices.person[ARMY]).toBe('army');
    expect(run.world.offices.staffFilled[OTHER]).toBe(0);
  });

  test('come to an end when everybody is gone', () => {
    const run = play(modelWith({ waveFactor: 5000, replaceDays: 1e9 }), 1, 31);
    expect(sum(run.world.offices.staffFilled)).toBeLessThan(10);
    expect(shown(run, ARMY, 'competence')).toBeLessThan(0.2);
  });
});

test('the wave is as strong as it is said to be, and no longer', () => {
  const each = (factor: number): number =>
    [1, 2, 3, 4, 5, 6, 7, 8].reduce(
      (total, seed) => total + removals(play(modelWith({ waveFactor: factor }), seed, 31)),
      0,
    );
  // 5 pools of 39 posts and 4 heads, 8 runs, a fifth to a quarter of them in a month.
  expect(each(53)).toBeGreaterThan(8 * 5 * 39 * 0.15);
  expect(each(53)).toBeLessThan(8 * 5 * 40 * 0.27);
  expect(each(1)).toBeLessThan(8 * 5 * 40 * 0.012);
  const long = play(modelWith(), 3, 31);
  const longer = play(modelWith(), 3, 60);
  expect(removals(longer) - removals(long)).toBeLessThan(6);
});

test('what happens to one office leaves the luck of the others alone', () => {
  const alone = modelWith({ pools: PURGE.pools.filter(({ office }) => office === APART) });
  const tale = (model: Model): unknown =>
    play(model, 7, 31)
      .events.filter(({ actor }) => actor === 'apart')
      .map(({ tick, data }) => [tick, data]);
  expect(tale(alone)).toEqual(tale(modelWith()));
});

describe('when a head is removed', () => {
  /** Ground is lost on the first day, so that a head goes at once. */
  const blamed = modelWith({ yearShare: 0, blamePerDay: 1, blameDays: 1 });
  const run = play(blamed, 2, 1, ({ world }) => {
    world.offices.lostTick[LEFT] = world.tick;
  });
  const first = makeWorld(blamed, { seed: 2, from: 'free' });
  const before = (office: number, trait: Trait): number =>
    first.offices.traits[office * TRAITS.length + codeOf(TRAITS, trait)]!;

  test('the event tells whose and why, and nobody else goes', () => {
    expect(
      run.events
        .filter(({ kind }) => kind.startsWith('person-'))
        .map(({ kind, actor, data }) => [kind, actor, data['person'], data['reason']]),
    ).toEqual([['person-removed', 'left', 'left', 'lost-ground']]);
    expect(run.world.offices.person[LEFT]).toBe('Deputy');
    // One post fewer, and as many again as were filled that day.
    const filled = run.events.filter(
      ({ kind, actor }) => kind === 'staff-replaced' && actor === 'left',
    );
    expect(run.world.offices.staffFilled[LEFT]).toBe(33 + filled.length);
  });

  test('neighbours, subordinates and his own office fear more, others do not', () => {
    for (const office of [RIGHT, BELOW]) {
      expect(shown(run, office, 'fear')).toBeGreaterThan(before(office, 'fear') + 0.05);
    }
    for (const office of [ARMY, APART, OTHER]) {
      expect(shown(run, office, 'fear')).toBe(before(office, 'fear'));
    }
    expect(run.world.offices.dread[LEFT]).toBeCloseTo(0.15, 6);
  });

  test('a deputy leads, then a successor takes over, who learns for a while', () => {
    const later = play(blamed, 2, 50, ({ world }) => {
      if (world.tick === TICKS_PER_DAY) world.offices.lostTick[LEFT] = world.tick;
    });
    const told = later.events.filter(({ actor }) => actor === 'left');
    expect(told.map(({ kind }) => kind)).toContain('person-appointed');
    const arrival = told.find(({ kind }) => kind === 'person-appointed')!.tick;
    expect(arrival).toBeGreaterThan(TICKS_PER_DAY);
    expect(later.world.offices.person[LEFT]).toBe('Successor');
    expect(later.world.offices.sinceTick[LEFT]).toBe(arrival);
    const untilArrival = play(blamed, 2, arrival / TICKS_PER_DAY, ({ world }) => {
      if (world.tick === TICKS_PER_DAY) world.offices.lostTick[LEFT] = world.tick;
    });
    expect(shown(untilArrival, LEFT, 'competence')).toBeLessThan(shown(later, LEFT, 'competence'));
    // Fear fades to a third in two months.
    expect(later.world.offices.dread[LEFT]).toBeLessThan(0.15);
    expect(later.world.offices.dread[LEFT]).toBeGreaterThan(0.05);
  });
});

describe('taking the purge away', () => {
  const model = modelWith();
  const played = (share: number, inForce: number): SmallRun => {
    const run = play(model, 4, 1);
    const params: [number, number][] = [
      [P['purge.share'], share],
      [P['purge.fear'], inForce],
      [P['purge.inexperience'], inForce],
    ];
    const world = makeWorld(model, { seed: 4, from: 'free', params });
    const events = run.events;
    events.length = 0;
    const taken: SmallRun = { ...run, world, events };
    for (let day = 1; day <= 31; day++) {
      world.tick = day * TICKS_PER_DAY;
      purgeDay(taken);
    }
    return taken;
  };

  test('changes nothing where all of the shortfall is old weakness', () => {
    const { params: _a, ...as } = played(0, 1).world;
    const { params: _b, ...without } = played(0, 0).world;
    expect(without).toEqual(as);
  });

  test.each([0.5, 1])('lifts skill and calms fear where %d of it is the purge', (share) => {
    const as = played(share, 1);
    const without = played(share, 0);
    for (const { office } of PURGE.pools) {
      expect(shown(without, office, 'competence')).toBeGreaterThan(shown(as, office, 'competence'));
      expect(shown(without, office, 'fear')).toBeLessThan(shown(as, office, 'fear'));
      expect(without.world.offices.sinceTick[office]).toBeLessThan(
        as.world.offices.sinceTick[office]!,
      );
    }
    // Who is removed is the same: taking away what the purge does to people is not taking it away.
    expect(without.world.offices.staffFilled).toEqual(as.world.offices.staffFilled);
  });
});
