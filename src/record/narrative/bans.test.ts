import { expect, test } from 'vitest';
import { fact, recordModel } from '../../../test/support/record-run.ts';
import type { KhasanEvent } from '../../engine/index.ts';
import { tellRun } from './tell-run.ts';

const model = recordModel();
const NIGHT = 30 * 96 + 13;

function forbid(to: string, act: string, tick = NIGHT): KhasanEvent {
  return fact(tick, 'force-forbidden', 'jp.19d', '', { act, to });
}

/** The entries of the first day, without their clocks and the names of persons. */
function told(events: readonly KhasanEvent[]): string[] {
  const lines = tellRun(model, events);
  return lines
    .slice(1, lines.indexOf(''))
    .map((line) => line.replace(/^.*Vladivostok: | \([^)]*\)/g, ''));
}

test('what an office forbids at one sitting, and whom, is one sentence', () => {
  const events = ['assault', 'eject'].flatMap((act) => [
    forbid('jp.75ir', act),
    forbid('jp.76ir', act),
  ]);
  expect(told(events)).toEqual([
    'Jp.19d forbids jp.75ir and jp.76ir to attack and to throw the enemy out.',
  ]);
});

test('of a circular only the number of those it goes to is told', () => {
  const regiments = ['jp.73ir', 'jp.74ir', 'jp.75ir', 'jp.76ir', 'jp.25mar'];
  expect(told(regiments.map((to) => forbid(to, 'assault')))).toEqual([
    'Jp.19d forbids 5 offices below to attack.',
  ]);
});

test('another sitting is another sentence', () => {
  expect(told([forbid('jp.75ir', 'assault'), forbid('jp.76ir', 'assault', NIGHT + 8)])).toEqual([
    'Jp.19d forbids jp.75ir to attack.',
    'Jp.19d forbids jp.76ir to attack.',
  ]);
});
