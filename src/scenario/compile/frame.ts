import {
  ACTS,
  parseOffset,
  TRAITS,
  WEATHERS,
  type Act,
  type ExogenousInfo,
  type SideInfo,
  type TheatreTables,
  type Trait,
  type WeatherTables,
} from '../../engine/index.ts';
import { hexOf, indexOf, minutesOf, tickOf } from '../register.ts';
import type { ValidScenario } from '../validate/run.ts';
import { SLOT_MINUTES, slotsOf } from '../weather-slots.ts';

/** Marks a slot of which the record says nothing, so that each run draws it. */
const DRAWN_WEATHER = 255;

/** The two sides, in the order of the file. */
export function makeSides({ files, register }: ValidScenario): readonly SideInfo[] {
  return files.scenario.sides.map((side) => ({
    id: side.id,
    name: side.name,
    clockOffsetMinutes: parseOffset(side.clock),
    capitalOffice: indexOf(register.offices, side.capitalOffice),
    foreignOffice: indexOf(register.offices, side.foreignOffice),
    otherFronts: side.otherFronts,
    sanctionOnFailure: side.sanctionOnFailure,
    sanctionOnSuccess: side.sanctionOnSuccess,
    groundResolve: side.groundResolve,
  }));
}

/** Rung of each act by index; an act that the file does not name is on the lowest rung. */
export function makeActRungs({ files, register }: ValidScenario): Readonly<Record<Act, number>> {
  const rungs = {} as Record<Act, number>;
  for (const act of ACTS) {
    const rung = files.scenario.actRungs[act];
    rungs[act] = rung === undefined ? 0 : indexOf(register.rungs, rung);
  }
  return rungs;
}

/** The network of places behind the battlefield. */
export function makeTheatre({ files, register }: ValidScenario): TheatreTables {
  return {
    nodes: files.theatre.nodes.map((node) => ({
      id: node.id,
      name: node.names.en,
      gateHex: node.gate === undefined ? -1 : hexOf(register, node.gate),
      longitude: node.at[0],
      latitude: node.at[1],
    })),
    links: files.theatre.links.map((link) => ({
      from: indexOf(register.nodes, link.from),
      to: indexOf(register.nodes, link.to),
      kind: link.kind,
      lengthKm: link.lengthKm,
      capacityMenPerDay: link.capacityMenPerDay,
      carrier: link.carrier === undefined ? -1 : indexOf(register.offices, link.carrier),
    })),
  };
}

/** Recorded weather by slot, and the chances of the next. */
export function makeWeather({ files, register }: ValidScenario, endMinutes: number): WeatherTables {
  const slots = Math.ceil((endMinutes - register.startMinutes) / SLOT_MINUTES);
  const recorded = new Uint8Array(slots).fill(DRAWN_WEATHER);
  for (const row of files.scenario.weather.recorded) {
    const from = minutesOf(row.from) - register.startMinutes;
    const to = minutesOf(row.to) - register.startMinutes;
    for (const slot of slotsOf(from, to)) recorded[slot] = WEATHERS.indexOf(row.weather);
  }
  return { recorded, transition: Float64Array.from(files.scenario.weather.transition.flat()) };
}

/** What comes from outside, by time; events of one hour in the order of the file. */
export function makeExogenous({ files, register }: ValidScenario): readonly ExogenousInfo[] {
  const events = files.exogenous.events.map((event) => ({
    id: event.id,
    tick: tickOf(register, event.at),
    kind: event.kind,
    title: event.title,
    office: event.office === undefined ? -1 : indexOf(register.offices, event.office),
    person: event.person ?? '',
    traits: traitsOf(event.traits),
    side: event.side === undefined ? -1 : indexOf(register.sides, event.side),
    otherFrontsChange: event.otherFrontsChange ?? 0,
  }));
  return events.sort((a, b) => a.tick - b.tick);
}

type Traits = ValidScenario['files']['exogenous']['events'][number]['traits'];

/** The traits that an event changes, without the keys it leaves out. */
function traitsOf(traits: Traits): ExogenousInfo['traits'] {
  const changed: Partial<Record<Trait, number>> = {};
  for (const trait of TRAITS) {
    const value = traits?.[trait];
    if (value !== undefined) changed[trait] = value;
  }
  return changed;
}
