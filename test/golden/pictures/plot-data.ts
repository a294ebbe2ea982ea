import type {
  CalibrationData,
  DifferenceData,
  DistributionData,
  ForestData,
  HillBandsData,
  SurvivalData,
} from '../../../src/picture/index.ts';
import { kaplanMeier } from '../../../src/record/index.ts';

/** So many figures about a middle, spread by a rule that needs no chance. */
function figures(count: number, middle: number, spread: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = ((index * 37) % count) / count - 0.5;
    return Math.round(middle + spread * (turn + turn * turn * turn * 4));
  });
}

const MEN = { kind: 'number', unit: 'men' } as const;
/** Midnight of 1 July 1938 on the Japanese clock is hour 0. */
const CLOCK = { kind: 'time', startMinutes: -16570620, clockOffsetMinutes: 540 } as const;

export const DOTS: DistributionData = {
  title: 'eastern killed',
  scale: MEN,
  figures: figures(60, 400, 500),
  runs: 60,
  spread: { p05: 70, p25: 260, p50: 395, p75: 530, p95: 720 },
  record: { low: 792, high: 854, value: 792, percentile: 0.97 },
  claims: [
    { claimant: 'West L1', value: 800 },
    { claimant: 'East L2', value: 236 },
    { claimant: 'historian L3', value: 960 },
  ],
  side: 0,
};

export const DENSITY: DistributionData = {
  ...DOTS,
  title: 'western killed',
  figures: figures(500, 400, 500),
  runs: 520,
  record: { low: 430, high: 430, value: 430, percentile: 0.55 },
  claims: [],
  side: 1,
};

export const NEVER: DistributionData = {
  title: 'shells fired',
  scale: { kind: 'number', unit: 'shells' },
  figures: [],
  runs: 12,
  spread: null,
  record: { low: 27500, high: 27500, value: 27500, percentile: null },
  claims: [],
};

export const HOURS: DistributionData = {
  title: 'first shot',
  scale: CLOCK,
  figures: figures(40, 700, 500),
  runs: 40,
  spread: { p05: 350, p25: 570, p50: 690, p75: 820, p95: 1000 },
  record: { low: 336, high: 384, value: 360, percentile: 0.05 },
  claims: [{ claimant: 'West E1', value: 350 }],
};

export const DIFFERENCE: DifferenceData = {
  change: 'Without fear',
  measure: 'attacks without leave',
  unit: 'per 100 runs',
  difference: 31.4,
  low: 12.2,
  high: 50.1,
  level: 0.95,
  pairs: 200,
  changed: 164.2,
  unchanged: 132.8,
};

const watched = (happened: readonly number[], never: number): Parameters<typeof kaplanMeier>[0] => [
  ...happened.map((time) => ({ time, happened: true })),
  ...Array.from({ length: never }, () => ({ time: 2000, happened: false })),
];

export const SURVIVAL: SurvivalData = {
  title: 'first air strike',
  scale: CLOCK,
  end: 2000,
  record: 710,
  groups: [{ name: 'runs', runs: 50, steps: kaplanMeier(watched(figures(38, 900, 900), 12), 0) }],
};

export const TWO_GROUPS: SurvivalData = {
  ...SURVIVAL,
  record: null,
  groups: [
    { name: 'as it is', runs: 50, steps: kaplanMeier(watched(figures(38, 900, 900), 12), 0) },
    { name: 'without fear', runs: 50, steps: kaplanMeier(watched(figures(36, 600, 500), 14), 0) },
  ],
};

export const HILL: HillBandsData = {
  hill: 'The Hill (Gora)',
  sides: ['East', 'West'],
  runs: 200,
  days: Array.from({ length: 12 }, (_, day) => {
    const west = Math.max(0, 0.9 - day * 0.08);
    const both = day % 3 === 1 ? 0.06 : 0;
    const none = day === 2 ? 0.04 : 0;
    return {
      label: `${String(day + 1)} Aug`,
      shares: { 0: 1 - west - both - none, 1: west, both, none },
      record: day < 5 ? 1 : day === 5 ? 'both' : day === 8 ? null : 0,
    } as const;
  }),
};

export const CALIBRATION: CalibrationData = {
  rows: 'prediction rows',
  bands: [
    { nominal: 0.5, inside: 4, of: 14, low: 0.117, high: 0.546 },
    { nominal: 0.8, inside: 7, of: 14, low: 0.268, high: 0.732 },
    { nominal: 0.9, inside: 8, of: 14, low: 0.326, high: 0.786 },
    { nominal: 0.98, inside: 12, of: 14, low: 0.601, high: 0.96 },
  ],
};

export const FOREST: ForestData = {
  measure: 'attacks without leave',
  unit: 'per 100 runs',
  things: 'mechanisms',
  bySize: true,
  rows: [
    { name: 'no fear of acting alone', estimate: 31, low: 12, high: 50, verdict: 'moves it' },
    { name: 'fast wires', estimate: -44, low: -60, high: -29, verdict: 'moves it' },
    { name: 'no fog', estimate: 2.4, low: -9, high: 14, verdict: 'cannot be told' },
    { name: 'equal strength', estimate: -8, low: -19, high: 3, verdict: 'cannot be told' },
  ],
};
