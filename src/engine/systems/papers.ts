import { emit } from '../emit.ts';
import type {
  AnswerOrder,
  AppealOrder,
  BanOrder,
  DirectOrder,
  InstructOrder,
  NoteOrder,
  ProposalOrder,
  ReplyOrder,
  ReportOrder,
  RequestOrder,
} from '../orders.ts';
import { conditionText, type StandingOrder } from '../standing.ts';
import { FORCEFUL, type Act } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { TICKS_PER_DAY } from '../time.ts';
import { isCovered } from './authority.ts';
import { packFacts, send } from './messages.ts';
import {
  causesOf,
  causesOfRequest,
  dropCharges,
  idOf,
  keepStanding,
  placeOf,
  takeFromInbox,
  tellOrder,
  tellUncovered,
} from './office-records.ts';
import { answerParley } from './parley.ts';
import { ASSERTED } from './soundings.ts';
import { agree } from './truce.ts';
import { partnerOf } from './wire-talk.ts';

/** An office tells a subordinate to act. */
export function direct(run: Run, order: DirectOrder): void {
  const causes = causesOf(run, order.office);
  const backed = isCovered(run, order.office, order);
  const event = tellOrder(run, order, causes);
  dropCharges(run, order.office, order.act, order.area);
  letForce(run, order.office, order.act);
  if (!backed && FORCEFUL.includes(order.act)) tellUncovered(run, order, [event]);
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

/** An office asks a superior for leave. */
export function request(run: Run, order: RequestOrder): void {
  const event = emit(
    run,
    'permission-asked',
    idOf(run, order.office),
    placeOf(run, order.area),
    causesOfRequest(run, order),
    {
      act: order.act,
      area: placeOf(run, order.area),
      of: idOf(run, order.to),
      men: order.men,
      afterTheDeed: order.afterTheDeed,
      asserts: order.asserts,
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
    word: order.asserts ? ASSERTED : order.terms,
    afterTheDeed: order.afterTheDeed,
    cause: [event],
  });
  run.world.offices.pending[order.office]!.push(message);
}

/** An office answers a request for leave. */
export function reply(run: Run, order: ReplyOrder): void {
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
        afterTheDeed: asked.afterTheDeed,
      })
    : emit(run, 'permission-refused', idOf(run, order.office), place, [asked.event], {
        act: asked.act,
        area: place,
        to: idOf(run, asked.from),
        afterTheDeed: asked.afterTheDeed,
      });
  const { act, area } = asked;
  const backed = isCovered(run, order.office, { act, area, men });
  if (granted) letForce(run, order.office, asked.act);
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

/** Who orders force, or gives leave for it, has gone back on a general ban. */
function letForce({ world }: Run, office: number, act: Act): void {
  if (FORCEFUL.includes(act)) world.offices.forbadeTick[office] = -1;
}

/** An office forbids a subordinate to act. */
export function ban(run: Run, order: BanOrder): void {
  if (order.area < 0) run.world.offices.forbadeTick[order.office] = run.world.tick;
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
}

/** An office asks a neighbour for help at a place. */
export function appeal(run: Run, order: AppealOrder): void {
  const { office, to, area } = order;
  const { offices } = run.world;
  offices.appealedTick[office * run.model.areas.length + area] = run.world.tick;
  const event = emit(
    run,
    'help-asked',
    idOf(run, office),
    placeOf(run, area),
    causesOf(run, office),
    { of: idOf(run, to) },
  );
  send(run, { kind: 'appeal', from: office, to, area, cause: [event] });
}

/** What a note adds to a side's public commitment of 0 to 1. Assumption: seven notes leave no way back. */
const NOTE_COMMITMENT = 0.15;

/** An office tells a subordinate what to do by himself when something happens. */
export function instruct(run: Run, order: InstructOrder): void {
  const { world } = run;
  const days = Math.round((order.untilTick - world.tick) / TICKS_PER_DAY);
  const causes = causesOf(run, order.office);
  const event = emit(
    run,
    'standing-order-issued',
    idOf(run, order.office),
    placeOf(run, order.area),
    causes,
    {
      act: order.act,
      area: placeOf(run, order.area),
      to: idOf(run, order.to),
      when: conditionText(order.when),
      duty: order.duty,
      force: order.forceMenMax,
      days,
    },
  );
  const { office: from, to, act, area, forceMenMax: men } = order;
  const standing: StandingOrder = {
    when: order.when,
    act,
    area,
    forceMenMax: men,
    duty: order.duty,
    by: from,
    to,
    tick: world.tick,
    untilTick: order.untilTick,
    event,
    backed: isCovered(run, from, { act, area, men }),
  };
  keepStanding(run, from, standing);
  send(run, { kind: 'standing-order', from, to, act, area, men, standing, cause: [event] });
}

/** A government hands the other a demand, and is bound by it in public. */
export function note(run: Run, order: NoteOrder): void {
  dropCharges(run, order.office, 'demand', order.area);
  const side = run.model.offices[order.office]!.side;
  const talks = run.world.talks;
  talks.commitment[side] = Math.min(1, talks.commitment[side]! + NOTE_COMMITMENT);
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
}

/** An office answers a note, an offer of terms, or an offer to meet. */
export function answer(run: Run, order: AnswerOrder): void {
  const note = takeFromInbox(run, order.office, order.note);
  if (note!.kind === 'parley') {
    answerParley(run, order, note!);
    return;
  }
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
    act: note!.kind === 'proposal' ? 'propose' : 'demand',
    about: note!.id,
    word: order.answer,
    cause: [event],
  });
}

/** A government offers terms. */
export function proposal(run: Run, order: ProposalOrder): void {
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
}

/** An office reports what it believes. */
export function report(run: Run, order: ReportOrder): void {
  const { offices } = run.world;
  // What is said to another at the wire has not been told to one's own superior.
  const first = run.model.offices[order.office]!.superiors[0];
  if (order.to === first || partnerOf(run, order.office) !== order.to) {
    offices.reportTick[order.office] = run.world.tick;
    offices.untold[order.office] = 0;
  }
  send(run, {
    kind: 'report',
    from: order.office,
    to: order.to,
    facts: packFacts(run, order.office, order.to),
    cause: [],
  });
}
