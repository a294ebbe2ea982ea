import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { say } from './i18n/words.ts';
import { startKeys } from './keys.ts';
import { readLink } from './state/link.ts';
import { fetchMilestones } from './state/milestones.ts';
import { followLink, openSite } from './state/opening.ts';
import { fetchSources } from './state/sources.ts';
import * as store from './state/store.ts';
import { settle, startSync, takeChoices } from './state/sync.ts';
import { startPrinting } from './take/print-sheet.tsx';
import { startPlayback } from './time/playback.ts';
import './styles/fonts.css';
import './styles/page.css';
import './styles/map.css';
import './styles/panels.css';
import './styles/views.css';
import './styles/take.css';

/** What a browser keeps of a visitor's wishes between visits; no more than these. */
const KEPT = 'khasan-theme';

/** Faces of the first view, and how long the page waits for them: with them in hand nothing moves later. */
const FACES = [
  '400 15px "Source Sans 3 Variable"',
  '600 20px "Source Serif 4 Variable"',
  'italic 400 15px "Source Serif 4 Variable"',
];
const FACES_MILLISECONDS = 400;

async function fontsHere(): Promise<void> {
  const sample = store.lang.value === 'ru' ? 'Хасан Khasan' : 'Khasan';
  await Promise.race([
    Promise.all(FACES.map((face) => document.fonts.load(face, sample))),
    new Promise((resolve) => setTimeout(resolve, FACES_MILLISECONDS)),
  ]).catch(() => undefined);
}

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (root === null) return;
  const link = readLink(location.hash);
  // A link to a moment is for somebody who wants to see it, not the title.
  if (link.values.t !== undefined) store.hasTitle.value = false;
  const language = link.values.lang ?? navigator.language.slice(0, 2);
  store.lang.value = language === 'ru' ? 'ru' : 'en';
  store.page.value = link.page;
  takeChoices(link.values);
  const kept = readKept();
  if (kept === 'light' || kept === 'dark') store.theme.value = kept;
  effect(() => keep(store.theme.value));
  await fontsHere();
  render(<App />, root);
  startKeys();
  startPlayback();
  startPrinting();
  if (location.protocol === 'file:') {
    store.notice.value = say('open.file');
    return;
  }
  const onShown = (): void => {
    settle();
    startSync(followLink);
  };
  openSite(location.hash, onShown).then(
    () => {
      // Paper may be asked for at any moment, and then there is no time to fetch what stands on it.
      void fetchMilestones().then(fetchSources);
    },
    (error: unknown) => {
      store.notice.value = say('open.dead', {
        why: error instanceof Error ? error.message : String(error),
      });
    },
  );
}

/** Storage can be closed to a page; then nothing is kept. */
function readKept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    return;
  }
}

void start();
