import { describe, expect, test } from 'vitest';
import { disputeModel, keptRun } from '../../../test/support/border-dispute.ts';
import { P } from '../parameters.ts';
import { TRAITS } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { packFacts } from './messages.ts';
import { saidHolder } from './said-holder.ts';

const OFFICE = 0;
const TICK = 40;

/** A run in which the office has attacked place 0 an hour ago, has men on it, and knows it to be the other side's. */
function attacked(seed: number, change: (run: Run) => void = () => {}): Run {
  const run = keptRun(disputeModel(), seed);
  const { offices } = run.world;
  run.world.tick = TICK;
  run.world.params[P['report.claim']] = 1;
  for (const trait of ['fear', 'honour'] as const) offices.traits[TRAITS.indexOf(trait)] = 1;
  offices.holder[0] = 1 - run.model.offices[OFFICE]!.side;
  offices.own[0] = 80;
  const deed = { act: 'assault', area: 0, men: 100, tick: 0, dueTick: TICK - 4, unbidden: false };
  offices.deeds[OFFICE] = [{ ...deed, act: 'assault' }];
  change(run);
  return run;
}

const said = (change?: (run: Run) => void): number => saidHolder(attacked(1, change), OFFICE, 0);

describe('a place said to be taken', () => {
  const run = attacked(1);
  const { side } = run.model.offices[OFFICE]!;
  test('is what goes into the report, and not what the office believes', () => {
    expect(said()).toBe(side);
    expect(packFacts(run, OFFICE, 1)[2 + 9]).toBe(side);
    expect(run.world.offices.holder[0]).toBe(1 - side);
  });
  test.each<[string, (run: Run) => void]>([
    ['by nobody who has not attacked it', ({ world }) => (world.offices.deeds[OFFICE] = [])],
    ['nor before the hour of the attack', ({ world }) => (world.tick = TICK - 5)],
    ['nor days after', ({ world }) => (world.tick = TICK - 4 + 48 * 4)],
    ['nor without men on it', ({ world }) => (world.offices.own[0] = 0)],
    ['nor where it is never done', ({ world }) => (world.params[P['report.claim']] = 0)],
  ])('%s', (_name, change) => {
    expect(said(change)).toBe(1 - side);
  });
  test('by the fearful and the proud more than by others, with one word for the day', () => {
    const share = (level: number): number => {
      let count = 0;
      for (let seed = 1; seed <= 300; seed++) {
        const told = attacked(seed, ({ world }) => {
          for (const trait of ['fear', 'honour'] as const)
            world.offices.traits[TRAITS.indexOf(trait)] = level;
        });
        const now = saidHolder(told, OFFICE, 0);
        told.world.tick += 8;
        expect(saidHolder(told, OFFICE, 0)).toBe(now);
        if (now === side) count++;
      }
      return count / 300;
    };
    expect(share(0)).toBe(0);
    expect(share(0.5)).toBeGreaterThan(0.4);
    expect(share(0.5)).toBeLessThan(0.6);
  });
});
