import { PARAMETERS, type Model, type RunSetup } from '../engine/index.ts';

/** What settings change in the setup of a run, or the first text that cannot be read. */
export type SettingsResult =
  | { readonly ok: true; readonly changes: Pick<RunSetup, 'params' | 'readings'> }
  | { readonly ok: false; readonly found: string };

const SETTING = /^(param|reading):([^=]+)=(-?\d+(?:\.\d+)?)$/;

/**
 * Understands settings as links carry them: `param:ID=NUMBER` and `reading:ID=NUMBER` only. Units, claims
 * by name and patches of files need the texts of a scenario, which a page does not have.
 */
export function settingsToChanges(
  model: Pick<Model, 'readings'>,
  settings: readonly string[],
): SettingsResult {
  const params: [number, number][] = [];
  const readings: [number, number][] = [];
  for (const text of settings) {
    const [, kind, id, value] = SETTING.exec(text) ?? [];
    if (kind === undefined) return { ok: false, found: text };
    if (kind === 'param') {
      const index = PARAMETERS.findIndex((parameter) => parameter.id === id);
      const range = PARAMETERS[index];
      const number = Number(value);
      if (range === undefined || number < range.low || number > range.high) {
        return { ok: false, found: text };
      }
      params.push([index, number]);
    } else {
      const index = model.readings.findIndex((reading) => reading.id === id);
      if (index < 0) return { ok: false, found: text };
      readings.push([index, Number(value)]);
    }
  }
  return { ok: true, changes: { params, readings } };
}
