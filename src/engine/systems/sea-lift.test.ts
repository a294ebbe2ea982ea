import { expect, test } from 'vitest';
import { smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { act } from './acts.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import { keptRun } from '../../../test/support/border-dispute.ts';
import { groundCoefficients } from '../rules/coefficients.ts';
import { MOVE_CLASSES, codeOf } from '../vocabulary.ts';
import type { LinkInfo } from '../model.ts';
import { assignTask } from './tasking.ts';
import { groundTick } from './ground.ts';
import { NO_WAY, barsOf, linkBetween, nextOnWay } from './paths.ts';

const nodes = [
  { id: 'port', name: 'Port', gateHex: -1, longitude: 132, latitude: 43 },
  { id: 'landing', name: 'Landing', gateHex: 11, longitude: 131, latitude: 42 },
];
const FLEET = 1;

/** One company of each side in a port from which ships of the fleet of side 0 lead on, and what else is given. */
function port(more: readonly LinkInfo[] = []): SmallRun {
  return smallRun({
    nodes,
    links: [
      { from: 0, to: 1, kind: 'sea', lengthKm: 100, capacityMenPerDay: 3000, carrier: FLEET },
      ...more,
    ],
    offices: [
      { id: 'su.1army', side: 0 },
      { id: 'su.fleet', side: 0 },
      { id: 'jp.19d', side: 1 },
    ],
    units: [
      { id: 'su.a', side: 0, at: 'port' },
      { id: 'jp.a', side: 1, at: 'port' },
    ],
  });
}

function alarm(run: SmallRun, office: number): void {
  act(run, {
    kind: 'act',
    office,
    act: 'alert',
    area: 0,
    men: 1,
    hHourTick: -1,
    authority: 'own',
    plan: '',
  });
}

test('ships carry from some hours after the alert of their fleet, and only their own side', () => {
  const run = port();
  const landing = run.model.grid.count + 1;
  expect(nextOnWay(run, 0, landing)).toBe(NO_WAY);
  alarm(run, FLEET);
  const called = run.events.find(({ kind }) => kind === 'ships-called')!;
  expect(called.actor).toBe('su.fleet');
  const hour = Number(called.data['hour']);
  expect(hour).toBe(run.world.tick + run.world.params[P['move.shipHours']]! * TICKS_PER_HOUR);
  run.world.tick = hour - 1;
  expect(nextOnWay(run, 0, landing)).toBe(NO_WAY);
  run.world.tick = hour;
  expect(nextOnWay(run, 0, landing)).toBe(landing);
  expect(nextOnWay(run, 1, landing)).toBe(NO_WAY);
});

test('the alert of an army calls no ships, and a second one of the fleet none again', () => {
  const run = port();
  alarm(run, 0);
  expect(run.events.map(({ kind }) => kind)).not.toContain('ships-called');
  alarm(run, FLEET);
  const ready = run.world.offices.shipsTick[FLEET];
  run.world.tick += 400;
  alarm(run, FLEET);
  expect(run.world.offices.shipsTick[FLEET]).toBe(ready);
});

test('between two places the road is taken until ships carry', () => {
  const road = { from: 0, to: 1, kind: 'road', lengthKm: 200, capacityMenPerDay: 3000 } as const;
  const run = port([{ ...road, carrier: -1 }]);
  const c = groundCoefficients(run.world.params);
  const foot = codeOf(MOVE_CLASSES, 'foot');
  const link = (): number => linkBetween(run.model, 0, 1, foot, barsOf(run, 0), c);
  expect(link()).toBe(1);
  run.world.offices.shipsTick[FLEET] = run.world.tick;
  expect(link()).toBe(0);
});

test('a march is as long as the way that is open', () => {
  const road = { from: 0, to: 1, kind: 'road', lengthKm: 200, capacityMenPerDay: 3000 } as const;
  const arrival = (shipsTick: number): number => {
    const run = port([{ ...road, carrier: -1 }]);
    run.world.offices.shipsTick[FLEET] = shipsTick;
    assignTask(run, 0, 'march', run.model.grid.count + 1, 0, 'return-fire', '');
    groundTick(run, 0);
    return run.world.units.arriveTick[0]!;
  };
  expect(arrival(0)).toBeLessThan(24 * TICKS_PER_HOUR);
  expect(arrival(-1)).toBeGreaterThan(4 * 24 * TICKS_PER_HOUR);
});

test('the fleet of the record carries from 2 August on, by the alert of 31 July', () => {
  const model = realModel();
  const fleet = model.offices.findIndex(({ id }) => id === 'su.fleet');
  const ships = (from: string): number => keptRun(model, 1, from).world.offices.shipsTick[fleet]!;
  expect(ships('free')).toBe(-1);
  expect(ships('a1')).toBe(-1);
  expect(ships('a2')).toBe(model.anchors.find(({ id }) => id === 'a2')!.tick);
  expect(ships('a3')).toBeGreaterThan(0);
});
