import { batch } from '@preact/signals';
import { isSchema, unpack, unpackFilm, withBeliefs, SITE_FILES } from '../../protocol/index.ts';
import type { Film, RunReckoning, SiteFront, SiteScenario } from '../../protocol/index.ts';
import type { MapSource } from '../../picture/index.ts';
import { say } from '../i18n/words.ts';
import { dataAddress } from './addresses.ts';
import { HostProblem, startClient, type Client } from './client.ts';
import { firstMoment } from './moments.ts';
import { readLink } from './link.ts';
import * as store from './store.ts';
import { takeLink, timeOfLink, type RunWish } from './sync.ts';

async function fetchText(file: string): Promise<string> {
  const response = await fetch(dataAddress(file));
  if (!response.ok) throw new Error(`${file}: ${String(response.status)}`);
  return response.text();
}

let shippedFilm: Film | null = null;
let client: Promise<Client> | null = null;

/** The worker, started when it is first needed and greeted once. */
function host(): Promise<Client> {
  client ??= (async () => {
    const started = startClient(dataAddress(SITE_FILES.scenario));
    await started.hello();
    return started;
  })();
  client.catch(() => (client = null));
  return client;
}

/**
 * Reads the shipped files and shows the run they hold; the engine starts later, if at all.
 * @param onShown called when the run is on the screen, before what the offices believe has come: from then on the visitor acts.
 */
export async function openSite(hash: string, onShown: () => void): Promise<void> {
  store.notice.value = say('open.first');
  const [scenarioText, filmText, frontText] = await Promise.all([
    fetchText(SITE_FILES.scenario),
    fetchText(SITE_FILES.film),
    fetchText(SITE_FILES.front),
  ]);
  const scenario = unpack(scenarioText);
  const film = unpackFilm(filmText);
  const front = unpack(frontText);
  if (!isSchema<SiteScenario<MapSource>>(scenario, 'khasan.site-scenario/1') || film === null) {
    throw new Error(SITE_FILES.scenario);
  }
  shippedFilm = film;
  batch(() => {
    store.scenario.value = scenario;
    if (isSchema<SiteFront>(front, 'khasan.site-front/1')) store.front.value = front;
    store.notice.value = '';
  });
  await followLink(hash);
  onShown();
  await fetchBeliefs(film);
}

/** Puts what the offices believe into the shipped film, also where it is already on the screen. */
async function fetchBeliefs(film: Film): Promise<void> {
  const whole = withBeliefs(film, await fetchText(SITE_FILES.beliefs));
  shippedFilm = whole;
  if (store.film.value === film) store.film.value = whole;
}

/** Shows what a link asks for. */
export async function followLink(hash: string): Promise<void> {
  const { wish, wrong } = takeLink(hash);
  const theirs = readLink(hash).values.scenario;
  const ours = store.model.value?.hash ?? '';
  const seed = wish.seed ?? shippedFilm?.head.seed ?? 1;
  await openRun({ ...wish, seed }, timeOfLink(hash));
  const remarks: string[] = [];
  if (theirs !== undefined && theirs !== ours) {
    remarks.push(say('open.version', { theirs: theirs.slice(0, 8), ours: ours.slice(0, 8) }));
  }
  if (wrong.length > 0) remarks.push(say('open.link', { parts: wrong.join(', ') }));
  if (remarks.length > 0) store.notice.value = remarks.join(' ');
}

function isSameRun(film: Film | null, wish: RunWish): boolean {
  if (film === null) return false;
  const { seed, from, settings } = film.head;
  return seed === wish.seed && from === wish.from && settings.join(';') === wish.settings.join(';');
}

/** The reckoning of a run, made by the worker. */
export async function reckonRun(wish: RunWish & { readonly seed: number }): Promise<RunReckoning> {
  return (await host()).reckon(wish);
}

let latest = 0;

/**
 * Opens a run: the one that is shown, the shipped one, or one that the worker plays now. The newest wish
 * counts. `at` is the tick to show, `null` for the run's own first moment.
 */
export async function openRun(
  wish: RunWish & { readonly seed: number },
  at: number | null,
): Promise<void> {
  const number = ++latest;
  const show = (film: Film): void => {
    batch(() => {
      const isOther = store.film.value?.head.runHash !== film.head.runHash;
      if (isOther && store.film.value !== null && store.selection.value?.kind === 'ev') {
        store.select(null);
      }
      store.film.value = film;
      store.goTo(at ?? firstMoment(film));
    });
  };
  if (isSameRun(store.film.value, wish)) {
    show(store.film.value!);
    return;
  }
  if (isSameRun(shippedFilm, wish)) {
    show(shippedFilm!);
    return;
  }
  store.isOpening.value = true;
  store.notice.value = say('open.working', { seed: wish.seed });
  try {
    const film = await (await host()).open(wish);
    if (number !== latest) return;
    store.notice.value = '';
    show(film);
  } catch (error) {
    if (number !== latest) return;
    const why = error instanceof Error ? error.message : String(error);
    const remedy = error instanceof HostProblem ? error.remedy : '';
    store.notice.value = say('open.failed', { why, remedy });
  } finally {
    if (number === latest) store.isOpening.value = false;
  }
}
