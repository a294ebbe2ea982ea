import { z } from 'zod';
import {
  ACTS,
  ECHELONS,
  ENGAGEMENT_STEPS,
  LINK_MEDIA,
  MOVE_CLASSES,
  SCOPES,
  TERRAINS,
  UNIT_KINDS,
  WEATHERS,
} from '../engine/index.ts';

/**
 * The shape of the files of a scenario folder. Cross-references, ranges that depend on each other and
 * evidence are checked in `validate`; this file says what may stand where.
 *
 * Evidence: any mapping may carry `evidence`; it covers every number in that mapping and below it,
 * until a nested mapping brings its own. A `recorded` block covers the fields it names; the numbers
 * beside them need `others`, or a block further out.
 */
const share = z.number().min(0).max(1);
const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'lower-case words joined by . or -');
/** A time with its offset: `1938-07-15T17:00+10:00`. */
const time = z.string();
/** `[column, row]`, 0-based. */
const hex = z.tuple([z.int().min(0), z.int().min(0)]);
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
/** `[longitude, latitude]` in degrees. */
const lonLat = z.tuple([longitude, latitude]);

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
const evidence = evidenceSchema.optional();

const names = z.strictObject({
  en: z.string(),
  ru: z.string().optional(),
  zh: z.string().optional(),
  ja: z.string().optional(),
  ko: z.string().optional(),
});

/** A number, or a share of a disputed value that each run draws. */
const quantity = z.union([
  z.number().min(0),
  z.strictObject({ reading: id, share: z.number().min(0).optional() }),
]);

/** How parties meet the other side on ground that their own side claims. */
const engagement = z.strictObject({
  first: z.enum(ENGAGEMENT_STEPS),
  /** Times they challenge before they go on. */
  challenges: z.int().min(1).max(9),
  last: z.enum(ENGAGEMENT_STEPS),
});

// ── scenario.yaml ────────────────────────────────────────────────────────────────────────────────
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

// ── map.yaml ─────────────────────────────────────────────────────────────────────────────────────
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

// ── theatre.yaml ─────────────────────────────────────────────────────────────────────────────────
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
      evidence,
    }),
  ),
});
export type TheatreFile = z.infer<typeof theatreSchema>;

// ── forces.yaml ──────────────────────────────────────────────────────────────────────────────────
export const templateSchema = z.strictObject({
  id,
  title: z.string(),
  kind: z.enum(UNIT_KINDS),
  echelon: z.enum(ECHELONS),
  moveClass: z.enum(MOVE_CLASSES),
  /** Letters-and-digits symbol code (APP-6, 15 characters), `*` in place of the side. */
  sidc: z.string().length(15),
  men: quantity,
  rifles: z.int().min(0).optional(),
  lightMachineGuns: z.int().min(0).optional(),
  heavyMachineGuns: z.int().min(0).optional(),
  mortars: z.int().min(0).optional(),
  antiTankGuns: z.int().min(0).optional(),
  guns: z.int().min(0).optional(),
  calibreMm: z.int().min(0).optional(),
  tanks: quantity.optional(),
  aircraft: z.int().min(0).optional(),
  training: share,
  cohesion: share,
  evidence,
});
export const forcesSchema = z.strictObject({
  format: z.literal('khasan.forces/1'),
  templates: z.array(templateSchema),
  /** Formations: names and parents, for display, grouping and counting. */
  formations: z.array(
    z.strictObject({
      id,
      side: id,
      names,
      echelon: z.enum([
        'company',
        'battalion',
        'regiment',
        'brigade',
        'division',
        'corps',
        'army',
        'front',
      ]),
      parent: id.optional(),
      /** Row of the order of battle it stands for, and its source. */
      record: z.string().optional(),
      evidence,
    }),
  ),
  units: z.array(
    z.strictObject({
      id,
      template: id,
      formation: id,
      names: names.optional(),
      /** Office under whose direct command it stands on day one. */
      office: id,
      /** A hex, or the id of a theatre node. */
      at: z.union([hex, id]),
      /** Not available before this time. */
      from: time.optional(),
      /** 0–1; 1 is ready to march at once. Default 0.5. */
      readiness: share.optional(),
      /** Departures from the template. */
      men: quantity.optional(),
      rifles: z.int().min(0).optional(),
      lightMachineGuns: z.int().min(0).optional(),
      heavyMachineGuns: z.int().min(0).optional(),
      mortars: z.int().min(0).optional(),
      antiTankGuns: z.int().min(0).optional(),
      guns: z.int().min(0).optional(),
      tanks: quantity.optional(),
      training: share.optional(),
      cohesion: share.optional(),
      evidence,
    }),
  ),
  /** Rows of the order of battle that are deliberately not units, with the reason. */
  leftOut: z.array(z.strictObject({ record: z.string(), because: z.string() })),
});
export type ForcesFile = z.infer<typeof forcesSchema>;

/** The removal of people from the posts of a service; see `PurgeInfo` for what the numbers do. */
const purgeSchema = z.strictObject({
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

// ── offices.yaml ─────────────────────────────────────────────────────────────────────────────────
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
      evidence,
    }),
  ),
  purge: z.array(purgeSchema).optional(),
});
export type OfficesFile = z.infer<typeof officesSchema>;

// ── exogenous.yaml ───────────────────────────────────────────────────────────────────────────────
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

// ── anchors.yaml ─────────────────────────────────────────────────────────────────────────────────
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

/** The files of a scenario folder and their schemas, in the order in which they are read. */
export const SCENARIO_FILES = {
  'scenario.yaml': scenarioSchema,
  'map.yaml': mapSchema,
  'theatre.yaml': theatreSchema,
  'forces.yaml': forcesSchema,
  'offices.yaml': officesSchema,
  'exogenous.yaml': exogenousSchema,
  'anchors.yaml': anchorsSchema,
} as const;
