import { TERRAINS, codeOf, luckKeyOf, type Terrain } from '../engine/index.ts';

/** One side of an engagement, as far as its fight depends on it. */
export interface Force {
  /** Infantry that fights on the front of the engagement, all ranks. */
  readonly men: number;
  /** Bodies that hold or break as one; about 140 men each when they are companies. */
  readonly companies: number;
  /** Weapons of the whole force. */
  readonly rifles: number;
  readonly lightMachineGuns: number;
  readonly heavyMachineGuns: number;
  /** Light mortars and grenade dischargers. */
  readonly mortars: number;
  readonly tanks: number;
  readonly antiTankGuns: number;
  /** Tubes that fire on this front, and their calibre. */
  readonly guns: number;
  readonly calibreMm: number;
  /** Aircraft that bomb once, before the assault. */
  readonly aircraft: number;
  /** 0–1, drill and fieldcraft; 0.5 is an average force of 1938. */
  readonly training: number;
  /** 0–1. */
  readonly cohesion: number;
  /** Days of hard use behind it. */
  readonly fatigueDays: number;
  /** Factor on the skill of the force, about 1: what neither drill nor numbers tell. */
  readonly skill: number;
  /** Key of its luck, so that luck travels with the force. */
  readonly luckKey: number;
}

/** The ground and the hour. */
export interface EngagementGround {
  /** Code of `TERRAINS` of the ground that is attacked. */
  readonly terrain: number;
  /** Height of the target above its foot, metres. */
  readonly climbMetres: number;
  /** Passable front of the attack, metres; at most 500 are worked out. */
  readonly frontageMetres: number;
  /** Works of the defender, 0–1. */
  readonly trench: number;
  readonly wire: number;
  /** Codes of `LIGHTS` and `WEATHERS`. */
  readonly light: number;
  readonly weather: number;
}

/** One fight on one front: an attacker, a defender and the ground between them. */
export interface Engagement {
  readonly attacker: Force;
  readonly defender: Force;
  readonly ground: EngagementGround;
  /** Concert of the arms of the attack, 0–1, see `coordination`. */
  readonly coordination: number;
  /** Chance 0–1 that the defender is taken unawares. */
  readonly surprise: number;
  /** `assault`, or a `fire-fight` at 450 m in which nobody goes forward. */
  readonly act: 'assault' | 'fire-fight';
  /** Longest the fight lasts, quarters of an hour. */
  readonly ticksMax: number;
  /** How often the attack is renewed at most, each time after a night; 0 for one assault only. */
  readonly renewals: number;
  /** Share of its men that the attacker is ready to lose before he gives up. */
  readonly bearLossShare: number;
  /**
   * How little is known of the relation of the two armies: standard deviation of the logarithm of their
   * relative effectiveness, drawn once for each fight, and the mean of that logarithm.
   */
  readonly qualitySigma: number;
  readonly qualityMean: number;
}

/** Men of a company. Assumption: rifle companies of the time in the field, after march losses. */
export const COMPANY_MEN = 140;

/**
 * Weapons behind an average man of a rifle battalion. Assumption: the same shares as the mean-value
 * form of an assault takes (75 % rifles, 4 % light, 1.2 % heavy machine guns).
 */
const WEAPONS_PER_MAN = { rifles: 0.75, lightMachineGuns: 0.04, heavyMachineGuns: 0.012 } as const;

export interface ForceFacts extends Partial<Omit<Force, 'luckKey'>> {
  readonly men: number;
}

/**
 * A force from as little as its men: companies of 140, the weapons of an average rifle battalion, half
 * drilled, rested.
 * @param name identity of the force, from which its luck follows.
 */
export function forceOf(name: string, facts: ForceFacts): Force {
  const { men } = facts;
  return {
    companies: Math.max(1, Math.round(men / COMPANY_MEN)),
    rifles: men * WEAPONS_PER_MAN.rifles,
    lightMachineGuns: men * WEAPONS_PER_MAN.lightMachineGuns,
    heavyMachineGuns: men * WEAPONS_PER_MAN.heavyMachineGuns,
    mortars: 0,
    tanks: 0,
    antiTankGuns: 0,
    guns: 0,
    calibreMm: 76,
    aircraft: 0,
    training: 0.55,
    cohesion: 0.6,
    fatigueDays: 0,
    skill: 1,
    luckKey: luckKeyOf(name),
    ...facts,
  };
}

export interface EngagementFacts {
  readonly attacker: ForceFacts;
  readonly defender: ForceFacts;
  readonly terrain?: Terrain;
  readonly ground?: Partial<Omit<EngagementGround, 'terrain'>>;
  readonly coordination?: number;
  readonly surprise?: number;
  readonly act?: Engagement['act'];
  readonly ticksMax?: number;
  readonly renewals?: number;
  readonly bearLossShare?: number;
  readonly qualitySigma?: number;
  readonly qualityMean?: number;
}

/**
 * An engagement from as little as the men of both sides: by day, in clear weather, on rolling ground
 * without works, over the front of a battalion. Assumption: `bearLossShare` is the start of
 * `operation.bearLossShare` for an office of middling caution.
 */
export function engagementOf(facts: EngagementFacts): Engagement {
  return {
    attacker: forceOf('attacker', facts.attacker),
    defender: forceOf('defender', facts.defender),
    ground: {
      terrain: codeOf(TERRAINS, facts.terrain ?? 'rolling'),
      climbMetres: 30,
      frontageMetres: 500,
      trench: 0,
      wire: 0,
      light: 4,
      weather: 0,
      ...facts.ground,
    },
    coordination: facts.coordination ?? 0.5,
    surprise: facts.surprise ?? 0,
    act: facts.act ?? 'assault',
    ticksMax: facts.ticksMax ?? 96,
    renewals: facts.renewals ?? 0,
    bearLossShare: facts.bearLossShare ?? 0.16,
    qualitySigma: facts.qualitySigma ?? 0,
    qualityMean: facts.qualityMean ?? 0,
  };
}
