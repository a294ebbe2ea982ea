import { describe, expect, it } from 'vitest';
import { DAY, HOUR, attack, fact, recordModel } from '../../test/support/record-run.ts';
import {
  EVENT_FIELDS,
  EVENT_KINDS,
  type EventValue,
  type KhasanEvent,
  type Model,
} from '../engine/index.ts';
import {
  formatClocks,
  formatCount,
  formatMoment,
  formatSpan,
  tellEvent,
  tellRun,
} from './index.ts';

const COMPANY = 'jp.19d.75ir.1bn.1coy';

/** The model of the measures with names that people have. */
function namedModel(): Model {
  const model = recordModel();
  const names: Readonly<Record<string, readonly [name: string, person: string]>> = {
    'su.40rd': ['40th Rifle Division', 'V. K. Bazarov'],
    'su.118rr': ['118th Rifle Regiment', 'Commander of the regiment (name not in the record)'],
    'jp.emperor': ['The Emperor', 'Emperor Showa'],
    'jp.korea-army': ['Korea Army', 'Koiso Kuniaki'],
    'jp.19d': ['19th Division', 'Suetaka Kamezo'],
    'jp.75ir': ['75th Infantry Regiment', 'Sato Kotoku'],
    'jp.foreign': ['Foreign Ministry', 'Ugaki Kazushige'],
  };
  const offices = model.offices.map((office) => {
    const [name, person] = names[office.id] ?? [office.name, ''];
    return { ...office, name, person };
  });
  const places: Readonly<Record<string, string>> = {
    zaozyornaya: 'Zaozyornaya (Changkufeng)',
    bezymyannaya: 'Bezymyannaya',
    homoku: 'Homoku',
  };
  const areas = model.areas.map((area) => ({ ...area, name: places[area.id] ?? area.id }));
  const appointment = {
    id: 'nakamura',
    tick: 14 * DAY,
    kind: 'appointment',
    title: 'Nakamura takes over the Korea Army',
    office: offices.findIndex((office) => office.id === 'jp.korea-army'),
    person: 'Nakamura Kotaro',
    traits: {},
    side: -1,
    otherFrontsChange: 0,
  } as const;
  const name = model.units.id.map((id) => (id === COMPANY ? '1st Company, 75th Infantry' : id));
  const units = { ...model.units, name };
  return { ...model, offices, areas, units, exogenous: [appointment] };
}

const model = namedModel();
/** 31 July 03:15 on the Japanese clock. */
const NIGHT = 30 * DAY + 3 * HOUR + 1;
const Z = 'zaozyornaya';

const told = (
  kind: KhasanEvent['kind'],
  actor: string,
  place: string,
  data: Readonly<Record<string, EventValue>> = {},
): string | null => tellEvent(model, fact(NIGHT, kind, actor, place, data));

describe('tellEvent', () => {
  it('begins with the day and both clocks', () => {
    expect(told('height-taken', 'jp.75ir', Z, { side: 'jp', from: 'su', operation: 1 })).toBe(
      '31 July 03:15 JST, 04:15 Vladivostok: The Japanese take Zaozyornaya from the Soviets.',
    );
  });

  const sentences: readonly [sentence: string, event: Parameters<typeof told>][] = [
    [
      'Sato (75th Infantry Regiment) attacks at Zaozyornaya against a ban; the power lies with the Emperor.',
      [
        'acted-without-authority',
        'jp.75ir',
        Z,
        { act: 'assault', ban: true, holder: 'jp.emperor' },
      ],
    ],
    [
      'The 118th Rifle Regiment asks Bazarov (40th Rifle Division) for leave to dig in at Zaozyornaya, after the deed.',
      ['permission-asked', 'su.118rr', Z, { act: 'fortify', of: 'su.40rd', afterTheDeed: true }],
    ],
    [
      'Nakamura (Korea Army) refuses Suetaka (19th Division) leave to open fire with guns at Zaozyornaya.',
      ['permission-refused', 'jp.korea-army', Z, { act: 'bombard', to: 'jp.19d' }],
    ],
    [
      'Suetaka (19th Division) orders an attack on Bezymyannaya, to throw the enemy out and come back, with 140 men, to start on 31 July 05:15 JST, 06:15 Vladivostok, on no authority but his own.',
      [
        'operation-ordered',
        'jp.19d',
        'bezymyannaya',
        { act: 'eject', men: 143, hHour: NIGHT + 8, authority: 'initiative' },
      ],
    ],
    [
      '1,100 men of Sato (75th Infantry Regiment) go forward on Zaozyornaya, held by about 300.',
      ['operation-started', 'jp.75ir', Z, { men: 1114, defenders: 302 }],
    ],
    [
      'The attack of Sato (75th Infantry Regiment) on Zaozyornaya succeeds after 2¼ hours, for 130 lost.',
      ['operation-ended', 'jp.75ir', Z, { outcome: 'taken', loss: 133, minutes: 135 }],
    ],
    [
      'Bazarov is removed from the 40th Rifle Division for the ground lost in his charge; a deputy leads it.',
      [
        'person-removed',
        'su.40rd',
        '',
        { person: 'V. K. Bazarov', reason: 'lost-ground', filled: 50 },
      ],
    ],
    [
      'The head of the 118th Rifle Regiment is removed; a deputy leads it.',
      [
        'person-removed',
        'su.118rr',
        '',
        {
          person: 'Commander of the regiment (name not in the record)',
          reason: 'purge',
          filled: 20,
        },
      ],
    ],
    [
      'A successor takes over the 40th Rifle Division from its deputy.',
      ['person-appointed', 'su.40rd', '', { person: 'Successor', filled: 51 }],
    ],
    [
      'Both sides stand on Zaozyornaya; nine tenths of the crest are in Soviet hands.',
      ['crest-contested', 'jp.75ir', Z, { share: 0.9 }],
    ],
    [
      '59 Soviet aircraft sent against Zaozyornaya turn back.',
      ['air-strike-flown', 'su.air', Z, { side: 'su', aircraft: 59, result: 'turned-back' }],
    ],
    [
      'Ugaki (Foreign Ministry) hands Bazarov (40th Rifle Division) a note demanding that the troops be withdrawn from Zaozyornaya.',
      ['note-handed', 'jp.foreign', Z, { to: 'su.40rd', demand: 'withdraw' }],
    ],
    [
      'A truce is agreed: fire is to cease on 31 July 12:00 JST, 13:00 Vladivostok, the terms being to stop where each stands.',
      ['truce-agreed', 'jp.foreign', '', { hour: 30 * DAY + 12 * HOUR, line: 'lines' }],
    ],
    [
      'Bazarov (40th Rifle Division) lets Soviet troops, guns and aircraft go and fire beyond the line that the Soviet Union claims.',
      ['line-ban-lifted', 'su.40rd', Z, { side: 'su' }],
    ],
    [
      'Nakamura (Korea Army) lifts the ban on fire and steps beyond its own line without leave; the power lies with the Emperor.',
      [
        'acted-without-authority',
        'jp.korea-army',
        Z,
        { act: 'cross-line', ban: false, holder: 'jp.emperor' },
      ],
    ],
    [
      'The Soviet Union goes up the ladder: works.',
      ['rung-reached', 'su.40rd', '', { side: 'su', rung: 'works' }],
    ],
    [
      'Bazarov (40th Rifle Division) orders the 118th Rifle Regiment to raise the alarm.',
      ['order-given', 'su.40rd', Z, { act: 'alert', to: 'su.118rr', authority: 'own' }],
    ],
    [
      'Bazarov (40th Rifle Division) sends men over the line to be seen digging at Zaozyornaya.',
      ['order-given', 'su.40rd', Z, { act: 'provoke', to: '', authority: 'own' }],
    ],
    [
      'Again a challenge at Zaozyornaya: 1st Company, 75th Infantry to su.59bd.post.',
      ['challenge-made', COMPANY, Z, { challenger: COMPANY, challenged: 'su.59bd.post', time: 2 }],
    ],
    [
      'A warning at Zaozyornaya: 1st Company, 75th Infantry to su.59bd.post.',
      ['warning-given', COMPANY, Z, { warner: COMPANY, warned: 'su.59bd.post' }],
    ],
    [
      '3 men of su.59bd.post led off at Zaozyornaya by 1st Company, 75th Infantry.',
      ['party-detained', COMPANY, Z, { side: 'jp', party: 'su.59bd.post', men: 3 }],
    ],
    [
      'A single shot at Zaozyornaya: su.59bd.post at 1st Company, 75th Infantry, on the order of Bazarov (40th Rifle Division).',
      ['shot-fired', 'su.59bd.post', Z, { side: 'su', at: COMPANY, why: 'order', by: 'su.40rd' }],
    ],
    [
      'By Japan’s reading the man died on its own ground; it blames the Soviet Union.',
      ['death-blamed', 'jp.75ir', Z, { side: 'jp', dead: 'jp', ground: 'jp', blamed: 'su' }],
    ],
    [
      'By the Soviet Union’s reading the man died on the other side’s ground; it blames its own men.',
      ['death-blamed', 'su.40rd', Z, { side: 'su', dead: 'jp', ground: 'jp', blamed: 'su' }],
    ],
    [
      'Suetaka (19th Division) lays down for Sato (75th Infantry Regiment) how parties of the other side are met: from calling on them to a shot.',
      [
        'rules-changed',
        'jp.19d',
        '',
        { to: 'jp.75ir', first: 'challenge', challenges: 2, last: 'fire' },
      ],
    ],
  ];
  it.each(sentences)('%s', (sentence, event) => {
    expect(told(...event)).toBe(`31 July 03:15 JST, 04:15 Vladivostok: ${sentence}`);
  });

  it.each([
    ['unit-departed'],
    ['unit-arrived'],
    ['message-sent'],
    ['message-read'],
    ['weather-changed'],
  ] as const)('does not tell %s', (kind) => {
    expect(told(kind, 'jp.19d', Z)).toBeNull();
  });

  it('copes with any kind, even with ids that the model does not know', () => {
    for (const kind of EVENT_KINDS) {
      const data = Object.fromEntries(EVENT_FIELDS[kind].map((field) => [field, 'xx']));
      const sentence = told(kind, 'nobody', 'nowhere', data) ?? '.';
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('names who was in office on that day', () => {
    const ask = (tick: number): string | null =>
      tellEvent(model, fact(tick, 'alert-raised', 'jp.korea-army', '', { side: 'jp', level: 1 }));
    expect(ask(14 * DAY - 1)).toContain('Koiso (Korea Army)');
    expect(ask(14 * DAY)).toContain('Nakamura (Korea Army)');
  });
});

describe('tellRun', () => {
  it('calls an office by its name once its person is gone, and sums up who else goes', () => {
    const leave = { act: 'assault', to: 'su.118rr' };
    const lines = tellRun(model, [
      fact(NIGHT, 'staff-removed', 'su.39corps', '', { count: 2, filled: 58 }),
      fact(NIGHT, 'person-removed', 'su.40rd', '', {
        person: 'V. K. Bazarov',
        reason: 'purge',
        filled: 50,
      }),
      fact(NIGHT + 1, 'permission-granted', 'su.40rd', Z, leave),
      fact(NIGHT + 1, 'staff-removed', 'su.40rd', '', { count: 1, filled: 49 }),
    ]).join('\n');
    expect(lines).toContain('Bazarov is removed from the 40th Rifle Division; a deputy leads it.');
    expect(lines).toContain('The 40th Rifle Division gives the 118th Rifle Regiment leave');
    expect(lines).toContain('3 officers are removed from Soviet staffs.');
  });

  const quiet = fact(2 * DAY, 'message-sent', 'jp.19d', '', { message: 'report.1' });
  const loss = (tick: number, side: string, killed: number, wounded: number): KhasanEvent =>
    fact(tick, 'casualties-taken', side === 'jp' ? COMPANY : 'su.59bd.post', Z, {
      side,
      killed,
      wounded,
      missing: 0,
    });

  it('groups by day, sums up repetition, leaves quiet days out, closes with the price', () => {
    const events = [
      fact(0, 'run-started', '', '', { from: 'free' }),
      quiet,
      fact(NIGHT - 13, 'weather-changed', '', '', { weather: 'overcast' }),
      fact(NIGHT - 8, 'bombardment-fired', 'su.guns', Z, { side: 'su', rounds: 600 }),
      fact(NIGHT - 8, 'bombardment-fired', 'su.guns', 'homoku', { side: 'su', rounds: 130 }),
      ...attack({
        id: 1,
        office: 'jp.75ir',
        side: 'jp',
        place: Z,
        start: NIGHT,
        ordered: NIGHT - 8,
        men: 1114,
        defenders: 300,
        taken: 9,
        loss: 133,
      }),
      loss(NIGHT + 1, 'jp', 2, 3),
      loss(NIGHT + 2, 'jp', 32, 96),
      loss(NIGHT + 2, 'su', 80, 10),
      fact(NIGHT + 20, 'fire-opened', 'jp.unit', Z, { side: 'jp' }),
    ].sort((a, b) => a.tick - b.tick);
    expect(tellRun(model, events)).toEqual([
      '31 July 1938 (overcast)',
      '  01:15 JST, 02:15 Vladivostok: Sato (75th Infantry Regiment) orders an attack on Zaozyornaya with 1,100 men, to start on 31 July 03:15 JST, 04:15 Vladivostok.',
      '  03:15 JST, 04:15 Vladivostok: 1,100 men of Sato (75th Infantry Regiment) go forward on Zaozyornaya, held by about 300.',
      '  03:30 JST, 04:30 Vladivostok: The first death: 1st Company, 75th Infantry: 2 killed, 3 wounded at Zaozyornaya.',
      '  05:30 JST, 06:30 Vladivostok: The Japanese take Zaozyornaya from the Soviets.',
      '  05:30 JST, 06:30 Vladivostok: The attack of Sato (75th Infantry Regiment) on Zaozyornaya succeeds after 2¼ hours, for 130 lost.',
      '  Losses of the day: the Soviets 80 killed, 10 wounded; the Japanese 34 killed, 99 wounded.',
      '  Soviet guns fire about 730 shells, most of them on Zaozyornaya.',
      '',
      'In the end',
      '  The Soviets: 80 killed, 10 wounded, 0 missing.',
      '  The Japanese: 34 killed, 99 wounded, 0 missing.',
      '  No truce was agreed.',
    ]);
  });

  it('tells only the turns where only they are asked for, and counts the other paper of such days', () => {
    const paper = (tick: number, kind: 'permission-granted' | 'permission-refused', act: string) =>
      fact(tick, kind, 'jp.korea-army', Z, { act, to: 'jp.19d' });
    const lines = tellRun(
      model,
      [
        paper(NIGHT - DAY, 'permission-refused', 'assault'),
        loss(NIGHT - DAY, 'su', 0, 1),
        paper(NIGHT, 'permission-refused', 'assault'),
        paper(NIGHT + 1, 'permission-granted', 'assault'),
      ],
      true,
    );
    expect(lines.slice(0, 3)).toEqual([
      '31 July 1938',
      expect.stringContaining('gives Suetaka (19th Division) leave to attack at Zaozyornaya.'),
      '  Other paper of the day: 1 refusal.',
    ]);
    expect(lines.join('\n')).not.toContain('30 July');
  });

  it('tells equal paper of a day once, with its places and how often', () => {
    const refuse = (tick: number, place: string): KhasanEvent =>
      fact(tick, 'permission-refused', 'jp.korea-army', place, { act: 'assault', to: 'jp.19d' });
    const lines = tellRun(model, [
      refuse(NIGHT, Z),
      refuse(NIGHT + 1, 'bezymyannaya'),
      refuse(NIGHT + 2, Z),
    ]);
    expect(lines[1]).toBe(
      '  03:15 JST, 04:15 Vladivostok: Nakamura (Korea Army) refuses Suetaka (19th Division) leave to attack at Zaozyornaya. Likewise for Bezymyannaya; 3 times that day.',
    );
  });

  it('counts paper that only says again what it said in the days before', () => {
    const ask = (tick: number): KhasanEvent =>
      fact(tick, 'permission-asked', 'jp.19d', Z, { act: 'assault', of: 'jp.korea-army' });
    const lines = tellRun(model, [ask(NIGHT), ask(NIGHT + DAY), loss(NIGHT + DAY, 'jp', 0, 1)]);
    expect(lines.filter((line) => line.includes('asks'))).toHaveLength(1);
    expect(lines).toContain('  Other paper of the day: 1 request for leave.');
  });

  it('of nothing tells only the end', () => {
    expect(tellRun(model, [quiet])[1]).toBe('In the end');
  });

  it('names the truce', () => {
    const hour = 30 * DAY + 12 * HOUR;
    const events = [fact(NIGHT, 'truce-agreed', 'jp.foreign', '', { hour, line: 'lines' })];
    expect(tellRun(model, events).at(-1)).toBe(
      '  The truce: 31 July 12:00 JST, 13:00 Vladivostok.',
    );
  });
});

describe('clocks and figures', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [19, '19'],
    [99, '99'],
    [114, '110'],
    [1114, '1,100'],
    [22_950, '23,000'],
    [1_250_000, '1,300,000'],
  ])('%d men are %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it.each([
    [45, '45 minutes'],
    [60, 'an hour'],
    [135, '2¼ hours'],
    [240, '4 hours'],
    [730, '12 hours'],
    [2880, '2 days'],
    [15_840, '11 days'],
  ])('%d minutes are %s', (minutes, text) => {
    expect(formatSpan(minutes)).toBe(text);
  });

  it('tells the hour after midnight in Vladivostok while it is still the day before in Japan', () => {
    const late = 30 * DAY - 1;
    expect(formatMoment(model, late)).toBe('30 July 23:45 JST, 00:45 Vladivostok');
    expect(formatClocks(model, 0)).toBe('00:00 JST, 01:00 Vladivostok');
  });
});
