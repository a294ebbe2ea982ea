import { readFileSync } from 'node:fs';
import { defaultParams } from '../engine/index.ts';
import {
  BASELINES,
  MECHANISM_ALONE,
  VARIANTS,
  WITH_LAYER,
  examplesOf,
  fittedLayer,
  forecastBattle,
  judge,
  readBattles,
  type BattleForecast,
  type BattleTable,
  type Judgement,
} from '../engage/index.ts';
import { formatProblem, sortProblems } from '../scenario/index.ts';
import type { EngageOptions } from './commands/engage.ts';
import type { Context } from './context.ts';
import { EXIT, mistake } from './errors.ts';
import { percent } from './figures.ts';
import { formatTable } from './tables.ts';

/** Draws for each battle unless asked otherwise; the layer was fitted on so many. */
const DRAWS = 400;

/** `khasan engage --battles FILE`: a forecast for each row, or how good such forecasts are. */
export function runBattles(file: string, options: EngageOptions, context: Context): number {
  const table = readTable(file, options.score === true, context);
  if (options.score === true) return runScore(table, options, context);
  const layer = fittedLayer(options.layer);
  const plan = { draws: options.draws ?? DRAWS, seed: options.seed };
  const params = defaultParams();
  const forecasts = table.battles.map((facts) => forecastBattle(facts, params, layer, plan));
  if (options.json === true) context.print(JSON.stringify(battlesDocument(forecasts)));
  else context.print(describeBattles(forecasts, context));
  return EXIT.ok;
}

function readTable(file: string, withResults: boolean, context: Context): BattleTable {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw mistake({
      found: `the table '${file}' cannot be read`,
      wanted: 'a file of comma-separated values with a line of column names',
      where: '--battles',
    });
  }
  const table = readBattles(text, file, withResults);
  const lines = sortProblems(table.problems, [file]).flatMap((problem) => [
    `${formatProblem(problem)}${problem.severity === 'warning' ? ' (warning)' : ''}`,
    `    ${problem.remedy}`,
  ]);
  const errors = table.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    const count = `${String(errors)} ${errors === 1 ? 'problem' : 'problems'}`;
    throw mistake({ found: `the table '${file}' has ${count}\n${lines.join('\n')}` });
  }
  if (lines.length > 0) context.say(lines.join('\n'));
  return table;
}

/** Forecasts for machines: the format that readers of battle tables agreed on. */
export function battlesDocument(forecasts: readonly BattleForecast[]): object {
  return {
    schema: 'khasan.engage/1',
    rows: forecasts.map(({ id, chance, attackerLoss, defenderLoss }) => ({
      id,
      p_attacker_wins: chance,
      attacker_loss: attackerLoss,
      defender_loss: defenderLoss,
    })),
  };
}

function describeBattles(forecasts: readonly BattleForecast[], context: Context): string {
  const right = (title: string) => ({ title, align: 'right' }) as const;
  const columns = [
    { title: 'battle', align: 'left' } as const,
    right('attacker wins'),
    right('attacker’s loss'),
    right('80 % interval'),
    right('defender’s loss'),
    right('80 % interval'),
  ];
  const rows = forecasts.map(({ id, chance, attackerLoss, defenderLoss }) => [
    id,
    percent(chance),
    ...[attackerLoss, defenderLoss].flatMap(({ p10, p50, p90 }) => [
      percent(p50),
      `${percent(p10)} to ${percent(p90)}`,
    ]),
  ]);
  return formatTable(context.screen, columns, rows);
}

function runScore(table: BattleTable, options: EngageOptions, context: Context): number {
  if (context.screen.isTerminal) {
    context.say(
      'Fighting the battles and fitting without each campaign in turn; this takes minutes.',
    );
  }
  const examples = examplesOf(table.battles, table.results, defaultParams());
  if (!examples.some(({ result }) => result.winner !== null)) {
    throw mistake({
      found: 'the table has no results to judge forecasts by',
      wanted: 'the columns winner, att_casualties, def_casualties and cluster',
      where: '--score',
    });
  }
  const recipes = [
    ...BASELINES,
    MECHANISM_ALONE,
    WITH_LAYER,
    ...(options.variants === true ? VARIANTS : []),
  ];
  const against = 'force ratio, fitted';
  const judgements = [
    ...judge(examples, recipes, 'campaign', against),
    ...(options.variants === true
      ? judge(examples, [...BASELINES, MECHANISM_ALONE, WITH_LAYER], 'war', against)
      : []),
  ];
  if (options.json === true) {
    context.print(JSON.stringify({ schema: 'khasan.engage-score/1', against, judgements }));
  } else context.print(describeScore(judgements, context));
  return EXIT.ok;
}

const SCOPE_TITLES = {
  '1914-': 'since 1914',
  '1936-tanks': 'since 1936, with tanks',
  all: 'all years',
} as const;

function describeScore(judgements: readonly Judgement[], context: Context): string {
  const right = (title: string) => ({ title, align: 'right' }) as const;
  const columns = [
    { title: 'forecast', align: 'left' } as const,
    right('n'),
    right('accuracy'),
    right('log-loss'),
    right('against\nforce ratio'),
    right('attacker’s loss\nln error, ×2, in 80 %'),
    right('defender’s loss\nln error, ×2, in 80 %'),
  ];
  const blocks = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const { scope, split } = judgement;
    const title = `${SCOPE_TITLES[scope]}, each battle forecast without its ${split}`;
    blocks.set(title, [...(blocks.get(title) ?? []), judgement]);
  }
  const rows = [...blocks].flatMap(([heading, list]) => [
    { heading },
    ...list.map(({ recipe, score, accuracy, logLoss, logLossDifference }) => [
      `  ${recipe}`,
      String(score.decided),
      `${fixed(score.accuracy)} (${fixed(accuracy.low)}–${fixed(accuracy.high)})`,
      `${fixed(score.logLoss)} (${fixed(logLoss.low)}–${fixed(logLoss.high)})`,
      logLossDifference === null
        ? '–'
        : `${signed(logLossDifference.mean)} (${signed(logLossDifference.low)} to ${signed(logLossDifference.high)})`,
      ...[score.attacker, score.defender].map(
        ({ medianLnError, withinTwo, covered }) =>
          `${medianLnError.toFixed(2)}, ${percent(withinTwo)}, ${percent(covered)}`,
      ),
    ]),
  ]);
  return `${formatTable(context.screen, columns, rows)}\n\n${SCORE_NOTE}`;
}

const SCORE_NOTE = `n: decided battles. Brackets: 95 % under a bootstrap over campaigns; differences are paired.
Losses: median error of the logarithm, share within a factor of two, share inside the 80 % interval.
An accuracy above .80 is a reason to look for a leak.`;

function fixed(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^0/, '');
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${fixed(Math.abs(value))}`;
}
