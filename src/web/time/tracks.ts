import { EVENT_KINDS } from '../../engine/index.ts';
import type { Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';
import { eventOf } from '../state/run-view.ts';

/** What the time bar shows besides time, gathered once for a run. Ticks ascend. */
export interface Tracks {
  /** `[day * 2 + side]` men lost, days counted from the run's first tick. */
  readonly losses: Float64Array;
  readonly lossMost: number;
  /** Rungs reached: tick, side, number of the rung. */
  readonly rungs: readonly {
    readonly tick: number;
    readonly side: number;
    readonly rung: number;
  }[];
  readonly papers: readonly PaperMark[];
  /** Weather from each tick on. */
  readonly weather: readonly { readonly tick: number; readonly weather: string }[];
}

export interface PaperMark {
  readonly number: number;
  readonly tick: number;
  /** How it is drawn; see the family of marks. */
  readonly mark: 'asked' | 'granted' | 'refused' | 'unbidden' | 'fight' | 'truce';
}

const MARKS: Readonly<Record<string, PaperMark['mark']>> = {
  'permission-asked': 'asked',
  'permission-granted': 'granted',
  'permission-refused': 'refused',
  'acted-without-authority': 'unbidden',
  'operation-started': 'fight',
  'truce-agreed': 'truce',
};

const made = new WeakMap<Film, Tracks>();

export function tracksOf(film: Film, model: Model, weights: Uint8Array): Tracks {
  const known = made.get(film);
  if (known !== undefined) return known;
  const { events, head } = film;
  const days = Math.ceil((head.endTick - head.startTick) / 96) + 1;
  const losses = new Float64Array(days * 2);
  const rungs: { tick: number; side: number; rung: number }[] = [];
  const papers: PaperMark[] = [];
  const weather: { tick: number; weather: string }[] = [];
  const sideOf = (id: unknown): number => model.sides.findIndex((side) => side.id === id);
  for (let number = 0; number < events.count; number++) {
    const kind = EVENT_KINDS[events.kinds[number]!]!;
    const mark = MARKS[kind];
    if (mark !== undefined && (weights[number]! >= 2 || mark === 'fight')) {
      papers.push({ number, tick: events.ticks[number]!, mark });
    }
    if (kind === 'casualties-taken') {
      const { tick, data } = eventOf(events, number);
      const at = Math.floor((tick - head.startTick) / 96) * 2 + Math.max(0, sideOf(data['side']));
      losses[at] =
        losses[at]! + Number(data['killed']) + Number(data['wounded']) + Number(data['missing']);
    } else if (kind === 'rung-reached') {
      const { tick, data } = eventOf(events, number);
      const rung = model.rungs.findIndex(({ id }) => id === data['rung']);
      rungs.push({ tick, side: sideOf(data['side']), rung });
    } else if (kind === 'weather-changed') {
      const { tick, data } = eventOf(events, number);
      weather.push({ tick, weather: String(data['weather']) });
    }
  }
  const tracks = {
    losses,
    lossMost: losses.reduce((most, value) => Math.max(most, value), 1),
    rungs,
    papers,
    weather,
  };
  made.set(film, tracks);
  return tracks;
}

/** Weather at a tick, `''` before the first. */
export function weatherAt(tracks: Tracks, tick: number): string {
  let found = '';
  for (const each of tracks.weather) {
    if (each.tick > tick) break;
    found = each.weather;
  }
  return found;
}
