import { expect, test } from 'vitest';
import { smallRun, type SmallRun } from '../../../test/support/small-model.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { act } from './acts.ts';
import { NO_WAY, nextOnWay } from './paths.ts';

const nodes = [
  { id: 'port', name: 'Port', gateHex: -1, longitude: 132, latitude: 43 },
  { id: 'landing', name: 'Landing', gateHex: 11, longitude: 131, latitude: 42 },
];
const FLEET = 1;

/** One company of each side in a port from which only ships of the fleet of side 0 lead on. */
function port(): SmallRun {
  return smallRun({
    nodes,
    links: [
      { from: 0, to: 1, kind: 'sea', lengthKm: 100, capacityMenPerDay: 3000, carrier: FLEET },
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
