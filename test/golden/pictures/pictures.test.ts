import { describe, expect, test } from 'vitest';
import { composeMap, drawMap } from '../../../src/picture/index.ts';
import { TINY_MODEL, TINY_SOURCE } from './tiny-map.ts';

describe('a tiny map', () => {
  test('is drawn as accepted', async () => {
    await expect(drawMap(TINY_MODEL, TINY_SOURCE)).toMatchFileSnapshot('tiny-map.svg');
  });

  test('is drawn as accepted: no units, a window, no style sheet', async () => {
    const window = { west: 500, north: 0, east: 3000, south: 2000 };
    const svg = drawMap(TINY_MODEL, TINY_SOURCE, { window, units: [], tick: 30, bare: true });
    await expect(svg).toMatchFileSnapshot('tiny-map-window.svg');
  });

  const { svg } = composeMap(TINY_MODEL, TINY_SOURCE);

  test('is well formed: every element is closed', () => {
    const open: string[] = [];
    for (const [, slash, name, , end] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^<>]*?)(\/?)>/g)) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else if (end !== '/') open.push(name!);
    }
    expect(open).toEqual([]);
  });

  test('has no number that is not one', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('uses no style attribute and no script, which pages forbid', () => {
    expect(svg).not.toMatch(/ style="|<script| on[a-z]+="/);
  });

  test('names in its legend what it shows, and nothing else', () => {
    for (const words of ['marsh', 'wood', 'railway', 'road', 'track', 'ferry', 'claimed by both']) {
      expect(svg).toContain(`>${words}</text>`);
    }
    const empty = { ...TINY_SOURCE, ways: [], crossings: [] };
    const bare = drawMap(TINY_MODEL, empty);
    for (const words of ['railway', 'road', 'track', 'ferry']) {
      expect(bare).not.toContain(`>${words}</text>`);
    }
  });
});
