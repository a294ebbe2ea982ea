import { describe, expect, test } from 'vitest';
import { keptRun } from '../../../test/support/border-dispute.ts';
import { drive } from '../../../test/support/drive.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import { TICKS_PER_DAY } from '../time.ts';
import type { Run } from '../world/world.ts';
import { send } from './messages.ts';
import { agree, keepTruce, repeatTruce, tellTruce } from './truce.ts';

const model = realModel();
const office = (id: string): number => model.offices.findIndex((info) => info.id === id);
const disputed = model.areas.flatMap((area, index) => (area.disputed ? [index] : []));

/** Places that each capital has to leave after an offer of its foreign ministry has been accepted. */
function promised(from: string, to: string, word: string): Record<'su' | 'jp', number[]> {
  const run = keptRun(model, 1, 'free');
  const proposal = send(run, {
    kind: 'proposal',
    from: office(from),
    to: office(to),
    word,
    cause: [],
  });
  agree(run, office(to), proposal, '0.0');
  const [su, jp] = model.sides.map(({ capitalOffice }) =>
    run.world.offices.charges[capitalOffice]!.flatMap(({ act, area }) =>
      act === 'withdraw' ? [area] : [],
    ),
  );
  return { su: su!, jp: jp! };
}

test.each([
  ['su.nkid', 'jp.foreign', 'ground', 'jp'],
  ['jp.foreign', 'su.nkid', 'ground', 'su'],
  ['jp.foreign', 'su.nkid', 'withdraw', 'jp'],
] as const)('%s offers %s ‘%s’: %s has to leave every disputed place', (from, to, word, leaver) => {
  const left = promised(from, to, word);
  expect(left[leaver]).toEqual(disputed);
  expect(left[leaver === 'su' ? 'jp' : 'su']).toEqual([]);
});

test.each(['lines', 'commission'])('after ‘%s’ nobody has to leave', (word) => {
  expect(promised('jp.foreign', 'su.nkid', word)).toEqual({ su: [], jp: [] });
});

test('an offer that was still to be made is off the desk of whoever hears of the truce', () => {
  const run = keptRun(model, 1, 'free');
  const ministry = office('su.nkid');
  run.world.offices.charges[ministry]!.push({
    act: 'propose',
    area: -1,
    men: 0,
    hHourTick: -1,
    by: office('su.politburo'),
    plan: '',
    tick: 0,
    event: '',
  });
  tellTruce(run, ministry, 40, '0.0');
  expect(run.world.offices.charges[ministry]).toEqual([]);
  expect(run.world.offices.truceTold[ministry]).toBe(40);
});

describe('word of the truce that has not come through', () => {
  const DIVISION = office('jp.19d');
  /** Whom the division tells of the truce again. */
  function repeated(change: (run: Run) => void): string[] {
    const run = keptRun(model, 1, 'free');
    run.world.talks.truceTick = 40;
    tellTruce(run, DIVISION, 40, '0.0');
    change(run);
    const before = run.world.mail.length;
    repeatTruce(run);
    const sent = run.world.mail.slice(before).filter(({ from }) => from === DIVISION);
    return sent.map(({ to }) => model.offices[to]!.id);
  }
  const below = model.offices[DIVISION]!.subordinates.filter(
    (sub) => model.offices[sub]!.superiors[0] === DIVISION,
  ).map((sub) => model.offices[sub]!.id);
  const lose = (run: Run): void => {
    run.world.mail = [];
  };
  test('is sent again to those who have not heard', () => {
    expect(below.length).toBeGreaterThan(1);
    expect(repeated(lose)).toEqual(below);
  });
  test('not to those who have, nor while it is under way', () => {
    expect(repeated(() => {})).toEqual([]);
    const heard = (run: Run): void => {
      lose(run);
      run.world.offices.truceTold[office(below[0]!)] = 40;
    };
    expect(repeated(heard)).toEqual(below.slice(1));
  });
  test('in every run, at the turn of the day', () => {
    const run = keptRun(model, 1, 'free');
    run.world.talks.truceTick = 40;
    tellTruce(run, DIVISION, 40, '0.0');
    lose(run);
    drive(run, { untilTick: 2 * TICKS_PER_DAY });
    expect(below.map((id) => run.world.offices.truceTold[office(id)])).toEqual(below.map(() => 40));
  });
  test('and fire ceases for the word that came', () => {
    const run = keptRun(model, 1, 'free');
    run.world.talks.truceTick = 40;
    const regiment = office('jp.75ir');
    tellTruce(run, regiment, 40, '30.1');
    for (const unit of model.offices[regiment]!.units) run.world.units.stance[unit] = 1;
    run.world.tick = 40;
    keepTruce(run);
    const ceased = run.events.filter(({ kind }) => kind === 'fire-ceased');
    expect(ceased.map(({ actor, cause }) => [actor, cause])).toEqual([['jp.75ir', ['30.1']]]);
  });
  test('and not where there is no truce', () => {
    const run = keptRun(model, 1, 'free');
    repeatTruce(run);
    expect(run.world.mail).toEqual([]);
  });
});

test('where each stops where he stands nobody has to leave', () => {
  expect(promised('jp.foreign', 'su.nkid', 'lines')).toEqual({ su: [], jp: [] });
});
