import { FOR, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import type { ActOrder } from '../orders.ts';
import { P } from '../parameters.ts';
import { ACTIVITIES } from '../vocabulary.ts';
import type { Meeting, Run } from '../world/world.ts';
import { isCovered } from './authority.ts';
import { takeLosses } from './casualties.ts';
import { meetingsBefore, partyOf } from './meeting-book.ts';
import {
  causesOf,
  dropCharges,
  idOf,
  refuse,
  remember,
  tellOrder,
  tellUncovered,
} from './office-records.ts';
import { hear, noteContact, shiftIntent } from './picture.ts';
import { raiseRung } from './rungs.ts';

const FIRING = ACTIVITIES.indexOf('firing');

/** Why a shot was fired: the rules allowed it, a man lost his nerve, an office on the spot ordered it. */
export type ShotReason = 'rules' | 'nerves' | 'order';

/** One aimed shot of a party at a man of the other. */
export interface Shot {
  readonly shooter: number;
  readonly target: number;
  readonly why: ShotReason;
  /** Id of the office that ordered it, `''` none. */
  readonly by: string;
  readonly cause: readonly string[];
}

/**
 * Fires one aimed shot: no fire-fight follows from it. The meeting is over. What the other side's men have
 * seen is entered with their office; a death moves both sides.
 */
export function fireShot(run: Run, meeting: Meeting, shot: Shot): void {
  const { world, model } = run;
  const { shooter, target, why, by, cause } = shot;
  const { units } = model;
  const place = model.areas[meeting.area]!.id;
  const event = emit(run, 'shot-fired', units.id[shooter]!, place, cause, {
    side: model.sides[units.side[shooter]!]!.id,
    at: units.id[target]!,
    why,
    by,
  });
  meeting.over = 1;
  meeting.tick = world.tick;
  meeting.event = event;
  world.units.firedTick[shooter] = world.tick;
  world.units.firedTick[target] = world.tick;
  raiseRung(run, units.office[shooter]!, 'shoot', event);
  const [shooterHex, targetHex] =
    shooter === meeting.host
      ? [meeting.hostHex, meeting.guestHex]
      : [meeting.guestHex, meeting.hostHex];
  const keys = units.luckKey;
  const hit = uniform(world.seed, FOR.meeting, world.tick, keys[shooter]!, keys[target], 2);
  if (hit < world.params[P['meeting.hitChance']]!) {
    const death = takeLosses(run, target, 1, 0, 0, 'shot', [event]);
    if (death !== '') settleBlame(run, shot, targetHex, place, death);
  }
  const men = shooter === meeting.host ? meeting.hostMen : meeting.guestMen;
  noteContact(run, units.office[target]!, shooterHex, men, 0, 0, 0, FIRING);
  hear(run, units.office[shooter]!);
}

/** Chance that men put a place on their own side of a line which runs past it. Assumption: a line on a hill without marks. */
const MISPLACED = 0.3;
/** Share of the step that a death means to those who think their own side was in the wrong. Assumption. */
const OWN_FAULT = 0.5;

/**
 * Each side says for itself on whose ground the man died, by its own line and with the error of men who look
 * for a line on a hill, and whom it blames: the dead man if he was on the other side's ground, else the one who shot. The dead
 * man is evidence: the office of each party thinks worse of the other side than before.
 */
function settleBlame(run: Run, shot: Shot, hex: number, place: string, death: string): void {
  const { world, model } = run;
  const { units, ground, grid, sides } = model;
  const shooterSide = units.side[shot.shooter]!;
  for (const party of [shot.target, shot.shooter]) {
    const side = units.side[party]!;
    const owner = ground.owner[side * grid.count + hex]!;
    const u = uniform(world.seed, FOR.survey, world.tick, units.luckKey[party]!, hex);
    const believed = u < MISPLACED ? side : owner;
    const blamed = believed === shooterSide ? 1 - shooterSide : shooterSide;
    const office = units.office[party]!;
    emit(run, 'death-blamed', idOf(run, office), place, [death], {
      side: sides[side]!.id,
      dead: sides[1 - shooterSide]!.id,
      ground: sides[believed]!.id,
      blamed: sides[blamed]!.id,
    });
    const weight = world.params[P['intent.death']]!;
    shiftIntent(run, office, blamed === side ? OWN_FAULT * weight : weight);
  }
}

/**
 * An office on the spot orders one aimed shot at the party before it, whoever commands the men that fire: the
 * chain is skipped.
 */
export function shootOnOrder(run: Run, order: ActOrder): void {
  const meeting = meetingsBefore(run, order.office).find(({ area }) => area === order.area);
  if (meeting === undefined) {
    refuse(run, order, 'nobody-met');
    return;
  }
  remember(run, order);
  const causes = [meeting.event, ...causesOf(run, order.office)];
  if (!isCovered(run, order.office, order)) tellUncovered(run, order, causes);
  dropCharges(run, order.office, order.act, order.area);
  const { party, other } = partyOf(run, meeting, run.model.offices[order.office]!.side);
  const event = tellOrder(run, order, causes);
  fireShot(run, meeting, {
    shooter: party,
    target: other,
    why: 'order',
    by: idOf(run, order.office),
    cause: [event],
  });
}
