import {
  TICKS_PER_HOUR,
  WEATHERS,
  type KhasanEvent,
  type Model,
  type RunSetup,
  type Weather,
} from '../engine/index.ts';
import { compareRuns, type CompareInput } from './compare.ts';
import { lookupOf, numberOf, sideOf, textOf } from './lookup.ts';
import { wireOf } from './wire.ts';
import type { WireAuthority, WireData } from './wire/data.ts';

/** Signs of permission on the bar: what became of leave, and force forbidden. */
export type LeaveSign = 'asked' | 'granted' | 'refused' | 'ban';

/** A thing on record that the run is seen beside. */
export interface Milestone {
  readonly label: string;
  readonly tick: number;
  /** Ends of what the record allows; equal to `tick` where it names an hour. */
  readonly lowTick: number;
  readonly highTick: number;
}

/** A run along its time: what the time bar shows, as picture and table. Sides are positions. */
export interface TimeBarData {
  readonly title: string;
  /** Minutes of tick 0 since 1970, UTC. */
  readonly startMinutes: number;
  readonly sides: WireData['sides'];
  readonly fromTick: number;
  readonly toTick: number;
  readonly nights: WireData['nights'];
  readonly weather: readonly {
    readonly fromTick: number;
    readonly toTick: number;
    readonly weather: Weather;
  }[];
  /** Titles of the rungs, from the lowest. */
  readonly rungTitles: readonly string[];
  /** `[side]` the rung it is on from a tick on, by time. */
  readonly rungs: readonly (readonly { readonly tick: number; readonly rung: number }[])[];
  /** Killed, wounded and missing, by time. */
  readonly losses: readonly {
    readonly tick: number;
    readonly side: number;
    readonly men: number;
  }[];
  readonly leave: readonly {
    readonly tick: number;
    readonly side: number;
    readonly sign: LeaveSign;
    readonly event: string;
  }[];
  /** Acts of force when they begin, and on what they stand. */
  readonly acts: readonly {
    readonly tick: number;
    readonly side: number;
    readonly authority: WireAuthority;
    readonly event: string;
  }[];
  /** By time. */
  readonly milestones: readonly Milestone[];
}

/**
 * Hours that the record tells of, once each, in the order of time: everything recorded that a measure of
 * kind `time` tells of runs from the first day.
 */
export function milestonesOf(
  claims: CompareInput['claims'],
  startMinutes: number,
): readonly Milestone[] {
  const { rows } = compareRuns({
    start: 'free',
    keepTruce: false,
    values: () => [],
    claims,
    startMinutes,
  });
  const milestones = rows.flatMap(({ kind, title, record }) => {
    const { value, low, high } = record;
    if (kind !== 'time' || typeof value !== 'number') return [];
    const tickOf = (hours: unknown): number =>
      Math.round((typeof hours === 'number' ? hours : value) * TICKS_PER_HOUR);
    const ends = { lowTick: tickOf(low), highTick: tickOf(high) };
    return [{ label: title, tick: tickOf(value), ...ends }];
  });
  return milestones
    .filter(({ label }, index) => milestones.findIndex((each) => each.label === label) === index)
    .sort((a, b) => a.tick - b.tick);
}

const SIGNS: Readonly<Record<string, LeaveSign>> = {
  request: 'asked',
  grant: 'granted',
  refusal: 'refused',
  ban: 'ban',
};

/**
 * Reads a run along its time out of its events.
 * @param milestones what is on record, for the line above the bar.
 */
export function timeBarOf(
  model: Model,
  setup: RunSetup,
  events: readonly KhasanEvent[],
  milestones: readonly Milestone[] = [],
): TimeBarData {
  const wire = wireOf(model, setup, events);
  const sideOfOffice = (office: number): number => wire.offices[office]!.side;
  return {
    title: model.title,
    startMinutes: model.startMinutes,
    sides: wire.sides,
    fromTick: wire.fromTick,
    toTick: wire.toTick,
    nights: wire.nights,
    weather: weatherOf(events, wire.toTick),
    rungTitles: model.rungs.map(({ title }) => title),
    rungs: model.sides.map((_, side) => rungsOf(model, events, side, wire.fromTick)),
    losses: lossesOf(model, events),
    leave: wire.messages.flatMap((message) => {
      const sign = SIGNS[message.kind];
      if (sign === undefined) return [];
      const side = sideOfOffice(message.from);
      return [{ tick: message.sentTick, side, sign, event: message.event }];
    }),
    acts: wire.acts
      .filter((act) => act.force && act.tick >= 0)
      .map(({ tick, office, authority, event }) => {
        return { tick, side: sideOfOffice(office), authority, event };
      })
      .sort((a, b) => a.tick - b.tick),
    milestones: [...milestones].sort((a, b) => a.tick - b.tick),
  };
}

function weatherOf(events: readonly KhasanEvent[], toTick: number): TimeBarData['weather'] {
  const changes = events.filter(({ kind }) => kind === 'weather-changed');
  return changes.flatMap((event, index) => {
    const weather = WEATHERS.find((each) => each === event.data['weather']);
    const end = changes[index + 1]?.tick ?? toTick;
    return weather === undefined || end <= event.tick
      ? []
      : [{ fromTick: event.tick, toTick: end, weather }];
  });
}

/** Rungs a side reaches; it never comes down, since what it has once done it has shown. */
function rungsOf(
  model: Model,
  events: readonly KhasanEvent[],
  side: number,
  fromTick: number,
): { tick: number; rung: number }[] {
  const lookup = lookupOf(model);
  const steps = [{ tick: fromTick, rung: 0 }];
  for (const event of events) {
    if (event.kind !== 'rung-reached' || sideOf(lookup, event.data['side']) !== side) continue;
    const rung = model.rungs.findIndex(({ id }) => id === textOf(event.data['rung']));
    if (rung > steps[steps.length - 1]!.rung) steps.push({ tick: event.tick, rung });
  }
  return steps;
}

function lossesOf(model: Model, events: readonly KhasanEvent[]): TimeBarData['losses'] {
  const lookup = lookupOf(model);
  const losses: { tick: number; side: number; men: number }[] = [];
  for (const event of events) {
    if (event.kind !== 'casualties-taken') continue;
    const { data, tick } = event;
    const side = sideOf(lookup, data['side']);
    const men = numberOf(data['killed']) + numberOf(data['wounded']) + numberOf(data['missing']);
    const last = losses[losses.length - 1];
    if (last?.tick === tick && last.side === side) last.men += men;
    else if (men > 0) losses.push({ tick, side, men });
  }
  return losses;
}
