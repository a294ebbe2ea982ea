import { describe, expect, it } from 'vitest';
import { B, NOON_31_JULY, Z, check, loss } from '../../../test/support/measure-cases.ts';
import { DAY, attack, fact, measureEvents, recordModel } from '../../../test/support/record-run.ts';
import type { AnchorInfo, KhasanEvent } from '../../engine/index.ts';

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

describe('a wider war', () => {
  const seized = attack({
    id: 1,
    office: 'jp.75ir',
    side: 'jp',
    place: Z,
    start: 100,
    men: 600,
    taken: 8,
  });
  const decree = (tick: number): KhasanEvent =>
    fact(tick, 'order-given', 'su.politburo', Z, { act: 'mobilise', to: '', authority: 'own' });
  check([
    ['is a mobilisation', [...seized, decree(140)], { 'war.60-days': true }],
    ['also without a seizure', [decree(140)], { 'war.60-days': true }],
    ['within sixty days of it', [...seized, decree(108 + 60 * DAY)], { 'war.60-days': true }],
    ['not later', [...seized, decree(109 + 60 * DAY)], { 'war.60-days': false }],
    [
      'not an alert',
      [fact(140, 'alert-raised', 'su.front', '', { side: 'su', level: 1 })],
      { 'war.60-days': false },
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
      shipsCalled: [],
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
        fact(20, 'line-ban-lifted', 'su.front', Z, { side: 'su' }),
        fact(24, 'line-ban-lifted', 'jp.ags', Z, { side: 'jp' }),
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
        'line-ban.su.lifted': 5,
        'line-ban.jp.lifted': 6,
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
