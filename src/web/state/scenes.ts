import type { EventKind, Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';
import { eventsOfKinds } from './moments.ts';
import { whyOf } from './papers.ts';
import { eventOf, type FilmEvent } from './run-view.ts';
import type { Centre, Layer } from './store.ts';

/** The seven scenes of the story, in the order in which they are told. */
export const SCENES = [
  'works',
  'request',
  'refusal',
  'death',
  'ahead',
  'heaviest',
  'truce',
] as const;
export type SceneName = (typeof SCENES)[number];

/** How a scene is looked at, and which row of the record stands beside it. */
export interface SceneView {
  readonly layers: readonly Layer[];
  readonly centre: Centre;
  /** Row of the milestones, `''` where the record has no such measure. */
  readonly row: string;
}

export const SCENE_VIEWS: Readonly<Record<SceneName, SceneView>> = {
  works: { layers: ['lines', 'units', 'works'], centre: 'map', row: 'R-first.sighting.jp' },
  request: { layers: ['lines', 'units'], centre: 'both', row: 'D1-works' },
  refusal: { layers: ['lines', 'units'], centre: 'both', row: '' },
  death: { layers: ['lines', 'units'], centre: 'map', row: 'R-first.death' },
  ahead: { layers: ['lines', 'units'], centre: 'both', row: 'R-first.assault' },
  heaviest: { layers: ['lines', 'units', 'works'], centre: 'map', row: 'T7' },
  truce: { layers: ['lines', 'units'], centre: 'map', row: 'R-truce.hour' },
};

/** What a run has for a scene: the event, and figures for its sentence. */
export interface Scene {
  readonly name: SceneName;
  /** `null` where the run has no such event. */
  readonly event: FilmEvent | null;
  /** Men lost on the heaviest day, by side. */
  readonly lost: readonly [number, number];
  /** Ticks from the act to the leave for it, `null` where none came. */
  readonly leaveAfter: number | null;
}

/** Acts whose papers decide whether there is a battle. */
const FORCE: readonly string[] = ['eject', 'assault', 'bombard', 'strike', 'post'];
const isOfForce = ({ data }: FilmEvent): boolean => FORCE.includes(String(data['act']));

const made = new WeakMap<Film, readonly Scene[]>();

/** The scenes of a run: queries on its events, each with an answer or none. */
export function scenesOf(film: Film, model: Model): readonly Scene[] {
  const known = made.get(film);
  if (known !== undefined) return known;
  const first = (kinds: readonly EventKind[], fits: (event: FilmEvent) => boolean) =>
    eventsOfKinds(film, kinds)
      .map((number) => eventOf(film.events, number))
      .find(fits) ?? null;
  const plain = (name: SceneName, event: FilmEvent | null): Scene => ({
    ...{ name, event, leaveAfter: null },
    lost: [0, 0],
  });
  const scenes = [
    plain(
      'works',
      first(['contact-reported'], ({ data }) => data['activity'] === 'digging'),
    ),
    plain('request', first(['permission-asked'], isOfForce)),
    plain('refusal', first(['permission-refused', 'force-forbidden'], isOfForce)),
    plain(
      'death',
      first(['casualties-taken'], ({ data }) => Number(data['killed']) > 0),
    ),
    aheadOfPaper(film, model),
    heaviestDay(film, model),
    plain(
      'truce',
      first(['truce-agreed'], () => true),
    ),
  ];
  made.set(film, scenes);
  return scenes;
}

/** The first act of force on nobody's leave whose paper came later; else the first for which none came. */
function aheadOfPaper(film: Film, model: Model): Scene {
  const acts = eventsOfKinds(film, ['order-given', 'operation-ordered'])
    .map((number) => eventOf(film.events, number))
    .filter(
      (event) =>
        isOfForce(event) && ['initiative', 'against-ban'].includes(String(event.data['authority'])),
    );
  for (const event of acts) {
    const { lateLeave } = whyOf(film, model, event);
    if (lateLeave === null) continue;
    const leaveAfter = lateLeave.readTick - event.tick;
    return { name: 'ahead', event: noticeOf(film, event), lost: [0, 0], leaveAfter };
  }
  const event = acts[0] === undefined ? null : noticeOf(film, acts[0]);
  return { name: 'ahead', event, lost: [0, 0], leaveAfter: null };
}

/** The event that says of an act that it had no authority, which tells more; the act where there is none. */
function noticeOf(film: Film, act: FilmEvent): FilmEvent {
  const notices = eventsOfKinds(film, ['acted-without-authority'])
    .filter((number) => film.events.ticks[number] === act.tick)
    .map((number) => eventOf(film.events, number));
  return (
    notices.find(
      ({ actor, place, data }) =>
        actor === act.actor && place === act.place && data['act'] === act.data['act'],
    ) ?? act
  );
}

const DAY_TICKS = 96;

/** The day on which most men were lost, by its costliest event. */
function heaviestDay(film: Film, model: Model): Scene {
  const days = new Map<number, { lost: [number, number]; worst: FilmEvent; most: number }>();
  for (const number of eventsOfKinds(film, ['casualties-taken'])) {
    const event = eventOf(film.events, number);
    const { killed, wounded, missing, side } = event.data;
    const men = Number(killed) + Number(wounded) + Number(missing);
    const day = Math.floor((event.tick - film.head.startTick) / DAY_TICKS);
    const entry = days.get(day) ?? { lost: [0, 0], worst: event, most: 0 };
    const index = model.sides.findIndex(({ id }) => id === side) === 1 ? 1 : 0;
    entry.lost[index] += men;
    if (men > entry.most) Object.assign(entry, { worst: event, most: men });
    days.set(day, entry);
  }
  const all = [...days.values()];
  const total = ({ lost }: { readonly lost: readonly [number, number] }): number =>
    lost[0] + lost[1];
  const [heaviest] = all.sort((a, b) => total(b) - total(a) || a.worst.tick - b.worst.tick);
  const name = 'heaviest';
  if (heaviest === undefined) return { name, event: null, lost: [0, 0], leaveAfter: null };
  return { name, event: heaviest.worst, lost: heaviest.lost, leaveAfter: null };
}
