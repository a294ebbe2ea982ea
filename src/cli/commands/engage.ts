import { InvalidArgumentError, Option, type Command } from 'commander';
import { LIGHTS, TERRAINS, WEATHERS, codeOf, defaultParams } from '../../engine/index.ts';
import {
  drawOdds,
  engagementOf,
  factorsOf,
  meanValueOf,
  sliceEngagement,
  type Engagement,
} from '../../engage/index.ts';
import type { Context } from '../context.ts';
import { EXIT, mistake } from '../errors.ts';
import { describeEngagement, engagementDocument } from '../engage-table.ts';
import { runBattles } from '../engage-battles.ts';
import { FORCE_WORDS, parseForces } from '../force-words.ts';
import { parseRuns, parseSeed } from '../options.ts';

const GROUNDS = TERRAINS.filter((terrain) => terrain !== 'lake' && terrain !== 'sea');

/** Works by posture, as the standard scenario has them. */
const POSTURE_WORKS = {
  open: [0, 0],
  hasty: [0.3, 0.1],
  prepared: [0.6, 0.4],
  fortified: [0.9, 0.8],
} as const;
type PostureWord = keyof typeof POSTURE_WORKS;

export interface EngageOptions {
  readonly attacker?: string;
  readonly defender?: string;
  readonly front: number;
  readonly terrain: (typeof GROUNDS)[number];
  readonly climb: number;
  readonly posture: PostureWord;
  readonly light: (typeof LIGHTS)[number];
  readonly weather: (typeof WEATHERS)[number];
  readonly concert: number;
  readonly surprise: number;
  readonly renewals: number;
  readonly edge: number;
  readonly spread: number;
  readonly draws?: number;
  readonly seed: number;
  readonly battles?: string;
  readonly layer: 'fitted' | 'none';
  readonly score?: boolean;
  readonly variants?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
A force is written as numbers and words between commas: ${FORCE_WORDS}.

Examples:
  khasan engage --attacker "12 companies" --defender "12 companies"
  khasan engage --attacker "3 battalions, 20 tanks, 40 guns" --defender "2 companies, 4 anti-tank" --posture prepared
  khasan engage --attacker "8 companies, training 0.7" --defender "2 companies" --terrain crest --light dark --surprise 0.6
  khasan engage --battles battles.csv --json          one forecast a row, from what was known before
  khasan engage --battles battles.csv --score         how good such forecasts are, where results are given`;

/** `khasan engage`: one fight outside any scenario, or a table of historical battles. */
export function addEngage(
  program: Command,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  const options = program
    .command('engage')
    .description('the odds of one fight outside any scenario, or of a table of battles')
    .option('--attacker <force>', 'who attacks: "12 companies, 20 tanks, 40 guns"')
    .option('--defender <force>', 'who defends');
  addGround(options)
    .option('--draws <number>', 'draws; 2000 by hand, 400 for each battle', parseRuns)
    .option('--seed <number>', 'seed of the first draw', parseSeed, 1)
    .option('--battles <file>', 'forecast each row of a table of battles (CSV) instead')
    .addOption(
      new Option('--layer <kind>', 'with --battles: fitted layer of army quality and era, or none')
        .choices(['fitted', 'none'])
        .default('fitted'),
    )
    .option('--score', 'with --battles: judge forecasts made without the battle’s own campaign')
    .option('--variants', 'with --score: what each part of the layer is worth (slow)')
    .option('--json', 'print khasan.engage/1 for machines')
    .addHelpText('after', EXAMPLES)
    .action((given: EngageOptions) => {
      if (given.battles !== undefined) finish(runBattles(given.battles, given, context));
      else finish(byHand(given, context));
    });
}

function addGround(command: Command): Command {
  return command
    .option('--front <metres>', 'front of the attack; beyond 500 m a slice is fought', metres, 500)
    .addOption(
      new Option('--terrain <kind>', 'ground that is attacked').choices(GROUNDS).default('rolling'),
    )
    .option('--climb <metres>', 'height of the target above its foot', metres, 30)
    .addOption(
      new Option('--posture <works>', 'works of the defender')
        .choices(Object.keys(POSTURE_WORKS))
        .default('hasty'),
    )
    .addOption(new Option('--light <light>', 'light').choices(LIGHTS).default('day'))
    .addOption(new Option('--weather <weather>', 'weather').choices(WEATHERS).default('clear'))
    .option('--concert <share>', 'how far the arms of the attack act together, 0 to 1', share, 0.5)
    .option('--surprise <chance>', 'chance that the defender is taken unawares', share, 0)
    .option('--renewals <number>', 'times the attack comes again after a night', renewals, 0)
    .option('--edge <ratio>', 'how much better the attacker’s army is, man for man', ratio, 1)
    .option('--spread <sigma>', 'how little that is known: s.d. of its logarithm', sigma, 0);
}

function byHand(options: EngageOptions, context: Context): number {
  const { attacker, defender } = options;
  if (attacker === undefined || defender === undefined) {
    throw mistake({
      found: 'an engagement needs two forces',
      wanted: '--attacker and --defender, or --battles FILE',
      remedy: 'khasan engage --attacker "12 companies" --defender "12 companies"',
    });
  }
  const engagement = engagementFor(options, attacker, defender);
  const params = defaultParams();
  const plan = { draws: options.draws ?? 2000, seed: options.seed };
  const answer = {
    engagement,
    slices: Math.max(1, Math.round(options.front / 500)),
    odds: drawOdds(engagement, params, plan),
    mean: meanValueOf(engagement, params),
    factors: factorsOf(engagement, params, { ...plan, draws: Math.min(plan.draws, 1000) }),
  };
  if (options.json === true) context.print(JSON.stringify(engagementDocument(answer)));
  else context.print(describeEngagement(answer, context.screen));
  return EXIT.ok;
}

function engagementFor(options: EngageOptions, attacker: string, defender: string): Engagement {
  const [trench, wire] = POSTURE_WORKS[options.posture];
  const [attacking, defending] = parseForces([
    { option: '--attacker', text: attacker },
    { option: '--defender', text: defender },
  ]);
  const engagement = engagementOf({
    attacker: attacking!,
    defender: defending!,
    terrain: options.terrain,
    ground: {
      climbMetres: options.climb,
      trench,
      wire,
      light: codeOf(LIGHTS, options.light),
      weather: codeOf(WEATHERS, options.weather),
    },
    coordination: options.concert,
    surprise: options.surprise,
    renewals: options.renewals,
    qualityMean: Math.log(options.edge),
    qualitySigma: options.spread,
  });
  return sliceEngagement(engagement, options.front);
}

function within(low: number, high: number, unit: string): (text: string) => number {
  return (text) => {
    const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= low && value <= high) return value;
    throw new InvalidArgumentError(`Wanted: ${unit} from ${String(low)} to ${String(high)}.`);
  };
}
const metres = within(0, 200_000, 'metres');
const share = within(0, 1, 'a share');
const renewals = within(0, 10, 'a number');
const ratio = within(0.1, 10, 'a ratio');
const sigma = within(0, 2, 'a standard deviation');
