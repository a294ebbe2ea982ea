import { DIRECTIONS, directionTo, neighbourOf, NO_HEX } from '../../hex/index.ts';
import { hexOf, isWater } from '../register.ts';
import type { NodePath } from '../source.ts';
import { report, type Checked } from './pass.ts';

type At = readonly [number, number];

/** Two hexes of the map that a feature lies between, or `undefined` after the reason was reported. */
function pairOf(
  checked: Checked,
  at: NodePath,
  between: readonly [At, At],
): [number, number] | undefined {
  const { register } = checked;
  const a = hexOf(register, between[0]);
  const b = hexOf(register, between[1]);
  if (a === NO_HEX || b === NO_HEX) return undefined;
  if (directionTo(register.grid, a, b) >= 0) return [a, b];
  report(checked, 'map.yaml', at, {
    code: 'not-adjacent',
    message: `[${between[0].join(', ')}] and [${between[1].join(', ')}] do not touch.`,
    remedy: 'Name two neighbouring hexes; odd rows are shoved half a hex to the right.',
  });
  return undefined;
}

/** Whether the border river runs between two hexes: one on each bank, both on land. */
function riverBetween(checked: Checked, a: number, b: number): boolean {
  const { rightBank, terrain } = checked.register;
  return rightBank[a] !== rightBank[b] && !isWater(terrain[a]!) && !isWater(terrain[b]!);
}

/** Crossings lie where the river runs, necks where it does not and where both sides are dry. */
export function checkHexsides(checked: Checked): void {
  const { map } = checked.files;
  const { terrain } = checked.register;
  map.crossings.forEach((crossing, i) => {
    const at = ['crossings', i, 'between'];
    const pair = pairOf(checked, at, crossing.between);
    if (pair === undefined || riverBetween(checked, pair[0], pair[1])) return;
    report(checked, 'map.yaml', at, {
      code: 'crossing-no-river',
      message: `No river runs under the crossing "${crossing.id}": both hexes are on the same bank or in the water.`,
      remedy: 'Move the crossing to two dry hexes with different signs in banks.',
    });
  });
  map.necks.forEach((neck, i) => {
    const at = ['necks', i, 'between'];
    const pair = pairOf(checked, at, neck.between);
    if (pair === undefined) return;
    const wet = isWater(terrain[pair[0]]!) || isWater(terrain[pair[1]]!);
    if (!wet && !riverBetween(checked, pair[0], pair[1])) return;
    report(checked, 'map.yaml', at, {
      code: 'neck-closed',
      message: `The neck "${neck.id}" lies on a hexside that ${wet ? 'leads into water' : 'the river closes'}.`,
      remedy: wet
        ? 'Move the neck to two dry hexes.'
        : 'Make it a crossing, or move it off the river.',
    });
  });
  checkSteep(checked);
}

/** A steep face has ground above and below. */
function checkSteep(checked: Checked): void {
  const { register, files } = checked;
  files.map.steep.forEach((face, i) => {
    const hex = hexOf(register, face.hex);
    if (hex === NO_HEX) return;
    const other = neighbourOf(register.grid, hex, DIRECTIONS.indexOf(face.direction));
    const dry =
      other !== NO_HEX && !isWater(register.terrain[hex]!) && !isWater(register.terrain[other]!);
    if (dry) return;
    report(checked, 'map.yaml', ['steep', i], {
      code: 'steep-in-water',
      message: `The steep face of [${face.hex.join(', ')}] towards ${face.direction} lies on ${other === NO_HEX ? 'the edge of the map' : 'water'}.`,
      remedy: 'Turn it to a hexside with land on both sides, or leave it out.',
    });
  });
}

/** Ways go from hex to neighbouring hex on dry land, and over the river only at crossings. */
export function checkWays(checked: Checked): void {
  const { register, files } = checked;
  const crossings = files.map.crossings.map((crossing) =>
    crossing.between.map((at) => hexOf(register, at)),
  );
  files.map.ways.forEach((way, w) => {
    way.hexes.forEach((to, k) => {
      const at = ['ways', w, 'hexes', k];
      const hex = hexOf(register, to);
      if (hex !== NO_HEX && isWater(register.terrain[hex]!)) {
        report(checked, 'map.yaml', at, {
          code: 'way-in-water',
          message: `The way "${way.id}" runs through water at [${to.join(', ')}].`,
          remedy: 'Lead it round the water, or end it at the shore.',
        });
        return;
      }
      const from = way.hexes[k - 1];
      if (from === undefined) return;
      const pair = pairOf(checked, at, [from, to]);
      if (pair === undefined || !riverBetween(checked, pair[0], pair[1])) return;
      const isCrossed = crossings.some((ends) => ends.includes(pair[0]) && ends.includes(pair[1]));
      if (isCrossed) return;
      report(checked, 'map.yaml', at, {
        code: 'way-no-crossing',
        message: `The way "${way.id}" goes over the river between [${from.join(', ')}] and [${to.join(', ')}], where no crossing is.`,
        remedy: 'Add a crossing there, or end the way on the bank.',
      });
    });
  });
}
