import { describe, expect, it } from 'vitest';
import {
  attack,
  DAY,
  fact,
  HOUR,
  measureEvents,
  recordModel,
} from '../../../test/support/record-run.ts';
import type { KhasanEvent } from '../../engine/index.ts';
import { tickOfJst } from '../chronicle.ts';

const model = recordModel();
const horizon = tickOfJst(model, 9, 1, 0);
const end = { endTick: horizon + DAY };

const seizure = attack({
  id: 1,
  office: 'jp.75ir',
  side: 'jp',
  place: 'zaozyornaya',
  start: 20 * DAY,
  men: 500,
  taken: 4 * HOUR,
});

describe('times are restricted at 31 August 24:00 JST', () => {
  it('a truce after the seizure counts from it', () => {
    const agreed = fact(25 * DAY + 4 * HOUR, 'truce-agreed', '', '', { hour: 26 * DAY, line: '' });
    expect(measureEvents([...seizure, agreed], end)['truce.after-seizure']).toBe(5);
  });

  it('one that never comes counts as the horizon', () => {
    const days = (horizon - 20 * DAY - 4 * HOUR) / DAY;
    expect(measureEvents(seizure, end)['truce.after-seizure']).toBe(days);
  });

  it('an attack of two divisions counts from the loss of a crest, and is nothing without one', () => {
    const half = (id: number, office: string): readonly KhasanEvent[] =>
      attack({
        id,
        office,
        side: 'su',
        place: 'zaozyornaya',
        plan: 'corps',
        start: 25 * DAY,
        men: 900,
      });
    const joint = [...half(2, 'su.40rd'), ...half(3, 'su.32rd')];
    const after = (events: readonly KhasanEvent[]) =>
      measureEvents(events, end)['attack.su.joint.after-loss'];
    expect(after([...seizure, ...joint])).toBe(5 * 24 - 4);
    expect(after(joint)).toBe(0);
    expect(after(seizure)).toBe((horizon - 20 * DAY - 4 * HOUR) / HOUR);
  });

  it('neither seizure nor truce is no time at all', () => {
    expect(measureEvents([], end)['truce.after-seizure']).toBe(0);
  });
});

describe('the first men on a height and the paper for them', () => {
  const Z = 'zaozyornaya';
  const word = (
    hour: number,
    kind: 'order-given' | 'permission-granted',
    to: string,
    act: string,
    at = Z,
  ) => fact(hour * HOUR, kind, 'su.40rd', at, { act, area: at, to });

  it.each([
    [
      'before the paper',
      [word(2, 'order-given', '', 'post'), word(14, 'permission-granted', 'su.118rr', 'post')],
      12,
    ],
    [
      'after it',
      [word(2, 'permission-granted', 'su.118rr', 'post'), word(6, 'order-given', '', 'post')],
      -4,
    ],
    [
      'an order will do',
      [word(2, 'order-given', '', 'fortify'), word(3, 'order-given', 'su.118rr', 'fortify')],
      1,
    ],
    [
      'that of another height will not',
      [
        word(2, 'order-given', '', 'post'),
        word(3, 'permission-granted', 'su.118rr', 'post', 'bezymyannaya'),
      ],
      null,
    ],
    [
      'nor a patrol, nor leave to attack',
      [
        word(1, 'order-given', '', 'patrol'),
        word(2, 'order-given', '', 'post'),
        word(3, 'permission-granted', 'su.118rr', 'assault'),
      ],
      null,
    ],
    ['no men', [word(3, 'permission-granted', 'su.118rr', 'post')], 0],
  ])('%s', (_, events, hours) => {
    const values = measureEvents(events, end);
    const restricted = hours ?? (horizon - 2 * HOUR) / HOUR;
    expect(values['occupation.paper.restricted']).toBe(restricted);
    expect(values['occupation.paper.hours']).toBe(hours === 0 ? null : hours);
  });

  it('of the other side nothing counts', () => {
    const post = fact(2 * HOUR, 'order-given', 'jp.19d', Z, { act: 'post', area: Z, to: '' });
    expect(measureEvents([post], end)['occupation.paper.restricted']).toBe(0);
  });
});

describe('hits per hundred in the first battalion assault', () => {
  it('counts killed and wounded of the attacker at its place while it lasts, not the missing', () => {
    const hits: KhasanEvent[] = [
      ['jp', 20 * DAY + 1, 'zaozyornaya'],
      ['jp', 20 * DAY + 1, 'machine-gun-hill'],
      ['su', 20 * DAY + 2, 'zaozyornaya'],
      ['jp', 22 * DAY, 'zaozyornaya'],
    ].map(([side, tick, place]) =>
      fact(Number(tick), 'casualties-taken', `${String(side)}.unit`, String(place), {
        side: String(side),
        killed: 10,
        wounded: 30,
        missing: 7,
      }),
    );
    expect(measureEvents([...seizure, ...hits])['assault.first.hit-per-100']).toBe(8);
  });
});

describe('answers to an intrusion', () => {
  const seen = fact(10 * DAY, 'contact-reported', 'su.118rr', 'zaozyornaya', {
    men: 30,
    activity: 'present',
  });
  const report = (tick: number, from: string, to: string): KhasanEvent[] => {
    const sent = fact(tick, 'message-sent', from, '', { message: 'report.1', to });
    return [
      sent,
      {
        ...fact(tick + HOUR, 'message-read', to, '', { message: 'report.1', from, minutes: 60 }),
        cause: [sent.id],
      },
    ];
  };
  const isArmy = (events: readonly KhasanEvent[]) => measureEvents(events, { model: armyModel() });

  it('begin when the news comes, by eye or by mail, and end with the first order', () => {
    const order = fact(10 * DAY + 5 * HOUR, 'order-given', 'su.40rd', 'zaozyornaya', {
      act: 'post',
    });
    const values = isArmy([seen, ...report(10 * DAY + HOUR, 'su.118rr', 'su.40rd'), order]);
    // The regiment waits its 72 hours, the division three.
    expect(values['reaction.su.hours']).toBe((72 + 3) / 2);
    expect(values['reaction.su.ask-share']).toBe(0);
  });

  it('do not begin with a report of an office that knew of none', () => {
    const values = isArmy(report(9 * DAY, 'su.118rr', 'su.40rd'));
    expect(values['reaction.su.hours']).toBeNull();
  });

  it('that ask first are counted so', () => {
    const ask = fact(10 * DAY + HOUR, 'permission-asked', 'su.118rr', 'zaozyornaya', {
      act: 'eject',
    });
    expect(isArmy([seen, ask])['reaction.su.ask-share']).toBe(1);
  });
});

/** The offices of the measures in the chain of the army. */
function armyModel(): typeof model {
  const offices = model.offices.map((office) => ({ ...office, chains: ['army'] }));
  return { ...model, offices };
}

describe('attacks without a word from above', () => {
  const Z = 'zaozyornaya';
  const seen = fact(10 * DAY, 'contact-reported', 'su.118rr', Z, { men: 30, activity: 'present' });
  const told = fact(10 * DAY + 2 * HOUR, 'message-read', 'su.118rr', '', { message: 'order.4' });
  const attack = (hours: number): KhasanEvent =>
    fact(10 * DAY + hours * HOUR, 'operation-ordered', 'su.118rr', Z, {
      act: 'eject',
      operation: 1,
    });
  const cases: readonly [string, readonly KhasanEvent[], boolean][] = [
    ['on its own news', [seen, attack(5)], true],
    ['a day and an hour later', [seen, attack(25)], false],
    ['upon an order that came since', [seen, told, attack(5)], false],
    ['without any news', [attack(5)], false],
  ];
  it.each(cases)('%s', (_, events, unbidden) => {
    const values = measureEvents(events, { model: armyModel() });
    expect(values['regiment.attacks-unbidden']).toBe(unbidden);
  });
});
