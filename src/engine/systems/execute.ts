import { neighbourOf } from '../../hex/index.ts';
import { emit } from '../emit.ts';
import type { ActOrder, DirectOrder, Order, ReplyOrder, RequestOrder } from '../orders.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import type { Act, Task } from '../vocabulary.ts';
import { ACTS } from '../vocabulary.ts';
import { DEEDS_KEPT, type Run } from '../world/world.ts';
import { holderOf, isCovered } from './authority.ts';
import { deskChanged } from './desk.ts';
import { pickUnits, rearOf } from './forces.ts';
import { packFacts, send } from './messages.ts';
import { createOperation } from './operations.ts';
import { traitOf } from './picture.ts';
import { assignTask, releaseUnit } from './tasking.ts';
import { raiseRung } from './rungs.ts';
import { agree } from './truce.ts';

/** Acts that units off the battlefield can be told to do. */
const FROM_AFAR: readonly Act[] = ['reinforce', 'concentrate', 'alert', 'strike'];

/** Acts that are force against the other side. */
export const FORCEFUL: readonly Act[] = ['eject', 'assault', 'bombard', 'strike'];

function remember(run: Run, order: Order): void {
  const done =
    order.kind === 'act' || order.kind === 'direct'
      ? order.act
      : order.kind === 'note'
        ? 'demand'
        : order.kind === 'proposal'
          ? 'propose'
          : undefined;
  if (done === undefined) return;
  const offices = run.world.offices;
  const men = order.kind === 'act' || order.kind === 'direct' ? order.men : 0;
  const authority = order.kind === 'act' || order.kind === 'direct' ? order.authority : 'own';
  const unbidden = authority === 'initiative' || authority === 'against-ban';
  const area = 'area' in order ? order.area : -1;
  const others = offices.deeds[order.office]!.filter(
    (deed) => deed.act !== done || deed.area !== area,
  );
  const hour = order.kind === 'act' || order.kind === 'direct' ? order.hHourTick : -1;
  const dueTick = Math.max(hour, run.world.tick);
  others.push({ act: done, area, tick: run.world.tick, dueTick, men, unbidden });
  if (others.length > DEEDS_KEPT) others.shift();
  offices.deeds[order.office] = others;
}

/** Carries out what an office decided. An order that cannot be is refused with a reason, and recorded. */
export function execute(run: Run, order: Order): void {
  const reason = objection(run, order);
  if (reason !== '') {
    refuse(run, order, reason);
    return;
  }
  if (order.kind === 'act') {
    act(run, order);
    return;
  }
  remember(run, order);
  switch (order.kind) {
    case 'direct':
      direct(run, order);
      return;
    case 'request':
      request(run, order);
      return;
    case 'reply':
      reply(run, order);
      return;
    case 'ban': {
      const event = emit(
        run,
        'force-forbidden',
        idOf(run, order.office),
        placeOf(run, order.area),
        causesOf(run, order.office),
        {
          act: order.act,
          to: idOf(run, order.to),
        },
      );
      send(run, {
        kind: 'ban',
        from: order.office,
        to: order.to,
        act: order.act,
        area: order.area,
        word: 'backed',
        cause: [event],
      });
      return;
    }
    case 'note': {
      dropCharges(run, order.office, 'demand', order.area);
      const side = run.model.offices[order.office]!.side;
      const talks = run.world.talks;
      talks.commitment[side] = Math.min(1, talks.commitment[side]! + 0.15);
      const event = emit(
        run,
        'note-handed',
        idOf(run, order.office),
        placeOf(run, order.area),
        causesOf(run, order.office),
        {
          to: idOf(run, order.to),
          demand: order.demand,
        },
      );
      send(run, {
        kind: 'note',
        from: order.office,
        to: order.to,
        area: order.area,
        word: order.demand,
        cause: [event],
      });
      return;
    }
    case 'answer': {
      const note = takeFromInbox(run, order.office, order.note);
      const event = emit(run, 'note-answered', idOf(run, order.office), '', [note!.event], {
        to: idOf(run, note!.from),
        answer: order.answer,
      });
      if (note!.kind === 'proposal' && order.answer === 'accept') {
        agree(run, order.office, note!, event);
        return;
      }
      send(run, {
        kind: 'answer',
        from: order.office,
        to: note!.from,
        about: note!.id,
        word: order.answer,
        cause: [event],
      });
      return;
    }
    case 'proposal': {
      dropCharges(run, order.office, 'propose', -1);
      const event = emit(
        run,
        'talks-proposed',
        idOf(run, order.office),
        '',
        causesOf(run, order.office),
        {
          terms: order.terms,
        },
      );
      send(run, {
        kind: 'proposal',
        from: order.office,
        to: order.to,
        word: order.terms,
        cause: [event],
      });
      return;
    }
    case 'report':
      run.world.offices.reportTick[order.office] = run.world.tick;
      run.world.offices.untold[order.office] = 0;
      send(run, {
        kind: 'report',
        from: order.office,
        to: order.to,
        facts: packFacts(run, order.office, order.to),
        cause: [],
      });
  }
}

function idOf(run: Run, office: number): string {
  return run.model.offices[office]!.id;
}

function placeOf(run: Run, area: number): string {
  return area < 0 ? '' : run.model.areas[area]!.id;
}

/** Events an office acts upon: the latest order and the latest mail it has read. */
function causesOf(run: Run, office: number): string[] {
  const offices = run.world.offices;
  const causes: string[] = [];
  const charge = offices.charges[office]![offices.charges[office]!.length - 1];
  if (charge !== undefined && charge.event !== '') causes.push(charge.event);
  const mail = offices.inbox[office]![offices.inbox[office]!.length - 1];
  if (mail !== undefined && !causes.includes(mail.event)) causes.push(mail.event);
  return causes;
}

/** Ticks ahead of which an hour can be set at most. Assumption: nobody fixes H-hour a month before. */
const HOUR_AHEAD_TICKS = 30 * 24 * TICKS_PER_HOUR;

/** Orders come from hosts and logs as well as from the policy: whole numbers in range, a known act. */
function isWellFormed(run: Run, order: Order): boolean {
  for (const value of Object.values(order) as readonly unknown[]) {
    if (typeof value === 'number' && !Number.isInteger(value)) return false;
  }
  if ('act' in order && !ACTS.includes(order.act)) return false;
  if ('men' in order && order.men < 0) return false;
  if ('forceMenMax' in order && order.forceMenMax < 0) return false;
  return !('hHourTick' in order) || order.hHourTick <= run.world.tick + HOUR_AHEAD_TICKS;
}

/** Why an order cannot be carried out, or `''`. */
function objection(run: Run, order: Order): string {
  const { model, world } = run;
  if (!isWellFormed(run, order)) return 'malformed';
  const info = model.offices[order.office];
  if (info === undefined) return 'no-such-office';
  if ('area' in order && (order.area < -1 || order.area >= model.areas.length))
    return 'no-such-place';
  if ('to' in order && model.offices[order.to] === undefined) return 'no-such-addressee';
  switch (order.kind) {
    case 'act':
      if (!info.repertoire.includes(order.act)) return 'not-in-repertoire';
      return order.area < 0 ? 'no-such-place' : '';
    case 'direct':
      if (order.area < 0) return 'no-such-place';
      return info.subordinates.includes(order.to) ? '' : 'not-a-subordinate';
    case 'ban':
      return info.subordinates.includes(order.to) ? '' : 'not-a-subordinate';
    case 'request':
      if (order.area < 0 && order.act !== 'propose') return 'no-such-place';
      return info.superiors.includes(order.to) ? '' : 'not-a-superior';
    case 'reply':
      return world.offices.inbox[order.office]!.some(
        (message) => message.id === order.request && message.kind === 'request',
      )
        ? ''
        : 'no-such-request';
    case 'answer':
      return world.offices.inbox[order.office]!.some(
        (message) =>
          message.id === order.note && (message.kind === 'note' || message.kind === 'proposal'),
      )
        ? ''
        : 'no-such-note';
    case 'proposal':
      if (world.offices.truceTold[order.office]! >= 0) return 'already-agreed';
      return model.offices[order.to]!.side === info.side ? 'not-the-other-side' : '';
    case 'note':
      return model.offices[order.to]!.side === info.side ? 'not-the-other-side' : '';
    case 'report':
      return info.links.some((link) => link.to === order.to) ? '' : 'no-link';
  }
}

function refuse(run: Run, order: Order, reason: string): void {
  const actor = run.model.offices[order.office]?.id ?? '';
  const what = 'act' in order ? `${order.kind}:${order.act}` : order.kind;
  emit(run, 'order-refused', actor, '', [], { order: what, reason });
}

function takeFromInbox(run: Run, office: number, id: number): ReturnType<typeof send> | undefined {
  const inbox = run.world.offices.inbox;
  const found = inbox[office]!.find((message) => message.id === id);
  inbox[office] = inbox[office]!.filter((message) => message.id !== id);
  deskChanged(run, office);
  return found;
}

/** The office acts with its own units. */
function act(run: Run, order: ActOrder): void {
  const { world, model } = run;
  const hex = model.areas[order.area]!.hex;
  const afar = FROM_AFAR.includes(order.act);
  const units = pickUnits(run, order.office, order.act, hex, order.men, afar);
  if (units.length === 0) {
    refuse(run, order, 'no-units');
    return;
  }
  remember(run, order);
  const causes = causesOf(run, order.office);
  const counted = order.act === 'strike' ? world.units.aircraft : world.units.men;
  let men = 0;
  for (const unit of units) men += counted[unit]!;
  const covered = checkAuthority(run, order, men, causes);
  dropCharges(run, order.office, order.act, order.area);
  if (order.act === 'eject' || order.act === 'assault') {
    attack(run, order, units, men, causes);
    return;
  }
  const event = emit(
    run,
    'order-given',
    idOf(run, order.office),
    placeOf(run, order.area),
    causes,
    {
      act: order.act,
      area: placeOf(run, order.area),
      to: '',
      authority: covered,
    },
  );
  if (FORCEFUL.includes(order.act)) raiseRung(run, order.office, order.act, event);
  giveTasks(run, order, units, event);
}

/** Records whose power an act used. Returns the authority as the event tells it. */
function checkAuthority(run: Run, order: ActOrder, men: number, causes: readonly string[]): string {
  // Leave is for the number wanted: that companies do not divide is no breach of it.
  const covered = isCovered(run, order.office, { ...order, men: Math.min(men, order.men) });
  if (covered) return order.authority;
  const side = run.model.offices[order.office]!.side;
  const holder = holderOf(run.model, side, order.act);
  emit(run, 'acted-without-authority', idOf(run, order.office), placeOf(run, order.area), causes, {
    act: order.act,
    area: placeOf(run, order.area),
    ban: order.authority === 'against-ban',
    holder: holder < 0 ? '' : idOf(run, holder),
  });
  return order.authority;
}

function dropCharges(run: Run, office: number, actDone: Act, area: number): void {
  const charges = run.world.offices.charges;
  deskChanged(run, office);
  charges[office] = charges[office]!.filter(
    (charge) => charge.act !== actDone || (area >= 0 && charge.area !== area),
  );
}

function attack(
  run: Run,
  order: ActOrder,
  units: number[],
  men: number,
  causes: readonly string[],
): void {
  const { world, model } = run;
  const hHourTick = Math.max(order.hHourTick, world.tick + 1);
  const event = emit(
    run,
    'operation-ordered',
    idOf(run, order.office),
    placeOf(run, order.area),
    causes,
    {
      operation: world.nextOperation,
      plan: order.plan,
      act: order.act,
      area: placeOf(run, order.area),
      men,
      hHour: hHourTick,
      authority: order.authority,
    },
  );
  raiseRung(run, order.office, order.act, event);
  createOperation(run, {
    office: order.office,
    act: order.act,
    area: order.area,
    targetHex: model.areas[order.area]!.hex,
    units,
    hHourTick,
    preparationHours: (hHourTick - world.tick) / TICKS_PER_HOUR,
    plan: order.plan,
    competence: traitOf(world, order.office, 'competence'),
    event,
  });
}

const TASK_OF: Readonly<Partial<Record<Act, Task>>> = {
  post: 'fortify',
  fortify: 'fortify',
  patrol: 'patrol',
  reinforce: 'march',
  concentrate: 'march',
  bombard: 'bombard',
  strike: 'strike',
  withdraw: 'withdraw',
};

function giveTasks(run: Run, order: ActOrder, units: readonly number[], event: string): void {
  const { world, model } = run;
  const target = model.areas[order.area]!.hex;
  if (order.act === 'alert') {
    for (const unit of units) world.units.readiness[unit] = 1;
    emit(run, 'alert-raised', idOf(run, order.office), '', [event], {
      side: model.sides[model.offices[order.office]!.side]!.id,
      level: 1,
    });
    return;
  }
  if (order.act === 'stand-down') {
    for (const unit of units) releaseUnit(run, unit);
    return;
  }
  // Who has stopped for the truce does not take up arms again with a spade.
  const stance = world.offices.truceKept[order.office] === 1 ? 'hold-fire' : 'return-fire';
  const task = TASK_OF[order.act];
  if (task === undefined) return;
  let men = 0;
  for (const unit of units) {
    const spread = order.act === 'reinforce' || order.act === 'concentrate';
    const goal =
      order.act === 'withdraw'
        ? rearOf(run, unit)
        : spread
          ? roomNear(run, unit, target, men)
          : target;
    assignTask(run, unit, task, goal, world.tick + 1, stance, event);
    men += world.units.men[unit]!;
  }
  if (order.act === 'concentrate') {
    emit(
      run,
      'formation-concentrating',
      idOf(run, order.office),
      placeOf(run, order.area),
      [event],
      {
        office: idOf(run, order.office),
        to: placeOf(run, order.area),
        men,
      },
    );
  }
}

/** Men for whom one hex of 500 m is room enough in reserve. Assumption: a battalion. */
const ROOM_MEN = 700;

/** The place itself for the first battalion, then the hexes about it that the side claims, by rote. */
function roomNear(run: Run, unit: number, target: number, menBefore: number): number {
  const { model } = run;
  const turn = Math.floor(menBefore / ROOM_MEN);
  if (turn === 0) return target;
  const side = model.units.side[unit]!;
  const open: number[] = [];
  for (let direction = 0; direction < 6; direction++) {
    const hex = neighbourOf(model.grid, target, direction);
    const width = model.ground.passableMetres[target * 6 + direction]!;
    if (hex < 0 || width === 0) continue;
    if (model.ground.owner[side * model.grid.count + hex] !== side) continue;
    open.push(hex);
  }
  return open.length === 0 ? target : open[(turn - 1) % open.length]!;
}

function direct(run: Run, order: DirectOrder): void {
  const causes = causesOf(run, order.office);
  const backed = isCovered(run, order.office, order);
  const event = emit(
    run,
    'order-given',
    idOf(run, order.office),
    placeOf(run, order.area),
    causes,
    {
      act: order.act,
      area: placeOf(run, order.area),
      to: idOf(run, order.to),
      authority: order.authority,
    },
  );
  dropCharges(run, order.office, order.act, order.area);
  if (!backed && FORCEFUL.includes(order.act)) {
    const holder = holderOf(run.model, run.model.offices[order.office]!.side, order.act);
    emit(
      run,
      'acted-without-authority',
      idOf(run, order.office),
      placeOf(run, order.area),
      [event],
      {
        act: order.act,
        area: placeOf(run, order.area),
        ban: order.authority === 'against-ban',
        holder: holder < 0 ? '' : idOf(run, holder),
      },
    );
  }
  send(run, {
    kind: 'order',
    from: order.office,
    to: order.to,
    act: order.act,
    area: order.area,
    men: order.men,
    hHourTick: order.hHourTick,
    plan: order.plan,
    word: backed ? 'backed' : 'unbacked',
    cause: [event],
  });
}

function request(run: Run, order: RequestOrder): void {
  const event = emit(
    run,
    'permission-asked',
    idOf(run, order.office),
    placeOf(run, order.area),
    causesOf(run, order.office),
    {
      act: order.act,
      area: placeOf(run, order.area),
      of: idOf(run, order.to),
      afterTheDeed: order.afterTheDeed,
    },
  );
  const message = send(run, {
    kind: 'request',
    from: order.office,
    to: order.to,
    act: order.act,
    area: order.area,
    men: order.men,
    about: order.passesUp,
    word: order.terms,
    afterTheDeed: order.afterTheDeed,
    cause: [event],
  });
  run.world.offices.pending[order.office]!.push(message);
}

function reply(run: Run, order: ReplyOrder): void {
  const asked = takeFromInbox(run, order.office, order.request)!;
  const granted = order.answer !== 'refuse';
  const men = order.answer === 'limit' ? Math.min(order.forceMenMax, asked.men) : asked.men;
  const place = placeOf(run, asked.area);
  const event = granted
    ? emit(run, 'permission-granted', idOf(run, order.office), place, [asked.event], {
        act: asked.act,
        area: place,
        to: idOf(run, asked.from),
        force: men,
      })
    : emit(run, 'permission-refused', idOf(run, order.office), place, [asked.event], {
        act: asked.act,
        area: place,
        to: idOf(run, asked.from),
      });
  const backed = isCovered(run, order.office, { ...asked, men });
  send(run, {
    kind: granted ? 'grant' : 'refusal',
    from: order.office,
    to: asked.from,
    act: asked.act,
    area: asked.area,
    men,
    about: asked.id,
    word: backed ? 'backed' : 'unbacked',
    afterTheDeed: asked.afterTheDeed,
    cause: [event],
  });
}

/** Acts by name, for drivers that read them from outside. */
export function isAct(text: string): text is Act {
  return (ACTS as readonly string[]).includes(text);
}
