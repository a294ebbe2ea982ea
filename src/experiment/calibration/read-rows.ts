import { TICKS_PER_HOUR } from '../../engine/index.ts';
import { measureOf, RECORDED, TARGETS, USE_WORDS, type Target } from '../../record/index.ts';
import { nearestOf, valueAt, type Finding } from '../../scenario/index.ts';
import { hoursAt } from '../format/check-end.ts';
import { note, type Notebook } from '../format/notebook.ts';
import type { CalibrationRow, CalibrationStart } from './calibration.ts';

/** Reads the rows of the record and refuses every one that no constant may be chosen on. */
export function readRows(book: Notebook): CalibrationRow[] {
  const list = valueAt(book.source.tree, ['rows']);
  if (!Array.isArray(list)) return [];
  return list.flatMap((given: unknown, index) => {
    const refuse = (finding: Finding): never[] => {
      note(book, ['rows', index], finding);
      return [];
    };
    if (list.indexOf(given) < index) {
      return refuse({
        code: 'duplicate-id',
        message: `The row ${JSON.stringify(given)} stands there twice.`,
        remedy: 'Keep one of the two.',
      });
    }
    const target = [...TARGETS, ...RECORDED].find(({ id }) => id === given);
    if (target === undefined) return refuse(unknownRow(given));
    const spec = target.measure === null ? undefined : measureOf(target.measure);
    if (target.use !== 'c') return refuse(notForCalibration(target));
    if (spec === undefined || spec.kind === 'category') {
      return refuse({
        code: 'unknown-value',
        message: `No number of a run tells the row "${target.id}".`,
        remedy: 'Take it out.',
      });
    }
    return [{ target, spec, start: target.start }];
  });
}

function unknownRow(given: unknown): Finding {
  const known = TARGETS.filter(({ use }) => use === 'c').map(({ id }) => id);
  const nearest = typeof given === 'string' ? nearestOf(given, known) : undefined;
  return {
    code: 'unknown-id',
    message: `The record has no row ${JSON.stringify(given)}.`,
    remedy:
      nearest === undefined
        ? `Rows for calibration: ${known.join(', ')}.`
        : `Did you mean "${nearest}"?`,
  };
}

function notForCalibration({ id, use }: Target): Finding {
  return {
    code: 'unknown-value',
    message:
      use === 'p'
        ? `The row "${id}" is kept for prediction: a constant that is chosen on it would make it prove nothing.`
        : `The row "${id}" is marked "${USE_WORDS[use]}": it is printed beside the runs and no constant is chosen on it.`,
    remedy: 'Take it out; only rows marked "calibration" may stand here.',
  };
}

/** Reads the kinds of run; each row has to find its own, and each has to serve a row. */
export function readStarts(book: Notebook, rows: readonly CalibrationRow[]): CalibrationStart[] {
  const given = valueAt(book.source.tree, ['starts']);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  const names = Object.keys(given);
  for (const missing of new Set(rows.map(({ start }) => start))) {
    if (names.includes(missing)) continue;
    note(book, ['starts'], {
      code: 'missing-key',
      message: `Rows ask for runs from "${missing}" (${rowsFrom(rows, missing)}), and there are none.`,
      remedy: `Add "${missing}: {}" or "${missing}: { end: TIME }".`,
    });
  }
  return names.flatMap((name): CalibrationStart[] => {
    const start = rows.find((row) => row.start === name)?.start;
    if (start === undefined) {
      note(
        book,
        ['starts', name],
        {
          code: 'unknown-value',
          message: `No row of this file asks for runs from "${name}".`,
          remedy: 'Take it out, or add a row that needs it.',
        },
        'key',
      );
      return [];
    }
    const end = valueAt(given, [name, 'end']);
    checkEnd(book, name, end);
    return [{ from: start, end: typeof end === 'string' ? end : null }];
  });
}

function rowsFrom(rows: readonly CalibrationRow[], start: string): string {
  return rows
    .filter((row) => row.start === start)
    .map(({ target }) => target.id)
    .join(', ');
}

function checkEnd(book: Notebook, name: string, end: unknown): void {
  if (end === undefined || book.scenario === null) return;
  const { model } = book.scenario;
  const from = (model.anchors.find(({ id }) => id === name)?.tick ?? 0) / TICKS_PER_HOUR;
  const within = { from, to: model.endTick / TICKS_PER_HOUR };
  hoursAt(book, ['starts', name, 'end'], end, within);
}
