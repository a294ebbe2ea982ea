import { useRef } from 'preact/hooks';
import type { Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';
import { say, sayDayOfTick } from '../i18n/words.ts';
import { CLOCKS, clockOf, dayTicks } from '../state/time-words.ts';
import * as store from '../state/store.ts';
import { stepEvent } from '../state/steps.ts';
import { RECORD, RecordLane } from './record-lane.tsx';
import { markPath } from './glyphs.ts';
import { tracksOf, type Tracks } from './tracks.ts';
import { useWidth } from '../use-width.ts';
import { Controls, timeText } from './controls.tsx';
import { DETAIL, nightPath, rungPath, wetPath } from './lane-paths.ts';

const OVERVIEW = 46;
/** Ticks that the detail lane shows: two days. */
const DETAIL_TICKS = 192;

/** The bar at the foot: buttons, both clocks, and two lanes of time. */
export function TimeBar() {
  const { value: model } = store.model;
  const { value: film } = store.film;
  const [box, width] = useWidth<HTMLDivElement>();
  return (
    <footer class="time-bar">
      <Controls model={model} film={film} />
      <div ref={box} class="lanes">
        {model !== null && film !== null && width > 0 ? (
          <Lanes model={model} film={film} width={width} />
        ) : null}
      </div>
    </footer>
  );
}

interface LaneProps {
  readonly model: Model;
  readonly film: Film;
  readonly width: number;
}

function Lanes({ model, film, width }: LaneProps) {
  const { head } = film;
  const tick = store.tick.value;
  const tracks = tracksOf(film, model, store.weights.value);
  const from = Math.max(
    head.startTick,
    Math.min(head.endTick - DETAIL_TICKS, tick - DETAIL_TICKS / 2),
  );
  const overview = (at: number): number =>
    ((at - head.startTick) / Math.max(1, head.endTick - head.startTick)) * width;
  const detail = (at: number): number => ((at - from) / DETAIL_TICKS) * width;
  return (
    <div
      class="slider"
      role="slider"
      tabIndex={0}
      aria-label={say('time.label')}
      aria-valuemin={head.startTick}
      aria-valuemax={head.endTick}
      aria-valuenow={tick}
      aria-valuetext={timeText(model, film, tick)}
      onKeyDown={onSliderKey}
    >
      <Lane
        height={DETAIL}
        width={width}
        onDrag={(x, isFirst, anchor) =>
          isFirst
            ? store.goTo(from + (x / width) * DETAIL_TICKS)
            : store.goTo(anchor.tick + ((x - anchor.x) / width) * DETAIL_TICKS)
        }
      >
        <DetailLane {...{ model, film, width, tracks, from, detail }} />
        <path class="now" d={`M${detail(tick).toFixed(1)} 0V${String(DETAIL)}`} />
      </Lane>
      {store.isRecordShown.value ? (
        <Lane
          height={RECORD}
          width={width}
          onDrag={(x) => store.goTo(head.startTick + (x / width) * (head.endTick - head.startTick))}
        >
          <RecordLane film={film} overview={overview} />
          <text class="row" x="4" y="12">
            {say('record.track')}
          </text>
        </Lane>
      ) : null}
      <Lane
        height={OVERVIEW}
        width={width}
        onDrag={(x) => store.goTo(head.startTick + (x / width) * (head.endTick - head.startTick))}
      >
        <OverviewLane {...{ model, film, width, tracks, overview }} />
        <rect
          class="window"
          x={overview(from)}
          y="1"
          width={Math.max(3, overview(from + DETAIL_TICKS) - overview(from))}
          height={OVERVIEW - 2}
        />
        <path class="now" d={`M${overview(tick).toFixed(1)} 0V${String(OVERVIEW)}`} />
      </Lane>
    </div>
  );
}

interface Anchor {
  readonly x: number;
  readonly tick: number;
}

function Lane({
  width,
  height,
  onDrag,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly onDrag: (x: number, isFirst: boolean, anchor: Anchor) => void;
  readonly children: preact.ComponentChildren;
}) {
  const anchor = useRef<Anchor | null>(null);
  const xOf = (event: PointerEvent): number =>
    event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
  return (
    <svg
      class="lane"
      width={width}
      height={height}
      aria-hidden="true"
      onPointerDown={(event) => {
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
        store.isPlaying.value = false;
        const x = xOf(event);
        onDrag(x, true, { x, tick: store.tick.value });
        anchor.current = { x, tick: store.tick.value };
      }}
      onPointerMove={(event) => {
        if (anchor.current !== null) onDrag(xOf(event), false, anchor.current);
      }}
      onPointerUp={() => (anchor.current = null)}
      onPointerCancel={() => (anchor.current = null)}
    >
      {children}
    </svg>
  );
}

/** The whole run: days, losses of both sides, papers. */
function OverviewLane({
  model,
  film,
  width,
  tracks,
  overview,
}: LaneProps & { readonly tracks: Tracks; readonly overview: (at: number) => number }) {
  const { head } = film;
  const days = dayTicks(model.startMinutes, head.startTick, head.endTick);
  const step = Math.max(1, Math.ceil(62 / (width / days.length)));
  const middle = 24;
  const bars = ['', ''];
  for (let day = 0; day * 2 < tracks.losses.length; day++) {
    for (const side of [0, 1] as const) {
      const lost = tracks.losses[day * 2 + side]!;
      if (lost <= 0) continue;
      const x = overview(head.startTick + day * 96);
      const wide = Math.max(1.5, overview(head.startTick + (day + 1) * 96) - x - 1);
      const high = 2 + Math.sqrt(lost / tracks.lossMost) * 13;
      bars[side]! +=
        `M${x.toFixed(1)} ${String(middle)}h${wide.toFixed(1)}v${(side === 0 ? -high : high).toFixed(1)}h${(-wide).toFixed(1)}Z`;
    }
  }
  return (
    <>
      <path class="day-line" d={days.map((at) => `M${overview(at).toFixed(1)} 20v8`).join('')} />
      <path class="axis" d={`M0 ${String(middle)}H${String(width)}`} />
      <path class="loss side0" d={bars[0]} />
      <path class="loss side1" d={bars[1]} />
      <Marks
        papers={tracks.papers.filter(({ mark }) => mark !== 'asked' && mark !== 'refused')}
        at={overview}
        y={6}
        r={3.2}
      />
      {days
        .filter((_, index) => index % step === 0)
        .map((at) => (
          <text key={at} class="day" x={overview(at) + 2} y={OVERVIEW - 3}>
            {sayDayOfTick(model.startMinutes, at, true)}
          </text>
        ))}
    </>
  );
}

/** Two days: night, weather, rungs, papers. */
function DetailLane({
  model,
  film,
  width,
  tracks,
  from,
  detail,
}: LaneProps & {
  readonly tracks: Tracks;
  readonly from: number;
  readonly detail: (at: number) => number;
}) {
  const to = from + DETAIL_TICKS;
  const papers = tracks.papers.filter(({ tick }) => tick >= from - 4 && tick <= to + 4);
  const hours: { at: number; words: string }[] = [];
  for (let at = Math.ceil(from / 24) * 24; at <= to; at += 24) {
    hours.push({ at, words: clockOf(model.startMinutes, at, CLOCKS.tokyo) });
  }
  return (
    <>
      <path class="night" d={nightPath(model, from, to, detail)} />
      <path class="wet" d={wetPath(tracks, from, to, detail)} />
      <path
        class="day-line"
        d={hours.map(({ at }) => `M${detail(at).toFixed(1)} 0V${String(DETAIL - 12)}`).join('')}
      />
      {hours.map(({ at, words }) => (
        <text key={at} class="day" x={detail(at) + 3} y={DETAIL - 2}>
          {words === '00:00' ? sayDayOfTick(model.startMinutes, at, true) : words}
        </text>
      ))}
      {[0, 1].map((side) => (
        <path
          key={side}
          class={`rung side${String(side)}`}
          d={rungPath(tracks, side, model.rungs.length, from, to, detail, width)}
        />
      ))}
      <Marks papers={papers} at={detail} y={24} r={5} />
      <LossTicks film={film} from={from} to={to} at={detail} />
      <text class="row" x="4" y="12">
        {say('time.papers')}
      </text>
    </>
  );
}

function Marks({
  papers,
  at,
  y,
  r,
}: {
  readonly papers: Tracks['papers'];
  readonly at: (tick: number) => number;
  readonly y: number;
  readonly r: number;
}) {
  const paths: Record<string, string> = {};
  for (const { mark, tick } of papers) {
    paths[mark] = (paths[mark] ?? '') + markPath(mark, at(tick), y, r);
  }
  return (
    <>
      {Object.entries(paths).map(([mark, data]) => (
        <path key={mark} class={`paper ${mark}`} d={data} />
      ))}
    </>
  );
}

/** Short strokes at the hours of losses. */
function LossTicks({
  film,
  from,
  to,
  at,
}: {
  readonly film: Film;
  readonly from: number;
  readonly to: number;
  readonly at: (tick: number) => number;
}) {
  const { value: weights } = store.weights;
  let data = '';
  for (let number = 0; number < film.events.count; number++) {
    const tick = film.events.ticks[number]!;
    if (tick < from) continue;
    if (tick > to) break;
    if (weights[number]! >= 2) data += `M${at(tick).toFixed(1)} 34v6`;
  }
  return <path class="event-tick" d={data} />;
}

/** Keys while the bar has the focus. */
function onSliderKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { tick } = store;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const sign = event.key === 'ArrowLeft' ? -1 : 1;
    if (event.shiftKey) store.goTo(tick.value + sign * 96);
    else stepEvent(sign);
  } else if (event.key === 'Home') store.goTo(-Infinity);
  else if (event.key === 'End') store.goTo(Infinity);
  else if (event.key === 'PageUp') store.goTo(tick.value + 96);
  else if (event.key === 'PageDown') store.goTo(tick.value - 96);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
