import { describe, expect, test } from 'vitest';
import {
  atTick,
  composeTimeBar,
  drawTimeBar,
  timeBarTable,
  type TimeBarView,
} from '../../../src/picture/index.ts';
import type { TimeBarData } from '../../../src/record/index.ts';
import { formFaults, textClashes, textsBeyond, textsOf } from '../../support/svg-texts.ts';
import { FIGHT, QUIET } from './time-bar-data.ts';

const DAY = 96;
const VIEW = { detailFromTick: 10 * DAY, detailToTick: 12 * DAY, nowTick: 10 * DAY + 23 };

const STATES: readonly (readonly [name: string, data: TimeBarData, view: TimeBarView])[] = [
  ['quiet', QUIET, { detailFromTick: 0, detailToTick: DAY }],
  ['fight', FIGHT, VIEW],
  ['fight-phone', FIGHT, { ...VIEW, width: 390 }],
];

describe.each(STATES)('the time bar, %s', (name, data, view) => {
  test('is drawn as accepted', async () => {
    await expect(drawTimeBar(data, view)).toMatchFileSnapshot(`time-bar-${name}.svg`);
  });

  test('is well formed, with its words on the sheet and apart', () => {
    const svg = drawTimeBar(data, view);
    expect(formFaults(svg)).toEqual([]);
    expect(textsBeyond(svg)).toEqual([]);
    expect(textClashes(svg)).toEqual([]);
  });
});

test.each([
  ['an hour becomes six', 100, 104, 100, 124],
  ['a week becomes three days', 100, 100 + 7 * DAY, 100, 100 + 3 * DAY],
  ['past the end moves back', 30 * DAY - 4, 30 * DAY + 92, 29 * DAY, 30 * DAY],
  ['before the start moves on', -50, 46, 0, 96],
])('a detail window: %s', (_what, detailFromTick, detailToTick, from, to) => {
  const { detail } = composeTimeBar(QUIET, { detailFromTick, detailToTick }).layout;
  expect([detail.fromTick, detail.toTick]).toEqual([from, to]);
});

test('both lanes show the same moment', () => {
  const { svg, layout } = composeTimeBar(FIGHT, VIEW);
  for (const lane of [layout.detail, layout.whole]) {
    const x = Math.round(atTick(lane, VIEW.nowTick) * 10) / 10;
    expect(svg).toContain(`M${String(x)} ${String(lane.box.top)}L${String(x)} `);
  }
  // A little before noon of 11 July by the clock of the western side.
  expect(svg).toContain('now 11 July 05:45</title>');
});

test('the worst hour stands as a figure', () => {
  const words = textsOf(drawTimeBar(FIGHT, VIEW)).map((text) => text.words);
  expect(words).toContain('worst hour 110');
  expect(textsOf(drawTimeBar(QUIET, VIEW)).map((text) => text.words).join(' ')).not.toContain('worst');
});

test('the table has the days on which something is', () => {
  const { columns, rows } = timeBarTable(FIGHT);
  expect(rows.map(([day]) => day)).toEqual([
    '5 July',
    '6 July',
    '11 July',
    '12 July',
    '21 July',
    '30 July',
  ]);
  for (const row of rows) expect(row).toHaveLength(columns.length);
  const [, , fight] = rows;
  expect(fight).toEqual(
    ['11 July', 'Shots', 'Guns', '40', '135', '2', '1', '1', '2', '1', 'First shot; First death'],
  );
  expect(timeBarTable(QUIET).rows).toEqual([]);
});
