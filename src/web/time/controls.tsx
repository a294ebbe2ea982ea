import type { Model } from '../../engine/index.ts';
import type { Film } from '../../protocol/index.ts';
import type { WordKey } from '../i18n/en.ts';
import { say, sayDayOfTick } from '../i18n/words.ts';
import { CLOCKS, clockOf } from '../state/time-words.ts';
import * as store from '../state/store.ts';
import { stepEvent } from '../state/steps.ts';
import { tracksOf, weatherAt } from './tracks.ts';

const SPEEDS = [0.5, 1, 2, 4, 8] as const;

/** Buttons of the time bar, and both clocks. */
export function Controls({
  model,
  film,
}: {
  readonly model: Model | null;
  readonly film: Film | null;
}) {
  const tick = store.tick.value;
  const isPlaying = store.isPlaying.value;
  return (
    <div class="controls">
      <div class="buttons" role="group" aria-label={say('time.label')}>
        <Button
          label={say('time.first')}
          onClick={() => store.goTo(-Infinity)}
          path="M4 3v10M13 3L6 8l7 5Z"
        />
        <Button label={say('time.prev')} onClick={() => stepEvent(-1)} path="M11 3L5 8l6 5Z" />
        <button
          type="button"
          class="play"
          aria-label={say(isPlaying ? 'time.pause' : 'time.play')}
          title={say(isPlaying ? 'time.pause' : 'time.play')}
          onClick={() => (store.isPlaying.value = !isPlaying)}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={isPlaying ? 'M4 3h3v10H4ZM9 3h3v10H9Z' : 'M4 2.5L13 8l-9 5.5Z'} />
          </svg>
        </button>
        <Button label={say('time.next')} onClick={() => stepEvent(1)} path="M5 3l6 5l-6 5Z" />
        <Button
          label={say('time.last')}
          onClick={() => store.goTo(Infinity)}
          path="M12 3v10M3 3l7 5l-7 5Z"
        />
        <button
          type="button"
          class="speed"
          aria-label={say('time.speed', { speed: store.speed.value })}
          onClick={() => changeSpeed(1)}
        >
          ×{store.speed.value}
        </button>
        <label class="even" title={say('time.even.note')}>
          <input
            type="checkbox"
            checked={store.isEven.value}
            onChange={() => (store.isEven.value = !store.isEven.value)}
          />
          {say('time.even')}
        </label>
      </div>
      {model !== null && film !== null ? <Clocks model={model} film={film} tick={tick} /> : null}
    </div>
  );
}

/** Goes so many steps up the list of speeds, and round. */
export function changeSpeed(by: number): void {
  const at = SPEEDS.findIndex((each) => each === store.speed.value);
  store.speed.value = SPEEDS[(at + by + SPEEDS.length) % SPEEDS.length] ?? 1;
}

function Button({
  label,
  onClick,
  path,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly path: string;
}) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} class="stroked" />
      </svg>
    </button>
  );
}

function Clocks({
  model,
  film,
  tick,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly tick: number;
}) {
  const start = model.startMinutes;
  const light = model.sky.light[Math.min(tick, model.sky.light.length - 1)] ?? 4;
  const weather = weatherAt(tracksOf(film, model, store.weights.value), tick);
  return (
    <p class="clocks">
      <strong>{sayDayOfTick(start, tick)} 1938</strong>
      <span class="clock">
        {clockOf(start, tick, CLOCKS.tokyo)} <span class="where">{say('time.tokyo')}</span>
      </span>
      <span class="clock">
        {clockOf(start, tick, CLOCKS.khabarovsk)}{' '}
        <span class="where">{say('time.khabarovsk')}</span>
      </span>
      <span class="sky">
        {say(`light.${String(light)}` as WordKey)}
        {weather === '' ? '' : `, ${say(`weather.${weather}` as WordKey)}`}
      </span>
    </p>
  );
}

/** What the bar says to those who listen. */
export function timeText(model: Model, film: Film, tick: number): string {
  const weather = weatherAt(tracksOf(film, model, store.weights.value), tick) || 'clear';
  const light = model.sky.light[Math.min(tick, model.sky.light.length - 1)] ?? 4;
  return say('time.text', {
    day: sayDayOfTick(model.startMinutes, tick),
    tokyo: clockOf(model.startMinutes, tick, CLOCKS.tokyo),
    khabarovsk: clockOf(model.startMinutes, tick, CLOCKS.khabarovsk),
    light: say(`light.${String(light)}` as WordKey),
    weather: say(`weather.${weather}` as WordKey),
  });
}
