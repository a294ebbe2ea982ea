import { TICKS_PER_HOUR, type EventKind } from '../../engine/index.ts';
import { tickOfJst, type Chronicle } from '../chronicle.ts';
import { areaOf, textOf } from '../lookup.ts';
import { hearing, hoursBetween, type FamilyFold, type MeasureSpec } from '../measure.ts';

const DESCRIBE =
  'From the first order of a Soviet office to its own men to post or fortify a named height to the first leave or order to a Soviet office to post or fortify that height. Negative where the paper came first';

export const OCCUPATION_MEASURES: readonly MeasureSpec[] = [
  {
    id: 'occupation.paper.hours',
    title: 'Hours from the first men on a height to the first paper for it',
    kind: 'number',
    unit: 'hours',
    describe: `${DESCRIBE}; null without men or without a paper.`,
  },
  {
    id: 'occupation.paper.restricted',
    title: 'Hours from the first men on a height to the first paper for it, restricted',
    kind: 'number',
    unit: 'hours',
    describe: `${DESCRIBE}; 0 without men. What does not happen counts as 31 August 24:00 JST.`,
  },
];

/** Acts by which a side comes to stay on a place: who patrols goes home, and needs no paper for it. */
const OCCUPY: readonly string[] = ['post', 'fortify'];

/** Kinds of event that are heard for these measures. */
const HEARD = ['permission-granted', 'order-given'] as const satisfies readonly EventKind[];

/** What comes first to a height, Soviet men or the paper for them. Source: event E009, a request filed after the deed. */
export function occupationFold(chronicle: Chronicle): FamilyFold {
  const { lookup, model } = chronicle;
  /** `[area]` tick of the first paper for it, -1 none. */
  const papers = new Int32Array(model.areas.length).fill(-1);
  let occupied = -1;
  let height = -1;
  return {
    hears: [
      hearing(HEARD, (event) => {
        const area = areaOf(lookup, event.place);
        const office = chronicle.actorOffice;
        if (office < 0 || area < 0 || model.offices[office]!.side !== lookup.su) return;
        if (model.areas[area]!.kind !== 'height' || !OCCUPY.includes(textOf(event.data['act'])))
          return;
        if (textOf(event.data['to']) !== '') {
          if (papers[area]! < 0) papers[area] = event.tick;
        } else if (occupied < 0) {
          occupied = event.tick;
          height = area;
        }
      }),
    ],
    finish: () => {
      const paper = height < 0 ? -1 : papers[height]!;
      const horizon = tickOfJst(model, 9, 1, 0);
      const to = paper < 0 ? horizon : Math.min(paper, horizon);
      return {
        'occupation.paper.hours': paper < 0 ? null : hoursBetween(occupied, paper),
        'occupation.paper.restricted':
          occupied < 0 ? 0 : (to - Math.min(occupied, horizon)) / TICKS_PER_HOUR,
      };
    },
  };
}
