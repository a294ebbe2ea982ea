import type { Command } from 'commander';
import { parseScenario, type ScenarioFile } from '../../scenario/index.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../errors.ts';
import { builtInScenarios, readScenarioFolder } from '../scenario-folder.ts';
import { wrap } from '../terminal.ts';

/** What `scenarios` says of one scenario. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly start: string;
  readonly end: string;
  readonly sides: readonly { readonly id: string; readonly name: string }[];
  /** Recorded states from which a run can start, besides the free start. */
  readonly anchors: readonly { readonly id: string; readonly title: string; readonly at: string }[];
}

/** `khasan scenarios`: lists the scenarios that come with the package. */
export function addScenarios(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  program
    .command('scenarios')
    .description('list the scenarios, with dates, sides and recorded states to start from')
    .option('--json', 'print khasan.scenarios/1 for machines')
    .action((options: { readonly json?: boolean }) => {
      const entries = builtInScenarios().map(entryOf);
      if (options.json === true) {
        const broken = entries.filter((entry) => entry.scenario === null).map(({ id }) => id);
        const scenarios = entries.flatMap(({ scenario }) => scenario ?? []);
        context.print(JSON.stringify({ schema: 'khasan.scenarios/1', scenarios, broken }));
      } else for (const entry of entries) context.print(describe(context, entry));
      finish(entries.every((entry) => entry.scenario !== null) ? EXIT.ok : EXIT.no);
    });
}

/** One built-in scenario; `scenario` is null where its files cannot be read. */
function entryOf(id: string): { readonly id: string; readonly scenario: Entry | null } {
  const { file } = parseScenario(readScenarioFolder(id).files);
  if (file === undefined) return { id, scenario: null };
  const { title, summary, start, end, sides } = file.scenario satisfies ScenarioFile;
  const anchors = file.anchors.anchors.map((anchor) => ({
    id: anchor.id,
    title: anchor.title,
    at: anchor.at,
  }));
  const parties = sides.map((side) => ({ id: side.id, name: side.name }));
  return { id, scenario: { id, title, summary, start, end, sides: parties, anchors } };
}

function describe(context: Context, entry: ReturnType<typeof entryOf>): string {
  const { id, scenario } = entry;
  if (scenario === null) return `${id}\n  cannot be read; see: khasan check ${id}`;
  const columns = Math.min(context.screen.columns, 100);
  return [
    `${id}  ${scenario.title}`,
    `  ${scenario.start} to ${scenario.end}`,
    `  ${scenario.sides.map((side) => side.name).join(' against ')}`,
    wrap(scenario.summary, columns, '  '),
    '  starts:',
    '    free  from the first day',
    ...scenario.anchors.map((anchor) => `    ${anchor.id}  ${anchor.title} (${anchor.at})`),
  ].join('\n');
}
