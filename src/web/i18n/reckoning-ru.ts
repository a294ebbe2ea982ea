import type { Film, ReckonedCharge, ReckonedFact } from '../../protocol/index.ts';
import { mailOf } from '../state/papers.ts';
import { eventOf } from '../state/run-view.ts';
import { model } from '../state/store.ts';
import { sayAct, sayActivity } from './tell-ru.ts';
import { capital, tell } from './tell.ts';
import { officeName, placeName, sayCount, saySpan } from './words.ts';

/**
 * The reckoning in Russian, in the form of a staff journal: the sentence of the event, and what the charge
 * adds as a short clause in the nominative, so that no name has to be declined.
 */
const FORCES: Readonly<Record<string, string>> = {
  crossing: 'люди за линией другой стороны',
  shot: 'прицельный выстрел',
  'small-arms': 'винтовки и пулемёты',
  attack: 'атака',
  tanks: 'танки',
  guns: 'орудия',
  aircraft: 'авиация',
};
const FALSEHOODS: Readonly<Record<string, string>> = {
  holder: 'неверно, кто занимает место',
  'too-many': 'противника сильно меньше, чем сказано',
  claimed: 'место названо взятым, хотя автор знал, что это не так',
  'too-few': 'противника сильно больше, чем сказано',
};

/** What a charge says, in one line. */
export function chargeInRussian(
  film: Film,
  charge: ReckonedCharge,
  all: readonly ReckonedCharge[],
): string {
  const event = eventOf(film.events, charge.event);
  const told = tell(event);
  const often = charge.count > 1 ? ` Всего таких случаев: ${sayCount(charge.count)}.` : '';
  if (charge.kind === 'false-report') {
    const office = model.value?.offices.findIndex(({ id }) => id === charge.office) ?? -1;
    const place = charge.place === '' ? '' : `, ${placeName(charge.place)}`;
    return `${officeName(office)}: донесение${place}: ${FALSEHOODS[charge.what] ?? 'неверно'}.${often}`;
  }
  if (charge.kind === 'first-use') {
    const isFirst = all.every(
      (other) =>
        other.kind !== 'first-use' || other.what !== charge.what || other.event >= charge.event,
    );
    const force = capital(FORCES[charge.what] ?? charge.what);
    return `${force} — ${isFirst ? 'впервые в прогоне' : 'в ответ и с этой стороны'}. ${told}.${often}`;
  }
  return `${capital(told)}.${often}`;
}

/** A fact below a charge; those that stand on a letter say when it was read. */
export function factInRussian(film: Film, fact: ReckonedFact): string {
  if (fact.event < 0) return fact.said === undefined ? fact.text : saidInRussian(fact.said);
  const event = eventOf(film.events, fact.event);
  const told = capital(tell(event));
  if (event.kind !== 'message-sent' || model.value === null) return told;
  const letter = mailOf(film, model.value).find(({ sent }) => sent === fact.event);
  if (letter === undefined) return told;
  const fate =
    letter.readTick < 0
      ? 'не прочитано'
      : `прочитано через ${saySpan(letter.readTick - letter.sentTick)}`;
  return `${told}: ${fate}`;
}

function saidInRussian({
  code,
  act,
  place,
  figure,
  minutes,
}: NonNullable<ReckonedFact['said']>): string {
  const where = place === '' ? '' : `, ${placeName(place)}`;
  const what = `${sayAct(act)}${where}`;
  const words: Readonly<Record<string, string>> = {
    'no-order': 'Приказа инстанции за этим нет: люди действовали сами.',
    'no-leave-needed': `Разрешение не требуется: ${what}.`,
    'own-power': `Право принадлежит самой инстанции: ${what}.`,
    'no-paper': `Разрешение не получено: ${what}.`,
    standing: `Полномочие с первого дня: ${what}.`,
    believed: `Представление о месте${where}: ${sayActivity(act)}, около ${sayCount(figure)} чел.; давность сведений: ${saySpan(minutes / 15)}.`,
    intent: `Оценка: другая сторона хочет занять спорное место — около ${String(figure)} %.`,
  };
  return words[code] ?? '';
}
