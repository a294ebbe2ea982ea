import { valueAt } from '../../scenario/index.ts';
import { countVariants } from '../design/lay-out.ts';
import { SOBOL_DIMENSIONS_MAX } from '../design/sobol-sequence.ts';
import { SEED_MAX } from '../plan.ts';
import type { Design, Factor } from './experiment.ts';
import { note, type Notebook } from './notebook.ts';
import { DESIGNS, EXPERIMENT_RUNS_MAX, VARIANTS_MAX, type DesignKind } from './schema.ts';

/** What each design takes besides factors; the first word has no default. */
const TAKES: Readonly<Record<DesignKind, readonly string[]>> = {
  replicates: [],
  variants: [],
  'one-at-a-time': [],
  'full-factorial': [],
  'latin-hypercube': ['points', 'seed'],
  sobol: ['points', 'seed'],
  morris: ['walks', 'levels', 'seed'],
};

const MORRIS_LEVELS = 4;

/** Reads the design and writes down where it does not go together with the rest of the file. */
export function readDesign(book: Notebook, factors: readonly Factor[]): Design | null {
  const { tree } = book.source;
  const kind = DESIGNS.find((known) => known === valueAt(tree, ['design', 'kind']));
  if (kind === undefined) return null;
  checkParts(book, kind);
  checkFactorsOf(book, kind, factors);
  const number = (key: string, otherwise: number): number => {
    const value = valueAt(tree, ['design', key]);
    return typeof value === 'number' ? value : otherwise;
  };
  return {
    kind,
    points: number('points', 2),
    walks: number('walks', 2),
    levels: number('levels', MORRIS_LEVELS),
    seed: number('seed', 1),
  };
}

function checkParts(book: Notebook, kind: DesignKind): void {
  const { tree } = book.source;
  const takes = TAKES[kind];
  const [needed] = takes;
  if (needed !== undefined && valueAt(tree, ['design', needed]) === undefined) {
    note(book, ['design'], {
      code: 'missing-key',
      message: `A design of kind ${kind} needs "${needed}".`,
      remedy: `Add "${needed}:" with a number.`,
    });
  }
  for (const key of ['points', 'walks', 'levels', 'seed']) {
    if (takes.includes(key) || valueAt(tree, ['design', key]) === undefined) continue;
    note(
      book,
      ['design', key],
      {
        code: 'unknown-key',
        message: `A design of kind ${kind} has no use for "${key}".`,
        remedy: 'Take it out, or choose another kind of design.',
      },
      'key',
    );
  }
  const levels = valueAt(tree, ['design', 'levels']);
  if (kind === 'morris' && typeof levels === 'number' && levels % 2 === 1) {
    note(book, ['design', 'levels'], {
      code: 'out-of-range',
      message: `Morris’s walks need an even number of levels, not ${levels}.`,
      remedy: `Write ${levels + 1}.`,
    });
  }
  if (kind === 'variants' && valueAt(tree, ['variants']) === undefined) {
    note(book, ['design', 'kind'], {
      code: 'missing-key',
      message: 'The design is "variants", and the file has none.',
      remedy: 'Add "variants:", each with an id and settings.',
    });
  }
  if (kind !== 'variants' && valueAt(tree, ['variants']) !== undefined) {
    note(
      book,
      ['variants'],
      {
        code: 'unknown-key',
        message: `A design of kind ${kind} makes its variants from factors.`,
        remedy: 'Take "variants" out, or write "kind: variants".',
      },
      'key',
    );
  }
}

function checkFactorsOf(book: Notebook, kind: DesignKind, factors: readonly Factor[]): void {
  const has = valueAt(book.source.tree, ['factors']) !== undefined;
  const wants = kind !== 'variants' && kind !== 'replicates';
  if (has !== wants) {
    note(book, wants ? ['design', 'kind'] : ['factors'], {
      code: wants ? 'missing-key' : 'unknown-key',
      message: `A design of kind ${kind} ${wants ? 'needs factors' : 'has no use for factors'}.`,
      remedy: wants ? 'Add "factors:".' : 'Take them out, or choose another kind of design.',
    });
  }
  if (kind === 'full-factorial') {
    for (const [index, factor] of factors.entries()) {
      if (factor.distribution === null) continue;
      note(book, ['factors', index, 'distribution'], {
        code: 'wrong-type',
        message: `A full factorial cannot run through a distribution ("${factor.id}").`,
        remedy: 'Give the factor "levels".',
      });
    }
  }
  if (kind === 'sobol' && 2 * factors.length > SOBOL_DIMENSIONS_MAX) {
    note(book, ['factors'], {
      code: 'too-many',
      message: `A Sobol design takes ${Math.floor(SOBOL_DIMENSIONS_MAX / 2)} factors, not ${factors.length}.`,
      remedy: 'Screen the factors with a design of kind morris first.',
    });
  }
}

/** How many variants and runs the file asks for. */
export function checkSize(book: Notebook, design: Design, factors: readonly Factor[]): void {
  const { tree } = book.source;
  const given = valueAt(tree, ['variants']);
  const variants = countVariants(design, factors, Array.isArray(given) ? given.length : 0);
  const runs = valueAt(tree, ['runs']);
  if (variants > VARIANTS_MAX) {
    note(book, ['design'], {
      code: 'too-many',
      message: `The design has ${variants} variants; ${VARIANTS_MAX} are the limit.`,
      remedy: 'Take fewer levels, factors or points.',
    });
    return;
  }
  if (typeof runs !== 'number') return;
  if (variants * runs > EXPERIMENT_RUNS_MAX) {
    note(book, ['runs'], {
      code: 'too-many',
      message: `${variants} variants of ${runs} runs are ${variants * runs} runs; ${EXPERIMENT_RUNS_MAX} are the limit.`,
      remedy: `Write ${Math.max(1, Math.floor(EXPERIMENT_RUNS_MAX / variants))} or less, or take fewer variants.`,
    });
  }
  const seed = valueAt(tree, ['seed']);
  if (typeof seed === 'number' && seed + runs - 1 > SEED_MAX) {
    note(book, ['seed'], {
      code: 'out-of-range',
      message: `${runs} runs from seed ${seed} run past the last seed.`,
      remedy: `Write ${SEED_MAX - runs + 1} or less.`,
    });
  }
}
