import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hexAt, makeGrid, type Point } from '../hex/index.ts';
import { HANDS, claimedBy, handOf, sideOfLine } from './lines.ts';
import { makeProjection, toLonLat } from './projection.ts';
import type { MapFile } from './schema.ts';

const origin = { latitude0: 42.45, longitude0: 130.6, x0Metres: 0, y0Metres: 0 };
const degrees = (point: Point) => toLonLat(makeProjection(origin), point);

describe('handOf', () => {
  const southward = [
    { x: 0, y: 0 },
    { x: 0, y: 1000 },
  ];
  // From north to south, then east, then south again: a left turn followed by a right turn.
  const stairs = [
    { x: 0, y: 0 },
    { x: 0, y: 1000 },
    { x: 1000, y: 1000 },
    { x: 1000, y: 2000 },
  ];
  // A hairpin whose arms disagree about everything that stands beyond the tip.
  const hairpin = [
    { x: 0, y: 0 },
    { x: 500, y: 1000 },
    { x: 600, y: 0 },
  ];

  it.each([
    ['east of a line to the south', southward, 500, 500, 'left'],
    ['west of it', southward, -500, 500, 'right'],
    ['on it', southward, 0, 500, 'left'],
    ['beyond its end, east', southward, 10, 5000, 'left'],
    ['beyond its end, west', southward, -10, 5000, 'right'],
    ['before its start, west', southward, -10, -5000, 'right'],
    ['in the nook of the first bend', stairs, 200, 800, 'left'],
    ['outside the first bend', stairs, -200, 1300, 'right'],
    ['in the nook of the second bend', stairs, 800, 1200, 'right'],
    ['outside the second bend', stairs, 1300, 700, 'left'],
    ['between the arms of a hairpin', hairpin, 400, 100, 'left'],
    ['beyond the tip, under the first arm', hairpin, 450, 1500, 'right'],
    ['beyond the tip, under the second arm', hairpin, 560, 1500, 'right'],
  ] as const)('%s', (_, line, x, y, hand) => {
    expect(handOf(line, { x, y })).toBe(hand);
  });

  it('gives every point the other hand when the line is walked backwards', () => {
    const back = [...stairs].reverse();
    for (let x = -750; x <= 1750; x += 499) {
      for (let y = -250; y <= 2250; y += 499) {
        const there = handOf(stairs, { x, y });
        expect(handOf(back, { x, y }), `${x}, ${y}`).toBe(there === 'left' ? 'right' : 'left');
      }
    }
  });
});

describe('sideOfLine', () => {
  const grid = makeGrid(6, 4, 500);
  // Between the second and the third column of the even rows.
  const points = [degrees({ x: 700, y: -900 }), degrees({ x: 700, y: 2400 })];
  const handAt = (column: number, row: number) =>
    HANDS[sideOfLine(points, origin, grid)[hexAt(grid, column, row)]!];

  it.each([
    [1, 0, 'right'],
    [2, 0, 'left'],
    [0, 1, 'right'],
    [1, 1, 'left'],
    [5, 3, 'left'],
  ] as const)('hex %d, %d lies on the %s hand', (column, row, hand) => {
    expect(handAt(column, row)).toBe(hand);
  });

  it('gives the two claimants of one line all the ground and nothing twice', () => {
    const left = claimedBy({ claimantOn: 'left', points }, origin, grid);
    const right = claimedBy({ claimantOn: 'right', points }, origin, grid);
    expect(left.map((claim, hex) => claim + right[hex]!)).toEqual(new Uint8Array(24).fill(1));
    expect(left[hexAt(grid, 5, 0)]).toBe(1);
  });
});

describe('the lines claimed at Lake Khasan', () => {
  const file = new URL('../../scenarios/khasan-1938/map.yaml', import.meta.url);
  const map = parse(readFileSync(file, 'utf8')) as MapFile;
  const grid = makeGrid(map.frame.columns, map.frame.rows, map.frame.hexWidthMetres);
  const claimed = map.lines.map((line) => claimedBy(line, map.frame, grid));
  const claimants = (column: number, row: number) =>
    map.lines.flatMap((line, n) => (claimed[n]![hexAt(grid, column, row)] === 1 ? line.side : []));

  it.each([
    ['Zaozyornaya', 15, 22, 'su jp'],
    ['Bezymyannaya', 15, 18, 'su jp'],
    ['Machine-gun Hill', 18, 26, 'su jp'],
    ['the crest between, north', 14, 19, 'su jp'],
    ['the crest between, south', 14, 21, 'su jp'],
    ['the slope towards the lake', 16, 22, 'su jp'],
    ['the eastern shore', 17, 21, 'su'],
    ['the northern neck', 16, 16, 'su'],
    ['Podgornaya', 23, 27, 'su'],
    ['Shachaofeng on modern maps', 12, 19, 'jp'],
    ['Fangchuan', 14, 25, 'jp'],
    ['Hongui', 6, 28, 'jp'],
    ['the Soviet bank below the tripoint', 25, 36, 'su'],
    ['the Korean bank below the tripoint', 22, 36, 'jp'],
  ])('%s (%d, %d) is claimed by %s', (_, column, row, sides) => {
    expect(claimants(column, row).join(' ')).toBe(sides);
  });

  it('leave no ground without a claimant, and dispute only the ridge', () => {
    const claims = Array.from(
      { length: grid.count },
      (_, hex) => claimed[0]![hex]! + claimed[1]![hex]!,
    );
    expect(claims.filter((count) => count === 0)).toHaveLength(0);
    expect(claims.filter((count) => count === 2)).toHaveLength(18);
  });
});
