import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { khasan as call } from './support/command.ts';

/** Commands that explain, judge and switch off, as one calls them. */
const SCENARIO = 'khasan-1938';
/** Milliseconds that a handful of runs may take on a busy machine; nothing is measured by it. */
const SLOW = 300_000;

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'khasan-evidence-'));
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

async function json(...words: string[]): Promise<Record<string, unknown>> {
  const { code, out } = await call(...words, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}

interface ChargeShape {
  readonly kind: string;
  readonly event: string;
  readonly author: { readonly office: string };
  readonly chain: readonly { readonly event: string }[];
}

describe('run --reckoning', () => {
  it('gives charges whose events can be explained', async () => {
    const answer = await json('run', SCENARIO, '--seed', '1', '--reckoning');
    expect(answer).toMatchObject({ schema: 'khasan.reckoning/1', seed: 1, heard: true });
    const charges = answer['charges'] as ChargeShape[];
    expect(new Set(charges.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3);
    const [first] = charges;
    const told = await json('explain', `${SCENARIO}@1`, first!.event);
    expect(told).toMatchObject({
      schema: 'khasan.explain/1',
      event: { event: first!.event, author: first!.author.office },
    });
  });

  it('writes a page that needs nothing from elsewhere and runs nothing', async () => {
    const file = join(scratch, 'reckoning.html');
    const { code, err } = await call('run', SCENARIO, '--seed', '1', '--reckoning', '-o', file);
    expect([code, err]).toEqual([0, expect.stringMatching(/charges/)]);
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script|<link|src=|https?:\/\//);
    expect(page).toContain('@page{size:A4');
  });

  it('refuses a file for a page that nobody asked for', async () => {
    const { code, err } = await call('run', SCENARIO, '-o', join(scratch, 'x.html'));
    expect(code).toBe(2);
    expect(err).toMatch(/add --reckoning/);
  });
});

describe('explain', () => {
  it('tells the same of a run and of the file of its events', async () => {
    const file = join(scratch, 'events.ndjson');
    await call('run', SCENARIO, '--seed', '2', '--events', file);
    const list = (await json('explain', `${SCENARIO}@2`))['events'] as { event: string }[];
    const id = list.at(-1)!.event;
    const played = await json('explain', `${SCENARIO}@2`, id);
    const read = await json('explain', file, id);
    expect(read['event']).toEqual(played['event']);
  });

  const refused: readonly [words: readonly string[], message: RegExp][] = [
    [[SCENARIO], /add a seed: khasan-1938@1/],
    [[`${SCENARIO}@x`], /'x' is no seed/],
    [[`${SCENARIO}@1`, '999999.1'], /no event '999999.1'[^]*list them|All:/],
    [['package.json'], /package.json:1:1 no head/],
  ];
  it.each(refused)('refuses %j', async (words, message) => {
    const { code, out, err } = await call('explain', ...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('ablate', () => {
  it(
    'has the shape that is published',
    async () => {
      const words = ['ablate', SCENARIO, '--runs', '1', '--only', 'M05,M18,M19', '--workers', '1'];
      const answer = await json(...words);
      expect(answer).toMatchObject({ schema: 'khasan.ablate/1', runs: 1, seed: 1 });
      const [paper, ledgers, author] = answer['mechanisms'] as Record<string, unknown>[];
      expect(paper).toMatchObject({ id: 'M05', start: 'free', pairs: 1, works: false });
      expect((paper!['measures'] as unknown[])[0]).toMatchObject({
        role: 'primary',
        expected: 'down',
      });
      expect(ledgers).toMatchObject({ id: 'M18', start: 'free', pairs: 1, works: false });
      const measures = ledgers!['measures'] as Record<string, unknown>[];
      expect(measures.at(-1)).toMatchObject({ id: 'losses.su.killed', effect: 0 });
      expect(author).toMatchObject({ id: 'M19', works: true, exact: { runs: 1 } });
    },
    SLOW,
  );

  it('refuses a row that the table does not have', async () => {
    const { code, err } = await call('ablate', SCENARIO, '--only', 'M4');
    expect(code).toBe(2);
    expect(err).toMatch(/no row 'M4'[^]*did you mean 'M04'/);
  });
});

describe('claims', () => {
  it('lists rival figures with who says them', async () => {
    const answer = await json('claims', '--about', 'tanks put out');
    const ids = (answer['claims'] as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['L034', 'L042', 'L045']));
    expect((await call('claims', '--about', 'submarines')).code).toBe(1);
  });

  it(
    'sets claims beside runs, and says nothing on too few',
    async () => {
      const words = ['claims', '--judge', '--runs', '1', '--workers', '1', '--about', 'L042'];
      const answer = await json(...words);
      expect(answer['judgements']).toMatchObject([{ claim: 'L042', verdict: 'not-asked' }]);
      expect(answer['said']).toMatchObject([
        { claim: 'L042', measure: 'claim.su.tanks.public', weighed: expect.any(String) as string },
      ]);
    },
    SLOW,
  );
});
