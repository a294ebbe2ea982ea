import { distance, neighbourOf } from '../../hex/index.ts';
import type { Model } from '../model.ts';
import { oncePer } from '../once-per.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { MORALES, codeOf } from '../vocabulary.ts';
import type { Meeting, Run } from '../world/world.ts';

const DESTROYED = codeOf(MORALES, 'destroyed');

/** Ticks for which a meeting keeps the same two from beginning anew. Assumption: a day. */
const KEPT_TICKS = TICKS_PER_DAY;
/** Ticks after the last exchange for which the other party is still there to be shot at. Assumption: an hour and a half. */
const IN_SIGHT_TICKS = (3 * TICKS_PER_HOUR) / 2;
/** Hexes from its side's party within which an office's own men count as being on the spot. Assumption: 500 m. */
const PRESENT_HEXES = 1;

const NO_MEETINGS: readonly Meeting[] = [];

/** The meeting of two parties in the last day, whoever of them speaks. */
export function meetingOf(run: Run, first: number, second: number): Meeting | undefined {
  return run.world.meetings.find(
    ({ host, guest }) =>
      (host === first && guest === second) || (host === second && guest === first),
  );
}

/** Forgets meetings whose day is over. */
export function forgetMeetings(run: Run): void {
  const { world } = run;
  const { meetings, tick: now } = world;
  let kept = 0;
  while (kept < meetings.length && now - meetings[kept]!.tick < KEPT_TICKS) kept++;
  if (kept === meetings.length) return;
  world.meetings = meetings.filter(({ tick }) => now - tick < KEPT_TICKS);
}

/** Whether the ground is, by the other side's line, that of the other side. */
export function isOverLine(run: Run, side: number, hex: number): boolean {
  const { ground, grid } = run.model;
  return ground.owner[(1 - side) * grid.count + hex] === 1 - side;
}

/** `[hex]` 1 on disputed ground and next to it. */
export const nearDispute = oncePer(({ ground, grid }: Model): Uint8Array =>
  Uint8Array.from({ length: grid.count }, (_, hex) => {
    if (ground.disputed[hex] === 1) return 1;
    for (let direction = 0; direction < 6; direction++) {
      const other = neighbourOf(grid, hex, direction);
      if (other >= 0 && ground.disputed[other] === 1) return 1;
    }
    return 0;
  }),
);

/**
 * The meetings now under way at which an office has men of its own: its own party, or one of its side
 * within a hex of them. Depends on nothing but where its own men are and what has passed in their sight.
 */
export function meetingsBefore(run: Run, office: number): readonly Meeting[] {
  const { world, model } = run;
  const { side, units } = model.offices[office]!;
  if (world.meetings.length === 0 || units.length === 0) return NO_MEETINGS;
  let found: Meeting[] | undefined;
  for (const meeting of world.meetings) {
    if (meeting.over === 1 || world.tick - meeting.tick > IN_SIGHT_TICKS) continue;
    if (areOnTheSpot(run, units, side, meeting)) (found ??= []).push(meeting);
  }
  return found ?? NO_MEETINGS;
}

function areOnTheSpot(run: Run, units: readonly number[], side: number, meeting: Meeting): boolean {
  const { party, hex } = partyOf(run, meeting, side);
  for (const unit of units) if (unit === party || isBy(run, unit, hex)) return true;
  return false;
}

function isBy(run: Run, unit: number, hex: number): boolean {
  const { world, model } = run;
  const at = world.units.location[unit]!;
  if (at >= model.grid.count || world.units.morale[unit] === DESTROYED) return false;
  return distance(model.grid, at, hex) <= PRESENT_HEXES;
}

/** The party of a side in a meeting and where it stood, and the other one. */
export function partyOf(
  run: Run,
  { host, guest, hostHex, guestHex }: Meeting,
  side: number,
): { readonly party: number; readonly hex: number; readonly other: number } {
  return run.model.units.side[host] === side
    ? { party: host, hex: hostHex, other: guest }
    : { party: guest, hex: guestHex, other: host };
}
