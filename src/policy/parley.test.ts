import { describe, expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { paperOf } from '../../test/support/paper.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { TRAITS, viewFor, type Order, type Run, type Trait } from '../engine/index.ts';
import { decide } from './decide.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const AREA = model.areas.findIndex((area) => area.id === 'zaozyornaya');
const RIFLES = officeOf('su.118rr');
const ENEMY = officeOf('jp.75ir');
const TICK = 42 * 96 + 40;
/** Draws over which a tendency shows. */
const SEEDS = 40;

type Change = (run: Run, cell: number) => void;

/** The regiment lies on the height, with as many of the enemy, and knows of a truce for some hours. */
function lying(seed: number, hours: number | null, change: Change = () => {}): Run {
  const run = keptRun(model, seed, 'free');
  const { offices, units } = run.world;
  run.world.tick = TICK;
  const cell = RIFLES * model.areas.length + AREA;
  offices.enemy[cell * 4] = 500;
  offices.enemyTick[cell] = TICK - 2;
  offices.own[cell] = 600;
  for (const unit of model.offices[RIFLES]!.units) units.location[unit] = model.areas[AREA]!.hex;
  if (hours !== null) offices.truceTold[RIFLES] = TICK - 4 * hours;
  change(run, cell);
  return run;
}

const temper =
  (trait: Trait, value: number): Change =>
  (run) => {
    run.world.offices.traits[RIFLES * TRAITS.length + TRAITS.indexOf(trait)] = value;
  };

const said = (run: Run): readonly Order[] => decide(viewFor(run, RIFLES));
const offers = (run: Run): boolean => said(run).some(({ kind }) => kind === 'parley');
const times = (happens: (seed: number) => boolean): number =>
  Array.from({ length: SEEDS }, (_, seed) => seed + 1).filter(happens).length;
const offered = (hours: number | null, change?: Change): number =>
  times((seed) => offers(lying(seed, hours, change)));

describe('an officer is sent across', () => {
  test('some hours after fire has ceased, by most', () => {
    expect(offered(6)).toBeGreaterThan(SEEDS / 2);
  });
  test.each<[string, number | null, Change?]>([
    ['before there is a truce', null],
    ['before its hour', -2],
    ['in its first hours', 1],
    ['where nobody lies across', 6, (run, cell) => (run.world.offices.enemy[cell * 4] = 0)],
    ['where they have met', 6, (run, cell) => (run.world.offices.surveyTick[cell] = TICK - 20)],
    [
      'where one was sent lately',
      6,
      (run, cell) => (run.world.offices.parleyTick[cell] = TICK - 96),
    ],
    [
      'from where the office has nobody',
      6,
      (run) => {
        for (const unit of model.offices[RIFLES]!.units) run.world.units.location[unit] = 0;
      },
    ],
  ])('never %s', (_, hours, change) => {
    expect(offered(hours, change)).toBe(0);
  });
  test('again after two days', () => {
    const before: Change = (run, cell) => (run.world.offices.parleyTick[cell] = TICK - 2 * 96);
    expect(offered(6, before)).toBe(offered(6));
  });
  test('the less the more he who sends him fears, the more the more cautious he is', () => {
    expect(offered(6, temper('fear', 1))).toBeLessThan(offered(6, temper('fear', 0)));
    expect(offered(6, temper('caution', 0))).toBeLessThan(offered(6, temper('caution', 1)));
  });
});

/** How often the regiment meets an officer who has come to it. */
function met(hours: number | null): number {
  return times((seed) => {
    const run = lying(seed, hours);
    const offer = { id: 7000 + seed, kind: 'parley', from: ENEMY, to: RIFLES } as const;
    run.world.offices.inbox[RIFLES]!.push(paperOf({ ...offer, dueTick: TICK, area: AREA }));
    const answers = said(run).flatMap((order) => (order.kind === 'answer' ? [order.answer] : []));
    expect(answers).toHaveLength(1);
    return answers[0] === 'accept';
  });
}

test('he is met by most who know of the truce, and sent back by most who do not', () => {
  expect(met(6)).toBeGreaterThan(SEEDS / 2);
  expect(met(null)).toBeLessThan(SEEDS / 4);
  expect(met(null)).toBeLessThan(met(6));
});
