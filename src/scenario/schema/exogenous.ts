import { z } from 'zod';
import { share, id, time, evidence } from './parts.ts';

export const exogenousSchema = z.strictObject({
  format: z.literal('khasan.exogenous/1'),
  events: z.array(
    z.strictObject({
      id,
      at: time,
      kind: z.enum(['other-front', 'defection', 'appointment', 'reorganisation', 'weather']),
      title: z.string(),
      source: z.string(),
      office: id.optional(),
      person: z.string().optional(),
      traits: z
        .strictObject({
          competence: share.optional(),
          initiative: share.optional(),
          fear: share.optional(),
          honour: share.optional(),
          caution: share.optional(),
        })
        .optional(),
      side: id.optional(),
      otherFrontsChange: z.number().optional(),
      evidence,
    }),
  ),
});
export type ExogenousFile = z.infer<typeof exogenousSchema>;
