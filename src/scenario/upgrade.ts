import { problemAt, type Problem } from './problem.ts';
import { locate, valueAt, type SourceDocument } from './source.ts';

/** The version of every file of a scenario that this program works with. */
export const FORMAT_VERSION = 1;

type Lift = (tree: unknown) => unknown;

/**
 * Lifts a tree of version `index + 1` one version up; the last entry stands for the present version and
 * changes nothing. When version 2 comes, the first entry becomes the lift from 1 to 2 and a new
 * identity is added behind it.
 */
const LIFTS: readonly Lift[] = [(tree) => tree];

const FORMAT = /^khasan\.([a-z]+)\/(\d{1,4})$/;

/**
 * Brings the tree of a file to the present version of its format.
 * @param kind the word between `khasan.` and `/` that the file must carry: `map` for `map.yaml`.
 * @returns the lifted source, or problems when the format line is missing, wrong or too new.
 */
export function upgrade(
  source: SourceDocument,
  kind: string,
): { readonly source?: SourceDocument; readonly problems: readonly Problem[] } {
  const format = valueAt(source.tree, ['format']);
  const match = typeof format === 'string' ? FORMAT.exec(format) : null;
  const position = locate(source, ['format'], 'value');
  const wanted = `khasan.${kind}/${String(FORMAT_VERSION)}`;
  if (match?.[1] !== kind || Number(match[2]) < 1) {
    const found = typeof format === 'string' ? `The format is "${format}"` : 'No format is given';
    const problem = problemAt(position, {
      code: 'format-missing',
      message: `${found}; this file needs "${wanted}".`,
      remedy: `Write "format: ${wanted}" in the first line.`,
    });
    return { problems: [problem] };
  }
  const version = Number(match[2]);
  if (version > FORMAT_VERSION) {
    const problem = problemAt(position, {
      code: 'format-newer',
      message: `The file is of format version ${String(version)}; this program reads up to ${String(FORMAT_VERSION)}.`,
      remedy: 'Use a newer version of the program, or a scenario made for this one.',
    });
    return { problems: [problem] };
  }
  return { source: { ...source, tree: lift(source.tree, version) }, problems: [] };
}

/** Applies the lifts from a version up to the present one, in order. */
export function lift(tree: unknown, version: number): unknown {
  let lifted = tree;
  for (let step = version - 1; step < LIFTS.length; step++) lifted = LIFTS[step]!(lifted);
  return lifted;
}
