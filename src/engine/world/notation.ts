import { UNIT_KINDS, type UnitKind } from '../vocabulary.ts';

/**
 * Text notation of small positions, for tests, bug reports and documents. Three blocks:
 *
 * ```
 * map                      one text per row, a sign per hex, odd rows shoved half a hex right:
 *  . . ^ ~                 . flat  , rolling  n hill  ^ crest  w wood  m marsh  v village  ~ lake  = sea
 *   . A b .                a letter is a unit on flat ground: capitals are side 0, small ones side 1
 * units
 * A rifle 120 on crest     letter, kind, men, then any of: on TERRAIN, tanks N, guns N, hmg N, lmg N, atg N,
 * b tank 20 tanks 10       training 0.6, trench 0.5 (of the hex, own side), named ID
 * orders
 * b assault A at 4         unit, act, target (a unit's letter or column,row), tick
 * ```
 *
 * `formatPosition(parsePosition(text))` is the canonical form of `text`.
 */
export interface Position {
  /** Terrain signs, `[row][column]`, units replaced by the ground under them. */
  readonly rows: readonly string[];
  readonly units: readonly PositionUnit[];
  readonly orders: readonly PositionOrder[];
}
export interface PositionUnit {
  readonly letter: string;
  readonly kind: UnitKind;
  readonly men: number;
  readonly column: number;
  readonly row: number;
  /** Numbers by word: tanks, guns, hmg, lmg, atg, training, trench, wire. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly name: string;
}
export interface PositionOrder {
  readonly letter: string;
  readonly act: string;
  readonly column: number;
  readonly row: number;
  readonly tick: number;
}

export const POSITION_TERRAINS: Readonly<Record<string, string>> = {
  '.': 'flat',
  ',': 'rolling',
  n: 'hill',
  '^': 'crest',
  w: 'wood',
  m: 'marsh',
  v: 'village',
  '~': 'lake',
  '=': 'sea',
};
const SIGNS = Object.entries(POSITION_TERRAINS);
const WORDS = ['tanks', 'guns', 'hmg', 'lmg', 'atg', 'training', 'trench', 'wire'] as const;

/** Reads a position. Throws an `Error` whose message names the line and what was wanted there. */
export function parsePosition(text: string): Position {
  const lines = text.split('\n').map((line) => line.trim());
  let block = '';
  const mapLines: string[][] = [];
  const unitLines: { line: string; number: number }[] = [];
  const orderLines: { line: string; number: number }[] = [];
  lines.forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return;
    if (line === 'map' || line === 'units' || line === 'orders') block = line;
    else if (block === 'map') mapLines.push(line.split(/\s+/));
    else if (block === 'units') unitLines.push({ line, number: index + 1 });
    else if (block === 'orders') orderLines.push({ line, number: index + 1 });
    else throw new Error(`line ${String(index + 1)}: expected 'map', found '${line}'`);
  });
  const width = mapLines[0]?.length ?? 0;
  const places = new Map<string, { column: number; row: number }>();
  const listed = new Set(unitLines.map(({ line }) => line.split(/\s+/)[0]));
  mapLines.forEach((signs, row) => {
    if (signs.length !== width) {
      throw new Error(
        `map row ${String(row + 1)}: ${String(signs.length)} hexes, wanted ${String(width)}`,
      );
    }
    signs.forEach((sign, column) => {
      if (listed.has(sign)) places.set(sign, { column, row });
      else if (POSITION_TERRAINS[sign] === undefined) {
        throw new Error(`map row ${String(row + 1)}: unknown sign '${sign}'`);
      }
    });
  });
  const grounds = new Map<string, string>();
  const units = unitLines.map(({ line, number }) => parseUnit(line, number, places, grounds));
  const rows = mapLines.map((signs) =>
    signs.map((sign) => (places.has(sign) ? (grounds.get(sign) ?? '.') : sign)).join(''),
  );
  const orders = orderLines.map(({ line, number }) => parseOrder(line, number, places));
  return { rows, units, orders };
}

function parseUnit(
  line: string,
  number: number,
  places: ReadonlyMap<string, { column: number; row: number }>,
  grounds: Map<string, string>,
): PositionUnit {
  const words = line.split(/\s+/);
  const [letter = '', kind = '', men = ''] = words;
  const place = places.get(letter);
  const where = `line ${String(number)}`;
  if (place === undefined) throw new Error(`${where}: unit '${letter}' is not on the map`);
  if (!(UNIT_KINDS as readonly string[]).includes(kind)) {
    throw new Error(`${where}: unknown kind of unit '${kind}'`);
  }
  if (!/^\d+$/.test(men)) throw new Error(`${where}: men wanted as a whole number, found '${men}'`);
  const numbers: Record<string, number> = {};
  let name = letter;
  for (let at = 3; at < words.length; at += 2) {
    const word = words[at]!;
    const value = words[at + 1] ?? '';
    if (word === 'on') {
      const sign = SIGNS.find(([, terrain]) => terrain === value);
      if (sign === undefined) throw new Error(`${where}: unknown terrain '${value}'`);
      grounds.set(letter, sign[0]);
    } else if (word === 'named') name = value;
    else if (
      (WORDS as readonly string[]).includes(word) &&
      value !== '' &&
      !Number.isNaN(Number(value))
    ) {
      numbers[word] = Number(value);
    } else throw new Error(`${where}: cannot read '${word} ${value}'`);
  }
  return { letter, kind: kind as UnitKind, men: Number(men), ...place, numbers, name };
}

function parseOrder(
  line: string,
  number: number,
  places: ReadonlyMap<string, { column: number; row: number }>,
): PositionOrder {
  const match = /^(\S) (\S+) (\S+) at (\d+)$/.exec(line);
  const where = `line ${String(number)}`;
  if (match === null)
    throw new Error(`${where}: wanted 'UNIT ACT TARGET at TICK', found '${line}'`);
  const [, letter = '', act = '', target = '', tick = ''] = match;
  const pair = /^(\d+),(\d+)$/.exec(target);
  const place =
    pair === null ? places.get(target) : { column: Number(pair[1]), row: Number(pair[2]) };
  if (place === undefined) throw new Error(`${where}: no unit or hex '${target}'`);
  return { letter, act, ...place, tick: Number(tick) };
}

/** Writes a position in canonical form. */
export function formatPosition(position: Position): string {
  const at = new Map(
    position.units.map((unit) => [`${String(unit.column)},${String(unit.row)}`, unit]),
  );
  const map = position.rows.map((row, r) => {
    const signs = Array.from(row, (sign, c) => at.get(`${String(c)},${String(r)}`)?.letter ?? sign);
    return `${r % 2 === 1 ? '  ' : ' '}${signs.join(' ')}`;
  });
  const units = position.units.map((unit) => {
    const ground = POSITION_TERRAINS[position.rows[unit.row]?.[unit.column] ?? '.'] ?? 'flat';
    const words = [unit.letter, unit.kind, String(unit.men)];
    if (ground !== 'flat') words.push('on', ground);
    for (const word of WORDS) {
      const value = unit.numbers[word];
      if (value !== undefined) words.push(word, String(value));
    }
    if (unit.name !== unit.letter) words.push('named', unit.name);
    return words.join(' ');
  });
  const orders = position.orders.map(
    (order) =>
      `${order.letter} ${order.act} ${String(order.column)},${String(order.row)} at ${String(order.tick)}`,
  );
  const blocks = ['map', ...map, 'units', ...units];
  if (orders.length > 0) blocks.push('orders', ...orders);
  return `${blocks.join('\n')}\n`;
}
