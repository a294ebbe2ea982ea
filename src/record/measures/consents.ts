import type { EventKind } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import {
  NAME,
  SIDES,
  hearing,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

/** What is counted of each side: the end of the id, title, unit, and what it is. */
const COUNTS = [
  [
    'asserted',
    'requests that claim the consent of others',
    'requests',
    'Requests that say that those agree whom the superior consults, though nobody had asked them',
  ],
  [
    'asked',
    'opinions asked',
    'opinions',
    'Questions to those whom a superior consults on a use of force',
  ],
  ['objected', 'objections', 'opinions', 'Answers to such questions that object'],
  ['rebuked', 'rebukes for a claimed consent', 'rebukes', 'Rebukes of the one who had claimed it'],
] as const;
type Counted = (typeof COUNTS)[number][0];

function sideSpecs(side: 'su' | 'jp'): MeasureSpec[] {
  return COUNTS.map(([id, title, unit, what]) => ({
    id: `consents.${side}.${id}`,
    title: `${NAME[side]} ${title}`,
    kind: 'number',
    unit,
    describe: `${what}, by offices of that side, over the whole run.`,
  }));
}

/** The consent of others to a use of force: claimed, asked for, denied. */
export const consentsFamily: MeasureFamily = {
  measures: SIDES.flatMap(sideSpecs),
  start: (chronicle) => {
    const sums = new Int32Array(chronicle.model.sides.length * COUNTS.length);
    return {
      hears: [hearing(HEARD, (event) => note(chronicle, sums, event))],
      finish: () => valuesOf(chronicle, sums),
    };
  },
};

/** Kinds of event that this family hears. */
const HEARD = [
  'permission-asked',
  'opinion-asked',
  'opinion-given',
  'assertion-rebuked',
] as const satisfies readonly EventKind[];

function note(
  { actorSide }: Chronicle,
  sums: Int32Array,
  event: EventOf<(typeof HEARD)[number]>,
): void {
  const counted = countedBy(event);
  if (counted === undefined || actorSide < 0) return;
  sums[actorSide * COUNTS.length + COUNTS.findIndex(([id]) => id === counted)]!++;
}

function countedBy({ kind, data }: EventOf<(typeof HEARD)[number]>): Counted | undefined {
  switch (kind) {
    case 'permission-asked':
      return data['asserts'] === true ? 'asserted' : undefined;
    case 'opinion-asked':
      return 'asked';
    case 'opinion-given':
      return data['agrees'] === false ? 'objected' : undefined;
    case 'assertion-rebuked':
      return 'rebuked';
  }
}

function valuesOf({ lookup }: Chronicle, sums: Int32Array): MeasureValues {
  const values: MeasureValues = {};
  for (const name of SIDES) {
    const side = lookup[name];
    if (side < 0) continue;
    COUNTS.forEach(([id], i) => {
      values[`consents.${name}.${id}`] = sums[side * COUNTS.length + i]!;
    });
  }
  return values;
}
