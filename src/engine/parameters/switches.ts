import { row } from './ground-row.ts';

/**
 * Rules that can be taken out of the model, each at a value at which it changes nothing. They are here so that a
 * knock-out is a setting like any other; no design of sensitivity should vary them.
 */
export const SWITCH_PARAMETERS = [
  row(
    'rule.worksEffect',
    'share',
    [0, 1, 1],
    [
      'Share of their effect in a fight that trenches and wire have',
      'J',
      'Assumption: 1, works do what the rules say; 0 is the knock-out of works.',
    ],
  ),
  row(
    'rule.nightShift',
    'share',
    [0, 1, 1],
    [
      'Share of the men told to dig who dig in the dark',
      'J',
      'Assumption: 1, the work goes on by night; 0 leaves it to the day.',
    ],
  ),
  row(
    'rule.dayShift',
    'share',
    [0, 0, 1],
    [
      'Share of the men told to dig who dig by day in full view of the other side',
      'J',
      'Assumption: 0, under the other side’s eyes the work waits for the dark (record of 8–9 July: the works were begun by night, on order); 1 lets it go on by day.',
    ],
  ),
  row(
    'rule.concertFloor',
    'share',
    [0, 0, 1],
    [
      'Least concert of arms that any attack has',
      'J',
      'Assumption: 0, an attack has the concert that its preparation gives; 1 makes all attacks of one piece.',
    ],
  ),
  row(
    'rule.unbiddenCost',
    'utility',
    [0, 0, 10],
    [
      'Reluctance to act without leave, beyond fear and obedience',
      'J',
      'Assumption: 0; 10 is more than anything is worth, so that nobody acts before his paper.',
    ],
  ),
] as const;
