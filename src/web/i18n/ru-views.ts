import type { EN_VIEWS } from './en-views.ts';

/** The same in Russian. */
export const RU_VIEWS: Readonly<Record<keyof typeof EN_VIEWS, string>> = {
  'panel.tabs': 'О чём рассказывает столбец',

  'reckoning.tab': 'Расчёт',
  'reckoning.title': 'Кто за что отвечает',
  'reckoning.caveat':
    'Один прогон модели, а не то, что было. Люди названы потому, что занимали должности; в прогоне у них только те черты, что дал сценарий.',
  'reckoning.working': 'Прогон играется снова, его участников выслушивают …',
  'reckoning.failed': 'Расчёт не составлен: {why}',
  'reckoning.none': 'В этом прогоне никого не в чем обвинить.',
  'reckoning.unused': 'В этом прогоне не применялись: {list}.',
  'reckoning.bars': 'Пункты по лицам; залито: сверх прав. Выбор оставит только его пункты.',
  'reckoning.more': 'Все ({count})',
  'reckoning.answers': 'Отвечает: {name}.',
  'reckoning.papers': 'Бумаги',
  'reckoning.unread': 'Ещё не прочитано',
  'reckoning.knew': 'Он знал',
  'reckoning.why': 'почему',
  'reckoning.beyond-authority': 'Действия сверх прав',
  'reckoning.line-violated': 'Перейдённые линии',
  'reckoning.first-use': 'Первое применение каждого вида силы',
  'reckoning.false-report': 'Донесения, не отвечавшие делу',
  'reckoning.after-truce': 'Выстрелы после перемирия',
  'reckoning.beyond-authority.lead':
    'Действия силой, на которые не было бумаги от того, кому принадлежит право. Это говорит, кто действовал, а не кто виновен.',
  'reckoning.line-violated.lead':
    'Переход считается по линии той стороны, что её заявляет: один и тот же шаг для одних нарушение, для других марш по своей земле.',
  'reckoning.first-use.lead': 'Кто первым применил вид силы и кто ответил тем же.',
  'reckoning.false-report.lead':
    'В модели никто не лжёт: ложное обсчитано, окрашено руками, через которые прошло, или устарело.',
  'reckoning.after-truce.lead':
    'Час идёт вниз по цепи, как любое сообщение; кто не слышал, стрелял дальше.',
  'force.crossing': 'люди за чужой линией',
  'force.shot': 'прицельный выстрел',
  'force.small-arms': 'винтовки и пулемёты',
  'force.attack': 'атака',
  'force.tanks': 'танки',
  'force.guns': 'орудия',
  'force.aircraft': 'авиация',
};
