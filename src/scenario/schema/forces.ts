import { z } from 'zod';
import { ECHELONS, MOVE_CLASSES, UNIT_KINDS } from '../../engine/index.ts';
import { share, id, time, hex, evidence, names, quantity } from './parts.ts';

/** Numbers by kind of weapon; none where a kind is left out. */
const weapons = {
  rifles: z.int().min(0).optional(),
  lightMachineGuns: z.int().min(0).optional(),
  heavyMachineGuns: z.int().min(0).optional(),
  mortars: z.int().min(0).optional(),
  antiTankGuns: z.int().min(0).optional(),
  guns: z.int().min(0).optional(),
};

export const templateSchema = z.strictObject({
  id,
  title: z.string(),
  kind: z.enum(UNIT_KINDS),
  echelon: z.enum(ECHELONS),
  moveClass: z.enum(MOVE_CLASSES),
  /** Letters-and-digits symbol code (APP-6, 15 characters), `*` in place of the side. */
  sidc: z.string().length(15),
  men: quantity,
  ...weapons,
  calibreMm: z.int().min(0).optional(),
  tanks: quantity.optional(),
  aircraft: z.int().min(0).optional(),
  training: share,
  cohesion: share,
  evidence,
});
export const forcesSchema = z.strictObject({
  format: z.literal('khasan.forces/1'),
  templates: z.array(templateSchema),
  /** Formations: names and parents, for display, grouping and counting. */
  formations: z.array(
    z.strictObject({
      id,
      side: id,
      names,
      echelon: z.enum([
        'company',
        'battalion',
        'regiment',
        'brigade',
        'division',
        'corps',
        'army',
        'front',
      ]),
      parent: id.optional(),
      /** Row of the order of battle it stands for, and its source. */
      record: z.string().optional(),
      evidence,
    }),
  ),
  units: z.array(
    z.strictObject({
      id,
      template: id,
      formation: id,
      names: names.optional(),
      /** Office under whose direct command it stands on day one. */
      office: id,
      /** A hex, or the id of a theatre node. */
      at: z.union([hex, id]),
      /** Not available before this time. */
      from: time.optional(),
      /** 0–1; 1 is ready to march at once. Default 0.5. */
      readiness: share.optional(),
      /** Departures from the template. */
      men: quantity.optional(),
      ...weapons,
      tanks: quantity.optional(),
      training: share.optional(),
      cohesion: share.optional(),
      evidence,
    }),
  ),
  /** Rows of the order of battle that are deliberately not units, with the reason. */
  leftOut: z.array(z.strictObject({ record: z.string(), because: z.string() })),
});
export type ForcesFile = z.infer<typeof forcesSchema>;
