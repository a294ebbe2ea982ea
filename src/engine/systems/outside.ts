import { emit } from '../emit.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
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
  if (before >= 0 && nextOutsideOf(model)[before]! > world.tick) return;
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

/** `[tick]` the next tick after it in which anything comes from outside: an event, or the weather of a new slot. */
const nextOutsideOf = oncePer(({ exogenous, endTick }: Model): Int32Array => {
  const next = new Int32Array(endTick + 1);
  for (let tick = 0; tick <= endTick; tick++) {
    next[tick] = (Math.floor(tick / WEATHER_SLOT_TICKS) + 1) * WEATHER_SLOT_TICKS;
    for (const event of exogenous) {
      if (event.tick > tick) next[tick] = Math.min(next[tick]!, event.tick);
    }
  }
  return next;
});

/** Tick of the next outside event after now. */
export function nextOutsideTick({ world, model }: Run): number {
  return nextOutsideOf(model)[world.tick]!;
}
