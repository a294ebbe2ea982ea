import { estimateAssault, type AssaultEstimate } from '../engine/index.ts';
import type { Engagement, Force } from './engagement.ts';
import { drawOdds, type DrawPlan } from './odds.ts';

/** What one circumstance does to the odds: the chance without it, with the same luck. */
export interface Factor {
  readonly name: string;
  /** What stands in its place in the comparison. */
  readonly instead: string;
  readonly chanceWithout: number;
}

interface Change {
  readonly name: string;
  readonly instead: string;
  readonly to: Engagement;
}

/** Every circumstance of an engagement that is not the plainest, each with its worth. */
export function factorsOf(
  engagement: Engagement,
  params: Float64Array,
  plan: DrawPlan,
): readonly Factor[] {
  return changesOf(engagement).map(({ name, instead, to }) => ({
    name,
    instead,
    chanceWithout: drawOdds(to, params, plan).attackerWins.share,
  }));
}

function changesOf(from: Engagement): readonly Change[] {
  const { attacker, defender, ground } = from;
  const side = (which: 'attacker' | 'defender', change: Partial<Force>): Engagement => ({
    ...from,
    [which]: { ...from[which], ...change },
  });
  const land = (change: Partial<Engagement['ground']>): Engagement => ({
    ...from,
    ground: { ...ground, ...change },
  });
  const all: readonly (Change & { readonly when: boolean })[] = [
    {
      when: attacker.men !== defender.men,
      name: 'numbers',
      instead: 'an attacker no larger than the defender',
      to: { ...from, attacker: scaled(attacker, defender.men / attacker.men) },
    },
    ...(['attacker', 'defender'] as const).flatMap((which) => [
      {
        when: from[which].tanks > 0,
        name: `tanks of the ${which}`,
        instead: 'none',
        to: side(which, { tanks: 0 }),
      },
      {
        when: from[which].guns > 0,
        name: `guns of the ${which}`,
        instead: 'none',
        to: side(which, { guns: 0 }),
      },
      {
        when:
          from[which].antiTankGuns > 0 &&
          from[which === 'attacker' ? 'defender' : 'attacker'].tanks > 0,
        name: `anti-tank guns of the ${which}`,
        instead: 'none',
        to: side(which, { antiTankGuns: 0 }),
      },
      {
        when: from[which].mortars > 0,
        name: `mortars of the ${which}`,
        instead: 'none',
        to: side(which, { mortars: 0 }),
      },
    ]),
    {
      when: attacker.aircraft > 0,
      name: 'bombing',
      instead: 'none',
      to: side('attacker', { aircraft: 0 }),
    },
    {
      when: attacker.training !== defender.training,
      name: 'drill',
      instead: 'the defender’s on both sides',
      to: side('attacker', { training: defender.training }),
    },
    {
      when: attacker.cohesion !== defender.cohesion,
      name: 'cohesion',
      instead: 'the defender’s on both sides',
      to: side('attacker', { cohesion: defender.cohesion }),
    },
    {
      when: attacker.fatigueDays > 0 || defender.fatigueDays > 0,
      name: 'fatigue',
      instead: 'both rested',
      to: {
        ...from,
        attacker: { ...attacker, fatigueDays: 0 },
        defender: { ...defender, fatigueDays: 0 },
      },
    },
    {
      when: ground.trench > 0,
      name: 'trenches',
      instead: 'none',
      to: land({ trench: 0 }),
    },
    { when: ground.wire > 0, name: 'wire', instead: 'none', to: land({ wire: 0 }) },
    {
      when: ground.frontageMetres < 500,
      name: 'narrow front',
      instead: '500 m',
      to: land({ frontageMetres: 500 }),
    },
    { when: ground.light !== 4, name: 'darkness', instead: 'day', to: land({ light: 4 }) },
    { when: ground.weather !== 0, name: 'weather', instead: 'clear', to: land({ weather: 0 }) },
    { when: from.surprise > 0, name: 'surprise', instead: 'none', to: { ...from, surprise: 0 } },
    {
      when: from.coordination !== 0.5,
      name: 'concert of arms',
      instead: 'middling, 0.5',
      to: { ...from, coordination: 0.5 },
    },
    {
      when: from.renewals > 0,
      name: 'renewals',
      instead: 'one assault',
      to: { ...from, renewals: 0 },
    },
    {
      when: from.qualityMean !== 0,
      name: 'better army',
      instead: 'equal armies',
      to: { ...from, qualityMean: 0 },
    },
  ];
  return all.filter(({ when }) => when);
}

/** A force of another size with the same weapons per man. */
export function scaled(force: Force, factor: number): Force {
  return {
    ...force,
    men: Math.max(1, Math.round(force.men * factor)),
    companies: Math.max(1, Math.round(force.companies * factor)),
    rifles: force.rifles * factor,
    lightMachineGuns: force.lightMachineGuns * factor,
    heavyMachineGuns: force.heavyMachineGuns * factor,
    mortars: force.mortars * factor,
    tanks: force.tanks * factor,
    antiTankGuns: force.antiTankGuns * factor,
    guns: force.guns * factor,
    aircraft: force.aircraft * factor,
  };
}

/** An engagement on a wide front as one of its slices of 500 m, with its share of both forces. */
export function sliceEngagement(engagement: Engagement, frontMetres: number): Engagement {
  const slices = Math.max(1, Math.round(frontMetres / 500));
  const metres = Math.min(500, frontMetres);
  return {
    ...engagement,
    attacker: scaled(engagement.attacker, 1 / slices),
    defender: scaled(engagement.defender, 1 / slices),
    ground: { ...engagement.ground, frontageMetres: metres },
  };
}

/** The same engagement through the mean-value form that offices reckon with. */
export function meanValueOf(engagement: Engagement, params: Float64Array): AssaultEstimate {
  const { attacker, defender, ground } = engagement;
  return estimateAssault(params, {
    ownMen: attacker.men,
    ownGuns: attacker.guns,
    ownTanks: attacker.tanks,
    coordination: engagement.coordination,
    enemyMen: defender.men,
    enemyTanks: defender.tanks,
    trench: ground.trench,
    wire: ground.wire,
    night: ground.light < 3,
    frontageMetres: ground.frontageMetres,
    ownTraining: attacker.training,
    enemyTraining: defender.training,
    surprise: engagement.surprise,
    // The mean-value form takes a target above 60 m for a crest.
    terrainElevationMetres: ground.terrain === 3 ? 120 : 40,
  });
}
