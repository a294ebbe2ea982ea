import type { Command } from 'commander';
import type { Judgement } from '../../record/index.ts';
import type { Claim } from '../../scenario/index.ts';
import { closeBatch } from '../batch.ts';
import { claimsText, judgementsText } from '../claims-text.ts';
import { judgeClaims, type SaidJudgement } from '../claims-judge.ts';
import { claimsOf } from '../comparison.ts';
import type { Context } from '../context.ts';
import { EXIT, mistake } from '../errors.ts';
import { checkSeeds } from '../options.ts';
import { addBatchOptions, type BatchOptions } from '../run-options.ts';
import { openSession, type Session } from '../session.ts';

interface ClaimsOptions extends BatchOptions {
  readonly scenario: string;
  readonly about?: string;
  readonly judge?: boolean;
}

const RUNS_DEFAULT = 200;

/** `khasan claims`: who claims what of whom, and where each claim lies in the runs' truth. */
export function addClaims(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  const command = program
    .command('claims')
    .description('who claims what of whom; with --judge, where each claim lies among runs')
    .option('--scenario <scenario>', 'whose record: a built-in name or a folder', 'khasan-1938')
    .option(
      '--about <words>',
      'only claims with all these words in subject, quantity, scope or note',
    )
    .option(
      '--judge',
      'set each claim beside the truth of many runs, and beside what is said in them',
    );
  addBatchOptions(command, RUNS_DEFAULT)
    .option('--json', 'print khasan.claims/1 for machines')
    .action(async (options: ClaimsOptions) => {
      checkSeeds(options.seed, options.runs);
      const session = openSession(options.scenario, options.set);
      const claims = choose(claimsOf(session).claims, options.about);
      if (options.judge !== true) {
        print(context, session, { claims, options });
        finish(EXIT.ok);
        return;
      }
      const judged = await judgeClaims(context, session, claims, options);
      const { judgements, said, plan, batch } = judged;
      print(context, session, { claims, options, judgements, said });
      finish(closeBatch(context, plan, batch));
    });
}

/** Claims that have every word asked for somewhere; `tanks` also finds what is counted in tanks. */
function choose(claims: readonly Claim[], about: string | undefined): readonly Claim[] {
  if (about === undefined) return claims;
  const words = about.toLowerCase().split(/\s+/);
  const chosen = claims.filter((claim) => {
    const { id, subject, quantity, scope, unit, note, claimant } = claim;
    const text = [
      id,
      subject,
      quantity.replaceAll('-', ' '),
      quantity,
      scope,
      unit,
      note,
      claimant,
    ];
    const whole = text.join(' ').toLowerCase();
    return words.every((word) => whole.includes(word));
  });
  if (chosen.length > 0) return chosen;
  throw mistake({
    found: `no claim is about '${about}'`,
    wanted: 'words as tanks, killed, hour, zaozyornaya, or an id as L042',
    where: '--about',
    exitCode: EXIT.no,
  });
}

interface Printed {
  readonly claims: readonly Claim[];
  readonly options: ClaimsOptions;
  readonly judgements?: readonly Judgement[];
  readonly said?: readonly SaidJudgement[];
}

function print(context: Context, session: Session, printed: Printed): void {
  const { claims, options, judgements, said = [] } = printed;
  if (options.json === true) context.print(JSON.stringify(documentOf(context, session, printed)));
  else if (judgements === undefined) context.print(claimsText(context.screen, claims));
  else context.print(judgementsText(context.screen, claims, judgements, said));
}

/** `khasan.claims/1`. */
function documentOf(
  context: Context,
  { model }: Session,
  { claims, options, judgements, said = [] }: Printed,
): Record<string, unknown> {
  const judged =
    judgements === undefined ? {} : { runs: options.runs, seed: options.seed, judgements, said };
  return {
    schema: 'khasan.claims/1',
    scenario: model.id,
    scenarioHash: model.hash,
    version: context.version,
    about: options.about ?? null,
    claims: claims.map(({ line: _line, ...claim }) => claim),
    ...judged,
  };
}
