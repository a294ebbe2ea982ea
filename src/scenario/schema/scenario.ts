import { z } from 'zod';
import { ACTS, SCOPES, WEATHERS } from '../../engine/index.ts';
import { share, id, time, longitude, latitude, evidence, engagement } from './parts.ts';

export const scenarioSchema = z.strictObject({
  format: z.literal('khasan.scenario/1'),
  id,
  title: z.string(),
  summary: z.string(),
  start: time,
  end: time,
  /** From here on quiet offices decide once a day. */
  coarseFrom: time,
  /** Where sun and moon are computed for. */
  sky: z.strictObject({ latitude, longitude, evidence }),
  sides: z
    .array(
      z.strictObject({
        id,
        name: z.string(),
        /** Offset of the side's clock from Greenwich, `+09:00`. */
        clock: z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/),
        capitalOffice: id,
        foreignOffice: id,
        otherFronts: z.number().min(0).max(5),
        sanctionOnFailure: share,
        sanctionOnSuccess: share,
        groundResolve: share,
        /** Rules of engagement of the offices that have none of their own. */
        engagement: engagement.optional(),
        evidence,
      }),
    )
    .length(2),
  rungs: z.array(
    z.strictObject({ id, title: z.string(), means: z.string(), scope: z.enum(SCOPES) }),
  ),
  /** Rung that each act belongs to, by rung id. */
  actRungs: z.partialRecord(z.enum(ACTS), id),
  readings: z.array(
    z.strictObject({
      id,
      title: z.string(),
      unit: z.string(),
      options: z
        .array(z.strictObject({ claim: z.string(), value: z.number(), weight: share }))
        .min(2),
      evidence,
    }),
  ),
  weather: z.strictObject({
    recorded: z.array(
      z.strictObject({ from: time, to: time, weather: z.enum(WEATHERS), source: z.string() }),
    ),
    /** Row per weather of this slot of four hours, columns in the order of `WEATHERS`. */
    transition: z.array(z.array(share).length(WEATHERS.length)).length(WEATHERS.length),
    evidence,
  }),
});
export type ScenarioFile = z.infer<typeof scenarioSchema>;
