import { describe, expect, test } from 'vitest';
import { at, smallModel, smallRun, type SmallPosition } from '../../../test/support/small-model.ts';
import { MOVE_CLASSES, codeOf } from '../vocabulary.ts';
import { NO_WAY, nextOnWay, routeTo, travelMinutes } from './paths.ts';

const FOOT = codeOf(MOVE_CLASSES, 'foot');
const MOTOR = codeOf(MOVE_CLASSES, 'motor');
const AIR = codeOf(MOVE_CLASSES, 'air');

const nodes = [
  { id: 'town', name: 'Town', gateHex: -1, longitude: 130, latitude: 42 },
  { id: 'gate', name: 'Gate', gateHex: 11, longitude: 131, latitude: 42 },
  { id: 'port', name: 'Port', gateHex: -1, longitude: 132, latitude: 43 },
];
const links = [
  { from: 0, to: 1, kind: 'road' as const, lengthKm: 20, capacityMenPerDay: 4000, carrier: -1 },
  { from: 0, to: 2, kind: 'rail' as const, lengthKm: 100, capacityMenPerDay: 6000, carrier: -1 },
];

/** Follows the hops from one location to another; the list of places, both ends included. */
function wayOf(
  position: SmallPosition,
  from: number,
  to: number,
  ban = 0,
  moveClass = FOOT,
): number[] {
  const model = smallModel(position);
  const route = routeTo(model, moveClass, to, ban);
  const way = [from];
  for (let hex = from; hex !== to && way.length < 100;) {
    hex = route.next[hex]!;
    if (hex === NO_WAY) return [];
    way.push(hex);
  }
  return way;
}

describe('ways over the map', () => {
  test('straight on open ground', () => {
    expect(wayOf({}, 0, 3)).toEqual([0, 1, 2, 3]);
  });
  test('round a lake', () => {
    const lake: SmallPosition = {
      terrain: (column, row) => (column === 5 && row < 8 ? 'lake' : 'flat'),
    };
    const way = wayOf(lake, 2 * 12 + 3, 2 * 12 + 8);
    expect(way.some((hex) => hex % 12 === 5 && Math.floor(hex / 12) >= 8)).toBe(true);
    expect(way.every((hex) => !(hex % 12 === 5 && Math.floor(hex / 12) < 8))).toBe(true);
  });
  test('over a river at its crossing only', () => {
    // The river runs between the columns 5 and 6; a ferry crosses it in row 9.
    const river = (hex: number, direction: number): number => {
      const column = hex % 12;
      const odd = Math.floor(hex / 12) % 2 === 1;
      const fromWest =
        column === 5 && (direction === 0 || (odd && (direction === 1 || direction === 5)));
      const fromEast = column === 6 && !odd && direction === 4;
      if (hex === 9 * 12 + 5 && direction === 0) return 9;
      return fromWest || fromEast ? 1 : 0;
    };
    const way = wayOf({ hexside: river }, 9 * 12 + 2, 9 * 12 + 9);
    const model = smallModel({ hexside: river });
    const route = routeTo(model, FOOT, at(model, 9, 9), 0);
    expect(way).toContain(9 * 12 + 6);
    expect(route.minutes[at(model, 2, 9)]!).toBeGreaterThan(70);
  });
  test('a ban keeps to the ground that the side itself claims, and lets strays come home', () => {
    const claims: SmallPosition = {
      owner: (side, column) => (column >= 6 || side === 1 ? side : 1),
    };
    expect(wayOf(claims, 5 * 12 + 8, 5 * 12 + 3, 1)).toEqual([]);
    expect(wayOf(claims, 5 * 12 + 3, 5 * 12 + 8, 1).length).toBeGreaterThan(3);
    expect(wayOf(claims, 5 * 12 + 8, 5 * 12 + 3, 0).length).toBeGreaterThan(3);
  });
  test('aircraft do not walk', () => {
    const model = smallModel();
    expect(routeTo(model, AIR, 5, 0).minutes[0]).toBe(Infinity);
  });
});

describe('ways over the network', () => {
  const units = [{ id: 'su.a', side: 0 as const, at: 'port' }];
  test('by rail and road to the gate and on to a hex', () => {
    const run = smallRun({ nodes, links, units });
    const n = run.model.grid.count;
    expect(nextOnWay(run, 0, 5)).toBe(n);
    expect(routeTo(run.model, FOOT, 5, 0).next[n]).toBe(n + 1);
    expect(routeTo(run.model, FOOT, 5, 0).next[n + 1]).toBe(11);
    expect(travelMinutes(run, 0, 5)).toBeGreaterThan(7 * 60 + 5 * 60);
  });
  test('and back to the town from the map', () => {
    const model = smallModel({ nodes, links });
    const n = model.grid.count;
    expect(routeTo(model, MOTOR, n, 0).next[11]).toBe(n + 1);
  });
  test('the same table for everybody who asks', () => {
    const model = smallModel({ nodes, links });
    expect(routeTo(model, FOOT, 5, 0)).toBe(routeTo(model, FOOT, 5, 0));
  });
});
