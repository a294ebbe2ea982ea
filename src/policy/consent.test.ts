import { describe, expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { paperOf } from '../../test/support/paper.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import {
  AGREES,
  ASSERTED,
  OBJECTS,
  P,
  PICTURE_KINDS,
  viewFor,
  type Message,
  type MessageKind,
  type Order,
  type Run,
} from '../engine/index.ts';
import { assertsConsent, consentTo, worthOfSounding, type Consent } from './consent.ts';
import { decide } from './decide.ts';
import { beginThought } from './situation.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const [THRONE, STAFF, NAVY] = ['jp.emperor', 'jp.ags', 'jp.navy-ministry'].map(officeOf) as [
  number,
  number,
  number,
];
const AREA = model.areas.findIndex((area) => area.id === 'zaozyornaya');
const TICK = 20 * 96;

function paper(kind: MessageKind, from: number, to: number, word: string, id: number): Message {
  return paperOf({
    id,
    kind,
    from,
    to,
    dueTick: TICK,
    act: 'assault',
    area: AREA,
    men: 1000,
    word,
  });
}

/** The office thinks that a few enemy hold the height and that many of its own are near. */
function believe({ world }: Run, office: number): void {
  const { offices } = world;
  const cell = office * model.areas.length + AREA;
  offices.enemy[cell * PICTURE_KINDS.length] = 40;
  offices.enemyTick[cell] = TICK - 4;
  offices.holder[cell] = 0;
  offices.own[cell] = 3000;
  offices.intent[office] = 2;
  offices.intentTick[office] = TICK;
}

/** A run in which the staff has asked the throne for leave to assault, and opinions have come in. */
function asked(word: string, opinions: readonly string[] = [], seed = 1): Run {
  const run = keptRun(model, seed);
  run.world.tick = TICK;
  believe(run, THRONE);
  const inbox = run.world.offices.inbox[THRONE]!;
  inbox.push(paper('request', STAFF, THRONE, word, 1));
  opinions.forEach((said, i) => inbox.push(paper('opinion', NAVY, THRONE, said, 2 + i)));
  return run;
}

function consent(word: string, opinions: readonly string[] = []): Consent {
  const run = asked(word, opinions);
  return consentTo(viewFor(run, THRONE), run.world.offices.inbox[THRONE]![0]!);
}

describe('consent, as the superior sees it', () => {
  const worth = keptRun(model, 1).world.params[P['consent.worth']]!;
  test('is unlikely where the men are known to be cautious, and likelier where it is claimed', () => {
    const plain = consent('');
    expect(plain.chance).toBeCloseTo(0.2, 9);
    expect(plain.worth).toBeCloseTo(-0.6 * worth, 9);
    // Initiative 0.6, fear 0.1: 0.2 / (0.2 + 0.8 · 0.6 · 0.9).
    expect(consent(ASSERTED).chance).toBeCloseTo(0.2 / 0.632, 9);
  });
  test('is certain once they have spoken; one objection is enough', () => {
    expect(consent('', [AGREES])).toEqual({ worth, chance: 1, open: false, denied: false });
    expect(consent(ASSERTED, [AGREES]).denied).toBe(false);
    const denied = { worth: -worth, chance: 0, open: false, denied: true };
    expect(consent(ASSERTED, [AGREES, OBJECTS])).toEqual(denied);
    expect(consent('', [AGREES, OBJECTS])).toEqual({ ...denied, denied: false });
  });
  test('is asked for where it can turn the answer, and not where it cannot', () => {
    const run = asked('');
    const view = viewFor(run, THRONE);
    const open: Consent = { worth: 0, chance: 0.5, open: true, denied: false };
    const gain = (leave: number): number =>
      worthOfSounding(view, open, leave, 0) - Math.max(leave, 0);
    expect(gain(0)).toBeCloseTo(0.5 * worth - 0.05, 9);
    expect(gain(0)).toBeGreaterThan(gain(0.5 * worth));
    expect(gain(2 * worth)).toBeCloseTo(-0.05, 9);
    expect(gain(-2 * worth)).toBeCloseTo(-0.05, 9);
  });
});

/** Shares of 200 seeds in which the throne answers so. */
function share(
  word: string,
  opinions: readonly string[],
  kept: (orders: Order[]) => boolean,
): number {
  let count = 0;
  for (let seed = 1; seed <= 200; seed++) {
    if (kept(decide(viewFor(asked(word, opinions, seed), THRONE)))) count++;
  }
  return count / 200;
}

describe('the answer', () => {
  const grants = (orders: Order[]): boolean =>
    orders.some((order) => order.kind === 'reply' && order.answer === 'grant');
  const rebukes = (orders: Order[]): boolean => orders.some(({ kind }) => kind === 'rebuke');
  test('is leave more often with their consent than against it', () => {
    expect(share('', [AGREES], grants)).toBeGreaterThan(share('', [OBJECTS], grants) + 0.1);
  });
  test('is a question to them in some cases, and no answer then', () => {
    let sounds = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const orders = decide(viewFor(asked('', [], seed), THRONE));
      if (!orders.some(({ kind }) => kind === 'sound')) continue;
      sounds++;
      expect(orders.some(({ kind }) => kind === 'reply')).toBe(false);
    }
    expect(sounds).toBeGreaterThan(20);
  });
  test('comes with a rebuke in some cases where a claim has been denied, and never else', () => {
    expect(share(ASSERTED, [OBJECTS], rebukes)).toBeGreaterThan(0.3);
    expect(share('', [OBJECTS], rebukes)).toBe(0);
    expect(share(ASSERTED, [AGREES], rebukes)).toBe(0);
  });
});

test('the bold claim a consent that nobody gave, the fearful and the honourable seldom', () => {
  const claims = (initiative: number, fear: number, honour: number): number => {
    let count = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const run = keptRun(model, seed);
      run.world.tick = TICK;
      const view = viewFor(run, STAFF);
      Object.assign(view.traits, { initiative, fear, honour });
      beginThought(view);
      if (assertsConsent(view, THRONE, 'assault', AREA, 0.3)) count++;
    }
    return count;
  };
  const bold = claims(0.9, 0.1, 0.3);
  expect(bold).toBeGreaterThan(60);
  expect(claims(0.3, 0.7, 0.3)).toBeLessThan(bold - 30);
  expect(claims(0.9, 0.1, 1)).toBeLessThan(bold);
  const run = keptRun(model, 1);
  const view = viewFor(run, STAFF);
  expect(assertsConsent(view, THRONE, 'concentrate', AREA, 10)).toBe(false);
  expect(
    assertsConsent(
      viewFor(run, officeOf('jp.19d')),
      officeOf('jp.korea-army'),
      'assault',
      AREA,
      10,
    ),
  ).toBe(false);
});

test('one who is consulted says what he thinks: yes where little stands in the way of much, no where nothing is to be had', () => {
  const agreed = (knows: boolean): number => {
    let count = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const run = keptRun(model, seed);
      run.world.tick = TICK;
      if (knows) believe(run, NAVY);
      run.world.offices.inbox[NAVY]!.push(paper('sounding', THRONE, NAVY, '', 1));
      const [opinion, ...more] = decide(viewFor(run, NAVY)).filter(({ kind }) => kind === 'opine');
      expect(more).toEqual([]);
      if (opinion?.kind === 'opine' && opinion.sounding === 1 && opinion.agrees) count++;
    }
    return count;
  };
  expect(agreed(true)).toBeGreaterThan(30);
  expect(agreed(false)).toBeLessThan(10);
});

test('of two requests for the same thing one goes up, and it will do for both', () => {
  const below = officeOf('jp.korea-army');
  let passed = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const run = keptRun(model, seed);
    run.world.tick = TICK;
    believe(run, STAFF);
    const inbox = run.world.offices.inbox[STAFF]!;
    inbox.push(paper('request', below, STAFF, '', 1), paper('request', below, STAFF, '', 2));
    const up = decide(viewFor(run, STAFF)).filter(
      (order) => order.kind === 'request' && order.passesUp >= 0,
    );
    expect(up.length).toBeLessThanOrEqual(1);
    passed += up.length;
  }
  expect(passed).toBeGreaterThan(10);
});
