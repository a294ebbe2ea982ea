import { useEffect, useRef, useState } from 'preact/hooks';
import { officeName, placeName, say, sideName } from './i18n/words.ts';
import { centreOn } from './map/battle-map.tsx';
import * as store from './state/store.ts';
import { Save } from './take/save.tsx';
import { TheatreMap } from './theatre/theatre.tsx';

const CONTENTS: Readonly<Record<Exclude<store.OverlayName, 'none'>, () => preact.JSX.Element>> = {
  keys: () => <Keys />,
  save: () => <Save />,
  theatre: () => <TheatreMap />,
  search: () => <Search />,
};

/** What lies over the page when it is asked for: the keys, or the search. */
export function Overlays() {
  const open = store.overlay.value;
  if (open === 'none') return null;
  return (
    <Dialog key={open} kind={open} label={say(`${open}.title`)}>
      {CONTENTS[open]()}
    </Dialog>
  );
}

function Dialog({
  label,
  kind,
  children,
}: {
  readonly kind: string;
  readonly label: string;
  readonly children: preact.ComponentChildren;
}) {
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      class={`over-page ${kind}`}
      aria-label={label}
      onClose={(event) => {
        // A dialog that has left the page is told late, when the next one may be open already.
        if (event.currentTarget.isConnected) store.overlay.value = 'none';
      }}
      onClick={(event) => {
        if (event.target === place.current) store.overlay.value = 'none';
      }}
    >
      <header class="panel-head">
        <h2>{label}</h2>
        <button
          type="button"
          class="quiet close"
          aria-label={say('panel.close')}
          onClick={() => (store.overlay.value = 'none')}
        >
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}

const KEY_LIST = {
  en: [
    ['Space', 'play, pause'],
    ['← →', 'event before, next event'],
    ['Shift ← →', 'a day back, forward'],
    [', .', 'one quarter of an hour'],
    ['Home End', 'first, last day'],
    ['[ ]', 'slower, faster'],
    ['T', 'truth, and the last eyes'],
    ['1 … 6', 'preset eyes'],
    ['X', 'compare with truth'],
    ['H (hold)', 'hide counters'],
    ['B', 'the map as a table'],
    ['W', 'why: the last turn'],
    ['R', 'the record beside the run'],
    ['M', 'the approaches, beyond the map'],
    ['P', 'print the sheet'],
    ['S', 'save: map, Wire, tables, GeoJSON'],
    ['F + −', 'whole field, zoom'],
    ['arrows on the map', 'move the cursor; Enter opens'],
    ['Esc', 'close one thing'],
    ['Ctrl K, /', 'search'],
  ],
  ru: [
    ['Пробел', 'пуск, пауза'],
    ['← →', 'событие назад, вперёд'],
    ['Shift ← →', 'день назад, вперёд'],
    [', .', 'четверть часа'],
    ['Home End', 'первый, последний день'],
    ['[ ]', 'медленнее, быстрее'],
    ['T', 'истина и последние глаза'],
    ['1 … 6', 'готовые глаза'],
    ['X', 'сравнить с истиной'],
    ['H (держать)', 'скрыть части'],
    ['B', 'карта как таблица'],
    ['W', 'почему: последний поворот'],
    ['R', 'документы рядом с прогоном'],
    ['M', 'подступы за краем карты'],
    ['P', 'напечатать лист'],
    ['S', 'сохранить: карта, Провод, таблицы, GeoJSON'],
    ['F + −', 'всё поле, масштаб'],
    ['стрелки на карте', 'курсор; Enter открывает'],
    ['Esc', 'закрыть одно'],
    ['Ctrl K, /', 'поиск'],
  ],
} as const;

function Keys() {
  return (
    <>
      <dl class="key-list">
        {KEY_LIST[store.lang.value].map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          checked={store.hasKeys.value}
          onChange={() => (store.hasKeys.value = !store.hasKeys.value)}
        />
        <span>{say('keys.off')}</span>
      </label>
    </>
  );
}

interface Found {
  readonly key: string;
  readonly words: string;
  readonly note: string;
  readonly open: () => void;
}

const FOUND_MOST = 12;

function Search() {
  const [text, setText] = useState('');
  const found = text.trim() === '' ? [] : search(text.trim().toLowerCase());
  return (
    <form
      class="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (found[0] !== undefined) choose(found[0]);
      }}
    >
      <input
        type="search"
        aria-label={say('search.label')}
        placeholder={say('search.label')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <ul class="plain" aria-live="polite">
        {found.map((each) => (
          <li key={each.key}>
            <button type="button" class="link" onClick={() => choose(each)}>
              {each.words}
            </button>{' '}
            <span class="muted">{each.note}</span>
          </li>
        ))}
      </ul>
      {text.trim() !== '' && found.length === 0 ? <p class="muted">{say('search.none')}</p> : null}
    </form>
  );
}

function choose(found: Found): void {
  store.overlay.value = 'none';
  found.open();
}

function search(text: string): Found[] {
  const { value: model } = store.model;
  if (model === null) return [];
  const found: Found[] = [];
  const add = (key: string, words: string, note: string, also: string, open: () => void): void => {
    if (`${words} ${also}`.toLowerCase().includes(text)) found.push({ key, words, note, open });
  };
  model.areas.forEach((area) =>
    add(`a${area.id}`, placeName(area.id), say('card.hex'), area.name, () => {
      centreOn(area.hex);
      store.select({ kind: 'hex', index: area.hex });
    }),
  );
  model.offices.forEach((office, index) =>
    add(
      `o${office.id}`,
      officeName(index),
      `${say('card.office')}, ${sideName(office.side)}`,
      `${office.name} ${office.person}`,
      () => store.select({ kind: 'office', index }),
    ),
  );
  for (const { unit, location } of store.unitsNow.value) {
    add(
      `u${String(unit)}`,
      model.units.name[unit]!,
      `${say('card.unit')}, ${sideName(model.units.side[unit]!)}`,
      model.units.id[unit]!,
      () => {
        centreOn(location);
        store.select({ kind: 'unit', index: unit });
      },
    );
  }
  return found.slice(0, FOUND_MOST);
}
