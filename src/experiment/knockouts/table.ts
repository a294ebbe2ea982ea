import { z } from 'zod';
import type { MeasureSpec, Moment } from '../../record/index.ts';

const text = z.string().min(1);
const expected = z.enum(['up', 'down']);

const measure = z.strictObject({
  /** Id of a measure. */
  measure: text,
  role: z.enum(['primary', 'second', 'distal']),
  /** Sign of the effect that was stated beforehand; only a distal one may have none. */
  expected: expected.optional(),
});

const row = z.strictObject({
  id: z.string().regex(/^M\d\d[a-z]?$/, 'M and two digits, as M04 or M14a'),
  title: text,
  /** `free`: both variants from the first moment. `fork`: from one saved state at a named moment. */
  start: z.enum(['free', 'fork']),
  /** Start of the run that is driven to the moment: `free`, or an anchor. */
  from: text.optional(),
  /** Named moment of a fork. */
  at: text.optional(),
  /** Settings that switch the mechanism off, as `--set` takes them. */
  patch: z.array(text).min(1).optional(),
  /** Settings of both variants, where the mechanism needs them in order to show. */
  settings: z.array(text).optional(),
  measures: z.array(measure).optional(),
  /** Settings given to both variants under which the effect must be exactly zero. */
  control: z.array(text).min(1).optional(),
  /** What one must know in order to read the row. */
  notes: text.optional(),
  /** Why the mechanism cannot be switched off: it is not in the model. Takes the place of the patch. */
  missing: text.optional(),
  /** The effect is exact and not estimated: the author of an act is exchanged. */
  exact: z.literal('author').optional(),
});

/** The shape of `knockouts.yaml`, `khasan.knockouts/1`. */
export const KNOCKOUTS_SCHEMA = z.strictObject({
  format: z.string(),
  mechanisms: z.array(row).min(1).max(100),
});
export type KnockoutsFile = z.infer<typeof KNOCKOUTS_SCHEMA>;

export type Expected = 'up' | 'down';
export type Role = 'primary' | 'second' | 'distal';

/** A measure of a knock-out. */
export interface KnockoutMeasure {
  readonly spec: MeasureSpec;
  readonly role: Role;
  readonly expected: Expected | null;
}

/** A row of the table of knock-outs, checked. */
export interface Knockout {
  readonly id: string;
  readonly title: string;
  readonly start: 'free' | 'fork';
  readonly from: string;
  readonly moment: Moment | null;
  readonly patch: readonly string[];
  readonly settings: readonly string[];
  readonly measures: readonly KnockoutMeasure[];
  readonly control: readonly string[] | null;
  readonly notes: string;
  /** Why it is not in the model, or `''`. */
  readonly missing: string;
  readonly exact: 'author' | null;
}

/** The patches of a table by id, as `mechanism:ID` settings take them. Rows without a patch are left out. */
export function patchesOf(knockouts: readonly Knockout[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    knockouts
      .filter(({ patch }) => patch.length > 0)
      .map(({ id, settings, patch }) => [id, [...settings, ...patch]]),
  );
}
