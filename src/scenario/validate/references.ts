import { ACTS } from '../../engine/index.ts';
import type { FileName } from '../parse.ts';
import { indexOf } from '../register.ts';
import type { NodePath } from '../source.ts';
import { report, requireId, type Checked } from './pass.ts';

/** Ids in `scenario.yaml` and `theatre.yaml` lead to something. */
export function checkFrameReferences(checked: Checked): void {
  const { files, register } = checked;
  const file = 'scenario.yaml';
  files.scenario.sides.forEach((side, i) => {
    for (const key of ['capitalOffice', 'foreignOffice'] as const) {
      const at = ['sides', i, key];
      const office = requireId(checked, register.offices, side[key], { file, at });
      if (office >= 0)
        sameSide(checked, { file, at }, side[key], [register.sideOfOffice[office]!, i]);
    }
  });
  for (const act of ACTS) {
    const rung = files.scenario.actRungs[act];
    if (rung !== undefined) {
      requireId(checked, register.rungs, rung, { file, at: ['actRungs', act] });
    }
  }
  files.theatre.links.forEach((link, i) => {
    for (const end of ['from', 'to'] as const) {
      requireId(checked, register.nodes, link[end], {
        file: 'theatre.yaml',
        at: ['links', i, end],
      });
    }
    if (link.carrier !== undefined) {
      requireId(checked, register.offices, link.carrier, {
        file: 'theatre.yaml',
        at: ['links', i, 'carrier'],
      });
    }
  });
}

/** Ids in `forces.yaml` lead to something, on the right side. */
export function checkForceReferences(checked: Checked): void {
  const { files, register } = checked;
  const file = 'forces.yaml';
  files.forces.formations.forEach((formation, i) => {
    requireId(checked, register.sides, formation.side, { file, at: ['formations', i, 'side'] });
    if (formation.parent === undefined) return;
    const at = ['formations', i, 'parent'];
    const parent = requireId(checked, register.formations, formation.parent, { file, at });
    if (parent < 0) return;
    const side = register.sideOfFormation[parent]!;
    sameSide(checked, { file, at }, formation.parent, [side, register.sideOfFormation[i]!]);
  });
  files.forces.templates.forEach((template, i) => {
    checkQuantities(checked, ['templates', i], template);
  });
  files.forces.units.forEach((unit, i) => {
    requireId(checked, register.templates, unit.template, { file, at: ['units', i, 'template'] });
    requireId(checked, register.formations, unit.formation, {
      file,
      at: ['units', i, 'formation'],
    });
    const at = ['units', i, 'office'];
    const office = requireId(checked, register.offices, unit.office, { file, at });
    if (office >= 0) {
      const side = register.sideOfOffice[office]!;
      sameSide(checked, { file, at }, unit.office, [side, register.sideOfUnit[i]!]);
    }
    checkQuantities(checked, ['units', i], unit);
  });
}

type Quantity = number | { readonly reading: string } | undefined;

function checkQuantities(
  checked: Checked,
  at: NodePath,
  item: { readonly men?: Quantity; readonly tanks?: Quantity },
): void {
  for (const key of ['men', 'tanks'] as const) {
    const value = item[key];
    if (typeof value !== 'object') continue;
    const place = { file: 'forces.yaml' as const, at: [...at, key, 'reading'] };
    requireId(checked, checked.register.readings, value.reading, place);
  }
}

/** Ids in `offices.yaml` and `exogenous.yaml` lead to something, on the right side. */
export function checkOfficeReferences(checked: Checked): void {
  const { files, register } = checked;
  const file = 'offices.yaml';
  files.offices.offices.forEach((office, i) => {
    requireId(checked, register.sides, office.side, { file, at: ['offices', i, 'side'] });
    office.superiors.forEach((superior, k) => {
      const at = ['offices', i, 'superiors', k];
      const index = requireId(checked, register.offices, superior, { file, at });
      if (index < 0) return;
      const sides = [register.sideOfOffice[index]!, register.sideOfOffice[i]!] as const;
      sameSide(checked, { file, at }, superior, sides);
    });
    office.consults?.offices.forEach((other, k) => {
      const at = ['offices', i, 'consults', 'offices', k];
      const index = requireId(checked, register.offices, other, { file, at });
      if (index < 0) return;
      const sides = [register.sideOfOffice[index]!, register.sideOfOffice[i]!] as const;
      sameSide(checked, { file, at }, other, sides);
    });
    office.charge.forEach((place, k) => {
      requireArea(checked, place, { file, at: ['offices', i, 'charge', k] });
    });
    office.authority.forEach((grant, k) => {
      if (grant.where === 'anywhere') return;
      requireArea(checked, grant.where, { file, at: ['offices', i, 'authority', k, 'where'] });
    });
  });
  files.offices.links.forEach((link, i) => {
    for (const end of ['from', 'to'] as const) {
      requireId(checked, register.offices, link[end], { file, at: ['links', i, end] });
    }
  });
  files.exogenous.events.forEach((event, i) => {
    const where = (key: string) => ({ file: 'exogenous.yaml' as const, at: ['events', i, key] });
    if (event.office !== undefined)
      requireId(checked, register.offices, event.office, where('office'));
    if (event.side !== undefined) requireId(checked, register.sides, event.side, where('side'));
  });
}

/** Ids in `anchors.yaml` lead to something. */
export function checkAnchorReferences(checked: Checked): void {
  const { files, register } = checked;
  files.anchors.anchors.forEach((anchor, a) => {
    const where = (...at: NodePath) => ({
      file: 'anchors.yaml' as const,
      at: ['anchors', a, ...at],
    });
    anchor.units.forEach((row, i) => {
      requireUnits(checked, row.unit, where('units', i, 'unit'));
    });
    anchor.works.forEach((row, i) => {
      requireId(checked, register.sides, row.side, where('works', i, 'side'));
    });
    anchor.holders.forEach((row, i) => {
      requireId(checked, register.sides, row.side, where('holders', i, 'side'));
    });
    (anchor.mayCross ?? []).forEach((row, i) => {
      requireId(checked, register.sides, row.side, where('mayCross', i, 'side'));
    });
    (anchor.shipsCalled ?? []).forEach((row, i) => {
      requireId(checked, register.offices, row.office, where('shipsCalled', i, 'office'));
    });
    anchor.operations.forEach((row, i) => {
      requireId(checked, register.offices, row.office, where('operations', i, 'office'));
      requireArea(checked, row.area, where('operations', i, 'area'));
      row.units.forEach((unit, k) => {
        requireUnits(checked, unit, where('operations', i, 'units', k));
      });
    });
    anchor.knowledge.forEach((row, i) => {
      requireId(checked, register.offices, row.office, where('knowledge', i, 'office'));
      requireArea(checked, row.area, where('knowledge', i, 'area'));
    });
    anchor.authority.forEach((row, i) => {
      requireId(checked, register.offices, row.office, where('authority', i, 'office'));
      if (row.where !== 'anywhere') requireArea(checked, row.where, where('authority', i, 'where'));
    });
  });
}

interface Where {
  readonly file: FileName;
  readonly at: NodePath;
}

/** A place that the model knows as an area: one with a worth. */
function requireArea(checked: Checked, id: string, where: Where): void {
  const { places, areas } = checked.register;
  if (indexOf(areas, id) >= 0) return;
  if (indexOf(places, id) < 0) {
    requireId(checked, places, id, where);
    return;
  }
  report(checked, where.file, where.at, {
    code: 'unknown-id',
    message: `The place "${id}" has no worth, so it is no area that an office can answer for.`,
    remedy: 'Give the place a worth in map.yaml, or name a place that has one.',
  });
}

/** The id of a unit, or of a formation with at least one unit. */
function requireUnits(checked: Checked, id: string, where: Where): void {
  const { unitsAndFormations, units, members } = checked.register;
  if (requireId(checked, unitsAndFormations, id, where) < 0) return;
  if (units.index.has(id) || members.has(id)) return;
  report(checked, where.file, where.at, {
    code: 'unknown-id',
    message: `The formation "${id}" has no units.`,
    remedy: 'Name a formation with units, or give it some in forces.yaml.',
  });
}

/** Reports a reference across the sides. `sides` holds the side found and the one wanted. */
export function sameSide(
  checked: Checked,
  where: Where,
  id: string,
  sides: readonly [found: number, wanted: number],
): void {
  const [found, wanted] = sides;
  if (found < 0 || wanted < 0 || found === wanted) return;
  const { ids } = checked.register.sides;
  report(checked, where.file, where.at, {
    code: 'other-side',
    message: `"${id}" belongs to side "${ids[found]!}", and one of side "${ids[wanted]!}" is wanted.`,
    remedy: `Name one of side "${ids[wanted]!}".`,
  });
}
