// Fits the statistical layer of `khasan engage --battles` to a table of battles and writes it down:
//   node tools/fit-battle-layer.mjs FILE.csv
// Needs a build. The table itself stays where it is; only the fitted numbers go into the source.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { defaultParams } from '../dist/engine/index.js';
import {
  MECHANISM_ALONE,
  WITH_LAYER,
  examplesOf,
  fitLayer,
  freezeLayer,
  readBattles,
} from '../dist/engage/index.js';

const TARGET = new URL('../src/engage/battles/fitted-layer.ts', import.meta.url);

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Which table? node tools/fit-battle-layer.mjs FILE.csv');
  process.exit(2);
}
const text = readFileSync(path, 'utf8');
const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
const { battles, results, problems } = readBattles(text, path, true);
const errors = problems.filter(({ severity }) => severity === 'error');
if (errors.length > 0) {
  console.error(
    `${path} has ${errors.length} problems: khasan engage --battles ${path} lists them.`,
  );
  process.exit(2);
}
const examples = examplesOf(battles, results, defaultParams());
const frozen = (recipe) => JSON.stringify(freezeLayer(fitLayer(examples, recipe)));
const source = `import type { FrozenLayer } from './frozen.ts';

// Written by tools/fit-battle-layer.mjs; do not edit.

/**
 * Start of the SHA-256 of the table that the numbers below were fitted to: CDB90, 489 battles 1600-1982
 * (US Army Concepts Analysis Agency; public conversion by J. B. Arnold 2016, whose columns of armies and
 * wars come under ODC-BY 1.0). The table is not part of this repository.
 */
export const FITTED_ON = '${hash}';

/** The rules with two fitted numbers for each target. */
export const FITTED_MECHANISM: FrozenLayer = ${frozen(MECHANISM_ALONE)};

/** The rules with the quality of armies, the era and the facts on top. */
export const FITTED_LAYER: FrozenLayer = ${frozen(WITH_LAYER)};
`;
const options = { parser: 'typescript', printWidth: 100, singleQuote: true, trailingComma: 'all' };
writeFileSync(TARGET, await format(source, options));
console.log(`Fitted to ${examples.length} battles of ${path}, ${hash}.`);
