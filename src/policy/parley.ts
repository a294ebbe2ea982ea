import {
  P,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  type Message,
  type Order,
  type View,
} from '../engine/index.ts';
import { nameOf, prefers } from './choose.ts';
import { dreadOf } from './obedience.ts';
import { standoffOf } from './score.ts';
import { concernAt, thinking } from './situation.ts';

/** Hours after the hour of a truce in which nobody goes between the lines yet. Assumption: until fire has died down. */
const QUIET_HOURS = 2;

/** Days after which an offer that came to nothing is made again. Assumption. */
const AGAIN_DAYS = 2;

/** What it may cost to speak with the other side, beside doing what a ban forbids. Assumption: a tenth; who does so of his own accord is asked what he said. */
const SPEAKING = 0.1;
/** The same for one who has not been told by his own side that fire has ceased. Assumption: as grave as to have broken off a fight. */
const UNTOLD = 0.5;

const NOTHING: readonly Order[] = [];

/**
 * Who answers for a disputed place, has men on it and believes the other side there as well sends an officer with a white
 * flag across once fire has ceased, until they have met. One place a sitting.
 * Source: event E110, a meeting between the lines six hours after the hour of the truce.
 */
export function parleysOf(view: View): readonly Order[] {
  const { truceTick, tick, units } = view;
  if (truceTick < 0 || units.length === 0) return NOTHING;
  if (tick - truceTick < QUIET_HOURS * TICKS_PER_HOUR) return NOTHING;
  const { areas } = view.model;
  const { answers } = thinking(view);
  for (let area = 0; area < areas.length; area++) {
    if (!areas[area]!.disputed || !answers[area]! || !mayOffer(view, area)) continue;
    const gain = worthOfMeeting(view, area, SPEAKING);
    if (!prefers(view, 'parley', areas[area]!.id, gain)) continue;
    return [{ kind: 'parley', office: view.office, area }];
  }
  return NOTHING;
}

function mayOffer(view: View, area: number): boolean {
  const offered = view.parleyTick[area]!;
  if (view.surveyTick[area]! >= 0 || !standsOn(view, area)) return false;
  if (offered >= 0 && view.tick - offered < AGAIN_DAYS * TICKS_PER_DAY) return false;
  return concernAt(view, area).enemyMen >= 1;
}

function standsOn({ units, model }: View, area: number): boolean {
  return units.some(({ location, men }) => men > 0 && model.ground.area[location] === area);
}

/** Whoever is called to a meeting goes, or sends the officer back. */
export function answerParley(view: View, offer: Message): Order {
  const { area, id } = offer;
  const isTold = view.truceTick >= 0;
  const gain = worthOfMeeting(view, area, isTold ? SPEAKING : UNTOLD);
  const meets = prefers(view, 'meet', nameOf(view, offer), gain);
  return { kind: 'answer', office: view.office, note: id, answer: meets ? 'accept' : 'reject' };
}

/**
 * What a meeting is worth: the fight that a shot between lines close together would begin anew, as it is worth to the
 * cautious to be spared it; against it stands the sanction for having spoken with the other side.
 */
function worthOfMeeting(view: View, area: number, severity: number): number {
  const { params, traits, otherFronts } = view;
  const { sanctionOnFailure } = view.model.sides[view.info.side]!;
  const spared = standoffOf(view, concernAt(view, area));
  const rise = params[P['utility.rise']]! * spared * traits.caution * otherFronts;
  const price = params[P['utility.sanction']]! * severity * sanctionOnFailure * dreadOf(view);
  return rise * thinking(view).foresight - price;
}
