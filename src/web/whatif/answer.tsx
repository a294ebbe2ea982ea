import { useEffect } from 'preact/hooks';
import { differencePlot } from '../../picture/index.ts';
import type { BatchRow } from '../../protocol/index.ts';
import { say } from '../i18n/words.ts';
import { svgNodes } from '../map/fragment.ts';
import { openRun } from '../state/opening.ts';
import * as store from '../state/store.ts';
import { findingOf, type PairsFinding } from './pairs.ts';
import { useWidth } from '../use-width.ts';
import { PlotNumbers } from '../plot-numbers.tsx';

/** What a batch of pairs was of. */
export interface Played {
  readonly settings: readonly string[];
  readonly change: string;
  readonly from: string;
}

/** The mean difference of the pairs: in a sentence, as a picture, as a table, and the pairs that differ most. */
export function Answer({
  rows,
  played,
  measure,
}: {
  readonly rows: readonly BatchRow[];
  readonly played: Played;
  readonly measure: string;
}) {
  const found = findingOf(rows, measure, played.change);
  const { n, same, pairs } = found;
  return (
    <div class="answer">
      {found.data === null ? (
        <p class="finding">{found.sentence}</p>
      ) : (
        <Plot data={found.data} sentence={found.sentence} />
      )}
      {pairs < 2 ? null : (
        <p class="muted">
          {say('whatif.n', { n, pairs, same })} {n < pairs ? say('whatif.selected') : ''}
        </p>
      )}
      <Widest found={found} played={played} />
    </div>
  );
}

function Plot({
  data,
  sentence,
}: {
  readonly data: NonNullable<PairsFinding['data']>;
  readonly sentence: string;
}) {
  const [place, width] = useWidth<HTMLDivElement>();
  const plot = differencePlot(data, { width: Math.min(760, Math.max(320, width)), bare: true });
  useEffect(() => {
    if (width > 0) place.current?.replaceChildren(...svgNodes(plot.svg));
  }, [plot.svg, width]);
  return (
    <>
      <p class="unseen" role="status">
        {sentence}
      </p>
      <div ref={place} class="difference" aria-hidden="true" />
      <PlotNumbers table={plot.table} />
    </>
  );
}

function Widest({ found, played }: { readonly found: PairsFinding; readonly played: Played }) {
  if (found.widest.length === 0) return null;
  const open = async (seed: number, settings: readonly string[]): Promise<void> => {
    await openRun({ seed, from: played.from, settings }, store.tick.value);
    store.page.value = 'battle';
  };
  return (
    <details>
      <summary>{say('whatif.widest')}</summary>
      <ul class="plain">
        {found.widest.map(({ seed, difference }) => (
          <li key={seed}>
            {seed} <span class="muted">({Number(difference.toFixed(1))})</span>{' '}
            <button type="button" class="link" onClick={() => void open(seed, [])}>
              {say('whatif.without')}
            </button>{' '}
            <button type="button" class="link" onClick={() => void open(seed, played.settings)}>
              {say('whatif.with')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
