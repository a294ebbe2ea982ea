import type { ChargeKind, Reckoning } from '../record/index.ts';

/** Headings of the reckoning, and what each part counts; the same on the terminal and on the page. */
export const PARTS: Readonly<Record<ChargeKind, { title: string; column: string; lead: string }>> =
  {
    'beyond-authority': {
      title: 'Acts beyond authority',
      column: 'beyond\nauthority',
      lead:
        'Acts of force for which no paper went back to the office that holds the power. The term is the ' +
        'model’s; it says who acted, not who was guilty. The tribunal of 1946 used another, “crimes against peace”.',
    },
    'line-violated': {
      title: 'Lines crossed',
      column: 'lines\ncrossed',
      lead:
        'Each side claimed another line over the same ground. A crossing counts under the line of the side that ' +
        'claims it, so that the same step can be a violation for one side and a march on its own soil for the other.',
    },
    'first-use': {
      title: 'First use of each kind of force',
      column: 'first\nuses',
      lead: 'Who used a kind of force first, and who answered in kind.',
    },
    'false-report': {
      title: 'Reports that did not fit the facts',
      column: 'false\nreports',
      lead:
        'A place said to be taken by one who knew better; else what was miscounted, coloured by the hands it passed through, or ' +
        'out of date with its author. False means off by two or more times and by forty men, or the wrong holder.',
    },
    'after-truce': {
      title: 'Shots after the truce',
      column: 'after\nthe truce',
      lead: 'The hour travels down the chains like any message; who had not heard fought on.',
    },
  };

/** What a reader must know before he judges anybody by a page of this kind. */
export const CAVEAT =
  'One run of a model, not what happened. It shows what these rules and these papers allow, once. Persons are ' +
  'named because they held the offices; in the run they are only the traits that the scenario gives them.';

/** What the run could not be asked. */
export function unheardNote(reckoning: Reckoning): string {
  return reckoning.heard
    ? ''
    : 'Made from a file of events: beliefs and false reports cannot be told from it.';
}

const FORCE_NAMES: Readonly<Record<string, string>> = {
  crossing: 'men over the other side’s line',
  shot: 'a single aimed shot',
  'small-arms': 'rifles and machine guns',
  attack: 'an attack',
  tanks: 'tanks',
  guns: 'guns',
  aircraft: 'aircraft',
};

/** `Never used: guns, aircraft.`, or `''`. */
export function unusedNote(reckoning: Reckoning): string {
  if (reckoning.unused.length === 0) return '';
  return `Never used in this run: ${reckoning.unused.map((force) => FORCE_NAMES[force] ?? force).join(', ')}.`;
}
