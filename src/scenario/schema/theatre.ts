import { z } from 'zod';
import { id, hex, lonLat, evidence, names } from './parts.ts';

export const theatreSchema = z.strictObject({
  format: z.literal('khasan.theatre/1'),
  nodes: z.array(
    z.strictObject({
      id,
      names,
      at: lonLat,
      /** Hex onto which the node opens. */
      gate: hex.optional(),
      evidence,
    }),
  ),
  links: z.array(
    z.strictObject({
      from: id,
      to: id,
      kind: z.enum(['road', 'track', 'rail', 'ferry', 'sea']),
      lengthKm: z.number().min(0.1),
      capacityMenPerDay: z.number().min(0),
      /** Office whose ships carry over it, once it has raised the alarm; left out where the way is always open. */
      carrier: id.optional(),
      evidence,
    }),
  ),
});
export type TheatreFile = z.infer<typeof theatreSchema>;
