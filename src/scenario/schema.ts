/**
 * The shape of the files of a scenario folder. Cross-references, ranges that depend on each other and
 * evidence are checked in `validate`; this file says what may stand where.
 *
 * Evidence: any mapping may carry `evidence`; it covers every number in that mapping and below it,
 * until a nested mapping brings its own. A `recorded` block covers the fields it names; the numbers
 * beside them need `others`, or a block further out.
 */

import { scenarioSchema } from './schema/scenario.ts';
import { mapSchema } from './schema/map.ts';
import { theatreSchema } from './schema/theatre.ts';
import { forcesSchema } from './schema/forces.ts';
import { officesSchema } from './schema/offices.ts';
import { exogenousSchema } from './schema/exogenous.ts';
import { anchorsSchema } from './schema/anchors.ts';

export { evidenceSchema } from './schema/parts.ts';
export * from './schema/scenario.ts';
export * from './schema/map.ts';
export * from './schema/theatre.ts';
export * from './schema/forces.ts';
export * from './schema/offices.ts';
export * from './schema/exogenous.ts';
export * from './schema/anchors.ts';

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
