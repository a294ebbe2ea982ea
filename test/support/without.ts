import { snapshot } from '../../src/engine/world/snapshot.ts';
import type { Message, Model, World } from '../../src/engine/index.ts';

/** One thing that a world has more than another. Indices; -1 for none. */
export interface Extra {
  readonly unit: number;
  readonly office: number;
}

type Row = Int32Array | unknown[];

/** A table without the rows of one item, of `count` items. */
function drop<T extends ArrayLike<unknown>>(table: T, index: number, count: number): T {
  const rows = table as unknown as Row;
  const width = rows.length / count;
  if (!Number.isInteger(width)) throw new Error('a table that is not by item');
  const keep = (_: unknown, at: number): boolean => Math.floor(at / width) !== index;
  return rows.filter(keep as never) as unknown as T;
}

function dropFromAll(tables: object, index: number, count: number): object {
  if (index < 0) return tables;
  return Object.fromEntries(
    Object.entries(tables).map(([key, table]) => [
      key,
      drop(table as ArrayLike<unknown>, index, count),
    ]),
  );
}

/**
 * The state of a world as it would be without one unit and one office, as plain data to compare: their
 * rows are cut out, indices behind them move up, and what only counts or hashes is left aside.
 */
export function worldWithout(world: World, model: Model, extra: Extra): unknown {
  const office = (index: number): number =>
    extra.office >= 0 && index > extra.office ? index - 1 : index;
  const unit = (index: number): number =>
    extra.unit >= 0 && index > extra.unit ? index - 1 : index;
  const post = (message: Message): Message => ({
    ...message,
    from: office(message.from),
    to: office(message.to),
    standing:
      message.standing === null
        ? null
        : { ...message.standing, by: office(message.standing.by), to: office(message.standing.to) },
  });
  const given = <T extends { readonly by: number }>(paper: T): T => ({
    ...paper,
    by: office(paper.by),
  });
  const copy = snapshot(world);
  const { chain: _chain, eventCount: _count, nextEvent: _next, ...rest } = copy;
  const offices = {
    ...copy.offices,
    grants: copy.offices.grants.map((papers) => papers.map(given)),
    charges: copy.offices.charges.map((papers) => papers.map(given)),
    standing: copy.offices.standing.map((orders) =>
      orders.map((order) => ({ ...given(order), to: office(order.to) })),
    ),
    inbox: copy.offices.inbox.map((papers) => papers.map(post)),
    pending: copy.offices.pending.map((papers) => papers.map(post)),
  };
  return {
    ...rest,
    units: dropFromAll(copy.units, extra.unit, model.units.count),
    meetings: copy.meetings.map((meeting) => ({
      ...meeting,
      host: unit(meeting.host),
      guest: unit(meeting.guest),
    })),
    offices: dropFromAll(offices, extra.office, model.offices.length),
    mail: copy.mail.map(post),
    operations: copy.operations.map((operation) => ({
      ...operation,
      office: office(operation.office),
      units: operation.units.map(unit),
    })),
  };
}
