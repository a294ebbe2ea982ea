import type { EN_RUNS } from './en-runs.ts';

/** The same in Russian. */
export const RU_RUNS: Readonly<Record<keyof typeof EN_RUNS, string>> = {
  'runs.group.record': 'Есть в документах',
  'runs.group.other': 'Нет в документах',
  'runs.inside': 'Внутри прогонов.',
  'runs.inside.told':
    'Документы ({record}) лежат внутри средних девяти десятых прогонов: {shares}.',
  'runs.edge': 'На краю прогонов.',
  'runs.edge.told':
    'Документы ({record}) лежат вне средних девяти десятых прогонов, хотя и не за всеми: {shares}.',
  'runs.beyond': 'Вне прогонов.',
  'runs.beyond.told': 'Документы ({record}) лежат за пределами всех прогонов: {shares}.',
  'runs.shares.time': 'раньше — {below} прогонов, позже — {above}',
  'runs.shares.number': 'меньше — в {below} прогонов, больше — в {above}',
  'runs.shares.within': ', в пределах документов — {within}',
  'runs.without': 'В {count} из {runs} прогонов этого не было; здесь они не считаются.',
  'runs.agree': 'По документам: {record}. Так же в {share} прогонов.',
  'runs.norecord': 'В документах для этой меры ничего нет: прогоны стоят сами по себе.',
  'runs.anchored':
    'В документах: {record}. Это спрашивается у прогонов с известного вечера 30 июля, а эти начинаются 1 июля; среди них документы не ставятся.',
  'runs.nothing':
    'Ни в одном из {runs} прогонов этого не было: сравнить документы ({record}) не с чем.',
  'runs.mark.record': 'документы, {record}',
  'runs.mark.claim': '{claimant}: {record}',
  'runs.mark.historian': 'другое чтение',
  'runs.middle.mark': 'половина прогонов',
  'runs.ninety.mark': 'девять десятых прогонов',
  'runs.axis.time': 'день, Токио',
  'runs.hill': 'Кто держит высоту, по дням',
  'runs.hill.pick': 'высота',
  'runs.hill.about': 'В полдень, по дням; доли {runs} прогонов',
  'runs.hill.day': 'день',
  'runs.hill.agree':
    '{hill}: большинство прогонов сходится с документами в стольких днях: {agreed} из {days}.',
  'runs.hill.split': '{hill}: больше всего прогоны расходятся {day}, тогда сходятся {share}.',
  'runs.hill.note':
    'Полоса над лентами — документы, где они говорят; они спрашиваются у прогонов с 30 июля и стоят здесь лишь для вида.',
  'word.yes': 'да',
  'word.no': 'нет',
  'word.both': 'обе стороны',
  'word.none': 'никто',
};
