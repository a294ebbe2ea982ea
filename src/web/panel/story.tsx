import { batch, effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isWhole, type Film } from '../../protocol/index.ts';
import { tell } from '../i18n/tell.ts';
import { measureTitle } from '../i18n/measures.ts';
import { say, sayCount, sayDayOfTick, saySpan } from '../i18n/words.ts';
import { centreOn } from '../map/battle-map.tsx';
import { fetchMilestones, milestones } from '../state/milestones.ts';
import { SCENES, SCENE_VIEWS, scenesOf, type Scene } from '../state/scenes.ts';
import * as store from '../state/store.ts';
import { CLOCKS, clockOf } from '../state/time-words.ts';
import { hexOfPlace } from './log.tsx';
import { Recorded, Source } from './record.tsx';

/** Goes to a scene: its hour, its place, what is drawn. Where the run has none, nothing moves. */
export function showScene(index: number): void {
  const { value: film } = store.film;
  const { value: model } = store.model;
  if (film === null || model === null) return;
  if (!isWhole(film)) {
    afterWhole(() => showScene(index));
    return;
  }
  const scene = scenesOf(film, model)[index];
  if (scene === undefined) return;
  const { layers, centre } = SCENE_VIEWS[scene.name];
  batch(() => {
    store.hasTitle.value = false;
    store.isPlaying.value = false;
    store.select(null);
    store.panel.value = 'story';
    store.scene.value = index;
    if (scene.event === null) return;
    store.goTo(scene.event.tick);
    store.layers.value = layers;
    // On a narrow screen the map and the Wire do not go side by side.
    store.centre.value = window.innerWidth < 760 ? 'map' : centre;
  });
  if (scene.event !== null) centreOn(hexOfPlace(model, scene.event.place));
}

/** Does something once all of the run that is shown has come. */
function afterWhole(act: () => void): void {
  const stop = effect(() => {
    const { value: film } = store.film;
    if (film === null || !isWhole(film)) return;
    // An effect cannot end itself while it begins.
    queueMicrotask(() => {
      stop();
      act();
    });
  });
}

/** Seven scenes, each found in the run that is shown. */
export function Story() {
  useEffect(() => void fetchMilestones(), []);
  const { value: film } = store.film;
  const { value: model } = store.model;
  if (film === null || model === null || !isWhole(film)) return null;
  const at = store.scene.value;
  return (
    <div class="story">
      <h2>{say('story.title')}</h2>
      <p class="muted">{say('story.lead')}</p>
      <ol>
        {scenesOf(film, model).map((scene, index) => (
          <li key={scene.name} class={index === at ? 'now' : ''}>
            <button
              type="button"
              class="scene"
              aria-current={index === at ? 'step' : undefined}
              onClick={() => showScene(index)}
            >
              <span class="figure">{index + 1}</span> {say(`story.${scene.name}`)}
            </button>
            {index === at ? <Told film={film} scene={scene} /> : null}
          </li>
        ))}
      </ol>
      <p class="steps">
        <button type="button" class="action" disabled={at === 0} onClick={() => showScene(at - 1)}>
          ‹ {say('story.before')}
        </button>{' '}
        <button
          type="button"
          class="action"
          disabled={at === SCENES.length - 1}
          onClick={() => showScene(at + 1)}
        >
          {say('story.next')} ›
        </button>
      </p>
    </div>
  );
}

function Told({ film, scene }: { readonly film: Film; readonly scene: Scene }) {
  const { event, name } = scene;
  const start = store.model.value?.startMinutes ?? 0;
  return (
    <div class="told" role="status">
      {event === null ? (
        <p class="lead">{say(`story.${name}.none`)}</p>
      ) : (
        <>
          <p class="muted">
            {sayDayOfTick(start, event.tick)}, {clockOf(start, event.tick, CLOCKS.tokyo)}{' '}
            {say('time.tokyo')}
          </p>
          <p class="lead">{tell(event)}</p>
          <More film={film} scene={scene} />
          <p>
            <button
              type="button"
              class="link"
              onClick={() => store.select({ kind: 'ev', index: event.number })}
            >
              {say('log.why')} ›
            </button>
          </p>
        </>
      )}
      <Counterpart row={SCENE_VIEWS[name].row} />
    </div>
  );
}

/** The second sentence of the scenes that have one. */
function More({ film, scene }: { readonly film: Film; readonly scene: Scene }) {
  const { name, lost, leaveAfter } = scene;
  if (name === 'ahead') {
    return (
      <p>
        {leaveAfter === null ? say('why.never') : say('why.late', { span: saySpan(leaveAfter) })}
      </p>
    );
  }
  if (name === 'heaviest') {
    return <p>{say('story.lost', { su: sayCount(lost[0]), jp: sayCount(lost[1]) })}</p>;
  }
  if (name !== 'truce') return null;
  const unbidden = film.head.measures['unauthorised.su'];
  const other = film.head.measures['unauthorised.jp'];
  return (
    <p>
      {say('story.answers', { su: Number(unbidden ?? 0), jp: Number(other ?? 0) })}{' '}
      <button type="button" class="link" onClick={() => (store.panel.value = 'reckoning')}>
        {say('reckoning.tab')} ›
      </button>
    </p>
  );
}

/** What is on record of the same thing, with its sources. */
function Counterpart({ row }: { readonly row: string }) {
  const milestone = (milestones.value ?? []).find((each) => each.row === row);
  if (row !== '' && milestone === undefined) return null;
  return (
    <p class="counterpart">
      <strong>{say('story.record')}</strong>{' '}
      {milestone === undefined ? (
        say('story.norecord')
      ) : (
        <>
          {measureTitle(milestone.measure)}: <Recorded milestone={milestone} />{' '}
          {[...new Set(milestone.claims.flatMap(({ sources }) => sources))].map((key) => (
            <Source key={key} name={key} />
          ))}
          {milestone.disputed === '' ? null : (
            <span class="muted" lang="en">
              {say('record.disputed')}: {milestone.disputed}.
            </span>
          )}
        </>
      )}
    </p>
  );
}
