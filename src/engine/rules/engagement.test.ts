import { describe, expect, test } from 'vitest';
import { ENGAGEMENT_STEPS, type EngagementStep } from '../vocabulary.ts';
import { canDetain, nextStep, tenseChance, yieldChance } from './engagement.ts';

const code = (step: EngagementStep | ''): number =>
  step === '' ? -1 : ENGAGEMENT_STEPS.indexOf(step);

describe('the next step', () => {
  test.each<
    [
      EngagementStep,
      number,
      EngagementStep,
      EngagementStep | '',
      number,
      boolean,
      EngagementStep | '',
    ]
  >([
    // first, challenges, last; taken last, how often, skip → next
    ['challenge', 3, 'detain', '', 0, false, 'challenge'],
    ['challenge', 3, 'detain', 'challenge', 1, false, 'challenge'],
    ['challenge', 3, 'detain', 'challenge', 2, false, 'challenge'],
    ['challenge', 3, 'detain', 'challenge', 3, false, 'warn'],
    ['challenge', 3, 'detain', 'warn', 1, false, 'detain'],
    ['challenge', 3, 'detain', 'detain', 1, false, ''],
    ['observe', 1, 'fire', '', 0, false, 'observe'],
    ['observe', 1, 'fire', 'observe', 1, false, 'challenge'],
    ['observe', 1, 'fire', 'detain', 1, false, 'fire'],
    // Fear and belief in intent pass over a step, never over the last one.
    ['challenge', 3, 'detain', '', 0, true, 'warn'],
    ['challenge', 3, 'warn', 'challenge', 1, true, 'warn'],
    ['challenge', 3, 'warn', 'challenge', 3, true, 'warn'],
    ['fire', 1, 'fire', '', 0, false, 'fire'],
    ['fire', 1, 'fire', '', 0, true, 'fire'],
    // Rules that change while two stand face to face.
    ['warn', 1, 'fire', 'challenge', 1, false, 'warn'],
    ['observe', 2, 'challenge', 'warn', 1, false, ''],
  ])(
    '%s ×%i to %s: after %s (%i), skipping %s → %s',
    (first, challenges, last, step, times, skip, next) => {
      const ladder = { first: code(first), challenges, last: code(last) };
      expect(nextStep(ladder, code(step), times, skip)).toBe(code(next));
    },
  );
});

test('a tense man does four times what a middling one does, a calm one nothing', () => {
  expect(tenseChance(0.1, 0.5)).toBeCloseTo(0.1, 12);
  expect(tenseChance(0.1, 1)).toBeCloseTo(0.4, 12);
  expect(tenseChance(0.1, 0)).toBe(0);
  expect(tenseChance(0.5, 1)).toBe(1);
});

test('two to one, and no more than a dozen, can be led off', () => {
  expect(canDetain(12, 6)).toBe(true);
  expect(canDetain(11, 6)).toBe(false);
  expect(canDetain(60, 13)).toBe(false);
});

test('the cautious go back sooner, the proud later', () => {
  expect(yieldChance(0.4, 1, 0.5)).toBeGreaterThan(yieldChance(0.4, 0, 0.5));
  expect(yieldChance(0.4, 0.5, 1)).toBeLessThan(yieldChance(0.4, 0.5, 0));
});
