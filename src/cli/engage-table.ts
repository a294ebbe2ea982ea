import type { AssaultEstimate } from '../engine/index.ts';
import type { Band, Engagement, Factor, Odds } from '../engage/index.ts';
import { exactly, percent, twoFigures } from './figures.ts';
import { formatTable, type TableRow } from './tables.ts';
import type { Screen } from './terminal.ts';

/** What `khasan engage` found out about one engagement. */
export interface EngagementAnswer {
  readonly engagement: Engagement;
  /** Slices of 500 m into which the front was divided; one of them was fought. */
  readonly slices: number;
  readonly odds: Odds;
  readonly mean: AssaultEstimate;
  readonly factors: readonly Factor[];
}

/** The odds as a person reads them. */
export function describeEngagement(answer: EngagementAnswer, screen: Screen): string {
  const { engagement, odds, mean, factors, slices } = answer;
  const { attacker, defender } = engagement;
  const head =
    `${exactly(attacker.men)} men (${exactly(attacker.companies)} companies) attack ` +
    `${exactly(defender.men)} (${exactly(defender.companies)}); ` +
    `${exactly(odds.draws)} draws from seed ${String(odds.seed)}`;
  const slice =
    slices > 1 ? [`One of ${String(slices)} slices of 500 m, with its share of both forces.`] : [];
  const { share, low, high } = odds.attackerWins;
  const rows: TableRow[] = [
    ['the attacker takes the ground', percent(share), `${percent(low)} to ${percent(high)}`],
    ['  holds a part of it', percent(odds.outcomes.contested), ''],
    ['  is thrown back or gives up', percent(odds.outcomes.repulsed), ''],
    ['attacker’s men lost', percent(odds.attackerLoss.p50), bandOf(odds.attackerLoss)],
    ['defender’s men lost', percent(odds.defenderLoss.p50), bandOf(odds.defenderLoss)],
  ];
  if (attacker.tanks > 0) {
    const { attackerTankLoss } = odds;
    rows.push(['attacker’s tanks out', percent(attackerTankLoss.p50), bandOf(attackerTankLoss)]);
  }
  if (defender.tanks > 0) {
    const { defenderTankLoss } = odds;
    rows.push(['defender’s tanks out', percent(defenderTankLoss.p50), bandOf(defenderTankLoss)]);
  }
  const { p10, p50, p90 } = odds.hours;
  rows.push(['hours', twoFigures(p50), `${twoFigures(p10)} to ${twoFigures(p90)}`]);
  const table = formatTable(
    screen,
    [
      { title: 'odds', align: 'left' },
      { title: 'middle', align: 'right' },
      { title: 'interval', align: 'right' },
    ],
    rows,
  );
  const planning =
    `An office that reckons without draws would say ${percent(mean.chance)}, ` +
    `with ${percent(mean.ownLossShare)} and ${percent(mean.enemyLossShare)} lost.`;
  return [head, ...slice, '', table, '', NOTE, planning, '', factorTable(share, factors, screen)]
    .join('\n')
    .trimEnd();
}

const NOTE =
  'Of the share of fights won the interval is 95 %, of all else the middle 80 % of the draws.';

function factorTable(chance: number, factors: readonly Factor[], screen: Screen): string {
  if (factors.length === 0) return '';
  const rows = [...factors]
    .sort((a, b) => Math.abs(chance - b.chanceWithout) - Math.abs(chance - a.chanceWithout))
    .map((factor): TableRow => {
      const points = Math.round(100 * (chance - factor.chanceWithout));
      const sign = points > 0 ? '+' : points < 0 ? '−' : '';
      return [
        factor.name,
        `${sign}${String(Math.abs(points))}`,
        percent(factor.chanceWithout),
        factor.instead,
      ];
    });
  const columns = [
    { title: 'what made the odds', align: 'left' },
    { title: 'points', align: 'right' },
    { title: 'without', align: 'right' },
    { title: 'instead', align: 'left' },
  ] as const;
  return formatTable(screen, columns, rows);
}

function bandOf({ p10, p90 }: Band): string {
  return `${percent(p10)} to ${percent(p90)}`;
}

/** The same for machines, khasan.engage/1. */
export function engagementDocument(answer: EngagementAnswer): object {
  const { engagement, odds, mean, factors, slices } = answer;
  return {
    schema: 'khasan.engage/1',
    draws: odds.draws,
    seed: odds.seed,
    slices,
    engagement,
    p_attacker_wins: odds.attackerWins.share,
    p_attacker_wins_interval: { low: odds.attackerWins.low, high: odds.attackerWins.high },
    outcomes: odds.outcomes,
    attacker_loss: odds.attackerLoss,
    defender_loss: odds.defenderLoss,
    attacker_tank_loss: odds.attackerTankLoss,
    defender_tank_loss: odds.defenderTankLoss,
    hours: odds.hours,
    mean_value: {
      p_attacker_wins: mean.chance,
      attacker_loss: mean.ownLossShare,
      defender_loss: mean.enemyLossShare,
    },
    factors: factors.map(({ name, instead, chanceWithout }) => ({
      name,
      instead,
      p_attacker_wins_without: chanceWithout,
    })),
  };
}
