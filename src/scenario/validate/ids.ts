import { luckKeyOf } from '../../engine/index.ts';
import type { FileName } from '../parse.ts';
import { report, type Checked } from './pass.ts';

interface Named {
  readonly file: FileName;
  readonly list: string;
  readonly what: string;
  readonly items: readonly { readonly id: string }[];
}

function lists(checked: Checked): readonly Named[] {
  const { scenario, map, theatre, forces, offices, exogenous, anchors } = checked.files;
  return [
    { file: 'scenario.yaml', list: 'sides', what: 'side', items: scenario.sides },
    { file: 'scenario.yaml', list: 'rungs', what: 'rung', items: scenario.rungs },
    { file: 'scenario.yaml', list: 'readings', what: 'reading', items: scenario.readings },
    { file: 'map.yaml', list: 'places', what: 'place', items: map.places },
    { file: 'map.yaml', list: 'lines', what: 'line', items: map.lines },
    { file: 'map.yaml', list: 'waters', what: 'water', items: map.waters },
    { file: 'map.yaml', list: 'necks', what: 'neck', items: map.necks },
    { file: 'map.yaml', list: 'ways', what: 'way', items: map.ways },
    { file: 'map.yaml', list: 'crossings', what: 'crossing', items: map.crossings },
    { file: 'theatre.yaml', list: 'nodes', what: 'theatre node', items: theatre.nodes },
    { file: 'forces.yaml', list: 'templates', what: 'template', items: forces.templates },
    { file: 'forces.yaml', list: 'formations', what: 'formation', items: forces.formations },
    { file: 'forces.yaml', list: 'units', what: 'unit', items: forces.units },
    { file: 'offices.yaml', list: 'offices', what: 'office', items: offices.offices },
    { file: 'offices.yaml', list: 'purge', what: 'purge', items: offices.purge ?? [] },
    { file: 'exogenous.yaml', list: 'events', what: 'event', items: exogenous.events },
    { file: 'anchors.yaml', list: 'anchors', what: 'anchor', items: anchors.anchors },
  ];
}

/** Two things of one kind may not have the same id. */
export function checkDuplicateIds(checked: Checked): void {
  for (const { file, list, what, items } of lists(checked)) {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      if (seen.has(item.id)) {
        report(checked, file, [list, index, 'id'], {
          code: 'duplicate-id',
          message: `There are two ${what}s "${item.id}".`,
          remedy: 'Give the second an id of its own.',
        });
      }
      seen.add(item.id);
    });
  }
  hillIds(checked);
  unitsNamedLikeFormations(checked);
}

function hillIds(checked: Checked): void {
  const seen = new Set<string>();
  checked.files.map.elevation.hills.forEach((hill, index) => {
    if (seen.has(hill.id)) {
      report(checked, 'map.yaml', ['elevation', 'hills', index, 'id'], {
        code: 'duplicate-id',
        message: `There are two hills "${hill.id}".`,
        remedy: 'Give the second an id of its own.',
      });
    }
    seen.add(hill.id);
  });
}

/** An anchor names units and formations alike, so one id must not mean both. */
function unitsNamedLikeFormations(checked: Checked): void {
  checked.files.forces.units.forEach((unit, index) => {
    if (!checked.register.formations.index.has(unit.id)) return;
    report(checked, 'forces.yaml', ['units', index, 'id'], {
      code: 'duplicate-id',
      message: `"${unit.id}" is the id of a unit and of a formation.`,
      remedy: 'Give the unit a longer id, for example with its company.',
    });
  });
}

/**
 * Draws are keyed by a 32-bit hash of the id. Two ids that draw (units, offices, places, readings) with the
 * same hash would have the same luck.
 */
export function checkLuckKeys(checked: Checked): void {
  const byKey = new Map<number, string>();
  for (const { file, list, items } of lists(checked)) {
    if (!['units', 'offices', 'places', 'readings'].includes(list)) continue;
    items.forEach((item, index) => {
      const key = luckKeyOf(item.id);
      const other = byKey.get(key);
      if (other !== undefined && other !== item.id) {
        report(checked, file, [list, index, 'id'], {
          code: 'luck-key-collision',
          message: `"${item.id}" and "${other}" would draw the same luck.`,
          remedy: 'Rename one of the two; any other id will do.',
        });
      }
      if (other === undefined) byKey.set(key, item.id);
    });
  }
}

/** The tables of the model store offices and areas in bytes, and hexes in 16 bits. */
export function checkSizes(checked: Checked): void {
  const { register, files } = checked;
  const sizes: readonly [FileName, string, string, number, number][] = [
    ['offices.yaml', 'offices', 'offices', files.offices.offices.length, 255],
    ['map.yaml', 'places', 'places with a worth', register.areas.ids.length, 255],
    ['forces.yaml', 'units', 'units', files.forces.units.length, 32_000],
    ['scenario.yaml', 'rungs', 'rungs', files.scenario.rungs.length, 255],
  ];
  for (const [file, list, what, count, most] of sizes) {
    if (count <= most) continue;
    report(checked, file, [list], {
      code: 'too-many',
      message: `There are ${String(count)} ${what}; the model holds ${String(most)}.`,
      remedy: 'Leave out what matters least.',
    });
  }
}
