import { emit } from '../emit.ts';
import type { CallOrder } from '../orders.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import type { Run } from '../world/world.ts';
import { causesOf, idOf } from './office-records.ts';
import { callOnSpot } from './picture.ts';

/**
 * Ticks for which two staffs that have come to the apparatus stay at it. Source: event E055, a talk of questions,
 * answers and orders between Moscow and Khabarovsk on 1 August; Assumption for the two hours.
 */
const TALK_TICKS = 2 * TICKS_PER_HOUR;

/**
 * An office calls another to the direct wire. While the talk lasts what one says the other reads at once, nothing is
 * lost, and both think about it there and then. Whoever was talking with somebody else is called away.
 */
export function call(run: Run, order: CallOrder): void {
  const { world } = run;
  const { talkWith, talkUntil, calledTick, untold } = world.offices;
  const { office, to } = order;
  emit(run, 'wire-talk-opened', idOf(run, office), '', causesOf(run, office), {
    to: idOf(run, to),
  });
  for (const end of [office, to]) {
    talkWith[end] = end === office ? to : office;
    talkUntil[end] = world.tick + TALK_TICKS;
  }
  calledTick[office] = world.tick;
  // Who is called to the wire is asked how things stand.
  untold[to] = 1;
  callOnSpot(run, to);
}

/** The office at the other end of the wire at which an office sits now, -1 none. */
export function partnerOf({ world }: Run, office: number): number {
  const { talkWith, talkUntil } = world.offices;
  const partner = talkWith[office]!;
  const isOpen = talkUntil[office]! > world.tick && talkWith[partner] === office;
  return isOpen ? partner : -1;
}
