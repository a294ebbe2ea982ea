import type { WireLexicon } from '../../picture/index.ts';
import type { WireAct, WireData, WireMessage } from '../../record/index.ts';
import { sayAct } from './tell-ru.ts';
import { figureWords } from './words.ts';

/**
 * The Wire in Russian, in the short form of a staff journal: what is counted stands before its number, and
 * names in the nominative, so that nothing has to be declined.
 */
const ANSWERS: Readonly<Record<string, string>> = {
  accept: 'принята',
  reject: 'отклонена',
  counter: 'встречное требование',
};
const DEMANDS: Readonly<Record<string, string>> = {
  withdraw: 'отвести войска',
  protest: 'протест',
  'status-quo': 'прежнее положение',
};

const AUTHORITY: WireLexicon['authority'] = {
  within: 'в пределах прав',
  standing: 'постоянный приказ',
  unbacked: 'по пустой бумаге',
  initiative: 'свой почин',
  'against-ban': 'вопреки запрету',
};

/** `20½ ч`; days from four days on. */
function hours(count: number): string {
  if (count >= 96) return `${String(Math.round(count / 24))} сут`;
  const quarters = Math.round(count * 4);
  const whole = Math.floor(quarters / 4);
  const part = ['', '¼', '½', '¾'][quarters - whole * 4] ?? '';
  return `${whole === 0 && part !== '' ? '' : String(whole)}${part} ч`;
}

function what({ act, place }: { readonly act: string; readonly place: string }): string {
  return place === '' ? sayAct(act) : `${sayAct(act)}, ${place}`;
}

function message(mail: WireMessage): string {
  switch (mail.kind) {
    case 'request':
      return `${mail.afterTheDeed ? 'запрос задним числом' : 'запрос'}: ${what(mail)}${mail.word === 'agreed' ? ' (с согласия других, по словам автора)' : ''}`;
    case 'grant':
      return `разрешение: ${what(mail)}${mail.forceMen > 0 ? `, ${String(mail.forceMen)} чел.` : ''}`;
    case 'refusal':
      return `отказ: ${what(mail)}`;
    case 'ban':
      return `запрет: ${what(mail)}`;
    case 'order':
      return `приказ: ${what(mail)}`;
    case 'note':
      return `нота${mail.word === '' ? '' : `: ${DEMANDS[mail.word] ?? mail.word}`}${mail.place === '' ? '' : `, ${mail.place}`}`;
    case 'answer':
      return `ответ на ноту${mail.word === '' ? '' : `: ${ANSWERS[mail.word] ?? mail.word}`}`;
    case 'proposal':
      return 'предложение условий';
    case 'agreement':
      return 'прекращение огня';
    case 'standing-order':
      return `постоянный приказ: ${what(mail)}`;
    case 'rules':
      return 'правила открытия огня';
    case 'finding':
      return `вывод комиссии${mail.place === '' ? '' : `, ${mail.place}`}`;
    case 'admission':
      return `признание вины${mail.place === '' ? '' : `, ${mail.place}`}`;
    case 'rebuke':
      return 'выговор';
    case 'sounding':
      return `запрос мнения: ${what(mail)}`;
    case 'opinion':
      return `${mail.word === 'agrees' ? 'согласие' : 'возражение'}: ${what(mail)}`;
    case 'parley':
      return `предложение встретиться: ${mail.place}`;
    case 'intercept':
      return `прочтена чужая бумага: ${what(mail)}`;
    case 'appeal':
      return `просьба о помощи: ${mail.place}`;
    case 'report':
      return 'донесение';
  }
}

function act(deed: WireAct): string {
  const men = deed.men > 0 ? `, ${String(deed.men)} чел.` : '';
  return `${deed.byOrder ? 'приказ: ' : ''}${what(deed)}${men}`;
}

function ahead(deed: WireAct): string {
  if (deed.authority === 'within' || deed.authority === 'standing') return '';
  if (deed.tick < 0) return 'отменено';
  if (deed.aheadHours === null) return 'разрешение не пришло';
  if (deed.aheadHours <= 0) return `разрешение за ${hours(-deed.aheadHours)} до дела`;
  return `за ${hours(deed.aheadHours)} до разрешения`;
}

function finding(data: WireData): string {
  const isIn = (tick: number): boolean => tick >= data.fromTick && tick <= data.toTick;
  const requests = data.messages.filter(
    ({ kind, sentTick }) => kind === 'request' && isIn(sentTick),
  );
  const refused = requests.filter(({ answer }) => answer === 'refused').length;
  const force = data.acts.filter((deed) => deed.force && isIn(deed.tick));
  const deeds = force.filter(({ byOrder }) => !byOrder);
  const bare = deeds.filter(({ authority }) => authority !== 'within' && authority !== 'standing');
  const asked =
    requests.length === 0
      ? 'Разрешения никто не просил'
      : `Запросов разрешения: ${String(requests.length)}, отказов: ${String(refused)}`;
  const acted =
    deeds.length === 0
      ? 'силу никто не применял'
      : `действий силой: ${String(deeds.length)}, из них без разрешения: ${String(bare.length)}`;
  const first = force
    .filter((deed) => (deed.aheadHours ?? 0) > 0)
    .sort((a, b) => a.tick - b.tick || Number(a.byOrder) - Number(b.byOrder))[0];
  if (first === undefined) return `${asked}; ${acted}.`;
  const who = data.offices[first.office]!.name;
  return `${asked}; ${acted}. ${who}: ${act(first)}, за ${hours(first.aheadHours ?? 0)} до разрешения.`;
}

/** The lexicon of the Wire in Russian. */
export function wireInRussian(): WireLexicon {
  return {
    title: 'Провод',
    months: figureWords()?.months ?? [],
    ...{ finding, message, act, ahead, hours, authority: AUTHORITY },
    bar: (office, first, span, acts) =>
      `${office}: ${act({ ...first, men: 0 })}, за ${hours(span)} до разрешения` +
      (acts > 1 ? `, действий: ${String(acts)}` : ''),
    barsMore: (count) => `и ещё до разрешения: ${String(count)}`,
    stroke: (from, to, said, sent, known) =>
      `${from} → ${to}: ${said}; отправлено ${sent}, ${known}`,
    read: (moment) => `прочтено ${moment}`,
    span: (from, to) => `${from} – ${to}`,
    lost: 'не дошло',
    unread: 'не прочтено',
    legend: {
      signs: {
        asked: 'запрос разрешения',
        unanswered: 'запрос без ответа',
        granted: 'разрешение',
        limited: 'разрешение с пределом',
        refused: 'отказ',
        ban: 'запрет на силу',
        report: 'донесение',
        order: 'приказ',
        note: 'нота между министерствами или ответ на неё',
        agreement: 'весть о прекращении огня',
      },
      act: (authority) => `действие: ${AUTHORITY[authority]}`,
      hollow: (side) => `${side}: полые`,
      solid: (side) => `${side}: залитые`,
      lost: 'не дошло',
      unread: 'не прочтено до конца',
      bar: 'от дела до разрешения на него',
      note:
        'Черта идёт от отправителя в час отправки к читающему в час чтения: чем положе, тем медленнее. ' +
        'Пустая бумага — та, на которую у её автора самого не было разрешения. Это прогон модели, а не документы.',
      reportsLeft: (count) =>
        `Донесения не нарисованы (${String(count)}); их показывает окно до десяти дней.`,
    },
    table: {
      answers: {
        none: '',
        unanswered: 'без ответа',
        granted: 'разрешено',
        limited: 'с пределом',
        refused: 'отказано',
        answered: 'отвечено',
      },
      subordinates: 'подчинённым',
      ground: 'на месте',
      calledOff: (deed) => `${deed}, отменено`,
      noLeave: 'разрешение не пришло',
    },
    army: 'войска',
    hill: 'высота',
    capital: 'столица',
  };
}

const GROUPS: Readonly<Record<string, string>> = {
  Posts: 'Наряды',
  Regiments: 'Полки',
  Brigades: 'Бригады',
  Divisions: 'Дивизии',
  Corps: 'Корпуса',
  Armies: 'Армии',
  Capital: 'Столица',
  Outposts: 'Заставы',
  'Border detachment': 'Погранотряд',
  'Border district': 'Погранокруг',
  'In Москва': 'В Москве',
  'In Токио': 'В Токио',
};

/** The names of levels beside the rows, which the data have in English. */
export function groupInRussian(group: string): string {
  return GROUPS[group] ?? group.replace(/ again$/, ' ещё раз');
}

/** Heads of the table. */
export const WIRE_HEADS_RU: Readonly<Record<string, string>> = {
  sent: 'отправлено',
  from: 'от кого',
  to: 'кому',
  kind: 'что',
  known: 'прочтено',
  answer: 'ответ',
  'hours ahead of paper': 'раньше бумаги на',
};
