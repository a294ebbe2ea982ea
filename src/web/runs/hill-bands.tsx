import { useEffect } from 'preact/hooks';
import { signal } from '@preact/signals';
import { hillBandsPlot, type HillBandsData, type Holder } from '../../picture/index.ts';
import { MEASURES } from '../../record/index.ts';
import type { SiteRows } from '../../protocol/index.ts';
import { placeName, say, sayDay, sideName } from '../i18n/words.ts';
import { svgNodes } from '../map/fragment.ts';
import { recorded } from '../state/milestones.ts';
import { useWidth } from '../use-width.ts';
import { shareWords } from './standing.ts';
import { PlotNumbers } from '../plot-numbers.tsx';

/** Measures of single days: `holder.PLACE.MMDD`. */
const DAY_MEASURE = /^holder\.([a-z0-9-]+)\.(\d\d)(\d\d)$/;
const DAYS = MEASURES.flatMap(({ id }) => {
  const [, place, month, day] = DAY_MEASURE.exec(id) ?? [];
  return place === undefined ? [] : [{ id, place, month: Number(month), day: Number(day) }];
});
const PLACES = [...new Set(DAYS.map(({ place }) => place))];
const chosen = signal(PLACES[0] ?? '');

/** Who holds a height at noon of each day, over the runs, with the record as a strip above. */
export function HillBands({ rows }: { readonly rows: SiteRows }) {
  const [place, width] = useWidth<HTMLDivElement>();
  const data = bandsOf(rows, chosen.value);
  const isKnown = data.days.some(({ record }) => record !== null);
  const drawn =
    width === 0 ? null : hillBandsPlot(data, { width: Math.min(960, width), bare: true });
  const svg = drawn?.svg ?? '';
  useEffect(() => {
    if (svg !== '') place.current?.replaceChildren(...svgNodes(svg));
  }, [svg]);
  return (
    <section class="sample">
      <h2>{say('runs.hill')}</h2>
      <p class="pick">
        <label>
          {say('runs.hill.pick')}{' '}
          <select
            value={chosen.value}
            onChange={(event) => (chosen.value = event.currentTarget.value)}
          >
            {PLACES.map((id) => (
              <option key={id} value={id}>
                {placeName(id)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div ref={place} class="hill-bands" />
      {isKnown ? <p class="muted">{say('runs.hill.note')}</p> : null}
      {drawn === null ? null : <PlotNumbers table={drawn.table} />}
    </section>
  );
}

function holderOf(word: unknown): Holder | null {
  if (word === 'su') return 0;
  if (word === 'jp') return 1;
  return word === 'both' || word === 'none' ? word : null;
}

function bandsOf(rows: SiteRows, place: string): HillBandsData {
  const days = DAYS.filter((each) => each.place === place).map(({ id, month, day }) => {
    const known = (rows.measures[id] ?? []).map(holderOf).filter((each) => each !== null);
    const share = (holder: Holder): number =>
      known.length === 0 ? 0 : known.filter((each) => each === holder).length / known.length;
    return {
      label: sayDay({ year: 1938, month, day }, true),
      shares: { 0: share(0), 1: share(1), both: share('both'), none: share('none') },
      record: holderOf(recorded.value.get(id)?.value),
    };
  });
  const data: HillBandsData = {
    hill: placeName(place),
    sides: [sideName(0), sideName(1)],
    days,
    runs: rows.runs,
  };
  return { ...data, words: wordsOf(data) };
}

function wordsOf(data: HillBandsData): NonNullable<HillBandsData['words']> {
  const common = {
    about: say('runs.hill.about', { runs: data.runs }),
    day: say('runs.hill.day'),
    record: say('record.record'),
    both: say('word.both'),
    nobody: say('word.none'),
  };
  return { ...common, finding: findingOf(data) };
}

/** On how many days most runs agree with the record; without one, on which day they are least of one mind. */
function findingOf({ hill, days }: HillBandsData): string {
  const known = days.filter(({ record }) => record !== null);
  if (known.length > 0) {
    const agreed = known.filter(
      ({ record, shares }) => shares[String(record) as keyof typeof shares] > 0.5,
    );
    return say('runs.hill.agree', { hill, agreed: agreed.length, days: known.length });
  }
  const split = days
    .map(({ label, shares }) => ({ label, most: Math.max(...Object.values(shares)) }))
    .sort((a, b) => a.most - b.most)[0];
  return split === undefined
    ? hill
    : say('runs.hill.split', { hill, day: split.label, share: shareWords(split.most) });
}
