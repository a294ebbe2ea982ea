import { z } from 'zod';
import { TERRAINS } from '../../engine/index.ts';
import { share, id, hex, longitude, latitude, lonLat, evidence, names } from './parts.ts';

export const mapSchema = z.strictObject({
  format: z.literal('khasan.map/1'),
  licence: z.string(),
  attribution: z.string(),
  frame: z.strictObject({
    columns: z.int().min(1).max(120),
    rows: z.int().min(1).max(120),
    hexWidthMetres: z.number().min(10).max(10_000),
    /** Projection origin of the local transverse Mercator, and of hex (0, 0) in its metres. */
    latitude0: latitude,
    longitude0: longitude,
    x0Metres: z.number(),
    y0Metres: z.number(),
    evidence,
  }),
  terrain: z.strictObject({
    legend: z.record(z.string().length(1), z.enum(TERRAINS)),
    /** One text per row, one character per hex, spaces ignored. */
    rows: z.array(z.string()),
    evidence,
  }),
  /** `w` = right bank of the border river, `.` = left bank; the river runs between. */
  banks: z.strictObject({ rows: z.array(z.string()), evidence }),
  elevation: z.strictObject({
    method: z.string(),
    /** General ground: inverse-distance weighting (power 2) of these points. */
    ground: z.array(z.strictObject({ at: hex, metres: z.number() })),
    /** Hills stand on the ground as cones: summit height, slope on each flank. */
    hills: z.array(
      z.strictObject({
        id,
        at: hex,
        metres: z.number(),
        /** Fall in metres per kilometre, towards the east and towards the west. */
        fallEast: z.number().min(0),
        fallWest: z.number().min(0),
        evidence,
      }),
    ),
    /** Ridges join hills: the saddle between two hills does not sink below this height. */
    ridges: z.array(z.strictObject({ from: id, to: id, saddleMetres: z.number(), evidence })),
    evidence,
  }),
  places: z.array(
    z.strictObject({
      id,
      kind: z.enum(['height', 'village', 'neck', 'crossing', 'station', 'ground']),
      at: hex,
      names,
      rank: z.int().min(1).max(3),
      /** Worth of holding it, 0–1; only places with a worth are areas of the model. */
      worth: share.optional(),
      metres: z.number().optional(),
      positionErrorMetres: z.number().min(0),
      note: z.string().optional(),
      evidence,
    }),
  ),
  lines: z
    .array(
      z.strictObject({
        id,
        side: id,
        label: z.string(),
        /** From north to south; the claimant's ground lies on the given hand of the walker. */
        claimantOn: z.enum(['left', 'right']),
        points: z.array(lonLat).min(2),
        evidence,
      }),
    )
    .length(2),
  /** Drawn features only. */
  waters: z.array(
    z.strictObject({
      id,
      kind: z.enum(['lake', 'sea', 'river']),
      names,
      points: z.array(lonLat).min(2),
      evidence,
    }),
  ),
  /** Narrow hexsides, passable width in metres. */
  necks: z.array(
    z.strictObject({ id, between: z.tuple([hex, hex]), metres: z.int().min(1), evidence }),
  ),
  /** Steep faces: the hexside of `hex` in `direction`. */
  steep: z.array(
    z.strictObject({ hex, direction: z.enum(['E', 'NE', 'NW', 'W', 'SW', 'SE']), evidence }),
  ),
  ways: z.array(
    z.strictObject({
      id,
      kind: z.enum(['track', 'road', 'rail']),
      names: names.optional(),
      hexes: z.array(hex).min(2),
      evidence,
    }),
  ),
  crossings: z.array(
    z.strictObject({
      id,
      names,
      between: z.tuple([hex, hex]),
      kind: z.enum(['ferry', 'ford', 'bridge']),
      metres: z.int().min(1),
      evidence,
    }),
  ),
});
export type MapFile = z.infer<typeof mapSchema>;
