import { describe, expect, it } from 'vitest';
import { B, Z, check } from '../../../test/support/measure-cases.ts';
import {
  DAY,
  HOUR,
  attack,
  fact,
  measureEvents,
  recordModel,
} from '../../../test/support/record-run.ts';
import { TEST_PURGE } from '../../../test/support/small-model.ts';

describe('command', () => {
  check([
    [
      'paper by side',
      [
        fact(1, 'message-sent', 'jp.19d', '', { message: 'report.1', to: 'jp.korea-army' }),
        fact(3, 'message-read', 'jp.korea-army', '', { message: 'report.1', minutes: 30 }),
        fact(3, 'message-read', 'jp.korea-army', '', { message: 'report.2', minutes: 60 }),
        fact(4, 'permission-asked', 'jp.19d', Z, {
          act: 'assault',
          of: 'jp.korea-army',
          afterTheDeed: true,
        }),
        fact(4, 'permission-asked', 'jp.19d', Z, {
          act: 'fortify',
          of: 'jp.korea-army',
          afterTheDeed: false,
        }),
        fact(4, 'permission-asked', 'jp.19d', Z, {
          act: 'bombard',
          of: 'jp.korea-army',
          afterTheDeed: false,
        }),
        fact(6, 'permission-granted', 'jp.korea-army', Z, {
          act: 'assault',
          to: 'jp.19d',
          force: 9,
        }),
        fact(6, 'permission-refused', 'jp.korea-army', Z, { act: 'bombard', to: 'jp.19d' }),
        fact(7, 'acted-without-authority', 'jp.19d', Z, {
          act: 'bombard',
          ban: true,
          holder: 'jp.emperor',
        }),
        fact(9, 'acted-without-authority', 'jp.75ir', Z, {
          act: 'assault',
          ban: false,
          holder: '',
        }),
        fact(9, 'order-refused', 'jp.75ir', '', { order: 'act', reason: 'no-units' }),
      ],
      {
        'messages.jp': 1,
        'messages.su': 0,
        'messages.jp.minutes': 45,
        'requests.jp': 3,
        'requests.jp.after-deed': 1,
        'requests.jp.granted': 1,
        'requests.jp.refused': 1,
        'division.jp.granted': 0.5,
        'unauthorised.jp': 2,
        'unauthorised.jp.against-ban': 1,
        'unauthorised.jp.first': 1.75,
        'unauthorised.jp.first-office': 'jp.19d',
        'orders.refused': 1,
      },
    ],
    [
      'faults found, admitted and rebuked',
      [
        fact(1, 'inquiry-found', 'su.39corps', Z, { area: Z, fault: false }),
        fact(2, 'inquiry-found', 'su.39corps', Z, { area: Z, fault: true }),
        fact(3, 'inquiry-found', 'jp.korea-army', Z, { area: Z, fault: true }),
        fact(4, 'fault-admitted', 'su.39corps', Z, { area: Z, to: 'su.politburo' }),
        fact(9, 'admission-rebuked', 'su.politburo', Z, { area: Z, to: 'su.39corps' }),
      ],
      {
        'inquiries.su.fault': 1,
        'inquiries.su.admitted': 1,
        'inquiries.su.rebuked': 1,
        'inquiries.jp.fault': 1,
        'inquiries.jp.admitted': 0,
        'inquiries.jp.rebuked': 0,
      },
    ],
    [
      'crossings by line and by date',
      [
        fact(4, 'line-crossed', 'su.59bd.post', Z, { line: 'jp', side: 'su', men: 4 }),
        fact(4, 'line-crossed', 'su.59bd.post', Z, { line: 'su', side: 'su', men: 4 }),
        fact(28 * DAY, 'line-crossed', 'su.59bd.post', Z, { line: 'jp', side: 'su', men: 4 }),
      ],
      {
        'crossings.su.their-line': 2,
        'crossings.su.own-line': 1,
        'crossings.su.their-line.july': 1,
        'crossings.jp.their-line': 0,
      },
    ],
    [
      'a shot within an hour at the place answers a challenge',
      [
        fact(4, 'challenge-made', 'jp.unit', Z),
        fact(4, 'challenge-made', 'jp.unit', B),
        fact(8, 'shot-fired', 'su.59bd.post', Z, { side: 'su' }),
        fact(20, 'challenge-made', 'jp.unit', Z),
        fact(25, 'shot-fired', 'su.59bd.post', Z, { side: 'su' }),
      ],
      { challenges: 3, 'challenges.shot-share': 1 / 3 },
    ],
  ]);
});

describe('delays', () => {
  check([
    [
      '1 leave is asked after the deed, works are ordered next day',
      [
        fact(0, 'order-given', 'su.40rd', Z, { act: 'fortify', to: '' }),
        fact(4, 'permission-asked', 'su.118rr', Z, {
          act: 'post',
          of: 'su.40rd',
          afterTheDeed: true,
        }),
        fact(4 + DAY, 'order-given', 'su.40rd', Z, { act: 'fortify', to: 'su.118rr' }),
      ],
      { 'delay.1.after-deed': true, 'delay.1.days': 1 },
    ],
    [
      '2 digging seen, note five and a half days later',
      [
        fact(10, 'note-handed', 'jp.foreign', '', { to: 'su.politburo', demand: 'protest' }),
        fact(20, 'contact-reported', 'jp.75ir', Z, { activity: 'digging' }),
        fact(20 + 528, 'note-handed', 'jp.foreign', '', { to: 'su.politburo', demand: 'withdraw' }),
      ],
      { 'delay.2.days': 5.5 },
    ],
    [
      '3 concentration: first unit and fourth battalion',
      [
        fact(0, 'unit-arrived', 'jp.19d.74ir.1bn.1coy', Z, { from: '' }),
        fact(10, 'formation-concentrating', 'jp.19d', Z, { office: 'jp.19d', to: Z, men: 9 }),
        fact(50, 'unit-arrived', 'jp.19d.75ir.1bn.1coy', Z, { from: '' }),
        fact(60, 'unit-arrived', 'jp.19d.75ir.2bn.1coy', Z, { from: '' }),
        fact(70, 'unit-arrived', 'jp.19d.76ir.1bn.1coy', Z, { from: '' }),
        fact(80, 'unit-arrived', 'jp.19d.76ir.1bn.1coy', B, { from: '' }),
        fact(90, 'unit-arrived', 'jp.19d.74ir.1bn.1coy', Z, { from: '' }),
      ],
      { 'delay.3.hours': 10, 'delay.3.four-battalions.hours': 20 },
    ],
    [
      '4, 5, 6 seen, decided, ejected, left, taken back, reported',
      [
        fact(100, 'contact-reported', 'jp.75ir', B, { activity: 'digging' }),
        fact(300, 'contact-reported', 'jp.75ir', B, { activity: 'digging' }),
        fact(302, 'contact-reported', 'jp.19d', B, { activity: 'digging' }),
        ...attack({
          id: 1,
          office: 'jp.19d',
          side: 'jp',
          place: B,
          act: 'eject',
          ordered: 306,
          start: 318,
          men: 140,
          taken: 5,
        }),
        fact(307, 'message-sent', 'jp.19d', B, { message: 'order.7', to: 'jp.korea-army' }),
        fact(308, 'message-sent', 'jp.19d', B, { message: 'report.8', to: 'jp.75ir' }),
        fact(346, 'message-sent', 'jp.19d', B, { message: 'report.9', to: 'jp.korea-army' }),
        fact(325, 'height-taken', 'su.59bd.post', B, { side: 'su', from: 'jp', operation: -1 }),
      ],
      {
        'delay.4.decide.hours': 1.5,
        'delay.4.act.hours': 3,
        'delay.5.hours': 0.5,
        'delay.6.hours': 10,
      },
    ],
    [
      '5 they leave an hour after the ejection: it counts from there',
      [
        ...attack({
          id: 1,
          office: 'jp.19d',
          side: 'jp',
          place: B,
          act: 'eject',
          ordered: 306,
          start: 318,
          men: 140,
          taken: 5,
        }),
        fact(328, 'ground-vacated', '', B, { side: 'jp' }),
        fact(331, 'height-taken', 'su.59bd.post', B, { side: 'su', from: '', operation: -1 }),
        fact(400, 'ground-vacated', '', B, { side: 'jp' }),
      ],
      { 'delay.5.hours': 0.75 },
    ],
    [
      '8 a strike ordered by the capital',
      [
        fact(8, 'air-strike-flown', 'su.tanks.1coy', Z, { side: 'su', aircraft: 9 }),
        fact(10, 'order-given', 'su.politburo', Z, { act: 'strike', to: 'su.39corps' }),
        fact(40, 'air-strike-flown', 'su.tanks.1coy', Z, { side: 'su', aircraft: 9 }),
      ],
      { 'delay.8.hours': 7.5 },
    ],
    [
      '12, 13 from the first offer to silence',
      [
        fact(0, 'talks-proposed', 'jp.foreign', '', { terms: 'lines' }),
        fact(624, 'truce-agreed', 'su.politburo', '', { hour: 650, line: 'lines' }),
        fact(652, 'fire-opened', 'jp.unit', Z, { side: 'jp' }),
        fact(624 + 2 * DAY + 1, 'fire-opened', 'jp.unit', Z, { side: 'jp' }),
      ],
      { 'delay.12.days': 6.5, 'delay.13.hours': 7 },
    ],
    [
      '13 nobody fires any more',
      [fact(624, 'truce-agreed', 'su.politburo', '', { hour: 650, line: 'lines' })],
      { 'delay.13.hours': 0 },
    ],
  ]);
});

describe('staffs and reactions', () => {
  const plain = recordModel();
  const pool = (id: string, posts: number, filled: number) => ({
    office: plain.offices.findIndex((office) => office.id === id),
    posts,
    filled,
    headKept: false,
  });
  const model = {
    ...plain,
    purges: [
      {
        ...TEST_PURGE,
        pools: [pool('su.39corps', 60, 50), pool('su.40rd', 40, 40), pool('su.118rr', 20, 20)],
      },
    ],
  };
  const END_OF_JULY = 29 * DAY + 23 * HOUR;
  const events = [
    fact(4 * DAY, 'staff-removed', 'su.39corps', '', { count: 4, filled: 46 }),
    fact(5 * DAY, 'staff-replaced', 'su.39corps', '', { count: 1, filled: 47 }),
    fact(6 * DAY, 'person-removed', 'su.40rd', '', { person: 'X', reason: 'purge', filled: 39 }),
    fact(7 * DAY, 'staff-removed', 'su.118rr', '', { count: 5, filled: 15 }),
    fact(END_OF_JULY, 'person-appointed', 'su.40rd', '', { person: 'Y', filled: 40 }),
    fact(40 * DAY, 'person-removed', 'su.39corps', '', {
      person: 'Z',
      reason: 'lost-ground',
      filled: 46,
    }),
  ];

  it('count posts as they were at midnight in Vladivostok, of the five offices only', () => {
    expect(measureEvents(events, { model })).toMatchObject({
      'staffs.filled': 86,
      'staffs.removed': 11,
      'staffs.replaced': 1,
      'staffs.heads': 2,
      'staffs.heads.lost-ground': 1,
    });
    expect(measureEvents(events, { model, endTick: 10 * DAY })['staffs.filled']).toBe(86);
  });

  it('count none where the scenario has none', () => {
    expect(measureEvents([])['staffs.filled']).toBeNull();
  });

  const message = (tick: number, kind: 'message-sent' | 'message-read', actor: string) =>
    fact(tick, kind, actor, '', { message: 'report.7' });

  check([
    [
      'an office is asked from the hour at which it reads of the enemy, not before',
      [
        fact(DAY, 'order-given', 'su.39corps', Z, { act: 'alert' }),
        fact(2 * DAY, 'contact-reported', 'su.118rr', Z),
        message(2 * DAY + 1, 'message-sent', 'su.118rr'),
        fact(2 * DAY + 8, 'permission-asked', 'su.118rr', Z, { act: 'eject' }),
        message(2 * DAY + 9, 'message-read', 'su.39corps'),
        fact(2 * DAY + 29, 'order-given', 'su.39corps', Z, { act: 'reinforce' }),
        fact(2 * DAY + 48, 'operation-ordered', 'su.118rr', Z, { act: 'eject', operation: 1 }),
      ],
      { 'reaction.su.pairs': 2, 'reaction.su.hours': (12 + 5) / 2, 'reaction.su.ask-share': 0.5 },
    ],
    [
      'who never acts counts with the three days',
      [fact(2 * DAY, 'contact-reported', 'su.118rr', Z)],
      { 'reaction.su.pairs': 1, 'reaction.su.hours': 72, 'reaction.su.ask-share': null },
    ],
    [
      'the other side and villages are not asked',
      [
        fact(2 * DAY, 'contact-reported', 'jp.75ir', Z),
        fact(2 * DAY, 'contact-reported', 'su.118rr', 'homoku'),
      ],
      { 'reaction.su.pairs': 0, 'reaction.su.hours': null },
    ],
  ]);
});
