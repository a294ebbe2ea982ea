import { remedyFor } from '../nearest.ts';
import type { FileName, ScenarioFiles } from '../parse.ts';
import { problemAt, type Finding, type Problem } from '../problem.ts';
import { indexOf, type IdList, type Register } from '../register.ts';
import { locate, type NodePath } from '../source.ts';

/** What a check is given: the files, who is who in them, and where to put what it finds. */
export interface Checked {
  readonly files: ScenarioFiles;
  readonly register: Register;
  readonly problems: Problem[];
}

/** A check with one worry. It looks at everything and stops at nothing. */
export type Pass = (checked: Checked) => void;

/** Reports a finding at a value of a file. */
export function report(checked: Checked, file: FileName, at: NodePath, finding: Finding): void {
  checked.problems.push(problemAt(locate(checked.files.sources[file], at, 'value'), finding));
}

/** Reports an id that is not in its list, with the nearest one. Returns the index, or -1. */
export function requireId(
  checked: Checked,
  list: IdList,
  id: string,
  where: { readonly file: FileName; readonly at: NodePath },
): number {
  const index = indexOf(list, id);
  if (index < 0) {
    report(checked, where.file, where.at, {
      code: 'unknown-id',
      message: `There is no ${list.what} "${id}".`,
      remedy: remedyFor(id, list.ids, list.what),
    });
  }
  return index;
}
