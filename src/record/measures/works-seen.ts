import { P, TICKS_PER_HOUR, type Run } from '../../engine/index.ts';
import { tickOfJst, type Chronicle } from '../chronicle.ts';
import { textOf } from '../lookup.ts';
import { hearing, type FamilyFold, type MeasureSpec } from '../measure.ts';

/** Code of the terrain on which works are scrapes in rock. */
const CREST = 3;

export const WORKS_MEASURES: readonly MeasureSpec[] = [
  {
    id: 'works.seen.man-hours',
    title: 'Man-hours of works finished when the other side first believes in them',
    kind: 'number',
    unit: 'man-hours',
    describe:
      'Labour that lies in the trenches and wire of the side that digs first on a disputed height, in that place, when an office of the other side first reports men digging there (`contact-reported`, activity digging). Where it never does: at 31 August 24:00 JST or the end of the run. Null where nobody digs on a disputed height, and where the run itself is not at hand.',
  },
  {
    id: 'works.seen.restricted',
    title: 'Hours from the first works to the other side’s belief in them',
    kind: 'number',
    unit: 'hours',
    describe:
      'From the first works on a disputed height (`works-improved`) to that report, restricted at 31 August 24:00 JST; null where nobody digs.',
  },
];

/** Watches the first works on a disputed height until the other side believes in them. */
export function worksFold(chronicle: Chronicle): FamilyFold {
  const { model, lookup } = chronicle;
  const horizonTick = tickOfJst(model, 9, 1, 0);
  let side = -1;
  let area = -1;
  let firstTick = -1;
  let seenTick = -1;
  let labour: number | null = null;
  const see = (run: Run | undefined, tick: number): void => {
    seenTick = tick;
    labour = run === undefined ? null : labourIn(run, side, area);
  };
  return {
    hears: [
      hearing(['works-improved'], (event) => {
        if (firstTick >= 0) return;
        const place = lookup.areas.get(event.place);
        const digger = lookup.sides.get(textOf(event.data['side']));
        if (place === undefined || digger === undefined || !isDisputed(chronicle, place)) return;
        [area, side, firstTick] = [place, digger, event.tick];
      }),
      hearing(['contact-reported'], (event) => {
        if (firstTick < 0 || seenTick >= 0) return;
        if (event.data['activity'] !== 'digging' || lookup.areas.get(event.place) !== area) return;
        const office = chronicle.actorOffice;
        if (office < 0 || model.offices[office]!.side === side) return;
        if (event.tick <= horizonTick) see(chronicle.run, event.tick);
      }),
    ],
    finish: (run) => {
      if (firstTick < 0) return {};
      if (seenTick < 0) see(chronicle.run === undefined ? undefined : run, horizonTick);
      return {
        'works.seen.man-hours': labour,
        'works.seen.restricted':
          (Math.min(seenTick, horizonTick) - Math.min(firstTick, horizonTick)) / TICKS_PER_HOUR,
      };
    },
  };
}

function isDisputed({ model }: Chronicle, area: number): boolean {
  const info = model.areas[area]!;
  return info.kind === 'height' && model.ground.disputed[info.hex] === 1;
}

/**
 * Man-hours that lie in the works of a side in an area: what they would cost at the pace of the first tenth,
 * which is half the labour of full works.
 */
function labourIn(run: Run, side: number, area: number): number {
  const { model, world } = run;
  const { count } = model.grid;
  let labour = 0;
  for (let hex = 0; hex < count; hex++) {
    if (model.ground.area[hex] !== area) continue;
    const key = side * count + hex;
    const rock = model.ground.terrain[hex] === CREST ? world.params[P['works.rockFactor']]! : 1;
    labour +=
      (world.ground.trench[key]! / 2) * world.params[P['works.trenchManHours']]! * rock +
      world.ground.wire[key]! * world.params[P['works.wireManHours']]!;
  }
  return labour;
}
