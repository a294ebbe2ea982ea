import { z } from 'zod';
import { share, id, evidence } from './parts.ts';

/** The removal of people from the posts of a service; see `PurgeInfo` for what the numbers do. */
export const purgeSchema = z.strictObject({
  id,
  side: id,
  /** Share of posts that lost their holder in the twelve months before the start. */
  yearShare: share,
  wave: z.strictObject({
    /** Daily rate over that of the twelve months: a number, or a share (1 if left out) of a reading. */
    factor: z.union([
      z.number().min(0),
      z.strictObject({ reading: id, share: z.number().min(0).optional() }),
    ]),
    /** Days from the start for which the wave lasts. */
    days: z.int().min(0),
    evidence,
  }),
  lostGround: z.strictObject({ chancePerDay: share, days: z.number().min(0), evidence }),
  staff: z.strictObject({
    stopsAtLoss: z.number().min(0.01).max(1),
    replaceDays: z.number().min(1),
    settleDays: z.number().min(1),
    evidence,
  }),
  successor: z.strictObject({
    vacancyDays: z.number().min(0.25),
    handOverDays: z.number().min(0),
    discount: share,
    handOverDiscount: share,
    deputyDiscount: share,
    evidence,
  }),
  fear: z.strictObject({
    ofHead: share,
    ofStaff: share,
    fadeDays: z.number().min(1),
    evidence,
  }),
  /** What the offices were like before the removals began. */
  before: z.strictObject({
    competence: share,
    fear: share,
    daysInPost: z.int().min(0),
    evidence,
  }),
  /** Posts of each office, the head's among them, and those filled on day one. */
  pools: z.array(
    z.strictObject({ office: id, posts: z.int().min(1), filled: z.int().min(1), evidence }),
  ),
  /** Heads who are removed in no run, with the reason. */
  kept: z.array(z.strictObject({ office: id, because: z.string().min(8), source: z.string() })),
  evidence,
});
