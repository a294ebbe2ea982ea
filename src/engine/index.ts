export * from './vocabulary.ts';
export * from './model.ts';
export * from './office-model.ts';
export * from './events.ts';
export * from './orders.ts';
export * from './parameters.ts';
export * from './draw.ts';
export * from './math.ts';
export { oncePer } from './once-per.ts';
export * from './world/world.ts';
export * from './emit.ts';
export * from './time.ts';
export * from './world/hash.ts';
export * from './step.ts';
export * from './view.ts';
export { firstRules, makeWorld } from './world/create.ts';
export * from './standing.ts';
export { isMeant, wordOn, holderOf, type Deedlike } from './systems/authority.ts';
export { estimateAssault } from './rules/estimate.ts';
export * from './world/notation.ts';
export { closeDecision, isRefusedOffer } from './systems/desk.ts';
export { NOTICE_HEXES } from './systems/eyes.ts';
export { isInHand } from './systems/mailroom.ts';
export { isNeighbour } from './systems/messages.ts';
export { AGREES, ASSERTED, OBJECTS, consultsOn, opinionsOn } from './systems/soundings.ts';
export { saidHolder } from './systems/said-holder.ts';
export { BAIT_MEN_MAX, isAble } from './systems/forces.ts';
export { BATTLE_MEN, battleRungOf } from './systems/rungs.ts';
export * from './world/snapshot.ts';
export { intentAt } from './systems/picture.ts';
// The formulas of the ground fight, for rooms that fight outside any scenario.
export {
  fatigueFactor,
  groundCoefficients,
  readGroundCoefficients,
  type GroundCoefficients,
} from './rules/coefficients.ts';
export {
  acquisitionShare,
  engagedMen,
  flatExposure,
  lightAim,
  qualityFactor,
  weatherAim,
} from './rules/fire.ts';
export {
  MORTAR_LETHAL,
  POSITION_AREA,
  crouchCover,
  fragmentExposure,
  lethalArea,
  missionReserve,
  missionRounds,
  observationFactor,
  roundsPerLoad,
  shellCasualtyChance,
  shellWeight,
  type FireMission,
} from './rules/artillery.ts';
export {
  claimCoefficients,
  inPublic,
  passedOn,
  roundedUp,
  stochasticRound,
  waitDays,
  withheld,
  type ClaimCoefficients,
} from './rules/claims.ts';
export { bombCasualtyChance, suppressionAfterRaid, turnBackChance } from './rules/air.ts';
export { coordination } from './rules/coordination.ts';
export {
  breakChance,
  breakHazardPerHour,
  closeStrength,
  contactShare,
  crestPushTenths,
  rallyChance,
} from './rules/morale.ts';
export { marchSlowing, stepMinutes } from './rules/movement.ts';
export { recoveryRate, suppressionAfter } from './rules/suppression.ts';
export { smallArmsUse } from './rules/supply.ts';
export {
  antiTankKillsPerMinute,
  closeAssaultHazard,
  dangerLeft,
  tankTerrainFactor,
} from './rules/tanks.ts';
export {
  SHOWN,
  detectionChance,
  nearestMetres,
  shownMetres,
  sightMetres,
} from './rules/visibility.ts';
export { isRock } from './rules/works.ts';
export type { AssaultEstimate, AssaultInput } from './rules/estimate.ts';
