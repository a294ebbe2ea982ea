import { LIGHTS, type KhasanEvent, type Model, type RunSetup } from '../engine/index.ts';
import { HELD_BY_BOTH, openChronicle, takeIn } from './chronicle.ts';
import { actsOf } from './wire/acts.ts';
import type { WireAct, WireData, WireMessage, WireSpan } from './wire/data.ts';
import { mailOf } from './wire/messages.ts';
import { backedPapers } from './wire/papers.ts';
import { rowsOf, type Fold } from './wire/rows.ts';

export interface WireChoice {
  /** First and last tick of the window; the whole run by default. */
  readonly fromTick?: number;
  readonly toTick?: number;
  /** A row for each office (the default), or one for each level of a chain. */
  readonly fold?: Fold;
  /** Id of the height on the middle line; by default that of the greatest worth. */
  readonly hill?: string;
}

/**
 * Permission and mail of a run, as the Wire shows them. Everything is read from the events of the whole
 * run, so that an answer or a paper that comes after the window is known; then it is cut to the window.
 * @param events all events of the run, in order.
 */
export function wireOf(
  model: Model,
  setup: RunSetup,
  events: readonly KhasanEvent[],
  choice: WireChoice = {},
): WireData {
  const lastTick = events[events.length - 1]?.tick ?? 0;
  const fromTick = choice.fromTick ?? events[0]?.tick ?? 0;
  const toTick = Math.max(fromTick + 1, choice.toTick ?? lastTick);
  const isIn = (from: number, to: number): boolean => from <= toTick && to >= fromTick;
  const messages = mailOf(model, events).all.filter((message) =>
    isIn(message.sentTick, endOf(message, lastTick)),
  );
  const acts = actsOf(model, events, backedPapers(model, setup, events)).filter((act) =>
    isIn(act.orderedTick, Math.max(act.tick, act.orderedTick, act.paperTick)),
  );
  const { rows, hillRow, rowOf } = seat(model, messages, acts, choice.fold ?? 'offices');
  const shown = model.offices.flatMap((_, office) => (rowOf[office]! < 0 ? [] : [office]));
  const place = (office: number): number => shown.indexOf(office);
  return {
    title: model.title,
    startMinutes: model.startMinutes,
    sides: model.sides.map(({ name, clockOffsetMinutes }) => ({ name, clockOffsetMinutes })),
    fromTick,
    toTick,
    offices: shown.map((office) => {
      const { id, name, side, echelon } = model.offices[office]!;
      return { id, name, side, echelon, row: rowOf[office]! };
    }),
    rows: rows.map((row) => ({ ...row, offices: row.offices.map(place) })),
    hillRow,
    hill: hillOf(model, setup, events, { fromTick, toTick, hill: choice.hill }),
    messages: messages.map((message) => ({
      ...message,
      from: place(message.from),
      to: place(message.to),
    })),
    acts: acts.map((act) => ({ ...act, office: place(act.office) })),
    nights: nightsOf(model, fromTick, toTick),
  };
}

/** Until when a message is of interest: read, answered, or for ever on its way. */
function endOf(message: WireMessage, lastTick: number): number {
  if (message.lost) return message.sentTick;
  return message.knownTick < 0 ? lastTick : message.knownTick;
}

function seat(
  model: Model,
  messages: readonly WireMessage[],
  acts: readonly WireAct[],
  fold: Fold,
): ReturnType<typeof rowsOf> {
  const appears = model.offices.map(() => false);
  const speaksAcross = model.offices.map(() => false);
  for (const { from, to } of messages) {
    appears[from] = true;
    appears[to] = true;
    if (model.offices[from]!.side === model.offices[to]!.side) continue;
    speaksAcross[from] = true;
    speaksAcross[to] = true;
  }
  for (const { office } of acts) appears[office] = true;
  return rowsOf(model, appears, speaksAcross, fold);
}

interface HillChoice {
  readonly fromTick: number;
  readonly toTick: number;
  readonly hill: string | undefined;
}

/** Who stands on the height in the middle, from its first tick in the window to the last. */
function hillOf(
  model: Model,
  setup: RunSetup,
  events: readonly KhasanEvent[],
  { fromTick, toTick, hill }: HillChoice,
): WireData['hill'] {
  const area =
    hill === undefined
      ? model.areas.reduce((best, each, index) => {
          const isBetter = each.kind === 'height' && each.worth > (model.areas[best]?.worth ?? -1);
          return isBetter ? index : best;
        }, -1)
      : model.areas.findIndex(({ id }) => id === hill);
  if (area < 0) return { name: '', spans: [] };
  const chronicle = openChronicle(model, setup);
  const spans: WireSpan[] = [];
  let since = fromTick;
  let holder = chronicle.holder[area]!;
  const close = (tick: number): void => {
    if (tick > since) spans.push({ fromTick: since, toTick: tick, holder: wordOf(holder) });
    since = Math.max(since, tick);
  };
  for (const event of events) {
    if (event.tick > toTick) break;
    takeIn(chronicle, event);
    if (chronicle.holder[area] === holder) continue;
    close(event.tick);
    holder = chronicle.holder[area]!;
  }
  close(toTick);
  return { name: model.areas[area]!.name, spans };
}

function wordOf(holder: number): WireSpan['holder'] {
  return holder === HELD_BY_BOTH ? 'both' : holder < 0 ? 'none' : holder;
}

/** Light in which men at a distance cannot be seen: darker than civil twilight. */
const DUSK = LIGHTS.indexOf('civil');

function nightsOf(model: Model, fromTick: number, toTick: number): WireData['nights'] {
  const nights: { fromTick: number; toTick: number }[] = [];
  for (let tick = fromTick; tick < toTick; tick++) {
    if ((model.sky.light[tick] ?? DUSK) >= DUSK) continue;
    const last = nights[nights.length - 1];
    if (last?.toTick === tick) last.toTick = tick + 1;
    else nights.push({ fromTick: tick, toTick: tick + 1 });
  }
  return nights;
}
