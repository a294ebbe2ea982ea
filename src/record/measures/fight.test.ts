import { describe, expect, it } from 'vitest';
import { B, Z, check, loss } from '../../../test/support/measure-cases.ts';
import { attack, fact, measureEvents } from '../../../test/support/record-run.ts';
import type { KhasanEvent } from '../../engine/index.ts';

describe('battle', () => {
  const first = attack({
    id: 1,
    office: 'jp.75ir',
    side: 'jp',
    place: Z,
    start: 100,
    men: 1114,
    defenders: 300,
    taken: 9,
    loss: 133,
  });
  check([
    [
      'the first assault on Zaozyornaya, taken in 2¼ hours',
      [
        ...first,
        fact(104, 'tanks-put-out', 'su.tanks.1coy', Z, {
          side: 'su',
          count: 4,
          cause: 'close-combat',
          fate: 'burnt',
        }),
        fact(105, 'tanks-put-out', 'su.tanks.1coy', B, {
          side: 'su',
          count: 3,
          cause: 'gun',
          fate: 'spot',
        }),
      ],
      {
        'assault.zaozyornaya.loss': 133,
        'assault.zaozyornaya.men': 1114,
        'assault.zaozyornaya.defenders': 300,
        'assault.zaozyornaya.hours': 2.25,
        'assault.zaozyornaya.crest-4h': true,
        'assault.zaozyornaya.garrison-lost': 1,
        'assault.zaozyornaya.tanks-lost': 4,
        'assault.first.loss-per-100': (100 * 133) / 1114,
        seizure: 109 / 4,
        'seizure.side': 'jp',
      },
    ],
    [
      'a crest taken after 5 hours is not taken within 4',
      attack({ id: 1, office: 'jp.75ir', side: 'jp', place: Z, start: 100, men: 900, taken: 20 }),
      { 'assault.zaozyornaya.crest-4h': false, 'assault.zaozyornaya.hours': 5 },
    ],
    [
      'a beaten assault: share of the garrison lost',
      [
        ...attack({
          id: 1,
          office: 'jp.75ir',
          side: 'jp',
          place: Z,
          start: 100,
          men: 900,
          defenders: 200,
        }),
        loss(104, 'su', Z, { killed: 20, wounded: 30 }),
        loss(104, 'su', B, { killed: 99 }),
        loss(200, 'su', Z, { killed: 99 }),
      ],
      { 'assault.zaozyornaya.garrison-lost': 0.25, 'assault.zaozyornaya.crest-4h': false },
    ],
    [
      'two regiments on one height within two hours are one assault',
      [
        ...attack({ id: 1, office: 'jp.75ir', side: 'jp', place: Z, start: 100, men: 200 }),
        ...attack({ id: 2, office: 'jp.19d', side: 'jp', place: Z, start: 108, men: 200, loss: 7 }),
        ...attack({ id: 3, office: 'jp.19d', side: 'jp', place: Z, start: 140, men: 200 }),
      ],
      { 'assaults.jp': 1, 'assault.zaozyornaya.men': 400, 'assault.zaozyornaya.loss': 7 },
    ],
    [
      'the first Soviet attack of two battalions and its 36 hours',
      [
        ...first,
        ...attack({ id: 2, office: 'su.118rr', side: 'su', place: Z, start: 250, men: 400 }),
        ...attack({ id: 3, office: 'su.118rr', side: 'su', place: Z, start: 301, men: 400 }),
        ...attack({ id: 4, office: 'su.40rd', side: 'su', place: B, start: 305, men: 300 }),
        loss(300, 'su', Z, { killed: 1000 }),
        loss(301, 'su', Z, { killed: 10, wounded: 20, missing: 5 }),
        loss(301 + 144, 'jp', Z, { killed: 4 }),
        loss(301 + 145, 'jp', Z, { killed: 1000 }),
      ],
      {
        'attack.su.double': 301 / 4,
        'attack.su.double.crest-36h': false,
        'attack.su.double.casualties-su': 35,
        'attack.su.double.casualties-jp': 4,
        'attack.su.answer.days': 2,
      },
    ],
    [
      'two divisions under one plan, six days after the loss',
      [
        ...first,
        ...attack({
          id: 2,
          office: 'su.118rr',
          side: 'su',
          place: Z,
          plan: 'corps',
          start: 685,
          hHour: 675,
          men: 900,
        }),
        ...attack({
          id: 3,
          office: 'su.40rd',
          side: 'su',
          place: Z,
          plan: 'corps',
          start: 686,
          men: 900,
        }),
        ...attack({
          id: 4,
          office: 'su.32rd',
          side: 'su',
          place: B,
          plan: 'other',
          start: 687,
          men: 900,
        }),
        ...attack({
          id: 5,
          office: 'su.32rd',
          side: 'su',
          place: B,
          plan: 'corps',
          start: 733,
          men: 900,
        }),
      ],
      {
        'attack.su.joint': 733 / 4,
        'attack.su.joint.days': 6.5,
        'attack.su.joint.slip': 2.5,
      },
    ],
    [
      'a regiment that attacks with no order from above',
      attack({
        id: 1,
        office: 'jp.75ir',
        side: 'jp',
        place: Z,
        start: 100,
        men: 900,
        authority: 'initiative',
      }),
      { 'regiment.unbidden.jp': true },
    ],
    [
      'men who gather for an attack and walk over an empty hill have not taken it',
      [
        fact(95, 'operation-ordered', 'jp.75ir', Z, { operation: 1, act: 'assault', men: 900 }),
        fact(97, 'height-taken', 'jp.unit', Z, { side: 'jp', from: 'su', operation: 1 }),
        fact(100, 'operation-started', 'jp.75ir', Z, { operation: 1, men: 900, defenders: 0 }),
        fact(104, 'operation-ended', 'jp.75ir', Z, { operation: 1, outcome: 'taken', loss: 0 }),
      ],
      { 'assault.zaozyornaya.hours': 1, seizure: 26 },
    ],
    ['ordered from above it is bidden', first, { 'regiment.unbidden.jp': false }],
  ]);
});

describe('losses', () => {
  const answer = attack({ id: 2, office: 'su.40rd', side: 'su', place: Z, start: 300, men: 700 });
  check([
    [
      'sums, shares, causes',
      [
        loss(4, 'su', Z, { killed: 4, wounded: 9, missing: 1, officers: 1, cause: 'bullets' }),
        loss(5, 'su', Z, { killed: 0, wounded: 2, missing: 0, officers: 0, cause: 'fragments' }),
        loss(5, 'jp', Z, { killed: 2, wounded: 6, missing: 0, officers: 0, cause: 'fragments' }),
      ],
      {
        'losses.su.killed': 4,
        'losses.su.wounded': 11,
        'losses.su.killed-missing': 5,
        'losses.su.casualties': 16,
        'losses.su.officers-share': 0.25,
        'losses.su.by-shells': 2 / 16,
        'losses.su.by-small-arms': 14 / 16,
        'losses.jp.by-shells': 1,
        'losses.jp.wounded-per-killed': 3,
        'losses.ratio': 2,
      },
    ],
    [
      'no dead, no share of officers',
      [],
      { 'losses.su.officers-share': null, 'losses.ratio': null },
    ],
    [
      'phases are cut by events, not by dates',
      [
        loss(4, 'su', Z, { killed: 1 }),
        ...attack({
          id: 1,
          office: 'jp.75ir',
          side: 'jp',
          place: Z,
          start: 100,
          men: 900,
          taken: 4,
        }),
        loss(100, 'su', Z, { killed: 10 }),
        loss(299, 'jp', Z, { killed: 7 }),
        ...answer,
        loss(300, 'su', Z, { killed: 100 }),
      ],
      {
        'losses.su.before-assault': 1,
        'losses.su.to-answer': 10,
        'losses.su.after-answer': 100,
        'losses.jp.to-answer': 7,
      },
    ],
    [
      'without an answer there is no last phase',
      attack({ id: 1, office: 'jp.75ir', side: 'jp', place: Z, start: 100, men: 900 }),
      { 'losses.su.to-answer': 0, 'losses.su.after-answer': null },
    ],
  ]);

  it('counts the 75th Infantry from its units, the sick too', () => {
    const values = measureEvents([], {
      atEnd: ({ world, model }) => {
        const unit = model.units.id.indexOf('jp.19d.75ir.1bn.1coy');
        world.units.killed[unit] = 40;
        world.units.wounded[unit] = 60;
        world.units.sick[unit] = 8;
        world.units.men[unit] = 72;
      },
    });
    expect(values['losses.75ir.share']).toBeCloseTo(108 / 360);
    expect(values['losses.jp.sick']).toBe(8);
  });
});

describe('arms', () => {
  const tank = (unit: string, count: number, cause: string, fate: string): KhasanEvent =>
    fact(9, 'tanks-put-out', unit, Z, { side: 'su', count, cause, fate });
  check([
    [
      'tanks by type, cause and fate',
      [
        tank('su.tanks.1coy', 3, 'gun', 'burnt'),
        tank('su.tanks.1coy', 2, 'close-combat', 'spot'),
        tank('su.bt.1coy', 17, 'marsh', 'bogged'),
        tank('su.tanks.1coy', 1, 'gun', 'rear'),
      ],
      {
        'tanks.su.out': 23,
        'tanks.su.out.t26': 6,
        'tanks.su.out.bt': 17,
        'tanks.su.by-fire': 4,
        'tanks.su.by-close-assault': 2,
        'tanks.su.bogged': 17,
        'tanks.su.burnt': 3,
        'tanks.su.rear': 1,
        'tanks.su.spot': 2,
      },
    ],
    [
      'shells and aircraft',
      [
        fact(5, 'bombardment-fired', 'su.guns', Z, { side: 'su', rounds: 500 }),
        fact(6, 'bombardment-fired', 'jp.train', Z, { side: 'jp', rounds: 30 }),
        loss(6, 'jp', Z, { killed: 3, wounded: 7, cause: 'fragments' }),
        fact(7, 'air-strike-flown', 'su.air', Z, {
          side: 'su',
          aircraft: 59,
          result: 'turned-back',
        }),
        fact(8, 'air-strike-flown', 'su.air', Z, { side: 'su', aircraft: 100, result: 'bombed' }),
        fact(8, 'guns-lost', 'su.guns', Z, { side: 'su', count: 2, cause: 'fragments' }),
      ],
      {
        'shells.su': 500,
        'shells.jp': 30,
        'shells.train': 30,
        'shells.su.per-casualty': 50,
        'sorties.su': 159,
        'strikes.su': 2,
        'strikes.su.missed': 1,
        'guns.su.lost': 2,
        'guns.jp.lost': 0,
      },
    ],
  ]);
});
