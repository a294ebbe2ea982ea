import type { AnchorInfo } from '../model.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { ACTIVITIES, STANCES, codeOf } from '../vocabulary.ts';
import { createOperation } from '../systems/operations.ts';
import { raiseRung } from '../systems/rungs.ts';
import { traitOf } from '../systems/picture.ts';
import { thinStaffs } from '../systems/purge.ts';
import { assignTask } from '../systems/tasking.ts';
import { emit } from '../emit.ts';
import { PICTURE_KINDS, type Run } from './world.ts';

const RETURN_FIRE = codeOf(STANCES, 'return-fire');

/**
 * Sets a fresh world to a recorded state: who stands where, what is dug, what is believed, and the
 * orders already in hand. What happens from there on is the model's.
 */
export function applyAnchor(run: Run, anchor: AnchorInfo): void {
  const { world, model } = run;
  world.tick = anchor.tick;
  const units = world.units;
  units.stance.fill(RETURN_FIRE);
  for (const placed of anchor.units) {
    units.location[placed.unit] = placed.location;
    if (placed.strengthShare >= 0) {
      units.men[placed.unit] = Math.round(units.men[placed.unit]! * placed.strengthShare);
      units.tanks[placed.unit] = Math.round(units.tanks[placed.unit]! * placed.strengthShare);
    }
    units.fatigueDays[placed.unit] = placed.fatigueDays;
    units.readiness[placed.unit] = 1;
  }
  world.ground.holder.fill(-1);
  for (let unit = 0; unit < model.units.count; unit++) {
    const at = units.location[unit]!;
    if (at < model.grid.count) world.ground.holder[at] = model.units.side[unit]!;
  }
  for (const { hex, side } of anchor.holders) world.ground.holder[hex] = side;
  for (const work of anchor.works) {
    world.ground.trench[work.side * model.grid.count + work.hex] = work.trench;
    world.ground.wire[work.side * model.grid.count + work.hex] = work.wire;
  }
  for (const side of anchor.mayCross) world.lineBan[side] = 0;
  for (const office of anchor.shipsCalled) world.offices.shipsTick[office] = anchor.tick;
  settleOffices(run, anchor);
  thinStaffs(run);
  for (const given of anchor.grants) {
    world.offices.grants[given.office]!.push({
      kind: given.grant.kind,
      act: given.grant.act,
      area: given.grant.area,
      forceMenMax: given.grant.forceMenMax,
      by: given.office,
      tick: anchor.tick,
      event: '',
      reserved: given.grant.reserved,
      backed: true,
    });
  }
  ordersInHand(run, anchor);
}

/** Pictures as recorded, staff cycles restarted, holders of places as every office would know them. */
function settleOffices(run: Run, anchor: AnchorInfo): void {
  const { world, model } = run;
  const areas = model.areas.length;
  const offices = world.offices;
  for (let office = 0; office < model.offices.length; office++) {
    offices.cycleTick[office] = anchor.tick + offices.cycleTick[office]!;
    offices.stirred[office] = 1;
    offices.untold[office] = 1;
    offices.intentTick[office] = anchor.tick;
    for (let area = 0; area < areas; area++) {
      offices.holder[office * areas + area] = world.ground.holder[model.areas[area]!.hex]!;
    }
  }
  for (const known of anchor.knowledge) {
    const cell = known.office * areas + known.area;
    offices.enemy[cell * PICTURE_KINDS.length] = known.men;
    offices.enemy[cell * PICTURE_KINDS.length + 1] = known.guns;
    offices.enemy[cell * PICTURE_KINDS.length + 2] = known.tanks;
    offices.enemyTick[cell] = anchor.tick;
    offices.enemySince[cell] = anchor.tick - 6 * TICKS_PER_HOUR;
    offices.activity[cell] = ACTIVITIES.indexOf('digging');
    offices.intent[known.office] = 2;
    const info = model.offices[known.office]!;
    const hex = model.areas[known.area]!.hex;
    const mine = model.ground.owner[info.side * model.grid.count + hex] === info.side;
    if (mine && world.ground.holder[hex] === 1 - info.side) offices.lostTick[cell] = anchor.tick;
  }
}

/** Attacks decided before the anchor's hour, with the hour that was set for them. */
function ordersInHand(run: Run, anchor: AnchorInfo): void {
  const { world, model } = run;
  for (const order of anchor.operations) {
    const area = model.areas[order.area]!;
    let men = 0;
    for (const unit of order.units) men += world.units.men[unit]!;
    const event = emit(run, 'operation-ordered', model.offices[order.office]!.id, area.id, [], {
      operation: world.nextOperation,
      plan: order.plan,
      act: order.act,
      area: area.id,
      men,
      hHour: order.hHourTick,
      authority: 'order',
    });
    raiseRung(run, order.office, order.act, event);
    const guns = order.units.filter((unit) => isBattery(run, unit));
    for (const unit of guns)
      assignTask(run, unit, 'bombard', area.hex, order.hHourTick, 'return-fire', event);
    createOperation(run, {
      office: order.office,
      act: order.act,
      area: order.area,
      targetHex: area.hex,
      units: order.units.filter((unit) => !isBattery(run, unit)),
      hHourTick: order.hHourTick,
      preparationHours: order.preparationHours,
      plan: order.plan,
      competence: traitOf(world, order.office, 'competence'),
      event,
    });
  }
}

function isBattery(run: Run, unit: number): boolean {
  const kind = run.model.units.kind[unit]!;
  return (
    kind === 'mountain-gun' ||
    kind === 'field-gun' ||
    kind === 'howitzer' ||
    kind === 'armoured-train'
  );
}
