import { TICK_MINUTES } from '../../engine/index.ts';
import type { TimeBarData } from '../../record/index.ts';
import type { PlotTable } from '../plots/frame.ts';
import { clockOf, dayWords } from '../wire/words.ts';

const DAY_MINUTES = 1440;

/** The bar as text: a row for each day on which something is on it, by the clock of the upper side. */
export function timeBarTable(data: TimeBarData): PlotTable {
  const offset = clockOf(data);
  const dayOf = (tick: number): number =>
    Math.floor((data.startMinutes + tick * TICK_MINUTES + offset) / DAY_MINUTES);
  const tickOf = (day: number): number =>
    Math.ceil((day * DAY_MINUTES - offset - data.startMinutes) / TICK_MINUTES);
  const days = [
    ...new Set(
      [
        ...data.losses,
        ...data.leave,
        ...data.acts,
        ...data.milestones,
        ...data.rungs.flatMap((own) => own.filter(({ rung }) => rung > 0)),
      ].map(({ tick }) => dayOf(tick)),
    ),
  ].sort((a, b) => a - b);
  const upper = data.sides.map((_, side) => side).reverse();
  const rows = days.map((day) => {
    const isOn = ({ tick }: { readonly tick: number }): boolean => dayOf(tick) === day;
    const count = (sign: string): string =>
      String(data.leave.filter((each) => isOn(each) && each.sign === sign).length);
    const bare = data.acts.filter(
      (act) => isOn(act) && act.authority !== 'within' && act.authority !== 'standing',
    );
    return [
      dayWords(data, tickOf(day), offset),
      ...upper.map((side) => {
        const rung = data.rungs[side]?.filter(({ tick }) => dayOf(tick) <= day).at(-1)?.rung ?? 0;
        return data.rungTitles[rung] ?? String(rung);
      }),
      ...upper.map((side) =>
        String(
          data.losses
            .filter((each) => isOn(each) && each.side === side)
            .reduce((sum, { men }) => sum + men, 0),
        ),
      ),
      count('asked'),
      count('granted'),
      count('refused'),
      String(data.acts.filter(isOn).length),
      String(bare.length),
      data.milestones
        .filter(isOn)
        .map(({ label }) => label)
        .join('; '),
    ];
  });
  const named = (what: string): string[] =>
    upper.map((side) => `${what}, ${data.sides[side]!.name}`);
  return {
    columns: [
      'day',
      ...named('rung'),
      ...named('losses'),
      'asked',
      'granted',
      'refused',
      'acts of force',
      'without leave',
      'on record',
    ],
    rows,
  };
}
