import type { EventKind } from './events.ts';

/**
 * What each kind of event says, in one sentence. Printed in docs/events.md; a new kind without its
 * sentence does not compile.
 */
export const EVENT_TITLES: Readonly<Record<EventKind, string>> = {
  'run-started': 'The run began, freely or from an anchor of the record.',
  'account-taken':
    'Of a disputed event on which it hangs what an office knows to do, the run takes this account.',
  'outside-event-happened':
    'Something happened outside the dispute; it orders, permits and forbids nothing in it.',
  'weather-changed': 'The weather of a slot of four hours set in.',
  'unit-departed': 'A unit left a place for the next one on its way.',
  'unit-arrived': 'A unit reached a place.',
  'works-improved': 'Men who dig brought a hex’s trenches or wire past the next tenth.',
  'contact-reported': 'An office learnt what enemy stands in an area, as its men saw it.',
  'line-crossed': 'Troops went over a line that one side claims, by that side’s reading.',
  'parties-met':
    'Parties of both sides came within call of each other on ground that the host’s side claims; the errand is the guest’s task.',
  'challenge-made':
    'Men at the line called on others to stop or go back, the first, second or third time.',
  'warning-given': 'Men at the line warned others that they would use force.',
  'party-detained': 'Men of a party were taken and led off without a shot.',
  'shot-fired':
    'A single aimed shot was fired at a party near the line: by the rules, by a man who lost his nerve, or on the order of an office on the spot.',
  'death-blamed':
    'A side settled for itself on whose ground a man was shot dead, and whom it blames.',
  'fire-opened': 'A unit opened fire after a quiet time.',
  'casualties-taken': 'A unit lost men, killed, wounded or missing.',
  'tanks-put-out': 'Tanks fell out: hit, burnt, bogged or broken down.',
  'guns-lost': 'Guns were destroyed or left behind.',
  'unit-broke': 'A unit lost its hold and ran back.',
  'unit-rallied': 'A broken unit was brought together again.',
  'unit-destroyed': 'A unit ceased to exist as a body.',
  'height-taken': 'A place changed hands.',
  'crest-contested': 'Both sides stand on one crest; each holds so many tenths of it.',
  'operation-ordered': 'An office ordered an attack or another joint act, with its hour.',
  'operation-started': 'An operation began.',
  'operation-ended': 'An operation succeeded, failed or was called off.',
  'bombardment-fired': 'Guns shelled a hex.',
  'air-strike-flown': 'Aircraft attacked a hex, or missed it.',
  'help-asked': 'An office asked a neighbour of another chain for help.',
  'wire-talk-opened': 'Two staffs came to the direct wire.',
  'order-given': 'An office ordered a subordinate to act.',
  'standing-order-issued':
    'An office told another what to do by itself once it believed something.',
  'message-intercepted':
    'The other side picked a message out of the air; it is read when it is decoded.',
  'order-refused': 'The engine refused an order that was not legal, with the reason.',
  'message-sent': 'A message left an office.',
  'message-read': 'The addressee read a message, so many minutes after it was sent.',
  'message-lost': 'A message never arrived.',
  'permission-asked': 'An office asked a superior for leave to act, beforehand or after the deed.',
  'permission-granted': 'A superior gave leave, perhaps with a limit of force.',
  'permission-refused': 'A superior refused leave.',
  'force-forbidden': 'A superior forbade an act to an office and all below it.',
  'rules-changed':
    'An office ordered how parties shall meet the other side: the first and last step.',
  'acted-without-authority': 'An office acted with no paper, or against one.',
  'note-handed': 'A ministry handed the other side a note.',
  'note-answered': 'A ministry answered a note.',
  'talks-proposed': 'A side offered terms for an end of the fighting.',
  'truce-agreed': 'Both sides agreed on an hour and a line for the cease-fire.',
  'fire-ceased': 'A side’s troops at a place stopped firing under the truce.',
  'shot-after-truce': 'Somebody fired after the hour of the truce.',
  'alert-raised': 'A side brought forces to a higher readiness.',
  'rail-cut': 'Shells or bombs broke a railway: no train passes until an hour.',
  'ships-called': 'A fleet called up transports: from an hour on they carry troops over the sea.',
  'formation-concentrating': 'A formation set out for the scene.',
  'person-removed':
    'The head of an office was removed; a deputy leads it. So many of its staff posts stay filled.',
  'person-appointed': 'A successor took over an office from its deputy.',
  'staff-removed': 'People were removed from the staff of an office.',
  'staff-replaced': 'Empty posts in the staff of an office were filled with newcomers.',
  'rung-reached': 'A side went up a rung of the ladder of escalation.',
  'ground-vacated': 'A side left the ground it had held.',
  'inquiry-found':
    'Staff officers came back from a place with what they had seen, and whether men or works of their own side stand over the line it claims.',
  'fault-admitted': 'An office told its superior that its own side is over the line.',
  'admission-rebuked': 'A superior rebuked the one who had told him so.',
  'opinion-asked': 'An office asked one whom it consults what he thinks of a use of force.',
  'opinion-given': 'He said whether he agrees.',
  'assertion-rebuked':
    'A superior rebuked the one who had told him that others agree, and they did not.',
  'parley-offered':
    'An office sent an officer with a white flag to the one who commands across from a place; empty where there was nobody.',
  'parley-refused': 'He was sent back as he came.',
  'parley-held': 'Commanders of both sides met between the lines.',
  'positions-surveyed': 'They counted together who holds the place, and what both have there.',
  'lines-separated': 'Both went back so many metres from each other.',
  'run-ended': 'The run came to its end.',
  'line-ban-lifted':
    'An office lifted its side’s ban on fire and steps beyond the line that the side claims.',
};
