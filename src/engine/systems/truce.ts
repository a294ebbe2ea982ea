import { emit } from '../emit.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { STANCES, codeOf } from '../vocabulary.ts';
import type { Message, Run } from '../world/world.ts';
import { unitsOf } from './eyes.ts';
import { ownSubordinatesOf, send } from './messages.ts';
import { dropCharges } from './office-records.ts';
import { callOff } from './operations.ts';
import { releaseUnit } from './tasking.ts';
import { stir } from './picture.ts';

const HOLD_FIRE = codeOf(STANCES, 'hold-fire');

/** A proposal is accepted: an hour is fixed, and both capitals send it down their chains. */
export function agree(run: Run, office: number, proposal: Message, cause: string): void {
  const { world, model } = run;
  if (world.talks.agreedTick >= 0) return;
  const hours = world.params[P['talks.hoursToTruce']]!;
  const truceTick = world.tick + Math.max(1, Math.round(hours * TICKS_PER_HOUR));
  world.talks.agreedTick = world.tick;
  world.talks.truceTick = truceTick;
  const event = emit(run, 'truce-agreed', model.offices[office]!.id, '', [proposal.event, cause], {
    hour: truceTick,
    line: proposal.word,
  });
  model.sides.forEach(({ capitalOffice }, side) => {
    tellTruce(run, capitalOffice, truceTick, event);
    if (side === leaverOf(run, proposal)) promiseToLeave(run, capitalOffice, truceTick, event);
  });
}

/** The side that leaves the disputed ground by the terms of an offer, -1 where each stops where he stands. */
function leaverOf({ model }: Run, { from, word }: Message): number {
  const { side } = model.offices[from]!;
  if (word === 'ground') return 1 - side;
  return word === 'withdraw' ? side : -1;
}

/** What a capital has agreed to it has on its desk like an order: to call its men back from every disputed place. */
function promiseToLeave(run: Run, capital: number, truceTick: number, event: string): void {
  const { world, model } = run;
  const { offices } = world;
  model.areas.forEach(({ disputed }, area) => {
    if (!disputed) return;
    offices.charges[capital]!.push({
      act: 'withdraw',
      area,
      men: Math.max(1, Math.round(offices.own[capital * model.areas.length + area]!)),
      hHourTick: truceTick,
      by: capital,
      plan: '',
      tick: world.tick,
      event,
    });
  });
  stir(run, capital);
}

/**
 * An office learns of the truce and passes it on at once to all below it and to its ministry. Offices
 * that have not heard fight on.
 */
export function tellTruce(run: Run, office: number, truceTick: number, cause: string): void {
  const { world, model } = run;
  if (world.offices.truceTold[office] === truceTick) return;
  world.offices.truceTold[office] = truceTick;
  world.offices.truceEvent[office] = cause;
  // What was to be offered has been agreed.
  dropCharges(run, office, 'propose', -1);
  stir(run, office);
  for (const subordinate of ownSubordinatesOf(model)[office]!) {
    tellOne(run, office, subordinate);
  }
}

function tellOne(run: Run, from: number, to: number): void {
  const hHourTick = run.world.offices.truceTold[from]!;
  send(run, { kind: 'agreement', from, to, hHourTick, cause: truceCauses(run, from) });
}

/** What an office goes by that acts on the truce: the event in which it was told. */
export function truceCauses({ world }: Run, office: number): string[] {
  const told = world.offices.truceEvent[office]!;
  return told === '' ? [] : [told];
}

/**
 * Word of the truce that has been lost is sent again at the turn of the day, to those who have not confirmed it.
 * Assumption: a staff confirms such an order at once, and its answer comes through; without one it is repeated daily.
 */
export function repeatTruce(run: Run): void {
  const { world, model } = run;
  const { truceTick } = world.talks;
  if (truceTick < 0) return;
  const { truceTold } = world.offices;
  for (let office = 0; office < model.offices.length; office++) {
    if (truceTold[office] !== truceTick) continue;
    for (const subordinate of ownSubordinatesOf(model)[office]!) {
      if (truceTold[subordinate] === truceTick || isUnderWay(run, office, subordinate)) continue;
      tellOne(run, office, subordinate);
    }
  }
}

function isUnderWay({ world }: Run, from: number, to: number): boolean {
  return world.mail.some(
    (mail) => mail.kind === 'agreement' && mail.from === from && mail.to === to,
  );
}

/** At the hour, the units of every office that has been told stop. */
export function keepTruce(run: Run): void {
  const { world, model } = run;
  if (world.talks.truceTick < 0 || world.tick < world.talks.truceTick) return;
  for (let office = 0; office < model.offices.length; office++) {
    const told = world.offices.truceTold[office]!;
    if (told < 0 || world.tick < told || world.offices.truceKept[office] === 1) continue;
    world.offices.truceKept[office] = 1;
    for (const operation of world.operations) {
      if (operation.office === office && operation.phase !== 'ended') callOff(run, operation);
    }
    world.operations = world.operations.filter((operation) => operation.phase !== 'ended');
    let stopped = false;
    for (const unit of unitsOf(run, office)) {
      if (world.units.stance[unit] === HOLD_FIRE) continue;
      world.units.stance[unit] = HOLD_FIRE;
      releaseUnit(run, unit);
      stopped = true;
    }
    if (stopped) {
      world.groundDueTick = -1;
      emit(run, 'fire-ceased', model.offices[office]!.id, '', truceCauses(run, office), {
        side: model.sides[model.offices[office]!.side]!.id,
      });
    }
  }
}
