import {
  LineCounter,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Alias,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { problemAt, type Finding, type Position, type Problem } from './problem.ts';
import { lineOfBadUtf8 } from './utf8.ts';

/** A file as the caller read it. */
export interface SourceFile {
  /** Name within the scenario folder, `map.yaml`. */
  readonly path: string;
  readonly text: string;
  /** The bytes of the text, where the caller has them; only then can bad UTF-8 be seen. */
  readonly bytes?: Uint8Array;
}

/** Keys and list indices that lead from the top of a file to a value. */
export type NodePath = readonly (string | number)[];

/** A YAML text: its plain value, and where each part of it stands. Nothing is known about its shape. */
export interface SourceDocument {
  readonly path: string;
  readonly text: string;
  /** Plain value: mappings as records, lists as arrays. Not to be changed. */
  readonly tree: unknown;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** Paths that a setting from outside has replaced, with the text of the setting. */
  readonly patched: readonly { readonly at: NodePath; readonly setting: string }[];
}

/** A file of this size is not a scenario file; the limit keeps a mistaken path from taking minutes. */
const TEXT_LENGTH_MAX = 4_000_000;
/** Values in a file after its aliases are written out. */
const NODES_MAX = 400_000;
/** Mappings and lists within each other. */
const DEPTH_MAX = 60;

/** Reads one YAML text. The tree is missing when the text could not be read at all. */
export function readSource(file: SourceFile): {
  readonly source?: SourceDocument;
  readonly problems: readonly Problem[];
} {
  const start: Position = { path: file.path, line: 1, column: 1 };
  if (file.text.length > TEXT_LENGTH_MAX) {
    return only(start, {
      code: 'too-large',
      message: `The file has ${String(file.text.length)} characters; ${String(TEXT_LENGTH_MAX)} are the limit.`,
      remedy: 'Check that this is the right file.',
    });
  }
  const badLine = lineOfBadUtf8(file);
  if (badLine > 0) {
    return only(
      { ...start, line: badLine },
      {
        code: 'not-utf8',
        message: 'The file is not UTF-8 text.',
        remedy: 'Save the file as UTF-8.',
      },
    );
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(file.text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      stringKeys: true,
      logLevel: 'silent',
    });
    const problems = yamlProblems(file.path, document, lines);
    if (problems.length > 0) return { problems };
    const walk: Walk = {
      path: file.path,
      lines,
      problems: [],
      anchors: new Map(),
      depth: 0,
      nodes: 0,
    };
    const tree = plainOf(document.contents, walk);
    if (walk.problems.length > 0) return { problems: walk.problems };
    const source = { path: file.path, text: file.text, tree, document, lines, patched: [] };
    return { source, problems: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return only(start, TOO_DEEP);
  }
}

function only(position: Position, finding: Finding): { problems: Problem[] } {
  return { problems: [problemAt(position, finding)] };
}

const TOO_DEEP = {
  code: 'not-yaml',
  message: 'The file nests mappings or lists too deeply.',
  remedy: 'Look for a run of opening brackets.',
} as const;

/**
 * What the parser complains of. Of syntax errors only the first is kept, since the others follow from it;
 * double keys and tags do not disturb the reading of the rest and are all kept.
 */
function yamlProblems(path: string, document: Document.Parsed, lines: LineCounter): Problem[] {
  // The parser recurses; thousands of brackets exhaust the stack, and where depends on the machine.
  if (document.errors.some((error) => error.message.includes('call stack'))) {
    return [problemAt({ path, line: 1, column: 1 }, TOO_DEEP)];
  }
  const problems: Problem[] = [];
  for (const error of document.errors) {
    const finding = yamlFinding(error);
    if (finding.code === 'not-yaml' && problems.some(({ code }) => code === 'not-yaml')) continue;
    problems.push(problemAt(positionAt(path, lines, error.pos[0]), finding));
  }
  return problems;
}

function yamlFinding(error: YAMLError): Finding {
  if (error.code === 'DUPLICATE_KEY') {
    return {
      code: 'duplicate-key',
      message: 'This key stands twice in the same mapping.',
      remedy: 'Keep one of the two, or give the second its right name.',
    };
  }
  if (error.code === 'TAG_RESOLVE_FAILED') return TAG_REFUSED;
  return {
    code: 'not-yaml',
    message: `The text is not YAML here: ${plainMessage(error.message)}.`,
    remedy: 'Check indentation, colons, quotes and brackets just before this place.',
  };
}

function plainMessage(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.replace(/\s+at line \d+, column \d+:?$/, '').replace(/[.:]+$/, '');
}

const TAG_REFUSED = {
  code: 'yaml-tag',
  message: 'YAML tags (words with an exclamation mark) are not part of the format.',
  remedy: 'Leave the tag out; quote the value if it begins with "!".',
} as const;

interface Walk {
  readonly path: string;
  readonly lines: LineCounter;
  readonly problems: Problem[];
  /**
   * Anchors met so far. The walk goes in the order of the text, so an alias finds the anchor it means;
   * `undefined` while the anchored value is being read, which an alias inside it must not use.
   */
  readonly anchors: Map<string, { readonly plain: unknown; readonly nodes: number } | undefined>;
  depth: number;
  /** Values so far, those behind aliases counted each time. */
  nodes: number;
}

/** Plain value of a node. Refuses tags, aliases that contain themselves, and explosions. */
function plainOf(node: unknown, walk: Walk): unknown {
  walk.nodes++;
  if (isAlias(node)) return plainAlias(node, walk);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  if (node.tag !== undefined) refuse(walk, node, TAG_REFUSED);
  const before = walk.nodes;
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, undefined);
  if (walk.depth >= DEPTH_MAX) throw new RangeError('too deep');
  walk.depth++;
  const plain = isScalar(node)
    ? node.value
    : isMap(node)
      ? plainMapping(node.items, walk)
      : node.items.map((item) => plainOf(item, walk));
  walk.depth--;
  if (node.anchor !== undefined) {
    walk.anchors.set(node.anchor, { plain, nodes: walk.nodes - before });
  }
  return plain;
}

function plainAlias(alias: Alias, walk: Walk): unknown {
  const anchored = walk.anchors.get(alias.source);
  walk.nodes += anchored?.nodes ?? 0;
  if (anchored !== undefined && walk.nodes <= NODES_MAX) return anchored.plain;
  if (walk.problems.some(({ code }) => code === 'yaml-alias')) return null;
  const reason = walk.anchors.has(alias.source)
    ? anchored === undefined
      ? 'stands inside the very anchor it repeats'
      : `brings the file to more than ${String(NODES_MAX)} values`
    : 'names no anchor above it';
  refuse(walk, alias, {
    code: 'yaml-alias',
    message: `The alias "*${alias.source}" ${reason}.`,
    remedy: 'Write the value out, or put the anchor before the alias.',
  });
  return null;
}

function plainMapping(pairs: readonly { key: unknown; value: unknown }[], walk: Walk): unknown {
  const record: Record<string, unknown> = {};
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const value = plainOf(pair.value, walk);
    if (key === '__proto__') {
      // Defined, not assigned: it must stay an ordinary (and unknown) key.
      Object.defineProperty(record, key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else record[key] = value;
  }
  return record;
}

function refuse(walk: Walk, node: Node, finding: Finding): void {
  if (walk.problems.length > 20) return;
  walk.problems.push(problemAt(positionAt(walk.path, walk.lines, node.range?.[0] ?? 0), finding));
}

function positionAt(path: string, lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { path, line: Math.max(1, line), column: Math.max(1, col) };
}

/**
 * Where a value stands: at its key (`'key'`, the default for members of a mapping) or at the value
 * itself. A path that leads nowhere gives the deepest part of it that exists. A value that a setting
 * has replaced stands in that setting.
 */
export function locate(
  source: SourceDocument,
  at: NodePath,
  what: 'key' | 'value' = 'key',
): Position {
  for (const patch of source.patched) {
    const inside = patch.at.every((part, index) => at[index] === part);
    if (inside) return { path: `setting ${patch.setting}`, line: 1, column: 1 };
  }
  let node: unknown = source.document.contents;
  let offset = rangeStart(node) ?? 0;
  for (let depth = 0; depth < at.length; depth++) {
    if (isAlias(node)) node = node.resolve(source.document);
    const part = at[depth];
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === part);
      if (pair === undefined) break;
      const keyStart = rangeStart(pair.key) ?? offset;
      const wantsKey = depth === at.length - 1 && what === 'key';
      offset = wantsKey ? keyStart : (rangeStart(pair.value) ?? keyStart);
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      const item = node.items[part];
      if (item === undefined) break;
      offset = rangeStart(item) ?? offset;
      node = item;
    } else break;
  }
  return positionAt(source.path, source.lines, offset);
}

function rangeStart(node: unknown): number | undefined {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0];
}

/** The value at a path of a plain tree, or `undefined`. Only own keys count. */
export function valueAt(tree: unknown, at: NodePath): unknown {
  let value = tree;
  for (const part of at) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
