import { describe, expect, test } from 'vitest';
import {
  TEST_PURGE,
  at,
  smallModel,
  smallRun,
  type SmallPosition,
  type SmallRun,
} from '../../../test/support/small-model.ts';
import { viewText } from '../../../test/support/compare.ts';
import type { ActOrder, Order } from '../orders.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_DAY } from '../time.ts';
import { TRAITS, codeOf } from '../vocabulary.ts';
import { viewFor } from '../view.ts';
import { execute } from './execute.ts';
import { nextMailTick } from './mailbag.ts';
import { deliverMail } from './mailroom.ts';
import { intentAt } from './picture.ts';
import { purgeDay } from './purge.ts';

const [CAPITAL, ARMY, POST, ENEMY] = [0, 1, 2, 3] as const;
const CELLS = 1;

/** A chain of three, an enemy, and the height on the line that side 0 claims: west of it is the other side's. */
const POSITION: SmallPosition = {
  days: 60,
  offices: [
    { id: 'su.capital', side: 0, echelon: 'capital' },
    { id: 'su.army', side: 0, echelon: 'army', superior: 'su.capital' },
    { id: 'su.post', side: 0, echelon: 'post', superior: 'su.army' },
    { id: 'jp.army', side: 1, echelon: 'army' },
  ],
  units: [{ id: 'su.guard', side: 0, at: [11, 6], office: 'su.post', men: 30 }],
};

const ORDER: ActOrder = {
  kind: 'act',
  office: ARMY,
  act: 'inquire',
  area: 0,
  men: 1,
  hHourTick: -1,
  authority: 'own',
  plan: '',
};

function inquiry(position: SmallPosition = POSITION, seed = 1): SmallRun {
  const run = smallRun(position, seed);
  execute(run, ORDER);
  return run;
}

/** Lets the clock come to the next message and has it read. */
function readNext(run: SmallRun): SmallRun {
  run.world.tick = nextMailTick(run);
  deliverMail(run);
  return run;
}

const of = (run: SmallRun, kind: string) => run.events.filter((event) => event.kind === kind);
const faultIn = (run: SmallRun): unknown => of(run, 'inquiry-found')[0]!.data['fault'];
const shown = (run: SmallRun, office: number): string => viewText(viewFor(run, office));
const fearOf = ({ world }: SmallRun, office: number): number =>
  world.offices.traits[office * TRAITS.length + codeOf(TRAITS, 'fear')]!;

/** Moves the guard, and has officers look. */
function foundWith(place: readonly [number, number], seed = 1, change = (_run: SmallRun) => {}) {
  const run = inquiry(POSITION, seed);
  run.world.units.location[0] = at(run.model, ...place);
  change(run);
  return readNext(run);
}

describe('what officers find', () => {
  test('is the truth of the place in the hour in which they report', () => {
    const run = inquiry({
      ...POSITION,
      units: [
        { id: 'jp.company', side: 1, at: [0, 0], office: 'jp.army', men: 150, guns: 2 },
        { id: 'jp.tanks', side: 1, at: [0, 1], office: 'jp.army', men: 40, tanks: 5, kind: 'tank' },
      ],
    });
    const { world, model } = run;
    const hex = at(model, 6, 6);
    world.units.location.fill(hex);
    world.ground.trench[model.grid.count + hex] = 0.5;
    world.ground.holder[hex] = 1;
    readNext(run);
    expect(Array.from(world.offices.enemy.slice(ARMY * 4, ARMY * 4 + 4))).toEqual([190, 2, 5, 0.5]);
    expect(world.offices.holder[ARMY * CELLS]).toBe(1);
    expect(world.offices.enemyTick[ARMY * CELLS]).toBe(world.tick);
    // And nobody else knows of it.
    for (const other of [CAPITAL, POST]) {
      expect(world.offices.enemyTick[other * CELLS]).toBe(-1);
      expect(world.offices.holder[other * CELLS]).toBe(-1);
    }
  });

  test('takes about a day, and is not lost', () => {
    const hours = Array.from({ length: 40 }, (_, seed) => {
      const run = smallRun(POSITION, seed + 1);
      run.world.params[P['message.lossChance']] = 1;
      execute(run, ORDER);
      return nextMailTick(run) / 4;
    }).sort((a, b) => a - b);
    expect(hours[20]).toBeGreaterThan(17);
    expect(hours[20]).toBeLessThan(34);
    expect(hours[39]).toBeLessThan(Infinity);
  });

  test('a fault for certain where men or works are beyond the line', () => {
    for (let seed = 1; seed <= 20; seed++) expect(faultIn(foundWith([5, 6], seed))).toBe(true);
    const dug = foundWith([11, 6], 1, ({ world, model }) => {
      world.ground.trench[at(model, 5, 6)] = 0.1;
    });
    expect(faultIn(dug)).toBe(true);
  });

  test('a fault by chance where they are on the place, and the line runs beside it', () => {
    const seeds = Array.from({ length: 100 }, (_, seed) => seed + 1);
    const found = seeds.filter((seed) => faultIn(foundWith([6, 6], seed)) === true).length;
    expect(found).toBeGreaterThan(25);
    expect(found).toBeLessThan(55);
  });

  test('no fault behind it, nor with nobody there', () => {
    const inland: SmallPosition = {
      ...POSITION,
      owner: (side, column) => (column >= 4 ? 0 : side),
    };
    for (let seed = 1; seed <= 30; seed++) {
      expect(faultIn(foundWith([8, 6], seed))).toBe(false);
      const run = inquiry(inland, seed);
      run.world.units.location[0] = at(run.model, 6, 6);
      expect(faultIn(readNext(run))).toBe(false);
    }
  });

  test('a fault makes the author think less ill of the other side, and lies on his desk', () => {
    const [fault, none] = [foundWith([5, 6]), foundWith([11, 6])];
    const change = (run: SmallRun): number =>
      intentAt(run.world, ARMY, run.world.tick) - intentAt(run.world, CAPITAL, run.world.tick);
    expect(change(fault)).toBeCloseTo(-fault.world.params[P['inquiry.weight']]!, 6);
    expect(change(none)).toBe(0);
    expect(fault.world.offices.inbox[ARMY]!.map(({ kind }) => kind)).toEqual(['finding']);
    expect(none.world.offices.inbox[ARMY]).toEqual([]);
  });
});

/** The author has said it, and his superior has read it. */
function admitted(commitment = 0): SmallRun {
  const run = foundWith([5, 6]);
  run.world.talks.commitment[0] = commitment;
  const [finding] = run.world.offices.inbox[ARMY]!;
  execute(run, { kind: 'admit', office: ARMY, finding: finding!.id, admits: true });
  run.world.offices.intent[CAPITAL] = 3;
  run.world.offices.intentTick[CAPITAL] = run.world.tick;
  return readNext(run);
}

function rebuked(run: SmallRun, rebukes = true): SmallRun {
  const [admission] = run.world.offices.inbox[CAPITAL]!;
  execute(run, { kind: 'rebuke', office: CAPITAL, paper: admission!.id, rebukes });
  return run;
}

describe('what comes of it', () => {
  test('an admission moves the superior part of the way, a committed one none', () => {
    const moved = (run: SmallRun): number => intentAt(run.world, CAPITAL, run.world.tick);
    const [open, half, deaf] = [admitted(0), admitted(0.5), admitted(1)].map(moved);
    expect(open).toBeLessThan(half! - 0.3);
    expect(half).toBeLessThan(deaf! - 0.3);
    const run = admitted(1);
    const untouched = intentAt(run.world, CAPITAL, run.world.tick);
    expect(deaf).toBe(untouched);
    expect(of(run, 'fault-admitted').map(({ actor, data }) => [actor, data['to']])).toEqual([
      ['su.army', 'su.capital'],
    ]);
  });

  test('what is kept is off the desk, and nobody hears of it', () => {
    const run = foundWith([5, 6]);
    const [finding] = run.world.offices.inbox[ARMY]!;
    execute(run, { kind: 'admit', office: ARMY, finding: finding!.id, admits: false });
    expect(run.world.offices.inbox[ARMY]).toEqual([]);
    expect(of(run, 'fault-admitted')).toEqual([]);
    expect(run.world.mail).toEqual([]);
  });

  test('a rebuke that is read raises the fear of the one who told, and of nobody else', () => {
    const run = rebuked(admitted());
    const before = [CAPITAL, ARMY, POST, ENEMY].map((office) => fearOf(run, office));
    expect(of(run, 'admission-rebuked')).toHaveLength(1);
    readNext(run);
    const after = [CAPITAL, ARMY, POST, ENEMY].map((office) => fearOf(run, office));
    expect(after.map((fear, office) => fear - before[office]!)).toEqual([
      0,
      expect.closeTo(run.world.params[P['inquiry.rebuke']]!, 9),
      0,
      0,
    ]);
    run.world.offices.ownTraits[ARMY * TRAITS.length + codeOf(TRAITS, 'fear')] = 0.95;
    const twice = rebuked(readNextAdmission(run));
    readNext(twice);
    expect(fearOf(twice, ARMY)).toBe(1);
  });

  test('a superior who lets it be says nothing', () => {
    const run = rebuked(admitted(), false);
    expect(run.world.offices.inbox[CAPITAL]).toEqual([]);
    expect(of(run, 'admission-rebuked')).toEqual([]);
    expect(run.world.mail).toEqual([]);
  });

  test('where heads are removed, a rebuke is a reason for a week', () => {
    const purge = {
      ...TEST_PURGE,
      yearShare: 0,
      blamePerDay: 1,
      pools: [ARMY, POST].map((office) => ({ office, posts: 9, filled: 9, headKept: false })),
    };
    const model = smallModel({ ...POSITION, purges: [purge] });
    const removed = (daysAgo: number): unknown[] => {
      const run = smallRun({}, 1, model);
      run.world.tick = 20 * TICKS_PER_DAY;
      run.world.offices.rebukedTick[ARMY] = run.world.tick - daysAgo * TICKS_PER_DAY;
      purgeDay(run);
      // It goes with the man.
      expect(run.world.offices.rebukedTick[ARMY] < 0).toBe(of(run, 'person-removed').length > 0);
      return of(run, 'person-removed').map(({ actor, data }) => [actor, data['reason']]);
    };
    expect(removed(1)).toEqual([['su.army', 'rebuked']]);
    expect(removed(8)).toEqual([]);
  });

  test('nobody hears of any of it before a message has reached him', () => {
    const others = (run: SmallRun, but: readonly number[]): string[] =>
      [CAPITAL, ARMY, POST, ENEMY]
        .filter((office) => !but.includes(office))
        .map((office) => shown(run, office));
    const quiet = smallRun(POSITION);
    const run = inquiry();
    // The officers are on their way; then they are back, then the author has said it.
    expect(others(run, [ARMY])).toEqual(others(quiet, [ARMY]));
    run.world.units.location[0] = quiet.world.units.location[0] = at(run.model, 5, 6);
    readNext(run);
    quiet.world.tick = run.world.tick;
    expect(others(run, [ARMY])).toEqual(others(quiet, [ARMY]));
    const [finding] = run.world.offices.inbox[ARMY]!;
    execute(run, { kind: 'admit', office: ARMY, finding: finding!.id, admits: true });
    expect(others(run, [ARMY])).toEqual(others(quiet, [ARMY]));
    readNext(run);
    quiet.world.tick = run.world.tick;
    expect(others(run, [ARMY, CAPITAL])).toEqual(others(quiet, [ARMY, CAPITAL]));
    const author = shown(run, ARMY);
    rebuked(run);
    expect(shown(run, ARMY)).toBe(author);
    readNext(run);
    expect(shown(run, ARMY)).not.toBe(author);
  });

  test('an office cannot tell what it has not found, nor a capital a superior that it has not', () => {
    const refused = (run: SmallRun, order: Order): unknown => {
      execute(run, order);
      return of(run, 'order-refused').at(-1)?.data['reason'];
    };
    const run = admitted();
    const told: Order = { kind: 'admit', office: ARMY, finding: 0, admits: true };
    expect(refused(run, told)).toBe('no-such-finding');
    expect(refused(run, { ...told, office: CAPITAL })).toBe('no-superior');
    const rebuke: Order = { kind: 'rebuke', office: CAPITAL, paper: 99, rebukes: true };
    expect(refused(run, rebuke)).toBe('no-such-paper');
  });
});

/** The author finds and tells once more, and his superior reads it. */
function readNextAdmission(run: SmallRun): SmallRun {
  execute(run, ORDER);
  readNext(run);
  const finding = run.world.offices.inbox[ARMY]!.at(-1)!;
  execute(run, { kind: 'admit', office: ARMY, finding: finding.id, admits: true });
  return readNext(run);
}
