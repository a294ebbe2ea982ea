import { textWidth } from '../../picture/index.ts';
import type { SiteRecorded } from '../../protocol/index.ts';
import { say } from '../i18n/words.ts';
import { sayRecorded, type Flag } from './say-measure.ts';
import { MIDDLE } from './standing.ts';

/** Share 0–1 of the axis at which a figure stands. */
type Across = (value: number) => number;

const ROW = 18;
const LABEL = { family: 'sans', size: 13, weight: 600 } as const;
const per = (share: number): string => `${(share * 100).toFixed(2)}%`;

/**
 * The record as a line, or a band where it allows a span, with its name at the top; every other claim as a
 * dashed line with a flag. Names stand in rows, so that none covers another.
 */
export function Marks({
  id,
  record,
  flags,
  across,
  width,
}: {
  readonly id: string;
  readonly record: SiteRecorded | undefined;
  readonly flags: readonly Flag[];
  readonly across: Across;
  readonly width: number;
}) {
  const { low, high, value: stated } = record ?? {};
  const hasRecord = typeof low === 'number' && typeof high === 'number';
  const named = [
    ...(hasRecord
      ? [
          {
            words: say('runs.mark.record', { record: sayRecorded(record!) }),
            value: typeof stated === 'number' ? stated : (low + high) / 2,
            isRecord: true,
          },
        ]
      : []),
    ...(hasRecord ? flags : []).map((flag) => ({ ...flag, isRecord: false })),
  ];
  const ends: number[] = [];
  const placed = named.map((mark) => {
    const breadth = textWidth(mark.words, LABEL) + 12;
    const at = across(mark.value) * width;
    // A name flies to the right of its line, to the left where it would leave the sheet.
    const isLeft = at + breadth > width;
    const from = isLeft ? at - breadth : at;
    const found = ends.findIndex((end) => end <= from);
    const row = found < 0 ? ends.length : found;
    ends[row] = from + breadth;
    return { ...mark, isLeft, row };
  });
  const top = Math.max(1, ends.length) * ROW;
  return (
    <div class="marks" style={{ height: `${String(top)}px` }} data-measure={id}>
      {hasRecord ? (
        <span
          class="record-band"
          style={{
            left: per(across(low)),
            width: per(across(high) - across(low)),
            top: `${String(ROW)}px`,
          }}
        />
      ) : null}
      {placed.map(({ words, value, isRecord, isLeft, row }) => (
        <span
          key={words}
          class={`${isRecord ? 'record-line' : 'claim-line'}${isLeft ? ' leftward' : ''}`}
          style={{ left: per(across(value)), top: `${String(row * ROW)}px` }}
        >
          <span>{words}</span>
        </span>
      ))}
    </div>
  );
}

/** The middle half of the runs as a thick line, nine tenths as a thin one, the middle run as a point. */
export function Quantiles({
  across,
  at,
  unit,
}: {
  readonly across: Across;
  /** Figure below which a share of the runs lies. */
  readonly at: (share: number) => number;
  readonly unit: string;
}) {
  const x = (share: number): string => per(across(at(share)));
  return (
    <>
      <svg class="quantiles" width="100%" height="14" aria-hidden="true">
        <line class="most" x1={x(MIDDLE.from)} x2={x(MIDDLE.to)} y1="6" y2="6" />
        {[MIDDLE.from, MIDDLE.to].map((share) => (
          <line key={share} class="most" x1={x(share)} x2={x(share)} y1="1" y2="11" />
        ))}
        <line class="half" x1={x(0.25)} x2={x(0.75)} y1="6" y2="6" />
        <circle cx={x(0.5)} cy="6" r="4" />
      </svg>
      <p class="key muted" aria-hidden="true">
        <svg width="26" height="12">
          <line class="most" x1="0" x2="26" y1="6" y2="6" />
        </svg>{' '}
        {say('runs.ninety.mark')}{' '}
        <svg width="26" height="12">
          <line class="half" x1="0" x2="26" y1="6" y2="6" />
        </svg>{' '}
        {say('runs.middle.mark')}
        <span class="unit">{unit}</span>
      </p>
    </>
  );
}
