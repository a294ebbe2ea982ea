import { TARGETS } from '../record/index.ts';
import type { SiteFront, SiteRows } from '../protocol/index.ts';

/**
 * Measures by which runs are called alike: those of the calibration rows for free runs, and where the
 * case has none, the few figures that tell one crisis from another. Assumption: hour, size and price.
 */
const PLAIN = [
  'first.shot',
  'first.assault',
  'assaults.su',
  'assaults.jp',
  'losses.su.casualties',
  'losses.jp.casualties',
  'truce.agreed',
];

function measuresOfLikeness(rows: SiteRows): string[] {
  const calibrated = TARGETS.filter(({ use, start }) => use === 'c' && start === 'free').flatMap(
    ({ measure }) => (measure === null ? [] : [measure]),
  );
  const ids = [...new Set([...calibrated, ...PLAIN])];
  return ids.filter((id) => rows.measures[id]?.some((value) => typeof value === 'number'));
}

/**
 * The most central run: the one whose summed distance to all others is least, over measures put on one
 * scale by their mean and deviation. A thing that did not happen lies three deviations off. It is not
 * the run nearest to the record, which would flatter the model.
 * @returns its number in the table, counted from 0; 0 for an empty one.
 */
export function medoidOf(rows: SiteRows): number {
  const scaled = measuresOfLikeness(rows).map((id) => standardised(rows.measures[id] ?? []));
  let best = 0;
  let least = Infinity;
  for (let run = 0; run < rows.runs; run++) {
    let sum = 0;
    for (let other = 0; other < rows.runs; other++) {
      let squares = 0;
      for (const values of scaled) {
        const gap = (values[run] ?? 0) - (values[other] ?? 0);
        squares += gap * gap;
      }
      sum += Math.sqrt(squares);
    }
    if (sum < least) {
      least = sum;
      best = run;
    }
  }
  return best;
}

const ABSENT = 3;

function standardised(values: readonly unknown[]): Float64Array {
  const known = values.filter((value): value is number => typeof value === 'number');
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const squares = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const deviation = Math.sqrt(squares / Math.max(1, known.length)) || 1;
  return Float64Array.from(values, (value) =>
    typeof value === 'number' ? (value - mean) / deviation : ABSENT,
  );
}

/** What the page says of the shipped runs before they are loaded. */
export function frontOf(rows: SiteRows): SiteFront {
  const { seed, runs } = rows;
  const banned: number[] = [];
  for (let run = 0; run < runs; run++) {
    const against = ['su', 'jp'].some((side) => {
      const value = rows.measures[`unauthorised.${side}.against-ban`]?.[run];
      return typeof value === 'number' && value > 0;
    });
    if (against) banned.push(seed + run);
  }
  return {
    schema: 'khasan.site-front/1',
    runs,
    seed,
    typicalSeed: seed + medoidOf(rows),
    bannedAssaultSeeds: banned,
  };
}
