import { describe, expect, it } from 'vitest';
import { fact, recordModel } from '../../test/support/record-run.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { textOf } from '../../test/support/source-files.ts';
import type { KhasanEvent } from '../engine/index.ts';
import { simulate } from '../experiment/index.ts';
import { parseClaims } from '../scenario/index.ts';
import { milestonesOf, timeBarOf } from './index.ts';

const SETUP = { seed: 1, from: 'free' };

describe('a run along its time', () => {
  const loss = (tick: number, side: string, killed: number, wounded: number): KhasanEvent =>
    fact(tick, 'casualties-taken', `${side}.unit`, '', { side, killed, wounded, missing: 0 });
  const data = timeBarOf(recordModel(), SETUP, [
    fact(0, 'weather-changed', '', '', { weather: 'fog' }),
    fact(2, 'rung-reached', 'jp.19d', '', { side: 'jp', rung: 'works' }),
    fact(16, 'weather-changed', '', '', { weather: 'clear' }),
    fact(20, 'rung-reached', 'jp.19d', '', { side: 'jp', rung: 'war' }),
    fact(21, 'rung-reached', 'jp.19d', '', { side: 'jp', rung: 'works' }),
    loss(24, 'su', 3, 4),
    loss(24, 'su', 1, 0),
    loss(24, 'jp', 0, 0),
    loss(30, 'jp', 2, 1),
  ]);

  it('has the weather from slot to slot', () => {
    expect(data.weather).toEqual([
      { fromTick: 0, toTick: 16, weather: 'fog' },
      { fromTick: 16, toTick: 30, weather: 'clear' },
    ]);
  });

  it('has the rungs of each side, which never comes down', () => {
    expect(data.rungs).toEqual([
      [{ tick: 0, rung: 0 }],
      [
        { tick: 0, rung: 0 },
        { tick: 20, rung: 4 },
      ],
    ]);
  });

  it('has the losses of a tick together, and none of nobody', () => {
    expect(data.losses).toEqual([
      { tick: 24, side: 0, men: 8 },
      { tick: 30, side: 1, men: 3 },
    ]);
  });
});

it('counts the losses of a real run as the measures do', () => {
  const model = realModel();
  const setup = { seed: 3, from: 'a3' };
  const events: KhasanEvent[] = [];
  const { measures } = simulate(model, setup, { onEvent: (event) => events.push(event) });
  const { losses, acts } = timeBarOf(model, setup, events);
  for (const [side, id] of ['su', 'jp'].entries()) {
    const men = losses
      .filter((each) => each.side === side)
      .reduce((sum, each) => sum + each.men, 0);
    const parts = ['killed', 'wounded', 'missing'].map((part) =>
      Number(measures[`losses.${id}.${part}`]),
    );
    expect(men).toBeGreaterThan(0);
    expect(men).toBe(parts.reduce((sum, part) => sum + part, 0));
  }
  expect(acts.length).toBeGreaterThan(0);
});

it('reads milestones from the record, each once, with what the record allows', () => {
  const claims = parseClaims(textOf('history/claims.csv'), 'claims.csv');
  const milestones = milestonesOf(claims, realModel().startMinutes);
  const labels = milestones.map(({ label }) => label);
  expect(labels).toContain('First death');
  expect(new Set(labels).size).toBe(labels.length);
  for (const { tick, lowTick, highTick } of milestones) {
    expect(lowTick).toBeLessThanOrEqual(tick);
    expect(highTick).toBeGreaterThanOrEqual(tick);
  }
  // Source: claims E018: 15 July, 16:00 by the clock of Japan.
  expect(milestones.find(({ label }) => label === 'First shot')?.tick).toBe(14 * 96 + 64);
});
