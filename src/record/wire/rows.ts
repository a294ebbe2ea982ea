import type { Model, OfficeInfo } from '../../engine/index.ts';
import type { WireRow } from './data.ts';

type Echelon = OfficeInfo['echelon'];

/** From the hill outwards. */
const OUTWARD: readonly Echelon[] = [
  'post',
  'regiment',
  'brigade',
  'division',
  'corps',
  'army',
  'capital',
];

/** Words over rows that belong together, by level of command. */
const GROUPS: Readonly<Record<Echelon, string>> = {
  post: 'Posts',
  regiment: 'Regiments',
  brigade: 'Brigades',
  division: 'Divisions',
  corps: 'Corps',
  army: 'Armies',
  capital: 'Capital',
};
/** The border troops are a chain of their own beside the army and stand nearer to the line. */
const BORDER_CHAIN = 'nkvd';
const BORDER_GROUPS: Readonly<Partial<Record<Echelon, string>>> = {
  post: 'Outposts',
  regiment: 'Border detachment',
  army: 'Border district',
};

/** Rows in order, and the index of the first row below the hill. Offices are positions in the model's list. */
export interface Rows {
  readonly rows: readonly WireRow[];
  readonly hillRow: number;
  /** `[office of the model]` its row, -1 where it does not appear. */
  readonly rowOf: readonly number[];
}

/** How rows are made: one for each office, or one for each level of a chain. */
export type Fold = 'offices' | 'levels';

/**
 * Rows for the offices that appear: the second side of the scenario above the hill, the first below, each
 * from the posts at the hill outwards to its capital; beyond the lower capital the upper one once more, if
 * notes pass between them.
 * @param appears `[office]` whether it sends, gets or does anything in the window.
 * @param speaksAcross `[office]` whether it exchanges mail with the other side.
 */
export function rowsOf(
  model: Model,
  appears: readonly boolean[],
  speaksAcross: readonly boolean[],
  fold: Fold,
): Rows {
  const below = sideRows(model, 0, appears, fold);
  const above = sideRows(model, 1, appears, fold).reverse();
  const again = model.offices.flatMap((info, office) =>
    info.side === 1 && speaksAcross[office] === true ? [againRow(model, info, office)] : [],
  );
  const rows = [...above, ...below, ...again];
  const rowOf = model.offices.map((_, office) =>
    rows.findIndex((row) => !row.again && row.offices.includes(office)),
  );
  return { rows, hillRow: above.length, rowOf };
}

/** Rows of a side from the hill outwards. */
function sideRows(model: Model, side: number, appears: readonly boolean[], fold: Fold): WireRow[] {
  const offices = model.offices
    .map((info, office) => ({ info, office, rank: rankOf(model, info) }))
    .filter(({ info, office }) => info.side === side && appears[office] === true)
    // A side's list runs from the top down: within a level the last is nearest to the hill.
    .sort((a, b) => a.rank - b.rank || b.office - a.office);
  if (fold === 'offices') {
    return offices.map(({ info, office }) => ({
      id: info.id,
      name: info.name,
      side,
      group: groupOf(model, info),
      offices: [office],
      again: false,
    }));
  }
  const groups = [...new Set(offices.map(({ info }) => groupOf(model, info)))];
  return groups.map((group) => {
    const members = offices.filter(({ info }) => groupOf(model, info) === group);
    return {
      id: `${String(side)}.${group}`,
      name: namesOf(members.map(({ info }) => info.name)),
      side,
      group,
      offices: members.map(({ office }) => office).sort((a, b) => a - b),
      again: false,
    };
  });
}

/** Names of offices on one row, the rest as a number where they are many. */
function namesOf(names: readonly string[]): string {
  if (names.length <= 2) return names.join(', ');
  return `${names[0]!} and ${String(names.length - 1)} more`;
}

/** Distance from the hill; an embassy lies beyond the capital it stands in. */
function rankOf(model: Model, info: OfficeInfo): number {
  const level = OUTWARD.indexOf(info.echelon);
  // Border troops of every level stand between the hill and the army.
  if (info.chains[0] === BORDER_CHAIN && info.echelon !== 'capital') return level - OUTWARD.length;
  return isAbroad(model, info) ? level + OUTWARD.length : level;
}

/** Whether an office of a capital sits in the other side's. */
function isAbroad(model: Model, info: OfficeInfo): boolean {
  if (info.echelon !== 'capital') return false;
  const seat = model.offices[model.sides[1 - info.side]?.capitalOffice ?? -1];
  return seat?.location === info.location;
}

function groupOf(model: Model, info: OfficeInfo): string {
  if (isAbroad(model, info)) return `In ${cityOf(model, info)}`;
  if (info.echelon === 'capital') return cityOf(model, info);
  const border = info.chains[0] === BORDER_CHAIN ? BORDER_GROUPS[info.echelon] : undefined;
  return border ?? GROUPS[info.echelon];
}

/** Name of the place where an office off the map sits; its level where it sits on the map. */
function cityOf(model: Model, info: OfficeInfo): string {
  const node = model.theatre.nodes[info.location - model.grid.count];
  return node?.name.replace(/ \(.*\)$/, '') ?? GROUPS[info.echelon];
}

function againRow(model: Model, info: OfficeInfo, office: number): WireRow {
  return {
    id: `${info.id} again`,
    name: info.name,
    side: info.side,
    group: `${cityOf(model, info)} again`,
    offices: [office],
    again: true,
  };
}
