import { describe, expect, test } from 'vitest';
import {
  WIRE_COLUMNS,
  composeWire,
  drawWire,
  drawWireDown,
  wireFinding,
  wireTable,
} from '../../../src/picture/index.ts';
import { inside, overlap } from '../../../src/picture/svg.ts';
import type { WireData } from '../../../src/record/index.ts';
import { formFaults, textClashes, textsBeyond, textsOf } from '../../support/svg-texts.ts';
import { DIVISION, EMPTY, EVERYTHING, WEEKS, act, message } from './wire-data.ts';

const STATES: readonly (readonly [name: string, data: WireData])[] = [
  ['empty', EMPTY],
  ['everything', EVERYTHING],
  ['weeks', WEEKS],
];

describe.each(STATES)('the Wire, %s', (name, data) => {
  test('is drawn as accepted', async () => {
    await expect(drawWire(data, { caption: 'A test' })).toMatchFileSnapshot(`wire-${name}.svg`);
  });

  const { svg, labels, layout } = composeWire(data);

  test('is well formed, and nothing leaves the sheet', () => {
    expect(formFaults(svg)).toEqual([]);
    expect(textsBeyond(svg)).toEqual([]);
  });

  test('has no two words upon each other', () => {
    // Rows, axes, bars and legend; words beside messages are placed one by one and checked below.
    const words = labels.map(({ svg: label }) => label);
    const rest = words.reduce((left, label) => left.replace(label, ''), svg);
    expect(textClashes(rest)).toEqual([]);
    const clashes = labels.filter((label, index) =>
      labels.slice(index + 1).some((other) => overlap(label.box, other.box)),
    );
    expect(clashes).toEqual([]);
    expect(labels.filter(({ box }) => !inside(box, layout.chart))).toEqual([]);
  });
});

test('a stroke leaves when it is sent and ends when it is read', () => {
  const sent = message('request', DIVISION, 2, 40, 80);
  const { svg, layout } = composeWire({ ...EMPTY, messages: [sent] });
  const [, fromX, fromY, toX, toY] = /<path d="M(\S+) (\S+)L(\S+) ([^"]+)"[^>]*1\.2"/
    .exec(svg.slice(svg.indexOf('data-event')))!
    .map(Number);
  const at = (tick: number): number => layout.chart.left + tick * layout.unitsPerTick;
  const yOf = (row: number): number => layout.rows.find((each) => each.row === row)!.y;
  expect(fromX).toBeCloseTo(at(40), 0);
  expect(toX).toBeCloseTo(at(80), 0);
  expect([fromY, toY]).toEqual([yOf(3), yOf(2)]);
});

test('the legend names what is drawn and nothing else', () => {
  const words = (data: WireData): string[] => textsOf(drawWire(data)).map((text) => text.words);
  const all = words(EVERYTHING);
  for (const entry of ['refused', 'granted with limits', 'lost on its way', 'act within authority'])
    expect(all).toContain(entry);
  const few = words({ ...EMPTY, acts: [act(DIVISION, 20, 'within')] });
  expect(few).toContain('act within authority');
  for (const entry of ['refused', 'leave asked', 'lost on its way', 'act against a known ban'])
    expect(few).not.toContain(entry);
});

describe('the finding', () => {
  const cases: readonly (readonly [string, WireData, string])[] = [
    ['nothing', EMPTY, 'Nobody asked for leave; no troops used force.'],
    [
      'everything',
      EVERYTHING,
      'Leave was asked 5 times and refused once; 3 of 6 acts of force had no leave when done. ' +
        '1st Division set out to assault Hill 15 h before leave came.',
    ],
    [
      'one attack within authority',
      { ...EMPTY, acts: [act(DIVISION, 20, 'within')] },
      'Nobody asked for leave; the one act of force had leave when done.',
    ],
  ];
  test.each(cases)('of %s', (_name, data, sentence) => {
    expect(wireFinding(data)).toBe(sentence);
  });
});

describe('the table', () => {
  const rows = wireTable(EVERYTHING);
  test('has a row for each message and each act of the window, by time', () => {
    expect(rows).toHaveLength(EVERYTHING.messages.length + EVERYTHING.acts.length);
    expect(wireTable(EVERYTHING, false)).toHaveLength(rows.length - 3);
    for (const column of WIRE_COLUMNS) expect(typeof rows[0]?.[column]).toBe('string');
  });
  test('tells of an act how far it was ahead of its paper', () => {
    const ahead = rows.filter((row) => row['hours ahead of paper'] !== '');
    expect(ahead.map((row) => [row.sent, row.from, row['hours ahead of paper']])).toEqual([
      ['1 July 10:00', '1st Division', '15 h'],
      ['1 July 11:00', '1st Division', 'no leave came'],
      ['2 July 05:00', '1st Division', 'no leave came'],
      ['2 July 11:15', '2nd Division <East>', '64¾ h'],
    ]);
  });
});

describe('the Wire turned for a narrow screen', () => {
  test('is drawn as accepted', async () => {
    await expect(drawWireDown(EVERYTHING)).toMatchFileSnapshot('wire-down.svg');
  });

  test.each([
    ['nothing', EMPTY, 390],
    ['everything', EVERYTHING, 320],
    ['weeks', WEEKS, 390],
  ])('is well formed and keeps to its sheet: %s', (_name, data, width) => {
    const svg = drawWireDown(data, { width });
    expect(formFaults(svg)).toEqual([]);
    expect(textsBeyond(svg)).toEqual([]);
    expect(textClashes(svg)).toEqual([]);
  });

  test('runs down: what comes later stands lower', () => {
    const rings = [...drawWireDown(EVERYTHING).matchAll(/data-event="(\d+)\.\d+"><path d="M\S+ (\S+)L/g)]
      .map(([, tick, y]) => [Number(tick), Number(y)] as const)
      .sort((a, b) => a[0] - b[0]);
    expect(rings.length).toBeGreaterThan(10);
    for (const [index, [, y]] of rings.entries()) {
      expect(y).toBeGreaterThanOrEqual(rings[index - 1]?.[1] ?? 0);
    }
  });
});
