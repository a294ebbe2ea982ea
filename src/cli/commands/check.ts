import type { Command } from 'commander';
import { KNOCKOUTS_FILE, readKnockouts } from '../../experiment/index.ts';
import {
  checkScenario,
  describeCheck,
  formatProblem,
  hasErrors,
  parseScenario,
  type CheckResult,
  type Problem,
  type SourceFile,
} from '../../scenario/index.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import { exactly, percent } from '../figures.ts';
import { readScenarioFolder } from '../scenario-folder.ts';

/** `khasan check`: validates a scenario, and says how its numbers are founded. */
export function addCheck(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('check')
    .description('validate a scenario; every problem with file, line, column and remedy')
    .argument('<scenario>', 'name of a built-in scenario, or a folder')
    .option('--json', 'print khasan.check/1 for machines')
    .action((name: string, options: { readonly json?: boolean }) => {
      const folder = readScenarioFolder(name);
      const checked = checkScenario(folder.files, folder.history);
      const others = [...folder.problems, ...knockoutProblems(folder.files)];
      const result: CheckResult = {
        ...checked,
        ok: checked.ok && !hasErrors(others),
        problems: [...others, ...checked.problems],
      };
      if (options.json === true) {
        context.print(JSON.stringify({ ...describeCheck(result), scenario: name }));
      } else context.print(describe(name, result));
      finish(result.ok ? EXIT.ok : EXIT.no);
    });
}

/** What is wrong with the table of knock-outs, where the folder has one. */
function knockoutProblems(files: readonly SourceFile[]): readonly Problem[] {
  const file = files.find(({ path }) => path === KNOCKOUTS_FILE);
  return file === undefined ? [] : readKnockouts(file, parseScenario(files)).problems;
}

function describe(name: string, result: CheckResult): string {
  const { counts, problems } = result;
  const lines = problems.flatMap((problem) => [
    `${formatProblem(problem)}${problem.severity === 'warning' ? ' (warning)' : ''}`,
    `    ${problem.remedy}`,
  ]);
  if (lines.length > 0) lines.push('');
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const verdict = result.ok ? 'valid' : `not valid: ${plural(errors, 'problem')}`;
  lines.push(`${name} is ${verdict}${warnings > 0 ? `, ${plural(warnings, 'warning')}` : ''}.`);
  if (counts.numbers === 0) return lines.join('\n');
  const share = (part: number): string => `${exactly(part)} (${percent(part / counts.numbers)})`;
  lines.push(
    `  ${plural(counts.units, 'unit')}, ${plural(counts.offices, 'office')}, ` +
      `${plural(counts.hexes, 'hex', 'hexes')}, ${plural(counts.places, 'place')}, ` +
      `${plural(counts.links, 'link')}; ${plural(counts.claims, 'claim')} in the record`,
    `  ${plural(counts.numbers, 'number')}, of which with evidence: ${share(counts.numbersSourced)}`,
    `    recorded ${share(counts.recorded)}, estimated ${share(counts.estimated)}, ` +
      `assumed ${share(counts.assumed)}, drawn from claims ${share(counts.drawn)}`,
  );
  return lines.join('\n');
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${exactly(count)} ${count === 1 ? one : many}`;
}
