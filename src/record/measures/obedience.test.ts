import { describe, expect, it } from 'vitest';
import { B, Z } from '../../../test/support/measure-cases.ts';
import {
  DAY,
  fact,
  HOUR,
  measureEvents,
  recordModel,
  type MeasureOptions,
} from '../../../test/support/record-run.ts';
import type { Act, KhasanEvent, Run } from '../../engine/index.ts';
import type { MeasureValue } from '../measure.ts';

const model = recordModel();
const START = 10 * DAY;
const at = (hours: number): number => START + hours * HOUR;
const officeOf = (id: string): number => model.offices.findIndex((office) => office.id === id);
const areaOf = (id: string): number => model.areas.findIndex((area) => area.id === id);

const REGIMENT = 'jp.75ir';
let letters = 0;

/** An order of the division to a regiment, sent two hours before it is read. */
function order(hours: number, act: Act, place = Z, to = REGIMENT, kind = 'order'): KhasanEvent[] {
  const message = `${kind}.${String(letters++)}`;
  return [
    fact(at(hours - 2), 'message-sent', 'jp.19d', place, { message, to, act, area: place }),
    fact(at(hours), 'message-read', to, '', { message, from: 'jp.19d' }),
  ];
}

/** An act that an office orders: its own attacks by an operation, all else by an order. */
function deed(hours: number, act: Act, place = Z, office = REGIMENT, to = ''): KhasanEvent {
  const attacks = to === '' && (act === 'eject' || act === 'assault');
  const kind = attacks ? 'operation-ordered' : 'order-given';
  return fact(at(hours), kind, office, place, { act, area: place, to });
}

function measured(
  events: readonly KhasanEvent[],
  options: MeasureOptions = {},
  side = 'jp',
): Record<string, MeasureValue> {
  const values = measureEvents(events, { model, ...options });
  const of = (what: string): MeasureValue => values[`obeyed.${side}.${what}`] ?? null;
  return {
    orders: of('orders'),
    letter: of('letter'),
    more: of('more'),
    less: of('less'),
    not: of('not'),
    hours: of('hours'),
  };
}

const NONE = { orders: 0, letter: null, more: null, less: null, not: null, hours: null };
const fate = (name: 'letter' | 'more' | 'less' | 'not', hours: number | null = null) => {
  return { orders: 1, letter: 0, more: 0, less: 0, not: 0, [name]: 1, hours };
};

describe('an order to act is', () => {
  it.each([
    ['carried out', 'eject', [deed(5, 'eject')], fate('letter', 5)],
    [
      'passed on, which is the letter',
      'eject',
      [deed(3, 'eject', Z, REGIMENT, 'below')],
      fate('letter', 3),
    ],
    ['carried out at the last moment', 'eject', [deed(48, 'eject')], fate('letter', 48)],
    [
      'carried out after something milder',
      'assault',
      [deed(1, 'patrol'), deed(30, 'assault')],
      fate('letter', 30),
    ],
    [
      'carried out after something graver',
      'eject',
      [deed(1, 'bombard'), deed(30, 'eject')],
      fate('letter', 30),
    ],
    ['carried out once', 'post', [deed(1, 'post'), deed(9, 'eject')], fate('letter', 1)],
    ['over-fulfilled', 'fortify', [deed(6, 'eject')], fate('more')],
    ['watered down', 'eject', [deed(6, 'patrol')], fate('less')],
    ['replaced by something of the same rung', 'fortify', [deed(6, 'reinforce')], fate('less')],
    [
      'what came first in its stead, here the milder',
      'eject',
      [deed(6, 'patrol'), deed(7, 'bombard')],
      fate('less'),
    ],
    ['and here the graver', 'eject', [deed(6, 'bombard'), deed(7, 'patrol')], fate('more')],
    ['sat on', 'eject', [], fate('not')],
    ['sat on until it is too late', 'eject', [deed(48.25, 'eject')], fate('not')],
    ['not carried out at another place', 'eject', [deed(5, 'eject', B)], fate('not')],
    ['not carried out by another office', 'eject', [deed(5, 'eject', Z, 'jp.19d')], fate('not')],
    ['not carried out before it is read', 'eject', [deed(-1, 'eject')], fate('not')],
    ['not met by an alert', 'eject', [deed(5, 'alert')], fate('not')],
    ['not watered down by leaving', 'eject', [deed(5, 'withdraw')], fate('not')],
    ['to leave, and they leave', 'withdraw', [deed(5, 'withdraw')], fate('letter', 5)],
    ['to leave, and they dig in', 'withdraw', [deed(5, 'fortify')], fate('not')],
  ] as const)('%s', (_, act, deeds, values) => {
    expect(measured([...order(0, act), ...deeds])).toEqual(values);
  });
});

describe('is left out', () => {
  it.each([
    ['an order to look', order(0, 'patrol')],
    ['leave', order(0, 'eject', Z, REGIMENT, 'grant')],
    ['an order for no place', order(0, 'concentrate', '')],
    ['one that is not read', order(0, 'eject').slice(0, 1)],
    [
      'one that is lost',
      order(0, 'eject').map((event) =>
        event.kind === 'message-read' ? { ...event, kind: 'message-lost' as const } : event,
      ),
    ],
  ])('%s', (_, events) => {
    expect(measured([...events, deed(5, 'eject')])).toEqual(NONE);
  });

  it.each([
    ['read too late', 47.75, NONE],
    ['read in time', 48, fate('letter', 5)],
  ])('one by the end of the run: %s', (_, hours, values) => {
    const events = [...order(0, 'eject'), deed(5, 'eject')];
    expect(measured(events, { endTick: at(hours) })).toEqual(values);
  });

  it.each([
    ['before anything is done', [], fate('letter', 4)],
    ['after something else was done', [deed(1, 'patrol')], fate('letter', 4)],
  ])('one that is superseded by another, %s', (_, deeds, values) => {
    const events = [...order(0, 'eject'), ...deeds, ...order(2, 'fortify'), deed(6, 'fortify')];
    expect(measured(events)).toEqual(values);
  });

  it.each([
    ['on another place', order(2, 'post', B), { orders: 2, letter: 0.5 }],
    ['to another office', order(2, 'post', Z, 'jp.korea-army'), { orders: 2, letter: 0.5 }],
    ['once it is carried out', order(20, 'post'), { orders: 2, letter: 0.5 }],
    ['once its time is over', order(50, 'post'), { orders: 2, letter: 0.5 }],
    ['to look there', order(2, 'patrol'), { orders: 0 }],
  ] as const)('but what comes %s supersedes accordingly', (name, later, values) => {
    const done = name === 'once its time is over' ? deed(60, 'post') : deed(10, 'eject');
    expect(measured([...order(0, 'eject'), ...later, done])).toMatchObject(values);
  });

  it('none that repeats one whose time is over', () => {
    expect(measured([...order(0, 'eject'), ...order(50, 'eject')])['orders']).toBe(2);
  });

  it('a reminder, which does not start the clock again', () => {
    const events = [...order(0, 'eject'), ...order(20, 'eject'), deed(30, 'eject')];
    expect(measured(events)).toEqual(fate('letter', 30));
  });
});

describe('with the run at hand', () => {
  /** What the regiment remembers that it did, with the hour it was for. */
  const remembers =
    (act: Act, hours: number, dueHours = hours) =>
    (run: Run) => {
      run.world.offices.deeds[officeOf(REGIMENT)] = [
        { act, area: areaOf(Z), tick: at(hours), dueTick: at(dueHours), men: 50, unbidden: false },
      ];
    };

  it.each([
    ['an attack ordered for that hour is in hand', remembers('eject', -20, -9), NONE],
    ['one for an earlier hour is not', remembers('eject', -20, -10), fate('not')],
    ['another act is not', remembers('bombard', -1), fate('not')],
  ])('%s', (_, atStart, values) => {
    expect(measured(order(0, 'eject'), { atStart })).toEqual(values);
  });

  it('what is in hand supersedes nothing', () => {
    const events = [...order(0, 'post'), ...order(1, 'eject'), deed(4, 'post')];
    expect(measured(events, { atStart: remembers('eject', -1) })).toEqual(fate('letter', 4));
  });

  it.each([
    ['have gathered already obey, and no event tells of it', 'concentrate', 7, fate('letter', 7)],
    ['gathered later have not obeyed', 'concentrate', 48.25, fate('not')],
    ['did something else have not', 'alert', 7, fate('not')],
  ] as const)('troops that %s', (_, act, hours, values) => {
    // The engine enters it when the office sits, hours after it has read the order.
    const options: MeasureOptions = { atStart: () => 0, atEnd: remembers(act, hours) };
    expect(measured(order(0, 'concentrate'), options)).toEqual(values);
  });

  /** Where men of an office stand: so many hexes beside the middle of a place. */
  const on =
    (place: string, office: string, beside = 0) =>
    (run: Run) => {
      const unit = model.units.office.indexOf(officeOf(office));
      run.world.units.location[unit] = model.areas[areaOf(place)]!.hex + beside;
    };

  it.each([
    ['fortify', on(Z, REGIMENT), 1],
    ['fortify', on(Z, REGIMENT, 1), 0],
    ['fortify', on(B, REGIMENT), 0],
    ['withdraw', on(Z, REGIMENT), 1],
    ['withdraw', on(Z, REGIMENT, 1), 1],
    ['withdraw', on(B, REGIMENT), 0],
    // Those above do not count, and others can be sent.
    ['fortify', on(Z, 'jp.19d'), 0],
    ['post', on(B, REGIMENT), 1],
  ] as const)('an order to %s speaks to men on the place (%#)', (act, atStart, orders) => {
    expect(measured(order(0, act), { atStart })['orders']).toBe(orders);
  });

  it('nor does it to men who are dead', () => {
    const atStart = (run: Run) => {
      on(Z, REGIMENT)(run);
      run.world.units.men.fill(0);
    };
    expect(measured(order(0, 'withdraw'), { atStart })['orders']).toBe(0);
  });

  it('an order to those above speaks to their men', () => {
    const events = order(0, 'fortify', Z, 'jp.19d');
    expect(measured(events, { atStart: on(Z, REGIMENT) })['orders']).toBe(1);
  });
});

it('hours are the median of those carried out, and the sides stand apart', () => {
  const places = [Z, B, 'machine-gun-hill', 'homoku'];
  const waits = [1, 2, 5, 20];
  const events = places.flatMap((place, index) => [
    ...order(0, 'post', place),
    deed(waits[index]!, 'post', place),
  ]);
  expect(measured(events)['hours']).toBe(3.5);
  expect(measured(events.slice(0, -3))['hours']).toBe(2);
  expect(measured(events, {}, 'su')).toEqual(NONE);
});
