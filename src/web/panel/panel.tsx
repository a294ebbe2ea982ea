import { say } from '../i18n/words.ts';
import { isWhole } from '../../protocol/index.ts';
import type { WordKey } from '../i18n/en.ts';
import * as store from '../state/store.ts';
import { HexCard, OfficeCard, UnitCard } from './cards.tsx';
import { Log } from './log.tsx';
import { Record } from './record.tsx';
import { Reckoning } from './reckoning.tsx';
import { showScene, Story } from './story.tsx';
import { WhyCard } from './why.tsx';

const TITLES: Readonly<Record<store.Selection['kind'], WordKey>> = {
  ev: 'why.title',
  hex: 'card.hex',
  unit: 'card.unit',
  office: 'card.office',
};

const TABS: readonly (readonly [store.PanelName, WordKey])[] = [
  ['log', 'log.title'],
  ['record', 'record.tab'],
  ['reckoning', 'reckoning.tab'],
  ['story', 'story.tab'],
];

function Tabs() {
  return (
    <div class="tabs" role="group" aria-label={say('panel.tabs')}>
      {TABS.map(([name, words]) => (
        <button
          key={name}
          type="button"
          aria-pressed={store.panel.value === name}
          onClick={() => {
            store.panel.value = name;
            if (name === 'story') showScene(store.scene.value);
            if (name === 'record') store.isRecordShown.value = true;
          }}
        >
          {say(words)}
        </button>
      ))}
    </div>
  );
}

function Told() {
  switch (store.panel.value) {
    case 'record':
      return <Record />;
    case 'reckoning':
      return <Reckoning />;
    case 'story':
      return <Story />;
    default:
      return <Log />;
  }
}

/** The column at the right: the log and what can stand in its place, or a card laid over it, with the way back. */
export function Panel() {
  const chosen = store.selection.value;
  const { value: model } = store.model;
  const { value: film } = store.film;
  return (
    <aside id="panel" class="panel" aria-label={say('log.title')} tabIndex={-1}>
      {chosen === null || model === null || film === null ? (
        <>
          <Tabs />
          <Told />
        </>
      ) : (
        <section class="over">
          <header class="panel-head">
            <button type="button" class="quiet" onClick={() => store.goBack()}>
              ‹ {say('panel.back')}
            </button>
            <h2>{say(TITLES[chosen.kind])}</h2>
            <button
              type="button"
              class="quiet close"
              aria-label={say('panel.close')}
              onClick={() => store.select(null)}
            >
              ×
            </button>
          </header>
          {chosen.kind === 'ev' ? <WhyCard number={chosen.index} /> : null}
          {chosen.kind === 'unit' && chosen.index < model.units.count ? (
            <UnitCard model={model} film={film} index={chosen.index} />
          ) : null}
          {chosen.kind === 'hex' && chosen.index < model.grid.count ? (
            <HexCard model={model} film={film} index={chosen.index} />
          ) : null}
          {chosen.kind === 'office' && isWhole(film) ? (
            <OfficeCard model={model} film={film} index={chosen.index} />
          ) : null}
        </section>
      )}
    </aside>
  );
}
