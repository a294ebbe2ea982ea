import { emit } from '../emit.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import type { Run } from '../world/world.ts';
import { idOf } from './office-records.ts';

/**
 * An office with ships raises the alarm: transports are taken from their trades and brought to the ports, and from
 * then on they carry troops of its side. A second alarm calls none that are not called. Assumption: they are kept
 * to the end of the affair. Source: event E049, an alert of army and fleet in one order; the landing place is that
 * of the record (places P30).
 */
export function callShips(run: Run, office: number, event: string): void {
  const { world, model } = run;
  const { shipsTick } = world.offices;
  if (!model.offices[office]!.hasShips || shipsTick[office]! >= 0) return;
  const hours = world.params[P['move.shipHours']]!;
  shipsTick[office] = world.tick + Math.round(hours * TICKS_PER_HOUR);
  emit(run, 'ships-called', idOf(run, office), '', [event], { hour: shipsTick[office] });
}

/** Whether an office's ships carry troops of a side now. */
export function liftsTroops({ world, model }: Run, office: number, side: number): boolean {
  const ready = world.offices.shipsTick[office]!;
  return model.offices[office]!.side === side && ready >= 0 && world.tick >= ready;
}
