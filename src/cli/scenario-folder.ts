import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearestOf, problemAt, type Problem, type SourceFile } from '../scenario/index.ts';
import { mistake } from './errors.ts';

/** Root of the package: the built command line lies in `dist/cli/`. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** No text of a scenario or of the record comes near this; a larger file is something else. */
const FILE_BYTES_MAX = 16 * 1024 * 1024;

/** Files of the record that belong to a scenario. */
const HISTORY_FILES = ['sources.csv', 'claims.csv', 'events.csv'];

/** The texts of a scenario and of the record it rests on, as they lie on disk. */
export interface ScenarioFolder {
  /** As the user named it; for the line that replays a run. */
  readonly name: string;
  readonly path: string;
  /** Files of the folder, by their name in it. */
  readonly files: readonly SourceFile[];
  /** Files of the record, by their name in its folder. */
  readonly history: readonly SourceFile[];
  /** What is wrong with the files as files; their contents are judged elsewhere. */
  readonly problems: readonly Problem[];
}

/** Names of the scenarios that come with the package, ascending. */
export function builtInScenarios(root = PACKAGE_ROOT): string[] {
  const folder = join(root, 'scenarios');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'scenario.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads a scenario: a built-in name, or the path of a folder. A built-in name wins over a folder of
 * that name beside the user; `./name` is always the folder.
 * @throws a mistake when there is neither.
 */
export function readScenarioFolder(name: string, root = PACKAGE_ROOT): ScenarioFolder {
  const path = findFolder(name, root);
  const problems: Problem[] = [];
  const names = readdirSync(path).filter((file) => /\.ya?ml$/i.test(file));
  const files = readFiles(path, names.sort(), problems);
  const own = join(path, 'history');
  const historyPath = existsSync(own) ? own : join(root, 'history');
  const history = existsSync(historyPath) ? readFiles(historyPath, HISTORY_FILES, problems) : [];
  return { name, path, files, history, problems };
}

function findFolder(name: string, root: string): string {
  const builtIn = builtInScenarios(root);
  if (builtIn.includes(name)) return join(root, 'scenarios', name);
  const path = resolve(name);
  if (existsSync(path) && statSync(path).isDirectory()) return path;
  if (existsSync(path)) {
    throw mistake({
      found: `'${name}' is a file`,
      wanted: 'the folder of a scenario, or the name of a built-in one',
      remedy: `name the folder it lies in: ${dirname(name)}`,
    });
  }
  const nearest = nearestOf(basename(name), builtIn);
  throw mistake({
    found: `there is no scenario '${name}'`,
    wanted: `the name of a built-in scenario (${builtIn.join(', ')}) or the path of a folder`,
    remedy: nearest === undefined ? 'see: khasan scenarios' : `did you mean '${nearest}'?`,
  });
}

/** Reads files of one folder. A file that is not there is left to whoever needs it. */
function readFiles(folder: string, names: readonly string[], problems: Problem[]): SourceFile[] {
  const files: SourceFile[] = [];
  const home = realpathSync(folder);
  for (const name of names) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const problem = fileProblem(home, path, name);
    if (problem !== null) {
      problems.push(problem);
      continue;
    }
    const bytes = new Uint8Array(readFileSync(path));
    files.push({ path: name, text: new TextDecoder('utf-8').decode(bytes), bytes });
  }
  return files;
}

/** A file must lie in its folder, links followed, and be a plain file of a sensible size. */
function fileProblem(home: string, path: string, name: string): Problem | null {
  const at = { path: name, line: 1, column: 1 };
  const inside = relative(home, realpathSync(path));
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return problemAt(at, {
      code: 'path-outside',
      message: `"${name}" is a link that leads out of the folder.`,
      remedy: 'A scenario is one folder; put the file itself into it.',
    });
  }
  const stat = statSync(path);
  if (stat.isFile() && stat.size <= FILE_BYTES_MAX) return null;
  return problemAt(at, {
    code: stat.isFile() ? 'too-large' : 'missing-file',
    message: stat.isFile()
      ? `"${name}" has ${String(stat.size)} bytes; at most ${String(FILE_BYTES_MAX)} are read.`
      : `"${name}" is no plain file.`,
    remedy: 'A scenario is made of short texts; look at what this file is.',
  });
}
