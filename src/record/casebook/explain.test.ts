import { describe, expect, it } from 'vitest';
import { recordModel } from '../../../test/support/record-run.ts';
import type { EventKind, EventValue, GrantInfo, KhasanEvent } from '../../engine/index.ts';
import { explainEvent, notableEvents, type Step } from '../index.ts';
import { grantSentences, papersOfRun } from './papers.ts';

const model = recordModel();

function told(
  id: string,
  kind: EventKind,
  actor: string,
  data: Readonly<Record<string, EventValue>>,
  cause: readonly string[] = [],
): KhasanEvent {
  return { id, tick: Number(id.split('.')[0]), kind, actor, place: 'zaozyornaya', cause, data };
}

const letter = (message: string, to: string) => ({
  message,
  to,
  act: 'assault',
  area: 'zaozyornaya',
  about: -1,
});

/** The corps orders, the division reads and attacks; its company opens fire. */
const events: KhasanEvent[] = [
  told('10.0', 'contact-reported', 'su.39corps', { men: 80, activity: 'digging' }),
  told('20.0', 'order-given', 'su.39corps', { act: 'assault', to: 'su.40rd', authority: 'grant' }),
  told('20.1', 'message-sent', 'su.39corps', letter('order.1', 'su.40rd'), ['20.0']),
  told('24.0', 'message-read', 'su.40rd', { from: 'su.39corps', minutes: 60 }, ['20.1']),
  told(
    '30.0',
    'operation-ordered',
    'su.40rd',
    { operation: 1, act: 'assault', authority: 'order' },
    ['24.0'],
  ),
  told('40.0', 'operation-started', 'su.40rd', { operation: 1, act: 'assault', men: 500 }, [
    '30.0',
  ]),
  told('50.0', 'height-taken', 'su.59bd.post', { side: 'su', from: 'jp', operation: 1 }, ['40.0']),
];

/** Ids of a tree along its first branch. */
function spine(step: Step | undefined): string[] {
  return step === undefined ? [] : [step.event, ...spine(step.causes[0])];
}

describe('what led to an event', () => {
  const step = explainEvent(model, events, '50.0');

  it('goes back through act, order read, order given, to what the first author had seen', () => {
    expect(spine(step)).toEqual(['50.0', '40.0', '30.0', '24.0', '20.0', '10.0']);
  });

  it('names author and authority of each decision', () => {
    const ordered = step!.causes[0]!.causes[0]!;
    expect([ordered.author, ordered.authority]).toEqual(['su.40rd', 'on an order']);
    const above = ordered.causes[0]!.causes[0]!;
    expect([above.author, above.authority]).toEqual(['su.39corps', 'with leave']);
    expect(above.causes[0]!.link).toBe('seen');
    expect(step!.author).toBe('su.40rd');
  });

  it('knows no event that is not there', () => {
    expect(explainEvent(model, events, '50.1')).toBeUndefined();
  });

  it('lists what is worth asking about', () => {
    const ids = notableEvents(model, events).map(({ event }) => event);
    expect(ids).toEqual(['30.0', '40.0', '50.0']);
  });
});

describe('papers given in a run', () => {
  it('name standing orders, with what sets them off', () => {
    const order = {
      ...events[0]!,
      id: '9.0',
      tick: 9,
      kind: 'standing-order-issued' as const,
      actor: model.offices[0]!.id,
      data: {
        act: 'eject',
        area: '',
        to: model.offices[1]!.id,
        when: 'the other side is believed to hold it',
        duty: true,
        force: 90,
        days: 30,
      },
    };
    const papers = papersOfRun(model, [order]).find(({ inRun }) => inRun.length > 0)!;
    expect(papers.office).toBe(model.offices[1]!.id);
    expect(papers.inRun[0]!.text).toContain('when the other side is believed to hold it');
  });
});

describe('papers in plain English', () => {
  const grant = (change: Partial<GrantInfo>): GrantInfo => ({
    kind: 'grant',
    act: 'assault',
    area: -1,
    forceMenMax: 0,
    reserved: false,
    ...change,
  });
  const cases: readonly [grants: readonly GrantInfo[], sentences: readonly string[]][] = [
    [[grant({})], ['May attack anywhere.']],
    [[grant({ forceMenMax: 300, area: 0 })], ['May attack at zaozyornaya, with up to 300 men.']],
    [[grant({ reserved: true })], ['Keeps for itself the power to attack anywhere.']],
    [
      [0, 1].flatMap((area) => [
        grant({ kind: 'ban', act: 'fortify', area }),
        grant({ kind: 'ban', area }),
      ]),
      ['Must not dig in or attack at zaozyornaya and bezymyannaya.'],
    ],
  ];
  it.each(cases)('%j', (grants, sentences) => {
    expect(grantSentences(model, grants)).toEqual(sentences);
  });
});
