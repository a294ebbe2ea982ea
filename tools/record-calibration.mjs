import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Keeps the record of a calibration: docs/data/calibration.json, its section of docs/validation.md, and the column of
 * sensitivities of docs/parameters.md.
 *
 *   node tools/record-calibration.mjs FOLDER              takes over what khasan calibrate --out FOLDER wrote
 *   node tools/record-calibration.mjs --reason "T2: …"    enters a change of a frozen parameter in the ledger
 *
 * With either: --predictions FILE, the answer of khasan compare SCENARIO --from all --json with the set as it is now.
 */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DATA = join(ROOT, 'docs/data/calibration.json');
const PAGE = join(ROOT, 'docs/validation.md');
const BEGIN = '<!-- calibration: begin; written by tools/record-calibration.mjs -->';
const END = '<!-- calibration: end -->';

/** A record as text: a line for each key, and in lists a line for each item, so that changes can be read. */
export function recordText(record) {
  const lines = Object.entries(record).map(
    ([key, value]) => ` ${JSON.stringify(key)}: ${part(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

function part(value) {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) return list(value);
  if (value !== null && typeof value === 'object' && Array.isArray(value.parameters)) {
    const { parameters, ...rest } = value;
    return `${JSON.stringify(rest).replace(/\}$/, ', "parameters": ')}${list(parameters)}}`;
  }
  return JSON.stringify(value);
}

function list(items) {
  return `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`;
}

/** The section between the marks, from a record. */
export function calibrationSection(record, { calibrationPage, ledgerPage }) {
  return `${BEGIN}\n\n${calibrationPage(record)}\n${ledgerPage(record.ledger)}\n${END}`;
}

/** What stands between the marks of a page, marks included; `null` where there are none. */
export function sectionOf(page) {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  return from < 0 || to < from ? null : page.slice(from, to + END.length);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

function readJson(path) {
  if (!existsSync(path)) fail(`there is no file '${path}'`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Words of the command line: options with a value, and at most one folder. */
function readWords(words) {
  const options = {};
  const folders = [];
  for (let at = 0; at < words.length; at++) {
    const name = /^--(reason|predictions)$/.exec(words[at])?.[1];
    if (name !== undefined) options[name] = words[++at] ?? fail(`${words[at - 1]} needs a value`);
    else if (words[at].startsWith('-')) fail(`there is no option ${words[at]}`);
    else folders.push(words[at]);
  }
  if (folders.length > 1) fail('one folder at a time');
  if (folders.length === 0 && options.reason === undefined) {
    fail(
      'say which folder khasan calibrate filled, or --reason why a frozen parameter has changed',
    );
  }
  return { folder: folders[0], ...options };
}

async function main(words) {
  const { folder, reason, predictions } = readWords(words);
  spawnSync(process.execPath, [join(ROOT, 'tools/setup.mjs'), '--build'], { stdio: 'inherit' });
  const built = await import(pathToFileURL(join(ROOT, 'dist/experiment/index.js')).href);
  const before = existsSync(DATA) ? readJson(DATA) : null;
  const outcome = folder === undefined ? before : readJson(join(folder, 'calibration.json'));
  if (outcome === null) fail('nothing has been recorded yet; name a folder first');
  const frozen = built.frozenSet(outcome.parameters.map(({ id }) => id));
  const changed = before === null ? [] : built.changesBetween(before.frozen, frozen);
  if (changed.length > 0 && reason === undefined) {
    fail(
      `${changed.map(({ id }) => id).join(', ')} changed: add --reason, a calibration row or a source`,
    );
  }
  const compared = predictions === undefined ? [] : readJson(predictions).comparisons;
  const entry = {
    hash: frozen.hash,
    changed,
    reason: reason ?? 'The values of the version that was calibrated.',
    predictions: built.predictionNotes(compared),
  };
  const isNew = before === null || changed.length > 0 || predictions !== undefined;
  const ledger = [...(before?.ledger ?? []), ...(isNew ? [entry] : [])];
  const record = { ...outcome, frozen, ledger };
  mkdirSync(dirname(DATA), { recursive: true });
  writeFileSync(DATA, recordText(record));
  const page = readFileSync(PAGE, 'utf8');
  const old = sectionOf(page) ?? fail('docs/validation.md has lost its marks');
  writeFileSync(
    PAGE,
    page.replace(old, () => calibrationSection(record, built)),
  );
  spawnSync(process.execPath, [join(ROOT, 'tools/generate-docs.mjs')], { stdio: 'inherit' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
