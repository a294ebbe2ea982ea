import { COMPANY_MEN, type ForceFacts } from '../engage/index.ts';
import { nearestOf } from '../scenario/index.ts';
import { mistake } from './errors.ts';

/** Words of a force, what each is worth, and the range of its number. */
const WORDS = {
  men: ['men', 1, 0, 100_000],
  companies: ['men', COMPANY_MEN, 0, 700],
  battalions: ['men', 4 * COMPANY_MEN, 0, 175],
  tanks: ['tanks', 1, 0, 10_000],
  guns: ['guns', 1, 0, 10_000],
  calibre: ['calibreMm', 1, 20, 420],
  'anti-tank': ['antiTankGuns', 1, 0, 10_000],
  mortars: ['mortars', 1, 0, 10_000],
  aircraft: ['aircraft', 1, 0, 1000],
  training: ['training', 1, 0, 1],
  cohesion: ['cohesion', 1, 0, 1],
  fatigue: ['fatigueDays', 1, 0, 10],
} as const satisfies Readonly<
  Record<string, readonly [field: keyof ForceFacts, worth: number, low: number, high: number]>
>;
type Word = keyof typeof WORDS;
const NAMES = Object.keys(WORDS) as Word[];

/** The words of a force, for help and messages. */
export const FORCE_WORDS = NAMES.join(', ');

/** `company` for `companies`, and the like. */
const SINGULAR: Readonly<Record<string, Word>> = {
  man: 'men',
  company: 'companies',
  battalion: 'battalions',
  tank: 'tanks',
  gun: 'guns',
  mortar: 'mortars',
};

/** A force written by a person, and the option that brought it. */
export interface WrittenForce {
  readonly option: string;
  readonly text: string;
}

/**
 * Reads forces as a person writes them: `12 companies, 20 tanks, 40 guns, training 0.6`. Number and word
 * may come in either order. All that is wrong with any of them is told at once.
 */
export function parseForces(written: readonly WrittenForce[]): readonly ForceFacts[] {
  const wrong: string[] = [];
  const forces = written.map(({ option, text }) => {
    const read = readForce(text);
    wrong.push(...read.wrong.map((each) => `${option}: ${each}`));
    return read.force;
  });
  if (wrong.length === 0) return forces;
  throw mistake({
    found: ['what was written of the forces cannot be read:', ...wrong].join('\n    '),
    wanted: `numbers with these words, between commas: ${FORCE_WORDS}`,
    remedy: `for example --attacker "12 companies, 20 tanks, training 0.6"`,
  });
}

function readForce(text: string): { readonly force: ForceFacts; readonly wrong: string[] } {
  const wrong: string[] = [];
  const found: Partial<Record<keyof ForceFacts, number>> = {};
  for (const part of text.split(',')) {
    const words = part.trim().split(/\s+/);
    const number = words.find((word) => /^\d+(\.\d+)?$/.test(word));
    const name = words.find((word) => word !== number) ?? '';
    if (number === undefined || words.length !== 2) {
      wrong.push(`'${part.trim()}' is not one number and one word`);
      continue;
    }
    const word = SINGULAR[name] ?? NAMES.find((each) => each === name);
    if (word === undefined) {
      const nearest = nearestOf(name, NAMES);
      wrong.push(
        `'${name}' is unknown${nearest === undefined ? '' : `; did you mean '${nearest}'?`}`,
      );
      continue;
    }
    const [field, worth, low, high] = WORDS[word];
    const value = Number(number);
    if (value < low || value > high) {
      wrong.push(`${name} ${number} is outside ${String(low)} to ${String(high)}`);
    }
    found[field] = (field === 'men' ? (found.men ?? 0) : 0) + value * worth;
  }
  if (wrong.length === 0 && !((found.men ?? 0) >= 1)) wrong.push('it has no men');
  return { force: { ...found, men: Math.round(found.men ?? 0) }, wrong };
}
