import { emit } from '../emit.ts';
import type { Act } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';

/** The side of an office has now done something of the act's rung; a new high is recorded. */
export function raiseRung(run: Run, office: number, act: Act, cause: string): void {
  const { world, model } = run;
  const side = model.offices[office]!.side;
  const rung = model.actRungs[act];
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
