import { describe, expect, test } from 'vitest';
import { disputeModel, keptRun } from '../../../test/support/border-dispute.ts';
import { drive } from '../../../test/support/drive.ts';
import { runHash } from '../step.ts';
import type { Run } from './world.ts';

/** A run in the middle of things: somebody has done something, and a message is under way. */
function playedRun(): Run {
  for (let untilTick = 4 * 96; untilTick < 8 * 96; untilTick++) {
    const run = keptRun(disputeModel(8), 21);
    drive(run, { untilTick });
    const { mail, offices } = run.world;
    if (mail.length > 0 && offices.deeds.some((list) => list.length > 0)) return run;
  }
  throw new Error('no state of this run has a deed and a message in it');
}

type Table = Int32Array | Float64Array | Uint8Array;

/** Own eyes’ counts since the last look, and their last: scratch of a look, whose date is folded. */
const PASSING: readonly string[] = ['glimpse', 'glimpseNow'];

describe('the hash of a run', () => {
  const run = playedRun();
  const { world } = run;
  const before = runHash(run);

  test('is the same as often as it is asked for', () => {
    expect(runHash(run)).toBe(before);
  });

  const tables = [world.units, world.ground, world.offices].flatMap((part) =>
    Object.entries(part).filter(
      (entry): entry is [string, Table] =>
        ArrayBuffer.isView(entry[1]) && !PASSING.includes(entry[0]),
    ),
  );
  test.each(tables)('sees a change anywhere in %s, without an event', (_name, table) => {
    for (const at of [0, table.length >> 1, table.length - 1]) {
      const value = table[at]!;
      table[at] = value + 1;
      expect(runHash(run)).not.toBe(before);
      table[at] = value;
    }
    expect(runHash(run)).toBe(before);
  });

  test('sees a change of a list, of the talks and of a message under way', () => {
    const { talks, offices, mail } = world;
    const deeds = offices.deeds.find((list) => list.length > 0)!;
    const [deed, message, person] = [deeds.at(-1)!, mail.at(-1)!, offices.person[0]!];
    const changes: readonly (readonly [change: () => void, back: () => void])[] = [
      [() => talks.truceTick++, () => talks.truceTick--],
      [() => (offices.person[0] = 'another'), () => (offices.person[0] = person)],
      [() => deeds.pop(), () => deeds.push(deed)],
      [() => mail.pop(), () => mail.push(message)],
      [() => mail.push({ ...mail.pop()!, dueTick: 9 }), () => mail.splice(-1, 1, message)],
      [() => world.eventCount++, () => world.eventCount--],
      [() => (world.lineBan[1] = 0), () => (world.lineBan[1] = 1)],
    ];
    for (const [change, back] of changes) {
      change();
      expect(runHash(run)).not.toBe(before);
      back();
      expect(runHash(run)).toBe(before);
    }
  });
});
