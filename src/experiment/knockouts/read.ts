import type { Model } from '../../engine/index.ts';
import { isMoment, measureOf, MEASURES, MOMENTS } from '../../record/index.ts';
import {
  checkShape,
  compileScenario,
  hasErrors,
  locate,
  nearestOf,
  problemAt,
  readSource,
  sortProblems,
  upgrade,
  type Finding,
  type ParsedScenario,
  type Problem,
  type SourceDocument,
  type SourceFile,
} from '../../scenario/index.ts';
import { applySettings, prepare } from '../apply-settings.ts';
import { KNOCKOUTS_SCHEMA, type Knockout, type KnockoutsFile } from './table.ts';

/** Name of the file of knock-outs in the folder of a scenario. */
export const KNOCKOUTS_FILE = 'knockouts.yaml';

type Row = KnockoutsFile['mechanisms'][number];

interface Book {
  readonly source: SourceDocument;
  readonly parsed: ParsedScenario;
  /** The scenario as it stands, where it compiles. */
  readonly base: Model | undefined;
  readonly problems: Problem[];
}

/**
 * Reads `knockouts.yaml` and checks all that can be known before a run: shape, measures, moments, starts, and
 * every setting against the files. Every problem is reported, not the first.
 */
export function readKnockouts(
  file: SourceFile,
  parsed: ParsedScenario,
): { readonly knockouts?: readonly Knockout[]; readonly problems: readonly Problem[] } {
  const read = readSource(file);
  if (read.source === undefined) return { problems: read.problems };
  const lifted = upgrade(read.source, 'knockouts');
  if (lifted.source === undefined) return { problems: lifted.problems };
  const shape = checkShape(lifted.source, KNOCKOUTS_SCHEMA);
  const base = compileScenario(parsed).model;
  const book: Book = { source: lifted.source, parsed, base, problems: [...shape.problems] };
  const rows = shape.value?.mechanisms ?? [];
  checkIds(book, rows);
  for (const [index, row] of rows.entries()) checkRow(book, row, index);
  const problems = sortProblems(book.problems, [file.path]);
  if (shape.value === undefined || hasErrors(problems)) return { problems };
  return { knockouts: rows.map(knockoutOf), problems };
}

function note(book: Book, at: readonly (string | number)[], finding: Finding): void {
  book.problems.push(problemAt(locate(book.source, at, 'value'), finding));
}

function checkIds(book: Book, rows: readonly Row[]): void {
  for (const [index, { id }] of rows.entries()) {
    if (rows.findIndex((other) => other.id === id) === index) continue;
    note(book, ['mechanisms', index, 'id'], {
      code: 'duplicate-id',
      message: `Two rows are called "${id}".`,
      remedy: 'Give each row its own id.',
    });
  }
}

function checkRow(book: Book, row: Row, index: number): void {
  const at = ['mechanisms', index];
  if (row.missing !== undefined || row.exact !== undefined) return;
  for (const key of ['patch', 'measures'] as const) {
    if (row[key] !== undefined) continue;
    note(book, [...at, 'id'], {
      code: 'missing-key',
      message: `"${row.id}" has no "${key}".`,
      remedy: `Add "${key}", or say under "missing" why the mechanism is not in the model.`,
    });
  }
  checkStart(book, row, at);
  checkMeasures(book, row, at);
  for (const key of ['settings', 'patch', 'control'] as const) checkSettings(book, row, at, key);
}

function checkStart(book: Book, row: Row, at: readonly (string | number)[]): void {
  const anchors = (book.parsed.file?.anchors.anchors ?? []).map(({ id }) => id);
  const { from = 'free' } = row;
  if (book.parsed.file !== undefined && from !== 'free' && !anchors.includes(from)) {
    note(book, [...at, 'from'], {
      code: 'unknown-id',
      message: `The scenario has no anchor "${from}".`,
      remedy: `Known: ${['free', ...anchors].join(', ')}.`,
    });
  }
  const known = Object.keys(MOMENTS);
  // A recorded state is one identical state as it is; a free run has to be told where to part.
  const needsMoment = row.start === 'fork' && from === 'free' && row.at === undefined;
  if (needsMoment || (row.at !== undefined && !isMoment(row.at))) {
    const nearest = row.at === undefined ? undefined : nearestOf(row.at, known);
    note(book, [...at, row.at === undefined ? 'start' : 'at'], {
      code: row.at === undefined ? 'missing-key' : 'unknown-value',
      message:
        row.at === undefined
          ? `"${row.id}" is a fork and does not say "at" which moment.`
          : `There is no moment "${row.at}".`,
      remedy: nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${nearest}"?`,
    });
  }
}

function checkMeasures(book: Book, row: Row, at: readonly (string | number)[]): void {
  const measures = row.measures ?? [];
  for (const [index, { measure, role, expected }] of measures.entries()) {
    const place = [...at, 'measures', index, 'measure'];
    const spec = measureOf(measure);
    if (spec === undefined || spec.kind === 'category') {
      const nearest = nearestOf(
        measure,
        MEASURES.map(({ id }) => id),
      );
      note(book, place, {
        code: spec === undefined ? 'unknown-id' : 'unknown-value',
        message:
          spec === undefined
            ? `There is no measure "${measure}".`
            : `"${measure}" is a word and has no difference.`,
        remedy:
          nearest === undefined || spec !== undefined
            ? 'Choose a measure of kind number, time or flag.'
            : `Did you mean "${nearest}"?`,
      });
    }
    if (role === 'distal' || expected !== undefined) continue;
    note(book, place, {
      code: 'missing-key',
      message: `"${measure}" is a ${role} measure without "expected".`,
      remedy: 'State the sign beforehand: expected: up, or expected: down.',
    });
  }
  const primaries = measures.filter(({ role }) => role === 'primary').length;
  if (row.measures === undefined || primaries === 1) return;
  note(book, [...at, 'measures'], {
    code: 'wrong-length',
    message: `"${row.id}" has ${String(primaries)} primary measures; a knock-out is judged by one.`,
    remedy: 'Mark one measure as primary and the others as second.',
  });
}

/** Settings of a list together; only where something is wrong each alone, so that it is named at its place. */
function checkSettings(
  book: Book,
  row: Row,
  at: readonly (string | number)[],
  key: 'settings' | 'patch' | 'control',
): void {
  const settings = row[key] ?? [];
  if (book.parsed.file === undefined || problemsOf(book, settings).length === 0) return;
  for (const [index, setting] of settings.entries()) {
    const [first] = problemsOf(book, [setting]);
    if (first === undefined) continue;
    const { code, message, remedy } = first;
    note(book, [...at, key, index], { code, message, remedy });
  }
}

function problemsOf(book: Book, settings: readonly string[]): readonly Problem[] {
  const { base } = book;
  // Only what changes a file needs the files to be compiled anew.
  const isPlain = base !== undefined && settings.every((text) => !text.startsWith('scenario:'));
  const { problems } = isPlain ? applySettings(base, settings) : prepare(book.parsed, settings);
  return problems.filter(({ severity }) => severity === 'error');
}

function knockoutOf(row: Row): Knockout {
  return {
    id: row.id,
    title: row.title,
    start: row.start,
    from: row.from ?? 'free',
    moment: row.at !== undefined && isMoment(row.at) ? row.at : null,
    patch: row.patch ?? [],
    settings: row.settings ?? [],
    measures: (row.measures ?? []).flatMap(({ measure, role, expected }) => {
      const spec = measureOf(measure);
      return spec === undefined ? [] : [{ spec, role, expected: expected ?? null }];
    }),
    control: row.control ?? null,
    notes: row.notes ?? '',
    missing: row.missing ?? '',
    exact: row.exact ?? null,
  };
}
