import { emit } from '../emit.ts';
import type { ActOrder } from '../orders.ts';
import type { Run } from '../world/world.ts';
import { isCovered } from './authority.ts';
import {
  causesOf,
  dropCharges,
  idOf,
  placeOf,
  remember,
  tellOrder,
  tellUncovered,
} from './office-records.ts';
import { raiseRung } from './rungs.ts';

/**
 * An office lifts its side's ban on fire and steps beyond its own line, for the whole side and for good. Source: event
 * E078, leave to enter adjoining ground and to bomb guns on the far bank, where earlier orders forbade any crossing.
 * Assumption: who has heard of it is not followed from desk to desk; those who fire and march are told with their orders.
 */
export function liftLineBan(run: Run, order: ActOrder): void {
  const { world, model } = run;
  const { side } = model.offices[order.office]!;
  remember(run, order);
  const causes = causesOf(run, order.office);
  if (!isCovered(run, order.office, order)) tellUncovered(run, order, causes);
  // Whoever of the side was told to do it finds it done.
  model.offices.forEach((office, index) => {
    if (office.side === side) dropCharges(run, index, order.act, -1);
  });
  const told = tellOrder(run, order, causes);
  world.lineBan[side] = 0;
  const place = placeOf(run, order.area);
  const event = emit(run, 'line-ban-lifted', idOf(run, order.office), place, [told], {
    side: model.sides[side]!.id,
  });
  raiseRung(run, order.office, order.act, event);
}
