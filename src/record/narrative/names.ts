import type { EventValue, Model } from '../../engine/index.ts';
import { lookupOf } from '../lookup.ts';

/** How things are called in prose, and when: persons change with appointments from outside, and by removal. */
export interface Namer {
  readonly model: Model;
  /** Tick of what is being told. */
  tick: number;
  /** Offices whose person of the scenario was removed in the run so far; nobody knows the next one's name. */
  readonly orphaned: Set<string>;
}

export function makeNamer(model: Model, tick = 0): Namer {
  return { model, tick, orphaned: new Set() };
}

/** Person in an office at the tick of the namer: the last appointment from outside, or the first one. */
function personIn({ model, tick, orphaned }: Namer, office: number): string {
  const { id } = model.offices[office]!;
  if (orphaned.has(id)) return '';
  let person = model.offices[office]!.person;
  for (const outside of model.exogenous) {
    if (outside.office === office && outside.tick <= tick && outside.person !== '') {
      person = outside.person;
    }
  }
  return person;
}

const ADJECTIVES: Readonly<Record<string, string>> = { su: 'Soviet', jp: 'Japanese' };
const PEOPLES: Readonly<Record<string, string>> = { su: 'the Soviets', jp: 'the Japanese' };

/** `Soviet`, `Japanese`; the side's name in another scenario. */
export function adjectiveOf({ model }: Namer, side: EventValue | undefined): string {
  const id = String(side);
  return ADJECTIVES[id] ?? model.sides.find((each) => each.id === id)?.name ?? id;
}

/** `the Soviets`, `the Japanese`. */
export function peopleOf({ model }: Namer, side: EventValue | undefined): string {
  const id = String(side);
  return PEOPLES[id] ?? model.sides.find((each) => each.id === id)?.name ?? id;
}

/** `the Soviet Union`, `Japan`. */
export function stateOf({ model }: Namer, side: EventValue | undefined): string {
  const name = model.sides.find((each) => each.id === side)?.name ?? String(side);
  return name === 'Soviet Union' ? `the ${name}` : name;
}

/** Name of an area or a node of the theatre, without its other names; the id where there is none. */
export function nameOfPlace({ model }: Namer, place: EventValue | undefined): string {
  const id = String(place ?? '');
  const area = model.areas.find((each) => each.id === id);
  const name = area?.name ?? model.theatre.nodes.find((node) => node.id === id)?.name ?? id;
  return name.replace(/ \(.*\)$/, '');
}

/** ` at Zaozyornaya`, or nothing where there is no place. */
export function atPlace(namer: Namer, place: string, preposition = 'at'): string {
  return place === '' ? '' : ` ${preposition} ${nameOfPlace(namer, place)}`;
}

/** `Suetaka (19th Division)`; the office alone where its person has no name in the record. */
export function nameOfOffice(namer: Namer, office: string): string {
  const index = lookupOf(namer.model).offices.get(office);
  if (index === undefined) return office;
  const { name } = namer.model.offices[index]!;
  const surname = surnameOf(personIn(namer, index), namer.model.offices[index]!.side === 1);
  if (surname === 'the Emperor') return surname;
  return surname === '' ? withArticle(name) : `${surname} (${name})`;
}

/** Name of an office without its person: `the 40th Rifle Division`. */
export function nameOfPost({ model }: Namer, office: string): string {
  const index = lookupOf(model).offices.get(office);
  return index === undefined ? office : withArticle(model.offices[index]!.name);
}

/** Surname of a person who sat in an office, `''` where he has none in the record. */
export function surnameIn(
  { model }: Namer,
  office: string,
  person: EventValue | undefined,
): string {
  const index = lookupOf(model).offices.get(office) ?? -1;
  return surnameOf(String(person ?? ''), model.offices[index]?.side === 1);
}

/** Name of a unit, or of the office where the actor is one. */
export function nameOfActor(namer: Namer, actor: string): string {
  const unit = lookupOf(namer.model).units.get(actor);
  return unit === undefined ? nameOfOffice(namer, actor) : namer.model.units.name[unit]!;
}

function withArticle(name: string): string {
  return /^(the|a) /i.test(name) ? name : `the ${name}`;
}

/**
 * Surname by the habit of the side: Soviet names have initials before them, Japanese names begin with
 * the family. A description ("name not in the record") is no name.
 */
function surnameOf(person: string, isJapanese: boolean): string {
  const plain = person.replace(/\s*\(.*\)$/, '');
  if (
    plain === '' ||
    /^(Commander|Chief|Sergeant|Head|Chargé|Officer|Deputy|Successor)\b/.test(plain)
  )
    return '';
  if (plain.startsWith('Emperor')) return 'the Emperor';
  if (/^([A-Z]\. ?)+/.test(plain)) return plain.replace(/^([A-Z]\. ?)+/, '');
  return isJapanese ? plain.split(' ')[0]! : plain;
}

/** A sentence begins with a capital letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
