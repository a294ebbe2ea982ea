export * from './engagement.ts';
export * from './odds.ts';
export { drawFight, makeFight, ENGINE_FINENESS, OUTCOMES } from './fight.ts';
export type { Fight, FightResult, Fineness, Outcome } from './fight.ts';
