import { openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'in-use';

/** A folder is written to by one process at a time. */
export interface FolderLock {
  readonly release: () => void;
}

/**
 * Takes a folder. A lock whose process has died, by kill −9 for instance, is taken over.
 * @returns the number of the process that has it, where one does.
 */
export function lockFolder(folder: string): FolderLock | number {
  const path = join(folder, NAME);
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder !== null && holder !== process.pid && isAlive(holder)) return holder;
    rmSync(path, { force: true });
  }
}

function holderOf(path: string): number | null {
  try {
    const number = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(number) && number > 0 ? number : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
