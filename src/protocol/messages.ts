import * as z from 'zod/mini';
import type { Film } from './film.ts';
import type { RunReckoning } from './reckoned.ts';

/**
 * What a spectator's screen and a host say to each other. Every request has an id of its own, and
 * whatever belongs to it carries that id; the newest request of a kind counts. A player's seat will be a
 * channel of its own, with views instead of films.
 */
export const PROTOCOL_VERSION = 1;

const id = z.int().check(z.minimum(0));
const seed = z.int().check(z.minimum(0), z.maximum(4294967295));
const setup = z.object({
  seed,
  from: z.string(),
  keepTruce: z.optional(z.boolean()),
  /** Texts of `--set`: `param:` and `reading:` as on the command line, `mechanism:ID`, and `question:ID/VARIANT`. */
  settings: z.array(z.string()),
});

export const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), id, protocol: z.int(), scenario: z.string() }),
  z.object({ kind: z.literal('open'), id, setup }),
  z.object({ kind: z.literal('reckoning'), id, setup }),
  z.object({
    kind: z.literal('batch'),
    id,
    setup,
    /** Settings of a second run with each seed, for pairs that share their luck. */
    other: z.optional(z.array(z.string())),
    runs: z.int().check(z.minimum(1)),
    /** This worker plays the runs `offset`, `offset + stride`, … of the batch. */
    offset: z.int().check(z.minimum(0)),
    stride: z.int().check(z.minimum(1)),
  }),
  z.object({ kind: z.literal('cancel'), id }),
]);
export type Request = z.infer<typeof requestSchema>;
export type RunRequest = z.infer<typeof setup>;

const measureValue = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const values = z.record(z.string(), measureValue);
const row = z.object({
  seed,
  hash: z.string(),
  values,
  /** The second run of a pair. */
  other: z.optional(z.object({ hash: z.string(), values })),
});
export type BatchRow = z.infer<typeof row>;

export const replySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('welcome'),
    id,
    protocol: z.int(),
    version: z.string(),
    scenarioHash: z.string(),
  }),
  z.object({ kind: z.literal('opened'), id, film: z.custom<Film>(isObject) }),
  z.object({
    kind: z.literal('reckoned'),
    id,
    reckoning: z.custom<RunReckoning>(isObject),
  }),
  z.object({ kind: z.literal('rows'), id, rows: z.array(row), done: z.boolean() }),
  z.object({
    kind: z.literal('problem'),
    id,
    code: z.string(),
    message: z.string(),
    remedy: z.string(),
  }),
]);
export type Reply = z.infer<typeof replySchema>;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Reads a request of a screen; `null` when it is none. */
export function readRequest(value: unknown): Request | null {
  const result = requestSchema.safeParse(value);
  return result.success ? result.data : null;
}

/** Reads a reply of a host; `null` when it is none. */
export function readReply(value: unknown): Reply | null {
  const result = replySchema.safeParse(value);
  return result.success ? result.data : null;
}
