import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPosition, parsePosition } from './notation.ts';

const ASSAULT = `map
 . . ^ ~
  . A b .
units
A rifle 120 on crest trench 0.5
b tank 20 tanks 10 named jp.tanks
orders
b assault 1,1 at 4
`;

describe('text notation', () => {
  test('a canonical text comes back unchanged', () => {
    expect(formatPosition(parsePosition(ASSAULT))).toBe(ASSAULT);
  });

  test('units stand where their letters are, on the ground they name', () => {
    const position = parsePosition(ASSAULT);
    expect(position.rows).toEqual(['..^~', '.^..']);
    expect(position.units[0]).toMatchObject({ letter: 'A', column: 1, row: 1, men: 120 });
    expect(position.orders[0]).toEqual({ letter: 'b', act: 'assault', column: 1, row: 1, tick: 4 });
  });

  test.each([
    ['map\n . . x\nunits\n', "unknown sign 'x'"],
    ['map\n . .\n  .\nunits\n', 'wanted 2'],
    ['map\n . .\nunits\nA rifle 10\n', "'A' is not on the map"],
    ['map\n A .\nunits\nA dragoon 10\n', "unknown kind of unit 'dragoon'"],
    ['map\n A .\nunits\nA rifle ten\n', "found 'ten'"],
    ['map\n A .\nunits\nA rifle 10 boots 4\n', "cannot read 'boots 4'"],
    ['map\n A .\nunits\nA rifle 10\norders\nA assault Z at 3\n', "no unit or hex 'Z'"],
  ])('%j is refused: %s', (text, message) => {
    expect(() => parsePosition(text)).toThrow(message);
  });

  test('format and parse are inverse on random positions', () => {
    const position = fc
      .record({ width: fc.integer({ min: 1, max: 6 }), height: fc.integer({ min: 1, max: 5 }) })
      .chain(({ width, height }) =>
        fc.record({
          rows: fc.array(
            fc.array(fc.constantFrom('.', ',', '^', '~', '='), {
              minLength: width,
              maxLength: width,
            }),
            { minLength: height, maxLength: height },
          ),
          men: fc.integer({ min: 0, max: 999 }),
        }),
      );
    fc.assert(
      fc.property(position, ({ rows, men }) => {
        const text = `map\n${rows.map((row) => row.join(' ')).join('\n')}\nunits\n`;
        const withUnit = text.replace(/[.,^~=]/, 'Q') + `Q rifle ${String(men)}\n`;
        const once = formatPosition(parsePosition(withUnit));
        expect(formatPosition(parsePosition(once))).toBe(once);
      }),
      { seed: 1938, numRuns: 200 },
    );
  });
});
