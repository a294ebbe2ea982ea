import { type Act, type View, TICKS_PER_HOUR } from '../engine/index.ts';
import { distance } from '../hex/index.ts';
import { type Concern, establishmentMen } from './situation.ts';

/** One thing an office could do about a place. */
export interface Option {
  readonly act: Act;
  readonly area: number;
  readonly men: number;
}

/** Hours for which an office does not repeat an act on the same place. Assumption by kind of act. */
const REST_HOURS: Readonly<Record<Act, number>> = {
  wait: 0,
  post: 48,
  fortify: 20,
  patrol: 20,
  reinforce: 20,
  eject: 12,
  assault: 16,
  bombard: 6,
  strike: 12,
  withdraw: 12,
  concentrate: 120,
  alert: 240,
  demand: 120,
  propose: 48,
  'stand-down': 24,
};

/** Whether the office did the same lately. */
export function didLately(view: View, act: Act, area: number): boolean {
  return view.deeds.some(
    (deed) =>
      deed.act === act &&
      (deed.area === area || deed.area < 0) &&
      view.tick - deed.tick < REST_HOURS[act] * TICKS_PER_HOUR,
  );
}

/** Men that an assault on the place would take: three to one against what is believed there. */
export function wantedMen(concern: Concern): number {
  const strength = concern.enemyMen + 15 * concern.enemyTanks;
  return Math.max(120, Math.round(strength * 3));
}

/** Everything an office could sensibly do about a place, in the order of `ACTS`; `wait` is first. */
export function optionsFor(view: View, concern: Concern): Option[] {
  const options: Option[] = [{ act: 'wait', area: concern.area, men: 0 }];
  const men = establishmentMen(view.model, view.office);
  for (const act of view.info.repertoire) {
    if (didLately(view, act, concern.area) || underTruce(view, act)) continue;
    const wanted = menFor(view, act, concern, men);
    if (wanted > 0) options.push({ act, area: placeFor(view, act, concern), men: wanted });
  }
  return options;
}

/** Troops gather behind the place, not on it: at the nearest place that both sides call the office's own. */
function placeFor(view: View, act: Act, concern: Concern): number {
  if (act !== 'concentrate') return concern.area;
  const { model } = view;
  const side = view.info.side;
  let best = concern.area;
  let nearest = Infinity;
  for (let area = 0; area < model.areas.length; area++) {
    const info = model.areas[area]!;
    const own = model.ground.owner[side * model.grid.count + info.hex] === side;
    if (info.disputed || !own || view.holder[area] === 1 - side) continue;
    const far = distance(model.grid, info.hex, concern.hex);
    if (far > 1 && far < nearest) {
      best = area;
      nearest = far;
    }
  }
  return best;
}

/** After the hour of the truce an office that has been told of it uses no force. */
function underTruce(view: View, act: Act): boolean {
  const told = view.truceTick >= 0 && view.tick >= view.truceTick - 8 * TICKS_PER_HOUR;
  return told && act !== 'withdraw' && act !== 'stand-down' && act !== 'fortify';
}

/** Men an act would use here, or 0 where it makes no sense. */
function menFor(view: View, act: Act, concern: Concern, establishment: number): number {
  const empty = !concern.heldByUs && !concern.heldByEnemy;
  switch (act) {
    case 'wait':
      return 0;
    case 'post':
      return empty && concern.ours && establishment > 0 ? 12 : 0;
    case 'fortify':
      return concern.heldByUs && concern.ownTrench < 0.9 ? 40 : 0;
    case 'patrol':
      return concern.ours && (concern.heldByEnemy || empty) && establishment > 0 ? 8 : 0;
    case 'reinforce': {
      if (!concern.ours || concern.heldByEnemy || establishment === 0) return 0;
      const wanted = Math.max(40, concern.enemyNear * 0.7);
      return concern.ownHere >= wanted ? 0 : Math.round(Math.min(wanted - concern.ownHere, 1500));
    }
    case 'eject':
      return concern.heldByEnemy && concern.ours && concern.enemyMen < 150 && concern.ownNear >= 20
        ? Math.max(45, Math.round(concern.enemyMen * 4))
        : 0;
    case 'assault':
      return concern.heldByEnemy && concern.ours && concern.ownNear >= 100 ? wantedMen(concern) : 0;
    case 'bombard':
      return concern.heldByEnemy && concern.enemyMen >= 30 ? 400 : 0;
    case 'strike':
      return concern.heldByEnemy && concern.enemyMen >= 100 ? 60 : 0;
    case 'withdraw':
      return concern.heldByUs && concern.ownHere > 0 ? Math.round(concern.ownHere) : 0;
    case 'concentrate': {
      const wanted = concern.heldByEnemy ? wantedMen(concern) : concern.enemyNear;
      const lacking = wanted > concern.ownNear || concern.intent > 0.5;
      const more = Math.round(1200 + 2.5 * concern.enemyNear);
      return lacking && establishment > concern.ownNear * 1.3 ? Math.min(establishment, more) : 0;
    }
    case 'alert':
      return concern.intent > 0.4 ? 1 : 0;
    case 'demand':
      return concern.heldByEnemy && concern.ours ? 1 : 0;
    case 'propose':
      return concern.activity >= 4 || view.ownLoss > 100 ? 1 : 0;
    case 'stand-down':
      return 0;
  }
}
