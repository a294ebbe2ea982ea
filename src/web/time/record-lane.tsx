import { useEffect } from 'preact/hooks';
import { measureOf } from '../../record/index.ts';
import type { Film } from '../../protocol/index.ts';
import { difference, timeWords } from '../panel/record.tsx';
import { fetchMilestones, inRun, milestones } from '../state/milestones.ts';

/** Height of the lane in pixels. */
export const RECORD = 24;
const HOUR = 4;

/**
 * The record above the line of the run: a hollow triangle where the thing is on record, a stroke down to the point
 * where the run has it. The flatter the stroke, the farther apart; a triangle alone did not happen in the run.
 */
export function RecordLane({
  film,
  overview,
}: {
  readonly film: Film;
  readonly overview: (at: number) => number;
}) {
  useEffect(() => void fetchMilestones(), []);
  const timed = (milestones.value ?? []).filter(({ isTime }) => isTime);
  return (
    <g class="record-lane">
      {timed.map((milestone) => {
        const { row, measure, value, low, high } = milestone;
        const recorded = value ?? (low + high) / 2;
        const x = overview(recorded * HOUR);
        const run = inRun(film, milestone);
        const words = `${measureOf(measure)?.title ?? measure}: ${timeWords(recorded)}`;
        return (
          <g key={row}>
            <title>{run === null ? words : `${words}; ${difference(run, milestone)}`}</title>
            {run === null ? null : (
              <path
                class="record-join"
                d={`M${x.toFixed(1)} 9L${overview(run * HOUR).toFixed(1)} ${String(RECORD)}`}
              />
            )}
            <path class="record-mark" d={`M${(x - 4).toFixed(1)} 2h8l-4 7Z`} />
          </g>
        );
      })}
    </g>
  );
}
