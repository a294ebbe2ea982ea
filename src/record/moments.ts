import { type KhasanEvent, type Model, type RunSetup } from '../engine/index.ts';
import { assaultsOf, firstSeizure, isBattalionAssault } from './assaults.ts';
import { openChronicle, takeIn, type Chronicle } from './chronicle.ts';
import { setPieceOf, startSetPiece } from './measures/set-piece.ts';

/** Moments of a run at which two variants can part, with what each is. Named by role, never by date. */
export const MOMENTS = {
  'first-assault': 'H-hour of the first assault of a battalion (300 men) or more on a named height',
  'first-meeting': 'The first challenge across a claimed line',
  'first-seizure': 'The first named height taken by a battalion assault',
  'first-set-piece': 'H-hour of the first attack of two battalions (600 men) under one plan',
} as const;
export type Moment = keyof typeof MOMENTS;

/** Whether a text names a moment. */
export function isMoment(text: string): text is Moment {
  return Object.hasOwn(MOMENTS, text);
}

/**
 * Watches a run for a moment. The function that comes back is to be called for each event in order and
 * answers whether the moment is now; once it has said yes it is of no more use.
 */
export function watchFor(
  model: Model,
  setup: RunSetup,
  moment: Moment,
): (event: KhasanEvent) => boolean {
  const chronicle = openChronicle(model, setup);
  const isNow = watcherOf(chronicle, moment);
  return (event) => {
    takeIn(chronicle, event);
    return isNow(event);
  };
}

function watcherOf(chronicle: Chronicle, moment: Moment): (event: KhasanEvent) => boolean {
  switch (moment) {
    case 'first-assault':
      return (event) => event.kind === 'operation-started' && hasBattalionAssault(chronicle);
    case 'first-meeting':
      return (event) => event.kind === 'challenge-made';
    case 'first-seizure':
      return (event) =>
        (event.kind === 'height-taken' || event.kind === 'operation-ended') &&
        firstSeizure(chronicle, assaultsOf(chronicle)) !== undefined;
    case 'first-set-piece': {
      const piece = startSetPiece();
      return (event) => {
        setPieceOf(piece, chronicle, event);
        return piece.startTick >= 0;
      };
    }
  }
}

function hasBattalionAssault(chronicle: Chronicle): boolean {
  return assaultsOf(chronicle).some((assault) => isBattalionAssault(chronicle, assault));
}
