import { emit } from '../emit.ts';
import type { ActOrder } from '../orders.ts';
import { P } from '../parameters.ts';
import type { Run } from '../world/world.ts';
import { idOf, remember, tellOrder } from './office-records.ts';
import { shiftIntent, stir } from './picture.ts';
import { raiseRung } from './rungs.ts';

/** What a decree of general mobilisation tells of a side's intent, in attacks seen. Assumption: three of them. */
const TELLS_ATTACKS = 3;

/**
 * A government decrees general mobilisation. The decree is public: every unit of the side stands to, and every
 * office of the other side reads it as an intent to fight. The men it calls up come too late for this affair:
 * they are in no order of battle.
 */
export function mobilise(run: Run, order: ActOrder): void {
  const { world, model } = run;
  const { side } = model.offices[order.office]!;
  remember(run, order);
  if (world.talks.mobilisedTick[side]! >= 0) return;
  world.talks.mobilisedTick[side] = world.tick;
  const event = tellOrder(run, order, []);
  raiseRung(run, order.office, 'mobilise', event);
  emit(run, 'alert-raised', idOf(run, order.office), '', [event], {
    side: model.sides[side]!.id,
    level: 2,
  });
  for (let unit = 0; unit < model.units.count; unit++) {
    if (model.units.side[unit] === side) world.units.readiness[unit] = 1;
  }
  model.offices.forEach((office, index) => {
    if (office.side === side) return;
    shiftIntent(run, index, TELLS_ATTACKS * world.params[P['intent.attack']]!);
    stir(run, index);
  });
}
