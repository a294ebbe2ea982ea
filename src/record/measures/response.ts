import { TICKS_PER_HOUR, type KhasanEvent } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { textOf } from '../lookup.ts';
import { shareOf, type FamilyFold, type MeasureSpec } from '../measure.ts';
import { isIntrusion } from './intrusion.ts';

/** Hours after which an office that has done nothing counts as having waited so long. Source: knock-out table, M02. */
const HORIZON_HOURS = 72;

/** Echelons whose answer is measured: regiment to army. */
const ECHELONS: readonly string[] = ['regiment', 'brigade', 'division', 'corps', 'army'];

export const RESPONSE_MEASURES: readonly MeasureSpec[] = [
  {
    id: 'response.su.army.hours',
    title: 'Hours from belief in an intrusion to the first order on it, Soviet army offices',
    kind: 'number',
    unit: 'hours',
    describe:
      'Mean over the Soviet offices of the army chain, regiment to army, that learn of an intrusion: hours from the first news (a contact of their own men with enemies on ground their side claims, or a report from an office that knew of one) to their first order or act (order-given or operation-ordered), 72 where there is none by then. Null where none of them learns of one.',
  },
  {
    id: 'response.su.army.ask-share',
    title: 'Share of first answers that ask for leave, Soviet army offices',
    kind: 'number',
    unit: 'share',
    describe:
      'Of those offices that answer within 72 hours with an order, an act or a request for leave, the share whose first answer is the request; null without any.',
  },
];

interface Answer {
  knownTick: number;
  orderTick: number;
  askTick: number;
}

/** Follows the news of an intrusion along the mail, and notes what each office does first. */
export function responseFold(chronicle: Chronicle): FamilyFold {
  const { model, lookup } = chronicle;
  const answers: Answer[] = model.offices.map(() => ({
    knownTick: -1,
    orderTick: -1,
    askTick: -1,
  }));
  /** Events of reports sent by offices that knew. */
  const news = new Set<string>();
  const learn = (office: number | undefined, tick: number): void => {
    if (office !== undefined && answers[office]!.knownTick < 0) answers[office]!.knownTick = tick;
  };
  return {
    onEvent: (event) => {
      const office = lookup.offices.get(event.actor);
      if (office === undefined) return;
      switch (event.kind) {
        case 'contact-reported':
          if (isIntrusion(chronicle, event)) learn(office, event.tick);
          return;
        case 'message-sent':
          if (isReport(event) && answers[office]!.knownTick >= 0) news.add(event.id);
          return;
        case 'message-read':
          if (news.has(event.cause[0] ?? '')) learn(office, event.tick);
          return;
        case 'order-given':
        case 'operation-ordered':
          if (isOpen(answers[office]!, 'orderTick')) answers[office]!.orderTick = event.tick;
          return;
        case 'permission-asked':
          if (isOpen(answers[office]!, 'askTick')) answers[office]!.askTick = event.tick;
          return;
        default:
          return;
      }
    },
    finish: () => valuesOf(chronicle, answers),
  };
}

function isOpen(answer: Answer, what: 'orderTick' | 'askTick'): boolean {
  return answer.knownTick >= 0 && answer[what] < 0;
}

function isReport(event: KhasanEvent): boolean {
  return textOf(event.data['message']).startsWith('report.');
}

function valuesOf(
  { model, lookup }: Chronicle,
  answers: readonly Answer[],
): Record<string, number | null> {
  let hours = 0;
  let count = 0;
  let asked = 0;
  let answered = 0;
  for (const [index, { knownTick, orderTick, askTick }] of answers.entries()) {
    const office = model.offices[index]!;
    const isArmy = office.chains[0] === 'army' && ECHELONS.includes(office.echelon);
    if (office.side !== lookup.su || !isArmy || knownTick < 0) continue;
    const within = (tick: number): boolean =>
      tick >= 0 && tick - knownTick <= HORIZON_HOURS * TICKS_PER_HOUR;
    count++;
    hours += within(orderTick) ? (orderTick - knownTick) / TICKS_PER_HOUR : HORIZON_HOURS;
    if (!within(orderTick) && !within(askTick)) continue;
    answered++;
    if (within(askTick) && (!within(orderTick) || askTick < orderTick)) asked++;
  }
  return {
    'response.su.army.hours': shareOf(hours, count),
    'response.su.army.ask-share': shareOf(asked, answered),
  };
}
