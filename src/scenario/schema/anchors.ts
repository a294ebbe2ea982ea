import { z } from 'zod';
import { ACTS } from '../../engine/index.ts';
import { share, id, time, hex, evidence } from './parts.ts';

export const anchorsSchema = z.strictObject({
  format: z.literal('khasan.anchors/1'),
  anchors: z.array(
    z.strictObject({
      id,
      title: z.string(),
      at: time,
      /** Recorded hour of the truce, for runs that are asked to keep it. */
      truceAt: time.optional(),
      units: z.array(
        z.strictObject({
          /** Unit id, or a formation id for all its units. */
          unit: id,
          at: z.union([hex, id]),
          strengthShare: share.optional(),
          fatigueDays: z.number().min(0).optional(),
          evidence,
        }),
      ),
      works: z.array(z.strictObject({ side: id, at: hex, trench: share, wire: share, evidence })),
      holders: z.array(z.strictObject({ at: hex, side: id })),
      /** Orders already in hand at that hour. */
      operations: z.array(
        z.strictObject({
          office: id,
          act: z.enum(ACTS),
          area: id,
          /** Unit or formation ids. */
          units: z.array(id),
          hHour: time,
          preparationHours: z.number().min(0),
          plan: z.string(),
          source: z.string(),
          evidence,
        }),
      ),
      /** What offices already believe. */
      knowledge: z.array(
        z.strictObject({
          office: id,
          area: id,
          men: z.number().min(0),
          tanks: z.number().min(0).optional(),
          guns: z.number().min(0).optional(),
          evidence,
        }),
      ),
      /** Sides whose troops and guns may go beyond the line they claim, by an order given before. */
      mayCross: z.array(z.strictObject({ side: id, source: z.string() })).optional(),
      /** Offices whose ships carry troops by then, by an alert given before. */
      shipsCalled: z.array(z.strictObject({ office: id, source: z.string() })).optional(),
      /** Grants and bans given before that hour, as recorded. */
      authority: z.array(
        z.strictObject({
          office: id,
          kind: z.enum(['grant', 'ban']),
          act: z.enum(ACTS),
          where: z.union([z.literal('anywhere'), id]),
          forceMenMax: z.int().min(0).optional(),
          source: z.string(),
        }),
      ),
      evidence,
    }),
  ),
});
export type AnchorsFile = z.infer<typeof anchorsSchema>;
