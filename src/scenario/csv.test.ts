import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

describe('reading comma-separated values', () => {
  const cases: readonly [name: string, text: string, records: readonly (readonly string[])[]][] = [
    ['plain', 'a,b\n1,2\n', [['1', '2']]],
    ['no line end at the end', 'a,b\n1,2', [['1', '2']]],
    ['CRLF', 'a,b\r\n1,2\r\n', [['1', '2']]],
    ['quoted comma', 'a,b\n"1,5",2\n', [['1,5', '2']]],
    ['doubled quote', 'a,b\n"say ""no""",2\n', [['say "no"', '2']]],
    ['line end in quotes', 'a,b\n"one\ntwo",2\n', [['one\ntwo', '2']]],
    ['empty fields', 'a,b\n,\n', [['', '']]],
    ['empty line between', 'a,b\n\n1,2\n', [['1', '2']]],
    ['byte order mark', '\uFEFFa,b\n1,2\n', [['1', '2']]],
    ['spaces kept', 'a,b\n 1 ,2\n', [[' 1 ', '2']]],
  ];
  it.each(cases)('%s', (_name, text, records) => {
    const table = readCsv(text, 'x.csv');
    expect(table.problems).toEqual([]);
    expect(table.header).toEqual(['a', 'b']);
    expect(table.records.map((record) => record.fields)).toEqual(records);
  });

  const wrong: readonly [name: string, text: string, line: number][] = [
    ['empty file', '', 1],
    ['too few fields', 'a,b\n1\n3,4\n', 2],
    ['too many fields', 'a,b\n3,4\n1,2,3\n', 3],
    ['quote inside a field', 'a,b\n1,2"3\n3,4\n', 2],
    ['text after a quote', 'a,b\n"1"x,2\n3,4\n', 2],
    ['quote never closed', 'a,b\n3,4\n1,"2\n', 3],
    ['line counted through a quoted line end', 'a,b\n"x\ny",2\n1\n', 4],
  ];
  it.each(wrong)('reports %s', (_name, text, line) => {
    const { problems } = readCsv(text, 'x.csv');
    expect(problems.map(({ line: at, code }) => ({ at, code }))).toEqual([
      { at: line, code: 'history-unreadable' },
    ]);
  });

  it('reads back whatever is written with every field in quotes', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') });
    const row = fc.array(field, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const write = (fields: readonly string[]): string =>
          fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        const table = readCsv(['a,b', ...rows.map(write)].join('\n'), 'x.csv');
        expect(table.problems).toEqual([]);
        expect(table.records.map((record) => record.fields)).toEqual(rows);
      }),
      { seed: 1938, numRuns: 200 },
    );
  });
});
