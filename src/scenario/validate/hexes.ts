import { columnOf, NO_HEX, rowOf } from '../../hex/index.ts';
import { remedyFor } from '../nearest.ts';
import type { FileName } from '../parse.ts';
import { hexOf, isWater, locationOf } from '../register.ts';
import type { NodePath } from '../source.ts';
import { report, requireId, type Checked } from './pass.ts';

interface Standing {
  readonly file: FileName;
  readonly at: NodePath;
  readonly where: string | readonly [number, number];
  readonly what: string;
}

/** Whatever stands somewhere stands on the map, on dry land, or at a node of the theatre. */
export function checkStanding(checked: Checked): void {
  const { files } = checked;
  const all: Standing[] = [];
  const add = (file: FileName, at: NodePath, where: Standing['where'], what: string): void => {
    all.push({ file, at, where, what });
  };
  files.map.places.forEach((place, i) => {
    add('map.yaml', ['places', i, 'at'], place.at, `place "${place.id}"`);
  });
  files.map.elevation.hills.forEach((hill, i) => {
    add('map.yaml', ['elevation', 'hills', i, 'at'], hill.at, `hill "${hill.id}"`);
  });
  files.theatre.nodes.forEach((node, i) => {
    if (node.gate !== undefined)
      add('theatre.yaml', ['nodes', i, 'gate'], node.gate, `gate of "${node.id}"`);
  });
  files.forces.units.forEach((unit, i) => {
    add('forces.yaml', ['units', i, 'at'], unit.at, `unit "${unit.id}"`);
  });
  files.offices.offices.forEach((office, i) => {
    add('offices.yaml', ['offices', i, 'at'], office.at, `office "${office.id}"`);
  });
  files.anchors.anchors.forEach((anchor, a) => {
    anchor.units.forEach((row, i) => {
      add('anchors.yaml', ['anchors', a, 'units', i, 'at'], row.at, `unit "${row.unit}"`);
    });
    anchor.works.forEach((row, i) => {
      add('anchors.yaml', ['anchors', a, 'works', i, 'at'], row.at, 'work');
    });
    anchor.holders.forEach((row, i) => {
      add('anchors.yaml', ['anchors', a, 'holders', i, 'at'], row.at, 'held hex');
    });
  });
  for (const standing of all) checkOne(checked, standing);
}

function checkOne(checked: Checked, standing: Standing): void {
  const { register } = checked;
  const { file, at, where, what } = standing;
  if (typeof where === 'string') {
    requireId(checked, register.nodes, where, { file, at });
    return;
  }
  const hex = locationOf(register, where);
  if (hex === NO_HEX) {
    reportOffMap(checked, { file, at }, where, what);
    return;
  }
  const terrain = register.terrain[hex]!;
  if (!isWater(terrain)) return;
  report(checked, file, at, {
    code: 'in-water',
    message: `The ${what} stands at [${where.join(', ')}], which is ${terrainName(checked, hex)}.`,
    remedy: dryNeighbours(checked, hex),
  });
}

/** Says that a hex is not on the map. */
export function reportOffMap(
  checked: Checked,
  place: { readonly file: FileName; readonly at: NodePath },
  where: readonly [number, number],
  what: string,
): void {
  const { columns, rows } = checked.files.map.frame;
  report(checked, place.file, place.at, {
    code: 'off-the-map',
    message: `The ${what} is at [${where.join(', ')}], which is not on the map.`,
    remedy: `Columns go from 0 to ${String(columns - 1)}, rows from 0 to ${String(rows - 1)}.`,
  });
}

function terrainName(checked: Checked, hex: number): string {
  const { legend, rows } = checked.files.map.terrain;
  const grid = checked.register.grid;
  const sign = rows[rowOf(grid, hex)]?.replaceAll(' ', '')[columnOf(grid, hex)] ?? '';
  return legend[sign] ?? 'water';
}

function dryNeighbours(checked: Checked, hex: number): string {
  const { grid, terrain } = checked.register;
  const dry: string[] = [];
  for (let direction = 0; direction < 6; direction++) {
    const other = grid.neighbours[hex * 6 + direction]!;
    if (other === NO_HEX || isWater(terrain[other]!)) continue;
    dry.push(`[${String(columnOf(grid, other))}, ${String(rowOf(grid, other))}]`);
  }
  return dry.length === 0 ? 'Move it ashore.' : `Move it ashore, for example to ${dry[0]!}.`;
}

/** The points from which the ground is made, and hexes of features, lie on the map. */
export function checkMapPoints(checked: Checked): void {
  const { map } = checked.files;
  const all: (readonly [NodePath, readonly [number, number], string])[] = [];
  map.elevation.ground.forEach((point, i) => {
    all.push([['elevation', 'ground', i, 'at'], point.at, 'point of the ground']);
  });
  map.steep.forEach((face, i) => {
    all.push([['steep', i, 'hex'], face.hex, 'steep face']);
  });
  map.ways.forEach((way, i) => {
    way.hexes.forEach((hex, k) => {
      all.push([['ways', i, 'hexes', k], hex, `way "${way.id}"`]);
    });
  });
  for (const list of ['necks', 'crossings'] as const) {
    map[list].forEach((item, i) => {
      item.between.forEach((hex, k) => {
        all.push([[list, i, 'between', k], hex, `${list.slice(0, -1)} "${item.id}"`]);
      });
    });
  }
  for (const [at, hex, what] of all) {
    if (hexOf(checked.register, hex) !== NO_HEX) continue;
    reportOffMap(checked, { file: 'map.yaml', at }, hex, what);
  }
  checkRidges(checked);
}

/** A ridge joins two different hills that do not stand on the same hex. */
function checkRidges(checked: Checked): void {
  const { hills, ridges } = checked.files.map.elevation;
  const ids = hills.map((hill) => hill.id);
  ridges.forEach((ridge, i) => {
    const ends = (['from', 'to'] as const).map((end) => {
      const hill = hills[ids.indexOf(ridge[end])];
      if (hill === undefined) {
        report(checked, 'map.yaml', ['elevation', 'ridges', i, end], {
          code: 'ridge-ends',
          message: `There is no hill "${ridge[end]}".`,
          remedy: remedyFor(ridge[end], ids, 'hill'),
        });
      }
      return hill;
    });
    const [from, to] = ends;
    if (from === undefined || to === undefined) return;
    if (from.at[0] !== to.at[0] || from.at[1] !== to.at[1]) return;
    report(checked, 'map.yaml', ['elevation', 'ridges', i], {
      code: 'ridge-ends',
      message: `The ridge from "${ridge.from}" to "${ridge.to}" begins and ends on one hex.`,
      remedy: 'Join two hills on different hexes, or leave the ridge out.',
    });
  });
}
