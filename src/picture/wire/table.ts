import type { WireData } from '../../record/index.ts';
import { isInWindow } from './layout.ts';
import { ENGLISH, type WireLexicon } from './lexicon.ts';
import { momentWords } from './words.ts';

/** Columns of the Wire as text, in order. */
export const WIRE_COLUMNS = [
  'sent',
  'from',
  'to',
  'kind',
  'known',
  'answer',
  'hours ahead of paper',
] as const;

export type WireTableRow = Readonly<Record<(typeof WIRE_COLUMNS)[number], string>> & {
  /** Event that the row tells of. */
  readonly event: string;
};

/**
 * The same view as text: a row for each message sent and each act begun in the window, by time. An act
 * stands in it as sent by its office to the ground.
 * @param withReports reports are many; they are left out where the picture leaves them out as well.
 */
export function wireTable(
  data: WireData,
  withReports = true,
  words: WireLexicon = ENGLISH,
): WireTableRow[] {
  const moment = (tick: number): string => momentWords(data, tick, words.months);
  const messages = data.messages
    .filter(
      ({ kind, sentTick }) => isInWindow(data, sentTick) && (withReports || kind !== 'report'),
    )
    .map((message) => ({
      tick: message.sentTick,
      row: {
        event: message.event,
        sent: moment(message.sentTick),
        from: data.offices[message.from]!.name,
        to: data.offices[message.to]!.name,
        kind: words.message(message),
        known: message.lost
          ? words.lost
          : message.knownTick < 0
            ? words.unread
            : moment(message.knownTick),
        answer: words.table.answers[message.answer],
        'hours ahead of paper': '',
      },
    }));
  const acts = data.acts
    .filter((act) => isInWindow(data, act.tick < 0 ? act.orderedTick : act.tick))
    .map((act) => ({
      tick: act.tick < 0 ? act.orderedTick : act.tick,
      row: {
        event: act.event,
        sent: moment(act.tick < 0 ? act.orderedTick : act.tick),
        from: data.offices[act.office]!.name,
        to: act.byOrder ? words.table.subordinates : words.table.ground,
        kind: act.tick < 0 ? words.table.calledOff(words.act(act)) : words.act(act),
        known: '',
        answer: words.authority[act.authority],
        'hours ahead of paper': aheadOf(act, words),
      },
    }));
  return [...messages, ...acts].sort((a, b) => a.tick - b.tick).map(({ row }) => row);
}

function aheadOf(act: WireData['acts'][number], words: WireLexicon): string {
  if (act.authority === 'within' || act.authority === 'standing' || act.tick < 0) return '';
  if (act.aheadHours === null) return words.table.noLeave;
  return act.aheadHours > 0 ? words.hours(act.aheadHours) : `−${words.hours(-act.aheadHours)}`;
}
