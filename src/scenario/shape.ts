import type { z } from 'zod';
import { problemAt, type Problem } from './problem.ts';
import { knownKeysAt } from './schema-keys.ts';
import { findingOf, isEvidence, missingStatus, noFormFits, unknownKey } from './shape-findings.ts';
import { locate, valueAt, type NodePath, type SourceDocument } from './source.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/**
 * Checks the tree of a file against its schema and says each deviation in words that a scenario author
 * can act on, at the line of the offending key.
 */
export function checkShape<S extends z.ZodType>(
  source: SourceDocument,
  schema: S,
): { readonly value?: z.infer<S>; readonly problems: readonly Problem[] } {
  const result = schema.safeParse(source.tree);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => shapeProblems(source, schema, issue, []));
  return { problems };
}

function shapeProblems(
  source: SourceDocument,
  schema: Schema,
  issue: Issue,
  above: NodePath,
): Problem[] {
  const at = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? '' : part))];
  const value = valueAt(source.tree, at);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problemAt(locate(source, [...at, key]), unknownKey(key, at, knownKeysAt(schema, at))),
    );
  }
  if (issue.code === 'invalid_union') {
    const block = at.at(-1) === 'status' ? at.slice(0, -1) : at;
    if (isEvidence(block)) {
      return [problemAt(locate(source, at), missingStatus(valueAt(source.tree, block)))];
    }
    return unionProblems(source, schema, issue, at);
  }
  const isMissing = value === undefined && issue.code === 'invalid_type';
  const place = isMissing ? locate(source, at, 'key') : locate(source, at, 'value');
  return [problemAt(place, findingOf(issue, at, value))];
}

/** The branch of a union that fits best speaks; where none fits, the union as a whole. */
function unionProblems(
  source: SourceDocument,
  schema: Schema,
  issue: z.core.$ZodIssueInvalidUnion,
  at: NodePath,
): Problem[] {
  const value = valueAt(source.tree, at);
  const fitting = issue.errors.filter(
    (branch) => !branch.some((one) => one.path.length === 0 && one.code === 'invalid_type'),
  );
  const best = fitting.sort((a, b) => a.length - b.length)[0];
  if (best !== undefined) return best.flatMap((one) => shapeProblems(source, schema, one, at));
  return [problemAt(locate(source, at, 'value'), noFormFits(at, value))];
}
