import { emit } from '../emit.ts';
import type { ActOrder, DirectOrder, Order, RequestOrder } from '../orders.ts';
import type { StandingOrder } from '../standing.ts';
import type { Act } from '../vocabulary.ts';
import { DEEDS_KEPT, type Deed, type Message, type Run } from '../world/world.ts';
import { holderOf } from './authority.ts';
import { deskChanged } from './desk.ts';

/** Id of an office. */
export function idOf(run: Run, office: number): string {
  return run.model.offices[office]!.id;
}

/** Id of an area, `''` for none. */
export function placeOf(run: Run, area: number): string {
  return area < 0 ? '' : run.model.areas[area]!.id;
}

/** Events an office acts upon: the latest order and the latest mail it has read. */
export function causesOf(run: Run, office: number): string[] {
  const offices = run.world.offices;
  const charges = offices.charges[office]!;
  const order = charges[charges.length - 1]?.event ?? '';
  const inbox = offices.inbox[office]!;
  const mail = inbox[inbox.length - 1]?.event;
  if (order === '') return mail === undefined ? [] : [mail];
  return mail === undefined || mail === order ? [order] : [order, mail];
}

/** Records an order that was not carried out, and why. */
export function refuse(run: Run, order: Order, reason: string): void {
  const actor = run.model.offices[order.office]?.id ?? '';
  const what = 'act' in order ? `${order.kind}:${order.act}` : order.kind;
  emit(run, 'order-refused', actor, '', [], { order: what, reason });
}

/** Enters what an office does into its memory: the latest of each act and place. */
export function remember(run: Run, order: Order): void {
  const { tick } = run.world;
  switch (order.kind) {
    case 'act':
    case 'direct': {
      const { act, area, men, authority } = order;
      const dueTick = Math.max(order.hHourTick, tick);
      const unbidden = authority === 'initiative' || authority === 'against-ban';
      keepDeed(run, order.office, { act, area, tick, dueTick, men, unbidden });
      return;
    }
    case 'note': {
      const { area } = order;
      const deed: Deed = { act: 'demand', area, tick, dueTick: tick, men: 0, unbidden: false };
      keepDeed(run, order.office, deed);
      return;
    }
    case 'proposal': {
      const deed: Deed = { act: 'propose', area: -1, tick, dueTick: tick, men: 0, unbidden: false };
      keepDeed(run, order.office, deed);
      return;
    }
    default:
  }
}

/** Keeps a deed in the place of an older one of the same act and place. */
function keepDeed({ world: { offices } }: Run, office: number, deed: Deed): void {
  const others: Deed[] = [];
  for (const each of offices.deeds[office]!) {
    if (each.area !== deed.area || each.act !== deed.act) others.push(each);
  }
  others.push(deed);
  if (others.length > DEEDS_KEPT) others.shift();
  offices.deeds[office] = others;
}

/** Takes a message off an office's desk. */
export function takeFromInbox(run: Run, office: number, id: number): Message | undefined {
  const inbox = run.world.offices.inbox;
  const found = inbox[office]!.find((message) => message.id === id);
  inbox[office] = inbox[office]!.filter((message) => message.id !== id);
  deskChanged(run, office);
  return found;
}

/** An office has done what it was told: the order is off its desk. Area -1: for any place. */
export function dropCharges(run: Run, office: number, actDone: Act, area: number): void {
  const charges = run.world.offices.charges;
  deskChanged(run, office);
  charges[office] = charges[office]!.filter(
    (charge) => charge.act !== actDone || (area >= 0 && charge.area !== area),
  );
}

/** Enters a standing order with the one who gives or gets it, in the place of an older one of the same kind. */
export function keepStanding(run: Run, office: number, order: StandingOrder): void {
  const { standing } = run.world.offices;
  standing[office] = standing[office]!.filter(
    ({ by, to, act, area }) =>
      by !== order.by || to !== order.to || act !== order.act || area !== order.area,
  );
  standing[office].push(order);
  deskChanged(run, office);
}

/**
 * Records an order: to an office's own men, or to a subordinate.
 * @returns id of the event, the cause of what follows.
 */
export function tellOrder(
  run: Run,
  order: ActOrder | DirectOrder,
  causes: readonly string[],
): string {
  const { act, area, office, authority } = order;
  const place = placeOf(run, area);
  const to = order.kind === 'direct' ? idOf(run, order.to) : '';
  const data = { act, area: place, to, authority };
  return noteOrder(run, office, emit(run, 'order-given', idOf(run, office), place, causes, data));
}

/** Keeps the event of an office's last order. Returns it. */
export function noteOrder({ world }: Run, office: number, event: string): string {
  world.offices.orderEvent[office] = event;
  return event;
}

/** What a request for leave goes back to: the deed of this sitting, where cover is asked for it; else what the office acts upon. */
export function causesOfRequest(
  run: Run,
  { office, afterTheDeed, passesUp }: RequestOrder,
): string[] {
  const deed = run.world.offices.orderEvent[office]!;
  const isOfNow = deed.startsWith(`${String(run.world.tick)}.`);
  return afterTheDeed && passesUp < 0 && isOfNow ? [deed] : causesOf(run, office);
}

/** Records that an act has no paper that goes back to the holder of the power. */
export function tellUncovered(
  run: Run,
  order: ActOrder | DirectOrder,
  causes: readonly string[],
): void {
  const holder = holderOf(run.model, run.model.offices[order.office]!.side, order.act);
  emit(run, 'acted-without-authority', idOf(run, order.office), placeOf(run, order.area), causes, {
    act: order.act,
    area: placeOf(run, order.area),
    ban: order.authority === 'against-ban',
    holder: holder < 0 ? '' : idOf(run, holder),
  });
}
