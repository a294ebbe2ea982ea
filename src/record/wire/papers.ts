import {
  TICKS_PER_DAY,
  holderOf,
  wordOn,
  type Act,
  type Grant,
  type KhasanEvent,
  type Model,
  type RunSetup,
} from '../../engine/index.ts';
import { areaOf, lookupOf, textOf } from '../lookup.ts';

/** A paper that an office has read and that goes back to the office holding the power. */
export interface Paper {
  readonly office: number;
  readonly act: Act;
  /** Index of the area, -1 anywhere. */
  readonly area: number;
  readonly tick: number;
}

/** A grant, order or ban on its way. */
interface Sent {
  readonly kind: 'grant' | 'ban';
  readonly to: number;
  readonly from: number;
  readonly act: Act;
  readonly area: number;
  readonly backed: boolean;
}

/**
 * Papers that reach back to the holder of their power, by the time they were read: sent by him, or by an
 * office that itself had such a paper when it wrote. How many men a paper is good for is left out of
 * account, since events do not tell it of orders: what is wanted is when leave of any size came.
 */
export function backedPapers(
  model: Model,
  setup: RunSetup,
  events: readonly KhasanEvent[],
): Paper[] {
  const known = papersAtStart(model, setup);
  const onTheWay = new Map<number, Sent>();
  const papers: Paper[] = [];
  for (const event of events) {
    const number = numberIn(event);
    if (event.kind === 'message-sent') {
      const sent = sentPaper(model, known, event);
      if (sent !== undefined) onTheWay.set(number, sent);
    }
    if (event.kind !== 'message-read') continue;
    const sent = onTheWay.get(number);
    if (sent === undefined) continue;
    take(known[sent.to]!, sent, event);
    if (sent.kind === 'grant' && sent.backed) {
      papers.push({ office: sent.to, act: sent.act, area: sent.area, tick: event.tick });
    }
  }
  return papers;
}

function numberIn(event: KhasanEvent): number {
  const id = textOf(event.data['message']);
  return id === '' ? -1 : Number(id.slice(id.indexOf('.') + 1));
}

/** `[office]` authority in force when the run begins. */
function papersAtStart(model: Model, setup: RunSetup): Grant[][] {
  const anchor = model.anchors.find(({ id }) => id === setup.from);
  const given = anchor?.grants ?? [];
  return model.offices.map((info, office) =>
    [
      ...info.grants,
      ...given.filter((each) => each.office === office).map(({ grant }) => grant),
    ].map((grant) => ({ ...grant, by: office, tick: 0, event: '', backed: true })),
  );
}

function sentPaper(
  model: Model,
  known: readonly (readonly Grant[])[],
  event: KhasanEvent,
): Sent | undefined {
  const kind = textOf(event.data['message']).split('.')[0];
  if (kind !== 'grant' && kind !== 'order' && kind !== 'ban') return undefined;
  const lookup = lookupOf(model);
  const from = lookup.offices.get(event.actor) ?? -1;
  const to = lookup.offices.get(textOf(event.data['to'])) ?? -1;
  if (from < 0 || to < 0) return undefined;
  const act = textOf(event.data['act']) as Act;
  const area = areaOf(lookup, textOf(event.data['area']));
  const backed = reachesBack(model, known[from]!, { office: from, act, area });
  return { kind: kind === 'ban' ? 'ban' : 'grant', from, to, act, area, backed };
}

/** Whether an office's word on an act is good: it holds the power, or its newest paper is a good one. */
function reachesBack(
  model: Model,
  papers: readonly Grant[],
  { office, act, area }: { readonly office: number; readonly act: Act; readonly area: number },
): boolean {
  const holder = holderOf(model, model.offices[office]!.side, act);
  if (holder === -1 || holder === office) return true;
  const word = wordOn(papers, { act, area, men: 0 });
  return word?.kind === 'grant' && word.backed;
}

function take(papers: Grant[], sent: Sent, event: KhasanEvent): void {
  papers.push({
    kind: sent.kind,
    act: sent.act,
    area: sent.area,
    forceMenMax: 0,
    by: sent.from,
    tick: event.tick,
    event: event.id,
    reserved: false,
    backed: sent.backed,
  });
}

/**
 * Time after an act within which leave still counts as leave for it. Assumption: a week; what is granted
 * later is granted for another deed at the same place.
 */
const LATE_TICKS = 7 * TICKS_PER_DAY;

/** Tick at which an office first has a good paper for an act at a place, within a week of it; -1 never. */
export function paperAfter(
  papers: readonly Paper[],
  deed: { readonly office: number; readonly act: Act; readonly area: number },
  tick: number,
): number {
  const found = papers.find(
    (paper) =>
      paper.tick >= tick &&
      paper.tick - tick <= LATE_TICKS &&
      paper.office === deed.office &&
      paper.act === deed.act &&
      (paper.area === -1 || paper.area === deed.area),
  );
  return found?.tick ?? -1;
}
