import { z } from 'zod';
import { ENGAGEMENT_STEPS } from '../../engine/index.ts';

/** A share, 0–1. */
export const share = z.number().min(0).max(1);
/** A permanent name. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'lower-case words joined by . or -');
/** A time with its offset: `1938-07-15T17:00+10:00`. */
export const time = z.string();
/** `[column, row]`, 0-based. */
export const hex = z.tuple([z.int().min(0), z.int().min(0)]);
/** Degrees east. */
export const longitude = z.number().min(-180).max(180);
/** Degrees north. */
export const latitude = z.number().min(-90).max(90);
/** `[longitude, latitude]` in degrees. */
export const lonLat = z.tuple([longitude, latitude]);

const estimatedSchema = z.strictObject({
  status: z.literal('estimated'),
  /** How the number was derived. */
  from: z.string().min(8),
  source: z.string().optional(),
});
const assumedSchema = z.strictObject({
  status: z.literal('assumed'),
  because: z.string().min(8),
  /** Plausible range of the covered numbers, as text or as two numbers. */
  range: z.union([z.tuple([z.number(), z.number()]), z.string()]),
});
export const evidenceSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('recorded'),
    /** Field name → claim id in `history/claims.csv`; the value must equal the claim's. */
    claims: z.record(z.string(), z.string()),
    note: z.string().optional(),
    /** Evidence for the numbers beside the recorded ones, which have no claim. */
    others: z.discriminatedUnion('status', [estimatedSchema, assumedSchema]).optional(),
  }),
  estimatedSchema,
  assumedSchema,
]);
/** What the numbers of a mapping rest on. */
export const evidence = evidenceSchema.optional();

/** A name in the languages that have one. */
export const names = z.strictObject({
  en: z.string(),
  ru: z.string().optional(),
  zh: z.string().optional(),
  ja: z.string().optional(),
  ko: z.string().optional(),
});

/** A number, or a share of a disputed value that each run draws. */
export const quantity = z.union([
  z.number().min(0),
  z.strictObject({ reading: id, share: z.number().min(0).optional() }),
]);

/** How parties meet the other side on ground that their own side claims. */
export const engagement = z.strictObject({
  first: z.enum(ENGAGEMENT_STEPS),
  /** Times they challenge before they go on. */
  challenges: z.int().min(1).max(9),
  last: z.enum(ENGAGEMENT_STEPS),
});
