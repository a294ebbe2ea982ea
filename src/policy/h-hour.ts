import {
  LIGHTS,
  P,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  type Charge,
  type View,
} from '../engine/index.ts';
import type { Option } from './options.ts';

/** H-hour of an attack: time to prepare by echelon, then the light that suits the troops. */
export function hourFor(view: View, option: Option, charge: Charge | undefined): number {
  if (option.act !== 'assault' && option.act !== 'eject') return view.tick + 1;
  if (charge !== undefined && charge.hHourTick > view.tick) return charge.hHourTick;
  const p = view.params;
  const echelon = view.info.echelon;
  const large = option.men >= 1200 || echelon === 'division';
  const hours =
    option.act === 'eject'
      ? p[P['plan.partyHours']]!
      : echelon === 'corps' || echelon === 'army' || echelon === 'capital'
        ? p[P['plan.corpsHours']]!
        : large
          ? p[P['plan.divisionHours']]!
          : p[P['plan.regimentHours']]!;
  // Higher staffs leave the hour to the one who leads the attack, unless several shall strike at once.
  if ((echelon === 'army' || echelon === 'capital') && view.info.subordinates.length > 0) return -1;
  const earliest = view.tick + Math.round(hours * TICKS_PER_HOUR);
  if (option.act === 'eject') return earliest;
  return nextSuited(view, earliest, prefersNight(view) ? isDark : isDay);
}

/**
 * Trained night fighters without guns to prepare the way go in the dark; armies with guns by day.
 * Assumption: from training 0.6 on troops are taken as night fighters.
 */
function prefersNight(view: View): boolean {
  let guns = 0;
  let training = 0;
  let men = 0;
  for (const unit of view.units) {
    guns += unit.guns;
    men += unit.men;
    training += unit.men * unit.training;
  }
  return men > 0 && training / men >= 0.6 && guns * 60 < men;
}

/** First tick from `earliest` on, within a day, in which the light suits the troops, as it does two hours later. */
function nextSuited(view: View, earliest: number, suits: (light: string) => boolean): number {
  const light = view.model.sky.light;
  const suited = (tick: number): boolean => suits(LIGHTS[light[tick] ?? 4]!);
  for (let tick = earliest; tick < earliest + TICKS_PER_DAY; tick++) {
    if (suited(tick) && suited(tick + 2 * TICKS_PER_HOUR)) return tick;
  }
  return earliest;
}

function isDark(light: string): boolean {
  return light === 'dark' || light === 'moonlit';
}

function isDay(light: string): boolean {
  return light === 'day';
}
