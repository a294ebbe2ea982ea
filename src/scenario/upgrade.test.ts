import { expect, test } from 'vitest';
import { readSource } from './source.ts';
import { FORMAT_VERSION, lift, upgrade } from './upgrade.ts';

function sourceOf(text: string) {
  const { source } = readSource({ path: 'map.yaml', text });
  if (source === undefined) throw new Error('not read');
  return source;
}

test('a file of the present version is not changed', () => {
  const source = sourceOf('format: khasan.map/1\nplaces: [{ id: a }]\n');
  expect(upgrade(source, 'map').source?.tree).toEqual(source.tree);
  expect(upgrade(source, 'map').problems).toEqual([]);
});

test('the lift of the present version is the identity', () => {
  const tree = { format: 'x', list: [1, 2] };
  expect(lift(tree, FORMAT_VERSION)).toBe(tree);
});

test.each([
  ['format: khasan.map/2', 'format-newer'],
  ['format: khasan.map/0', 'format-missing'],
  ['format: khasan.forces/1', 'format-missing'],
  ['format: 1', 'format-missing'],
  ['places: []', 'format-missing'],
  ['', 'format-missing'],
])('%s is refused', (text, code) => {
  const { source, problems } = upgrade(sourceOf(text), 'map');
  expect(source).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});
