import { describe, expect, test } from 'vitest';
import { HEXSIDE, TERRAINS, WAY } from '../engine/index.ts';
import { distance, hexAt, neighbourOf, oppositeDirection } from '../hex/index.ts';
import { tinyFiles } from '../../test/support/tiny-scenario.ts';
import { compileScenario } from './compile.ts';
import { UNLIMITED_MEN } from './compile/offices.ts';
import { referenceOf } from './compile/readings.ts';
import { parseScenario } from './parse.ts';

const model = compileScenario(parseScenario(tinyFiles())).model!;
const { grid, ground } = model;
const at = (column: number, row: number): number => hexAt(grid, column, row);
const EAST = 0;
const WEST = 3;
const SOUTH_WEST = 4;

describe('hexsides', () => {
  test.each([
    ['the river between the banks', at(0, 1), EAST, HEXSIDE.river, 0],
    ['the river at the ferry', at(0, 3), EAST, HEXSIDE.river | HEXSIDE.crossing, 60],
    ['the shore', at(3, 2), EAST, HEXSIDE.shore, 0],
    ['in the lake', at(4, 2), 5, 0, 0],
    ['the steep face', at(2, 2), WEST, HEXSIDE.steep, 289],
    ['the neck', at(3, 4), EAST, HEXSIDE.neck, 80],
    ['open ground', at(5, 0), SOUTH_WEST, 0, 289],
    ['the edge of the map', at(5, 0), EAST, 0, 0],
  ])('%s', (_, hex, direction, bits, metres) => {
    expect(ground.hexsides[hex * 6 + direction]).toBe(bits);
    expect(ground.passableMetres[hex * 6 + direction]).toBe(metres);
  });

  test('look the same from both hexes', () => {
    for (let hex = 0; hex < grid.count; hex++) {
      for (let direction = 0; direction < 6; direction++) {
        const other = neighbourOf(grid, hex, direction);
        if (other < 0) continue;
        const here = hex * 6 + direction;
        const there = other * 6 + oppositeDirection(direction);
        expect(ground.hexsides[there]).toBe(ground.hexsides[here]);
        expect(ground.passableMetres[there]).toBe(ground.passableMetres[here]);
        expect(ground.ways[there]).toBe(ground.ways[here]);
      }
    }
  });
});

test('ground: terrain, height, ways', () => {
  expect(TERRAINS[ground.terrain[at(2, 2)]!]).toBe('crest');
  expect(TERRAINS[ground.terrain[at(4, 3)]!]).toBe('lake');
  expect(ground.elevation[at(2, 2)]).toBe(100);
  expect(ground.ways[at(4, 4) * 6 + WEST]).toBe(WAY.track);
  expect(ground.ways[at(2, 2) * 6 + WEST]).toBe(0);
});

describe('whose ground a hex is by each line', () => {
  test.each([
    ['west of both lines', at(0, 2), 1, 1, 0],
    ['between them', at(2, 2), 0, 1, 1],
    ['east of both', at(5, 2), 0, 0, 0],
  ])('%s', (_, hex, bySu, byJp, disputed) => {
    expect(ground.owner[hex]).toBe(bySu);
    expect(ground.owner[grid.count + hex]).toBe(byJp);
    expect(ground.disputed[hex]).toBe(disputed);
  });
});

test('areas are the places with a worth; every hex belongs to the nearest, the first of equals', () => {
  expect(model.areas.map((area) => area.id)).toEqual(['hill', 'village', 'ferry']);
  expect(model.areas.map((area) => area.disputed)).toEqual([true, false, true]);
  for (let hex = 0; hex < grid.count; hex++) {
    const hexes = model.areas.map((area) => distance(grid, hex, area.hex));
    expect(ground.area[hex]).toBe(hexes.indexOf(Math.min(...hexes)));
  }
});

describe('the reference of a reading is the weighted median', () => {
  test.each([
    [
      [
        [285, 0.4],
        [345, 0.2],
        [354, 0.4],
      ],
      345,
    ],
    [
      [
        [81, 0.5],
        [94, 0.5],
      ],
      81,
    ],
    [
      [
        [300, 0.65],
        [120, 0.35],
      ],
      300,
    ],
    [
      [
        [9, 0.1],
        [1, 0.2],
        [5, 0.7],
      ],
      5,
    ],
  ])('%j: %i', (pairs, expected) => {
    const options = pairs.map(([value = 0, weight = 0]) => ({ value, weight }));
    expect(referenceOf(options)).toBe(expected);
  });
});

test('units take their template, their departures and their readings', () => {
  const { units } = model;
  expect(units.id[1]).toBe('su.1d.1r.1coy');
  expect([units.men[1], units.rifles[1], units.heavyMachineGuns[1]]).toEqual([135, 105, 2]);
  expect([units.tanks[2], units.tanksReading[2], units.menReading[2]]).toEqual([8, 0, -1]);
  expect(model.readings[0]!.reference).toBe(8);
  expect([...units.side]).toEqual([0, 0, 0, 1, 1]);
  expect(units.start[1]).toBe(grid.count + 0);
  // 3 July 06:00 at +10:00 is 05:00 at +09:00, two days and five hours after the start.
  expect([...units.readyTick]).toEqual([0, 0, (2 * 24 + 5) * 4, 0, 0]);
  expect(units.training[3]).toBe(0.7);
  expect([...units.readiness]).toEqual([0.9, 0.5, 0.5, 0.5, 0.5]);
});

test('offices know who is above, below and at the other end of the wire', () => {
  const [capital, ministry, division, post] = model.offices;
  expect(division!.superiors).toEqual([0]);
  expect(capital!.subordinates).toEqual([1, 2]);
  expect(division!.links.map((link) => link.to)).toEqual([3, 0]);
  expect(post!.links.map((link) => link.to)).toEqual([2]);
  expect(ministry!.links.map((link) => link.to)).toEqual([0, 5]);
  expect(division!.units).toEqual([1, 2]);
  expect(division!.cycleMinutes).toBe(360);
  expect(capital!.grants[0]).toMatchObject({
    area: -1,
    reserved: true,
    forceMenMax: UNLIMITED_MEN,
  });
  expect(division!.grants[0]).toMatchObject({ area: 1, reserved: false, forceMenMax: 200 });
});

test('time: ticks, weather slots, light', () => {
  expect(model.endTick).toBe(10 * 96);
  expect(model.coarseFromTick).toBe(8 * 96);
  expect(model.sky.light.length).toBe(model.endTick);
  expect(model.weather.recorded.length).toBe(60);
  expect([...model.weather.recorded.slice(6, 10)]).toEqual([255, 4, 4, 255]);
  expect(model.exogenous.map((event) => event.id)).toEqual(['campaign-elsewhere', 'new-commander']);
  expect(model.exogenous[1]!.traits).toEqual({ competence: 0.6 });
});

test('an anchor that names a formation moves all its units', () => {
  const anchor = model.anchors[0]!;
  expect(anchor.units.map(({ unit }) => model.units.id[unit])).toEqual([
    'su.guards.post',
    'jp.1d.1r.1coy',
    'jp.1d.1r.2coy',
  ]);
  expect(anchor.units.map(({ strengthShare }) => strengthShare)).toEqual([-1, 0.9, 0.9]);
  expect(anchor.operations[0]!.units).toEqual([3, 4]);
  expect(anchor.truceTick - anchor.tick).toBe((3 * 24 + 8) * 4);
});

test('the hash of a scenario does not depend on line ends, and does on every word', () => {
  const dos = tinyFiles().map((file) => ({ ...file, text: file.text.replaceAll('\n', '\r\n') }));
  expect(compileScenario(parseScenario(dos)).model!.hash).toBe(model.hash);
  const other = tinyFiles().map((file) => ({
    ...file,
    text: file.text.replace('person: C', 'person: Z'),
  }));
  expect(compileScenario(parseScenario(other)).model!.hash).not.toBe(model.hash);
});
