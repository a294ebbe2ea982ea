import { describe, expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { paperOf } from '../../test/support/paper.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { TRAITS, viewFor, type Message, type Run, type Trait, type View } from '../engine/index.ts';
import { faultsOf } from './faults.ts';
import { optionsFor } from './options.ts';
import { beginThought, concernAt } from './situation.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const AREA = model.areas.findIndex(({ id }) => id === 'zaozyornaya');
const [FRONT, DEFENCE] = [officeOf('su.front'), officeOf('su.nko')];

function message(kind: 'finding' | 'admission', from: number, to: number): Message {
  return paperOf({ id: 7, kind, from, to, dueTick: 200, act: 'inquire', area: AREA });
}

/** How often of a hundred runs an office tells, or rebukes, with these traits and this commitment of its side. */
function times(
  kind: 'finding' | 'admission',
  traits: Partial<Record<Trait, number>>,
  commitment = 0,
): number {
  const [from, to] = kind === 'finding' ? [FRONT, FRONT] : [FRONT, DEFENCE];
  let count = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const run = keptRun(model, seed);
    run.world.tick = 200;
    TRAITS.forEach((trait, index) => {
      const value = traits[trait];
      if (value !== undefined) run.world.offices.traits[to * TRAITS.length + index] = value;
    });
    run.world.talks.commitment[0] = commitment;
    run.world.offices.inbox[to]!.push(message(kind, from, to));
    const view = viewFor(run, to);
    beginThought(view);
    const [order, ...more] = faultsOf(view);
    expect(more).toEqual([]);
    if (order?.kind === 'admit' && order.admits && order.finding === 7) count++;
    if (order?.kind === 'rebuke' && order.rebukes && order.paper === 7) count++;
  }
  return count;
}

describe('a fault that was found', () => {
  const brave = { honour: 0.8, caution: 0.7, fear: 0.2, competence: 0.6 };
  const afraid = { honour: 0.4, caution: 0.4, fear: 0.9, competence: 0.6 };
  test('the honourable admit it, the fearful keep it', () => {
    expect(times('finding', brave)).toBeGreaterThan(90);
    expect(times('finding', afraid)).toBeLessThan(30);
  });
  test('it is kept the more, the more the government has said aloud', () => {
    expect(times('finding', { ...brave, fear: 0.5 }, 1)).toBeLessThan(
      times('finding', { ...brave, fear: 0.5 }, 0) - 10,
    );
  });
});

describe('a fault that was told', () => {
  const man = { honour: 0.6, fear: 0.4, competence: 0.6 };
  test('a committed capital rebukes, one that has said nothing lets it be', () => {
    expect(times('admission', man, 1)).toBeGreaterThan(90);
    expect(times('admission', man, 0)).toBeLessThan(15);
  });
  test('the fearful rebuke more, as they would answer for letting it pass', () => {
    expect(times('admission', { ...man, fear: 0.9 }, 0.4)).toBeGreaterThan(
      times('admission', { ...man, fear: 0 }, 0.4) + 20,
    );
  });
});

/** The Front, which believes own men on the height and does not know what to make of the other side. */
function doubting(
  id: string,
  change: (run: Run, office: number, cell: number) => void = () => {},
): View {
  const run = keptRun(model, 1);
  const office = officeOf(id);
  const { offices } = run.world;
  const cell = office * model.areas.length + AREA;
  run.world.tick = 20 * 96;
  offices.own[cell] = 30;
  offices.holder[cell] = 0;
  offices.enemy[cell * 4] = 20;
  offices.enemyTick[cell] = run.world.tick - 4;
  offices.activity[cell] = 1;
  offices.intent[office] = 2;
  offices.intentTick[office] = run.world.tick;
  change(run, office, cell);
  const view = viewFor(run, office);
  beginThought(view);
  return view;
}

describe('officers are sent to look', () => {
  const offered = (id: string, change?: Parameters<typeof doubting>[1]): boolean => {
    const view = doubting(id, change);
    return optionsFor(view, concernAt(view, AREA)).list.some(({ act }) => act === 'inquire');
  };
  test('where men stand on disputed ground and intent is in doubt', () => {
    expect(offered('su.front')).toBe(true);
    expect(offered('jp.ags')).toBe(true);
    expect(offered('su.1army')).toBe(false);
  });
  test.each<[string, Parameters<typeof doubting>[1]]>([
    ['intent is clear', ({ world }, office) => void (world.offices.intent[office] = 5)],
    ['an attack goes on', ({ world }, _office, cell) => void (world.offices.activity[cell] = 5)],
    [
      'the place has been lost',
      ({ world }, _office, cell) => void (world.offices.lostTick[cell] = world.tick - 96),
    ],
    [
      'nothing is on it',
      ({ world }, _office, cell) => {
        world.offices.own[cell] = world.offices.enemy[cell * 4] = 0;
        world.offices.holder[cell] = -1;
        world.offices.enemyTick[cell] = world.tick - 2 * 96;
      },
    ],
    [
      'others of its officers are out',
      ({ world }, office) => {
        const { tick } = world;
        world.offices.deeds[office]!.push({
          act: 'inquire',
          area: AREA + 1,
          tick: tick - 96,
          dueTick: tick - 96,
          men: 1,
          unbidden: false,
        });
      },
    ],
  ])('not where %s', (_why, change) => {
    expect(offered('su.front', change)).toBe(false);
  });
  test('where only the enemy is in question, when there is no report of the last day', () => {
    const theirs = (hours: number) => {
      return ({ world }: Run, _office: number, cell: number): void => {
        world.offices.own[cell] = 0;
        world.offices.holder[cell] = 1;
        world.offices.enemy[cell * 4] = 100;
        world.offices.enemyTick[cell] = world.tick - 4 * hours;
      };
    };
    expect(offered('su.front', theirs(23))).toBe(false);
    expect(offered('su.front', theirs(24))).toBe(true);
  });
  test('not where it has men of its own who see the place', () => {
    const far = (hexes: number) => {
      return ({ world }: Run, office: number): void => {
        const [unit] = model.offices[office]!.units;
        world.units.location[unit!] = model.areas[AREA]!.hex + hexes;
      };
    };
    expect(offered('su.frinovsky', far(0))).toBe(false);
    expect(offered('su.frinovsky', far(3))).toBe(false);
    expect(offered('su.frinovsky', far(4))).toBe(true);
  });
});
