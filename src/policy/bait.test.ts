import { expect, test } from 'vitest';
import { keptRun, type KeptRun } from '../../test/support/border-dispute.ts';
import { smallModel } from '../../test/support/small-model.ts';
import { viewFor, type GrantInfo } from '../engine/index.ts';
import { decide } from './decide.ts';

/**
 * Bait and the shot by order come from the same worth as every other act; what makes an envoy choose them
 * is what he has to gain by being seen to act.
 */

const RESERVED: GrantInfo = {
  kind: 'grant',
  act: 'shoot',
  area: -1,
  forceMenMax: 100,
  reserved: true,
};
const LEAVE: GrantInfo = { ...RESERVED, reserved: false };

interface Man {
  readonly credit: number;
  /** Log-odds on top of the base. */
  readonly intent?: number;
  readonly leave?: boolean;
}

/** An envoy with a few men of his own, who has heard of six of the other side on the hill. */
function envoy({ credit, intent = 1.4, leave = true }: Man, seed: number): KeptRun {
  const model = smallModel({
    offices: [
      {
        id: 'su.envoy',
        side: 0,
        echelon: 'army',
        credit,
        superior: 'su.top',
        repertoire: ['provoke', 'shoot'],
        traits: { competence: 0.5, initiative: 0.8, fear: 0.4, honour: 0.6, caution: 0.2 },
        grants: leave ? [LEAVE] : [],
      },
      { id: 'jp.post', side: 1, echelon: 'post' },
      { id: 'su.top', side: 0, echelon: 'capital', repertoire: [], grants: [RESERVED] },
    ],
    units: [
      { id: 'su.retinue', side: 0, at: [8, 6], kind: 'border-guard', men: 6 },
      { id: 'jp.party', side: 1, at: [5, 6], kind: 'gendarme', men: 4, office: 'jp.post' },
    ],
  });
  const run = keptRun(model, seed);
  const { offices } = run.world;
  run.world.tick = 40;
  offices.enemy[0] = 6;
  offices.enemyTick[0] = 40;
  offices.activity[0] = 1;
  offices.intent[0] = intent;
  offices.intentTick[0] = 40;
  return run;
}

/** Share of forty men like him who choose the act. */
function shareOf(act: string, man: Man, met = false): number {
  let chosen = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const run = envoy(man, seed);
    if (met) meet(run);
    const orders = decide(viewFor(run, 0));
    if (orders.some((order) => order.kind === 'act' && order.act === act)) chosen++;
  }
  return chosen / 40;
}

/** The gendarmes call on the retinue, which stands over the line. */
function meet(run: KeptRun): void {
  run.world.meetings.push({
    host: 1,
    guest: 0,
    hostHex: run.world.units.location[1]!,
    guestHex: run.world.units.location[0]!,
    area: 0,
    hostMen: 4,
    guestMen: 6,
    startTick: 40,
    step: 1,
    times: 1,
    tick: 40,
    event: '40.0',
    over: 0,
  });
}

test('who has all to gain by vigilance sends bait; who has a front to hold does not', () => {
  expect(shareOf('provoke', { credit: 0.9 })).toBeGreaterThan(0.5);
  expect(shareOf('provoke', { credit: 0 })).toBeLessThan(0.1);
});

test('bait is for doubt: nobody baits an enemy whose intent is known', () => {
  const doubt = shareOf('provoke', { credit: 0.9, intent: 2.2 });
  expect(shareOf('provoke', { credit: 0.9, intent: 5 })).toBeLessThan(doubt);
  expect(shareOf('provoke', { credit: 0.9, intent: -2 })).toBeLessThan(doubt);
});

test('a shot is ordered only where somebody stands before the office’s own men', () => {
  expect(shareOf('shoot', { credit: 0.9 })).toBe(0);
  expect(shareOf('shoot', { credit: 0.9 }, true)).toBeGreaterThan(0.4);
  expect(shareOf('shoot', { credit: 0 }, true)).toBeLessThan(0.15);
});

test('without leave hardly anybody orders it, and nobody asks first: the man would be gone', () => {
  expect(shareOf('shoot', { credit: 0.9, leave: false }, true)).toBeLessThan(0.2);
  for (let seed = 1; seed <= 20; seed++) {
    const run = envoy({ credit: 0.9, leave: false }, seed);
    meet(run);
    const asked = decide(viewFor(run, 0)).filter(
      (order) => order.kind === 'request' && order.act === 'shoot' && !order.afterTheDeed,
    );
    expect(asked).toEqual([]);
  }
});
