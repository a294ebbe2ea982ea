import { describe, expect, test } from 'vitest';
import { MORALES, type KhasanEvent, type Model } from '../../src/engine/index.ts';
import { disputeModel, keptRun } from '../support/border-dispute.ts';
import { drive } from '../support/drive.ts';
import { brokenInvariants, sumsOf } from '../support/invariants.ts';
import { REAL_SCENARIO, realModel } from '../support/real-scenario.ts';

/**
 * Nobody vanishes and nothing comes from nowhere: men, tanks and guns of every unit, and messages, add
 * up at every day of a run. The sums are taken after the anchor has set its strengths.
 */

const count = (events: readonly KhasanEvent[], kind: KhasanEvent['kind']): number =>
  events.filter((event) => event.kind === kind).length;

test('leaders are among the dead as their share and their exposure have it, whatever killed them', () => {
  const sums = { killed: 0, officers: 0, ncos: 0 };
  for (let seed = 1; seed <= 4; seed++) {
    const run = keptRun(realModel(), seed, 'a2');
    drive(run, { untilTick: run.world.tick + 8 * 96 });
    const { killed, officersKilled, ncosKilled } = run.world.units;
    for (const [what, list] of [
      ['killed', killed],
      ['officers', officersKilled],
      ['ncos', ncosKilled],
    ] as const) {
      for (const count of list) sums[what] += count;
    }
  }
  expect(sums.killed).toBeGreaterThan(2000);
  // In the ranks 0.08 and 0.16, half as exposed again as the others.
  expect(sums.officers / sums.killed).toBeCloseTo((0.08 * 1.5) / 1.12, 1.5);
  expect(sums.ncos / sums.killed).toBeCloseTo((0.16 * 1.5) / 1.12, 1.5);
});

interface Tale {
  killed: number;
  tanksOut: number;
  messages: number;
}

/** Plays a run to its end (or for some days), checking it once a day, and tells how much happened. */
function account(model: Model, seed: number, from: string, days: number, tale: Tale): void {
  const run = keptRun(model, seed, from);
  const began = sumsOf(run);
  let day = -1;
  drive(run, {
    untilTick: run.world.tick + days * 96,
    onStop: () => {
      const today = Math.floor(run.world.tick / 96);
      if (today === day) return undefined;
      day = today;
      expect(brokenInvariants(run, began), `seed ${seed} from ${from}, day ${today}`).toEqual([]);
      return undefined;
    },
  });
  expect(brokenInvariants(run, began)).toEqual([]);
  const sent = count(run.events, 'message-sent') + count(run.events, 'message-intercepted');
  const read = count(run.events, 'message-read');
  const lost = count(run.events, 'message-lost');
  expect(sent).toBe(read + lost + run.world.mail.length);
  expect(sent).toBe(run.world.nextMessage);
  tale.messages += read;
  for (let unit = 0; unit < model.units.count; unit++) {
    tale.killed += run.world.units.killed[unit]!;
    tale.tanksOut += began.tanks[unit]! - run.world.units.tanks[unit]!;
    const gone = MORALES[run.world.units.morale[unit]!] === 'destroyed';
    if (gone) expect(run.world.units.men[unit]).toBe(0);
  }
}

describe('men, tanks, guns and messages add up', () => {
  test('in the border dispute of the tests', () => {
    const model = disputeModel(8);
    const tale: Tale = { killed: 0, tanksOut: 0, messages: 0 };
    for (let seed = 0; seed < 8; seed++) account(model, seed, 'free', 8, tale);
    // A dispute without a fight or a letter would prove nothing.
    expect(tale.killed).toBeGreaterThan(100);
    expect(tale.messages).toBeGreaterThan(500);
  });

  test(`in ${REAL_SCENARIO}, free and from its anchors`, () => {
    const model = realModel();
    const tale: Tale = { killed: 0, tanksOut: 0, messages: 0 };
    for (let seed = 0; seed < 2; seed++) account(model, seed, 'free', 60, tale);
    for (const { id } of model.anchors) account(model, 9, id, 3, tale);
    expect(tale.killed).toBeGreaterThan(100);
    expect(tale.tanksOut).toBeGreaterThan(0);
    expect(tale.messages).toBeGreaterThan(500);
  });
});
