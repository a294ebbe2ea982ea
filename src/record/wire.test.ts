import { describe, expect, it } from 'vitest';
import { HOUR, attack, fact, reservedModel } from '../../test/support/record-run.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import type { EventKind, EventValue, KhasanEvent } from '../engine/index.ts';
import { simulate } from '../experiment/index.ts';
import { wireOf, type WireChoice, type WireData } from './index.ts';

const Z = 'zaozyornaya';
const SETUP = { seed: 1, from: 'free' };

type Line = readonly [
  tick: number,
  kind: EventKind,
  actor: string,
  data: Readonly<Record<string, EventValue>>,
  place?: string,
];

/** Events with ids of their own; a message is caused by the event before it, as the engine has it. */
function story(lines: readonly Line[], others: readonly KhasanEvent[] = []): KhasanEvent[] {
  const told = lines.map(([tick, kind, actor, data, place = Z], index) => ({
    ...fact(tick, kind, actor, place, data),
    id: `${String(tick)}.${String(index + 1)}`,
    cause:
      kind === 'message-sent' && index > 0
        ? [`${String(lines[index - 1]![0])}.${String(index)}`]
        : [],
  }));
  return [...told, ...others].sort((a, b) => a.tick - b.tick);
}

const sent = (tick: number, message: string, from: string, to: string, about = -1): Line => [
  tick,
  'message-sent',
  from,
  { message, to, act: 'assault', area: Z, about },
];
const read = (tick: number, message: string, to: string): Line => [
  tick,
  'message-read',
  to,
  { message, from: '', minutes: 0 },
];

function wire(events: readonly KhasanEvent[], choice: WireChoice = {}): WireData {
  return wireOf(reservedModel('assault'), SETUP, events, choice);
}

/** The division attacks against the ban at hour 10; what else comes is told by the case. */
const attackAtTen = [
  fact(9 * HOUR, 'acted-without-authority', 'jp.19d', Z, { act: 'assault', area: Z, ban: true }),
  ...attack({
    id: 1,
    office: 'jp.19d',
    side: 'jp',
    place: Z,
    start: 10 * HOUR,
    ordered: 9 * HOUR,
    men: 300,
    authority: 'against-ban',
  }),
];

describe('an act ahead of its paper', () => {
  const cases: readonly (readonly [string, readonly Line[], number | null])[] = [
    [
      'by the time between the attack and the reading of the grant of the holder',
      [sent(12 * HOUR, 'grant.1', 'jp.emperor', 'jp.19d'), read(25 * HOUR, 'grant.1', 'jp.19d')],
      15,
    ],
    [
      'not by a grant of one who had no leave himself',
      [sent(12 * HOUR, 'grant.1', 'jp.korea-army', 'jp.19d'), read(13 * HOUR, 'grant.1', 'jp.19d')],
      null,
    ],
    [
      'until leave has come down the chain',
      [
        sent(2 * HOUR, 'grant.1', 'jp.emperor', 'jp.korea-army'),
        read(12 * HOUR, 'grant.1', 'jp.korea-army'),
        sent(13 * HOUR, 'grant.2', 'jp.korea-army', 'jp.19d'),
        read(20 * HOUR, 'grant.2', 'jp.19d'),
      ],
      10,
    ],
    [
      'behind it, where leave comes between order and attack',
      [sent(9.25 * HOUR, 'grant.1', 'jp.emperor', 'jp.19d'), read(9.5 * HOUR, 'grant.1', 'jp.19d')],
      -0.5,
    ],
    [
      'not by a paper passed down from one who had no leave himself',
      [
        sent(2 * HOUR, 'order.1', 'jp.foreign', 'jp.korea-army'),
        read(12 * HOUR, 'order.1', 'jp.korea-army'),
        sent(13 * HOUR, 'grant.2', 'jp.korea-army', 'jp.19d'),
        read(20 * HOUR, 'grant.2', 'jp.19d'),
      ],
      null,
    ],
    [
      'for ever, where leave comes a week later: it is for another deed',
      [sent(12 * HOUR, 'grant.1', 'jp.emperor', 'jp.19d'), read(800, 'grant.1', 'jp.19d')],
      null,
    ],
    ['for ever, where leave is lost', [sent(12 * HOUR, 'grant.1', 'jp.emperor', 'jp.19d')], null],
  ];
  it.each(cases)('is ahead %s', (_what, lines, hours) => {
    const { acts } = wire(story(lines, attackAtTen));
    expect(acts).toMatchObject([
      { act: 'assault', men: 300, authority: 'against-ban', tick: 10 * HOUR, aheadHours: hours },
    ]);
  });

  it('stands on an empty paper where the office believed to have leave', () => {
    const events = attackAtTen.map((event) =>
      event.kind === 'operation-ordered'
        ? { ...event, data: { ...event.data, authority: 'grant' } }
        : event,
    );
    expect(wire(events).acts[0]?.authority).toBe('unbacked');
  });

  it('has no start where the attack is called off', () => {
    const events = attackAtTen.filter(({ kind }) => kind !== 'operation-started');
    expect(wire(events).acts).toMatchObject([{ tick: -1, aheadHours: null }]);
  });
});

describe('mail', () => {
  const asked: readonly Line[] = [
    [4, 'permission-asked', 'jp.19d', { act: 'assault', area: Z, of: '', afterTheDeed: true }],
    sent(4, 'request.7', 'jp.19d', 'jp.korea-army'),
    read(8, 'request.7', 'jp.korea-army'),
  ];
  const answers: readonly (readonly [string, readonly Line[], object])[] = [
    ['is unanswered so far', [], { answer: 'unanswered', answeredTick: -1 }],
    [
      'is refused',
      [sent(12, 'refusal.8', 'jp.korea-army', 'jp.19d', 7)],
      { answer: 'refused', answeredTick: 12 },
    ],
    [
      'is granted',
      [
        [12, 'permission-granted', 'jp.korea-army', { force: 120 }],
        sent(12, 'grant.8', 'jp.korea-army', 'jp.19d', 7),
      ],
      { answer: 'granted', answeredTick: 12 },
    ],
    [
      'is not answered by a word of somebody else',
      [sent(12, 'refusal.8', 'jp.emperor', 'jp.19d', 7)],
      { answer: 'unanswered' },
    ],
    [
      'is not answered by a word to somebody else',
      [sent(12, 'refusal.8', 'jp.korea-army', 'jp.75ir', 7)],
      { answer: 'unanswered' },
    ],
  ];
  it.each(answers)('a request %s', (_what, lines, wanted) => {
    const { messages, offices } = wire(story([...asked, ...lines]));
    const request = messages.find(({ id }) => id === 'request.7')!;
    expect(request).toMatchObject({ sentTick: 4, knownTick: 8, afterTheDeed: true, ...wanted });
    expect(offices[request.from]?.id).toBe('jp.19d');
  });

  it('tells how many men a grant is good for, and what is lost', () => {
    const { messages } = wire(
      story([
        ...answers[2]![1],
        [13, 'message-lost', 'jp.korea-army', { message: 'grant.8', to: 'jp.19d' }],
      ]),
    );
    expect(messages).toMatchObject([{ kind: 'grant', forceMen: 120, lost: true, knownTick: -1 }]);
  });

  it('is cut to the window, a message under way in it included', () => {
    const events = story([
      ...asked,
      sent(40, 'order.8', 'jp.korea-army', 'jp.19d'),
      read(44, 'order.8', 'jp.19d'),
    ]);
    const ids = (fromTick: number, toTick: number): string[] =>
      wire(events, { fromTick, toTick }).messages.map(({ id }) => id);
    expect(ids(6, 10)).toEqual(['request.7']);
    expect(ids(10, 39)).toEqual([]);
    expect(ids(42, 60)).toEqual(['order.8']);
  });
});

describe('rows', () => {
  const events = story([
    sent(1, 'report.1', 'jp.19d', 'jp.korea-army'),
    sent(2, 'report.2', 'jp.korea-army', 'jp.emperor'),
    sent(3, 'report.3', 'su.118rr', 'su.40rd'),
    sent(4, 'note.4', 'jp.foreign', 'su.politburo'),
  ]);
  it('run from one capital over the hill to the other, and the first again', () => {
    const { rows, hillRow } = wire(events);
    expect(rows.map(({ id }) => id)).toEqual([
      ...['jp.emperor', 'jp.foreign', 'jp.korea-army', 'jp.19d'],
      ...['su.118rr', 'su.40rd', 'su.politburo', 'jp.foreign again'],
    ]);
    expect(hillRow).toBe(4);
  });
  it('fold by level of command', () => {
    const { rows, offices } = wire(events, { fold: 'levels' });
    expect(rows.filter(({ side, again }) => side === 1 && !again)).toHaveLength(3);
    for (const [index, row] of rows.entries()) {
      if (row.again) continue;
      for (const office of row.offices) expect(offices[office]?.row).toBe(index);
    }
  });
});

it('tells who holds the hill, from end to end', () => {
  const events = attack({
    id: 1,
    office: 'jp.19d',
    side: 'jp',
    place: Z,
    start: 40,
    men: 9,
    taken: 4,
  });
  const { hill } = wire(events, { fromTick: 0, toTick: 96 });
  expect(hill.spans).toEqual([
    { fromTick: 0, toTick: 44, holder: 0 },
    { fromTick: 44, toTick: 96, holder: 1 },
  ]);
});

describe('a run of the real scenario', () => {
  const model = realModel();
  const setup = { seed: 8, from: 'a3' };
  const events: KhasanEvent[] = [];
  const { measures } = simulate(model, setup, { onEvent: (event) => events.push(event) });
  const data = wireOf(model, setup, events);
  const count = (kind: string, side: string): number =>
    data.messages.filter(
      (message) => message.kind === kind && data.offices[message.from]!.id.startsWith(side),
    ).length;

  it.each(['su', 'jp'])('has the mail that the measures count, %s', (side) => {
    expect(count('request', side)).toBe(measures[`requests.${side}`]);
    expect(count('grant', side)).toBe(measures[`requests.${side}.granted`]);
    expect(count('refusal', side)).toBe(measures[`requests.${side}.refused`]);
    const lost = data.messages.filter(
      (message) => message.lost && data.offices[message.from]!.id.startsWith(side),
    );
    expect(lost).toHaveLength(Number(measures[`messages.${side}.lost`]));
  });

  it.each(['su', 'jp'])('has every act without authority, %s', (side) => {
    const bare = data.acts.filter(
      ({ office, authority, force }) =>
        force &&
        data.offices[office]!.id.startsWith(side) &&
        ['unbacked', 'initiative', 'against-ban'].includes(authority),
    );
    expect(bare.length).toBe(
      events.filter(
        ({ kind, actor, data: { act } }) =>
          kind === 'acted-without-authority' &&
          actor.startsWith(side) &&
          ['eject', 'assault', 'bombard', 'strike'].includes(String(act)),
      ).length,
    );
  });
});
