import { TICKS_PER_HOUR, type EventKind } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { textOf } from '../lookup.ts';
import { hearing, type FamilyFold, type MeasureSpec } from '../measure.ts';
import { isIntrusion } from './intrusion.ts';

/** Hours after the news within which an attack counts as its answer. Source: knock-out table, M11. */
const ANSWER_HOURS = 24;

export const PERMISSION_MEASURES: readonly MeasureSpec[] = [
  {
    id: 'regiment.attacks-unbidden',
    title: 'A regiment attacks on its own news',
    kind: 'flag',
    unit: '',
    describe:
      'Whether a regiment or brigade of either side orders an attack within 24 hours of a contact of its own men with enemies on ground that its side claims, without having read an order from above since.',
  },
  {
    id: 'standing-orders',
    title: 'Standing orders given',
    kind: 'number',
    unit: 'orders',
    describe: 'Events `standing-order-issued`.',
  },
];

/** Kinds of event that are heard for these measures. */
const HEARD = [
  'contact-reported',
  'message-read',
  'operation-ordered',
  'standing-order-issued',
] as const satisfies readonly EventKind[];

/** What is done upon one's own news, and the standing orders given. */
export function permissionFold(chronicle: Chronicle): FamilyFold {
  const { model } = chronicle;
  const newsTick = model.offices.map(() => -1);
  const bidden = model.offices.map(() => -1);
  let attacks = false;
  let standing = 0;
  const isRegiment = (office: number): boolean => {
    const { echelon } = model.offices[office]!;
    return echelon === 'regiment' || echelon === 'brigade';
  };
  return {
    hears: [
      hearing(HEARD, (event) => {
        const office = chronicle.actorOffice;
        if (office < 0) return;
        switch (event.kind) {
          case 'contact-reported':
            if (isRegiment(office) && isIntrusion(chronicle, event)) newsTick[office] = event.tick;
            return;
          case 'message-read':
            if (textOf(event.data['message']).startsWith('order.')) bidden[office] = event.tick;
            return;
          case 'operation-ordered': {
            const since = event.tick - newsTick[office]!;
            const fresh = newsTick[office]! >= 0 && since <= ANSWER_HOURS * TICKS_PER_HOUR;
            if (fresh && bidden[office]! < newsTick[office]!) attacks = true;
            return;
          }
          case 'standing-order-issued':
            standing++;
            return;
        }
      }),
    ],
    finish: () => ({
      'regiment.attacks-unbidden': attacks,
      'standing-orders': standing,
    }),
  };
}
