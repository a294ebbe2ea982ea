import { z } from 'zod';
import { ACTS, LINK_MEDIA } from '../../engine/index.ts';
import { share, id, hex, evidence, names, engagement } from './parts.ts';
import { purgeSchema } from './purge.ts';

export const officesSchema = z.strictObject({
  format: z.literal('khasan.offices/1'),
  offices: z.array(
    z.strictObject({
      id,
      names,
      side: id,
      echelon: z.enum(['capital', 'army', 'corps', 'division', 'brigade', 'regiment', 'post']),
      person: z.string(),
      /** Own chain first. */
      chains: z.array(id).min(1),
      /** Own chain first; none at the top. */
      superiors: z.array(id),
      /** A hex or a theatre node. */
      at: z.union([hex, id]),
      /** Hours between routine decisions. */
      cycleHours: z.number().min(0.25).max(48),
      daysInPost: z.int().min(0),
      /** Chance that it picks up a message of the other side that goes by radio; no number, no listening service. */
      listensChance: z.number().min(0).max(1).optional(),
      traits: z.strictObject({
        competence: share,
        initiative: share,
        fear: share,
        honour: share,
        caution: share,
        evidence,
      }),
      repertoire: z.array(z.enum(ACTS)),
      /** Rules of engagement of its parties, where they differ from the side's. */
      engagement: engagement.optional(),
      /** Standing with the top to be gained by being seen to act; 0 if left out. */
      credit: share.optional(),
      /** Acts of the repertoire that it knows only in runs that draw this claim of a reading. */
      byReading: z
        .array(
          z.strictObject({ reading: id, claim: z.string(), acts: z.array(z.enum(ACTS)).min(1) }),
        )
        .optional(),
      /** Offices of its side whose consent it looks for before it lets force be used. */
      consults: z.strictObject({ offices: z.array(id).min(1), source: z.string() }).optional(),
      /** Places the office answers for. */
      charge: z.array(id),
      /** Authority in force on day one; nothing later may stand here. */
      authority: z.array(
        z.strictObject({
          kind: z.enum(['grant', 'ban']),
          act: z.enum(ACTS),
          /** A place, or `anywhere`. */
          where: z.union([z.literal('anywhere'), id]),
          forceMenMax: z.int().min(0).optional(),
          reserved: z.boolean().optional(),
          source: z.string(),
          evidence,
        }),
      ),
      evidence,
    }),
  ),
  links: z.array(
    z.strictObject({
      from: id,
      to: id,
      /** Both ways unless said otherwise. */
      oneWay: z.boolean().optional(),
      medium: z.enum(LINK_MEDIA),
      medianMinutes: z.number().min(1),
      chain: id,
      /** Both ends can talk on it, apparatus to apparatus. */
      directWire: z.boolean().optional(),
      evidence,
    }),
  ),
  purge: z.array(purgeSchema).optional(),
});
export type OfficesFile = z.infer<typeof officesSchema>;
