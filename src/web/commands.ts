import { fitMap } from './map/battle-map.tsx';
import { presetEyes } from './map/eyes-box.tsx';
import { officeName, say } from './i18n/words.ts';
import type { WordKey } from './i18n/en.ts';
import { showScene } from './panel/story.tsx';
import * as store from './state/store.ts';
import { PAGES } from './state/link.ts';
import { TAKINGS, take, takingWords } from './take/save.tsx';

/** Something that the page can do, by its name. */
export interface Command {
  readonly words: string;
  /** The single key that does the same, '' none. */
  readonly key: string;
  readonly run: () => void;
}

const CENTRES: readonly (readonly [store.Centre, WordKey, string])[] = [
  ['map', 'centre.map', 'V'],
  ['wire', 'centre.wire', 'V'],
  ['both', 'centre.both', 'V'],
  ['board', 'centre.board', 'B'],
];

function toBattle(act: () => void): () => void {
  return () => {
    store.page.value = 'battle';
    act();
  };
}

/** All that can be asked for by name, in the order of a first look. */
export function commands(): Command[] {
  const { model } = store;
  const indexOf = (id: string): number => model.value?.offices.findIndex((o) => o.id === id) ?? -1;
  return [
    ...CENTRES.map(([centre, words, key]) => ({
      ...{ words: `${say('command.show')}: ${say(words)}`, key },
      run: toBattle(() => (store.centre.value = centre)),
    })),
    {
      ...{ words: `${say('command.show')}: ${say('theatre.title')}`, key: 'M' },
      run: toBattle(() => (store.overlay.value = 'theatre')),
    },
    { words: say('title.story'), key: '', run: toBattle(() => showScene(0)) },
    ...TAKINGS.filter(({ isThere }) => isThere()).map((taking) => ({
      words:
        taking.format === '' ? say(taking.words) : `${say('command.save')}: ${takingWords(taking)}`,
      key: taking.format === '' ? 'P' : 'S',
      run: () => take(taking),
    })),
    {
      ...{ words: `${say('eyes.title')}: ${say('eyes.truth')}`, key: 'T' },
      run: toBattle(() => store.setEyes('truth')),
    },
    ...presetEyes().map((id, index) => ({
      ...{ words: `${say('eyes.title')}: ${officeName(indexOf(id))}`, key: String(index + 1) },
      run: toBattle(() => store.setEyes(id)),
    })),
    ...(['record', 'reckoning', 'log'] as const).map((panel) => ({
      ...{
        words: `${say('command.show')}: ${say(panel === 'log' ? 'log.title' : `${panel}.tab`)}`,
        key: '',
      },
      run: toBattle(() => {
        store.select(null);
        store.panel.value = panel;
      }),
    })),
    { words: say('map.fit'), key: 'F', run: toBattle(fitMap) },
    ...PAGES.map((page) => ({
      ...{ words: `${say('command.go')}: ${say(`nav.${page}`)}`, key: '' },
      run: () => (store.page.value = page),
    })),
    { words: say('keys.title'), key: '?', run: () => (store.overlay.value = 'keys') },
    ...(Object.entries(store.NAME_LANGS) as [store.NameLang, string][]).map(([id, name]) => ({
      ...{ words: `${say('names.choice')}: ${name}`, key: '' },
      run: toBattle(() => (store.nameLang.value = id === store.lang.value ? null : id)),
    })),
    {
      ...{ words: store.lang.value === 'en' ? 'Русский' : 'English', key: '' },
      run: () => (store.lang.value = store.lang.value === 'en' ? 'ru' : 'en'),
    },
  ];
}
