import type { WireData } from '../../record/index.ts';
import { hoursWords } from './bars.ts';
import { isInWindow } from './layout.ts';
import { actWords, AUTHORITY_WORDS, messageWords, momentWords } from './words.ts';

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
export function wireTable(data: WireData, withReports = true): WireTableRow[] {
  const messages = data.messages
    .filter(
      ({ kind, sentTick }) => isInWindow(data, sentTick) && (withReports || kind !== 'report'),
    )
    .map((message) => ({
      tick: message.sentTick,
      row: {
        event: message.event,
        sent: momentWords(data, message.sentTick),
        from: data.offices[message.from]!.name,
        to: data.offices[message.to]!.name,
        kind: messageWords(message),
        known: message.lost
          ? 'lost'
          : message.knownTick < 0
            ? 'not read'
            : momentWords(data, message.knownTick),
        answer: message.answer === 'none' ? '' : message.answer,
        'hours ahead of paper': '',
      },
    }));
  const acts = data.acts
    .filter((act) => isInWindow(data, act.tick < 0 ? act.orderedTick : act.tick))
    .map((act) => ({
      tick: act.tick < 0 ? act.orderedTick : act.tick,
      row: {
        event: act.event,
        sent: momentWords(data, act.tick < 0 ? act.orderedTick : act.tick),
        from: data.offices[act.office]!.name,
        to: act.byOrder ? 'its subordinates' : 'the ground',
        kind: act.tick < 0 ? `${actWords(act)}, called off` : actWords(act),
        known: '',
        answer: AUTHORITY_WORDS[act.authority],
        'hours ahead of paper': aheadOf(act),
      },
    }));
  return [...messages, ...acts].sort((a, b) => a.tick - b.tick).map(({ row }) => row);
}

function aheadOf(act: WireData['acts'][number]): string {
  if (act.authority === 'within' || act.authority === 'standing' || act.tick < 0) return '';
  if (act.aheadHours === null) return 'no leave came';
  return act.aheadHours > 0 ? hoursWords(act.aheadHours) : `−${hoursWords(-act.aheadHours)}`;
}
