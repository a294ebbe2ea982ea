import { emit } from '../emit.ts';
import { P } from '../parameters.ts';
import { WEATHERS } from '../vocabulary.ts';
import { WEATHER_SLOT_TICKS, drawTraits } from '../world/create.ts';
import type { Run } from '../world/world.ts';
import { seatFromOutside } from './purge.ts';

/**
 * What comes from outside the model: weather, light (read from tables), and the closed set of
 * `exogenous` events. Nothing here orders, permits, forbids, alerts or demands.
 * @param before tick of the last call, exclusive; -1 at the start.
 */
export function outsideEvents(run: Run, before: number): void {
  const { world, model } = run;
  for (const event of model.exogenous) {
    if (event.tick <= before || event.tick > world.tick) continue;
    emit(run, 'outside-event-happened', '', '', [], { id: event.id });
    if (event.side >= 0) {
      world.otherFronts[event.side] = world.otherFronts[event.side]! + event.otherFrontsChange;
    }
    if (event.office >= 0) {
      world.offices.person[event.office] = event.person;
      world.offices.sinceTick[event.office] = world.tick;
      drawTraits(
        world.offices.ownTraits,
        event.office,
        event.traits,
        world.params[P['person.traitSpread']]!,
        { seed: world.seed, tick: event.tick, luckKey: model.offices[event.office]!.luckKey },
      );
      seatFromOutside(run, event.office);
    }
  }
  const slot = Math.floor(world.tick / WEATHER_SLOT_TICKS);
  const slotBefore = before < 0 ? -1 : Math.floor(before / WEATHER_SLOT_TICKS);
  if (slot !== slotBefore) {
    const now = world.weather[slot] ?? 0;
    const then = slotBefore < 0 ? -1 : (world.weather[slotBefore] ?? 0);
    if (now !== then) emit(run, 'weather-changed', '', '', [], { weather: WEATHERS[now]! });
  }
}

/** Tick of the next outside event after now, or Infinity. */
export function nextOutsideTick(run: Run): number {
  let next = Infinity;
  for (const event of run.model.exogenous) {
    if (event.tick > run.world.tick) next = Math.min(next, event.tick);
  }
  const slot = Math.floor(run.world.tick / WEATHER_SLOT_TICKS) + 1;
  return Math.min(next, slot * WEATHER_SLOT_TICKS);
}
