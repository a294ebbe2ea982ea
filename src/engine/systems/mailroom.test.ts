import { describe, expect, test } from 'vitest';
import { disputeModel, keptRun } from '../../../test/support/border-dispute.ts';
import { realModel } from '../../../test/support/real-scenario.ts';
import type { Run } from '../world/world.ts';
import { isCovered, wordOn } from './authority.ts';
import { nextMailTick } from './mailbag.ts';
import { deliverMail } from './mailroom.ts';
import { packFacts, send, type Draft } from './messages.ts';
import { intentAt, shiftIntent } from './picture.ts';

/** A dispute in which one message has been read, whenever its road let it through. */
function read(draft: Omit<Draft, 'from' | 'to' | 'cause'>, from: string, to: string): Reading {
  const run = keptRun(disputeModel(), 1);
  const office = (id: string): number => run.model.offices.findIndex((info) => info.id === id);
  const reading = { run, from: office(from), to: office(to) };
  deliver(reading, draft);
  return reading;
}

interface Reading {
  readonly run: Run;
  readonly from: number;
  readonly to: number;
}

function deliver({ run, from, to }: Reading, draft: Omit<Draft, 'from' | 'to' | 'cause'>): void {
  const message = send(run, { ...draft, from, to, cause: [] });
  run.world.tick = message.dueTick;
  deliverMail(run);
}

const intentOf = ({ run }: Reading, office: number): number =>
  intentAt(run.world, office, run.world.tick);

describe('what the other side is thought to intend', () => {
  test('a demand for ground makes the ministry think worse of it, and is news to tell', () => {
    const quiet = keptRun(disputeModel(), 1);
    const demand = read({ kind: 'note', area: 0, word: 'withdraw' }, 'jp.foreign', 'su.foreign');
    const before = intentAt(quiet.world, demand.to, 0);
    expect(intentOf(demand, demand.to)).toBeGreaterThan(before + 0.3);
    expect(demand.run.world.offices.untold[demand.to]).toBe(1);
  });

  test.each([
    ['reject', 1],
    ['accept', -1],
  ] as const)(
    'the ministry tells the staffs of its capital that the answer was: %s',
    (word, sign) => {
      const model = realModel();
      const run = keptRun(model, 1, 'free');
      const index = (id: string): number => model.offices.findIndex((info) => info.id === id);
      const [from, to, staff] = [index('su.nkid'), index('jp.foreign'), index('jp.ags')];
      const answer = send(run, { kind: 'answer', from, to, word, cause: [] });
      run.world.tick = answer.dueTick;
      deliverMail(run);
      const told = run.world.mail.filter(({ kind }) => kind === 'answer');
      const capital = model.offices.flatMap(({ side, echelon }, office) =>
        side === 1 && echelon === 'capital' && office !== to ? [office] : [],
      );
      expect(told.length).toBeGreaterThan(1);
      for (const { to: office } of told) expect(capital).toContain(office);
      const before = intentAt(run.world, staff, run.world.tick);
      run.world.mail = told.map((copy) => ({ ...copy, dueTick: run.world.tick }));
      deliverMail(run);
      expect(Math.sign(intentAt(run.world, staff, run.world.tick) - before)).toBe(sign);
      // Told once, and not round again.
      expect(run.world.mail).toEqual([]);
    },
  );

  test('a report and an order to gather carry the graver opinion of the sender; a milder one moves nobody', () => {
    for (const draft of [
      { kind: 'order', act: 'concentrate', area: 0, men: 100 },
      { kind: 'report', facts: [0, 3] },
    ] as const) {
      const reading = read({ kind: 'answer', word: '' }, 'su.division', 'su.regiment');
      const { run, from, to } = reading;
      const calm = intentOf(reading, to);
      shiftIntent(run, from, 4);
      deliver(reading, draft);
      const alarmed = intentOf(reading, to);
      expect(alarmed, draft.kind).toBeGreaterThan(calm + 1);
      expect(alarmed, draft.kind).toBeLessThan(intentOf(reading, from));
      shiftIntent(run, from, -8);
      deliver(reading, { ...draft, area: 1 });
      expect(intentOf(reading, to), draft.kind).toBeGreaterThan(alarmed - 0.5);
    }
  });
});

describe('an order', () => {
  const assault = { kind: 'order', act: 'assault', area: 0, men: 300, hHourTick: -1 } as const;

  test('is put on the desk, covers the act and the way there', () => {
    const { run, to } = read(assault, 'su.division', 'su.regiment');
    const { charges, grants } = run.world.offices;
    expect(charges[to]!.map((charge) => charge.act)).toEqual(['assault']);
    for (const act of ['assault', 'concentrate'] as const) {
      expect(wordOn(grants[to]!, { act, area: 0, men: 300 })?.kind, act).toBe('grant');
    }
    expect(wordOn(grants[to]!, { act: 'bombard', area: 0, men: 300 })).toBeUndefined();
  });

  test('to do what is being done is not thought about again, until it is long past', () => {
    const reading = read({ kind: 'answer', word: '' }, 'su.division', 'su.regiment');
    const { run, to } = reading;
    const deed = { act: 'assault', area: 0, men: 300, unbidden: false } as const;
    const now = run.world.tick;
    run.world.offices.deeds[to] = [{ ...deed, tick: now, dueTick: now + 8 }];
    deliver(reading, assault);
    expect(run.world.offices.charges[to]).toEqual([]);
    run.world.tick = now + 8 + 96;
    deliver(reading, assault);
    expect(run.world.offices.charges[to]).toHaveLength(1);
  });
});

describe('what a man is told of his own deed', () => {
  const learnt = (...words: readonly ('grant' | 'refusal')[]): number => {
    const reading = read({ kind: 'answer', word: '' }, 'su.division', 'su.regiment');
    for (const kind of words) {
      deliver(reading, { kind, act: 'eject', area: 0, men: 50, afterTheDeed: true });
    }
    return reading.run.world.offices.precedent[reading.to]!;
  };
  test('is what he expects of the next: worse where he was disowned, better where he was covered', () => {
    expect(learnt('refusal')).toBe(0.25);
    expect(learnt('grant', 'grant')).toBe(-0.5);
    expect(learnt(...Array<'refusal'>(9).fill('refusal'))).toBe(1);
  });
  test('leave given or refused beforehand teaches nothing', () => {
    const reading = read({ kind: 'answer', word: '' }, 'su.division', 'su.regiment');
    deliver(reading, { kind: 'refusal', act: 'eject', area: 0, men: 50 });
    expect(reading.run.world.offices.precedent[reading.to]).toBe(0);
  });
});

describe('a standing order', () => {
  const given = (backed: boolean) =>
    ({
      when: { kind: 'enemy-holds' },
      act: 'assault',
      area: 0,
      forceMenMax: 100,
      duty: true,
      by: 0,
      to: 0,
      tick: 5,
      untilTick: 2000,
      event: '5.0',
      backed,
    }) as const;

  test.each([true, false])('covers the act when its giver had the power: %s', (backed) => {
    const reading = read({ kind: 'answer', word: '' }, 'su.division', 'su.regiment');
    const { run, from, to } = reading;
    const standing = { ...given(backed), by: from, to };
    const assault = { act: 'assault', area: 0, men: 80 } as const;
    run.world.offices.grants[to] = [];
    deliver(reading, { kind: 'standing-order', act: 'assault', area: 0, standing });
    expect(run.world.offices.standing[to]).toEqual([standing]);
    expect(isCovered(run, to, assault)).toBe(backed);
    deliver(reading, { kind: 'ban', act: 'assault', area: 0, word: 'backed' });
    expect(isCovered(run, to, assault)).toBe(false);
  });
});

test('what goes by radio is picked up by who listens, read when decoded, and thought about', () => {
  const model = disputeModel(8);
  const index = (id: string): number => model.offices.findIndex((info) => info.id === id);
  const [from, to, listener] = ['su.regiment', 'su.division', 'jp.army'].map(index);
  const offices = model.offices.map((info, at) =>
    at === listener
      ? { ...info, listensChance: 1 }
      : { ...info, links: info.links.map((link) => ({ ...link, medium: 'radio' as const })) },
  );
  const run = keptRun({ ...model, offices }, 1);
  const before = intentAt(run.world, listener!, 0);
  send(run, { kind: 'request', from: from!, to: to!, act: 'post', area: 0, cause: [] });
  send(run, { kind: 'report', from: from!, to: to!, facts: [0, 0], cause: [] });
  const picked = run.events.filter(({ kind }) => kind === 'message-intercepted');
  expect(picked.map(({ actor, data }) => [actor, data['from'], data['of']])).toEqual([
    ['jp.army', 'su.regiment', 'request.0'],
  ]);
  run.world.tick = Math.max(...run.world.mail.map(({ dueTick }) => dueTick));
  deliverMail(run);
  expect(intentAt(run.world, listener!, run.world.tick)).toBeGreaterThan(before + 0.5);
});

describe('a place that nobody holds', () => {
  /** Who holds the place by what the superior believes, when a subordinate with so many men there reports. */
  const believed = (men: number): number => {
    const run = keptRun(disputeModel(), 1);
    const index = (id: string): number => run.model.offices.findIndex((info) => info.id === id);
    const [from, to] = [index('su.regiment'), index('su.division')];
    const { offices } = run.world;
    const areas = run.model.areas.length;
    run.world.tick = 96;
    offices.holder[to * areas] = 1;
    offices.enemyTick[to * areas] = 8;
    offices.own[from * areas] = men;
    offices.enemyTick[from * areas] = 90;
    deliver({ run, from, to }, { kind: 'report', facts: packFacts(run, from, to) });
    return offices.holder[to * areas]!;
  };
  test('is reported so by those who have men there, and by nobody else', () => {
    expect(believed(40)).toBe(-1);
    expect(believed(0)).toBe(1);
  });
});

test('the next hour of mail is that of what is still under way, also after some has been read', () => {
  const run = keptRun(disputeModel(), 1);
  const index = (id: string): number => run.model.offices.findIndex((info) => info.id === id);
  const [from, to] = [index('jp.foreign'), index('su.foreign')];
  const post = (): number =>
    send(run, { kind: 'note', area: 0, word: 'withdraw', from, to, cause: [] }).dueTick;
  expect(nextMailTick(run)).toBe(Infinity);
  const first = post();
  expect(nextMailTick(run)).toBe(first);
  run.world.tick = first;
  const second = post();
  deliverMail(run);
  expect(second).toBeGreaterThan(first);
  expect(nextMailTick(run)).toBe(Math.min(...run.world.mail.map(({ dueTick }) => dueTick)));
  expect(nextMailTick(run)).toBeGreaterThan(first);
});
