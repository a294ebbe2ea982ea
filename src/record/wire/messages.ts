import { MESSAGE_KINDS, isAct, type KhasanEvent, type Model } from '../../engine/index.ts';
import type { MessageKind } from '../../engine/index.ts';
import { lookupOf, numberOf, textOf } from '../lookup.ts';
import { nameOfPlace, makeNamer } from '../narrative/names.ts';
import type { WireAnswer, WireMessage } from './data.ts';

/** A message while the run is being read; offices are positions in the model's list. */
export type OpenMessage = {
  -readonly [field in keyof WireMessage]: WireMessage[field];
};

/** Whole mail of a run, by the time of sending, and by the number in its id. */
export interface Mail {
  readonly all: OpenMessage[];
  readonly byNumber: Map<number, OpenMessage>;
}

/** Kinds that want an answer. */
const ASKING: readonly MessageKind[] = ['request', 'note', 'proposal'];

/** Reads the mail of a run out of its events. */
export function mailOf(model: Model, events: readonly KhasanEvent[]): Mail {
  const mail: Mail = { all: [], byNumber: new Map() };
  const byEvent = new Map(events.map((event) => [event.id, event]));
  for (const event of events) {
    switch (event.kind) {
      case 'message-sent':
        noteSent(model, mail, event, byEvent.get(event.cause[0] ?? ''));
        break;
      case 'message-read': {
        const message = mail.byNumber.get(numberIn(event));
        if (message !== undefined) message.knownTick = event.tick;
        break;
      }
      case 'message-lost': {
        const message = mail.byNumber.get(numberIn(event));
        if (message !== undefined) message.lost = true;
        break;
      }
      default:
    }
  }
  return mail;
}

/** `request.15` is message 15. */
function numberIn(event: KhasanEvent): number {
  const id = textOf(event.data['message']);
  return Number(id.slice(id.indexOf('.') + 1));
}

function kindIn(event: KhasanEvent): MessageKind | undefined {
  const word = textOf(event.data['message']).split('.')[0];
  return MESSAGE_KINDS.find((kind) => kind === word);
}

function noteSent(
  model: Model,
  mail: Mail,
  event: KhasanEvent,
  cause: KhasanEvent | undefined,
): void {
  const { offices } = lookupOf(model);
  const kind = kindIn(event);
  const from = offices.get(event.actor);
  const to = offices.get(textOf(event.data['to']));
  if (kind === undefined || from === undefined || to === undefined) return;
  const act = textOf(event.data['act']);
  const place = event.place === '' ? textOf(event.data['area']) : event.place;
  const message: OpenMessage = {
    id: textOf(event.data['message']),
    event: event.id,
    kind,
    from,
    to,
    act: isAct(act) ? act : 'wait',
    place: place === '' ? '' : nameOfPlace(makeNamer(model), place),
    sentTick: event.tick,
    knownTick: -1,
    lost: false,
    answer: ASKING.includes(kind) ? 'unanswered' : 'none',
    answeredTick: -1,
    afterTheDeed: cause?.data['afterTheDeed'] === true,
    forceMen: kind === 'grant' ? numberOf(cause?.data['force']) : 0,
    word: wordOf(cause),
  };
  mail.all.push(message);
  mail.byNumber.set(numberIn(event), message);
  answerEarlier(mail, message, numberOf(event.data['about']));
}

/** What is told of a paper in one word: a demand, an answer, an opinion, a consent that is claimed. */
function wordOf(cause: KhasanEvent | undefined): string {
  if (cause === undefined) return '';
  const { demand, answer, agrees, asserts } = cause.data;
  if (typeof agrees === 'boolean') return agrees ? 'agrees' : 'objects';
  return asserts === true ? 'agreed' : textOf(demand ?? null) || textOf(answer ?? null);
}

/** A grant, refusal or answer closes what it is about. */
function answerEarlier(mail: Mail, message: OpenMessage, about: number): void {
  const answers: Readonly<Partial<Record<MessageKind, WireAnswer>>> = {
    grant: 'granted',
    refusal: 'refused',
    answer: 'answered',
  };
  const answer = answers[message.kind];
  const asked = mail.byNumber.get(about);
  if (answer === undefined || asked?.answer !== 'unanswered') return;
  if (asked.to !== message.from || asked.from !== message.to) return;
  asked.answer = answer;
  asked.answeredTick = message.sentTick;
}
