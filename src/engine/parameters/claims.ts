import { row } from './ground-row.ts';

/**
 * How losses are counted, passed on and made public. None of it has a way back into a decision: these numbers change
 * what is said of a run, and nothing in it. No value was chosen by a figure of the battle.
 */
export const CLAIM_PARAMETERS = [
  row(
    'claims.bias',
    'share',
    [0, 1, 1],
    [
      'Share of their size that double counting, taking for dead, rounding and shading have',
      'J',
      'Assumption: 1; at 0 every office passes on what was seen, and the knock-out of two ledgers does nothing.',
    ],
  ),
  row(
    'claims.takenForDead',
    'chance',
    [0, 0.2, 0.4],
    [
      'Chance that a wounded man is taken for dead by those who saw him fall',
      'J',
      'Assumption: one in five. Adjudication sources 13 gives 2–3 for men in all before it goes up; with three wounded for one killed this is 1.6 of it, double counting the rest.',
    ],
  ),
  row(
    'claims.doubleMen',
    'chance',
    [0, 0.1, 0.3],
    [
      'Chance that a further unit in sight counts the same man as its own work',
      'J',
      'Assumption: one in ten; see claims.takenForDead.',
    ],
  ),
  row(
    'claims.doubleTanks',
    'chance',
    [0, 0.03, 0.1],
    [
      'Chance that a further unit in sight counts the same tank',
      'J',
      'Adjudication sources 13: 1–1.2 in all for tanks stopped in view; with about four units in sight, 0.03 each.',
    ],
  ),
  row(
    'claims.doubleGuns',
    'chance',
    [0, 0.1, 0.3],
    [
      'Chance that a further unit in sight counts the same gun',
      'J',
      'Assumption: as for men; a silenced gun is seldom seen to be lost.',
    ],
  ),
  row(
    'claims.doubleAircraft',
    'chance',
    [0, 0.7, 1],
    [
      'Chance that a further unit in sight counts the same aircraft',
      'J',
      'Adjudication sources 13: 4–5 in all; with about four further units that fired at it, 0.7 each.',
    ],
  ),
  row(
    'claims.spread',
    'log-normal sigma',
    [0, 0.5, 0.8],
    [
      'Spread of what a unit counts in a day about what it saw',
      'J',
      'Adjudication sources 13: 0.5.',
    ],
  ),
  row(
    'claims.rounding',
    'share',
    [0, 0.1, 0.3],
    [
      'Share by which an office rounds up, on average, what it adds up of the enemy',
      'J',
      'Adjudication sources 13: 10–30 % a level; the low end, since a return passes five to seven offices.',
    ],
  ),
  row(
    'claims.shading',
    'share',
    [0, 0.05, 0.2],
    [
      'Share that an office of honour 1 adds to the enemy’s losses as it passes them on',
      'J',
      'Assumption: a twentieth. It is small beside rounding; the trait is the same that weighs giving way.',
    ],
  ),
  row(
    'claims.withheld',
    'share',
    [0, 0.03, 0.1],
    [
      'Share of its own dead that an office of fear 1 keeps out of a secret return',
      'J',
      'Assumption: three in a hundred a level; returns go by names, so that little can be hidden for long.',
    ],
  ),
  row(
    'claims.unaccounted',
    'chance',
    [0.05, 0.3, 0.5],
    [
      'Chance that a man killed is carried as missing at first',
      'J',
      'Assumption: three in ten; who fell forward of the line is not brought in that night.',
    ],
  ),
  row(
    'claims.settleDays',
    'days',
    [3, 12, 40],
    [
      'Mean days until a dead man who was carried as missing is found or struck off',
      'J',
      'Assumption: the ground can be searched only after a fight; boards of inquiry took weeks.',
    ],
  ),
  row(
    'claims.stragglers',
    'chance',
    [0, 0.1, 0.3],
    [
      'Chance that a man of a unit that broke misses the next roll-call',
      'J',
      'Assumption: one in ten; he is carried as missing until he comes back.',
    ],
  ),
  row(
    'claims.stragglerDays',
    'days',
    [0.3, 1, 3],
    [
      'Mean days until a straggler comes back',
      'J',
      'Assumption: a day; the rear is half a day’s march away.',
    ],
  ),
  row(
    'claims.woundDeath',
    'chance',
    [0.02, 0.045, 0.08],
    [
      'Chance that a wounded man dies in hospital',
      'C',
      'Standard value: about 4.5 % of the wounded of the US Army 1942–45, 8 % in 1917–18.',
    ],
  ),
  row(
    'claims.woundDeathDays',
    'days',
    [3, 8, 20],
    [
      'Mean days from a wound to death of it',
      'J',
      'Assumption: most who die of wounds do so within two weeks.',
    ],
  ),
  row(
    'claims.delayDays',
    'days',
    [0, 1, 4],
    [
      'Days from the last day of a return to the day on which the top has it',
      'J',
      'Assumption: one day; the wires take hours (adjudication sources 11.1), the counting the rest.',
    ],
  ),
  row(
    'claims.publicOwn',
    'share',
    [0, 0.8, 1],
    [
      'Share of its own losses that a capital of honour 1 keeps back in public',
      'J',
      'Assumption: most. Adjudication sources 13 has 0.25–0.30 made public by both sides: seen, and not fitted.',
    ],
  ),
  row(
    'claims.publicEnemy',
    'share',
    [0, 0.5, 2],
    [
      'Share that a capital of honour 1 adds in public to the enemy’s losses',
      'J',
      'Assumption: half as much again.',
    ],
  ),
] as const;
