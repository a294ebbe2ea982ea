import { row } from './ground-row.ts';

/** Parameters of artillery, tanks and air. */
export const ARMS_PARAMETERS = [
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
    'artillery.rangedFactor',
    'share',
    [0.08, 0.2, 0.4],
    [
      'Effect of fire without eyes or light on a target that has been ranged in on by day',
      'J',
      'Assumption: somewhat more than a look at night, far less than a look by day; wind, powder and worn barrels have changed since.',
    ],
  ),
  row(
    'artillery.counterShare',
    'share',
    [0, 0.3, 0.6],
    [
      'Batteries that turn in an hour on guns of the other side which they can reach and see firing',
      'J',
      'Assumption: three in ten; both armies told off single batteries for it and left the rest to the infantry.',
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
