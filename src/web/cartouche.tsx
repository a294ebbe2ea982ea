import { say } from './i18n/words.ts';
import { showScene } from './panel/story.tsx';
import * as store from './state/store.ts';
import { hasTitle } from './state/store.ts';

/** The title as on a printed map: what this is, one finding of the runs, three doors. */
export function Cartouche() {
  if (!hasTitle.value) return null;
  const { value: front } = store.front;
  const banned = front?.bannedAssaultSeeds.length ?? 0;
  return (
    <section class="cartouche">
      <button
        type="button"
        class="quiet close"
        aria-label={say('title.hide')}
        onClick={() => (hasTitle.value = false)}
      >
        ×
      </button>
      <h1>
        {say('title.place')}
        <span>{say('title.subject')}</span>
      </h1>
      <p class="told">
        {front === null ? null : front.runs > 0 ? (
          <button type="button" class="link sentence" onClick={() => (store.page.value = 'runs')}>
            {say('title.sentence', { count: banned, runs: front.runs })}
          </button>
        ) : (
          <span class="sentence muted">{say('title.none')}</span>
        )}
      </p>
      <ul class="doors">
        <li>
          <button type="button" onClick={() => showScene(0)}>
            {say('title.story')}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => (hasTitle.value = false)}>
            {say('title.look')}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => (store.page.value = 'whatif')}>
            {say('title.ask')}
          </button>
        </li>
      </ul>
    </section>
  );
}

/** Which run this is, always in sight: it is a model, not a history. */
export function Standing() {
  const { value: film } = store.film;
  const { value: front } = store.front;
  if (film === null || front === null) return <p class="standing" />;
  const { seed, from, settings } = film.head;
  const isShipped =
    front.runs > 0 &&
    from === 'free' &&
    settings.length === 0 &&
    seed >= front.seed &&
    seed < front.seed + front.runs;
  const isTypical = isShipped && seed === front.typicalSeed;
  return (
    <p class="standing">
      <span title={isTypical ? say('standing.typical.rule') : undefined}>
        {isShipped
          ? say('standing.run', { seed, runs: front.runs })
          : say('standing.seed', { seed })}
        {isTypical ? `, ${say('standing.typical')}` : ''}
        {settings.length > 0 ? `, ${say('standing.set', { settings: settings.join(', ') })}` : ''}
      </span>
      {' · '}
      <em>{say('standing.model')}</em>
    </p>
  );
}
