import { parse } from 'yaml';
import { PARAMETERS, type Model, type ParameterSpec, type ReadingInfo } from '../engine/index.ts';
import { nearestOf } from './nearest.ts';
import { settingProblem, type ScenarioSetting } from './patch.ts';
import type { Finding, Problem } from './problem.ts';

/** Something that a run is told to do otherwise, from outside. */
export type Setting =
  | ({ readonly kind: 'scenario' } & ScenarioSetting)
  | {
      readonly kind: 'param';
      readonly id: string;
      /** Index into `PARAMETERS`. */
      readonly index: number;
      readonly value: number;
    }
  | {
      readonly kind: 'reading';
      readonly id: string;
      /** Index into `Model.readings`. */
      readonly index: number;
      readonly value: number;
      /** Claim whose value it is, or `''` for a value between the claims. */
      readonly claim: string;
    }
  | { readonly kind: 'mechanism'; readonly id: string };

/** A setting that was understood, or what is wrong with it. */
export type ResolvedSetting =
  | { readonly ok: true; readonly setting: Setting }
  | { readonly ok: false; readonly problem: Problem };

const KINDS = ['param', 'reading', 'scenario', 'mechanism'] as const;

/**
 * Understands a setting as a person types it: `param:ID=VALUE`, `reading:ID=VALUE` or
 * `reading:ID=CLAIM`, `scenario:PATH=VALUE`, `mechanism:ID`. A number may carry its unit, which must then
 * be the right one. A path of kind `scenario` is looked up only by `compileScenario`.
 * @param mechanisms ids of the known knock-outs, where the caller has them; otherwise any id passes.
 */
export function resolveSetting(
  model: Pick<Model, 'readings'>,
  text: string,
  mechanisms?: readonly string[],
): ResolvedSetting {
  const colon = text.indexOf(':');
  const kind = KINDS.find((known) => known === text.slice(0, Math.max(0, colon)));
  const fail = (finding: Finding): ResolvedSetting => ({
    ok: false,
    problem: settingProblem(text, finding),
  });
  if (kind === undefined) return fail(unknownKind(text, colon));
  const rest = text.slice(colon + 1);
  if (kind === 'mechanism') {
    if (rest !== '' && (mechanisms === undefined || mechanisms.includes(rest))) {
      return { ok: true, setting: { kind, id: rest } };
    }
    return fail(unknownName('mechanism', rest, mechanisms ?? []));
  }
  const equals = rest.indexOf('=');
  const name = rest.slice(0, Math.max(0, equals));
  const value = rest.slice(equals + 1).trim();
  if (name === '' || value === '') {
    return fail({
      code: 'setting-malformed',
      message: `"${text}" does not say what is set to what.`,
      remedy: `Write ${kind}:${name === '' ? 'NAME' : name}=VALUE.`,
    });
  }
  if (kind === 'param') return orFail(paramSetting(name, value), fail);
  if (kind === 'reading') return orFail(readingSetting(model, name, value), fail);
  return orFail(scenarioSetting(name, value), fail);
}

function orFail(
  result: Setting | Finding,
  fail: (finding: Finding) => ResolvedSetting,
): ResolvedSetting {
  return 'code' in result ? fail(result) : { ok: true, setting: result };
}

function unknownKind(text: string, colon: number): Finding {
  const word = colon < 0 ? text : text.slice(0, colon);
  const nearest = nearestOf(word, KINDS);
  return {
    code: 'setting-malformed',
    message: `"${text}" does not begin with param:, reading:, scenario: or mechanism:.`,
    remedy:
      colon >= 0 && nearest !== undefined
        ? `Did you mean "${nearest}:"?`
        : `Put the kind in front, for example param:${text}.`,
  };
}

function unknownName(what: string, name: string, known: readonly string[]): Finding {
  const nearest = nearestOf(name, known);
  const few = known.length > 0 && known.length <= 20 ? `Known: ${known.join(', ')}.` : '';
  return {
    code: 'setting-unknown',
    message: `There is no ${what} "${name}".`,
    remedy:
      nearest === undefined ? few || `See the list of ${what}s.` : `Did you mean "${nearest}"?`,
  };
}

const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/;

/** A number with its unit left away or right; otherwise what is wrong with it. */
function numberIn(value: string, unit: string, what: string): number | Finding {
  const match = NUMBER.exec(value);
  if (match === null) {
    return {
      code: 'setting-malformed',
      message: `"${value}" is not a number.`,
      remedy: `Write a number of ${what} in the unit "${unit}".`,
    };
  }
  const [, number = '', given = ''] = match;
  if (given !== '' && given !== unit) {
    return {
      code: 'setting-unit',
      message: `${what} is counted in "${unit}", not in "${given}".`,
      remedy: `Work the number out in "${unit}" and leave the unit away.`,
    };
  }
  return Number(number);
}

function paramSetting(id: string, text: string): Setting | Finding {
  const list: readonly ParameterSpec[] = PARAMETERS;
  const index = list.findIndex((parameter) => parameter.id === id);
  const spec = list[index];
  if (spec === undefined)
    return unknownName(
      'parameter',
      id,
      list.map((one) => one.id),
    );
  const value = numberIn(text, spec.unit, id);
  if (typeof value !== 'number') return value;
  if (value < spec.low || value > spec.high) return outside(id, value, [spec.low, spec.high]);
  return { kind: 'param', id, index, value };
}

function outside(id: string, value: number, range: readonly [number, number]): Finding {
  return {
    code: 'setting-out-of-range',
    message: `${id} is set to ${String(value)}; it goes from ${String(range[0])} to ${String(range[1])}.`,
    remedy: 'Choose a value within the range.',
  };
}

function readingSetting(
  model: Pick<Model, 'readings'>,
  id: string,
  text: string,
): Setting | Finding {
  const index = model.readings.findIndex((reading) => reading.id === id);
  const reading: ReadingInfo | undefined = model.readings[index];
  if (reading === undefined)
    return unknownName(
      'reading',
      id,
      model.readings.map((one) => one.id),
    );
  const named = reading.options.find((option) => option.claim === text);
  if (named !== undefined) return { kind: 'reading', id, index, value: named.value, claim: text };
  // Ids of claims may begin with digits no more than numbers may begin with letters.
  if (/^[A-Za-z]/.test(text)) {
    return unknownName(
      'claim of this reading',
      text,
      reading.options.map((option) => option.claim),
    );
  }
  const value = numberIn(text, reading.unit, id);
  if (typeof value !== 'number') return value;
  const values = reading.options.map((option) => option.value);
  const range = [Math.min(...values), Math.max(...values)] as const;
  if (value < range[0] || value > range[1]) return outside(id, value, range);
  const claim = reading.options.find((option) => option.value === value)?.claim ?? '';
  return { kind: 'reading', id, index, value, claim };
}

function scenarioSetting(path: string, text: string): Setting | Finding {
  try {
    return {
      kind: 'scenario',
      path,
      value: parse(text, { schema: 'core', maxAliasCount: 0 }) as unknown,
    };
  } catch {
    return {
      code: 'setting-malformed',
      message: `"${text}" is not a value that YAML could read.`,
      remedy: 'Write a number, a word, or a list like [1, 2]; put texts with signs in quotes.',
    };
  }
}
