import { parseTime } from '../../engine/index.ts';
import type { Claim, ClaimValue } from '../claims.ts';
import { remedyFor } from '../nearest.ts';
import { FILE_NAMES, type FileName } from '../parse.ts';
import { valueAt, type NodePath } from '../source.ts';
import { surveyNumbers, type EvidenceBlock, type NumberAt, type NumberSurvey } from './numbers.ts';
import { report, type Checked } from './pass.ts';

/** What the checks of evidence need of the record. */
export interface HistoryRecord {
  /** By id; `undefined` where the record has no table of claims, and then nothing is compared with it. */
  readonly claims: ReadonlyMap<string, Claim> | undefined;
  readonly claimIds: readonly string[];
  /** Keys of `sources.csv`; `undefined` as above. */
  readonly sourceKeys: readonly string[] | undefined;
  /** Ids of `events.csv`; a source may be named through an event that names it. */
  readonly eventIds: readonly string[];
}

/** Every number is covered; recorded numbers equal their claims; sources exist. */
export function checkEvidence(checked: Checked, record: HistoryRecord): NumberSurvey {
  const survey = surveyNumbers(checked.files);
  for (const number of survey.numbers) {
    if (number.status !== '') continue;
    report(checked, number.file, number.at, {
      code: 'uncovered-number',
      message: `No evidence covers ${nameOf(checked, number)} (${String(number.value)}).`,
      remedy:
        'Add an evidence block to its mapping; where that is recorded, name the field under claims or give the rest under others.',
    });
  }
  if (record.claims !== undefined) {
    for (const block of survey.blocks) checkBlock(checked, record, block);
    checkReadings(checked, record);
  }
  if (record.sourceKeys !== undefined) checkSources(checked, record);
  return survey;
}

function checkBlock(checked: Checked, record: HistoryRecord, block: EvidenceBlock): void {
  const tree = checked.files.sources[block.file].tree;
  for (const [field, claimId] of Object.entries(block.claims)) {
    const at = [...block.at, 'evidence', 'claims', field];
    const parts = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const value = valueAt(tree, [...block.at, ...parts]);
    if (value === undefined || typeof value === 'object') {
      report(checked, block.file, at, {
        code: 'evidence-names-nothing',
        message: `Evidence is given for "${field}", and there is no such number or text here.`,
        remedy:
          'Name a field of the same mapping; write a.b for b inside a, a.0 for the first of a list.',
      });
    } else checkClaim(checked, record, { file: block.file, at, field, claimId, value });
  }
}

interface Input {
  readonly file: FileName;
  readonly at: NodePath;
  readonly field: string;
  readonly claimId: string;
  readonly value: unknown;
}

/** A claim that is used as an input exists, says the same, and judges no outcome. */
function checkClaim(checked: Checked, record: HistoryRecord, input: Input): void {
  const { file, at, field, claimId, value } = input;
  const claim = record.claims?.get(claimId);
  if (claim === undefined) {
    report(checked, file, at, {
      code: 'unknown-claim',
      message: `There is no claim "${claimId}" in claims.csv.`,
      remedy: remedyFor(claimId, record.claimIds, 'claim'),
    });
    return;
  }
  if (!isEqual(value, claim.value)) {
    report(checked, file, at, {
      code: 'claim-differs',
      message: `"${field}" is ${String(value)}, and claim ${claimId} says ${claimText(claim)}.`,
      remedy:
        'Take the value of the claim, name another claim, or call the number estimated and say how.',
    });
  }
  if (claim.use !== 'none') {
    report(checked, file, at, {
      code: 'claim-used-twice',
      message: `Claim ${claimId} judges outcomes (use "${claim.use}" in claims.csv) and cannot be an input too.`,
      remedy:
        'Name another claim for the input, or call the number estimated from it and print the measure as informed.',
    });
  }
}

function claimText(claim: Claim): string {
  if (claim.value !== null) return String(claim.value);
  return `no single value (${String(claim.low ?? '')} to ${String(claim.high ?? '')})`;
}

function isEqual(value: unknown, claimed: ClaimValue): boolean {
  if (value === claimed) return true;
  if (typeof value !== 'string' || typeof claimed !== 'string') return false;
  const a = parseTime(value);
  const b = parseTime(claimed);
  return a.ok && b.ok && a.minutes === b.minutes;
}

function checkReadings(checked: Checked, record: HistoryRecord): void {
  checked.files.scenario.readings.forEach((reading, r) => {
    reading.options.forEach((option, o) => {
      checkClaim(checked, record, {
        file: 'scenario.yaml',
        at: ['readings', r, 'options', o, 'claim'],
        field: reading.id,
        claimId: option.claim,
        value: option.value,
      });
    });
  });
}

/** Every `source` names a source of the record, directly or through an event or a claim. */
function checkSources(checked: Checked, record: HistoryRecord): void {
  const keys = record.sourceKeys ?? [];
  const known = new Set([...keys, ...record.eventIds, ...record.claimIds, 'Assumption']);
  for (const file of FILE_NAMES) {
    eachText(checked.files.sources[file].tree, [], (at, text) => {
      const words = text.split(/[^A-Za-z0-9-]+/);
      const unknown = words.find((word) => /^S\d\d\d?$/.test(word) && !known.has(word));
      if (unknown !== undefined) {
        report(checked, file, at, {
          code: 'unknown-source',
          message: `There is no source "${unknown}" in sources.csv.`,
          remedy: remedyFor(unknown, keys, 'source'),
        });
      } else if (at.at(-1) === 'source' && !words.some((word) => known.has(word))) {
        report(checked, file, at, {
          code: 'missing-source',
          message: `The source "${shorten(text)}" names nothing in the record.`,
          remedy:
            'Name a key of sources.csv, an event of events.csv or a claim of claims.csv; or say "Assumption: …".',
        });
      }
    });
  }
}

function eachText(value: unknown, at: NodePath, visit: (at: NodePath, text: string) => void): void {
  if (typeof value === 'string') visit(at, value);
  else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      eachText(item, [...at, index], visit);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) eachText(member, [...at, key], visit);
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A number in words: its key, and the id of the thing it belongs to where there is one. */
function nameOf(checked: Checked, number: NumberAt): string {
  const key = [...number.at].reverse().find((part) => typeof part === 'string') ?? '';
  const tree = checked.files.sources[number.file].tree;
  for (let length = number.at.length - 1; length > 0; length--) {
    const id = valueAt(tree, [...number.at.slice(0, length), 'id']);
    if (typeof id === 'string') return `"${key}" of "${id}"`;
  }
  return `"${key}"`;
}
