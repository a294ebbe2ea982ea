import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { formatTime, parseTime, type Model } from '../../src/engine/index.ts';
import { compileScenario, parseScenario, type SourceFile } from '../../src/scenario/index.ts';
import { ROOT } from './source-files.ts';

/** Name of the scenario that comes with the package, and its folder from the top of the project. */
export const REAL_SCENARIO = 'khasan-1938';
const FOLDER = `scenarios/${REAL_SCENARIO}`;

/** The texts of the scenario, by name. */
export function realFiles(): SourceFile[] {
  return readdirSync(join(ROOT, FOLDER))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, FOLDER, path), 'utf8') }));
}

/** Compiles scenario files. Throws with all that is wrong with them. */
export function compileFiles(files: readonly SourceFile[]): Model {
  const { model, problems } = compileScenario(parseScenario(files));
  if (model !== undefined) return model;
  const lines = problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => JSON.stringify(problem));
  throw new Error(`the scenario does not compile:\n${lines.join('\n')}`);
}

let made: Model | undefined;

/** The model of the real scenario; made once for all tests of a process. */
export function realModel(): Model {
  made ??= compileFiles(realFiles());
  return made;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value of a YAML file with every time in it moved by so many days. */
function shiftTimes(value: unknown, days: number): unknown {
  if (typeof value === 'string' && TIME.test(value)) {
    const time = parseTime(value);
    if (!time.ok) throw new Error(`no time: ${value}`);
    return formatTime(time.minutes + days * 1440, time.offsetMinutes);
  }
  if (Array.isArray(value)) return value.map((item) => shiftTimes(item, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, shiftTimes(item, days)]),
  );
}

interface WeatherRow {
  readonly from: string;
  readonly to: string;
}
interface Frame {
  readonly start: string;
  readonly end: string;
  readonly weather: { readonly recorded: readonly WeatherRow[] };
}

/**
 * The files of the scenario with everything but the weather moved to other days: the same people with
 * the same papers under another sky. Recorded weather stays on its days; rows that the run no longer
 * covers are cut.
 */
export function shiftedFiles(days: number): SourceFile[] {
  return realFiles().map(({ path, text }) => {
    const before = parse(text) as unknown;
    const after = shiftTimes(before, days);
    if (path !== 'scenario.yaml') return { path, text: stringify(after) };
    const frame = after as Frame;
    const recorded = keptRows((before as Frame).weather.recorded, frame);
    return { path, text: stringify({ ...frame, weather: { ...frame.weather, recorded } }) };
  });
}

function keptRows(rows: readonly WeatherRow[], frame: Frame): WeatherRow[] {
  const minutes = (text: string): number => {
    const time = parseTime(text);
    return time.ok ? time.minutes : NaN;
  };
  return rows
    .filter(
      (row) => minutes(row.to) > minutes(frame.start) && minutes(row.from) < minutes(frame.end),
    )
    .map((row) => ({
      ...row,
      from: minutes(row.from) < minutes(frame.start) ? frame.start : row.from,
      to: minutes(row.to) > minutes(frame.end) ? frame.end : row.to,
    }));
}
