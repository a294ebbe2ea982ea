import type { z } from 'zod';
import { nearestOf } from './nearest.ts';
import type { Finding } from './problem.ts';
import { valueAt, type NodePath } from './source.ts';

type Issue = z.core.$ZodIssue;

/** Whether a path leads to a block of evidence, or to what it says of the other numbers. */
export function isEvidence(at: NodePath): boolean {
  return at.at(-1) === 'evidence' || (at.at(-1) === 'others' && at.at(-2) === 'evidence');
}

/** What the keys with more than one form want, in words. */
const UNION_WANTS: Readonly<Record<string, string>> = {
  at: 'a hex as [column, row], or the id of a theatre node',
  where: 'the id of a place, or "anywhere"',
  men: 'a number, or a reading with a share',
  tanks: 'a number, or a reading with a share',
  range: 'two numbers as [low, high], or a text',
};

/** None of the forms that a key may take fits its value. */
export function noFormFits(at: NodePath, value: unknown): Finding {
  const name = nameOf(at);
  return {
    code: 'wrong-type',
    message: `"${name}" is ${describe(value)}, and wants ${UNION_WANTS[name] ?? 'another kind of value'}.`,
    remedy: 'Write it in one of the forms shown in docs/scenario-format.md.',
  };
}

/** What a single deviation from the schema is called, and what to do about it. */
export function findingOf(issue: Issue, at: NodePath, value: unknown): Finding {
  const name = nameOf(at);
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? missingKey(name, at) : wrongType(name, issue.expected, value);
    case 'too_small':
    case 'too_big':
      return outOfRange(name, issue, value);
    case 'invalid_value':
      return at[0] === 'events' && name === 'kind'
        ? outsideTheSet(issue.values.map(String), value)
        : unknownValue(name, issue.values.map(String), value);
    case 'invalid_format':
      return malformed(name, issue, value);
    default:
      return {
        code: 'wrong-type',
        message: `"${name}" is ${describe(value)}, which does not fit here.`,
        remedy: 'See docs/scenario-format.md for what this key wants.',
      };
  }
}

function malformed(
  name: string,
  issue: z.core.$ZodIssueInvalidStringFormat,
  value: unknown,
): Finding {
  const pattern = issue.pattern ?? issue.format;
  return {
    code: 'malformed-text',
    message: `"${name}" is ${describe(value)}, which is not written as it should be.`,
    remedy: pattern.includes('a-z0-9')
      ? 'Write ids in lower-case letters and digits, parts joined by "." or "-".'
      : `Write it after the pattern ${pattern}.`,
  };
}

/** A key that the format does not have; some of them would change what the format is about. */
export function unknownKey(key: string, at: NodePath, known: readonly string[]): Finding {
  if (at[0] === 'offices' && at.includes('authority') && DATE_KEYS.includes(key)) {
    return {
      code: 'dated-authority',
      message: `"${key}" would give authority from a later day; only what is in force on the first day may stand here.`,
      remedy: 'Leave it out: every later grant or ban is an act of an office in the run.',
    };
  }
  if (at[0] === 'events' && ORDER_KEYS.includes(key)) {
    return {
      code: 'exogenous-not-allowed',
      message: `"${key}" would let an event from outside order or permit something in the dispute.`,
      remedy: 'Leave it out: what parties to the dispute do must arise in the run.',
    };
  }
  const nearest = nearestOf(key, known);
  return {
    code: 'unknown-key',
    message: `"${key}" is not a key ${at.length === 0 ? 'of this file' : `of ${nameOf(at)}`}.`,
    remedy:
      nearest === undefined
        ? `Known here: ${known.join(', ')}.`
        : `Did you mean "${nearest}"? Known here: ${known.join(', ')}.`,
  };
}

/** The kinds of events from outside are a closed set for a reason of their own. */
function outsideTheSet(known: readonly string[], value: unknown): Finding {
  return {
    code: 'exogenous-not-allowed',
    message: `"kind" is ${describe(value)}; from outside come only ${known.join(', ')}.`,
    remedy: 'Leave the event out: what parties to the dispute do must arise in the run.',
  };
}

const DATE_KEYS = [
  'at',
  'from',
  'to',
  'since',
  'until',
  'date',
  'time',
  'on',
  'start',
  'end',
  'after',
];
const ORDER_KEYS = [
  ...['act', 'acts', 'order', 'orders', 'grant', 'grants', 'ban', 'bans', 'permission', 'permit'],
  ...['allow', 'forbid', 'forbids', 'alert', 'demand', 'demands', 'note', 'authority', 'request'],
  ...['units', 'area', 'to', 'standingOrder', 'readiness', 'attack'],
];

/** A block of evidence without one of the three statuses. */
export function missingStatus(evidence: unknown): Finding {
  const status = valueAt(evidence, ['status']);
  const found = status === undefined ? 'no status' : `status ${JSON.stringify(status)}`;
  const known = ['recorded', 'estimated', 'assumed'];
  const nearest = typeof status === 'string' ? nearestOf(status, known) : undefined;
  return {
    code: 'missing-status',
    message: `This evidence has ${found}; it must be recorded, estimated or assumed.`,
    remedy:
      nearest === undefined
        ? 'Write "status: recorded" with claims, "estimated" with from, or "assumed" with because and range.'
        : `Did you mean "${nearest}"?`,
  };
}

const SOURCE_KEYS = ['source', 'claims', 'from', 'because', 'range'];

function missingKey(name: string, at: NodePath): Finding {
  const isOfEvidence = isEvidence(at.slice(0, -1)) && SOURCE_KEYS.includes(name);
  if (isOfEvidence || name === 'source') {
    return {
      code: 'missing-source',
      message: `"${name}" is missing: it says where the ${isOfEvidence ? 'covered numbers come' : 'statement comes'} from.`,
      remedy: isOfEvidence ? EVIDENCE_REMEDY : 'Name a source by its key in sources.csv.',
    };
  }
  return {
    code: 'missing-key',
    message: `"${name}" is missing.`,
    remedy: `Add "${name}:".`,
  };
}

const EVIDENCE_REMEDY =
  'Recorded wants claims (field: claim id), estimated wants from, assumed wants because and range.';

function wrongType(name: string, expected: string, value: unknown): Finding {
  return {
    code: 'wrong-type',
    message: `"${name}" is ${describe(value)}, and wants ${TYPE_WORDS[expected] ?? expected}.`,
    remedy:
      expected === 'string' && typeof value === 'number'
        ? `Put it in quotes: "${String(value)}".`
        : `Write ${TYPE_WORDS[expected] ?? expected}.`,
  };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of fixed length',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
};

function outOfRange(
  name: string,
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  value: unknown,
): Finding {
  const isLow = issue.code === 'too_small';
  const limit = String(isLow ? issue.minimum : issue.maximum);
  const bound = isLow ? `at least ${limit}` : `at most ${limit}`;
  if (Array.isArray(value)) {
    return {
      code: 'wrong-length',
      message: `"${name}" has ${String(value.length)} ${value.length === 1 ? 'item' : 'items'}, and wants ${bound}.`,
      remedy: isLow ? 'Add what is missing.' : 'Take out what is too much.',
    };
  }
  if (typeof value === 'string') {
    const evidenceText = SOURCE_KEYS.includes(name);
    return {
      code: evidenceText ? 'missing-source' : 'out-of-range',
      message: `"${name}" has ${String(value.length)} characters, and wants ${bound}.`,
      remedy: evidenceText ? 'Say in a few words where the number comes from.' : 'Write it out.',
    };
  }
  return {
    code: 'out-of-range',
    message: `"${name}" is ${String(value)}, and wants ${bound}.`,
    remedy: isLow ? `Write ${limit} or more.` : `Write ${limit} or less.`,
  };
}

function unknownValue(name: string, known: readonly string[], value: unknown): Finding {
  const nearest = typeof value === 'string' ? nearestOf(value, known) : undefined;
  if (value === undefined) {
    return { code: 'missing-key', message: `"${name}" is missing.`, remedy: `Add "${name}:".` };
  }
  return {
    code: 'unknown-value',
    message: `"${name}" is ${describe(value)}, which is not one of its words.`,
    remedy:
      nearest === undefined
        ? `Use one of: ${known.join(', ')}.`
        : `Did you mean "${nearest}"? Known: ${known.join(', ')}.`,
  };
}

/** Last key of a path, for messages; an item of a list is named by its list. */
function nameOf(at: NodePath): string {
  for (let i = at.length - 1; i >= 0; i--) {
    const part = at[i];
    if (typeof part === 'string') return part;
  }
  return 'the file';
}

/** Says what a value is, short. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string')
    return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return typeof value === 'number'
    ? `the number ${String(value)}`
    : `the value ${value === true ? 'true' : 'false'}`;
}
