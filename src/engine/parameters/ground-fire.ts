import { row } from './ground-row.ts';

/** Parameters of small-arms fire and suppression. */
export const FIRE_PARAMETERS = [
  row(
    'fire.nonEffectiveShare',
    'share',
    [0.4, 0.65, 0.85],
    [
      'Share of riflemen who do not fire to effect',
      'J',
      'Rowland 2006 (C): field performance an order of magnitude below trials; prior of the project.',
    ],
  ),
  row(
    'fire.rifleHitsPerMinute',
    'hits/min',
    [0.005, 0.015, 0.05],
    [
      'Hits of an effective rifleman on fully exposed men at close range',
      'J',
      'Assumption: 8 aimed rounds a minute, 0.4 % hits in the field (Rowland 2006, C).',
    ],
  ),
  row(
    'fire.lightMachineGunHitsPerMinute',
    'hits/min',
    [0.025, 0.075, 0.25],
    [
      'Hits of a light machine gun, as above',
      'J',
      'Assumption: worth about five effective riflemen.',
    ],
  ),
  row(
    'fire.heavyMachineGunHitsPerMinute',
    'hits/min',
    [0.06, 0.19, 0.6],
    [
      'Hits of a heavy machine gun, as above',
      'J',
      'Assumption: worth a dozen effective riflemen, on a mount, with a belt or strips.',
    ],
  ),
  row(
    'fire.rangeExponent',
    'exponent',
    [1, 1.5, 2],
    ['Fall of aimed fire with range', 'C', 'Adjudication sources 2.1: m between 1 and 2.'],
  ),
  row(
    'fire.spacingMetres',
    'metres',
    [1.2, 2.5, 5],
    [
      'Front that one engaged man takes up',
      'J',
      'Assumption: a company of 150 with two platoons up on about 250 m.',
    ],
  ),
  row(
    'fire.darkAimFactor',
    'factor',
    [0.1, 0.36, 0.6],
    [
      'Aimed fire in full darkness against day, within the range of sight',
      'J',
      'Adjudication sources 6: artillery observation x 0.1–0.2 at night; small arms taken alike.',
    ],
  ),
  row(
    'fire.movingExposure',
    'share',
    [0.2, 0.4, 0.7],
    [
      'Exposure of men attacking by bounds, against standing targets',
      'J',
      'Assumption: upright about a third of the time.',
    ],
  ),
  row(
    'fire.movingFire',
    'share',
    [0.15, 0.35, 0.6],
    [
      'Share of its fire that a body going forward keeps up',
      'J',
      'Assumption: half of it moves at a time, and men who run do not aim.',
    ],
  ),
  row(
    'fire.proneExposure',
    'share',
    [0.03, 0.08, 0.2],
    [
      'Exposure of men lying in the open',
      'J',
      'Adjudication sources 3: prone 1/3 against fragments; a third of that against flat fire.',
    ],
  ),
  row(
    'fire.worksExposure',
    'share',
    [0.01, 0.03, 0.08],
    [
      'Exposure of men firing from full works',
      'J',
      'Adjudication sources 3: firing from a trench 1/15 to 1/50.',
    ],
  ),
  row(
    'fire.pinnedCover',
    'share',
    [0.3, 0.7, 0.9],
    [
      'Part of the exposure that fully suppressed men lose by going to ground',
      'J',
      'Assumption: pinned men seek cover, which is what being pinned means.',
    ],
  ),
  row(
    'fire.acquisitionMen',
    'men',
    [0, 15, 50],
    [
      'Number of enemy at which fire finds half its targets',
      'J',
      'Assumption: a handful of men on a wide front are hard to find; at 0 the pure square law.',
    ],
  ),
  row(
    'fire.staticShare',
    'share',
    [0.002, 0.01, 0.05],
    [
      'Share of fire in lulls between assaults',
      'J',
      'Assumption: in position warfare men fire a few rounds an hour at what shows itself.',
    ],
  ),
  row(
    'fire.closeHitsPerMinute',
    'hits/min',
    [0.004, 0.016, 0.04],
    [
      'Hits by grenade and bayonet of one engaged man at full contact',
      'J',
      'Assumption: 150 men on each side settle a trench fight in an hour or two with tens of losses.',
    ],
  ),
  row(
    'fire.qualityWeight',
    'per unit of training',
    [0, 2.5, 2.6],
    [
      'Gain of effect in close terrain for a unit of training',
      'J',
      'Adjudication sources 16: man for man 1 / 1.4 / 2.2 for a difference of about 0.3. Set on T1–T5, last on T2 and T3, at the upper end of that.',
    ],
  ),
  row(
    'fire.fortuneSigma',
    'log-normal sigma',
    [0, 0.3, 0.7],
    [
      'Spread of the effect of a command from one half day to another',
      'J',
      'Adjudication sources 2.3: residual s.d. of ln losses 0.75–0.98 in CDB90 (B); about half of it put down to chance.',
    ],
  ),
  row(
    'fire.mortarRoundsPerMinute',
    'rounds/min',
    [0.05, 0.25, 1],
    [
      'Rate of mortars and grenade dischargers in support',
      'J',
      'Assumption: what is carried up lasts an attack of an hour or two (C: 18–40 bombs a piece).',
    ],
  ),
  row(
    'suppression.smallArmsGain',
    'per hit chance',
    [10, 32, 110],
    [
      'Suppression for a hit chance per man and minute at full exposure',
      'J',
      'Assumption: 1.5 % a minute at full exposure keeps half the men down.',
    ],
  ),
  row(
    'suppression.shellGain',
    'per shell/min/ha',
    [0.1, 0.35, 1],
    [
      'Suppression for shells (76 mm) per minute and hectare',
      'J',
      'Assumption: one shell a minute and hectare keeps three quarters down at tau 8.',
    ],
  ),
  row(
    'suppression.smallArmsTauMinutes',
    'minutes',
    [1, 2, 3],
    ['Recovery while under small-arms fire only', 'J', 'Adjudication sources 4: tau 1–3 min.'],
  ),
  row(
    'suppression.shellTauMinutes',
    'minutes',
    [4, 8, 20],
    [
      'Recovery from shelling',
      'J',
      'Adjudication sources 4 and 16: tau 5–15 min after heavy shelling.',
    ],
  ),
  row(
    'suppression.fireLoss',
    'share',
    [0.7, 0.9, 1],
    [
      'Fire lost by fully suppressed men',
      'J',
      'Adjudication sources 4: fire output x (1 - 0.9 s).',
    ],
  ),
  row(
    'suppression.surpriseShock',
    'share',
    [0.3, 0.75, 0.95],
    [
      'Suppression of defenders taken unawares',
      'J',
      'Adjudication sources 6: complete surprise halves the loss ratio; shock passes in half an hour.',
    ],
  ),
] as const;
