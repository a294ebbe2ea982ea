import { ln } from '../../engine/index.ts';
import type { BattleFacts } from './facts.ts';
import type { MechanismForecast } from './mechanism.ts';

/** The facts of a battle as numbers, for the statistical layer. One name a number, in order. */
export const FEATURES = [
  'mechanism log odds',
  'mechanism ln attacker loss',
  'mechanism ln defender loss',
  'ln force ratio',
  'ln attacker strength',
  'ln front',
  'surprise',
  'air superiority',
  'prepared',
  'fortified',
  'delay or withdrawal',
  'wet',
  'rain',
  'rugged',
  'flat',
  'wooded',
  'bare or desert',
  'attacker tanks',
  'defender tanks',
  'attacker guns',
  'defender guns',
  'attacker sorties',
  'defender sorties',
  'before 1914',
  '1914-15',
  '1916-18',
  'after 1945',
] as const;

/** Smallest fraction of losses whose logarithm is taken: one man in two thousand. */
const LOSS_FLOOR = 0.0005;

/** The numbers of `FEATURES`. Means and aircraft count per thousand men, as ln(1 + number). */
export function featuresOf(facts: BattleFacts, mechanism: MechanismForecast): number[] {
  const { attackerMen, defenderMen, year } = facts;
  const perThousand = (count: number | null, men: number): number =>
    ln(1 + (1000 * (count ?? 0)) / men);
  const part = (postures: readonly string[]): number => {
    const second = facts.posture2 ?? facts.posture;
    return (Number(postures.includes(facts.posture)) + Number(postures.includes(second))) / 2;
  };
  const frontKm = facts.frontKm ?? Math.max(attackerMen, defenderMen) / 1500;
  return [
    ln(mechanism.chance / (1 - mechanism.chance)),
    ln(Math.max(LOSS_FLOOR, mechanism.attackerLoss.p50)),
    ln(Math.max(LOSS_FLOOR, mechanism.defenderLoss.p50)),
    ln(attackerMen / defenderMen),
    ln(attackerMen),
    ln(frontKm),
    facts.surprise,
    facts.airSuperiority ?? 0,
    part(['PD']),
    part(['FD']),
    part(['DL', 'WD']),
    Number(facts.isWet),
    facts.sky === 'H' ? 2 : facts.sky === 'L' ? 1 : 0,
    Number(facts.relief === 'G'),
    Number(facts.relief === 'F'),
    Number(facts.cover === 'W'),
    Number(facts.cover === 'B' || facts.cover === 'D'),
    perThousand(facts.attacker.tanks, attackerMen),
    perThousand(facts.defender.tanks, defenderMen),
    perThousand(facts.attacker.guns, attackerMen),
    perThousand(facts.defender.guns, defenderMen),
    perThousand(facts.attacker.sorties, attackerMen),
    perThousand(facts.defender.sorties, defenderMen),
    Number(year < 1914),
    Number(year >= 1914 && year <= 1915),
    Number(year >= 1916 && year <= 1918),
    Number(year > 1945),
  ];
}

/** An army is a people in a time: its quality is taken to be one thing within it. */
export function armyOf(actor: string, year: number): string {
  if (actor === '') return '';
  const time =
    year < 1914 ? 'before 1914' : year < 1919 ? '1914-18' : year < 1946 ? '1919-45' : 'after 1945';
  return `${actor}, ${time}`;
}
