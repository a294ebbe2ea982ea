import { expect, test } from 'vitest';
import { realModel } from '../../test/support/real-scenario.ts';
import { P, TRAITS, startRun } from '../engine/index.ts';
import { playOut } from './play.ts';

const FEAR = TRAITS.indexOf('fear');

/** Sanctions that offices expect for steps that need nobody's leave, with their own fear, over ten days. */
function sanctions(paper: number): { readonly fear: number; readonly sanction: number }[] {
  const run = startRun(realModel(), { seed: 3, from: 'free' }, () => undefined);
  run.world.params[P['decision.paper']] = paper;
  const found: { fear: number; sanction: number }[] = [];
  playOut(run, 10 * 96, ({ office, options }) => {
    const fear = run.world.offices.traits[office * TRAITS.length + FEAR]!;
    for (const { act, ask, word, parts } of options) {
      if (act === 'wait' || ask || word !== 'leave') continue;
      found.push({ fear, sanction: parts.sanction });
    }
  });
  return found;
}

test('who fears for himself would rather have a paper for what needs nobody’s leave', () => {
  const feared = sanctions(0.5).filter(({ sanction }) => sanction < 0);
  expect(feared.length).toBeGreaterThan(0);
  expect(feared.every(({ fear }) => fear > 0)).toBe(true);
});

test('without that concern a step with leave is never punished', () => {
  const all = sanctions(0);
  expect(all.length).toBeGreaterThan(0);
  expect(all.every(({ sanction }) => Math.abs(sanction) < 1e-12)).toBe(true);
});

test('men who dig or look without a word have overstepped less than men who attack', () => {
  const run = startRun(realModel(), { seed: 3, from: 'free' }, () => undefined);
  const { actRungs } = run.model;
  const small = new Set<number>();
  const grave = new Set<number>();
  playOut(run, 20 * 96, ({ options }) => {
    for (const { act, ask, word, parts } of options) {
      if (ask || word !== 'none' || parts.obedience >= 0) continue;
      (actRungs[act] > actRungs.fortify ? grave : small).add(parts.obedience);
    }
  });
  expect([small.size, grave.size]).toEqual([1, 1]);
  expect([...small][0]).toBeCloseTo(0.4 * [...grave][0]!, 12);
});
