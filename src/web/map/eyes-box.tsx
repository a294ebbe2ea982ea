import { officeLabel, placeLabel } from '../i18n/names.ts';
import { capital } from '../i18n/tell.ts';
import { say, officeName, sayCount, sayDayOfTick, sayDecimal, sideName } from '../i18n/words.ts';
import { headAt } from '../state/heads.ts';
import type { PictureCheck } from '../state/run-view.ts';
import * as store from '../state/store.ts';
import { sceneNow } from './battle-map.tsx';

/** Eyes to choose at once, three a side: the man on the spot, the division or corps, the capital. */
const PRESETS = ['su.59bd', 'su.39corps', 'su.politburo', 'jp.75ir', 'jp.19d', 'jp.ags'] as const;

/** Ids of the preset eyes that the scenario has, in the order of the keys 1 to 6. */
export function presetEyes(): string[] {
  const ids = store.model.value?.offices.map(({ id }) => id) ?? [];
  return PRESETS.filter((id) => ids.includes(id));
}

/** Through whose eyes the map is seen. */
export function EyesBox() {
  const { value: model } = store.model;
  if (model === null) return null;
  const presets = presetEyes();
  const chosen = store.eyes.value;
  const indexOf = (id: string): number => model.offices.findIndex((office) => office.id === id);
  const isOther = chosen !== 'truth' && !presets.includes(chosen);
  return (
    <section class="eyes" aria-labelledby="eyes-title">
      <h2 id="eyes-title">{say('eyes.title')}</h2>
      <div class="choices" role="radiogroup" aria-labelledby="eyes-title">
        {['truth', ...presets].map((id) => {
          const office = indexOf(id);
          const side = office < 0 ? '' : ` side${String(model.offices[office]!.side)}`;
          return (
            <label key={id} class={`choice${side}`}>
              <input
                type="radio"
                name="eyes"
                checked={chosen === id}
                onChange={() => store.setEyes(id)}
              />
              <span>{office < 0 ? say('eyes.truth') : officeLabel(office)}</span>
            </label>
          );
        })}
      </div>
      <select
        class={isOther ? 'chosen' : ''}
        aria-label={say('eyes.other')}
        value={chosen}
        onChange={(event) => store.setEyes(event.currentTarget.value)}
      >
        <option value="truth">
          {say('eyes.title')}: {say('eyes.truth')}
        </option>
        {model.sides.map((_side, side) => (
          <optgroup key={side} label={sideName(side)}>
            {model.offices.map((office, index) =>
              office.side === side ? (
                <option key={office.id} value={office.id}>
                  {officeLabel(index)}
                </option>
              ) : null,
            )}
          </optgroup>
        ))}
      </select>
      <label class={`choice compare${chosen === 'truth' ? ' idle' : ''}`}>
        <input
          type="checkbox"
          disabled={chosen === 'truth'}
          checked={store.isCompared.value}
          onChange={() => (store.isCompared.value = !store.isCompared.value)}
        />
        <span>{say('eyes.compare')}</span>
      </label>
    </section>
  );
}

const PLACES_MOST = 4;

/** Names of places, the first few of them. */
function listed(names: readonly string[]): string {
  const rest = names.length - PLACES_MOST;
  const shown = names.slice(0, PLACES_MOST).join(', ');
  return rest > 0 ? `${shown}, ${say('why.more', { count: rest })}` : shown;
}

/** What an office does not know, sees where nobody is, and how far its numbers are off. */
function comparedWords({ there, unknown, phantoms, ratio }: PictureCheck, office: string): string {
  if (there === 0 && phantoms.length === 0) return say('eyes.compare.empty');
  const areas = store.model.value?.areas ?? [];
  const nameOf = (area: number): string => placeLabel(areas[area]?.id ?? '');
  const missed = [...unknown]
    .sort((a, b) => b.men - a.men)
    .map(({ area, men }) => say('eyes.compare.men', { place: nameOf(area), men: sayCount(men) }));
  return [
    unknown.length === 0
      ? say('eyes.compare.all', { office, there })
      : say('eyes.compare.missed', { office, missed: unknown.length, there, list: listed(missed) }),
    phantoms.length === 0
      ? ''
      : say('eyes.compare.phantoms', { list: listed(phantoms.map(nameOf)) }),
    ratio === null ? '' : say('eyes.compare.ratio', { ratio: sayDecimal(ratio, 1) }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** One sentence over the map about what these eyes know. */
export function EyesNote() {
  const office = store.eyesOffice.value;
  const check = sceneNow.value?.check ?? null;
  if (office < 0 || check === null) return null;
  const words = store.isCompared.value
    ? comparedWords(check, officeName(office))
    : sceneNow.value?.contacts.length === 0
      ? say('eyes.nothing')
      : say('eyes.through', { office: officeName(office) });
  const { value: model } = store.model;
  const { value: film } = store.film;
  const head =
    model === null || film === null ? null : headAt(film, model, office, store.tick.value);
  const vacant =
    model !== null && head?.kind === 'deputy'
      ? ` ${capital(say('head.deputy', { day: sayDayOfTick(model.startMinutes, head.sinceTick) }))}.`
      : '';
  return (
    <p class="eyes-note">
      {words}
      {vacant}
    </p>
  );
}

/** Men of both sides that the map has no room for. */
export function AwayNote() {
  const { value: model } = store.model;
  const away = sceneNow.value?.awayMen ?? [];
  if (model === null || away.length === 0) return null;
  const list = away.map((men, side) => `${sideName(side)} ${sayCount(men)}`).join(', ');
  return <p class="away-note">{say('map.away', { list })}</p>;
}
