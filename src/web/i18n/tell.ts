import { sentenceOf } from '../../record/index.ts';
import { lang, model, namer } from '../state/store.ts';
import { mailOf } from '../state/papers.ts';
import type { FilmEvent } from '../state/run-view.ts';
import { film } from '../state/store.ts';
import { tellInRussian } from './tell-ru.ts';
import { unitName } from './names.ts';
import { officeName, placeName, say, saySpan } from './words.ts';

const KINDS: Readonly<Record<'en' | 'ru', Readonly<Record<string, string>>>> = {
  en: {
    report: 'a report',
    request: 'a request',
    order: 'an order',
    grant: 'a leave',
    refusal: 'a refusal',
    ban: 'a ban',
    note: 'a note',
    answer: 'an answer',
    proposal: 'an offer',
    agreement: 'the agreement',
  },
  ru: {
    report: 'донесение',
    request: 'запрос',
    order: 'приказ',
    grant: 'разрешение',
    refusal: 'отказ',
    ban: 'запрет',
    note: 'нота',
    answer: 'ответ',
    proposal: 'предложение',
    agreement: 'соглашение',
  },
};

/** Kind of a message in words. */
export function sayKind(kind: string): string {
  return KINDS[lang.value][kind] ?? kind;
}

/** One sentence about an event, in the language of the page; a plain one where nobody wrote a better. */
export function tell(event: FilmEvent): string {
  const { value: shown } = model;
  if (shown === null || namer.value === null) return '';
  if (event.kind === 'message-read') return tellMail(event);
  if (event.kind === 'message-sent') return tellSent(event);
  if (lang.value === 'ru') return tellInRussian(shown, event) ?? plain(event);
  namer.value.tick = event.tick;
  return sentenceOf(namer.value, event) ?? plain(event);
}

function tellMail(event: FilmEvent): string {
  const { value: run } = film;
  const { value: shown } = model;
  const mail =
    run === null || shown === null
      ? undefined
      : mailOf(run, shown).find((item) => item.read === event.number);
  if (mail === undefined) return plain(event);
  const line = say('log.mail', {
    kind: sayKind(mail.kind),
    from: officeName(mail.from),
    hours: saySpan(mail.readTick - mail.sentTick),
  });
  return lang.value === 'ru' ? `${officeName(mail.to)}: ${line}` : `${officeName(mail.to)} ${line}`;
}

function tellSent(event: FilmEvent): string {
  const message = String(event.data['message']);
  const offices = model.value?.offices ?? [];
  const nameOf = (id: unknown): string => officeName(offices.findIndex((each) => each.id === id));
  return capital(
    say('log.sent', {
      kind: sayKind(message.slice(0, message.lastIndexOf('.'))),
      from: nameOf(event.actor),
      to: nameOf(event.data['to']),
    }),
  );
}

/** A sentence or an entry begins with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plain(event: FilmEvent): string {
  const { value: shown } = model;
  const unit = shown?.units.id.indexOf(event.actor) ?? -1;
  const office = shown?.offices.findIndex(({ id }) => id === event.actor) ?? -1;
  const who = office >= 0 ? officeName(office) : unit >= 0 ? unitName(unit) : event.actor;
  const where = event.place === '' ? '' : `, ${placeName(event.place)}`;
  return `${who === '' ? '' : `${who}: `}${event.kind.replaceAll('-', ' ')}${where}`;
}
