import type { PageName } from './state/link.ts';
import { say } from './i18n/words.ts';
import type { WordKey } from './i18n/en.ts';
import * as store from './state/store.ts';

const ENTRIES: readonly (readonly [PageName, WordKey])[] = [
  ['battle', 'nav.battle'],
  ['runs', 'nav.runs'],
  ['whatif', 'nav.whatif'],
  ['sources', 'nav.sources'],
  ['about', 'nav.about'],
];

/** The line at the top: where one can go, search, keys, language, light or dark. */
export function Head() {
  const isBattle = store.page.value === 'battle';
  return (
    <header class="head">
      <a class="name" href="#/battle" onClick={(event) => go(event, 'battle')}>
        {say('app.title')}
      </a>
      <nav aria-label={say('nav.label')}>
        {ENTRIES.map(([page, words]) => (
          <a
            key={page}
            href={`#/${page}`}
            aria-current={store.page.value === page ? 'page' : undefined}
            onClick={(event) => go(event, page)}
          >
            {say(words)}
          </a>
        ))}
      </nav>
      {isBattle ? <CentreSwitch /> : null}
      <div class="tools">
        <button
          type="button"
          class="quiet search"
          aria-label={say('search.title')}
          onClick={() => (store.overlay.value = 'search')}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path class="stroked" d="M7 2.5a4.5 4.5 0 1 0 .1 0ZM10.4 10.4L14 14" />
          </svg>
        </button>
        <button
          type="button"
          class="quiet save"
          aria-label={say('save.title')}
          title={say('save.title')}
          onClick={() => (store.overlay.value = 'save')}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path class="stroked" d="M8 2v8M4.5 6.8L8 10.3l3.5-3.5M2.5 11v2.5h11V11" />
          </svg>
        </button>
        <button
          type="button"
          class="quiet keys"
          aria-label={say('nav.keys')}
          onClick={() => (store.overlay.value = 'keys')}
        >
          ?
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={`${say('nav.language')}: ${store.lang.value === 'en' ? 'РУ, Русский' : 'EN, English'}`}
          onClick={() => (store.lang.value = store.lang.value === 'en' ? 'ru' : 'en')}
        >
          {store.lang.value === 'en' ? 'РУ' : 'EN'}
        </button>
        <button type="button" class="quiet" aria-label={say('nav.theme')} onClick={turnTheme}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path class="stroked" d="M8 2a6 6 0 1 0 .1 0Z" />
            <path d="M8 2a6 6 0 0 1 0 12Z" />
          </svg>
        </button>
      </div>
    </header>
  );
}

function go(event: MouseEvent, page: PageName): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  store.page.value = page;
  store.pageDetail.value = '';
}

function CentreSwitch() {
  const options: readonly (readonly [store.Centre, WordKey])[] = [
    ['map', 'centre.map'],
    ['wire', 'centre.wire'],
    ['both', 'centre.both'],
    ['board', 'centre.board'],
  ];
  return (
    <div class="switch centre" role="group" aria-label={say('centre.label')}>
      {options.map(([centre, words]) => (
        <button
          key={centre}
          type="button"
          class={`to-${centre}`}
          aria-pressed={store.centre.value === centre}
          onClick={() => (store.centre.value = centre)}
        >
          {say(words)}
        </button>
      ))}
    </div>
  );
}

function turnTheme(): void {
  const isDark =
    store.theme.value === 'dark' ||
    (store.theme.value === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  store.theme.value = isDark ? 'light' : 'dark';
}
