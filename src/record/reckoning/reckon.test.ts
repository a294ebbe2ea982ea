import { describe, expect, it } from 'vitest';
import { DAY, HOUR, reservedModel } from '../../../test/support/record-run.ts';
import type { EventKind, EventValue, KhasanEvent } from '../../engine/index.ts';
import { reckon, type Charge, type ChargeKind } from '../index.ts';
import { falsehoodOf, type ReportLineLike } from './false-reports.ts';

const model = reservedModel('assault');

type Cause = readonly KhasanEvent[];

/** Events by hand, each with an id of its own. */
function story(): {
  readonly events: KhasanEvent[];
  readonly tell: (
    tick: number,
    kind: EventKind,
    actor: string,
    place: string,
    data: Readonly<Record<string, EventValue>>,
    cause?: Cause,
  ) => KhasanEvent;
} {
  const events: KhasanEvent[] = [];
  return {
    events,
    tell: (tick, kind, actor, place, data, cause = []) => {
      const seq = events.filter((event) => event.tick === tick).length;
      const id = `${String(tick)}.${String(seq)}`;
      const event = { id, tick, kind, actor, place, cause: cause.map((each) => each.id), data };
      events.push(event);
      return event;
    },
  };
}

/** A night attack that nobody above has allowed, while a ban is on the wire. */
function nightAttack(): KhasanEvent[] {
  const { events, tell } = story();
  const at = 30 * DAY;
  const place = 'zaozyornaya';
  tell(at - HOUR, 'contact-reported', 'jp.19d', place, {
    office: 'jp.19d',
    area: place,
    men: 60,
    tanks: 0,
    guns: 0,
    activity: 'digging',
  });
  const ban = tell(at - HOUR, 'force-forbidden', 'jp.korea-army', '', {
    act: 'assault',
    to: 'jp.19d',
  });
  const sent = tell(
    at - HOUR,
    'message-sent',
    'jp.korea-army',
    '',
    { message: 'ban.1', to: 'jp.19d', act: 'assault', area: '', about: -1 },
    [ban],
  );
  tell(at, 'acted-without-authority', 'jp.19d', place, {
    act: 'assault',
    area: place,
    ban: false,
    holder: 'jp.emperor',
  });
  const ordered = tell(at, 'operation-ordered', 'jp.19d', place, {
    operation: 7,
    plan: '',
    act: 'assault',
    area: place,
    men: 400,
    hHour: at + HOUR,
    authority: 'initiative',
  });
  tell(
    at + HOUR,
    'message-read',
    'jp.19d',
    '',
    { message: 'ban.1', from: 'jp.korea-army', minutes: 120 },
    [sent],
  );
  const company = 'jp.19d.75ir.1bn.1coy';
  tell(at + 2 * HOUR, 'line-crossed', company, place, { line: 'su', side: 'jp', men: 180 }, [
    ordered,
  ]);
  tell(
    at + 2 * HOUR,
    'operation-started',
    'jp.19d',
    place,
    { operation: 7, act: 'assault', men: 380, defenders: 40 },
    [ordered],
  );
  tell(at + 2 * HOUR, 'fire-opened', company, place, { side: 'jp', weapon: 'small-arms' });
  return events;
}

/** The same events with another author of the act: of the decision and of what tells about it. */
function byAnother(events: readonly KhasanEvent[], from: string, to: string): KhasanEvent[] {
  const acts = new Set(['operation-ordered', 'acted-without-authority', 'operation-started']);
  return events.map((event) =>
    acts.has(event.kind) && event.actor === from ? { ...event, actor: to } : event,
  );
}

const chargesOf = (events: readonly KhasanEvent[]): readonly Charge[] =>
  reckon(model, events).charges;
const brief = ({ kind, what, author, count }: Charge): string =>
  `${kind} ${what} ${author.office} ×${String(count)}`;

describe('the reckoning of an act', () => {
  const charges = chargesOf(nightAttack());

  it('names who acted, over which line, with which force first', () => {
    expect(charges.map(brief)).toEqual([
      'beyond-authority assault jp.19d ×1',
      'line-violated assault jp.19d ×1',
      'first-use crossing jp.19d ×1',
      'first-use attack jp.19d ×1',
      'first-use small-arms jp.75ir ×1',
    ]);
  });

  it('tells a ban that was on the wire from one that was known', () => {
    const [first] = charges;
    expect(first!.papers.map(({ text }) => text)).toEqual([
      'No paper about leave to attack at zaozyornaya had reached him.',
    ]);
    expect(first!.unread).toHaveLength(1);
    expect(first!.unread[0]!.text).toMatch(/^The ban: not to attack, sent by .+, after the act\.$/);
  });

  it('tells what the author knew and what led to it', () => {
    const [first] = charges;
    expect(first!.knew.map(({ text }) => text)).toEqual([
      'Jp.19d (jp.19d) learns of the enemy digging at zaozyornaya, about 60 men.',
    ]);
    expect(first!.chain.map(({ event }) => event)).toContain('2876.0');
  });
});

describe('exchanging the author of an act', () => {
  it('moves the charges of that act to him and leaves every other as it was', () => {
    const before = chargesOf(nightAttack()).map(brief);
    const after = chargesOf(byAnother(nightAttack(), 'jp.19d', 'jp.75ir')).map(brief);
    // The fire of the company was never the division's act: no cause names it.
    expect(after).toEqual(before.map((line) => line.replace('jp.19d', 'jp.75ir')));
    expect(after).not.toEqual(before);
  });

  it('also changes what he knew and which papers he had', () => {
    const [charge] = chargesOf(byAnother(nightAttack(), 'jp.19d', 'jp.75ir'));
    expect(charge!.knew).toEqual([]);
    expect(charge!.unread).toEqual([]);
  });
});

describe('a false line of a report', () => {
  const near: ReportLineLike = {
    toldMen: 100,
    trueMen: 90,
    toldHolder: 'su',
    knownHolder: 'su',
    trueHolder: 'su',
    ageHours: 1,
  };
  const cases: readonly [name: string, change: Partial<ReportLineLike>, verdict: string][] = [
    ['a tenth too many', {}, ''],
    ['twice as many', { toldMen: 200 }, 'too-many'],
    ['twice as many of a handful', { toldMen: 20, trueMen: 10 }, ''],
    ['half of them', { toldMen: 40 }, 'too-few'],
    ['the wrong holder, in good faith', { toldHolder: 'jp', knownHolder: 'jp' }, 'holder'],
    ['the same of yesterday', { toldHolder: 'jp', knownHolder: 'jp', ageHours: 24 }, ''],
    ['the hill said to be taken by one who knew better', { knownHolder: 'jp' }, 'claimed'],
    ['nothing said of what he knows', { toldHolder: '', knownHolder: 'jp' }, ''],
  ];
  it.each(cases)('%s', (_name, change, verdict) => {
    expect(falsehoodOf({ ...near, ...change })).toBe(verdict);
  });
});

describe('the words for a kind of charge', () => {
  it('come in the order of gravity', () => {
    const kinds = chargesOf(nightAttack()).map(({ kind }): ChargeKind => kind);
    expect([...kinds]).toEqual(
      [...new Set(kinds)].flatMap((kind) => kinds.filter((k) => k === kind)),
    );
  });
});
