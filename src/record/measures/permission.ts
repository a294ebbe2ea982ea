import { FORCEFUL, TICKS_PER_HOUR, type Act, type KhasanEvent } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { textOf } from '../lookup.ts';
import { shareOf, type FamilyFold, type MeasureSpec } from '../measure.ts';
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
    id: 'requests.jp.division.force.granted-share',
    title: 'Requests of the Japanese division to use force that are granted',
    kind: 'number',
    unit: 'share',
    describe:
      'Of the requests for leave to eject, assault, bombard or strike by Japanese divisions, the share answered by leave (permission-granted to the same office for the same act and place); null without any.',
  },
  {
    id: 'standing-orders',
    title: 'Standing orders given',
    kind: 'number',
    unit: 'orders',
    describe: 'Events `standing-order-issued`.',
  },
];

/** What is asked, allowed, and done upon a standing order. */
export function permissionFold(chronicle: Chronicle): FamilyFold {
  const { model, lookup } = chronicle;
  const newsTick = model.offices.map(() => -1);
  const bidden = model.offices.map(() => -1);
  const asked: string[] = [];
  let granted = 0;
  let attacks = false;
  let standing = 0;
  const isRegiment = (office: number): boolean => {
    const { echelon } = model.offices[office]!;
    return echelon === 'regiment' || echelon === 'brigade';
  };
  return {
    onEvent: (event) => {
      const office = lookup.offices.get(event.actor);
      if (office === undefined) return;
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
        case 'permission-asked':
          if (isForceOfDivision(chronicle, office, event)) asked.push(keyOf(event.actor, event));
          return;
        case 'permission-granted': {
          const at = asked.indexOf(keyOf(textOf(event.data['to']), event));
          if (at < 0) return;
          asked[at] = '';
          granted++;
          return;
        }
        default:
          return;
      }
    },
    finish: () => ({
      'regiment.attacks-unbidden': attacks,
      'requests.jp.division.force.granted-share': shareOf(granted, asked.length),
      'standing-orders': standing,
    }),
  };
}

function isForceOfDivision(
  { model, lookup }: Chronicle,
  office: number,
  { data }: KhasanEvent,
): boolean {
  const { side, echelon } = model.offices[office]!;
  const act = textOf(data['act']) as Act;
  return side === lookup.jp && echelon === 'division' && FORCEFUL.includes(act);
}

function keyOf(office: string, { data }: KhasanEvent): string {
  return `${office} ${textOf(data['act'])} ${textOf(data['area'])}`;
}
