import { TICKS_PER_HOUR, type Model } from '../../engine/index.ts';
import { MEASURES, measureOf, type MeasureSpec } from '../../record/index.ts';
import { nearestOf, valueAt, type NodePath } from '../../scenario/index.ts';
import type { Target } from './experiment.ts';
import { hoursAt } from './check-end.ts';
import { note, type Notebook } from './notebook.ts';

const KEYS = ['measure', 'title', 'until', 'cap', 'none', 'is'];

/** Reads the measures of a file and writes down all that is wrong with them. */
export function readMeasures(book: Notebook, start: string): Target[] {
  const list = valueAt(book.source.tree, ['measures']);
  if (!Array.isArray(list)) return [];
  const targets = list.flatMap((item: unknown, index) => {
    const target = readMeasure(book, ['measures', index], item, start);
    return target === null ? [] : [target];
  });
  for (const [index, { id }] of targets.entries()) {
    if (targets.findIndex((other) => other.id === id) === index) continue;
    note(book, ['measures', index], {
      code: 'duplicate-id',
      message: `"${id}" is measured twice.`,
      remedy: 'Keep one of the two.',
    });
  }
  return targets;
}

function readMeasure(book: Notebook, at: NodePath, item: unknown, start: string): Target | null {
  const isMapping = typeof item === 'object' && item !== null && !Array.isArray(item);
  const id = isMapping ? valueAt(item, ['measure']) : item;
  if (typeof id !== 'string') {
    note(book, at, {
      code: isMapping ? 'missing-key' : 'wrong-type',
      message: 'This does not name a measure.',
      remedy: 'Write the id of a measure, or a mapping with "measure: ID".',
    });
    return null;
  }
  if (isMapping) checkKeys(book, at, item);
  const spec = measureOf(id);
  if (spec === undefined) {
    const ids = MEASURES.map((measure) => measure.id);
    const nearest = nearestOf(id, ids);
    note(book, at, {
      code: 'unknown-id',
      message: `There is no measure "${id}".`,
      remedy:
        nearest === undefined
          ? 'See the columns of "khasan replicate --json" for all of them.'
          : `Did you mean "${nearest}"?`,
    });
    return null;
  }
  if (spec.from !== undefined && (spec.from === 'free') !== (start === 'free')) {
    note(book, at, {
      code: 'unknown-value',
      message: `"${id}" means something in ${spec.from} runs only, and these are not.`,
      remedy: 'Take the measure out, or change "start".',
    });
  }
  return targetOf(book, at, spec, isMapping ? item : {});
}

function checkKeys(book: Notebook, at: NodePath, item: object): void {
  for (const key of Object.keys(item)) {
    if (KEYS.includes(key)) continue;
    const nearest = nearestOf(key, KEYS);
    note(
      book,
      [...at, key],
      {
        code: 'unknown-key',
        message: `A measure has no key "${key}".`,
        remedy: nearest === undefined ? `Known: ${KEYS.join(', ')}.` : `Did you mean "${nearest}"?`,
      },
      'key',
    );
  }
}

function targetOf(book: Notebook, at: NodePath, spec: MeasureSpec, item: object): Target | null {
  const model = book.scenario?.model ?? null;
  const word = valueAt(item, ['is']);
  const title = valueAt(item, ['title']);
  if (spec.kind === 'category' && typeof word !== 'string') {
    note(book, at, {
      code: 'missing-key',
      message: `"${spec.id}" is a word; an experiment measures the share of runs with one of them.`,
      remedy: `Write "{measure: ${spec.id}, is: WORD}".`,
    });
    return null;
  }
  const isWord = spec.kind === 'category' && typeof word === 'string';
  return {
    id: isWord ? `${spec.id}=${word}` : spec.id,
    spec,
    title: typeof title === 'string' ? title : isWord ? `${spec.title}: ${word}` : spec.title,
    unit: isWord || spec.kind === 'flag' ? 'share of runs' : spec.unit,
    cap: capOf(book, at, spec, item, model),
    none: noneOf(book, at, spec, item),
    word: isWord ? word : null,
  };
}

function capOf(
  book: Notebook,
  at: NodePath,
  spec: MeasureSpec,
  item: object,
  model: Model | null,
): number | null {
  const until = valueAt(item, ['until']);
  const cap = valueAt(item, ['cap']);
  if (spec.kind === 'time') {
    const end = model === null ? 0 : model.endTick / TICKS_PER_HOUR;
    if (until === undefined || model === null) return end;
    return hoursAt(book, [...at, 'until'], until, { from: 0, to: end });
  }
  if (until !== undefined || (cap !== undefined && spec.kind !== 'number')) {
    const key = until === undefined ? 'cap' : 'until';
    note(book, [...at, key], {
      code: 'unknown-key',
      message: `"${key}" does not go with "${spec.id}", which is a ${spec.kind}.`,
      remedy: spec.kind === 'number' ? 'Write "cap:" in the unit of the measure.' : 'Take it out.',
    });
    return null;
  }
  return typeof cap === 'number' ? cap : null;
}

function noneOf(book: Notebook, at: NodePath, spec: MeasureSpec, item: object): number | null {
  const none = valueAt(item, ['none']);
  if (none === undefined) return null;
  if (typeof none === 'number' && spec.kind === 'number') return none;
  note(book, [...at, 'none'], {
    code: typeof none === 'number' ? 'unknown-key' : 'wrong-type',
    message: `"none" is the number that a run without a value of "${spec.id}" counts as.`,
    remedy: spec.kind === 'number' ? 'Write a number in the unit of the measure.' : 'Take it out.',
  });
  return null;
}
