import { describe, expect, it } from 'vitest';
import { measureEvents } from '../../test/support/record-run.ts';
import { MEASURES } from './index.ts';

describe('MEASURES', () => {
  const ids = MEASURES.map((measure) => measure.id);

  it('have ids of their own', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('all get a value of their kind or null, and nothing else does', () => {
    const values = measureEvents([]);
    expect(Object.keys(values).sort()).toEqual([...ids].sort());
    const types = { number: 'number', time: 'number', flag: 'boolean', category: 'string' };
    for (const { id, kind } of MEASURES) {
      const value = values[id] ?? null;
      if (value !== null) expect([id, typeof value]).toEqual([id, types[kind]]);
    }
  });

  it('say what they are in whole sentences', () => {
    const short = MEASURES.filter(({ describe: text }) => !/^[A-Z].{9,}\.$/.test(text));
    expect(short.map((measure) => measure.id)).toEqual([]);
  });
});
