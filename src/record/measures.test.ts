import { describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  attack,
  fact,
  measureEvents,
  recordModel,
} from '../../test/support/record-run.ts';
import type { AnchorInfo, EventValue, KhasanEvent } from '../engine/index.ts';
import { TEST_PURGE } from '../../test/support/small-model.ts';
import { MEASURES, type MeasureValue } from './index.ts';

/** One case: events, and what some measures say afterwards. */
type Case = readonly [
  name: string,
  events: readonly KhasanEvent[],
  values: Readonly<Record<string, MeasureValue>>,
];

const Z = 'zaozyornaya';
const B = 'bezymyannaya';
/** Noon of 31 July on the Japanese clock; the model starts at midnight of 1 July by it. */
const NOON_31_JULY = 30 * DAY + 12 * HOUR;

const loss = (
  tick: number,
  side: string,
  place: string,
  data: Readonly<Record<string, EventValue>>,
): KhasanEvent => fact(tick, 'casualties-taken', `${side}.unit`, place, { side, ...data });

function check(cases: readonly Case[]): void {
  it.each(cases)('%s', (_name, events, values) => {
    expect(measureEvents(events)).toMatchObject(values);
  });
}

describe('MEASURES', () => {
  const ids = MEASURES.map((measure) => measure.id);

  it('have ids of their own', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('all get a value of their kind or null, and nothing else does', () => {
    const values = measureEvents([]);
    expect(Object.keys(values).sort()).toEqual([...ids].sort());
    const types = { number: 'number', time: 'number', flag: 'boolean', category: 'string' };
    for (const { id, kind } of MEASURES) {
      const value = values[id] ?? null;
      if (value !== null) expect([id, typeof value]).toEqual([id, types[kind]]);
    }
  });

  it('say what they are in whole sentences', () => {
    const short = MEASURES.filter(({ describe: text }) => !/^[A-Z].{9,}\.$/.test(text));
    expect(short.map((measure) => measure.id)).toEqual([]);
  });
});

describe('onset', () => {
  check([
    ['nothing happens', [], { 'first.shot': null, 'first.assault': null, truce: false }],
    [
      'the first of each kind counts',
      [
        fact(8, 'contact-reported', 'jp.19d', Z, { activity: 'present' }),
        fact(12, 'contact-reported', 'jp.19d', Z, { activity: 'digging' }),
        fact(14, 'line-crossed', 'su.59bd.post', Z, { line: 'jp', side: 'su' }),
        fact(15, 'challenge-made', 'jp.unit', Z),
        fact(16, 'shot-fired', 'su.59bd.post', Z, { side: 'su' }),
        fact(20, 'fire-opened', 'jp.unit', Z, { side: 'jp' }),
        loss(20, 'su', Z, { killed: 0, wounded: 1 }),
        loss(24, 'jp', Z, { killed: 1 }),
      ],
      {
        'first.sighting.jp': 3,
        'first.crossing': 3.5,
        'first.challenge': 3.75,
        'first.shot': 4,
        'first.shot.side': 'su',
        'first.death': 6,
        'first.death.side': 'jp',
      },
    ],
    [
      'an assault of 299 men is no battalion assault, one of 300 is',
      [
        ...attack({ id: 1, office: 'jp.19d', side: 'jp', place: Z, start: 100, men: 299 }),
        ...attack({ id: 2, office: 'jp.75ir', side: 'jp', place: B, start: 300, men: 300 }),
      ],
      {
        'first.assault': 75,
        'first.assault.side': 'jp',
        'first.assault.height': B,
        'first.assault.clock': 3,
        'assaults.jp': 1,
      },
    ],
    [
      'a village is no height',
      attack({ id: 1, office: 'jp.19d', side: 'jp', place: 'homoku', start: 100, men: 900 }),
      { 'first.assault': null, 'assaults.jp': 0 },
    ],
  ]);
});

describe('meetings', () => {
  const met = (tick: number, host: string, guest: string): KhasanEvent =>
    fact(tick, 'parties-met', host, Z, { host, guest, errand: 'patrol' });
  const shot = (tick: number, by: string, at: string, why: string): KhasanEvent => ({
    ...fact(tick, 'shot-fired', by, Z, { side: 'su', at, why }),
    id: `${String(tick)}.9`,
  });
  const death = (tick: number, cause: string): KhasanEvent => ({
    ...loss(tick, 'jp', Z, { killed: 1, cause: 'shot' }),
    cause: [cause],
  });
  check([
    [
      'a life without a shot counts to the horizon, 31 August 24:00',
      [],
      {
        'shot.lethal.restricted': 62,
        meetings: 0,
        'meetings.shot-share': null,
        'meetings.death-share': null,
        'meetings.account': null,
        baits: 0,
        'baits.first': null,
      },
    ],
    [
      'a shot within the hour counts, whoever of the two fires; a later one does not',
      [
        met(100, 'su.a', 'jp.b'),
        shot(104, 'jp.b', 'su.a', 'nerves'),
        met(300, 'su.c', 'jp.d'),
        shot(305, 'su.c', 'jp.d', 'order'),
        death(305, '305.9'),
        met(400, 'su.e', 'jp.f'),
        met(500, 'su.g', 'jp.h'),
      ],
      {
        meetings: 4,
        'meetings.shot-share': 0.25,
        'meetings.death-share': 0.25,
        'shots.ordered': 1,
        'shot.lethal.restricted': 305 / DAY,
      },
    ],
    [
      'a death in a fire-fight is no death at a meeting',
      [met(100, 'su.a', 'jp.b'), loss(110, 'jp', Z, { killed: 3, cause: 'bullets' })],
      { 'meetings.death-share': 0, 'shot.lethal.restricted': 110 / DAY },
    ],
    [
      'an order to bait counts where it is carried out',
      [
        fact(90, 'order-given', 'su.39corps', Z, { act: 'provoke', to: 'su.40rd' }),
        fact(96, 'order-given', 'su.40rd', Z, { act: 'provoke', to: '' }),
        fact(97, 'order-given', 'su.40rd', Z, { act: 'patrol', to: '' }),
        fact(99, 'party-detained', 'jp.19d', Z, { side: 'jp', men: 3 }),
      ],
      { baits: 1, 'baits.first': 24, 'meetings.detained': 3 },
    ],
    [
      'the account that a run takes is kept with it',
      [fact(0, 'account-taken', '', '', { reading: 'a', claim: 'E018-bait', value: 1 })],
      { 'meetings.account': 'E018-bait' },
    ],
  ]);
});

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

describe('ground', () => {
  const noon = NOON_31_JULY;
  const taken = (tick: number, side: string, place = Z): KhasanEvent =>
    fact(tick, 'height-taken', `${side}.unit`, place, { side, from: '', operation: -1 });
  check([
    [
      'who stands there at the start holds it',
      [],
      { 'holder.zaozyornaya.0715': 'su', 'holder.bezymyannaya.0715': 'none' },
    ],
    [
      'noon sees what happened at noon, not what came a quarter of an hour later',
      [taken(noon, 'jp'), taken(noon + 1, 'su'), taken(noon + 1, 'jp', B)],
      {
        'holder.zaozyornaya.0731': 'jp',
        'holder.zaozyornaya.0801': 'su',
        'holder.bezymyannaya.0731': 'none',
        'heights.taken.jp': 2,
        'heights.taken.su': 1,
      },
    ],
    [
      'a contested crest is held by both; who is beaten off leaves it',
      [
        fact(noon, 'crest-contested', 'jp.unit', Z, { share: 0.9 }),
        ...attack({
          id: 1,
          office: 'jp.75ir',
          side: 'jp',
          place: Z,
          start: noon + DAY - 24 + 1,
          men: 9,
        }),
      ],
      {
        'holder.zaozyornaya.0731': 'both',
        'holder.zaozyornaya.0801': 'both',
        'holder.zaozyornaya.0802': 'su',
      },
    ],
    [
      'at the truce both stand there, four days later only one',
      [
        fact(noon, 'crest-contested', 'su.unit', Z, { share: 0.4 }),
        fact(noon + 8, 'truce-agreed', 'jp.emperor', '', { hour: noon + 20, line: 'lines' }),
        fact(noon + 20 + 2 * DAY, 'ground-vacated', 'jp.unit', Z, { side: 'jp' }),
      ],
      {
        'crest.truce.both': true,
        'holder.zaozyornaya.truce': 'both',
        'heights.truce-4-days.clear': true,
        'holder.zaozyornaya.end': 'su',
      },
    ],
    [
      'no truce: nothing to say about it',
      [fact(noon, 'crest-contested', 'su.unit', Z, { share: 0.4 })],
      { 'crest.truce.both': null, 'heights.truce-4-days.clear': null },
    ],
    [
      'a Japanese post on any of the three heights spoils the fourth day',
      [
        taken(noon, 'jp', 'machine-gun-hill'),
        fact(noon + 8, 'truce-agreed', 'jp.emperor', '', { hour: noon + 20, line: 'lines' }),
      ],
      { 'crest.truce.both': false, 'heights.truce-4-days.clear': false },
    ],
    [
      'days in whose hands',
      [taken(10 * DAY, 'jp'), fact(20 * DAY, 'crest-contested', 'su.unit', Z, { share: 0.5 })],
      { 'zaozyornaya.held.su': 10, 'zaozyornaya.held.jp': 10, 'zaozyornaya.held.both': 40 },
    ],
  ]);

  it('says nothing of days that the run did not reach', () => {
    const values = measureEvents([], { endTick: NOON_31_JULY });
    expect(values['holder.zaozyornaya.0731']).toBe('su');
    expect(values['holder.zaozyornaya.0801']).toBeNull();
  });

  it('takes holders and the hour of the truce from the anchor', () => {
    const model = recordModel();
    const hex = model.areas[0]!.hex;
    const anchor: AnchorInfo = {
      id: 'a1',
      title: 'Anchor',
      tick: 29 * DAY,
      units: [],
      works: [],
      holders: [{ hex, side: 1 }],
      operations: [],
      knowledge: [],
      grants: [],
      mayCross: [],
      truceTick: 40 * DAY,
    };
    const values = measureEvents([], {
      model: { ...model, anchors: [anchor] },
      setup: { from: 'a1', keepTruce: true },
    });
    expect(values).toMatchObject({
      'holder.zaozyornaya.0715': null,
      'holder.zaozyornaya.0731': 'jp',
      'holder.zaozyornaya.truce': 'jp',
      'crest.truce.both': false,
      truce: false,
      'truce.days': null,
      'crossings.su.their-line.july': null,
      'delay.1.after-deed': null,
    });
  });
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
      'leave for a height held from the start comes after the deed',
      [
        fact(40, 'permission-granted', 'su.39corps', Z, { act: 'assault', to: 'su.40rd' }),
        fact(48, 'permission-granted', 'su.39corps', Z, { act: 'post', to: 'su.40rd' }),
      ],
      { 'occupation.paper.hours': 12 },
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

describe('crisis', () => {
  const seizure = attack({
    id: 1,
    office: 'jp.75ir',
    side: 'jp',
    place: Z,
    start: 5 * DAY - 4,
    men: 900,
    taken: 4,
  });
  check([
    [
      'rungs, notes, talks',
      [
        fact(4, 'rung-reached', 'su.40rd', '', { side: 'su', rung: 'small-arms-tract' }),
        fact(5, 'rung-reached', 'su.40rd', '', { side: 'su', rung: 'works' }),
        fact(6, 'note-handed', 'jp.foreign', '', { to: 'su.politburo', demand: 'withdraw' }),
        fact(9, 'note-answered', 'su.politburo', '', { to: 'jp.foreign', answer: 'reject' }),
        fact(12, 'talks-proposed', 'jp.foreign', '', { terms: 'lines' }),
        fact(16, 'alert-raised', 'su.politburo', '', { side: 'su', level: 1 }),
      ],
      {
        'rung.su': 'small-arms-tract',
        'rung.su.level': 2,
        'rung.jp': null,
        'notes.jp': 1,
        'notes.jp.first': 1.5,
        'notes.rejected': 1,
        'talks.jp.first': 3,
        'alert.su': 4,
      },
    ],
    [
      'eleven days from the seizure to the truce',
      [
        ...seizure,
        fact(15 * DAY, 'truce-agreed', 'su.politburo', '', { hour: 16 * DAY, line: 'lines' }),
        fact(16 * DAY + 2, 'fire-ceased', 'su.40rd', '', { side: 'su' }),
        fact(16 * DAY + 3, 'shot-after-truce', 'jp.unit', Z, { side: 'jp' }),
      ],
      {
        truce: true,
        'truce.days': 11,
        'truce.hour': 16 * 24,
        'truce.terms': 'lines',
        'truce.jp.shots-after': 1,
        'truce.su.shots-after': 0,
      },
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
