import { parseClaims, parseSources } from './claims.ts';
import { readCsv } from './csv.ts';
import { FILE_NAMES, parseScenario, type ScenarioFiles } from './parse.ts';
import { hasErrors, problemAt, sortProblems, type Problem } from './problem.ts';
import { makeRegister } from './register.ts';
import type { SourceFile } from './source.ts';
import { checkEvidence, type HistoryRecord } from './validate/evidence.ts';
import type { NumberSurvey } from './validate/numbers.ts';
import { validateScenario } from './validate/run.ts';

/** How much there is of what in a scenario, and how its numbers are founded. */
export interface CheckCounts {
  readonly units: number;
  readonly offices: number;
  readonly hexes: number;
  readonly places: number;
  /** Links between offices and links of the theatre. */
  readonly links: number;
  /** Claims in the record. */
  readonly claims: number;
  /** Numbers in the files of the scenario, evidence itself left out. */
  readonly numbers: number;
  /** Those that some evidence covers: the sum of the four below. */
  readonly numbersSourced: number;
  readonly recorded: number;
  readonly estimated: number;
  readonly assumed: number;
  /** Values of readings, of which each run draws one. */
  readonly drawn: number;
}

export interface CheckResult {
  /** Whether there is no error; warnings do not count. */
  readonly ok: boolean;
  readonly counts: CheckCounts;
  readonly problems: readonly Problem[];
}

/**
 * Checks a scenario folder against its format, against itself and against the record.
 * @param files the files of the folder, named as in it.
 * @param history `claims.csv`, `sources.csv` and `events.csv`, under any folder.
 */
export function checkScenario(
  files: readonly SourceFile[],
  history: readonly SourceFile[],
): CheckResult {
  const { record, problems: recordProblems } = readRecord(history);
  const parsed = parseScenario(files);
  const problems = [...recordProblems, ...parsed.problems];
  let survey: NumberSurvey | undefined;
  if (parsed.file !== undefined) {
    const checked = { files: parsed.file, register: makeRegister(parsed.file), problems };
    problems.push(...validateScenario(parsed.file).problems);
    survey = checkEvidence(checked, record);
  }
  return {
    ok: !hasErrors(problems),
    counts: countsOf(parsed.file, survey, record.claimIds.length),
    problems: sortProblems(problems, FILE_NAMES),
  };
}

function countsOf(
  files: ScenarioFiles | undefined,
  survey: NumberSurvey | undefined,
  claims: number,
): CheckCounts {
  const numbers = survey?.numbers ?? [];
  const having = (status: string): number =>
    numbers.filter((number) => number.status === status).length;
  return {
    units: files?.forces.units.length ?? 0,
    offices: files?.offices.offices.length ?? 0,
    hexes: files === undefined ? 0 : files.map.frame.columns * files.map.frame.rows,
    places: files?.map.places.length ?? 0,
    links: (files?.offices.links.length ?? 0) + (files?.theatre.links.length ?? 0),
    claims,
    numbers: numbers.length,
    numbersSourced: numbers.length - having(''),
    recorded: having('recorded'),
    estimated: having('estimated'),
    assumed: having('assumed'),
    drawn: having('drawn'),
  };
}

function readRecord(history: readonly SourceFile[]): {
  readonly record: HistoryRecord;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const find = (name: string): SourceFile | undefined => {
    const file = history.find(({ path }) => path === name || path.endsWith(`/${name}`));
    if (file === undefined) {
      const finding = {
        code: 'missing-file',
        message: `The record has no file ${name}.`,
        remedy: `Put ${name} into the folder history beside the scenarios.`,
      } as const;
      problems.push(problemAt({ path: `history/${name}`, line: 1, column: 1 }, finding));
    }
    return file;
  };
  const sourcesFile = find('sources.csv');
  const sources = sourcesFile && parseSources(sourcesFile.text, sourcesFile.path);
  const claimsFile = find('claims.csv');
  const claims = claimsFile && parseClaims(claimsFile.text, claimsFile.path, sources);
  const eventsFile = find('events.csv');
  const events = eventsFile && readCsv(eventsFile.text, eventsFile.path);
  for (const part of [sources, claims, events]) problems.push(...(part?.problems ?? []));
  const record: HistoryRecord = {
    claims: claims?.byId,
    claimIds: (claims?.claims ?? []).map((claim) => claim.id),
    sourceKeys: sources?.sources.map((source) => source.key),
    eventIds: (events?.records ?? []).map((row) => row.fields[0] ?? ''),
  };
  return { record, problems };
}

/** The answer of `khasan check --json`. */
export interface CheckDocument {
  readonly schema: 'khasan.check/1';
  readonly ok: boolean;
  readonly counts: Omit<CheckCounts, 'drawn'>;
  readonly problems: readonly Problem[];
}

/** Puts the result of a check into its published shape. */
export function describeCheck(result: CheckResult): CheckDocument {
  const { units, offices, hexes, places, links, claims } = result.counts;
  const { numbers, numbersSourced, recorded, estimated, assumed } = result.counts;
  return {
    schema: 'khasan.check/1',
    ok: result.ok,
    counts: {
      ...{ units, offices, hexes, places, links, claims },
      ...{ numbers, numbersSourced, recorded, estimated, assumed },
    },
    problems: result.problems,
  };
}
