import type { AnchorInfo, AnchorUnit } from '../../engine/index.ts';
import { hexOf, indexOf, locationOf, tickOf, type Register } from '../register.ts';
import type { AnchorsFile } from '../schema.ts';
import type { ValidScenario } from '../validate/run.ts';
import { makeGrant } from './offices.ts';

type Anchor = AnchorsFile['anchors'][number];

/** Units of a unit id or of a formation id, ascending. */
function unitsOf(register: Register, id: string): readonly number[] {
  const unit = indexOf(register.units, id);
  return unit >= 0 ? [unit] : (register.members.get(id) ?? []);
}

/**
 * Units of an anchor, ascending. A formation stands for all its units; a later row overrides an earlier
 * one for the units that both name, so that a general row can be followed by its exceptions.
 */
function makeAnchorUnits(register: Register, anchor: Anchor): readonly AnchorUnit[] {
  const byUnit: (AnchorUnit | undefined)[] = register.units.ids.map(() => undefined);
  for (const row of anchor.units) {
    for (const unit of unitsOf(register, row.unit)) {
      byUnit[unit] = {
        unit,
        location: locationOf(register, row.at),
        strengthShare: row.strengthShare ?? -1,
        fatigueDays: row.fatigueDays ?? 0,
      };
    }
  }
  return byUnit.filter((unit) => unit !== undefined);
}

/** Recorded states from which a run can start. */
export function makeAnchors({ files, register }: ValidScenario): readonly AnchorInfo[] {
  const office = (id: string): number => indexOf(register.offices, id);
  const area = (id: string): number => indexOf(register.areas, id);
  const side = (id: string): number => indexOf(register.sides, id);
  return files.anchors.anchors.map((anchor) => ({
    id: anchor.id,
    title: anchor.title,
    tick: tickOf(register, anchor.at),
    units: makeAnchorUnits(register, anchor),
    works: anchor.works.map((row) => ({
      side: side(row.side),
      hex: hexOf(register, row.at),
      trench: row.trench,
      wire: row.wire,
    })),
    holders: anchor.holders.map((row) => ({ hex: hexOf(register, row.at), side: side(row.side) })),
    operations: anchor.operations.map((row) => ({
      office: office(row.office),
      act: row.act,
      area: area(row.area),
      units: [...new Set(row.units.flatMap((id) => unitsOf(register, id)))].sort((a, b) => a - b),
      hHourTick: tickOf(register, row.hHour),
      preparationHours: row.preparationHours,
      plan: row.plan,
    })),
    knowledge: anchor.knowledge.map((row) => ({
      office: office(row.office),
      area: area(row.area),
      men: row.men,
      tanks: row.tanks ?? 0,
      guns: row.guns ?? 0,
    })),
    grants: anchor.authority.map((row) => ({
      office: office(row.office),
      grant: makeGrant(register, row),
    })),
    mayCross: (anchor.mayCross ?? []).map((row) => side(row.side)),
    shipsCalled: (anchor.shipsCalled ?? []).map((row) => office(row.office)),
    truceTick: anchor.truceAt === undefined ? -1 : tickOf(register, anchor.truceAt),
  }));
}
