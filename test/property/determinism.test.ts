import { describe, expect, test } from 'vitest';
import { closeDecision, runHash, step, viewFor, type Model } from '../../src/engine/index.ts';
import { decide } from '../../src/policy/index.ts';
import { disputeModel, keptRun, type KeptRun } from '../support/border-dispute.ts';
import { REAL_SCENARIO, realModel } from '../support/real-scenario.ts';

/**
 * A run is a pure function of model and setup. Tables and scratch memory that runs of one model share
 * must carry nothing from one run into another, in whatever order and mixture they are played.
 */

interface Beginning {
  readonly seed: number;
  readonly from: string;
}

/** A run that can be played a stop at a time. */
interface Hand {
  readonly run: KeptRun;
  readonly untilTick: number;
  due: readonly number[];
}

function begin(model: Model, { seed, from }: Beginning, days: number): Hand {
  const run = keptRun(model, seed, from);
  return { run, untilTick: run.world.tick + days * 96, due: step(run, []) };
}

/** Plays to the next stop. Returns whether there is one. */
function advance(hand: Hand): boolean {
  if (hand.due.length === 0 || hand.run.world.tick >= hand.untilTick) return false;
  const orders = hand.due.flatMap((office) => {
    const decided = decide(viewFor(hand.run, office));
    closeDecision(hand.run, office);
    return decided;
  });
  hand.due = step(hand.run, orders);
  return true;
}

function hashOf(hand: Hand): string {
  while (advance(hand));
  return runHash(hand.run);
}

/** The same model as another object, of which nobody has kept any table yet. */
function fresh(model: Model): Model {
  return { ...model };
}

const STAGES: readonly [string, () => Model, days: number, beginnings: () => Beginning[]][] = [
  [
    'the border dispute of the tests',
    () => disputeModel(8),
    8,
    () => [41, 42, 43].map((seed) => ({ seed, from: 'free' })),
  ],
  [
    REAL_SCENARIO,
    realModel,
    1.5,
    () => realModel().anchors.map(({ id }) => ({ seed: 41, from: id })),
  ],
];

describe.each(STAGES)('runs of %s', (_name, modelOf, days, beginnings) => {
  const starts = beginnings();
  const alone = starts.map((start) => hashOf(begin(fresh(modelOf()), start, days)));

  test('differ from one another', () => {
    expect(new Set(alone).size).toBe(starts.length);
    expect(starts.length).toBeGreaterThan(2);
  });

  test('one after the other come out as each alone', () => {
    const model = fresh(modelOf());
    const after = [...starts].reverse().map((start) => hashOf(begin(model, start, days)));
    expect(after.reverse()).toEqual(alone);
  });

  test('played by turns come out as each alone', () => {
    const model = fresh(modelOf());
    const hands = starts.map((start) => begin(model, start, days));
    while (hands.map(advance).some((going) => going));
    expect(hands.map(({ run }) => runHash(run))).toEqual(alone);
  });
});
