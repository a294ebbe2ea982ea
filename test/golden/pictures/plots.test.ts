import { describe, expect, test } from 'vitest';
import {
  calibrationPlot,
  differencePlot,
  distributionPlot,
  forestPlot,
  hillBandsPlot,
  plotPage,
  plotSheetSvg,
  survivalPlot,
  type Plot,
  type PlotView,
} from '../../../src/picture/index.ts';
import { formFaults, textClashes, textsBeyond } from '../../support/svg-texts.ts';
import {
  CALIBRATION,
  DENSITY,
  DIFFERENCE,
  DOTS,
  FOREST,
  HILL,
  HOURS,
  NEVER,
  SURVIVAL,
  TWO_GROUPS,
} from './plot-data.ts';

type State = readonly [name: string, draw: (view?: PlotView) => Plot, finding: string];

const STATES: readonly State[] = [
  [
    'dots',
    (view) => distributionPlot(DOTS, view),
    'Eastern killed: half of the runs lie between 260 and 530 men; ' +
      'the record, 792 to 854 men, is higher than 97 % of all.',
  ],
  [
    'density',
    (view) => distributionPlot(DENSITY, view),
    'Western killed: half of the runs lie between 260 and 530 men; the record, 430 men, lies among them.',
  ],
  [
    'never',
    (view) => distributionPlot(NEVER, view),
    'Shells fired: it happens in none of 12 runs.',
  ],
  [
    'hours',
    (view) => distributionPlot(HOURS, view),
    'First shot: half of the runs lie between 24 July and 4 Aug; ' +
      'the record, 15 July to 16 July, is earlier than 95 % of all.',
  ],
  [
    'difference',
    (view) => differencePlot(DIFFERENCE, view),
    'Without fear: 31 more attacks without leave per 100 runs (95 % interval +12 to +50).',
  ],
  [
    'survival',
    (view) => survivalPlot(SURVIVAL, view),
    'First air strike: half of 50 runs have it by 12 Aug, 24 % never; ' +
      'by the recorded hour, 30 July 14:00, 24 % have it.',
  ],
  [
    'two-groups',
    (view) => survivalPlot(TWO_GROUPS, view),
    'First air strike: as it is, half of 50 runs have it by 12 Aug, 24 % never; ' +
      'without fear, half of 50 runs have it by 29 July, 28 % never.',
  ],
  [
    'hill-bands',
    (view) => hillBandsPlot(HILL, view),
    'The Hill (Gora) at noon: on 10 of the 11 days that the record tells of, most runs agree with it.',
  ],
  [
    'calibration',
    (view) => calibrationPlot(CALIBRATION, view),
    'The 90 % bands of the runs hold 8 of 14 prediction rows: the runs are surer than they may be.',
  ],
  [
    'forest',
    (view) => forestPlot(FOREST, view),
    '2 of 4 mechanisms move attacks without leave, most of all fast wires: −44 per 100 runs.',
  ],
];

describe.each(STATES)('the plot %s', (name, draw, finding) => {
  test('is drawn as accepted', async () => {
    await expect(draw().svg).toMatchFileSnapshot(`plot-${name}.svg`);
  });

  test('says what it shows', () => {
    expect(draw().finding).toBe(finding);
  });

  test.each([360, 640, 900])('keeps its words on the sheet and apart, %d wide', (width) => {
    const { svg } = draw({ width });
    expect(formFaults(svg)).toEqual([]);
    expect(textsBeyond(svg)).toEqual([]);
    expect(textClashes(svg)).toEqual([]);
  });

  test('has its numbers as a table of one width', () => {
    const { columns, rows } = draw().table;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});

test('a difference that may be none says so', () => {
  const { finding } = differencePlot({ ...DIFFERENCE, difference: 3, low: -4, high: 10 });
  expect(finding).toBe(
    'Without fear: no difference in attacks without leave can be told (95 % interval −4 to +10 per 100 runs).',
  );
});

test('figures too long for their axis lose words, not their distance', () => {
  const long = {
    ...DOTS,
    figures: DOTS.figures.map((figure) => figure * 1e7),
    record: null,
    claims: [],
  };
  const { svg } = distributionPlot(long, { width: 360 });
  expect(textClashes(svg)).toEqual([]);
});

test('times of one day are told by the hour', () => {
  const { finding, svg } = distributionPlot({
    ...HOURS,
    figures: [771, 772.5, 773, 773.25, 774],
    runs: 5,
    spread: { p05: 771, p25: 772.5, p50: 773, p75: 773.25, p95: 774 },
    record: null,
    claims: [],
  });
  expect(finding).toBe('First shot: half of the runs lie between 04:30 and 05:15 on 2 Aug.');
  expect(svg).toMatch(/>2 Aug 03:00<[^]*>04:00<[^]*>06:00</);
});

test('what is counted is ticked in whole numbers', () => {
  const { svg } = distributionPlot({ ...DOTS, figures: [0, 1, 1, 2], runs: 4, record: null, claims: [] });
  expect(svg).toMatch(/>1<[^]*>2</);
  expect(svg).not.toMatch(/>0\.5</);
});

test('every run is a dot, up to two hundred', () => {
  const count = (svg: string): number => svg.match(/<circle/g)?.length ?? 0;
  // One more ring is the median.
  expect(count(distributionPlot(DOTS).svg)).toBe(DOTS.figures.length + 1);
  expect(count(distributionPlot(DENSITY).svg)).toBe(1);
});

describe('a sheet of plots', () => {
  const plots = STATES.map(([, draw]) => draw({ width: 600, bare: true }));
  const sheet = {
    title: 'All forms <of> plots',
    lead: ['Invented figures.'],
    sections: [
      { heading: 'First', plots: plots.slice(0, 5) },
      { heading: 'Second', plots: plots.slice(5) },
    ],
  };

  test('is one picture that stands alone', () => {
    const svg = plotSheetSvg(sheet);
    expect(formFaults(svg)).toEqual([]);
    expect(svg.match(/<style>/g)).toHaveLength(1);
    for (const { finding } of plots) expect(svg).toContain(`<title>${finding}</title>`);
  });

  test('is a page with the numbers of each plot, and asks nothing of anybody else', () => {
    const html = plotPage(sheet);
    expect(html.match(/<figure>/g)).toHaveLength(plots.length);
    expect(html.match(/<table>/g)).toHaveLength(plots.length);
    expect(html).toContain('<h1>All forms &lt;of&gt; plots</h1>');
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|url\((?!#)/);
  });
});
