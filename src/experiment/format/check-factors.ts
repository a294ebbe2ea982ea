import { PARAMETERS, type ParameterSpec } from '../../engine/index.ts';
import { valueAt, type NodePath } from '../../scenario/index.ts';
import { settingAt } from '../design/lay-out.ts';
import { levelAt } from './distribution.ts';
import type { Distribution, Factor, Level } from './experiment.ts';
import { checkSettings, note, type Notebook, type PlacedText } from './notebook.ts';

/** Reads the factors of a file and writes down all that is wrong with them. */
export function readFactors(book: Notebook, shared: readonly PlacedText[]): Factor[] {
  const list = valueAt(book.source.tree, ['factors']);
  if (!Array.isArray(list)) return [];
  const seen = new Set<string>();
  return list.flatMap((_, index) => {
    const at: NodePath = ['factors', index];
    const id = valueAt(book.source.tree, [...at, 'id']);
    if (typeof id === 'string' && seen.has(id)) {
      note(book, [...at, 'id'], {
        code: 'duplicate-id',
        message: `There are two factors "${id}".`,
        remedy: 'Give each factor an id of its own.',
      });
    }
    if (typeof id === 'string') seen.add(id);
    const factor = readFactor(book, at, typeof id === 'string' ? id : '');
    if (factor !== null) checkLevels(book, at, factor, shared);
    return factor === null ? [] : [factor];
  });
}

function readFactor(book: Notebook, at: NodePath, id: string): Factor | null {
  const { tree } = book.source;
  const targets = readTargets(book, [...at, 'setting']);
  const levels = readLevels(book, [...at, 'levels']);
  const distribution = readDistribution(book, [...at, 'distribution']);
  const given = ['levels', 'distribution'].filter(
    (key) => valueAt(tree, [...at, key]) !== undefined,
  );
  if (given.length !== 1) {
    const both = given.length === 2;
    note(book, at, {
      code: both ? 'unknown-key' : 'missing-key',
      message: `The factor "${id}" has ${both ? 'both levels and a distribution' : 'neither levels nor a distribution'}.`,
      remedy: both ? 'Keep one of the two.' : 'Add "levels: [ … ]" or a "distribution:".',
    });
    return null;
  }
  if (levels === null && distribution === null) return null;
  const title = valueAt(tree, [...at, 'title']);
  const unit = valueAt(tree, [...at, 'unit']);
  const factor = {
    id,
    title: typeof title === 'string' ? title : id,
    targets,
    unit: typeof unit === 'string' ? unit : unitOf(book, targets),
    levels: levels ?? [],
    distribution,
  };
  const reference = readReference(book, [...at, 'reference'], { ...factor, reference: 0 });
  return reference === null ? null : { ...factor, reference };
}

/** The unit that the register or the reading gives, for tables. */
function unitOf(book: Notebook, targets: readonly string[]): string {
  const target = targets[0] ?? '';
  const name = target.slice(target.indexOf(':') + 1);
  const specs: readonly ParameterSpec[] = PARAMETERS;
  if (target.startsWith('param:')) return specs.find(({ id }) => id === name)?.unit ?? '';
  const readings = book.scenario?.model.readings ?? [];
  return target.startsWith('reading:') ? (readings.find(({ id }) => id === name)?.unit ?? '') : '';
}

function readTargets(book: Notebook, at: NodePath): string[] {
  const value = valueAt(book.source.tree, at);
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const targets = list.filter((each) => typeof each === 'string');
  if (targets.length < list.length || targets.length === 0) {
    note(book, at, {
      code: value === undefined ? 'missing-key' : 'wrong-type',
      message: 'The factor does not say what it sets.',
      remedy:
        'Write "setting: param:ID", reading:ID, scenario:PATH or mechanism:ID, or a list of such.',
    });
  }
  for (const target of targets) {
    if (!target.includes('=')) continue;
    note(book, at, {
      code: 'setting-malformed',
      message: `"${target}" carries a value; the values of a factor are its levels.`,
      remedy: `Write "setting: ${target.slice(0, target.indexOf('='))}" and put the value under "levels".`,
    });
  }
  return targets;
}

function readLevels(book: Notebook, at: NodePath): Level[] | null {
  const list = valueAt(book.source.tree, at);
  if (!Array.isArray(list)) return null;
  if (list.length === 0) {
    note(
      book,
      at,
      {
        code: 'wrong-length',
        message: 'The list of levels is empty.',
        remedy: 'Name the values that the factor shall take, for example "levels: [0, 0.5, 1]".',
      },
      'key',
    );
    return null;
  }
  const levels = list.filter((level) => ['number', 'string', 'boolean'].includes(typeof level));
  for (const [index, level] of list.entries()) {
    const repeated = list.indexOf(level) < index;
    if (levels.includes(level) && !repeated) continue;
    note(book, [...at, index], {
      code: repeated ? 'duplicate-id' : 'wrong-type',
      message: repeated
        ? `The level ${JSON.stringify(level)} stands there twice.`
        : 'A level is a number, a word, true or false.',
      remedy: repeated ? 'Keep one of the two.' : 'Write each level as one value.',
    });
  }
  return levels as Level[];
}

/** Reads a distribution and writes down what is wrong with it; `null` where there is none, or none that can be used. */
export function readDistribution(book: Notebook, at: NodePath): Distribution | null {
  const given = valueAt(book.source.tree, at);
  if (typeof given !== 'object' || given === null) return null;
  const { kind, low, high, mode, mean, sd, whole } = given as Partial<Distribution>;
  if (kind === undefined || typeof low !== 'number' || typeof high !== 'number') return null;
  const wrong = (key: string, message: string, remedy: string): null => {
    note(book, [...at, key], { code: 'out-of-range', message, remedy });
    return null;
  };
  if (low >= high) {
    return wrong(
      'high',
      `The distribution goes from ${low} to ${high}.`,
      'Let "low" be below "high".',
    );
  }
  if (kind === 'log-uniform' && low <= 0) {
    return wrong('low', `A log-uniform distribution cannot begin at ${low}.`, 'Begin above 0.');
  }
  if (kind === 'triangular' && (typeof mode !== 'number' || mode < low || mode > high)) {
    return wrong('mode', 'The "mode" is not between low and high.', 'Write "mode:" between them.');
  }
  if (kind === 'normal' && (typeof mean !== 'number' || typeof sd !== 'number')) {
    return wrong('mean', 'A normal distribution needs "mean" and "sd".', 'Add both.');
  }
  return {
    kind,
    low,
    high,
    mode: mode ?? low,
    mean: mean ?? low,
    sd: sd ?? 1,
    whole: whole === true,
  };
}

function readReference(book: Notebook, at: NodePath, factor: Factor): Level | null {
  const given = valueAt(book.source.tree, at);
  if (given === undefined) return factor.levels[0] ?? levelAt(factor, 0.5);
  const isLevel = factor.levels.includes(given as Level);
  if (isLevel || (factor.distribution !== null && typeof given === 'number')) return given as Level;
  note(book, at, {
    code: 'unknown-value',
    message: `The reference ${JSON.stringify(given)} is not one of the levels.`,
    remedy: `Use one of: ${factor.levels.map(String).join(', ')}.`,
  });
  return null;
}

/** Tries every level (both ends of a distribution) out: its name, unit, range, and what the files say to it. */
function checkLevels(
  book: Notebook,
  at: NodePath,
  factor: Factor,
  shared: readonly PlacedText[],
): void {
  const { distribution } = factor;
  const tried =
    distribution === null
      ? factor.levels.map((level, index) => ({ level, place: [...at, 'levels', index] }))
      : [
          { level: distribution.low, place: [...at, 'distribution', 'low'] },
          { level: distribution.high, place: [...at, 'distribution', 'high'] },
        ];
  const targets = factor.targets.filter((target) => !target.includes('='));
  const before = book.problems.length;
  for (const { level, place } of tried) {
    const texts = targets.flatMap((target) => placedLevel(book, at, { target, level, place }));
    checkSettings(book, [...shared.filter(({ text }) => text.startsWith('scenario:')), ...texts]);
    // An unknown name is wrong at every level; once is enough.
    if (book.problems.slice(before).some(({ code }) => code === 'setting-unknown')) break;
  }
}

function placedLevel(
  book: Notebook,
  at: NodePath,
  { target, level, place }: { target: string; level: Level; place: NodePath },
): PlacedText[] {
  const unit = valueAt(book.source.tree, [...at, 'unit']);
  const counted = target.startsWith('param:') || target.startsWith('reading:');
  return settingAt(target, level).map((text) => {
    const withUnit = counted && typeof level === 'number' && typeof unit === 'string';
    return { text: withUnit ? `${text} ${unit}` : text, at: place };
  });
}
