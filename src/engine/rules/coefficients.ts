import { exp, ln } from '../math.ts';
import { oncePer } from '../once-per.ts';
import { P, type ParameterId } from '../parameters.ts';
import { HEX_RANGE_METRES, makeRangeTable, type RangeTable } from './fire.ts';

/**
 * The numbers that the rules of the ground take, read from the parameters of a run once. Names repeat
 * the parameter ids; sources stand there.
 */
export interface GroundCoefficients {
  readonly speedScale: number;
  readonly darkMarch: number;
  readonly readinessHours: number;
  readonly railLoadHours: number;
  readonly seaLoadHours: number;
  readonly boatMinutes: number;
  readonly dayMetres: number;
  readonly moonMetres: number;
  readonly darkMetres: number;
  readonly dugInSight: number;
  readonly flashMetres: number;
  readonly estimateSigma: number;
  readonly trenchManHours: number;
  readonly wireManHours: number;
  readonly rockFactor: number;
  readonly nightWork: number;
  /** Share 0–1 of the effect of works. */
  readonly worksEffect: number;
  /** Share 0–1 of the diggers who dig in the dark. */
  readonly nightShift: number;
  /** Share 0–1 of the diggers who dig by day in view of the other side. */
  readonly dayShift: number;
  /** Share of riflemen who do fire to effect: 1 − f. */
  readonly effectiveShare: number;
  readonly rifleHits: number;
  readonly lightHits: number;
  readonly heavyHits: number;
  readonly spacingMetres: number;
  readonly darkAim: number;
  readonly movingExposure: number;
  readonly movingFire: number;
  readonly proneExposure: number;
  readonly worksExposure: number;
  readonly pinnedCover: number;
  readonly acquisitionMen: number;
  readonly staticShare: number;
  readonly closeHits: number;
  readonly qualityWeight: number;
  readonly fortuneSigma: number;
  readonly mortarRounds: number;
  /** Range factors by weapon at the ranges between hexes. */
  readonly range: RangeTable;
  readonly smallArmsGain: number;
  readonly shellGain: number;
  readonly smallArmsTau: number;
  readonly shellTau: number;
  readonly fireLoss: number;
  readonly surpriseShock: number;
  readonly lethalScale: number;
  readonly scrapeFactor: number;
  readonly trenchFactor: number;
  readonly crouchFactor: number;
  readonly unobservedFactor: number;
  readonly rangedFactor: number;
  readonly counterShare: number;
  readonly nightFire: number;
  readonly onTargetShare: number;
  readonly gunRounds: number;
  readonly supportFire: number;
  readonly ownFire: number;
  readonly blindFire: number;
  /** Share 0–1 of the load kept back from a fire plan, and from fire on own account. */
  readonly planReserve: number;
  readonly ownReserve: number;
  readonly gunLossFactor: number;
  readonly tankHit: number;
  readonly tankDisabled: number;
  readonly tankShots: number;
  readonly tankBurnt: number;
  readonly tankRear: number;
  /** Bogging hazard of a tank per km of marsh: −ln(1 − chance). */
  readonly bogHazardPerKm: number;
  readonly freedPerHour: number;
  readonly closeAssaultPerHour: number;
  /** Share of the danger to tanks that full concert takes away. */
  readonly tankEscort: number;
  readonly tankHits: number;
  readonly bombLethal: number;
  readonly bombShock: number;
  readonly overcastTurnBack: number;
  readonly aircraftLoss: number;
  readonly breakAttack: number;
  readonly breakDefence: number;
  readonly hazardBase: number;
  readonly hazardRecent: number;
  readonly hazardTotal: number;
  readonly hazardLeaders: number;
  readonly hazardFlank: number;
  readonly hazardSuppression: number;
  readonly hazardCohesion: number;
  readonly hazardLostGround: number;
  readonly rallyHours: number;
  readonly pushTenths: number;
  readonly worksWeight: number;
  readonly wireWeight: number;
  readonly heightWeight: number;
  readonly rushedTenths: number;
  readonly killedByBullets: number;
  readonly killedByFragments: number;
  readonly killedUntended: number;
  readonly officerShare: number;
  readonly ncoShare: number;
  readonly leaderExposure: number;
  /** ln of the effectiveness left by a day of combat. */
  readonly fatigueLn: number;
  readonly emptyFactor: number;
  readonly loadsPerDay: number;
  readonly shellLoadsPerDay: number;
  readonly shellKilograms: number;
  readonly smallArmsHours: number;
  readonly roundsPerTube: number;
  readonly sickPerDay: number;
  readonly staleHours: number;
  readonly bearLossShare: number;
  readonly stalledEffort: number;
  readonly slipHours: number;
  readonly preparationHours: number;
  readonly scatterHours: number;
}

/**
 * Reads the coefficients from a parameter vector, without looking at any earlier reading.
 * Source: each value carries its own in the registry of parameters.
 */
export function readGroundCoefficients(params: Float64Array): GroundCoefficients {
  const p = (id: ParameterId): number => params[P[id]]!;
  return {
    speedScale: p('move.speedScale'),
    darkMarch: p('move.darkFactor'),
    readinessHours: p('move.readinessHours'),
    railLoadHours: p('move.railLoadHours'),
    seaLoadHours: p('move.seaLoadHours'),
    boatMinutes: p('move.boatMinutes'),
    dayMetres: p('sight.dayMetres'),
    moonMetres: p('sight.moonMetres'),
    darkMetres: p('sight.darkMetres'),
    dugInSight: p('sight.dugInFactor'),
    flashMetres: p('sight.flashMetres'),
    estimateSigma: p('sight.estimateSigma'),
    trenchManHours: p('works.trenchManHours'),
    wireManHours: p('works.wireManHours'),
    rockFactor: p('works.rockFactor'),
    nightWork: p('works.nightFactor'),
    worksEffect: p('rule.worksEffect'),
    nightShift: p('rule.nightShift'),
    dayShift: p('rule.dayShift'),
    effectiveShare: 1 - p('fire.nonEffectiveShare'),
    rifleHits: p('fire.rifleHitsPerMinute'),
    lightHits: p('fire.lightMachineGunHitsPerMinute'),
    heavyHits: p('fire.heavyMachineGunHitsPerMinute'),
    spacingMetres: p('fire.spacingMetres'),
    darkAim: p('fire.darkAimFactor'),
    movingExposure: p('fire.movingExposure'),
    movingFire: p('fire.movingFire'),
    proneExposure: p('fire.proneExposure'),
    worksExposure: p('fire.worksExposure'),
    pinnedCover: p('fire.pinnedCover'),
    acquisitionMen: p('fire.acquisitionMen'),
    staticShare: p('fire.staticShare'),
    closeHits: p('fire.closeHitsPerMinute'),
    fortuneSigma: p('fire.fortuneSigma'),
    qualityWeight: p('fire.qualityWeight'),
    mortarRounds: p('fire.mortarRoundsPerMinute'),
    range: makeRangeTable(p('fire.rangeExponent'), HEX_RANGE_METRES),
    smallArmsGain: p('suppression.smallArmsGain'),
    shellGain: p('suppression.shellGain'),
    smallArmsTau: p('suppression.smallArmsTauMinutes'),
    shellTau: p('suppression.shellTauMinutes'),
    fireLoss: p('suppression.fireLoss'),
    surpriseShock: p('suppression.surpriseShock'),
    lethalScale: p('artillery.lethalScale'),
    scrapeFactor: p('artillery.scrapeFactor'),
    trenchFactor: p('artillery.trenchFactor'),
    crouchFactor: p('artillery.crouchFactor'),
    unobservedFactor: p('artillery.unobservedFactor'),
    rangedFactor: p('artillery.rangedFactor'),
    counterShare: p('artillery.counterShare'),
    nightFire: p('artillery.nightFactor'),
    onTargetShare: p('artillery.onTargetShare'),
    gunRounds: p('artillery.roundsPerMinute'),
    supportFire: p('artillery.supportShare'),
    ownFire: p('artillery.ownShare'),
    blindFire: p('artillery.blindShare'),
    planReserve: p('artillery.planReserve'),
    ownReserve: p('artillery.ownReserve'),
    gunLossFactor: p('artillery.gunLossFactor'),
    tankHit: p('tank.hitChance'),
    tankDisabled: p('tank.disabledGivenHit'),
    tankShots: p('tank.shotsPerMinute'),
    tankBurnt: p('tank.burntShare'),
    tankRear: p('tank.rearShare'),
    bogHazardPerKm: -ln(1 - p('tank.bogPerKm')),
    freedPerHour: p('tank.freedPerHour'),
    closeAssaultPerHour: p('tank.closeAssaultPerHour'),
    tankEscort: p('tank.escort'),
    tankHits: p('tank.hitsPerMinute'),
    bombLethal: p('air.lethalPerAircraft'),
    bombShock: p('air.shock'),
    overcastTurnBack: p('air.turnBackOvercast'),
    aircraftLoss: p('air.lossPerSortie'),
    breakAttack: p('morale.breakScaleAttack'),
    breakDefence: p('morale.breakScaleDefence'),
    hazardBase: p('morale.hazardBase'),
    hazardRecent: p('morale.hazardRecent'),
    hazardTotal: p('morale.hazardTotal'),
    hazardLeaders: p('morale.hazardLeaders'),
    hazardFlank: p('morale.hazardFlank'),
    hazardSuppression: p('morale.hazardSuppression'),
    hazardCohesion: p('morale.hazardCohesion'),
    hazardLostGround: p('morale.hazardLostGround'),
    rallyHours: p('morale.rallyHours'),
    pushTenths: p('morale.pushTenthsPerTick'),
    worksWeight: p('close.worksWeight'),
    wireWeight: p('close.wireWeight'),
    heightWeight: p('close.heightWeight'),
    rushedTenths: p('close.rushedTenths'),
    killedByBullets: p('wounds.killedByBullets'),
    killedByFragments: p('wounds.killedByFragments'),
    killedUntended: p('wounds.killedUntended'),
    officerShare: p('wounds.officerShare'),
    ncoShare: p('wounds.ncoShare'),
    leaderExposure: p('wounds.leaderExposure'),
    fatigueLn: ln(p('supply.fatigueFactor')),
    emptyFactor: p('supply.emptyFactor'),
    loadsPerDay: p('supply.loadsPerDay'),
    shellLoadsPerDay: p('supply.shellLoadsPerDay'),
    shellKilograms: p('supply.shellKilogramsPerMan'),
    smallArmsHours: p('supply.smallArmsHours'),
    roundsPerTube: p('supply.roundsPerTube'),
    sickPerDay: p('supply.sickPerDay'),
    staleHours: p('operation.staleHours'),
    bearLossShare: p('operation.bearLossShare'),
    stalledEffort: p('operation.stalledEffort'),
    slipHours: p('operation.slipHours'),
    preparationHours: p('operation.preparationHours'),
    scatterHours: p('operation.scatterHours'),
  };
}

/**
 * The coefficients that belong to a parameter vector. Read once per vector: the parameters of a run do
 * not change after its start. Source: each value carries its own in the registry of parameters.
 */
export const groundCoefficients = oncePer(readGroundCoefficients);

/** Effectiveness 0.6–1 of troops with so many days of hard use behind them. Source: adjudication sources 10. */
export function fatigueFactor(fatigueDays: number, c: GroundCoefficients): number {
  return fatigueDays <= 0 ? 1 : Math.max(0.6, exp(c.fatigueLn * fatigueDays));
}
