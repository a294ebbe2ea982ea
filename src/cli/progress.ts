import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../experiment/index.ts';

/** A bar on the error stream, so that what is printed as the answer stays clean. */
export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  /** Removes the bar; the terminal is as it was before. */
  readonly close: () => void;
}

const SILENT: ProgressBar = { show: () => undefined, close: () => undefined };

/** `40 s`, `3 min`, `2.5 h`: how long something still takes, as one says it. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '…';
  if (seconds < 90) return `${String(Math.ceil(seconds))} s`;
  if (seconds < 5400) return `${String(Math.round(seconds / 60))} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** Opens a bar with the time left; silent where the error stream is no terminal. */
export function openProgress(label: string, total: number): ProgressBar {
  if (!process.stderr.isTTY) return SILENT;
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: `${label} {bar} {value} of {total} runs, {left} left`,
      clearOnComplete: true,
      hideCursor: true,
      // The command decides what an interrupt means; the bar must not swallow it.
      gracefulExit: false,
      barsize: 30,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { left: '…' });
  return {
    show: (progress) =>
      bar.update(progress.done, { left: formatDuration(progress.remainingSeconds) }),
    close: () => bar.stop(),
  };
}
