import type { Order } from '../orders.ts';
import { isCondition } from '../standing.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import { ACTS, ENGAGEMENT_STEPS, type Act, type MessageKind } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import type { Deedlike } from './authority.ts';
import { isNeighbour, linkOf } from './messages.ts';
import { hexesOf } from './parley.ts';
import { consultsOn, mayBeSounded, wasDenied } from './soundings.ts';
import { isLineBanned } from './state.ts';

/** Ticks ahead of which an hour can be set at most. Assumption: nobody fixes H-hour a month before. */
const HOUR_AHEAD_TICKS = 30 * 24 * TICKS_PER_HOUR;

/** Longest time for which a standing order can be given. Assumption: three months. */
const LONGEST_TICKS = 90 * TICKS_PER_DAY;

/** Challenges that rules of engagement can ask for. Assumption: more is no rule but a conversation. */
const CHALLENGES_MAX = 9;

/** Orders come from hosts and logs as well as from the policy: whole numbers in range, a known act. */
function isWellFormed(run: Run, order: Order): boolean {
  if (!Number.isInteger(order.office)) return false;
  switch (order.kind) {
    case 'act':
      return isDeed(order) && isInTime(run, order.hHourTick);
    case 'direct':
      return isDeed(order) && Number.isInteger(order.to) && isInTime(run, order.hHourTick);
    case 'request':
      return (
        isDeed(order) &&
        Number.isInteger(order.to) &&
        Number.isInteger(order.passesUp) &&
        typeof order.asserts === 'boolean'
      );
    case 'reply':
      return (
        Number.isInteger(order.request) &&
        Number.isInteger(order.forceMenMax) &&
        order.forceMenMax >= 0
      );
    case 'appeal':
      return Number.isInteger(order.to) && Number.isInteger(order.area);
    case 'ban':
      return isKnown(order.act) && Number.isInteger(order.to) && Number.isInteger(order.area);
    case 'note':
      return Number.isInteger(order.to) && Number.isInteger(order.area);
    case 'parley':
      return Number.isInteger(order.area);
    case 'answer':
      return Number.isInteger(order.note);
    case 'proposal':
    case 'report':
    case 'call':
      return Number.isInteger(order.to);
    case 'admit':
      return Number.isInteger(order.finding);
    case 'rebuke':
      return Number.isInteger(order.paper);
    case 'sound':
      return Number.isInteger(order.request);
    case 'opine':
      return Number.isInteger(order.sounding) && typeof order.agrees === 'boolean';
    case 'instruct':
      return (
        isDeed({ act: order.act, area: order.area, men: order.forceMenMax }) &&
        Number.isInteger(order.to) &&
        Number.isInteger(order.untilTick)
      );
    case 'rules':
      return Number.isInteger(order.to) && Number.isInteger(order.challenges);
  }
}

function isKnown(act: Act): boolean {
  return ACTS.includes(act);
}

function isDeed({ act, area, men }: Deedlike): boolean {
  return isKnown(act) && Number.isInteger(area) && Number.isInteger(men) && men >= 0;
}

function isInTime(run: Run, tick: number): boolean {
  return Number.isInteger(tick) && tick <= run.world.tick + HOUR_AHEAD_TICKS;
}

/** Whether a message of one of the kinds lies on an office's desk. */
function liesOn(
  { world }: Run,
  office: number,
  id: number,
  kinds: readonly MessageKind[],
): boolean {
  return world.offices.inbox[office]!.some(
    (message) => message.id === id && kinds.includes(message.kind),
  );
}

/** What the other side hands over and gets an answer to. */
const OFFERS: readonly MessageKind[] = ['note', 'proposal', 'parley'];

/** Whether an office knows of a truce whose hour has come. */
function hasCeased({ world }: Run, office: number): boolean {
  const hour = world.offices.truceTold[office]!;
  return hour >= 0 && world.tick >= hour;
}

/** Area that an order names, -1 where it names none. */
function areaOf(order: Order): number {
  switch (order.kind) {
    case 'act':
    case 'direct':
    case 'request':
    case 'ban':
    case 'note':
    case 'instruct':
    case 'appeal':
    case 'parley':
      return order.area;
    default:
      return -1;
  }
}

/** Office to which an order goes; the one that gives it where it names none. */
function addresseeOf(order: Order): number {
  switch (order.kind) {
    case 'act':
    case 'reply':
    case 'answer':
    case 'admit':
    case 'rebuke':
    case 'sound':
    case 'opine':
    case 'parley':
      return order.office;
    default:
      return order.to;
  }
}

/** Why an order cannot be carried out, or `''`. */
export function objection(run: Run, order: Order): string {
  const { model, world } = run;
  if (!isWellFormed(run, order)) return 'malformed';
  const info = model.offices[order.office];
  if (info === undefined) return 'no-such-office';
  const area = areaOf(order);
  if (area < -1 || area >= model.areas.length) return 'no-such-place';
  if (model.offices[addresseeOf(order)] === undefined) return 'no-such-addressee';
  switch (order.kind) {
    case 'act':
      if (!info.repertoire.includes(order.act)) return 'not-in-repertoire';
      if (world.offices.lacks[order.office]!.includes(order.act)) return 'not-in-repertoire';
      if (order.area < 0) return 'no-such-place';
      return order.act === 'cross-line' && !isLineBanned(run, info.side) ? 'already-lifted' : '';
    case 'direct':
      if (order.area < 0) return 'no-such-place';
      return info.subordinates.includes(order.to) ? '' : 'not-a-subordinate';
    case 'ban':
      return info.subordinates.includes(order.to) ? '' : 'not-a-subordinate';
    case 'request':
      if (order.area < 0 && order.act !== 'propose') return 'no-such-place';
      if (!info.superiors.includes(order.to)) return 'not-a-superior';
      return order.asserts && !consultsOn(model, order.to, order.act) ? 'nobody-is-consulted' : '';
    case 'reply':
      return liesOn(run, order.office, order.request, ['request']) ? '' : 'no-such-request';
    case 'answer':
      return liesOn(run, order.office, order.note, OFFERS) ? '' : 'no-such-note';
    case 'admit':
      if (info.superiors.length === 0) return 'no-superior';
      return liesOn(run, order.office, order.finding, ['finding']) ? '' : 'no-such-finding';
    case 'rebuke':
      return liesOn(run, order.office, order.paper, ['admission']) ||
        wasDenied(run, order.office, order.paper)
        ? ''
        : 'no-such-paper';
    case 'sound':
      if (!liesOn(run, order.office, order.request, ['request'])) return 'no-such-request';
      return mayBeSounded(run, order.office, order.request) ? '' : 'nobody-is-consulted';
    case 'opine':
      return liesOn(run, order.office, order.sounding, ['sounding']) ? '' : 'no-such-sounding';
    case 'proposal':
      if (world.offices.truceTold[order.office]! >= 0) return 'already-agreed';
      return model.offices[order.to]!.side === info.side ? 'not-the-other-side' : '';
    case 'note':
      return model.offices[order.to]!.side === info.side ? 'not-the-other-side' : '';
    case 'instruct':
      if (order.area < 0) return 'no-such-place';
      if (!isCondition(order.when)) return 'malformed';
      if (order.untilTick > world.tick + LONGEST_TICKS) return 'too-long';
      return info.subordinates.includes(order.to) ? '' : 'not-a-subordinate';
    case 'rules': {
      const first = ENGAGEMENT_STEPS.indexOf(order.first);
      const last = ENGAGEMENT_STEPS.indexOf(order.last);
      const counted = order.challenges >= 1 && order.challenges <= CHALLENGES_MAX;
      if (first < 0 || last < first || !counted) return 'malformed';
      const own = order.to === order.office || info.subordinates.includes(order.to);
      return own ? '' : 'not-a-subordinate';
    }
    case 'appeal':
      if (order.area < 0) return 'no-such-place';
      return isNeighbour(model, order.office, order.to) ? '' : 'not-a-neighbour';
    case 'parley':
      if (order.area < 0) return 'no-such-place';
      if (!hasCeased(run, order.office)) return 'no-truce';
      return hexesOf(run, order.office, order.area).length > 0 ? '' : 'nobody-there';
    case 'call':
      return linkOf(model, order.office, order.to)?.directWire === true ? '' : 'no-direct-wire';
    case 'report':
      return linkOf(model, order.office, order.to) === undefined ? 'no-link' : '';
  }
}
