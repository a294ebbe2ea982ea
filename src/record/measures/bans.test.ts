import { describe, expect, it } from 'vitest';
import { B, Z } from '../../../test/support/measure-cases.ts';
import {
  attack,
  DAY,
  fact,
  HOUR,
  measureEvents,
  recordModel,
  reservedModel,
} from '../../../test/support/record-run.ts';
import type { EventKind, KhasanEvent } from '../../engine/index.ts';

const model = reservedModel('eject', 'assault');
const START = 10 * DAY;

/** An event so many hours after the first, and what led to it. Each that leads to another has a quarter of an hour of its own. */
function at(
  hours: number,
  kind: EventKind,
  actor: string,
  data: KhasanEvent['data'],
  cause: readonly KhasanEvent[] = [],
  place = '',
): KhasanEvent {
  const event = fact(START + hours * HOUR, kind, actor, place, data);
  return { ...event, cause: cause.map(({ id }) => id) };
}

/** A letter that stands on an event: sent a quarter of an hour after it, read at an hour. */
function letter(name: string, of: KhasanEvent, to: string, readHours: number): KhasanEvent[] {
  const sentHours = (of.tick + 1 - START) / HOUR;
  const sent = at(sentHours, 'message-sent', of.actor, { message: name, to }, [of]);
  return [sent, at(readHours, 'message-read', to, { message: name }, [sent])];
}

/** The Emperor forbids assault. The army reads it after 4, the division after 8, the regiment after 12 hours. */
const ban = at(0, 'force-forbidden', 'jp.emperor', { act: 'assault', to: 'jp.korea-army' });
const toArmy = letter('ban.1', ban, 'jp.korea-army', 4);
const toDivision = letter('ban.2', toArmy[1]!, 'jp.19d', 8);
const toRegiment = letter('ban.3', toDivision[1]!, 'jp.75ir', 12);
const circular = [ban, ...toArmy, ...toDivision, ...toRegiment];

/** An attack on Zaozyornaya by the regiment, ordered so many hours after the ban, that takes it. */
function taking(
  hours: number,
  authority: string,
  change: Partial<Parameters<typeof attack>[0]> = {},
): KhasanEvent[] {
  const ordered = START + hours * HOUR;
  const plain = { id: 1, office: 'jp.75ir', side: 'jp', place: Z, men: 200, taken: 8 } as const;
  return attack({ ...plain, ordered, start: ordered + 2 * HOUR, authority, ...change });
}

/** An order to attack Zaozyornaya. */
const order = (hours: number, from: string, authority: string): KhasanEvent =>
  at(hours, 'order-given', from, { act: 'assault', authority, to: 'below' }, [], Z);

/** Word that an attack on a place has no paper that goes back to the Emperor. */
const bare = (hours: number, office: string, cause: readonly KhasanEvent[], place = Z) =>
  at(hours, 'acted-without-authority', office, { act: 'assault', ban: false }, cause, place);

const measured = (events: readonly KhasanEvent[], of = model) => {
  const values = measureEvents(events, { model: of });
  return [values['bans.jp.fall'], values['bans.jp.way']];
};

describe('a height falls although the capital forbids, by an attack that its office ordered', () => {
  it.each([
    ['against the ban it had read', 13, 'against-ban', 'reclassified'],
    ['as if the ban it had read did not speak to the case', 13, 'initiative', 'reclassified'],
    ['against another ban, the capital’s not having come', 11, 'against-ban', 'other-ban'],
    ['of itself before the ban came', 11, 'initiative', 'late-ban'],
    ['on leave before the ban came', 11, 'grant', 'late-ban'],
    ['on a standing order before the ban came', 11, 'standing-order', 'late-ban'],
    ['on a standing order that is newer', 13, 'standing-order', 'standing-order'],
    ['on leave that is newer', 13, 'grant', 'leave'],
    ['on an order of which nothing is known', 13, 'order', 'ordered'],
  ])('%s', (_, hours, authority, way) => {
    expect(measured([...circular, ...taking(hours, authority)])).toEqual([true, way]);
  });

  it('when it was lost on its way, the ban never came', () => {
    const events = [ban, ...toArmy, ...toDivision, toRegiment[0]!, ...taking(40, 'grant')];
    expect(measured(events)).toEqual([true, 'late-ban']);
  });

  it('of what another office forbids, the capital’s ban does not come', () => {
    const other = at(1, 'force-forbidden', 'jp.19d', { act: 'assault', to: 'jp.75ir' });
    const events = [ban, other, ...letter('ban.9', other, 'jp.75ir', 2), ...taking(13, 'grant')];
    expect(measured(events)).toEqual([true, 'late-ban']);
  });

  it.each([
    ['for the act and the place', bare(13, 'jp.75ir', []), 'empty-paper'],
    ['for another place it means nothing', bare(13, 'jp.75ir', [], B), 'leave'],
    ['at another hour neither', bare(12.75, 'jp.75ir', []), 'leave'],
  ])('on leave from one who had none: %s', (_, word, way) => {
    expect(measured([...circular, word, ...taking(13, 'grant')])).toEqual([true, way]);
  });
});

describe('an attack on an order counts by the office that first gave it, when it did', () => {
  const bidden = (events: readonly KhasanEvent[]) =>
    measured([...circular, ...events, ...taking(14, 'order')]);

  it.each([
    ['a division that had read the ban', 8.5, 'against-ban', 'reclassified'],
    ['a division that had not, though the regiment had', 7, 'against-ban', 'other-ban'],
    ['a division on older leave', 7, 'grant', 'late-ban'],
    ['a division with leave since', 8.5, 'grant', 'leave'],
    ['a division on a standing order', 8.5, 'standing-order', 'standing-order'],
  ])('%s', (_, hours, authority, way) => {
    const given = order(hours, 'jp.19d', authority);
    expect(bidden([given, ...letter('order.4', given, 'jp.75ir', 13)])).toEqual([true, way]);
  });

  it('is passed on from office to office', () => {
    const first = order(5, 'jp.korea-army', 'against-ban');
    const second = order(6.5, 'jp.19d', 'order');
    const mail = [
      ...letter('order.4', first, 'jp.19d', 6),
      ...letter('order.5', second, 'jp.75ir', 7),
    ];
    // The division has not read the ban; the army, which gave the order, has.
    expect(bidden([first, second, ...mail])).toEqual([true, 'reclassified']);
  });

  it('is the newest order that was read', () => {
    const old = order(5, 'jp.19d', 'grant');
    const fresh = order(9, 'jp.19d', 'against-ban');
    const mail = [
      ...letter('order.4', old, 'jp.75ir', 6),
      ...letter('order.5', fresh, 'jp.75ir', 10),
    ];
    expect(bidden([old, fresh, ...mail])).toEqual([true, 'reclassified']);
  });

  it('with an empty paper of its author', () => {
    const given = order(8.5, 'jp.19d', 'grant');
    const mail = letter('order.4', given, 'jp.75ir', 13);
    expect(bidden([given, bare(8.5, 'jp.19d', [given]), ...mail])).toEqual([true, 'empty-paper']);
  });

  it('but not with an empty paper of one who passes it on', () => {
    const first = order(5, 'jp.korea-army', 'grant');
    const second = order(6.5, 'jp.19d', 'order');
    const events = [
      first,
      ...letter('order.4', first, 'jp.19d', 6),
      second,
      bare(6.5, 'jp.19d', [second]),
      ...letter('order.5', second, 'jp.75ir', 7),
      bare(14, 'jp.75ir', []),
    ];
    expect(bidden(events)).toEqual([true, 'leave']);
  });

  it('of the capital, which knows its own ban', () => {
    const given = order(1, 'jp.emperor', 'own');
    expect(bidden([given, ...letter('order.4', given, 'jp.75ir', 5)])).toEqual([true, 'leave']);
  });
});

describe('does not count', () => {
  const no = [false, null];
  const forbids = (data: KhasanEvent['data'], actor = 'jp.emperor', place = '') =>
    at(0, 'force-forbidden', actor, { to: 'jp.korea-army', ...data }, [], place);
  const after = taking(13, 'against-ban');
  it.each([
    ['nothing forbidden', after],
    ['ordered before the ban', [ban, ...taking(-1, 'against-ban')]],
    ['forbidden for another act', [forbids({ act: 'eject' }), ...after]],
    ['forbidden for another place', [forbids({ act: 'assault' }, 'jp.emperor', B), ...after]],
    [
      'forbidden by an office that has not the power',
      [forbids({ act: 'assault' }, 'jp.foreign'), ...after],
    ],
    ['forbidden below the capital', [forbids({ act: 'assault' }, 'jp.korea-army'), ...after]],
    [
      'a height that only one side claims',
      [ban, ...taking(13, 'against-ban', { place: 'machine-gun-hill' })],
    ],
    ['the other side', [ban, ...taking(13, 'against-ban', { side: 'su', office: 'su.40rd' })]],
    ['an attack that fails', [ban, ...after.filter(({ kind }) => kind !== 'height-taken')]],
    ['an attack that has not begun', [ban, after[0]!, after[2]!]],
    [
      'another height on its way',
      [
        ban,
        ...after.map((event) => (event.kind === 'height-taken' ? { ...event, place: B } : event)),
      ],
    ],
  ])('%s', (_, events) => {
    expect(measured(events)).toEqual(no);
  });

  it('what is no height', () => {
    const areas = model.areas.map((area) => ({ ...area, kind: 'village' as const }));
    expect(measured([ban, ...after], { ...model, areas })).toEqual(no);
  });

  it('and is not asked where no office of the capital keeps the power', () => {
    const offices = model.offices.map((info) => ({ ...info, echelon: 'army' as const }));
    expect(measured([ban, ...after], { ...model, offices })).toEqual([null, null]);
    expect(measured([ban, ...after], recordModel())).toEqual([null, null]);
    expect(measureEvents([ban], { model })['bans.su.fall']).toBeNull();
  });
});

it('a ban for one place speaks to that place', () => {
  const here = at(0, 'force-forbidden', 'jp.emperor', { act: 'assault', to: 'jp.19d' }, [], Z);
  const events = [here, ...letter('ban.1', here, 'jp.75ir', 2), ...taking(3, 'against-ban')];
  expect(measured(events)).toEqual([true, 'reclassified']);
});

it('the first height to fall decides, and the hour of the first ban is told', () => {
  const again = { ...ban, tick: ban.tick + DAY, id: 'again' };
  const first = taking(13, 'standing-order');
  const second = taking(20, 'against-ban', { id: 2, place: B });
  const values = measureEvents([...circular, again, ...first, ...second], { model });
  expect(values['bans.jp.way']).toBe('standing-order');
  expect(values['bans.jp.capital']).toBe(240);
});

describe('how late the capital hears that the height fell', () => {
  const falls = taking(13, 'against-ban');
  const fell = falls.find(({ kind }) => kind === 'height-taken')!.tick;
  const report = at((fell - START) / HOUR + 30, 'message-read', 'jp.emperor', {
    message: 'report.1',
  });
  /** @param believes whether the throne believes all along that the height is its side's. */
  const told = (events: readonly KhasanEvent[], believes: boolean) =>
    measureEvents([...circular, ...events], {
      model,
      atStart: ({ world }) => {
        const throne = model.offices.findIndex(({ id }) => id === 'jp.emperor');
        const height = model.areas.findIndex(({ id }) => id === Z);
        world.offices.holder[throne * model.areas.length + height] = believes
          ? model.sides.findIndex(({ id }) => id === 'jp')
          : -1;
      },
    })['bans.jp.told'];
  it('is told by the first message read when it believes so', () => {
    expect(told([...falls, report], true)).toBe(30);
  });
  it('is not told where it never does, where nobody writes, or where nothing fell', () => {
    expect(told([...falls, report], false)).toBe(null);
    expect(told(falls, true)).toBe(null);
    expect(told([report], true)).toBe(null);
  });
});
