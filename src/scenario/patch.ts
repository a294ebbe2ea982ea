import { nearestOf } from './nearest.ts';
import { FILE_NAMES, type FileName } from './parse.ts';
import { problemAt, type Finding, type Problem } from './problem.ts';
import { SCENARIO_FILES } from './schema.ts';
import { knownKeysAt } from './schema-keys.ts';
import { valueAt, type NodePath, type SourceDocument } from './source.ts';

/** A setting of kind `scenario:`: a place in the files of the scenario, and what shall stand there. */
export interface ScenarioSetting {
  /** Dotted path: `sides.jp.otherFronts`, `offices.su.front.traits.fear`, `theatre.links.0.lengthKm`. */
  readonly path: string;
  readonly value: unknown;
}

type Sources = Readonly<Record<FileName, SourceDocument>>;

/** Writes a setting as a person would type it. */
export function formatSetting(setting: ScenarioSetting): string {
  const { value } = setting;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `scenario:${setting.path}=${text}`;
}

/** A problem with a setting from outside. It stands in no file, so the setting itself is the place. */
export function settingProblem(text: string, finding: Finding): Problem {
  return problemAt({ path: `setting ${text}`, line: 1, column: 1 }, finding);
}

/** Sources with the settings put into their trees, in the order given; a later one overrides. */
export function patchSources(
  sources: Sources,
  settings: readonly ScenarioSetting[],
): { readonly sources: Sources; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const patched = { ...sources };
  for (const setting of settings) {
    const text = formatSetting(setting);
    const found = findPlace(patched, setting.path.split('.'));
    if ('finding' in found) {
      problems.push(settingProblem(text, found.finding));
      continue;
    }
    const source = patched[found.file];
    patched[found.file] = {
      ...source,
      tree: withValue(source.tree, found.at, setting.value),
      patched: [...source.patched, { at: found.at, setting: text }],
    };
  }
  return { sources: patched, problems };
}

type Found = { readonly file: FileName; readonly at: NodePath } | { readonly finding: Finding };

function unknown(message: string, remedy: string): Found {
  return { finding: { code: 'setting-unknown', message, remedy } };
}

/** Finds the place that a dotted path names; the file need only be named where two files have the key. */
function findPlace(sources: Sources, parts: readonly string[]): Found {
  const [first = '', second = ''] = parts;
  const stem = FILE_NAMES.find((name) => name === `${first}.yaml`);
  if (stem !== undefined && topKeys(stem).includes(second)) {
    return descend(sources, stem, parts.slice(1));
  }
  const having = FILE_NAMES.filter((name) => topKeys(name).includes(first));
  if (having.length === 1) return descend(sources, having[0]!, parts);
  if (having.length > 1) {
    const choices = having.map((name) => `${name.replace('.yaml', '')}.${first}`);
    return unknown(
      `"${first}" stands in ${having.join(' and ')}.`,
      `Write ${choices.join(' or ')}.`,
    );
  }
  const known = [...new Set(FILE_NAMES.flatMap(topKeys))];
  const nearest = nearestOf(first, known);
  return unknown(
    `No file of the scenario has a key "${first}".`,
    nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${nearest}"?`,
  );
}

function topKeys(name: FileName): readonly string[] {
  return Object.keys(SCENARIO_FILES[name].shape);
}

function descend(sources: Sources, file: FileName, parts: readonly string[]): Found {
  const { tree } = sources[file];
  let at: NodePath = [];
  let rest = parts;
  while (rest.length > 0) {
    const value = valueAt(tree, at);
    const step = Array.isArray(value) ? itemStep(value, rest) : keyStep(value, rest, at, file);
    if ('finding' in step) return step;
    at = [...at, step.part];
    rest = rest.slice(step.length);
  }
  return { file, at };
}

type Step =
  { readonly part: string | number; readonly length: number } | { readonly finding: Finding };

/** An item of a list: by its id (ids contain dots, so the longest match counts), by `from>to`, or by number. */
function itemStep(items: readonly unknown[], rest: readonly string[]): Step {
  const names = items.map(nameOfItem);
  for (let length = rest.length; length >= 1; length--) {
    const index = names.indexOf(rest.slice(0, length).join('.'));
    if (index >= 0) return { part: index, length };
  }
  const first = rest[0]!;
  if (/^\d+$/.test(first) && Number(first) < items.length)
    return { part: Number(first), length: 1 };
  const known = names.filter((name) => name !== undefined);
  const nearest = nearestOf(rest.slice(0, -1).join('.'), known) ?? nearestOf(rest.join('.'), known);
  return {
    finding: {
      code: 'setting-unknown',
      message: `The list has no item "${rest.join('.')}".`,
      remedy:
        nearest === undefined
          ? `Name an item by its id, or by its number from 0 to ${String(items.length - 1)}.`
          : `Did you mean "${nearest}"?`,
    },
  };
}

function nameOfItem(item: unknown): string | undefined {
  const id = valueAt(item, ['id']);
  if (typeof id === 'string') return id;
  const from = valueAt(item, ['from']);
  const to = valueAt(item, ['to']);
  return typeof from === 'string' && typeof to === 'string' ? `${from}>${to}` : undefined;
}

/** A key of a mapping: one that is there, or one that the format knows and the file leaves out. */
function keyStep(value: unknown, rest: readonly string[], at: NodePath, file: FileName): Step {
  const key = rest[0]!;
  const present = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const known = [...new Set([...present, ...knownKeysAt(SCENARIO_FILES[file], at)])];
  if (known.includes(key)) return { part: key, length: 1 };
  const nearest = nearestOf(key, known);
  const where = at.length === 0 ? file : `"${at.join('.')}"`;
  return {
    finding: {
      code: 'setting-unknown',
      message: `There is no "${key}" in ${where}.`,
      remedy:
        nearest === undefined
          ? `Known here: ${known.join(', ') || 'nothing; the value is no mapping'}.`
          : `Did you mean "${nearest}"?`,
    },
  };
}

/** The tree with another value at a path. Only the way to it is copied. */
function withValue(tree: unknown, at: NodePath, value: unknown): unknown {
  const [part, ...rest] = at;
  if (part === undefined) return value;
  if (Array.isArray(tree)) {
    return (tree as unknown[]).map((item, index) =>
      index === part ? withValue(item, rest, value) : item,
    );
  }
  const record = (typeof tree === 'object' && tree !== null ? tree : {}) as Record<string, unknown>;
  return { ...record, [part]: withValue(record[part], rest, value) };
}
