import type { EventKind } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import {
  hearing,
  hoursBetween,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/** What is counted: the end of the id, title, unit, what it is, and the event of it. */
const COUNTS = [
  [
    'offered',
    'Officers sent with a white flag',
    'officers',
    'Officers whom commanders of either side sent across between the lines after the hour of the truce, those who found nobody left out.',
    'parley-offered',
  ],
  [
    'refused',
    'Officers sent back',
    'officers',
    'Of these, those who were sent back.',
    'parley-refused',
  ],
  [
    'held',
    'Meetings between the lines',
    'meetings',
    'Meetings of commanders of both sides.',
    'parley-held',
  ],
  [
    'apart',
    'Places where both went back',
    'places',
    'Meetings at which both sides stood on one hill, and went back from each other.',
    'lines-separated',
  ],
] as const;

const HEARD = COUNTS.map(([, , , , kind]) => kind) satisfies readonly EventKind[];

const FIRST: MeasureSpec = {
  id: 'parley.hours',
  title: 'Hours from the truce to the first meeting between the lines',
  kind: 'number',
  unit: 'hours',
  describe:
    'From the hour of the truce to the first meeting of commanders. Null where there was none. On record 11 August, six hours after noon.',
};

/** What goes on between the lines once fire has ceased. */
export const parleysFamily: MeasureFamily = {
  measures: [
    ...COUNTS.map(([id, title, unit, describe]): MeasureSpec => {
      return { id: `parley.${id}`, title, kind: 'number', unit, describe };
    }),
    FIRST,
  ],
  start: (chronicle) => {
    const sums = new Int32Array(COUNTS.length);
    let first: number | null = null;
    return {
      hears: [
        hearing(HEARD, (event) => {
          if (isUnmet(event)) return;
          sums[HEARD.indexOf(event.kind)]!++;
          if (event.kind === 'parley-held') first ??= hoursSince(chronicle, event.tick);
        }),
      ],
      finish: (): MeasureValues => ({
        ...Object.fromEntries(COUNTS.map(([id], i) => [`parley.${id}`, sums[i]!])),
        [FIRST.id]: first,
      }),
    };
  },
};

function isUnmet({ kind, data }: EventOf<(typeof HEARD)[number]>): boolean {
  return kind === 'parley-offered' && data['to'] === '';
}

function hoursSince({ truceTick }: Chronicle, tick: number): number | null {
  return hoursBetween(truceTick, tick);
}
