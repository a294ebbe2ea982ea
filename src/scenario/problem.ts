/**
 * What can be wrong with the files of a scenario, or with a setting. Every kind has a stable code; the
 * list is the contract with people who script the checker, so a code is never reused or renamed.
 */
export const PROBLEM_CODES = {
  'missing-file': 'A file of the scenario folder is missing',
  'unknown-file': 'A file that no scenario has',
  'path-outside': 'A file name that leads out of the scenario folder',
  'too-large': 'A file is larger than a scenario file may be',
  'not-utf8': 'A file is not UTF-8 text',
  'not-yaml': 'The text is not YAML',
  'duplicate-key': 'The same key twice in one mapping',
  'yaml-tag': 'A YAML tag',
  'yaml-alias': 'A YAML alias that leads nowhere, to itself, or to an explosion',
  'format-missing': 'The format line is missing or unreadable',
  'format-newer': 'The file is of a newer format than this program reads',
  'unknown-key': 'A key that the format does not have',
  'missing-key': 'A key that the format requires is not there',
  'wrong-type': 'A value of the wrong type',
  'out-of-range': 'A number or text outside the allowed range',
  'wrong-length': 'A list with too few or too many items',
  'unknown-value': 'A word outside its closed set',
  'malformed-text': 'A text that is not written as the format requires',
  'duplicate-id': 'The same id twice',
  'unknown-id': 'A reference to an id that does not exist',
  'luck-key-collision': 'Two ids that would share their luck',
  'too-many': 'More things than the tables of the model hold',
  'bare-time': 'A time without its offset from Greenwich',
  'malformed-time': 'A time that is not written as a time',
  'time-outside-span': 'A time outside the span of the scenario',
  'time-order': 'Two times in the wrong order',
  'map-row-count': 'Too few or too many rows on the map',
  'map-row-length': 'A map row with the wrong number of characters',
  'unknown-sign': 'A sign on the map that the legend does not have',
  'off-the-map': 'A hex that is not on the map',
  'in-water': 'Something on land stands in a lake or the sea',
  'not-adjacent': 'Two hexes that should touch do not',
  'neck-closed': 'A neck on a hexside that cannot be passed',
  'crossing-no-river': 'A crossing where no river runs',
  'way-in-water': 'A way that runs through a lake or the sea',
  'way-no-crossing': 'A way that goes over the river without a crossing',
  'steep-in-water': 'A steep face on a lake, the sea or the edge of the map',
  'line-side': 'The claimed lines are not one for each side',
  'line-direction': 'A claimed line that does not run from north to south',
  'line-short': 'A claimed line that ends on the map',
  'ridge-ends': 'A ridge that does not join two hills',
  'other-side': 'A reference across the two sides',
  'no-way-to-top': 'An office from which no superior leads to the capital',
  'superior-cycle': 'Offices that are each other’s superiors',
  'no-link-to-superior': 'An office that has no link to its superior',
  'formation-cycle': 'Formations that contain each other',
  'dated-authority': 'Authority that is not in force from the first day',
  'exogenous-not-allowed': 'An event from outside that orders, permits, forbids, alerts or demands',
  'transition-sum': 'Chances of the next weather that do not add up to one',
  'weights-sum': 'Weights of claims that do not add up to one',
  'weather-overlap': 'Two recorded weathers at the same time',
  'weather-too-short': 'Recorded weather that fills no slot of four hours',
  'missing-status': 'Evidence without a known status',
  'missing-source': 'Evidence that does not say where the number comes from',
  'uncovered-number': 'A number that no evidence covers',
  'evidence-names-nothing': 'Evidence for a field that is not there',
  'unknown-claim': 'A claim that the record does not have',
  'claim-differs': 'A recorded number that differs from its claim',
  'claim-used-twice': 'A claim that is both an input and a measure of the outcome',
  'unknown-source': 'A source that the record does not have',
  'history-unreadable': 'A file of the record that cannot be read',
  'setting-malformed': 'A setting that is not written as one',
  'setting-unknown': 'A setting of something that does not exist',
  'setting-unit': 'A setting in the wrong unit',
  'setting-out-of-range': 'A setting outside the range of the number',
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** One thing that is wrong, where, and what to do about it. */
export interface Problem {
  /** File as it was given, or `setting` and its text for a setting from outside. */
  readonly path: string;
  /** 1-based; 1 where the problem is about the whole file. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  readonly code: ProblemCode;
  /** An error keeps the scenario from being compiled, a warning does not. */
  readonly severity: 'error' | 'warning';
  /** What was found and what was wanted, one sentence. */
  readonly message: string;
  /** What to change, one sentence. */
  readonly remedy: string;
}

/** A place in a file. */
export type Position = Pick<Problem, 'path' | 'line' | 'column'>;

/** What a check says about a place: a problem without its position; an error unless it says otherwise. */
export interface Finding {
  readonly code: ProblemCode;
  readonly severity?: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
}

/** Puts a finding at its place. */
export function problemAt(position: Position, finding: Finding): Problem {
  return {
    path: position.path,
    line: position.line,
    column: position.column,
    code: finding.code,
    severity: finding.severity ?? 'error',
    message: finding.message,
    remedy: finding.remedy,
  };
}

/** Writes a problem as `path:line:column code message`; the remedy is left to the caller. */
export function formatProblem(problem: Problem): string {
  const { path, line, column, code, message } = problem;
  return `${path}:${String(line)}:${String(column)} ${code} ${message}`;
}

/** Whether any of the problems keeps the scenario from being compiled. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/**
 * Problems in reading order: by file in the order of `paths` (unlisted files last, by name), then by
 * line, column and code. Exact repetitions are dropped.
 */
export function sortProblems(
  problems: readonly Problem[],
  paths: readonly string[],
): readonly Problem[] {
  const rank = (path: string): number => {
    const index = paths.indexOf(path);
    return index < 0 ? paths.length : index;
  };
  const order = (a: Problem, b: Problem): number =>
    rank(a.path) - rank(b.path) ||
    compareText(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message);
  const sorted = [...problems].sort(order);
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return before === undefined || order(before, problem) !== 0;
  });
}

/** Order of two texts by code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
