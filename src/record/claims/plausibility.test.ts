import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseClaims, type Claim } from '../../scenario/index.ts';
import { measureOf } from '../measures.ts';
import { judgeClaim, weighClaim, type Plausibility, type Question } from './plausibility.ts';
import { FURTHER_QUESTIONS, SAID_QUESTIONS } from './questions.ts';

const { claims, byId } = parseClaims(
  readFileSync(new URL('../../../history/claims.csv', import.meta.url), 'utf8'),
  'claims.csv',
);
const claim = (id: string): Claim => byId.get(id)!;

const ask = (id: string, value: Question['value']): Question => ({
  claim: claim(id),
  measure: 'tanks.su.out',
  title: 'Soviet tanks put out',
  unit: 'tanks',
  start: 'a1',
  keepTruce: true,
  value,
});

/** 0, 1, 2 … 100: the truth of a hundred and one runs. */
const hundred = Array.from({ length: 101 }, (_, index) => index);

describe('the plausibility of a claim', () => {
  const cases: readonly [value: number, verdict: string, percentile: number][] = [
    [50, 'ordinary', 0.5],
    [25, 'ordinary', 0.2525],
    [10, 'possible', 0.104],
    [97, 'rare', 0.965],
    [101, 'never', 1],
    [-1, 'never', 0],
  ];
  it.each(cases)('%d among 0 to 100: %s', (value, verdict, percentile) => {
    const judged = judgeClaim(ask('L042', value), hundred);
    expect(judged.verdict).toBe(verdict);
    expect(judged.percentile).toBeCloseTo(percentile, 3);
    expect([judged.p05, judged.p50, judged.p95]).toEqual([5, 50, 95]);
  });

  it('is not said of fewer than twenty runs with a value', () => {
    const few = [...hundred.slice(0, 19), ...Array.from({ length: 50 }, () => null)];
    expect(judgeClaim(ask('L042', 5), few)).toMatchObject({
      verdict: 'not-asked',
      n: 19,
      runs: 69,
    });
  });

  it('of a word is the share of runs that say it', () => {
    const held = Array.from({ length: 40 }, (_, index) => (index < 30 ? 'su' : 'jp'));
    expect(judgeClaim(ask('L042', 'su'), held)).toMatchObject({
      verdict: 'ordinary',
      percentile: 0.75,
    });
    expect(judgeClaim(ask('L042', 'jp'), held).verdict).toBe('possible');
    expect(judgeClaim(ask('L042', 'both'), held).verdict).toBe('never');
  });

  it('says what it is not worth: an enemy’s claim, a public one, a seen one', () => {
    const limits = judgeClaim(ask('L042', 50), hundred).limits.join(' ');
    expect(limits).toMatch(/claim about the enemy/);
    expect(limits).toMatch(/Said in public/);
    expect(limits).toMatch(/recorded state a1, with the recorded hour of the truce/);
    expect(judgeClaim(ask('L024', 50), hundred).limits.join(' ')).toMatch(/names none of its own/);
  });
});

describe('a claim beside what is said in the runs', () => {
  const judged = (verdict: Plausibility) => ({ ...judgeClaim(ask('L042', 5), hundred), verdict });
  const cases: readonly [truth: Plausibility | undefined, said: Plausibility, words: RegExp][] = [
    ['ordinary', 'possible', /too close to tell/],
    ['possible', 'never', /nearer to what happens/],
    ['never', 'ordinary', /counting and passing on are enough/],
    ['rare', 'rare', /neither/],
    [undefined, 'rare', /that is more\.$/],
    [undefined, 'ordinary', /^It is what such an office would have said/],
    ['not-asked', 'never', /^It is not what such an office would have said/],
    ['ordinary', 'not-asked', /Too few runs/],
  ];
  it.each(cases)('%s in truth, %s in what is said', (truth, said, words) => {
    const inTruth = truth === undefined ? undefined : judged(truth);
    expect(weighClaim(inTruth, judged(said))).toMatch(words);
  });

  it('says that nothing was fitted, and where the two differ in kind', () => {
    const unlike = 'The runs begin a day later.';
    const { limits } = judgeClaim({ ...ask('L042', 50), unlike }, hundred);
    expect(limits).toEqual([
      'How losses are reported is assumed, and was not fitted to what was said.',
      unlike,
      'Of runs from the recorded state a1, with the recorded hour of the truce.',
    ]);
  });
});

describe('the claims of the record', () => {
  it('hold every figure of the losses, ninety of them, without a gap', () => {
    const numbers = claims.filter(({ id }) => /^L\d{3}$/.test(id)).map(({ id }) => id);
    expect(numbers).toEqual(
      Array.from({ length: 90 }, (_, i) => `L${String(i + 1).padStart(3, '0')}`),
    );
  });

  it('hold a figure for every event whose date or hour is disputed', () => {
    const text = readFileSync(new URL('../../../history/events.csv', import.meta.url), 'utf8');
    const disputed = text.match(/^E\d{3}(?=,.*)/gm)!;
    for (const id of ['E018', 'E016', 'E109', 'E083']) {
      expect(disputed).toContain(id);
      expect(claims.filter((each) => each.id.startsWith(`${id}-`)).length).toBeGreaterThan(1);
    }
  });

  it('that are asked for beside the targets are there, with a measure and the right unit', () => {
    for (const { claim: id, measure } of FURTHER_QUESTIONS) {
      expect([id, typeof byId.get(id)?.value]).toEqual([id, 'number']);
      expect([measure, measureOf(measure)?.unit]).toEqual([measure, byId.get(id)!.unit]);
    }
  });

  it('that are set beside what is said have a measure of the same unit, side and speaker', () => {
    expect(new Set(SAID_QUESTIONS.map(({ claim }) => claim)).size).toBe(SAID_QUESTIONS.length);
    for (const { claim: id, measure } of SAID_QUESTIONS) {
      const { about, claimant, unit, value, publicity } = byId.get(id)!;
      const [kind, side] = measure.split('.');
      expect([id, typeof value]).toEqual([id, 'number']);
      expect([measure, measureOf(measure)?.unit, side]).toEqual([measure, unit, about]);
      expect([id, kind === 'claim']).toEqual([id, claimant !== about]);
      const isPublic = kind === 'public' || measure.includes('.public');
      expect([id, isPublic]).toEqual([id, publicity === 'public']);
    }
  });
});
