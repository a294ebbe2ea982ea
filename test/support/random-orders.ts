import {
  ACTS,
  ENGAGEMENT_STEPS,
  type Act,
  type Message,
  type Order,
  type Run,
} from '../../src/engine/index.ts';
import type { Lottery } from './lottery.ts';

const KINDS = [
  'act',
  'direct',
  'request',
  'reply',
  'ban',
  'note',
  'answer',
  'proposal',
  'report',
  'rules',
  'admit',
  'rebuke',
  'sound',
  'opine',
  'parley',
] as const satisfies readonly Order['kind'][];

/** What an order can be made from: numbers that are what they should be, or, when wild, anything. */
interface Maker {
  readonly office: () => number;
  readonly to: (near: readonly number[]) => number;
  readonly area: () => number;
  readonly act: (known: readonly Act[]) => Act;
  readonly men: () => number;
  readonly hour: () => number;
  readonly message: (papers: readonly Message[]) => number;
}

/**
 * An order of any kind.
 * @param wild chance 0–1 that a part of it is drawn from everything that a careless host could send,
 *   instead of from what the office could sensibly say.
 */
export function randomOrder(
  run: Run,
  due: readonly number[],
  wild: number,
  lottery: Lottery,
): Order {
  const make = makerFor(run, due, wild, lottery);
  const office = make.office();
  const info = run.model.offices[office];
  const known = info === undefined || info.repertoire.length === 0 ? ACTS : info.repertoire;
  const below = info?.subordinates ?? [];
  const above = info?.superiors ?? [];
  const inbox = run.world.offices.inbox[office] ?? [];
  const abroad = run.model.sides
    .filter((_, side) => side !== info?.side)
    .map((side) => side.foreignOffice);
  const authority = lottery.pick(['own', 'grant', 'order', 'initiative', 'against-ban'] as const);
  const plan = lottery.pick(['', 'a-plan']);
  const kind = lottery.pick(KINDS);
  switch (kind) {
    case 'act':
    case 'direct': {
      const act = make.act(known);
      const what = { office, act, area: make.area(), men: make.men(), hHourTick: make.hour() };
      if (kind === 'act') return { kind, ...what, authority, plan };
      return { kind, ...what, to: make.to(below), authority, plan };
    }
    case 'request':
      return {
        kind,
        office,
        to: make.to(above),
        act: make.act(ACTS),
        area: make.area(),
        men: make.men(),
        afterTheDeed: lottery.chance(0.3),
        passesUp: lottery.chance(0.7) ? -1 : make.message(inbox),
        terms: '',
        asserts: lottery.chance(0.2),
      };
    case 'reply':
      return {
        kind,
        office,
        request: make.message(inbox.filter((message) => message.kind === 'request')),
        answer: lottery.pick(['grant', 'limit', 'refuse']),
        forceMenMax: make.men(),
      };
    case 'ban':
      return { kind, office, to: make.to(below), act: make.act(ACTS), area: make.area() };
    case 'note':
      return {
        kind,
        office,
        to: make.to(abroad),
        demand: lottery.pick(['withdraw', 'protest', 'status-quo']),
        area: make.area(),
      };
    case 'answer':
      return {
        kind,
        office,
        note: make.message(
          inbox.filter((message) => message.kind === 'note' || message.kind === 'proposal'),
        ),
        answer: lottery.pick(['accept', 'reject', 'counter']),
      };
    case 'proposal':
      return {
        kind,
        office,
        to: make.to(abroad),
        terms: lottery.pick(['ground', 'lines', 'withdraw']),
      };
    case 'rules':
      return {
        kind,
        office,
        to: lottery.chance(0.3) ? office : make.to(below),
        first: lottery.pick(ENGAGEMENT_STEPS),
        challenges: make.men() % 12,
        last: lottery.pick(ENGAGEMENT_STEPS),
      };
    case 'admit':
      return {
        kind,
        office,
        finding: make.message(inbox.filter((message) => message.kind === 'finding')),
        admits: lottery.chance(0.5),
      };
    case 'rebuke':
      return {
        kind,
        office,
        paper: make.message(
          inbox.filter(({ kind: paper }) => paper === 'admission' || paper === 'request'),
        ),
        rebukes: lottery.chance(0.5),
      };
    case 'sound':
      return {
        kind,
        office,
        request: make.message(inbox.filter((message) => message.kind === 'request')),
      };
    case 'opine':
      return {
        kind,
        office,
        sounding: make.message(inbox.filter((message) => message.kind === 'sounding')),
        agrees: lottery.chance(0.5),
      };
    case 'parley':
      return { kind, office, area: make.area() };
    case 'report':
      return { kind, office, to: make.to((info?.links ?? []).map((link) => link.to)) };
  }
}

function makerFor(run: Run, due: readonly number[], wild: number, lottery: Lottery): Maker {
  const { model, world } = run;
  const offices = model.offices.length;
  const areas = model.areas.length;
  const either = <T>(sensible: () => T, anything: () => T): T =>
    lottery.chance(wild) ? anything() : sensible();
  const anyOffice = (): number => lottery.pick([-1, offices, 255, 1e9, lottery.whole(offices)]);
  return {
    office: () => either(() => lottery.pick(due), anyOffice),
    to: (near) =>
      either(() => (near.length === 0 ? lottery.whole(offices) : lottery.pick(near)), anyOffice),
    area: () =>
      either(
        () => lottery.whole(areas),
        () => lottery.pick([-1, -2, areas, 1e6, 0.5]),
      ),
    act: (known) =>
      either(
        () => lottery.pick(known),
        () => lottery.pick([...ACTS, 'surrender' as Act]),
      ),
    men: () =>
      either(
        () => lottery.pick([1, 10, 40, 120, 300, 1200]),
        () => lottery.pick([0, -5, 12.5, 1e9]),
      ),
    hour: () =>
      either(
        () => world.tick + lottery.whole(60),
        () => lottery.pick([-1, 0, world.tick - 5, model.endTick + 500, 1e9]),
      ),
    message: (papers) =>
      either(
        () => (papers.length === 0 ? -1 : lottery.pick(papers).id),
        () => lottery.pick([-1, 0, 1e9]),
      ),
  };
}
