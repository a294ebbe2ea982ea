import { FOR, normal } from '../draw.ts';
import { emit } from '../emit.ts';
import { exp } from '../math.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import { FORCEFUL, type Act } from '../vocabulary.ts';
import { PICTURE_KINDS, type Grant, type Message, type Run } from '../world/world.ts';
import { readRules } from './engagement-orders.ts';
import { readAdmission, readFinding, readRebuke } from './inquiry.ts';
import { asRead, nextMailTick, takeArrived } from './mailbag.ts';
import { FACT_HEAD, FACT_WIDTH, send } from './messages.ts';
import {
  blankSighting,
  callOnSpot,
  hear,
  intentAt,
  keptShare,
  learnHolder,
  learnOf,
  raiseIntent,
  shiftIntent,
  stir,
  traitOf,
} from './picture.ts';
import { keepStanding } from './office-records.ts';
import { hasMet } from './parley.ts';
import { tellTruce } from './truce.ts';
import { partnerOf } from './wire-talk.ts';

/** Orders that tell the addressee what his superior thinks is coming. */
const SHOW_OF_FORCE: readonly Act[] = ['alert', 'concentrate'];

/** Delivers what has arrived by now, oldest first. */
export function deliverMail(run: Run): void {
  const { world } = run;
  if (nextMailTick(run) > world.tick) return;
  for (const message of takeArrived(world)) read(run, message);
}

function read(run: Run, message: Message): void {
  const { world, model } = run;
  const offices = world.offices;
  const to = message.to;
  const event = emit(run, 'message-read', model.offices[to]!.id, '', [message.event], {
    message: `${message.kind}.${String(message.id)}`,
    from: model.offices[message.from]!.id,
    minutes: (world.tick - message.sentTick) * 15,
  });
  if (message.kind === 'report') {
    readReport(run, message);
    return;
  }
  const heard = asRead(message, event);
  switch (message.kind) {
    case 'note':
      // A demand for ground is a sign that somebody means to have it, and is told round like any news.
      shiftIntent(run, to, world.params[P['intent.demand']]!);
      offices.inbox[to]!.push(heard);
      hear(run, to);
      return;
    case 'request':
    case 'proposal':
    case 'sounding':
      offices.inbox[to]!.push(heard);
      stir(run, to);
      return;
    case 'parley':
      // Where they have met already he is told so. Else he stands before the line, and is not kept waiting for a sitting.
      if (hasMet(run, to, message.area)) return;
      offices.inbox[to]!.push(heard);
      callOnSpot(run, to);
      return;
    case 'order':
      if (!isInHand(run, message)) {
        enterCharge(run, heard);
        stir(run, to, true);
        if (partnerOf(run, to) === message.from) callOnSpot(run, to);
      }
      // An order is a paper as well: it covers the act in the eyes of the one who gets it, and the way there.
      pushGrant(run, heard, 'grant');
      if (FORCEFUL.includes(message.act)) pushGrant(run, heard, 'grant', 'concentrate');
      // Who is told to gather or to stand to is told what the one above thinks is coming.
      if (SHOW_OF_FORCE.includes(message.act)) {
        raiseIntent(run, to, intentAt(world, message.from, world.tick));
      }
      return;
    case 'grant':
      pushGrant(run, heard, 'grant');
      settle(run, heard);
      return;
    case 'refusal':
    case 'opinion':
      settle(run, heard);
      return;
    case 'ban':
      pushGrant(run, heard, 'ban');
      passBanDown(run, heard);
      stir(run, to);
      return;
    case 'answer':
      readAnswer(run, heard);
      return;
    case 'standing-order':
      keepStanding(run, to, message.standing!);
      stir(run, to);
      return;
    case 'intercept':
      shiftIntent(run, to, world.params[P['intent.intercept']]!);
      hear(run, to);
      return;
    case 'rules':
      readRules(run, heard);
      return;
    case 'appeal':
      offices.appealTick[to * model.areas.length + message.area] = world.tick;
      stir(run, to);
      return;
    case 'finding':
      readFinding(run, heard);
      return;
    case 'admission':
      readAdmission(run, heard);
      return;
    case 'rebuke':
      readRebuke(run, heard);
      return;
    case 'agreement':
      tellTruce(run, to, message.hHourTick, event);
      return;
  }
}

/** Hours from its H-hour in which an attack is still the one that was ordered; and from any other act. Assumption. */
const ATTACK_IN_HAND_HOURS = 10;
const ACT_IN_HAND_HOURS = 24;

/** Whether the addressee is doing already what the order says, so that there is nothing to think about. */
export function isInHand(run: Run, order: Pick<Message, 'to' | 'act' | 'area'>): boolean {
  const hours = FORCEFUL.includes(order.act) ? ATTACK_IN_HAND_HOURS : ACT_IN_HAND_HOURS;
  for (const deed of run.world.offices.deeds[order.to]!) {
    if (deed.act !== order.act || deed.area !== order.area) continue;
    if (run.world.tick - deed.dueTick < hours * TICKS_PER_HOUR) return true;
  }
  return false;
}

/** Puts an order on the addressee's desk, in the place of an older one of the same kind. */
function enterCharge(run: Run, order: Message): void {
  const { charges } = run.world.offices;
  charges[order.to] = charges[order.to]!.filter(
    (charge) => charge.act !== order.act || charge.area !== order.area,
  );
  charges[order.to]!.push({
    act: order.act,
    area: order.area,
    men: order.men,
    hHourTick: order.hHourTick,
    by: order.from,
    plan: order.plan,
    tick: run.world.tick,
    event: order.event,
  });
}

/**
 * Enters a grant or ban; the same word of the same office on the same thing is replaced by the newer.
 * Assumption: the half on top is what nobody counts.
 */
function pushGrant(run: Run, message: Message, kind: 'grant' | 'ban', act = message.act): void {
  const { grants } = run.world.offices;
  const word: Grant = {
    kind,
    act,
    area: message.area,
    // Leave for so many men is leave for half as many again: nobody counts companies that closely.
    forceMenMax: Math.max(message.men, 1) * 1.5,
    by: message.from,
    tick: run.world.tick,
    event: message.event,
    reserved: false,
    backed: message.word === 'backed',
  };
  const words = withoutSame(grants[message.to]!, word);
  words.push(word);
  grants[message.to] = words;
}

/** A list without the same word, or the list itself where it is not in it. */
function withoutSame(list: Grant[], word: Grant): Grant[] {
  for (const each of list) {
    if (isSame(each, word)) return list.filter((other) => !isSame(other, word));
  }
  return list;
}

/** Whether two are the same word of the same office on the same thing. */
function isSame(one: Grant, other: Grant): boolean {
  if (one.area !== other.area || one.by !== other.by) return false;
  return one.act === other.act && one.kind === other.kind;
}

/** Answers after the deed that make a man certain of what becomes of the next. Assumption: four alike. */
const PRECEDENTS = 4;

/**
 * What a man is told after an unbidden deed of his, covered or disowned, is what he expects of the next one. Nobody
 * else hears of it.
 */
function learnPrecedent({ world: { offices } }: Run, { to, kind, afterTheDeed }: Message): void {
  if (!afterTheDeed) return;
  const step = (kind === 'grant' ? -1 : 1) / PRECEDENTS;
  offices.precedent[to] = Math.max(-1, Math.min(1, offices.precedent[to]! + step));
}

/** An answer closes the request it is about, and is kept for the office to think about. */
function settle(run: Run, message: Message): void {
  const offices = run.world.offices;
  learnPrecedent(run, message);
  offices.pending[message.to] = offices.pending[message.to]!.filter(
    (request) => request.id !== message.about,
  );
  offices.inbox[message.to]!.push(message);
  stir(run, message.to);
}

/**
 * A report enters the picture area by area where it is newer. Each hand colours the numbers: enemy men
 * upwards, own men as they are, by a factor whose spread and lean grow with the reporter's fear.
 */
function readReport(run: Run, message: Message): void {
  const { world, model } = run;
  const offices = world.offices;
  const facts = message.facts;
  const to = message.to;
  const areas = model.areas.length;
  const first = model.offices[message.from]!.superiors[0] === to;
  let material = false;
  for (let at = FACT_HEAD; at + FACT_WIDTH <= facts.length; at += FACT_WIDTH) {
    const area = facts[at]!;
    const cell = to * areas + area;
    // What was seen earlier than what is known, or is the same by another road, tells nothing of the enemy.
    const newer = facts[at + 5]! > offices.enemyTick[cell]!;
    if (newer && readSighting(run, message, at)) material = true;
    const men = facts[at + 8]!;
    if (first) {
      const read = message.from * areas + area;
      const change = men - offices.ownRead[read]!;
      offices.ownRead[read] = men;
      offices.own[cell] = Math.max(0, offices.own[cell]! + change);
    } else {
      offices.own[cell] = Math.max(offices.own[cell]!, men);
    }
    // Who holds a place is believed of the one who stands there, or who has seen it last.
    const holder = facts[at + 9]!;
    const knows = men > 0 || newer;
    if (knows && holder >= NOBODY_HOLDS && learnHolder(run, to, area, holder)) material = true;
  }
  // Losses are the reporter's reckoning of all below him: the first superior adds up its subordinates.
  const loss = facts[0] ?? 0;
  if (first) {
    offices.ownLoss[to] = offices.ownLoss[to]! + loss - offices.lossRead[message.from]!;
    offices.lossRead[message.from] = loss;
  } else {
    offices.ownLoss[to] = Math.max(offices.ownLoss[to]!, loss);
  }
  if (raiseIntent(run, to, facts[1] ?? -Infinity)) material = true;
  if (!material) return;
  // What an equal passes on he tells the others himself: it is thought about, not told round again.
  if (isEqual(run, message)) stir(run, to);
  else hear(run, to);
  if (partnerOf(run, to) === message.from) callOnSpot(run, to);
}

/** Holder of a place that is nobody's; below it stands what a report does not say. */
const NOBODY_HOLDS = -1;

/** The sighting that is being read. Scratch. */
const told = blankSighting();

/**
 * What a report says of the enemy in one area.
 * @param at where the area begins in the facts.
 * @returns whether it was news.
 */
function readSighting(run: Run, message: Message, at: number): boolean {
  const { world, model } = run;
  const { to, facts } = message;
  const { enemy, enemyTick } = world.offices;
  const area = facts[at]!;
  const cell = to * model.areas.length + area;
  // Who stands there counts best; of others' counts the larger stands until it is old.
  const kept = facts[at + 8]! > 0 ? 0 : keptShare(world, enemyTick[cell]!);
  const believed = cell * PICTURE_KINDS.length;
  told.area = area;
  told.men = Math.max(coloured(run, message, area, facts[at + 1]!), kept * enemy[believed]!);
  told.guns = Math.max(facts[at + 2]!, kept * enemy[believed + 1]!);
  told.tanks = Math.max(facts[at + 3]!, kept * enemy[believed + 2]!);
  told.works = Math.max(facts[at + 4]!, kept * enemy[believed + 3]!);
  told.activity = facts[at + 6]!;
  told.tick = facts[at + 5]!;
  told.retold = facts[at + 7]! + 1;
  return learnOf(run, to, told);
}

/** The enemy men of a report as the one who reads it takes them; nobody remains nobody. */
function coloured(run: Run, { from, to, sentTick }: Message, area: number, men: number): number {
  if (men === 0) return 0;
  const { world, model } = run;
  const deviate = normal(
    world.seed,
    FOR.report,
    sentTick,
    model.offices[from]!.luckKey,
    model.offices[to]!.luckKey,
    area,
  );
  const lean = world.params[P['report.lean']]! * (0.5 + traitOf(world, from, 'fear'));
  return men * exp(lean + world.params[P['report.spread']]! * deviate);
}

/** Whether a message comes from an office of the same level that is neither above nor below. */
function isEqual(run: Run, message: Message): boolean {
  const from = run.model.offices[message.from]!;
  const to = run.model.offices[message.to]!;
  if (from.echelon !== to.echelon) return false;
  return !from.superiors.includes(message.to) && !to.superiors.includes(message.from);
}

/**
 * What the other side answers to a note or an offer tells of its intent. The ministry that asked tells the other
 * staffs of its capital what the answer was; they learn from it what it did. Assumption: by the wires it has to them,
 * and with the same weight.
 */
function readAnswer(run: Run, message: Message): void {
  const { offices } = run.model;
  const { to, word } = message;
  const refusal = run.world.params[P['intent.refusal']]!;
  if (word === 'reject') shiftIntent(run, to, refusal);
  else if (word === 'accept') shiftIntent(run, to, -refusal * 2);
  const { side, links } = offices[to]!;
  if (offices[message.from]!.side === side) {
    hear(run, to);
    return;
  }
  settle(run, message);
  for (const link of links) {
    const other = offices[link.to]!;
    if (other.side !== side || other.echelon !== 'capital') continue;
    send(run, { kind: 'answer', from: to, to: link.to, word, cause: [message.event] });
  }
}

/** A ban is a circular: whoever reads it sends it on to all below him. */
function passBanDown(run: Run, message: Message): void {
  const info = run.model.offices[message.to]!;
  for (const subordinate of info.subordinates) {
    if (run.model.offices[subordinate]!.superiors[0] !== message.to) continue;
    send(run, {
      kind: 'ban',
      from: message.to,
      to: subordinate,
      act: message.act,
      area: message.area,
      word: message.word,
      cause: [message.event],
    });
  }
}
