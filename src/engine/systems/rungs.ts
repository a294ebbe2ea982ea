import { emit } from '../emit.ts';
import type { PublicModel } from '../model.ts';
import type { Act } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';

/** The side of an office has now done something of the act's rung; a new high is recorded. */
export function raiseRung(run: Run, office: number, act: Act, cause: string): void {
  raiseTo(run, office, run.model.actRungs[act], cause);
}

/** Men on one side from which on attacks are a battle of divisions. Assumption: two regiments. */
export const BATTLE_MEN = 3000;

/** The rung of a battle of all arms, -1 where the ladder has none. */
export function battleRungOf({ rungs }: Pick<PublicModel, 'rungs'>): number {
  return rungs.findIndex(({ means }) => means === 'all-arms');
}

/** The attacks of a side have grown into a battle of all arms: its rung, where the ladder has one. */
export function raiseToBattle(run: Run, office: number, cause: string): void {
  const rung = battleRungOf(run.model);
  if (rung >= 0) raiseTo(run, office, rung, cause);
}

function raiseTo(run: Run, office: number, rung: number, cause: string): void {
  const { world, model } = run;
  const side = model.offices[office]!.side;
  world.tally.forceTick[side] = world.tick;
  if (rung <= world.tally.rung[side]!) {
    world.tally.rungTick[side] = world.tick;
    return;
  }
  world.tally.rung[side] = rung;
  world.tally.rungTick[side] = world.tick;
  emit(run, 'rung-reached', model.offices[office]!.id, '', [cause], {
    side: model.sides[side]!.id,
    rung: model.rungs[rung]!.id,
  });
}
