import { computed } from '@preact/signals';
import type { Model } from '../../engine/index.ts';
import type { MapSource, PlaceSource } from '../../picture/index.ts';
import type { Names } from '../../protocol/index.ts';
import { lang, nameLang, scenario, type NameLang } from '../state/store.ts';
import { NAMES_RU, SECOND_RU } from './names-ru.ts';
import { unitInRussian } from './units-ru.ts';
import { officeName, placeName, say, sideName } from './words.ts';

/** Language in which names stand on the map. */
export function namesLang(): NameLang {
  return nameLang.value ?? lang.value;
}

/** All names that the scenario has of a place, by language. */
function namesOf(id: string): Names {
  const shown = scenario.value;
  const place = shown?.map.places.find((each) => each.id === id);
  return (place?.names as Names | undefined) ?? shown?.nodeNames[id] ?? {};
}

/** A name in the chosen language, where there is one that is not already that of the page. */
function chosen(names: Names, id: string): string | undefined {
  const language = namesLang();
  return names[language] ?? (language === 'ru' ? NAMES_RU[id] : undefined);
}

/**
 * A place as a label: in the language of names, else in English; sentences of the page take `placeName`
 * instead, which follows the language of the page.
 */
export function placeLabel(id: string): string {
  if (nameLang.value === null) return placeName(id);
  const names = namesOf(id);
  return (chosen(names, id) ?? names['en'] ?? placeName(id)).replace(/ \(.*\)$/, '');
}

/** The other names of a place or an office, each with its language, for its card. */
export function otherNames(
  kind: 'place' | 'office',
  id: string,
): readonly { readonly language: string; readonly name: string }[] {
  const names = kind === 'place' ? namesOf(id) : (scenario.value?.officeNames[id] ?? {});
  return Object.entries(names)
    .filter(([language]) => language !== lang.value)
    .map(([language, name]) => ({ language, name }));
}

/** Name of an office as a label: in the language of names, where the scenario has it. */
export function officeLabel(office: number): string {
  const id = scenario.value?.model.offices[office]?.id ?? '';
  const language = nameLang.value;
  const own = language === null ? undefined : scenario.value?.officeNames[id]?.[language];
  return own ?? officeName(office);
}

/** Name of a unit in the language of the page. */
export function unitName(unit: number): string {
  const units = scenario.value?.model.units;
  const name = units?.name[unit] ?? '';
  return lang.value === 'ru' ? (unitInRussian(units?.id[unit] ?? '', name) ?? name) : name;
}

/** The model with the names of offices, sides and places in the language of the page. */
export const namedModel = computed<Model | null>(() => {
  const model = scenario.value?.model;
  if (model === undefined) return null;
  if (lang.value === 'en') return model;
  const { theatre } = model;
  return {
    ...model,
    sides: model.sides.map((side, index) => ({ ...side, name: sideName(index) })),
    offices: model.offices.map((office, index) => ({ ...office, name: officeName(index) })),
    areas: model.areas.map((area) => ({ ...area, name: placeName(area.id) })),
    theatre: {
      ...theatre,
      nodes: theatre.nodes.map((node) => ({ ...node, name: placeName(node.id) })),
    },
  };
});

/**
 * The drawn map with its names in the language of names. A disputed height keeps a second name: that of the
 * other side, and in the languages of the east the Soviet one, by which the text of the page calls it.
 */
export function mapInLanguage(source: MapSource): MapSource {
  const language = namesLang();
  const named = <T extends { readonly names: { readonly en: string } }>(thing: T): T => {
    const names = thing.names as Names;
    const { id, kind } = thing as unknown as PlaceSource;
    const local = chosen(names, id);
    if (language === 'en' || local === undefined) return thing;
    const [, first = '', second] = /^(.*?)(?: \((.*)\))?$/.exec(names['en'] ?? '') ?? [];
    const beside = language === 'ru' ? (SECOND_RU[id] ?? second) : first;
    const isHeight = kind === 'height' && second !== undefined;
    return {
      ...thing,
      names: { en: isHeight && beside !== undefined ? `${local} (${beside})` : local },
    };
  };
  return {
    ...source,
    places: source.places.map(named),
    waters: source.waters.map(named),
    lines: source.lines.map((line) => ({
      ...line,
      label: line.side === 'su' ? say('line.su') : say('line.jp'),
    })),
  };
}
