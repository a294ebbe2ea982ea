import { row } from './ground-row.ts';

/** Parameters of small-arms fire, suppression, artillery, tanks and air. */
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
    [0, 2.2, 2.6],
    [
      'Gain of effect in close terrain for a unit of training',
      'J',
      'Adjudication sources 16: man for man 1 / 1.4 / 2.2 for a difference of about 0.3; at the start 1.93 by day, set on T1–T5.',
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
  row(
    'artillery.lethalScale',
    'factor',
    [0.4, 1, 2],
    [
      'Scale of the lethal areas by calibre',
      'J',
      'Adjudication sources 3: half of the fragment zones (C) as a fair start.',
    ],
  ),
  row(
    'artillery.scrapeFactor',
    'share',
    [0.05, 0.08, 0.15],
    [
      'Exposure to fragments in rock scrapes',
      'J',
      'Adjudication sources 16: posture factor v, rock scrape.',
    ],
  ),
  row(
    'artillery.trenchFactor',
    'share',
    [0.01, 0.03, 0.07],
    [
      'Exposure to fragments in good trenches',
      'J',
      'Adjudication sources 16: posture factor v, good trench.',
    ],
  ),
  row(
    'artillery.crouchFactor',
    'factor',
    [0.4, 0.55, 0.8],
    [
      'Exposure to fragments of men who crouch in full works, against men who fire from them',
      'C',
      'Adjudication sources 3: crouching in a trench 1/25–1/100, firing from it 1/15–1/50.',
    ],
  ),
  row(
    'artillery.unobservedFactor',
    'share',
    [0.02, 0.08, 0.1],
    [
      'Effect of fire that nobody observes',
      'J',
      'Assumption: shooting by the map at an area with few men in it.',
    ],
  ),
  row(
    'artillery.nightFactor',
    'share',
    [0.1, 0.15, 0.2],
    [
      'Effect of observed fire by night',
      'J',
      'Adjudication sources 6: artillery observation x 0.1–0.2.',
    ],
  ),
  row(
    'artillery.onTargetShare',
    'share',
    [0.04, 0.12, 0.35],
    [
      'Share of rounds of an observed shoot that fall among the men in the hex',
      'J',
      'Assumption: 100–150 m of dispersion in range against positions on a narrow crest.',
    ],
  ),
  row(
    'artillery.roundsPerMinute',
    'rounds/min',
    [0.3, 1, 3],
    [
      'Rate of a 76 mm gun in a fire plan before an attack; heavier guns fire slower',
      'J',
      'Assumption: 60 rounds in an hour, half a unit of fire, well below what barrels bear.',
    ],
  ),
  row(
    'artillery.supportShare',
    'share',
    [0.2, 0.5, 1],
    [
      'Rate while an attack is under way, against that of the fire plan',
      'J',
      'Assumption: on call and lifted from line to line, a battery fires half of the time.',
    ],
  ),
  row(
    'artillery.ownShare',
    'share',
    [0.03, 0.1, 0.3],
    [
      'Rate on own account, against that of the fire plan',
      'J',
      'Assumption: harassing fire and short answers, a salvo of a battery every ten minutes.',
    ],
  ),
  row(
    'artillery.blindShare',
    'share',
    [0.1, 0.25, 1],
    [
      'Rate by night or at what nobody sees, against that by sight',
      'J',
      'Assumption: one gun of the four works, the others wait for a target.',
    ],
  ),
  row(
    'artillery.planReserve',
    'share of the load',
    [0.1, 0.25, 0.5],
    [
      'Shells that a fire plan leaves for the attack itself',
      'J',
      'Assumption: a quarter of a unit of fire, an hour of support.',
    ],
  ),
  row(
    'artillery.ownReserve',
    'share of the load',
    [0.25, 0.5, 0.75],
    [
      'Shells that a commander keeps back from fire on own account',
      'J',
      'Assumption: half a unit of fire is kept for an attack, his own or the enemy’s.',
    ],
  ),
  row(
    'artillery.gunLossFactor',
    'factor',
    [0.02, 0.08, 0.3],
    [
      'Lethal area against a gun in position, relative to a standing man',
      'J',
      'Assumption: a gun is put out only by a hit within a few metres.',
    ],
  ),
  row(
    'tank.hitChance',
    'chance',
    [0.15, 0.28, 0.45],
    [
      'Hit of a 37 mm gun on a moving tank at 300 m, one shot',
      'J',
      'Adjudication sources 7 and 16.',
    ],
  ),
  row(
    'tank.disabledGivenHit',
    'chance',
    [0.3, 0.5, 0.7],
    [
      'A hit puts the tank out of action',
      'J',
      'Adjudication sources 7 and 16: penetration near 1 inside 800 m.',
    ],
  ),
  row(
    'tank.shotsPerMinute',
    'shots/min',
    [0.02, 0.06, 0.3],
    [
      'Aimed shots of an anti-tank gun in a fight, pauses included',
      'J',
      'Set on CDB90 1936–45 (B, adjudication sources 7): attacking tanks lost 10 % (0–55 %) an engagement; targets are rare and brief.',
    ],
  ),
  row(
    'tank.burntShare',
    'share',
    [0.1, 0.25, 0.4],
    [
      'Total losses among tanks put out of action by fire',
      'J',
      'Adjudication sources 7: 40 % of lost tanks burn (US 1944–45, A); lighter guns burn fewer.',
    ],
  ),
  row(
    'tank.rearShare',
    'share',
    [0.25, 0.4, 0.55],
    [
      'Share that needs a workshop in the rear',
      'J',
      'Assumption: most holed tanks need more than the crew can do.',
    ],
  ),
  row(
    'tank.bogPerKm',
    'chance',
    [0.1, 0.35, 0.7],
    ['A tank bogs in a kilometre of marsh', 'J', 'Adjudication sources 16.'],
  ),
  row(
    'tank.freedPerHour',
    'chance',
    [0.02, 0.08, 0.2],
    [
      'A bogged tank is pulled out, per hour without enemy at hand',
      'J',
      'Assumption: half a day with tractors and timber.',
    ],
  ),
  row(
    'tank.closeAssaultPerHour',
    'chance',
    [0.01, 0.06, 0.2],
    [
      'A tank among unsuppressed infantry is put out in an hour',
      'J',
      'Assumption: mines on poles, petrol and grenades against tanks that stand blind among men.',
    ],
  ),
  row(
    'tank.escort',
    'share',
    [0, 0.5, 0.8],
    [
      'Share of the danger from guns and hunters that infantry and artillery in full concert take off tanks',
      'J',
      'Assumption: infantry close by keeps hunters off, guns kept under fire see late and shoot ill; half, since the gun that is not found still fires. No figure of the case is used.',
    ],
  ),
  row(
    'tank.hitsPerMinute',
    'hits/min',
    [0.2, 0.7, 2],
    [
      'Hits of a tank with gun and machine gun on fully exposed men at close range',
      'J',
      'Assumption: about one and a half heavy machine guns, firing half the time.',
    ],
  ),
  row(
    'air.lethalPerAircraft',
    'square metres',
    [50, 300, 1500],
    [
      'Lethal area of the bomb load of one aircraft against standing men',
      'J',
      'Adjudication sources 8: bombing killed little, 2–8 % of losses at most.',
    ],
  ),
  row(
    'air.shock',
    'share',
    [0.1, 0.35, 0.7],
    [
      'Suppression left by a raid of thirty aircraft on a hex',
      'J',
      'Adjudication sources 8: a suppression spike of 10–30 min.',
    ],
  ),
  row(
    'air.turnBackOvercast',
    'chance',
    [0.1, 0.35, 0.7],
    [
      'A raid turns back under overcast',
      'J',
      'Assumption: low cloud hides the coast and the hills in one case of three.',
    ],
  ),
  row(
    'air.lossPerSortie',
    'chance',
    [0.001, 0.004, 0.015],
    [
      'Aircraft lost per sortie without fighters against it',
      'J',
      'Assumption: machine guns and a few anti-aircraft guns only.',
    ],
  ),
] as const;
