import { useEffect, useRef } from 'preact/hooks';
import { say } from './i18n/words.ts';
import { Search } from './search.tsx';
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
    ['Ctrl K, /', 'commands and search'],
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
    ['Ctrl K, /', 'команды и поиск'],
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
