import { describe, expect, test } from 'vitest';
import { hourWords } from './furniture.ts';
import { PALETTE } from './palette.ts';
import { namesOf } from './places.ts';
import { stacksOf, type PlacedUnit } from './stacks.ts';
import { symbolOf } from './symbols.ts';

const INFANTRY_COMPANY = 'S*GPUCI----E---';

function unit(id: string, side: number, location: number, men: number): PlacedUnit {
  return { id, side, sidc: INFANTRY_COMPANY, location, men };
}

describe('stacks', () => {
  const stacks = stacksOf(
    [unit('b', 0, 7, 90), unit('a', 0, 7, 120), unit('c', 1, 7, 80), unit('far', 1, 100, 80)],
    100,
  );
  test('one for each side in a hex, nothing beyond the map', () => {
    expect(stacks.map(({ hex, side }) => [hex, side])).toEqual([
      [7, 0],
      [7, 1],
    ]);
  });
  test('the strongest unit first', () => {
    expect(stacks[0]?.units.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('symbols', () => {
  const hollow = symbolOf(INFANTRY_COMPANY, 0);
  const solid = symbolOf(INFANTRY_COMPANY, 1);
  const shapes = (svg: string): string[] => [...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d!);

  test('both sides have the same shapes, the friendly frame', () => {
    expect(shapes(hollow)).toEqual(shapes(solid));
    expect(shapes(hollow)[0]).toBe('M25,50 l150,0 0,100 -150,0 z');
  });
  test('one is hollow, the other solid', () => {
    expect(hollow).toContain(`fill="${PALETTE.paper[0]}"`);
    expect(solid).toContain(`fill="${PALETTE.side1[0]}"`);
  });
  test('no colour is left that a theme could not change', () => {
    const palette = new Set(Object.values(PALETTE).map(([light]) => light as string));
    for (const svg of [hollow, solid]) {
      for (const [, colour] of svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)) {
        expect(colour === 'none' || palette.has(colour!), colour).toBe(true);
      }
    }
  });
});

test.each([
  ['Zaozyornaya (Changkufeng)', ['Zaozyornaya', 'Changkufeng']],
  ['Zaozyornaya / Changkufeng', ['Zaozyornaya', 'Changkufeng']],
  ['Height 68.8', ['Height 68.8']],
])('%s has the names %j', (name, wanted) => {
  expect(namesOf(name)).toEqual(wanted);
});

test('an hour is told on both clocks, the date once', () => {
  const startMinutes = Date.UTC(1938, 6, 31, 12) / 60_000;
  const sides = [{ clockOffsetMinutes: 600 }, { clockOffsetMinutes: 540 }];
  const model = { startMinutes, sides } as never;
  expect(hourWords(model, 0)).toBe('31 July 1938, 21:00 (+09:00) · 22:00 (+10:00)');
  expect(hourWords(model, 10)).toBe('31 July 1938, 23:30 (+09:00) · 1 August 1938, 00:30 (+10:00)');
});
