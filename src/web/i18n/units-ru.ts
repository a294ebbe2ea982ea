/**
 * Names of units in Russian, made from the English names and ids of the scenario, which are regular:
 * `KIND[, CALIBRE][, FORMATION]`, with the number of a company in the id. The kind stands in the nominative,
 * formations in the genitive, so nothing else has to be declined.
 */

/** A kind of unit: its name, and the ending of its number. */
type Kind = readonly [name: string, ending: 'я' | 'й' | ''];

const KINDS: Readonly<Record<string, Kind>> = {
  'Rifle company': ['стрелковая рота', 'я'],
  'Machine-gun company': ['пулемётная рота', 'я'],
  'Regimental gun battery': ['полковая батарея', 'я'],
  'Anti-tank battery': ['противотанковая батарея', 'я'],
  'Field battery': ['пушечная батарея', 'я'],
  'Howitzer battery': ['гаубичная батарея', 'я'],
  'Sapper company': ['сапёрная рота', 'я'],
  'Engineer company': ['сапёрная рота', 'я'],
  'Tank company of a rifle division': ['танковая рота', 'я'],
  'Tank company of the mechanised brigade': ['танковая рота', 'я'],
  'Tank company of the reconnaissance battalion': ['танковая рота разведывательного батальона', ''],
  'Flame tanks and bridge-layers': ['огнемётные танки и мостоукладчики', ''],
  'Self-propelled guns': ['самоходные орудия', ''],
  'Fast tank company': ['рота быстроходных танков', 'я'],
  'Motor rifle company': ['мотострелковая рота', 'я'],
  'Motorised gun battery': ['моторизованная пушечная батарея', 'я'],
  'Motorised howitzer battery': ['моторизованная гаубичная батарея', 'я'],
  'Corps gun battery': ['корпусная пушечная батарея', 'я'],
  'Corps howitzer battery': ['корпусная гаубичная батарея', 'я'],
  'Bomber squadron': ['бомбардировочная эскадрилья', 'я'],
  'Heavy bomber squadron': ['тяжёлая бомбардировочная эскадрилья', 'я'],
  'Light bomber squadron': ['лёгкая бомбардировочная эскадрилья', 'я'],
  'Assault squadron': ['штурмовая эскадрилья', 'я'],
  'Fighter squadron': ['истребительная эскадрилья', 'я'],
  'Battalion gun platoon': ['взвод батальонных орудий', ''],
  'Regimental gun company': ['рота полковых орудий', ''],
  'Anti-tank gun company': ['рота противотанковых орудий', ''],
  'Mountain battery': ['горная батарея', 'я'],
  'Heavy battery': ['тяжёлая батарея', 'я'],
  'Cavalry squadron': ['кавалерийский эскадрон', 'й'],
  'Anti-aircraft battery': ['зенитная батарея', 'я'],
  'Field battery of the Kwantung Army': ['полевая батарея', ''],
  'Manoeuvre company of a border detachment': ['манёвренная рота', 'я'],
  'Machine-gun platoon of a border detachment': ['пулемётный взвод', ''],
  'Mounted troop of a border detachment': ['конный взвод', ''],
};

/** Units with a name of their own. */
const OWN: Readonly<Record<string, string>> = {
  'su.59bd.podgornaya-outpost': 'застава Подгорная (Терешкин)',
  'su.59bd.podgornaya-patrol': 'дозор заставы Подгорной',
  'su.59bd.zaozyornaya-post': 'наряд на Заозёрной',
  'su.59bd.bezymyannaya-post': 'наряд на Безымянной (Махалин)',
  'su.59bd.reserve-outpost': 'резервная застава (Христолюбов)',
  'su.59bd.north-outpost': 'северная застава',
  'su.59bd.north-patrol': 'дозор северной заставы',
  'su.59bd.hansi-outpost': 'застава у залива Посьета',
  'su.59bd.slavyanka-outpost': 'береговая застава в Славянке',
  'su.59bd.nco-school': 'школа младших командиров',
  'su.nkvd.escort': 'охрана Фриновского',
  'jp.garrison.kanda-coy': 'рота Канды',
  'jp.garrison.noguchi-coy': 'рота Ногути',
  'jp.garrison.sakuma-det': 'отряд Сакумы',
  'jp.gendarmerie.patrol': 'жандармы Фанчуаня',
  'jp.manchukuo.wujiazi': 'стража Маньчжоу-Го в Уцзяцзы',
  'jp.kwantung.armoured-train': 'особый бронепоезд',
};

const BRANCHES: Readonly<Record<string, string>> = {
  Rifle: 'стрелкового',
  RR: 'стрелкового',
  Infantry: 'пехотного',
  IR: 'пехотного',
  Artillery: 'артиллерийского',
  'Mountain Artillery': 'горного артиллерийского',
  'Heavy Field Artillery': 'тяжёлого полевого артиллерийского',
  'Corps Artillery': 'корпусного артиллерийского',
  Cavalry: 'кавалерийского',
  Engineer: 'сапёрного',
};

/** Formations in the genitive: a form of the English name, and what it becomes; `$1` is taken over. */
const FORMATIONS: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [
    /^(\d+)\w\w Battalion, (\d+)\w\w (RR|IR)$/,
    (_all, battalion, regiment, branch) =>
      `${battalion}-го батальона ${regiment}-го ${BRANCHES[branch]!} полка`,
  ],
  [
    /^\d+\w\w Company, (\d+)\w\w RR \((\w+)\)$/,
    (_all, regiment) => `${regiment}-го стрелкового полка (Левченко)`,
  ],
  [
    /^(\d+)\w\w (.+) Regiment$/,
    (all, number, branch) =>
      BRANCHES[branch] === undefined ? all : `${number}-го ${BRANCHES[branch]} полка`,
  ],
  [/^(\d+)\w\w Division sapper battalion$/, 'сапёрного батальона $1-й стрелковой дивизии'],
  [/^(\d+)\w\w Corps sapper battalion$/, '$1-го корпусного сапёрного батальона'],
  [/^(\d+)\w\w Separate Tank Battalion$/, '$1-го отдельного танкового батальона'],
  [/^(\d+)\w\w Tank Battalion$/, '$1-го танкового батальона'],
  [/^(\d+)\w\w Mechanised Brigade$/, '$1-й механизированной бригады'],
  [/^Reconnaissance battalion$/, 'разведывательного батальона'],
  [/^Motor rifle battalion$/, 'мотострелкового батальона'],
  [/^Brigade artillery$/, 'бригадной артиллерии'],
  [/^Second corps artillery regiment.*$/, 'второго корпусного артиллерийского полка'],
  [/^Third corps artillery regiment.*$/, 'третьего корпусного артиллерийского полка'],
  [/^Air group$/, 'авиационной группы'],
  [/^Part of an anti-aircraft regiment$/, 'зенитного полка'],
  [/^(\d+)\w\w battalion at Hunchun$/, '$1-го батальона в Хуньчуне'],
  [/^Hunchun garrison$/, 'хуньчуньского гарнизона'],
  [/^Kwantung Army field and anti-aircraft artillery$/, 'Квантунской армии'],
  [/^Manoeuvre group$/, 'манёвренной группы'],
];

/** Marks of guns, tanks and aircraft in Cyrillic, the longest first. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/15 cm howitzers/, 'гаубицы 15 см'],
  [/7\.5 cm/, '7,5 см'],
  [/ mm\b/, ' мм'],
  [/R-5SSS/, 'Р-5ССС'],
  [/R-Z/, 'Р-З'],
  [/KhT-26 and ST-26/, 'ХТ-26 и СТ-26'],
  [/BT-5 and BT-7/, 'БТ-5 и БТ-7'],
  [/SU-5-2/, 'СУ-5-2'],
  [/TB-3/, 'ТБ-3'],
  [/T-26/, 'Т-26'],
  [/I-15/, 'И-15'],
  [/^SB$/, 'СБ'],
];
const MARK = /^(\d|SB$|TB-|T-|I-|R-|KhT-|BT-|SU-5)/;

/** Name of a unit in Russian; `null` where a part of it is not known. */
export function unitInRussian(id: string, name: string): string | null {
  const own = OWN[id];
  if (own !== undefined) return own;
  const [first = '', ...rest] = name.split(', ');
  const kind = KINDS[first];
  if (kind === undefined) return null;
  const hasMark = rest[0] !== undefined && MARK.test(rest[0]) && !/^\d+\w\w [A-Zb]/.test(rest[0]);
  const mark = hasMark ? `, ${marked(rest[0]!)}` : '';
  const formation = rest.slice(hasMark ? 1 : 0).join(', ');
  const [words, ending] = kind;
  const number = /\.\D*?(\d+)(?:coy|bty|sqn)$/.exec(id)?.[1];
  const numbered = number === undefined || ending === '' ? words : `${number}-${ending} ${words}`;
  if (formation === '') return numbered + mark;
  const genitive = inGenitive(formation);
  return genitive === null ? null : `${numbered} ${genitive}${mark}`;
}

function marked(text: string): string {
  return MARKS.reduce((all, [from, to]) => all.replace(from, to), text);
}

function inGenitive(formation: string): string | null {
  const found = FORMATIONS.find(([form]) => form.test(formation));
  if (found === undefined) return null;
  const [form, words] = found;
  return typeof words === 'string'
    ? formation.replace(form, words)
    : formation.replace(form, (...parts: unknown[]) => words(...parts.map(String)));
}
