import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Rooms whose code can change the outcome of a run. */
const ROOMS = ['hex', 'engine', 'policy', 'scenario', 'record'];

let made: string | undefined;

/**
 * Hash of the code that makes a run, as it lies beside this file: the built one, or the sources in a test. Two builds
 * of the same sources have the same, on any machine.
 */
export function engineHash(): string {
  made ??= hashRooms(fileURLToPath(new URL('../../', import.meta.url)));
  return made;
}

function hashRooms(root: string): string {
  const hash = createHash('sha256');
  const files = ROOMS.flatMap((room) => codeUnder(join(root, room)));
  for (const path of files.sort()) {
    const name = relative(root, path).split(sep).join('/');
    hash.update(`${name}\n${readFileSync(path, 'utf8').replaceAll('\r\n', '\n')}\n`);
  }
  return hash.digest('hex').slice(0, 32);
}

function codeUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return codeUnder(path);
    const isCode = /\.(js|ts)$/.test(entry.name) && !/\.(d|test)\.ts$/.test(entry.name);
    return isCode ? [path] : [];
  });
}

/** SHA-256 of a text or file content, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
