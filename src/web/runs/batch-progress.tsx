import { say } from '../i18n/words.ts';
import type { LiveBatch } from './batch.ts';

/** How far a batch has come: a bar, and in words what is there. */
export function BatchProgress({
  batch,
  label,
  words,
}: {
  readonly batch: LiveBatch;
  /** What the bar counts. */
  readonly label: string;
  /** What is said of so many that are there: while it plays or is whole, and once it was stopped. */
  readonly words: (done: number, isKept: boolean) => string;
}) {
  const { wanted, rows, isRunning, restarts } = batch;
  return (
    <p role="status">
      <progress max={wanted} value={rows.length} aria-label={label} />{' '}
      {words(rows.length, !isRunning && rows.length < wanted)}
      {restarts > 0 ? ` ${say('runs.died')}` : ''}
    </p>
  );
}
