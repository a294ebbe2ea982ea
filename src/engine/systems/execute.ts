import type { Order } from '../orders.ts';
import type { Run } from '../world/world.ts';
import { act } from './acts.ts';
import { objection } from './objection.ts';
import { admit, rebuke } from './inquiry.ts';
import { changeRules } from './engagement-orders.ts';
import { refuse, remember } from './office-records.ts';
import { offerParley } from './parley.ts';
import { opine, sound } from './soundings.ts';
import { call } from './wire-talk.ts';
import {
  answer,
  appeal,
  ban,
  direct,
  instruct,
  note,
  proposal,
  reply,
  report,
  request,
} from './papers.ts';

/** Carries out what an office decided. An order that cannot be is refused with a reason, and recorded. */
export function execute(run: Run, order: Order): void {
  const reason = objection(run, order);
  if (reason !== '') {
    refuse(run, order, reason);
    return;
  }
  // An act is remembered only once units for it have been found.
  if (order.kind !== 'act') remember(run, order);
  switch (order.kind) {
    case 'act':
      act(run, order);
      return;
    case 'direct':
      direct(run, order);
      return;
    case 'request':
      request(run, order);
      return;
    case 'reply':
      reply(run, order);
      return;
    case 'ban':
      ban(run, order);
      return;
    case 'note':
      note(run, order);
      return;
    case 'answer':
      answer(run, order);
      return;
    case 'proposal':
      proposal(run, order);
      return;
    case 'report':
      report(run, order);
      return;
    case 'instruct':
      instruct(run, order);
      return;
    case 'rules':
      changeRules(run, order);
      return;
    case 'call':
      call(run, order);
      return;
    case 'appeal':
      appeal(run, order);
      return;
    case 'admit':
      admit(run, order);
      return;
    case 'rebuke':
      rebuke(run, order);
      return;
    case 'sound':
      sound(run, order);
      return;
    case 'opine':
      opine(run, order);
      return;
    case 'parley':
      offerParley(run, order);
      return;
  }
}
