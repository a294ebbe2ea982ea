import { engagementOf, forceOf, type Engagement, type ForceFacts } from '../engagement.ts';
import { SLICE_METRES } from '../body.ts';
import type { ArmyFacts, BattleFacts, Posture } from './facts.ts';
import { coordination, type GroundCoefficients, type Terrain } from '../../engine/index.ts';

/**
 * The standard scenario: a battle of any size is fought as one slice of its front, 500 m wide, by the
 * infantry that stands there, with its share of guns, tanks and aircraft. Every number here is an
 * assumption of the mapping, none is a constant of the rules; docs/adr/0040 says why.
 */

/** Weapons of the time. */
interface Era {
  readonly fromYear: number;
  /** Share of an army's strength that fights as infantry. */
  readonly infantryShare: number;
  /** Weapons per man of infantry. */
  readonly lightMachineGuns: number;
  readonly heavyMachineGuns: number;
  readonly mortars: number;
  /** Anti-tank guns (later, missiles) per 1,000 men of the army. */
  readonly antiTankPerThousand: number;
  readonly calibreMm: number;
}

/**
 * Assumption: establishments of the larger armies, rounded (C). Before 1914 the rules do not apply; the
 * first row only keeps such rows from failing.
 */
const ERAS: readonly Era[] = [
  era(0, [0.75, 0, 0, 0], 0, 76),
  era(1914, [0.65, 0, 0.003, 0], 0, 76),
  era(1916, [0.55, 0.015, 0.01, 0.005], 0.3, 105),
  era(1936, [0.45, 0.04, 0.012, 0.012], 2.5, 105),
  era(1946, [0.4, 0.05, 0.012, 0.015], 4, 122),
];

function era(
  fromYear: number,
  [infantryShare, lightMachineGuns, heavyMachineGuns, mortars]: readonly [
    number,
    number,
    number,
    number,
  ],
  antiTankPerThousand: number,
  calibreMm: number,
): Era {
  return {
    fromYear,
    infantryShare,
    lightMachineGuns,
    heavyMachineGuns,
    mortars,
    antiTankPerThousand,
    calibreMm,
  };
}

/** The weapons of a year. */
export function eraOf(year: number): Era {
  return [...ERAS].reverse().find(({ fromYear }) => year >= fromYear) ?? ERAS[0]!;
}

/** What a posture means on the ground. */
interface PostureMeaning {
  /** Works, 0–1. */
  readonly trench: number;
  readonly wire: number;
  /** How firmly the place is to be held, 0–1. */
  readonly cohesion: number;
  /** Hours in which the attack was prepared: the stronger the place, the longer. */
  readonly preparationHours: number;
}

/** Assumption: attackers choose where and when, and prepare for what they can see of the works. */
const MEANINGS: Readonly<Record<Posture, PostureMeaning>> = {
  HD: { trench: 0.3, wire: 0.1, cohesion: 0.6, preparationHours: 10 },
  PD: { trench: 0.6, wire: 0.4, cohesion: 0.6, preparationHours: 24 },
  FD: { trench: 0.9, wire: 0.8, cohesion: 0.6, preparationHours: 60 },
  DL: { trench: 0.25, wire: 0.05, cohesion: 0.4, preparationHours: 10 },
  WD: { trench: 0.15, wire: 0, cohesion: 0.3, preparationHours: 10 },
};

/**
 * Factor on the skill of the side with the air above it, and on the other's.
 * Source: adjudication sources 2.4: own mobility and guns x 1.1, vulnerability x 0.9, inferiority the reverse.
 */
const AIR_FACTOR = 1.1;
/** Part of its concert that an attack keeps on wet ground. Source: adjudication sources 2.4, light rain: mobility 0.8. */
const WET_CONCERT = 0.8;
/**
 * Share of an army's guns that is laid on the fight of the infantry at a time. Assumption: the others
 * fire at guns, roads and the rear, move, or wait for a call.
 */
const GUNS_ON_FIGHT = 0.25;
/** Part of its concert that an attacker loses for each degree by which he is surprised. Assumption. */
const AMBUSHED = 0.25;

/** Chance that a surprise of this degree catches the defender of a slice unawares. Assumption. */
const SURPRISE_CHANCE = [0, 0.35, 0.7, 1] as const;

/** Most infantry that an attacker puts on one slice before he widens his front. Assumption: two battalions. */
const SLICE_MEN = 1200;
/** Front of an army that does not say it: men of the larger side per kilometre. Assumption. */
const MEN_PER_KM = 1500;
/** Share of a defence that is in reserve and comes to where the attack is. Assumption. */
const RESERVE_SHARE = 1 / 3;

/** Parts of the front: all of them, and those attacked. Whole numbers from 1. */
export interface Slices {
  readonly front: number;
  readonly attacked: number;
}

/** How many slices the front has, and on how many the attacker puts his infantry. */
export function slicesOf(facts: BattleFacts): Slices {
  const larger = Math.max(facts.attackerMen, facts.defenderMen);
  const metres = 1000 * (facts.frontKm ?? larger / MEN_PER_KM);
  const front = Math.max(1, Math.round(metres / SLICE_METRES));
  const infantry = facts.attackerMen * eraOf(facts.year).infantryShare;
  const attacked = Math.max(1, Math.min(front, Math.ceil(infantry / SLICE_MEN)));
  return { front, attacked };
}

/** How little the standard scenario knows of the two armies; fitted, see `calibration.ts`. */
export interface Quality {
  readonly mean: number;
  readonly sigma: number;
}

/** The slice of a battle as an engagement. */
export function standardEngagement(
  facts: BattleFacts,
  quality: Quality,
  c: GroundCoefficients,
): Engagement {
  const { front, attacked } = slicesOf(facts);
  const attackerShare = 1 / attacked;
  const defenderShare = (1 - RESERVE_SHARE) / front + RESERVE_SHARE / attacked;
  const air = facts.airSuperiority ?? 0;
  const airFactor = air > 0 ? AIR_FACTOR : air < 0 ? 1 / AIR_FACTOR : 1;
  const posture = meaningOf(facts);
  return engagementOf({
    attacker: sliceForce('attacker', facts, attackerShare, airFactor),
    defender: {
      ...sliceForce('defender', facts, defenderShare, 1 / airFactor),
      cohesion: posture.cohesion,
    },
    terrain: terrainOf(facts),
    ground: {
      climbMetres: facts.relief === 'G' ? 80 : facts.relief === 'R' ? 30 : 5,
      trench: posture.trench,
      wire: posture.wire,
      light: 4,
      weather: weatherOf(facts),
    },
    coordination: concertOf(facts, posture.preparationHours, c),
    surprise: SURPRISE_CHANCE[Math.max(0, Math.min(3, facts.surprise))] ?? 0,
    renewals: renewalsOf(facts),
    qualityMean: quality.mean,
    qualitySigma: quality.sigma,
  });
}

/** Of a mixed posture, the middle of its two parts. */
function meaningOf(facts: BattleFacts): PostureMeaning {
  const first = MEANINGS[facts.posture];
  if (facts.posture2 === null) return first;
  const second = MEANINGS[facts.posture2];
  return {
    trench: (first.trench + second.trench) / 2,
    wire: (first.wire + second.wire) / 2,
    cohesion: (first.cohesion + second.cohesion) / 2,
    preparationHours: (first.preparationHours + second.preparationHours) / 2,
  };
}

/** Assumption: half of the hours of preparation have daylight, the staff is an average one, long in post. */
function concertOf(facts: BattleFacts, preparationHours: number, c: GroundCoefficients): number {
  const hasTanks = (facts.attacker.tanks ?? 0) > 0;
  const concert = coordination(
    {
      preparationHours,
      daylightShare: 0.5,
      competence: 0.5,
      daysInPost: 90,
      arms: hasTanks ? 3 : 2,
    },
    c,
  );
  const wet = facts.isWet ? WET_CONCERT : 1;
  return Math.max(0.05, concert * wet * (1 + AMBUSHED * Math.min(0, facts.surprise)));
}

/** Larger forces come again with other men. Assumption: a brigade once, a corps twice, an army three times. */
function renewalsOf(facts: BattleFacts): number {
  const men = facts.attackerMen;
  return men < 3000 ? 0 : men < 20_000 ? 1 : men < 100_000 ? 2 : 3;
}

function sliceForce(
  role: 'attacker' | 'defender',
  facts: BattleFacts,
  share: number,
  airFactor: number,
): ForceFacts {
  const isAttacker = role === 'attacker';
  const army: ArmyFacts = isAttacker ? facts.attacker : facts.defender;
  const strength = isAttacker ? facts.attackerMen : facts.defenderMen;
  const weapons = eraOf(facts.year);
  const men = Math.max(20, Math.round(strength * weapons.infantryShare * share));
  const force = forceOf(role, { men });
  return {
    ...force,
    lightMachineGuns: men * weapons.lightMachineGuns,
    heavyMachineGuns: men * weapons.heavyMachineGuns,
    mortars: men * weapons.mortars,
    tanks: tanksOf(facts, isAttacker) * share,
    antiTankGuns: (strength / 1000) * weapons.antiTankPerThousand * share,
    guns: gunsOf(facts, isAttacker) * GUNS_ON_FIGHT * share * airFactor,
    calibreMm: weapons.calibreMm,
    skill: airFactor,
    aircraft: isAttacker ? Math.min(30, (army.sorties ?? 0) * share) : 0,
  };
}

/**
 * Guns of a side that fire at the other's infantry. Assumption: three per thousand men where nobody says;
 * a defence has as many of its guns kept down by the other side's as its own are fewer.
 */
function gunsOf(facts: BattleFacts, isAttacker: boolean): number {
  const attacker = facts.attacker.guns ?? (3 * facts.attackerMen) / 1000;
  const defender = facts.defender.guns ?? (3 * facts.defenderMen) / 1000;
  return isAttacker ? attacker : defender * (defender / Math.max(1, attacker + defender));
}

/**
 * Tanks of a side that fight the other's infantry. The rules of the engine know no fight of tanks against
 * tanks. Assumption: half of them are up at a time, and of these both sides' tanks are busy with each
 * other in proportion to the enemy's share.
 */
function tanksOf(facts: BattleFacts, isAttacker: boolean): number {
  const own = (isAttacker ? facts.attacker.tanks : facts.defender.tanks) ?? 0;
  const enemy = (isAttacker ? facts.defender.tanks : facts.attacker.tanks) ?? 0;
  return 0.5 * own * (own / Math.max(1, own + enemy));
}

function terrainOf(facts: BattleFacts): Terrain {
  if (facts.special === 'U') return 'village';
  if (facts.special === 'M') return 'marsh';
  if (facts.cover === 'W') return 'wood';
  return facts.relief === 'G' ? 'hill' : facts.relief === 'R' ? 'rolling' : 'flat';
}

function weatherOf(facts: BattleFacts): number {
  const code = { S: 0, O: 1, L: 2, H: 3 }[facts.sky];
  return facts.isWet ? Math.max(1, code) : code;
}
