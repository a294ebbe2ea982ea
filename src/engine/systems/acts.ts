import { neighbourOf } from '../../hex/index.ts';
import { emit } from '../emit.ts';
import type { ActOrder } from '../orders.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { FORCEFUL, type Act, type Task } from '../vocabulary.ts';
import type { Run } from '../world/world.ts';
import { isCovered } from './authority.ts';
import { baitHexOf } from './bait.ts';
import { pickUnits, rearOf } from './forces.ts';
import {
  causesOf,
  dropCharges,
  idOf,
  noteOrder,
  placeOf,
  refuse,
  remember,
  tellOrder,
  tellUncovered,
} from './office-records.ts';
import { liftLineBan } from './line-ban.ts';
import { inquire } from './inquiry.ts';
import { createOperation } from './operations.ts';
import { traitOf } from './picture.ts';
import { mobilise } from './mobilisation.ts';
import { stopFor } from './rails.ts';
import { BATTLE_MEN, raiseRung, raiseToBattle } from './rungs.ts';
import { callShips } from './sea-lift.ts';
import { shootOnOrder } from './single-shot.ts';
import { assignTask, releaseUnit } from './tasking.ts';

/** Acts that units off the battlefield can be told to do. */
const FROM_AFAR: readonly Act[] = ['reinforce', 'concentrate', 'alert', 'strike', 'provoke'];

/** Acts for which no units are picked: an office's word is enough, or the party that is there already. */
const WITHOUT_UNITS: Readonly<Partial<Record<Act, (run: Run, order: ActOrder) => void>>> = {
  shoot: shootOnOrder,
  mobilise,
  'cross-line': liftLineBan,
  inquire,
};

/** The office acts, with its own units or by its word. */
export function act(run: Run, order: ActOrder): void {
  const { world, model } = run;
  const byWord = WITHOUT_UNITS[order.act];
  if (byWord !== undefined) {
    byWord(run, order);
    return;
  }
  const { side } = model.offices[order.office]!;
  if (order.act === 'provoke' && baitHexOf(run, side, order.area) < 0) {
    refuse(run, order, 'no-ground');
    return;
  }
  const hex = model.areas[order.area]!.hex;
  const afar = FROM_AFAR.includes(order.act);
  const units = pickUnits(run, order.office, order.act, hex, order.men, afar);
  const shipsOnly = order.act === 'alert' && model.offices[order.office]!.hasShips;
  if (units.length === 0 && !shipsOnly) {
    // Troops that have gathered already are no failure to gather them.
    if (order.act === 'concentrate') {
      remember(run, order);
      dropCharges(run, order.office, order.act, order.area);
    } else refuse(run, order, 'no-units');
    return;
  }
  remember(run, order);
  const causes = causesOf(run, order.office);
  const counted = order.act === 'strike' ? world.units.aircraft : world.units.men;
  let men = 0;
  for (const unit of units) men += counted[unit]!;
  checkAuthority(run, order, men, causes);
  dropCharges(run, order.office, order.act, order.area);
  if (order.act === 'eject' || order.act === 'assault') {
    attack(run, order, units, men, causes);
    return;
  }
  const event = tellOrder(run, order, causes);
  if (FORCEFUL.includes(order.act)) raiseRung(run, order.office, order.act, event);
  giveTasks(run, order, units, event);
}

/** Records an act that used a power without leave. */
function checkAuthority(run: Run, order: ActOrder, men: number, causes: readonly string[]): void {
  const { act, area } = order;
  // Leave is for the number wanted: that companies do not divide is no breach of it.
  if (isCovered(run, order.office, { act, area, men: Math.min(men, order.men) })) return;
  tellUncovered(run, order, causes);
}

function attack(
  run: Run,
  order: ActOrder,
  units: number[],
  men: number,
  causes: readonly string[],
): void {
  const { world, model } = run;
  const hHourTick = Math.max(order.hHourTick, world.tick + 1);
  const event = emit(
    run,
    'operation-ordered',
    idOf(run, order.office),
    placeOf(run, order.area),
    causes,
    {
      operation: world.nextOperation,
      plan: order.plan,
      act: order.act,
      area: placeOf(run, order.area),
      men,
      hHour: hHourTick,
      authority: order.authority,
    },
  );
  noteOrder(run, order.office, event);
  raiseRung(run, order.office, order.act, event);
  if (menAttacking(run, model.offices[order.office]!.side) + men >= BATTLE_MEN) {
    raiseToBattle(run, order.office, event);
  }
  createOperation(run, {
    office: order.office,
    act: order.act,
    area: order.area,
    targetHex: model.areas[order.area]!.hex,
    units,
    hHourTick,
    preparationHours: (hHourTick - world.tick) / TICKS_PER_HOUR,
    plan: order.plan,
    competence: traitOf(world, order.office, 'competence'),
    event,
  });
}

/** Men of all attacks of a side that have been ordered and are not over. */
function menAttacking({ world }: Run, side: number): number {
  let men = 0;
  for (const operation of world.operations) {
    if (operation.side !== side) continue;
    for (const unit of operation.units) men += world.units.men[unit]!;
  }
  return men;
}

const TASK_OF: Readonly<Partial<Record<Act, Task>>> = {
  post: 'fortify',
  fortify: 'fortify',
  patrol: 'patrol',
  reinforce: 'march',
  concentrate: 'march',
  bombard: 'bombard',
  strike: 'strike',
  withdraw: 'withdraw',
  provoke: 'bait',
};

function giveTasks(run: Run, order: ActOrder, units: readonly number[], event: string): void {
  const { world, model } = run;
  const target =
    order.act === 'provoke'
      ? baitHexOf(run, model.offices[order.office]!.side, order.area)
      : model.areas[order.area]!.hex;
  if (order.act === 'alert') {
    for (const unit of units) world.units.readiness[unit] = 1;
    emit(run, 'alert-raised', idOf(run, order.office), '', [event], {
      side: model.sides[model.offices[order.office]!.side]!.id,
      level: 1,
    });
    callShips(run, order.office, event);
    return;
  }
  if (order.act === 'stand-down') {
    for (const unit of units) releaseUnit(run, unit);
    return;
  }
  // Who has stopped for the truce does not take up arms again with a spade.
  const stance = world.offices.truceKept[order.office] === 1 ? 'hold-fire' : 'return-fire';
  const task = TASK_OF[order.act];
  if (task === undefined) return;
  let men = 0;
  for (const unit of units) {
    const spread = order.act === 'reinforce' || order.act === 'concentrate';
    const goal =
      order.act === 'withdraw'
        ? rearOf(run, unit)
        : spread
          ? roomNear(run, unit, target, men)
          : target;
    // What a battery fires at is no place it has to come to.
    const stop = task === 'bombard' ? goal : stopFor(run, unit, goal);
    assignTask(run, unit, task, stop, world.tick + 1, stance, event);
    men += world.units.men[unit]!;
  }
  if (order.act === 'concentrate') {
    emit(
      run,
      'formation-concentrating',
      idOf(run, order.office),
      placeOf(run, order.area),
      [event],
      {
        office: idOf(run, order.office),
        to: placeOf(run, order.area),
        men,
      },
    );
  }
}

/** Men for whom one hex of 500 m is room enough in reserve. Assumption: a battalion. */
const ROOM_MEN = 700;

/** The place itself for the first battalion, then the hexes about it that the side claims, by rote. */
function roomNear(run: Run, unit: number, target: number, menBefore: number): number {
  const { model } = run;
  const turn = Math.floor(menBefore / ROOM_MEN);
  if (turn === 0) return target;
  const side = model.units.side[unit]!;
  const open: number[] = [];
  for (let direction = 0; direction < 6; direction++) {
    const hex = neighbourOf(model.grid, target, direction);
    const width = model.ground.passableMetres[target * 6 + direction]!;
    if (hex < 0 || width === 0) continue;
    if (model.ground.owner[side * model.grid.count + hex] !== side) continue;
    open.push(hex);
  }
  return open.length === 0 ? target : open[(turn - 1) % open.length]!;
}
