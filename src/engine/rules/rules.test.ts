import { describe, expect, test } from 'vitest';
import { defaultParams } from '../parameters.ts';
import { LIGHTS, TERRAINS, WEATHERS, codeOf } from '../vocabulary.ts';
import { flightMinutes, suppressionAfterRaid, turnBackChance } from './air.ts';
import {
  crouchCover,
  fragmentExposure,
  lethalArea,
  missionReserve,
  missionRounds,
  observationFactor,
  reachMetres,
  roundKilograms,
  roundsPerLoad,
  shellCasualtyChance,
} from './artillery.ts';
import { fatigueFactor, readGroundCoefficients } from './coefficients.ts';
import { coordination } from './coordination.ts';
import { engagedMen, flatExposure, qualityFactor, rangeFactor } from './fire.ts';
import { linkHours, marchSlowing, stepMinutes, type StepInput } from './movement.ts';
import {
  ammunitionAfter,
  fatigueAfterFight,
  marchFatigue,
  restShare,
  roadShare,
  shellsWanted,
} from './supply.ts';
import { suppressionAfter, suppressionLimit } from './suppression.ts';
import { antiTankHitChance, bogChance, closeAssaultHazard, dangerLeft } from './tanks.ts';
import { detectionChance, nearestMetres, sightMetres } from './visibility.ts';
import { coverOf, trenchGrowth, wireGrowth, workDone } from './works.ts';

const c = readGroundCoefficients(defaultParams());
const light = (name: (typeof LIGHTS)[number]): number => codeOf(LIGHTS, name);
const weather = (name: (typeof WEATHERS)[number]): number => codeOf(WEATHERS, name);
const terrain = (name: (typeof TERRAINS)[number]): number => codeOf(TERRAINS, name);

/** Moves a quantity through small Euler steps: the yardstick of the closed forms. */
function euler(
  start: number,
  gain: number,
  recovery: number,
  minutes: number,
  step: number,
): number {
  let s = start;
  for (let t = 0; t < minutes; t += step) s += step * (gain * (1 - s) - recovery * s);
  return s;
}

describe('suppression', () => {
  const cases: [string, number, number, number][] = [
    ['quiet, from full', 1, 0, 1 / 8],
    ['heavy shelling, from none', 0, 0.6, 1 / 8],
    ['small arms, half down', 0.5, 0.5, 1 / 2],
  ];
  test.each(cases)(
    '%s: the closed form is the limit of small steps',
    (_, start, gain, recovery) => {
      const exact = suppressionAfter(start, gain, recovery, 15);
      expect(exact).toBeCloseTo(euler(start, gain, recovery, 15, 0.01), 2);
      expect(Math.abs(exact - euler(start, gain, recovery, 15, 1))).toBeLessThan(0.03);
    },
  );
  test('one step of a quarter of an hour would be wrong by more than the effect', () => {
    const wrong = euler(0, 0.5, 0.5, 15, 15);
    expect(Math.abs(wrong - suppressionAfter(0, 0.5, 0.5, 15))).toBeGreaterThan(0.5);
  });
  test('the limit is reached and kept', () => {
    expect(suppressionAfter(0.2, 0.3, 0.1, 500)).toBeCloseTo(suppressionLimit(0.3, 0.1), 9);
  });
});

describe('fire', () => {
  test('aimed fire falls to nothing at the reach of the weapon', () => {
    expect(rangeFactor(0, 600, 1.5)).toBe(1);
    expect(rangeFactor(300, 600, 2)).toBeCloseTo(0.25, 9);
    expect(rangeFactor(600, 600, 1.5)).toBe(0);
  });
  test('a front of 150 m engages sixty men at 2.5 m each, whoever stands behind', () => {
    expect(engagedMen(1000, 150, 2.5)).toBe(60);
    expect(engagedMen(40, 150, 2.5)).toBe(40);
  });
  test('works, suppression and concert lower what a man shows', () => {
    expect(flatExposure(false, 0.5, 0, 0, c)).toBeLessThan(flatExposure(false, 0, 0, 0, c));
    expect(flatExposure(true, 0, 0.8, 0.5, c)).toBeLessThan(flatExposure(true, 0, 0, 0.5, c));
    expect(flatExposure(true, 0, 0, 0.9, c)).toBeLessThan(flatExposure(true, 0, 0, 0.1, c));
  });
  test('a difference of 0.3 in training is worth between 1 and 2.2 to 1 by day (adjudication sources 16)', () => {
    const ratio = qualityFactor(0.7, 1, c) / qualityFactor(0.4, 1, c);
    expect(ratio).toBeGreaterThan(1.2);
    expect(ratio).toBeLessThan(2.2);
  });
});

describe('artillery', () => {
  test('half of the published fragment zones', () => {
    expect(lethalArea(76)).toBe(225);
    expect(lethalArea(122)).toBe(600);
    expect(lethalArea(152)).toBe(1050);
  });
  test('ranges by calibre', () => {
    expect(reachMetres(70, false)).toBe(2800);
    expect(reachMetres(75, true)).toBe(6500);
    expect(reachMetres(152, false)).toBe(12000);
    expect(reachMetres(0, false)).toBe(0);
  });
  test.each([
    [76, 'plan', false, 1, 0.25],
    [76, 'support', false, 0.5, 0.08],
    [76, 'own', false, 0.1, 0.5],
    [76, 'plan', true, 0.25, 0.25],
    [122, 'plan', false, 0.6, 0.25],
    [152, 'support', false, 0.2, 0.08],
    [152, 'own', true, 0.01, 0.5],
  ] as const)(
    '%i mm, %s, blind %s: %f rounds a minute, %f of a load kept',
    (mm, mission, blind, rate, kept) => {
      expect(missionRounds(mm, mission, blind, c)).toBeCloseTo(rate, 9);
      expect(missionReserve(mission, c)).toBe(kept);
    },
  );
  test.each([
    [70, 120, 6],
    [76, 120, 9],
    [107, 72, 24],
    [122, 72, 31],
    [152, 60, 56],
  ])('%i mm: %i rounds in a load, of %i kg', (mm, rounds, kilograms) => {
    expect(roundsPerLoad(mm, c)).toBe(rounds);
    expect(roundKilograms(mm)).toBe(kilograms);
  });
  test.each([
    ['a column brings a share of a load', 0.2, 24, 0.35],
    ['but no more than is missing', 0.9, 24, 0.1],
    ['by the hour', 0, 12, 0.175],
    ['nothing to a full battery', 1, 24, 0],
  ])('%s', (_, ammunition, hours, share) => {
    expect(shellsWanted(ammunition, hours, c)).toBeCloseTo(share, 9);
  });
  test.each([
    ['nothing wanted', 0, 0, 1],
    ['room enough', 1000, 4500, 1],
    ['half of it', 90_000, 4500, 0.5],
    ['no road', 10, 0, 0],
    ['a map without gates', 1e9, Infinity, 1],
  ])('the road, %s', (_, kilograms, men, share) => {
    expect(roadShare(kilograms, men, 24, c)).toBeCloseTo(share, 9);
  });
  test('casualties by shell: 1 − exp(−n L v / A)', () => {
    expect(shellCasualtyChance(100, 225, 1, 225000)).toBeCloseTo(1 - 0.904837418, 6);
    expect(shellCasualtyChance(0, 225, 1, 1000)).toBe(0);
  });
  test('a trench in soil protects better than a scrape in rock, and both than lying down', () => {
    const open = fragmentExposure(false, 0, false, c);
    const rock = fragmentExposure(false, 1, true, c);
    const trench = fragmentExposure(false, 1, false, c);
    expect(open).toBeCloseTo(1 / 3, 9);
    expect(rock).toBeCloseTo(c.scrapeFactor, 9);
    expect(trench).toBeCloseTo(c.trenchFactor, 9);
  });
  test.each([
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0.55],
    [1, 0.5, 0.775],
  ])('works %f, crouching %f: %f of the exposure', (works, crouching, factor) => {
    expect(crouchCover(works, crouching, c)).toBeCloseTo(factor, 9);
  });
  test('unobserved or blind fire keeps a tenth at most', () => {
    const day = light('day');
    expect(observationFactor(false, day, 0, c)).toBeLessThanOrEqual(0.1);
    expect(observationFactor(true, light('dark'), 0, c)).toBeLessThanOrEqual(0.2);
    expect(observationFactor(true, day, weather('fog'), c)).toBeLessThan(
      observationFactor(true, day, weather('clear'), c),
    );
  });
});

describe('movement', () => {
  const step: StepInput = {
    moveClass: 0,
    terrain: 0,
    climbMetres: 0,
    hexsideBits: 0,
    wayBits: 0,
    passableMetres: 288,
    distanceMetres: 500,
  };
  test('a hex of open ground takes foot troops about nine minutes, a road seven and a half', () => {
    expect(stepMinutes(step, c)).toBeCloseTo(9.375, 3);
    expect(stepMinutes({ ...step, wayBits: 2 }, c)).toBeCloseTo(7.5, 3);
  });
  test.each([
    ['a lake', { terrain: 7 }],
    ['a closed hexside', { passableMetres: 0 }],
    ['a river without a crossing', { hexsideBits: 1 }],
    ['a steep face for tanks', { hexsideBits: 4, moveClass: 3 }],
    ['open ground for a train', { moveClass: 4 }],
  ])('no way over %s', (_, change) => {
    expect(stepMinutes({ ...step, ...change }, c)).toBe(Infinity);
  });
  test('a river is crossed at a crossing, slowly', () => {
    expect(stepMinutes({ ...step, hexsideBits: 9 }, c)).toBeGreaterThan(c.boatMinutes);
  });
  test('climbing costs, going down does not', () => {
    expect(stepMinutes({ ...step, climbMetres: 100 }, c)).toBeCloseTo(19.375, 3);
    expect(stepMinutes({ ...step, climbMetres: -100 }, c)).toBeCloseTo(9.375, 3);
  });
  test('tanks make three kilometres an hour on marsh', () => {
    expect(stepMinutes({ ...step, moveClass: 3, terrain: terrain('marsh') }, c)).toBeCloseTo(10, 3);
  });
  test('night, rain and tired legs slow a march', () => {
    const dry = marchSlowing(light('day'), 0, 0, 0, c);
    expect(dry).toBe(1);
    expect(marchSlowing(light('dark'), 0, 0, 0, c)).toBeGreaterThan(1.3);
    expect(marchSlowing(light('day'), weather('downpour'), 0, 0, c)).toBeGreaterThan(1.5);
    expect(marchSlowing(light('day'), 0, 3, 0, c)).toBeGreaterThan(1.1);
  });
  test('33 km of road are more than one day on foot with a rest, and a few hours by lorry', () => {
    expect(linkHours('road', 33, 0, c)).toBeGreaterThan(8);
    expect(linkHours('road', 33, 2, c)).toBeLessThan(4);
    expect(linkHours('road', 100, 0, c)).toBeGreaterThan(48);
    expect(linkHours('rail', 100, 0, c)).toBeCloseTo(c.railLoadHours + 4, 6);
    expect(linkHours('road', 10, 5, c)).toBe(Infinity);
  });
});

describe('sight', () => {
  test('fifty to a hundred and fifty metres in the dark (adjudication sources 6)', () => {
    const dark = sightMetres(light('dark'), 0, c);
    expect(dark).toBeGreaterThanOrEqual(50);
    expect(dark).toBeLessThanOrEqual(150);
    expect(sightMetres(light('moonlit'), weather('overcast'), c)).toBe(dark);
  });
  test('half of the bodies are seen at the range of sight, nearly all at a third of it', () => {
    expect(detectionChance(1000, 1000)).toBe(0.5);
    expect(detectionChance(330, 1000)).toBeGreaterThan(0.95);
    expect(detectionChance(3000, 1000)).toBeLessThan(0.05);
  });
  test('the next hex begins half a hex away', () => {
    expect(nearestMetres(1, 500)).toBe(250);
    expect(nearestMetres(0, 500)).toBe(60);
  });
});

describe('works', () => {
  test('rock takes longer and never gives full cover', () => {
    const soil = trenchGrowth(0, 500, terrain('hill'), c);
    expect(trenchGrowth(0, 500, terrain('crest'), c)).toBeLessThan(soil);
    let trench = 0;
    for (let i = 0; i < 500; i++) trench += trenchGrowth(trench, 500, terrain('crest'), c);
    expect(trench).toBeCloseTo(0.7, 2);
  });
  test('night work is slower; wire waits for trenches', () => {
    const done = (at: (typeof LIGHTS)[number], inView: boolean): number =>
      workDone(90, 2, light(at), inView, 1, c);
    expect(done('dark', false)).toBeLessThan(done('day', false));
    expect(done('dark', true)).toBe(done('dark', false));
    // Under the other side's eyes the work waits for the dark.
    expect(done('day', true)).toBe(0);
    expect(wireGrowth(0, 0.2, 100, c)).toBe(0);
    expect(wireGrowth(0, 0.4, 100, c)).toBeGreaterThan(0);
  });
  test('the first holes give most of the cover', () => {
    expect(coverOf(0.3)).toBeCloseTo(0.51, 9);
    expect(coverOf(1)).toBe(1);
  });
});

describe('tanks, air, supply', () => {
  test('anti-tank hits: 0.28 at 300 m, within 0.05–0.15 at 800 m (adjudication sources 7)', () => {
    expect(antiTankHitChance(300, c)).toBeCloseTo(0.28, 9);
    expect(antiTankHitChance(800, c)).toBeGreaterThan(0.05);
    expect(antiTankHitChance(800, c)).toBeLessThan(0.15);
    expect(antiTankHitChance(1300, c)).toBe(0);
  });
  test('a kilometre of marsh bogs a tank with the prior chance, half a kilometre with less', () => {
    expect(bogChance(1, c)).toBeCloseTo(0.35, 9);
    expect(bogChance(0.5, c)).toBeLessThan(0.35);
  });
  test('own infantry shields tanks from close assault', () => {
    expect(closeAssaultHazard(100, 0, 200, 5, c)).toBeLessThan(closeAssaultHazard(100, 0, 0, 5, c));
    expect(closeAssaultHazard(0, 0, 0, 5, c)).toBe(0);
  });
  test('concert takes danger off tanks, and never all of it', () => {
    expect(dangerLeft(0, c)).toBe(1);
    expect(dangerLeft(0.5, c)).toBeCloseTo((1 + dangerLeft(1, c)) / 2, 9);
    expect(dangerLeft(1, c)).toBeGreaterThan(0);
  });
  test('fog and darkness turn raids back', () => {
    expect(turnBackChance(light('day'), weather('fog'), c)).toBe(1);
    expect(turnBackChance(light('dark'), 0, c)).toBe(1);
    expect(turnBackChance(light('day'), 0, c)).toBeLessThan(0.1);
    expect(suppressionAfterRaid(0.2, 30, c)).toBeGreaterThan(0.4);
    expect(flightMinutes(120)).toBe(70);
  });
  test('fatigue: 0.93 a day, floor 0.6, half regained in a quiet night (adjudication sources 10)', () => {
    expect(fatigueFactor(1, c)).toBeCloseTo(0.93, 9);
    expect(fatigueFactor(30, c)).toBe(0.6);
    expect(2 * restShare(8, true)).toBeCloseTo(1, 9);
    expect(fatigueAfterFight(0, 24)).toBe(1);
    expect(marchFatigue(600)).toBe(1);
    expect(ammunitionAfter(0.9, 24, true, c)).toBe(1);
    expect(ammunitionAfter(0.4, 24, false, c)).toBe(0.4);
  });
});

describe('coordination', () => {
  const plan = {
    preparationHours: 24,
    daylightShare: 0.6,
    competence: 0.6,
    daysInPost: 200,
    arms: 1,
  };
  test.each([
    ['less preparation', { preparationHours: 4 }],
    ['no daylight', { daylightShare: 0 }],
    ['a worse staff', { competence: 0.2 }],
    ['a new commander', { daysInPost: 5 }],
    ['three arms', { arms: 3 }],
  ])('%s lowers it', (_, change) => {
    expect(coordination({ ...plan, ...change }, c)).toBeLessThan(coordination(plan, c));
  });
  test('it stays between 0 and 1', () => {
    expect(coordination({ ...plan, preparationHours: 0 }, c)).toBeGreaterThanOrEqual(0.05);
    expect(coordination({ ...plan, preparationHours: 1000 }, c)).toBeLessThanOrEqual(1);
  });
});
