import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { importsOf, sourcesOf, textOf, type ImportLine } from '../support/source-files.ts';

interface TsConfig {
  readonly references?: readonly { readonly path: string }[];
  readonly compilerOptions?: { readonly types?: readonly string[] };
}

function tsconfigOf(folder: string): TsConfig {
  const path = posix.join(folder, 'tsconfig.json');
  return ts.parseConfigFileTextToJson(path, textOf(path)).config as TsConfig;
}

/** Rooms, bottom up, as the root tsconfig lists them. */
const ROOMS = (tsconfigOf('.').references ?? [])
  .map(({ path }) => path)
  .filter((path) => path.startsWith('src/'))
  .map((path) => path.slice('src/'.length));

const LAW = new Map(
  ROOMS.map((room) => [
    room,
    (tsconfigOf(`src/${room}`).references ?? []).map(({ path }) => posix.basename(path)),
  ]),
);

/** Rooms that nothing but the language may enter. */
const PURE = ['hex', 'engine', 'policy'];

const importsOfRoom = (room: string): ImportLine[] => sourcesOf(room).flatMap(importsOf);
const roomOf = (path: string): string => path.split('/')[1] ?? '';

/** The first circle of files among the imports that remain after compilation, as a path, or `[]`. */
function circleIn(imports: readonly ImportLine[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, target, typeOnly } of imports) {
    if (!typeOnly && target !== '') next.set(from, [...(next.get(from) ?? []), target]);
  }
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of next.get(file) ?? []) {
      const circle = walk(target, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

test('the root tsconfig lists the rooms bottom up', () => {
  expect(ROOMS.length).toBeGreaterThan(5);
  for (const [index, room] of ROOMS.entries()) {
    for (const below of LAW.get(room) ?? []) {
      expect(ROOMS.slice(0, index), `${room} refers to ${below}`).toContain(below);
    }
  }
});

describe.each(ROOMS)('room %s', (room) => {
  const imports = importsOfRoom(room);

  test('enters only rooms below it, and those by their index', () => {
    const wrong = imports
      .filter(({ target }) => target !== '' && roomOf(target) !== room)
      .filter(({ target }) => {
        const index = `src/${roomOf(target)}/index.ts`;
        return !(LAW.get(room) ?? []).includes(roomOf(target)) || target !== index;
      })
      .map(({ from, specifier }) => `${from}: ${specifier}`);
    expect(wrong).toEqual([]);
  });

  test('does not import its own index from within', () => {
    const wrong = imports.filter(({ target }) => target === `src/${room}/index.ts`);
    expect(wrong.map(({ from }) => from)).toEqual([]);
  });

  test('has no circle of files', () => {
    expect(circleIn(imports.filter(({ target }) => roomOf(target) === room))).toEqual([]);
  });

  test('uses no package beyond its means', () => {
    const dependencies = Object.keys(
      (JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> }).dependencies,
    );
    const mayUseNode = (tsconfigOf(`src/${room}`).compilerOptions?.types ?? []).includes('node');
    const wrong = imports
      .filter(({ target }) => target === '')
      .filter(({ specifier }) => {
        if (PURE.includes(room)) return true;
        if (specifier.startsWith('node:')) return !mayUseNode;
        return !dependencies.some((name) => specifier === name || specifier.startsWith(`${name}/`));
      })
      .map(({ from, specifier }) => `${from}: ${specifier}`);
    expect(wrong).toEqual([]);
  });
});

test('a circle is found where there is one', () => {
  const line = (from: string, target: string, typeOnly = false): ImportLine => ({
    from,
    specifier: target,
    target,
    typeOnly,
  });
  expect(circleIn([line('a', 'b'), line('b', 'c'), line('c', 'b')])).toEqual(['b', 'c', 'b']);
  expect(circleIn([line('a', 'b'), line('b', 'a', true)])).toEqual([]);
});
