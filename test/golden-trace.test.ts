import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runHash, startRun, type Model } from '../src/engine/index.ts';
import { disputeModel } from './support/border-dispute.ts';
import { drive } from './support/drive.ts';
import { firstChange } from './support/first-change.ts';
import { REAL_SCENARIO, realModel } from './support/real-scenario.ts';
import { ROOT } from './support/source-files.ts';

/**
 * Traces of a few runs: the hash of everything that has happened, day by day. They tell that a change
 * changed nothing, or from which day on it did. Accepted by
 *
 *   KHASAN_ACCEPT=1 npx vitest run test/golden-trace.test.ts
 *
 * in a commit that does nothing else, with a line under "Model changes" in the changelog.
 */
const ACCEPT = process.env['KHASAN_ACCEPT'] === '1';
const FOLDER = 'test/golden/trace';

interface Trace {
  readonly name: string;
  readonly model: () => Model;
  readonly seed: number;
  readonly from: string;
  readonly days: number;
}

const TRACES: readonly Trace[] = [
  { name: 'border-dispute-1', model: () => disputeModel(8), seed: 1, from: 'free', days: 8 },
  ...[1, 2, 3].map((seed) => ({
    name: `${REAL_SCENARIO}-${String(seed)}`,
    model: realModel,
    seed,
    from: 'free',
    days: 25,
  })),
  { name: `${REAL_SCENARIO}-a3`, model: realModel, seed: 1, from: 'a3', days: 1 },
];

/** Lines `day tick events hash`, one for each day of a run, and one for its end. */
function traceOf({ model, seed, from, days }: Trace): string {
  const run = startRun(model(), { seed, from }, () => {});
  const start = run.world.tick;
  const lines: string[] = [];
  const note = (day: string): void => {
    const { tick, eventCount } = run.world;
    lines.push(`${day} ${String(tick)} ${String(eventCount)} ${runHash(run)}`);
  };
  let noted = -1;
  drive(run, {
    untilTick: start + days * 96,
    onStop: () => {
      const day = Math.floor((run.world.tick - start) / 96);
      if (day > noted) note(`day-${String(day)}`);
      noted = day;
      return undefined;
    },
  });
  note('end');
  return `${lines.join('\n')}\n`;
}

test.each(TRACES)('the trace of $name is the accepted one', (trace) => {
  const path = join(ROOT, FOLDER, `${trace.name}.txt`);
  const now = traceOf(trace);
  if (ACCEPT) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, now);
  }
  const stored = existsSync(path) ? readFileSync(path, 'utf8') : '';
  expect(stored, `there is no ${FOLDER}/${trace.name}.txt yet; accept it`).not.toBe('');
  expect(firstChange(stored, now)).toBe('');
});

test.each([
  ['day-0 1 5 a\nend 9 9 b\n', 'day-0 1 5 a\nend 9 9 b\n', ''],
  ['day-0 1 5 a\nday-1 96 7 b\n', 'day-0 1 5 a\nday-1 96 7 c\n', 'day-1 (96 7 b → 96 7 c)'],
  ['day-0 1 5 a\nend 9 9 b\n', 'day-0 1 5 a\n', 'end (9 9 b → nothing)'],
])('the first change between %j and %j is named', (stored, now, change) => {
  expect(firstChange(stored, now)).toBe(change);
});
