import { describe, expect, test } from 'vitest';
import { openSession } from '../cli/session.ts';
import { whatIfOf } from '../cli/site-whatif.ts';
import { simulate } from '../experiment/one-run.ts';
import { pack, unpack, type SiteWhatIf } from '../protocol/index.ts';
import { applyChanges } from './changes.ts';
import { settingsToChanges } from './settings.ts';

const session = openSession('khasan-1938', []);
const whatIf = unpack(pack(whatIfOf(session))) as SiteWhatIf;

describe('a change as a page applies it', () => {
  // One of files alone, one of parameters alone, one of both, one from a recorded state, one of the lines.
  test.each(['M02', 'M05', 'M16b', 'M12', 'M01'])(
    '%s gives the very run of the command line',
    (id) => {
      const setting = `mechanism:${id}`;
      const there = openSession('khasan-1938', [setting]);
      const from = whatIf.switches.find((each) => each.id === id)!.from;
      const here = applyChanges(session.model, whatIf, [setting]);
      if (typeof here === 'string') throw new Error(here);
      const read = settingsToChanges(here.model, here.settings);
      if (!read.ok) throw new Error(read.found);
      expect(here.model.hash).toBe(there.model.hash);
      expect(simulate(here.model, { ...read.changes, seed: 5, from }).hash).toBe(
        simulate(there.model, { ...there.changes, seed: 5, from }).hash,
      );
    },
  );

  test('leaves the model it was made from as it was', () => {
    const before = pack(session.model);
    applyChanges(session.model, whatIf, ['mechanism:M02', 'mechanism:M14b']);
    expect(pack(session.model)).toBe(before);
  });

  test('that is not there, or no patch of data, is named', () => {
    expect(applyChanges(session.model, whatIf, ['mechanism:M99'])).toBe('mechanism:M99');
    expect(applyChanges(session.model, whatIf, ['mechanism:M19'])).toBe('mechanism:M19');
  });

  test('two of files go together, whatever their order', () => {
    const both = ['mechanism:M02', 'mechanism:M15'];
    const one = applyChanges(session.model, whatIf, both);
    const two = applyChanges(session.model, whatIf, [...both].reverse());
    if (typeof one === 'string' || typeof two === 'string') throw new Error('not there');
    expect(pack({ ...one.model, hash: '' })).toBe(pack({ ...two.model, hash: '' }));
    expect(pack(one.model.offices)).not.toBe(pack(session.model.offices));
  });
});
