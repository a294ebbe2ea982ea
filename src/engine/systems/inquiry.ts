import { neighbourOf } from '../../hex/index.ts';
import { FOR, logNormal, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import type { ActOrder, AdmitOrder, RebukeOrder } from '../orders.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_HOUR, onTheHalfHour } from '../time.ts';
import { MORALES, TRAITS, codeOf } from '../vocabulary.ts';
import type { Message, Run } from '../world/world.ts';
import { asRead } from './mailbag.ts';
import { send } from './messages.ts';
import { surveyArea } from './observation.ts';
import {
  causesOf,
  dropCharges,
  idOf,
  placeOf,
  remember,
  takeFromInbox,
  tellOrder,
} from './office-records.ts';
import {
  blankSighting,
  hear,
  intentAt,
  learnHolder,
  learnOf,
  lowerIntent,
  shiftIntent,
  stir,
} from './picture.ts';
import { showTraits } from './purge.ts';
import { rebukeAssertion } from './soundings.ts';

const DESTROYED = codeOf(MORALES, 'destroyed');
const FEAR = codeOf(TRAITS, 'fear');

/** What of an inquiry is drawn: how long it takes, and what the tape says. */
const LASTS = 0;
const TAPE = 1;

/**
 * An office sends officers of its staff to look at a place for themselves. What they find is a message of the office
 * to itself, which they bring: it is neither read by others nor lost. Source: events E031 and E036.
 */
export function inquire(run: Run, order: ActOrder): void {
  const { world, model } = run;
  const { office, area } = order;
  remember(run, order);
  const event = tellOrder(run, order, causesOf(run, office));
  dropCharges(run, office, order.act, area);
  const spread = logNormal(
    world.params[P['delay.sigma']]!,
    world.seed,
    FOR.inquiry,
    world.tick,
    model.offices[office]!.luckKey,
    model.areas[area]!.luckKey,
    LASTS,
  );
  const ticks = Math.round(world.params[P['inquiry.hours']]! * TICKS_PER_HOUR * spread);
  send(run, {
    kind: 'finding',
    from: office,
    to: office,
    act: order.act,
    area,
    dueTick: onTheHalfHour(world.tick + Math.max(1, ticks)),
    cause: [event],
  });
}

/** What the officers saw. Scratch. */
const seen = blankSighting();

/**
 * The officers report: the office learns what stands at the place as its own eyes would see it, without an error of
 * counting. Where men or works of its own side are over the line that its side claims it thinks less ill of the
 * other side, and has the finding on its desk.
 */
export function readFinding(run: Run, message: Message): void {
  const { world, model } = run;
  const { to, area } = message;
  surveyArea(run, 1 - model.offices[to]!.side, area, seen);
  seen.tick = world.tick;
  const sighted = learnOf(run, to, seen);
  const taken = learnHolder(run, to, area, world.ground.holder[model.areas[area]!.hex]!);
  const fault = isOverLine(run, message);
  const place = placeOf(run, area);
  const event = emit(run, 'inquiry-found', idOf(run, to), place, [message.event], {
    area: place,
    fault,
  });
  if (sighted || taken) hear(run, to);
  if (!fault) return;
  shiftIntent(run, to, -world.params[P['inquiry.weight']]!);
  // Who has nobody above him has nobody to tell.
  if (model.offices[to]!.superiors.length === 0) return;
  world.offices.inbox[to]!.push(asRead(message, event));
  stir(run, to);
}

/**
 * Whether men or works of the reader's side are found over the line that it claims. Those in a hex beyond it are so for
 * certain; for those on a place with the other side's ground beside it the tape decides. Source: event E031, three
 * metres; Assumption for the chance.
 */
function isOverLine(run: Run, { to, area, sentTick }: Message): boolean {
  const { world, model } = run;
  const { grid, ground } = model;
  const { side, luckKey } = model.offices[to]!;
  const line = side * grid.count;
  for (let hex = 0; hex < grid.count; hex++) {
    if (ground.area[hex] !== area || ground.owner[line + hex] === side) continue;
    if (isUsed(run, side, hex)) return true;
  }
  const { hex, luckKey: place } = model.areas[area]!;
  if (ground.owner[line + hex] !== side || !isUsed(run, side, hex)) return false;
  if (!bordersOnTheirs(run, side, hex)) return false;
  const u = uniform(world.seed, FOR.inquiry, sentTick, luckKey, place, TAPE);
  return u < world.params[P['inquiry.overLine']]!;
}

/** Whether a side has men or works in a hex. */
function isUsed({ world, model }: Run, side: number, hex: number): boolean {
  if (world.ground.trench[side * model.grid.count + hex]! > 0) return true;
  const { location, morale, men } = world.units;
  for (let unit = 0; unit < model.units.count; unit++) {
    if (location[unit] !== hex || model.units.side[unit] !== side) continue;
    if (morale[unit] !== DESTROYED && men[unit]! > 0) return true;
  }
  return false;
}

function bordersOnTheirs({ model }: Run, side: number, hex: number): boolean {
  const { grid, ground } = model;
  for (let direction = 0; direction < 6; direction++) {
    const next = neighbourOf(grid, hex, direction);
    if (next >= 0 && ground.owner[side * grid.count + next] === 1 - side) return true;
  }
  return false;
}

/** An office tells its first superior that its own side is over the line, and what it now thinks of the other; or keeps it. */
export function admit(run: Run, order: AdmitOrder): void {
  const { office } = order;
  const finding = takeFromInbox(run, office, order.finding)!;
  if (!order.admits) return;
  const to = run.model.offices[office]!.superiors[0]!;
  const place = placeOf(run, finding.area);
  const event = emit(run, 'fault-admitted', idOf(run, office), place, [finding.event], {
    area: place,
    to: idOf(run, to),
  });
  send(run, {
    kind: 'admission',
    from: office,
    to,
    act: finding.act,
    area: finding.area,
    facts: [intentAt(run.world, office, run.world.tick)],
    cause: [event],
  });
}

/**
 * A superior reads it. He gives the opinion of the man who looked as much heed as any other, the less the more his
 * side has committed itself in public. Assumption: who has said aloud that the ground is his does not hear it.
 */
export function readAdmission(run: Run, message: Message): void {
  const { world, model } = run;
  const { to, facts } = message;
  lowerIntent(run, to, facts[0]!, 1 - world.talks.commitment[model.offices[to]!.side]!);
  world.offices.inbox[to]!.push(message);
  stir(run, to);
}

/** A superior rebukes the one who told him, or who told him of others what they deny; or lets it be. */
export function rebuke(run: Run, { office, paper, rebukes }: RebukeOrder): void {
  const found = run.world.offices.inbox[office]!.find(({ id }) => id === paper)!;
  if (found.kind === 'request') {
    if (rebukes) rebukeAssertion(run, office, found);
    return;
  }
  takeFromInbox(run, office, paper);
  if (!rebukes) return;
  const { from, area, act, event: read } = found;
  const place = placeOf(run, area);
  const event = emit(run, 'admission-rebuked', idOf(run, office), place, [read], {
    area: place,
    to: idOf(run, from),
  });
  send(run, { kind: 'rebuke', from: office, to: from, act, area, cause: [event] });
}

/**
 * Who reads a rebuke fears more from then on, and where people are removed from their posts it is held against him.
 * Assumption: it is a trait of the man, and goes with him.
 */
export function readRebuke(run: Run, { to }: Message): void {
  const { offices, params, tick } = run.world;
  const at = to * TRAITS.length + FEAR;
  offices.ownTraits[at] = Math.min(1, offices.ownTraits[at]! + params[P['inquiry.rebuke']]!);
  offices.rebukedTick[to] = tick;
  showTraits(run, to);
}
