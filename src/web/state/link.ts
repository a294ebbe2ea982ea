/**
 * What the address of the page says, after `#/`. All of what a visitor sees is in it, so that a link
 * shows somebody else the same. Unknown keys are kept and ignored, for the sake of later versions.
 */
export interface Link {
  readonly page: PageName;
  /** What follows the name of the page: `S03` of `#/sources/S03`. */
  readonly detail: string;
  readonly values: Readonly<Partial<Record<LinkKey, string>>>;
  /** Keys that this version does not know, as they came. */
  readonly others: readonly (readonly [string, string])[];
}

export const PAGES = ['battle', 'runs', 'whatif', 'sources', 'about'] as const;
export type PageName = (typeof PAGES)[number];

/**
 * `v` version of the link, `run` seed, `from` start, `set` settings, `t` time, `eyes` office or truth, `c` camera,
 * `sel` selection, `show` layers, `view` what stands in the middle, `with` additions, `panel` what the column at
 * the right tells, `names` language of names, `scenario` hash, `m` measure,
 * `sw` what is changed in a what-if, `pairs` how many pairs it plays.
 */
const KEYS = [
  'v',
  'run',
  'from',
  'set',
  't',
  'eyes',
  'c',
  'sel',
  'show',
  'view',
  'with',
  'panel',
  'lang',
  'names',
  'scenario',
  'm',
  'sw',
  'pairs',
] as const;
export type LinkKey = (typeof KEYS)[number];

function isKey(text: string): text is LinkKey {
  return (KEYS as readonly string[]).includes(text);
}

/** Reads the part of an address after `#`. What cannot be read is as if it were not there. */
export function readLink(hash: string): Link {
  const text = hash.replace(/^#?\/?/, '');
  const question = text.indexOf('?');
  const path = question < 0 ? text : text.slice(0, question);
  const [first = '', ...rest] = path.split('/');
  const page = PAGES.find((name) => name === first) ?? 'battle';
  const values: Partial<Record<LinkKey, string>> = {};
  const others: [string, string][] = [];
  const query = new URLSearchParams(question < 0 ? '' : text.slice(question + 1));
  for (const [key, value] of query) {
    if (isKey(key)) values[key] = value;
    else others.push([key, value]);
  }
  return { page, detail: rest.join('/'), values, others };
}

/** Signs that a query may hold as they are, for links that people can read. */
const READABLE: readonly (readonly [string, string])[] = [
  ['%3A', ':'],
  ['%2C', ','],
  ['%3D', '='],
];

/** Writes a link; keys in the order of the list, without empty ones. */
export function writeLink({ page, detail, values, others }: Link): string {
  const known = KEYS.flatMap((key): [string, string][] => {
    const value = values[key];
    return value === undefined || value === '' ? [] : [[key, value]];
  });
  const query = [...known, ...others]
    .map(([key, value]) => `${encodeURIComponent(key)}=${readable(value)}`)
    .join('&');
  const path = detail === '' ? page : `${page}/${detail}`;
  return `#/${path}${query === '' ? '' : `?${query}`}`;
}

function readable(value: string): string {
  return READABLE.reduce(
    (text, [coded, plain]) => text.replaceAll(coded, plain),
    encodeURIComponent(value),
  );
}
