import {
  ACTS,
  codeOf,
  luckKeyOf,
  type Act,
  type EngagementRules,
  type GrantInfo,
  type OfficeInfo,
  type OfficeLinkInfo,
  type ReadingActs,
  type ReadingInfo,
} from '../../engine/index.ts';
import { indexOf, locationOf, type Register } from '../register.ts';
import type { OfficesFile } from '../schema.ts';
import type { ValidScenario } from '../validate/run.ts';

/** Men that a grant without a limit is good for: more than any army has. */
export const UNLIMITED_MEN = 1_000_000;

interface GrantRow {
  readonly kind: 'grant' | 'ban';
  readonly act: GrantInfo['act'];
  readonly where: string;
  readonly forceMenMax?: number | undefined;
  readonly reserved?: boolean | undefined;
}

/** An act as the very text that the code names it by: equal texts that are one are compared at a glance. */
const ownWord = (act: Act): Act => ACTS[codeOf(ACTS, act)]!;

/** A grant or ban of a file. A ban without a number forbids the act to any force. */
export function makeGrant(register: Register, row: GrantRow): GrantInfo {
  return {
    kind: row.kind,
    act: ownWord(row.act),
    area: row.where === 'anywhere' ? -1 : indexOf(register.areas, row.where),
    forceMenMax: row.forceMenMax ?? (row.kind === 'grant' ? UNLIMITED_MEN : 0),
    reserved: row.reserved ?? false,
  };
}

/** `[office]` links over which it can send, in the order of the file. */
function makeLinks(register: Register, rows: OfficesFile['links']): OfficeLinkInfo[][] {
  const links: OfficeLinkInfo[][] = register.offices.ids.map(() => []);
  for (const row of rows) {
    const from = indexOf(register.offices, row.from);
    const to = indexOf(register.offices, row.to);
    const { medium, medianMinutes, chain, directWire = false } = row;
    const wire = { medium, medianMinutes, chain, directWire };
    links[from]!.push({ to, ...wire });
    if (row.oneWay !== true) links[to]!.push({ to: from, ...wire });
  }
  return links;
}

/** `[office]` men on paper of each office and of all below it in its own chain. */
export function countEstablishments(
  offices: readonly Pick<OfficeInfo, 'superiors' | 'subordinates' | 'units'>[],
  men: Int32Array,
): number[] {
  const below = (office: number): number => {
    const { subordinates, units } = offices[office]!;
    const own = subordinates.filter((sub) => offices[sub]!.superiors[0] === office);
    return [...units.map((unit) => men[unit]!), ...own.map(below)].reduce((a, b) => a + b, 0);
  };
  return offices.map((_, office) => below(office));
}

/** Rules of engagement where neither the office nor its side has any: call on them twice, and warn. Assumption. */
const COMMON_RULES: EngagementRules = { first: 'challenge', challenges: 2, last: 'warn' };

/** Acts that hang on an account, with the value of its claim. A claim that the reading does not have is refused by the checker. */
function makeByReading(
  register: Register,
  readings: readonly ReadingInfo[],
  rows: OfficesFile['offices'][number]['byReading'],
): readonly ReadingActs[] {
  return (rows ?? []).map(({ reading: id, claim, acts }) => {
    const reading = indexOf(register.readings, id);
    const option = readings[reading]?.options.find((one) => one.claim === claim);
    return { reading, value: option?.value ?? NaN, acts: acts.map(ownWord) };
  });
}

/** Offices with their subordinates, links, units and first-day authority, in the order of the file. */
export function makeOffices(
  valid: ValidScenario,
  men: Int32Array,
  readings: readonly ReadingInfo[],
): readonly OfficeInfo[] {
  const { files, register } = valid;
  const { offices, links } = files.offices;
  const index = (id: string): number => indexOf(register.offices, id);
  const superiors = offices.map((office) => office.superiors.map(index));
  const linksOf = makeLinks(register, links);
  const chain = offices.map((_, o) => ({
    superiors: superiors[o]!,
    subordinates: offices.flatMap((_, other) => (superiors[other]!.includes(o) ? other : [])),
    units: files.forces.units.flatMap((unit, u) => (index(unit.office) === o ? u : [])),
  }));
  const establishments = countEstablishments(chain, men);
  // One literal for all, so that they are of one shape: runs ask them thousands of times a second.
  return offices.map((office, o) => ({
    id: office.id,
    luckKey: luckKeyOf(office.id),
    name: office.names.en,
    person: office.person,
    side: register.sideOfOffice[o]!,
    echelon: office.echelon,
    chains: office.chains,
    superiors: chain[o]!.superiors,
    subordinates: chain[o]!.subordinates,
    consults: (office.consults?.offices ?? []).map(index),
    location: locationOf(register, office.at),
    cycleMinutes: Math.round(office.cycleHours * 60),
    traits: {
      competence: office.traits.competence,
      initiative: office.traits.initiative,
      fear: office.traits.fear,
      honour: office.traits.honour,
      caution: office.traits.caution,
    },
    repertoire: office.repertoire.map(ownWord),
    charge: office.charge.map((id) => indexOf(register.areas, id)).sort((a, b) => a - b),
    engagement:
      office.engagement ??
      files.scenario.sides[register.sideOfOffice[o]!]?.engagement ??
      COMMON_RULES,
    credit: office.credit ?? 0,
    byReading: makeByReading(register, readings, office.byReading),
    grants: office.authority.map((row) => makeGrant(register, row)),
    links: linksOf[o]!,
    units: chain[o]!.units,
    hasShips: files.theatre.links.some(({ carrier }) => carrier === office.id),
    establishmentMen: establishments[o]!,
    listensChance: office.listensChance ?? 0,
    daysInPost: office.daysInPost,
  }));
}
