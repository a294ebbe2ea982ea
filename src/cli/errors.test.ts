import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFault, EXIT, isMistake, mistake, writeFaultFile } from './errors.ts';

describe('a mistake of the user', () => {
  it('says what was found, wanted, where, and what to do', () => {
    const error = mistake({ found: 'f', wanted: 'w', where: '--x', remedy: 'r' });
    expect(error.message).toBe('f\n  wanted: w\n  where:  --x\n  do:     r');
    expect(error.exitCode).toBe(EXIT.usage);
    expect(isMistake(error)).toBe(true);
    expect(isMistake(new Error('f'))).toBe(false);
  });
});

describe('a fault of ours', () => {
  const fault = {
    version: '0.1.0',
    replay: ['khasan run khasan-1938 --seed 12'],
    message: 'invariant broken: no men',
    stack: 'at …',
  };

  it('leaves a file that repeats it, once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'khasan-fault-'));
    const file = writeFaultFile(fault, [folder])!;
    expect(writeFaultFile(fault, [folder])).toBe(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      schema: 'khasan.fault/1',
      ...fault,
    });
    rmSync(folder, { recursive: true });
    expect(existsSync(file)).toBe(false);
  });

  it('takes the next folder where the first cannot be written, and says so where none can', () => {
    const folder = mkdtempSync(join(tmpdir(), 'khasan-fault-'));
    const file = join(import.meta.dirname, 'errors.ts');
    expect(writeFaultFile(fault, [file, folder])).toContain(folder);
    rmSync(folder, { recursive: true });
    expect(writeFaultFile(fault, [file])).toBeNull();
    expect(describeFault(fault, null)).toContain('No file could be written');
  });

  it('is told with the command line that repeats it', () => {
    const text = describeFault(fault, 'khasan-fault-1.json');
    expect(text).toContain('khasan run khasan-1938 --seed 12');
    expect(text).toContain('khasan-fault-1.json');
  });
});
