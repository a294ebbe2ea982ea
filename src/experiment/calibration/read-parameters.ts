import { isSwitch, PARAMETERS, type ParameterSpec } from '../../engine/index.ts';
import { nearestOf, valueAt, type NodePath } from '../../scenario/index.ts';
import { readDistribution } from '../format/check-factors.ts';
import type { Distribution } from '../format/experiment.ts';
import { note, type Notebook } from '../format/notebook.ts';
import type { Calibrated } from './calibration.ts';
import { CALIBRATED_SCHEMA } from './schema.ts';

/** Reads the parameters that are calibrated. One without a prior of its own has its range in the register, evenly. */
export function readCalibrated(book: Notebook): Calibrated[] {
  const list = valueAt(book.source.tree, ['parameters']);
  if (!Array.isArray(list)) return [];
  const seen = new Set<string>();
  return list.flatMap((item: unknown, index) => {
    const at: NodePath = ['parameters', index];
    const isMapping = typeof item === 'object' && item !== null && !Array.isArray(item);
    const place = isMapping ? [...at, 'parameter'] : at;
    const spec = specOf(book, place, isMapping ? valueAt(item, ['parameter']) : item);
    const prior = isMapping ? ownPrior(book, at, item) : undefined;
    if (spec === null || prior === null) return [];
    if (seen.has(spec.id)) {
      note(book, place, {
        code: 'duplicate-id',
        message: `The parameter "${spec.id}" stands there twice.`,
        remedy: 'Keep one of the two.',
      });
      return [];
    }
    seen.add(spec.id);
    if (prior !== undefined) checkRange(book, [...at, 'prior'], spec, prior);
    const { id, title, unit, start } = spec;
    return [{ id, title, unit, frozen: start, prior: prior ?? evenPrior(spec) }];
  });
}

/** Every value of the registered range is as likely as any other. */
export function evenPrior({ low, high }: Pick<ParameterSpec, 'low' | 'high'>): Distribution {
  return { kind: 'uniform', low, high, mode: low, mean: low, sd: 1, whole: false };
}

function specOf(book: Notebook, at: NodePath, name: unknown): ParameterSpec | null {
  const specs: readonly ParameterSpec[] = PARAMETERS;
  const found = specs.find(({ id }) => id === name);
  if (found !== undefined && !isSwitch(found.id)) return found;
  if (found !== undefined) {
    note(book, at, {
      code: 'unknown-value',
      message: `"${found.id}" only takes a rule out of the model; it is nothing to be calibrated.`,
      remedy: 'Take it out.',
    });
    return null;
  }
  const known = specs.map(({ id }) => id);
  const nearest = typeof name === 'string' ? nearestOf(name, known) : undefined;
  note(book, at, {
    code: typeof name === 'string' ? 'unknown-id' : 'wrong-type',
    message:
      typeof name === 'string' ? `There is no parameter "${name}".` : 'This names no parameter.',
    remedy: nearest === undefined ? 'See docs/parameters.md.' : `Did you mean "${nearest}"?`,
  });
  return null;
}

/** The prior of a mapping; `null` where it cannot be used, which has been written down then. */
function ownPrior(book: Notebook, at: NodePath, item: object): Distribution | null {
  const parsed = CALIBRATED_SCHEMA.safeParse(item);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = (issue?.path ?? []).map(String).join('.');
    note(book, at, {
      code: 'wrong-type',
      message: `This is no parameter with a prior${where === '' ? '' : `; "${where}" is amiss`}.`,
      remedy: 'Write "{ parameter: ID, prior: { kind: uniform, low: …, high: … } }".',
    });
    return null;
  }
  return readDistribution(book, [...at, 'prior']);
}

function checkRange(book: Notebook, at: NodePath, spec: ParameterSpec, prior: Distribution): void {
  if (prior.low >= spec.low && prior.high <= spec.high) return;
  note(book, at, {
    code: 'setting-out-of-range',
    message: `The prior of "${spec.id}" goes from ${prior.low} to ${prior.high}; the register allows ${spec.low} to ${spec.high}.`,
    remedy: 'Narrow the prior, or widen the range in the register with its source.',
  });
}
