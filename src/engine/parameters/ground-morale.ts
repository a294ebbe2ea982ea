import { row } from './ground-row.ts';

/** Parameters of breaking, wounds, supply and operations. */
export const MORALE_PARAMETERS = [
  row(
    'morale.breakScaleAttack',
    'factor',
    [0.5, 1, 2],
    [
      'Hazard of breaking in the attack',
      'J',
      'Adjudication sources 16. Judged, not fitted: drawn attacks that fail lose 5–15 %, the record of failed attackers is 6 % (2–25 %).',
    ],
  ),
  row(
    'morale.breakScaleDefence',
    'factor',
    [0.5, 1, 2],
    [
      'Hazard of breaking in defence',
      'J',
      'Adjudication sources 16. Judged, not fitted: drawn defenders who lose a crest lose 30–50 %, the record is 13 % (2–76 %).',
    ],
  ),
  row(
    'morale.hazardBase',
    'ln per hour',
    [-5, -3.6, -2],
    [
      'Hazard of a fresh unit with cohesion 0 that has lost nobody',
      'J',
      'Adjudication sources 5: b0.',
    ],
  ),
  row(
    'morale.hazardRecent',
    'per loss share',
    [4, 10, 20],
    ['Weight of the loss of the last half hour', 'J', 'Adjudication sources 5: b1.'],
  ),
  row(
    'morale.hazardTotal',
    'per loss share',
    [1, 3.5, 8],
    [
      'Weight of all losses so far',
      'J',
      'Adjudication sources 5: b2; attackers stop at a median of 6 % of the whole force, engaged units at more.',
    ],
  ),
  row(
    'morale.hazardLeaders',
    'per share of leaders',
    [0, 3, 8],
    [
      'Weight of officers and non-commissioned officers killed beyond those that go with the loss',
      'J',
      'Adjudication sources 5: b3. Assumption: as much as losses of the same share; what goes with the loss is in morale.hazardTotal.',
    ],
  ),
  row(
    'morale.hazardFlank',
    'ln',
    [0.2, 0.8, 1.5],
    ['Weight of a threatened flank or rear', 'J', 'Adjudication sources 5: b4.'],
  ),
  row(
    'morale.hazardSuppression',
    'ln',
    [0.3, 1, 2],
    ['Weight of full suppression', 'J', 'Adjudication sources 5: b5.'],
  ),
  row(
    'morale.hazardCohesion',
    'ln',
    [0.5, 2, 4],
    ['Weight of full cohesion', 'J', 'Adjudication sources 5: b6.'],
  ),
  row(
    'morale.hazardLostGround',
    'ln',
    [0.5, 2, 4],
    [
      'Weight of having lost the whole crest to the enemy in the same hex',
      'J',
      'Assumption: men who are pushed off the top lose their reason to stay.',
    ],
  ),
  row(
    'morale.rallyHours',
    'hours',
    [1, 3, 8],
    [
      'Time before a broken unit can rally',
      'J',
      'Assumption: half a day at most where officers are present.',
    ],
  ),
  row(
    'morale.pushTenthsPerTick',
    'tenths per 15 min',
    [1, 3.5, 6],
    [
      'Pace at which overwhelming superiority clears a crest',
      'J',
      'Assumption: 500 m of crest are cleared in about an hour where nobody holds in strength.',
    ],
  ),
  row(
    'close.worksWeight',
    'share',
    [0.3, 0.6, 1.2],
    [
      'Extra strength of full works in close fighting',
      'J',
      'Adjudication sources 2.4 (A for [6]): fortified defence 1.6.',
    ],
  ),
  row(
    'close.wireWeight',
    'share',
    [0.2, 0.25, 0.8],
    [
      'Strength that uncut wire costs an attack without concert',
      'J',
      'Assumption: a quarter of the men are held or bunched at the gaps.',
    ],
  ),
  row(
    'close.heightWeight',
    'share',
    [0, 0.02, 0.5],
    [
      'Extra strength of those who are on top',
      'J',
      'Adjudication sources 2.4 (A for [6]): defence in rugged ground 1.45–1.55, most of it by cover, which is reckoned apart.',
    ],
  ),
  row(
    'close.rushedTenths',
    'tenths',
    [0, 2, 4],
    [
      'Part of a crest that is lost at a rush by defenders taken unawares',
      'J',
      'Assumption: the outposts and the nearest trench.',
    ],
  ),
  row(
    'wounds.killedByBullets',
    'share',
    [0.25, 0.28, 0.35],
    ['Killed among those hit by bullets', 'J', 'Adjudication sources 9.'],
  ),
  row(
    'wounds.killedByFragments',
    'share',
    [0.18, 0.21, 0.25],
    ['Killed among those hit by fragments', 'J', 'Adjudication sources 9.'],
  ),
  row(
    'wounds.killedUntended',
    'share',
    [0.3, 0.4, 0.5],
    [
      'Killed among those hit where nobody can be carried away',
      'J',
      'Adjudication sources 9: untended in an untenable position up to 0.5.',
    ],
  ),
  row(
    'wounds.officerShare',
    'share',
    [0.05, 0.08, 0.09],
    ['Officers in the ranks', 'C', 'Adjudication sources 9: about 7–9 %.'],
  ),
  row(
    'wounds.ncoShare',
    'share',
    [0.12, 0.16, 0.2],
    [
      'Non-commissioned officers in the ranks',
      'J',
      'Assumption: a leader to every section of ten to twelve, his second in every other, and the sergeants of the company: one man in six.',
    ],
  ),
  row(
    'wounds.leaderExposure',
    'factor',
    [1, 1.5, 2.5],
    ['Exposure of leaders against that of their men', 'J', 'Adjudication sources 16.'],
  ),
  row(
    'supply.fatigueFactor',
    'factor',
    [0.88, 0.93, 0.97],
    [
      'Effectiveness left after one more day of sustained combat',
      'J',
      'Adjudication sources 10: x 0.93 a day, floor 0.6.',
    ],
  ),
  row(
    'supply.emptyFactor',
    'share',
    [0.1, 0.2, 0.4],
    ['Effect of units without ammunition', 'J', 'Adjudication sources 10: close defence, 20 %.'],
  ),
  row(
    'supply.loadsPerDay',
    'loads per day',
    [0.3, 1, 2],
    [
      'Small-arms ammunition brought forward to a unit in the field',
      'J',
      'Assumption: carts and carriers bring about one load a day over tracks.',
    ],
  ),
  row(
    'supply.smallArmsHours',
    'hours',
    [2, 5, 12],
    [
      'Hours of lively fire in one load of small-arms ammunition',
      'J',
      'Assumption: 120 rounds a rifle and 3,000 a machine gun.',
    ],
  ),
  row(
    'supply.roundsPerTube',
    'rounds',
    [60, 120, 250],
    [
      'Rounds with a field gun at the start, its unit of fire; heavier guns carry fewer',
      'C',
      'Assumption: between the Soviet 140 and the Japanese 100; 80 went with the regimental gun itself (C).',
    ],
  ),
  row(
    'supply.shellLoadsPerDay',
    'loads per day',
    [0.1, 0.35, 1],
    [
      'Shells that the column of a battery brings up in a day',
      'J',
      'Assumption: half a load on carts, the 30 km from Posyet to the lake and back in a day and a half.',
    ],
  ),
  row(
    'supply.shellKilogramsPerMan',
    'kg per man of capacity',
    [3, 10, 40],
    [
      'Shells that the last road of a side passes in a day',
      'J',
      'Assumption: a division of 10,000 with its train takes one unit of fire along, about 100 t in boxes.',
    ],
  ),
  row(
    'supply.sickPerDay',
    'share per day',
    [0.0003, 0.001, 0.004],
    [
      'Men reported sick in the field',
      'J',
      'Assumption: one per thousand and day in summer, of other wars (C).',
    ],
  ),
  row(
    'operation.staleHours',
    'hours',
    [1, 3, 6],
    [
      'Time without headway after which an attack is called off',
      'J',
      'Assumption: commanders stop or renew an attack in the same half day.',
    ],
  ),
  row(
    'operation.bearLossShare',
    'share',
    [0.05, 0.16, 0.3],
    [
      'Loss an attacking office bears before it stops, at middling caution',
      'J',
      'Adjudication sources 2.5 and 5: attackers who failed lost 6 % (2–25 %) of the whole force.',
    ],
  ),
  row(
    'operation.stalledEffort',
    'share',
    [0.1, 0.25, 1],
    [
      'Effort of an attack that has not got on for an hour',
      'J',
      'Assumption: men who are held go to ground and try again by fits and starts.',
    ],
  ),
  row(
    'operation.slipHours',
    'hours',
    [1, 4, 8],
    [
      'Longest wait for late units after H-hour',
      'J',
      'Assumption: beyond that the attack goes in with what is there.',
    ],
  ),
  row(
    'operation.preparationHours',
    'hours',
    [8, 20, 48],
    [
      'Scale of preparation for the concert of arms',
      'J',
      'Adjudication sources 11.1: 2–6 h for a new attack at division, and the same below; a day for full concert.',
    ],
  ),
  row(
    'operation.scatterHours',
    'hours',
    [0.5, 2, 4],
    [
      'Scatter of the arms of an attack without any concert',
      'J',
      'Adjudication sources 2.6: infantry, tanks and guns of 2–3 August did not act together.',
    ],
  ),
] as const;
