import { useState } from 'preact/hooks';
import { commands } from './commands.ts';
import { otherNames, placeLabel, unitName } from './i18n/names.ts';
import { officeName, placeName, say, sideName } from './i18n/words.ts';
import { centreOn } from './map/battle-map.tsx';
import * as store from './state/store.ts';

interface Found {
  readonly key: string;
  readonly words: string;
  readonly note: string;
  readonly open: () => void;
}

const FOUND_MOST = 12;

/** Commands by name, and offices, places and units; arrows go through what is found, Enter takes the first. */
export function Search() {
  const [text, setText] = useState('');
  const found = search(text.trim().toLowerCase());
  return (
    <form
      class="search-form"
      onKeyDown={walk}
      onSubmit={(event) => {
        event.preventDefault();
        if (found[0] !== undefined) choose(found[0]);
      }}
    >
      <input
        type="search"
        autofocus
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
            {each.key.startsWith('c') ? (
              each.note === '' ? null : (
                <kbd>{each.note}</kbd>
              )
            ) : (
              <span class="muted">{each.note}</span>
            )}
          </li>
        ))}
      </ul>
      {text.trim() !== '' && found.length === 0 ? <p class="muted">{say('search.none')}</p> : null}
    </form>
  );
}

/** Arrows go from the field through what is found, and back. */
function walk(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const form = event.currentTarget as HTMLElement;
  const stops = [...form.querySelectorAll<HTMLElement>('input, li button')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
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
  commands().forEach(({ words, key, run }, index) => add(`c${String(index)}`, words, key, '', run));
  if (text === '') return found.slice(0, FOUND_MOST);
  model.areas.forEach((area) =>
    add(
      `a${area.id}`,
      placeLabel(area.id),
      say('card.hex'),
      namesOfPlace(area.id, area.name),
      () => {
        centreOn(area.hex);
        store.select({ kind: 'hex', index: area.hex });
      },
    ),
  );
  model.offices.forEach((office, index) =>
    add(
      `o${office.id}`,
      officeName(index),
      `${say('card.office')}, ${sideName(office.side)}`,
      [office.name, office.person, ...otherNames('office', office.id).map(({ name }) => name)].join(
        ' ',
      ),
      () => store.select({ kind: 'office', index }),
    ),
  );
  for (const { unit, location } of store.unitsNow.value) {
    add(
      `u${String(unit)}`,
      unitName(unit),
      `${say('card.unit')}, ${sideName(model.units.side[unit]!)}`,
      `${model.units.name[unit]!} ${model.units.id[unit]!}`,
      () => {
        centreOn(location);
        store.select({ kind: 'unit', index: unit });
      },
    );
  }
  return found.slice(0, FOUND_MOST);
}

/** A place is found by any of its names. */
function namesOfPlace(id: string, name: string): string {
  return [name, placeName(id), ...otherNames('place', id).map((each) => each.name)].join(' ');
}
