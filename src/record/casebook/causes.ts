import type { KhasanEvent } from '../../engine/index.ts';
import { textOf } from '../lookup.ts';
import { causesIn, eventsUpTo, isAct, letterOf, type Casebook } from './casebook.ts';

/** An event with what led to it. */
export interface CauseNode {
  readonly event: KhasanEvent;
  /**
   * `event`: the run names it as a cause. `seen`: no cause is named, and this is what the office had last
   * seen at the place before it decided. `deed`: leave is asked for afterwards, and this is what was done.
   */
  readonly link: 'event' | 'seen' | 'deed';
  readonly causes: readonly CauseNode[];
  /** Whether it stands elsewhere in the tree already, so that its causes are not told again. */
  readonly told: boolean;
}

/** No chain of the affair needs more links than this to be understood; longer ones are cut off. */
const DEPTH_MAX = 40;

/**
 * The tree of causes behind an event, the event itself at the root. A message read stands for its sending
 * as well: one step from the reader back to the decision of the sender.
 */
export function causeTree(book: Casebook, event: KhasanEvent): CauseNode {
  return nodeOf(book, event, 'event', { seen: new Set(), depth: 0 });
}

interface Walk {
  readonly seen: Set<string>;
  readonly depth: number;
}

function nodeOf(
  book: Casebook,
  event: KhasanEvent,
  link: CauseNode['link'],
  walk: Walk,
): CauseNode {
  if (walk.seen.has(event.id) || walk.depth > DEPTH_MAX) {
    return { event, link, causes: [], told: true };
  }
  walk.seen.add(event.id);
  const deeper = { seen: walk.seen, depth: walk.depth + 1 };
  const causes = stepsBack(book, event).map((cause) => nodeOf(book, cause, 'event', deeper));
  const deed = deedBehind(book, event);
  if (deed !== undefined) causes.push(nodeOf(book, deed, 'deed', deeper));
  const sighting = causes.length === 0 ? sightingBehind(book, event) : undefined;
  if (sighting !== undefined) causes.push(nodeOf(book, sighting, 'seen', deeper));
  return { event, link, causes, told: false };
}

function stepsBack(book: Casebook, event: KhasanEvent): readonly KhasanEvent[] {
  const letter = event.kind === 'message-read' ? letterOf(book, event) : undefined;
  return causesIn(book, letter?.sent ?? event);
}

/** The act for which leave is asked after the deed. */
function deedBehind(book: Casebook, event: KhasanEvent): KhasanEvent | undefined {
  if (event.kind !== 'permission-asked' || event.data['afterTheDeed'] !== true) return undefined;
  return eventsUpTo(book, event.actor, event.tick)
    .filter(
      (each) => isAct(each) && each.place === event.place && each.data['act'] === event.data['act'],
    )
    .at(-1);
}

/** What an office had last seen at a place before it decided something about it. */
export function sightingBehind(book: Casebook, event: KhasanEvent): KhasanEvent | undefined {
  const decides = isAct(event) || event.kind === 'permission-asked' || event.kind === 'note-handed';
  if (!decides || event.place === '') return undefined;
  const sightings = eventsUpTo(book, event.actor, event.tick).filter(
    (each) => each.kind === 'contact-reported' && each.place === event.place,
  );
  return sightings[sightings.length - 1];
}

/** All steps of a tree in the order of time, each once, the root last. */
export function stepsOf(book: Casebook, root: CauseNode): readonly KhasanEvent[] {
  const events: KhasanEvent[] = [];
  const gather = (node: CauseNode): void => {
    if (node.told) return;
    events.push(node.event);
    for (const cause of node.causes) gather(cause);
  };
  gather(root);
  return events.sort((a, b) => (book.order.get(a.id) ?? 0) - (book.order.get(b.id) ?? 0));
}

/** How an act stood to authority as its author knew it, in words. */
export function authorityWords(event: KhasanEvent): string {
  switch (textOf(event.data['authority'])) {
    case 'own':
      return 'within his own power';
    case 'grant':
      return 'with leave';
    case 'order':
      return 'on an order';
    case 'standing-order':
      return 'under a standing order';
    case 'initiative':
      return 'on his own initiative';
    case 'against-ban':
      return 'against a ban he knew';
    default:
      return '';
  }
}
