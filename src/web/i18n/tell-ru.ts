import type { EventKind, EventValue, KhasanEvent, Model } from '../../engine/index.ts';
import { TITLES_RU } from './names-ru.ts';
import { unitName } from './names.ts';
import { officeName, placeName } from './words.ts';

/**
 * Events in Russian, in the short form of a staff journal: nouns and arrows, since the names of offices
 * have all genders and the model does not know them.
 */
const ACTS: Readonly<Record<string, string>> = {
  wait: 'ждать',
  post: 'выставить пост',
  fortify: 'окопаться',
  patrol: 'патруль',
  reinforce: 'подкрепления',
  eject: 'выбить противника',
  assault: 'атака',
  bombard: 'артиллерийский огонь',
  strike: 'удар с воздуха',
  withdraw: 'отход',
  concentrate: 'сосредоточение',
  alert: 'тревога',
  demand: 'требование',
  propose: 'предложение условий',
  'stand-down': 'отбой',
  mobilise: 'всеобщая мобилизация',
  'cross-line': 'снятие запрета переходить свою линию и стрелять за неё',
  inquire: 'осмотр на месте',
};
const PEOPLE: Readonly<Record<string, string>> = { su: 'советские войска', jp: 'японские войска' };
const DEMANDS: Readonly<Record<string, string>> = {
  withdraw: 'с требованием отвести войска',
  protest: 'с протестом',
  'status-quo': 'с требованием восстановить прежнее положение',
};
const ANSWERS: Readonly<Record<string, string>> = {
  accept: 'принята',
  reject: 'отклонена',
  counter: 'встречное требование',
};
const TERMS: Readonly<Record<string, string>> = {
  ground: 'прекратить огонь, когда другая сторона уйдёт',
  lines: 'остановиться, где кто стоит',
  commission: 'остановиться, где кто стоит, а границу поручить смешанной комиссии',
  withdraw: 'прекратить огонь и отойти',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  taken: 'успех',
  repulsed: 'отбита',
  contested: 'обе стороны на высоте',
  'called-off': 'отменена',
};
const ACTIVITIES: Readonly<Record<string, string>> = {
  none: 'никого',
  present: 'противник',
  digging: 'противник копает',
  massing: 'противник стягивает силы',
  firing: 'противник стреляет',
  attacking: 'противник атакует',
};

/** An act, and what somebody is seen to do, as nouns. */
export const sayAct = (word: string): string => ACTS[word] ?? word;
export const sayActivity = (word: string): string => ACTIVITIES[word] ?? word;

type Teller = (model: Model, event: KhasanEvent) => string | null;

function who(model: Model, id: EventValue | undefined): string {
  const text = String(id ?? '');
  const office = model.offices.findIndex((each) => each.id === text);
  if (office >= 0) return officeName(office);
  const unit = model.units.id.indexOf(text);
  return unit < 0 ? text : unitName(unit);
}

const at = (place: string): string => (place === '' ? '' : `, ${placeName(place)}`);
const act = (word: EventValue | undefined): string => sayAct(String(word));
const number = (value: EventValue | undefined): string => String(Math.round(Number(value ?? 0)));
const people = (side: EventValue | undefined): string => PEOPLE[String(side)] ?? String(side);
const leave = (authority: EventValue | undefined): string =>
  authority === 'initiative'
    ? ', по своему почину'
    : authority === 'against-ban'
      ? ', вопреки запрету'
      : authority === 'standing-order'
        ? ', по постоянному приказу'
        : '';

const TELLERS: Readonly<Partial<Record<EventKind, Teller>>> = {
  'outside-event-happened': (model, { data }) =>
    TITLES_RU[String(data['id'])] ??
    model.exogenous.find(({ id }) => id === data['id'])?.title ??
    null,
  'contact-reported': (model, { actor, place, data }) =>
    `${who(model, actor)}: сведения${at(place)}: ${ACTIVITIES[String(data['activity'])] ?? ''}, около ${number(data['men'])} чел.`,
  'line-crossed': (model, { actor, place, data }) =>
    `${who(model, actor)}, ${number(data['men'])} чел.: переход линии, заявленной ${data['line'] === 'su' ? 'СССР' : 'Японией'}${at(place)}`,
  'challenge-made': (model, { actor, place, data }) =>
    `Окрик${at(place)}: ${who(model, actor)} → ${who(model, data['challenged'])}`,
  'shot-fired': (model, { actor, place, data }) =>
    `Одиночный выстрел${at(place)}: ${who(model, actor)} → ${who(model, data['at'])}`,
  'fire-opened': (model, { actor, place }) => `${who(model, actor)}: огонь открыт${at(place)}`,
  'casualties-taken': (model, { actor, place, data }) =>
    `${who(model, actor)}: убито ${number(data['killed'])}, ранено ${number(data['wounded'])}, пропало ${number(data['missing'])}${at(place)}`,
  'tanks-put-out': (model, { actor, place, data }) =>
    `${who(model, actor)}: потеряно танков ${number(data['count'])}${at(place)}`,
  'guns-lost': (model, { actor, place, data }) =>
    `${who(model, actor)}: потеряно орудий ${number(data['count'])}${at(place)}`,
  'unit-broke': (model, { actor, place }) => `${who(model, actor)}: бегство${at(place)}`,
  'unit-destroyed': (model, { actor, place }) =>
    `${who(model, actor)}: больше не существует${at(place)}`,
  'height-taken': (_model, { place, data }) =>
    `${placeName(place)}: ${data['from'] === '' ? 'занята' : 'взята'}, ${people(data['side'])}`,
  'crest-contested': (_model, { place, data }) =>
    `${placeName(place)}: обе стороны на гребне, у советских ${String(Math.round(Number(data['share']) * 10))}/10`,
  'operation-ordered': (model, { actor, place, data }) =>
    `${who(model, actor)}: приказ об атаке${at(place)}, ${number(data['men'])} чел.${leave(data['authority'])}`,
  'operation-started': (model, { actor, place, data }) =>
    `${who(model, actor)}: атака началась${at(place)}, ${number(data['men'])} чел. против ${number(data['defenders'])}`,
  'operation-ended': (model, { actor, place, data }) =>
    `${who(model, actor)}: атака${at(place)}: ${OUTCOMES[String(data['outcome'])] ?? ''}, потери ${number(data['loss'])}`,
  'bombardment-fired': (model, { actor, place, data }) =>
    `${who(model, actor)}: ${number(data['rounds'])} снарядов${data['guns'] === true ? ' по батареям' : ''}${at(place)}`,
  'air-strike-flown': (_model, { place, data }) =>
    `Налёт, ${number(data['aircraft'])} самолётов (${people(data['side'])})${at(place)}`,
  'order-given': (model, { actor, place, data }) =>
    data['to'] === ''
      ? `${who(model, actor)}: решение: ${act(data['act'])}${at(place)}${leave(data['authority'])}`
      : `Приказ: ${who(model, actor)} → ${who(model, data['to'])}: ${act(data['act'])}${at(place)}${leave(data['authority'])}`,
  'permission-asked': (model, { actor, place, data }) =>
    `Запрос: ${who(model, actor)} → ${who(model, data['of'])}: ${act(data['act'])}${at(place)}${data['afterTheDeed'] === true ? ', задним числом' : ''}`,
  'permission-granted': (model, { actor, place, data }) =>
    `${data['afterTheDeed'] === true ? 'Одобрено задним числом' : 'Разрешение'}: ${who(model, actor)} → ${who(model, data['to'])}: ${act(data['act'])}${at(place)}`,
  'permission-refused': (model, { actor, place, data }) =>
    `${data['afterTheDeed'] === true ? 'Самовольство не одобрено' : 'Отказ'}: ${who(model, actor)} → ${who(model, data['to'])}: ${act(data['act'])}${at(place)}`,
  'force-forbidden': (model, { actor, place, data }) =>
    `Запрет: ${who(model, actor)} → ${who(model, data['to'])}: ${act(data['act'])}${at(place)}`,
  'acted-without-authority': (model, { actor, place, data }) =>
    `${who(model, actor)}: ${act(data['act'])}${at(place)}, ${data['ban'] === true ? 'вопреки запрету' : 'без разрешения'}`,
  'note-handed': (model, { actor, place, data }) =>
    `Нота: ${who(model, actor)} → ${who(model, data['to'])} ${DEMANDS[String(data['demand'])] ?? ''}${at(place)}`,
  'note-answered': (model, { actor, data }) =>
    `Ответ на ноту: ${who(model, actor)} → ${who(model, data['to'])}: ${ANSWERS[String(data['answer'])] ?? ''}`,
  'talks-proposed': (model, { actor, data }) =>
    `${who(model, actor)}: предложение ${TERMS[String(data['terms'])] ?? ''}`,
  'truce-agreed': (_model, { data }) =>
    `Перемирие согласовано: ${TERMS[String(data['line'])] ?? ''}`,
  'shot-after-truce': (model, { actor, place }) =>
    `${who(model, actor)}: огонь после часа перемирия${at(place)}`,
  'alert-raised': (model, { actor }) => `${who(model, actor)}: войска подняты по тревоге`,
  'rail-cut': (_model, { place }) => `Железная дорога разбита${at(place)}`,
  'ships-called': (model, { actor }) =>
    `${who(model, actor)}: собирает транспорты для перевозки войск`,
  'formation-concentrating': (model, { actor, data }) =>
    `${who(model, actor)}: сосредоточение, ${number(data['men'])} чел.${at(String(data['to']))}`,
  'rung-reached': (model, { data }) =>
    `${people(data['side'])}: новая ступень (${TITLES_RU[String(data['rung'])] ?? String(data['rung'])})`,
  'ground-vacated': (_model, { place, data }) => `${people(data['side'])}: уход${at(place)}`,
  'line-ban-lifted': (model, { actor, data }) =>
    `${who(model, actor)}: запрет переходить свою линию и стрелять за неё снят, ${people(data['side'])}`,
  'unit-departed': (model, { actor, place, data }) =>
    `${who(model, actor)}: выход${at(place)} → ${placeName(String(data['to']))}`,
  'unit-arrived': (model, { actor, place }) => `${who(model, actor)}: прибытие${at(place)}`,
  'parties-met': (model, { place, data }) =>
    `Встреча${at(place)}: ${who(model, data['host'])}, ${who(model, data['guest'])}`,
  'warning-given': (model, { actor, place }) => `${who(model, actor)}: предупреждение${at(place)}`,
  'party-detained': (model, { actor, place, data }) =>
    `${who(model, actor)}: задержание${at(place)}, ${number(data['men'])} чел.`,
  'unit-rallied': (model, { actor, place }) => `${who(model, actor)}: снова в строю${at(place)}`,
  'fire-ceased': (_model, { data }) => `Огонь прекращён, ${people(data['side'])}`,
  'standing-order-issued': (model, { actor, data }) =>
    `Постоянный приказ: ${who(model, actor)} → ${who(model, data['to'])}: ${act(data['act'])}`,
  'message-intercepted': (model, { actor, data }) =>
    `${who(model, actor)}: перехвачена бумага, отправитель ${who(model, data['from'])}`,
  'message-lost': (model, { data }) => `Бумага не дошла: ${who(model, data['to'])}`,
  'help-asked': (model, { actor, place, data }) =>
    `Просьба о помощи: ${who(model, actor)} → ${who(model, data['of'])}${at(place)}`,
  'wire-talk-opened': (model, { actor, data }) =>
    `Вызов к прямому проводу: ${who(model, actor)} → ${who(model, data['to'])}`,
  'inquiry-found': (model, { actor, place, data }) =>
    `${who(model, actor)}: вывод комиссии${at(place)}: ${data['fault'] === true ? 'свои за линией' : 'своих за линией нет'}`,
  'fault-admitted': (model, { actor, place, data }) =>
    `Признание вины: ${who(model, actor)} → ${who(model, data['to'])}${at(place)}`,
  'admission-rebuked': (model, { actor, place, data }) =>
    `Выговор за признание: ${who(model, actor)} → ${who(model, data['to'])}${at(place)}`,
  'opinion-asked': (model, { actor, place, data }) =>
    `Запрошено мнение: ${who(model, actor)} → ${who(model, data['of'])}: ${act(data['act'])}${at(place)}`,
  'opinion-given': (model, { actor, place, data }) =>
    `${data['agrees'] === true ? 'Согласие' : 'Возражение'}: ${who(model, actor)} → ${who(model, data['to'])}: ${act(data['act'])}${at(place)}`,
  'assertion-rebuked': (model, { actor, place, data }) =>
    `Выговор за мнимое согласие других: ${who(model, actor)} → ${who(model, data['to'])}${at(place)}`,
  'parley-offered': (model, { actor, place, data }) =>
    data['to'] === ''
      ? `Парламентёр никого не застал: ${who(model, actor)}${at(place)}`
      : `Парламентёр: ${who(model, actor)} → ${who(model, data['to'])}${at(place)}`,
  'parley-refused': (model, { actor, place }) =>
    `Парламентёр отослан обратно: ${who(model, actor)}${at(place)}`,
  'parley-held': (model, { actor, place, data }) =>
    `Встреча между линиями: ${who(model, actor)} и ${who(model, data['with'])}${at(place)}`,
  'positions-surveyed': (model, { actor, place, data }) =>
    `Совместный осмотр позиций${at(place)}: ${who(model, actor)} ${String(data['own'])} чел., ${who(model, data['with'])} ${String(data['theirs'])} чел.`,
  'lines-separated': (_model, { place, data }) =>
    `Стороны отошли друг от друга на ${String(data['metres'])} м${at(place)}`,
  'rules-changed': (model, { actor, data }) =>
    `Правила открытия огня: ${who(model, actor)} → ${who(model, data['to'])}`,
  'person-removed': (model, { actor }) => `${who(model, actor)}: начальник снят`,
  'person-appointed': (model, { actor }) => `${who(model, actor)}: назначен новый начальник`,
  'order-refused': (model, { actor, data }) =>
    `${who(model, actor)}: приказ невыполним (${String(data['reason'])})`,
};

/** One line of the journal; `null` for what is not told alone. */
export function tellInRussian(model: Model, event: KhasanEvent): string | null {
  return TELLERS[event.kind]?.(model, event) ?? null;
}
