import { FOR, logNormal, uniform } from '../draw.ts';
import { emit } from '../emit.ts';
import type { Model, PublicModel } from '../model.ts';
import type { OfficeInfo, OfficeLinkInfo } from '../office-model.ts';
import { oncePer } from '../once-per.ts';
import { P } from '../parameters.ts';
import type { StandingOrder } from '../standing.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, onTheHalfHour } from '../time.ts';
import { LIGHTS, MESSAGE_KINDS, codeOf, type Act, type MessageKind } from '../vocabulary.ts';
import { intentAt } from './picture.ts';
import { saidHolder } from './said-holder.ts';
import { partnerOf } from './wire-talk.ts';
import { PICTURE_KINDS, type Message, type Run } from '../world/world.ts';

/** What a sender says; everything else has a neutral default. */
export interface Draft {
  readonly kind: MessageKind;
  readonly from: number;
  readonly to: number;
  readonly act?: Act;
  readonly area?: number;
  readonly men?: number;
  readonly hHourTick?: number;
  readonly plan?: string;
  readonly about?: number;
  readonly word?: string;
  readonly afterTheDeed?: boolean;
  readonly facts?: readonly number[];
  readonly standing?: StandingOrder;
  /** When it will be read, where officers bring it themselves: it is not delayed, nor lost. */
  readonly dueTick?: number;
  readonly cause: readonly string[];
}

/** Minutes by telegraph between offices that have no line of their own. Assumption: a relayed cable. */
const RELAYED_MINUTES = 360;

/** Numbers per area in a report's `facts`: area, men, guns, tanks, works, tick, activity, retold, own men, holder. */
export const FACT_WIDTH = 10;
/** Numbers ahead of the areas in `facts`: own loss, and what the sender thinks of the other side's intent (log-odds). */
export const FACT_HEAD = 2;

/** `[from * offices + to]` the line from one office to another, where there is one. */
const linksOf = oncePer(({ offices }: Model): readonly (OfficeLinkInfo | undefined)[] =>
  offices.flatMap(({ links }) => offices.map((_, to) => links.find((link) => link.to === to))),
);

/** The line from one office to another, where there is one. */
export function linkOf(model: Model, from: number, to: number): OfficeLinkInfo | undefined {
  return linksOf(model)[from * model.offices.length + to];
}

/** Whether an office is of another chain of the same side, with a line to it: neither above nor below. */
export function isNeighbour(model: PublicModel, office: number, to: number): boolean {
  const { side, chains, superiors, subordinates, links } = model.offices[office]!;
  const other = model.offices[to]!;
  if (other.side !== side || other.chains[0] === chains[0]) return false;
  if (superiors.includes(to) || subordinates.includes(to)) return false;
  return links.some((link) => link.to === to);
}

/** Sends a message. It arrives after its road's delay, or never; nothing else carries knowledge or will. */
export function send(run: Run, draft: Draft): Message {
  const { world, model } = run;
  // Drafts are of many forms: each of their fields is asked for once.
  const { kind, from, to, act = 'wait', area = -1, about = -1, dueTick, cause } = draft;
  const sender = model.offices[from]!;
  const addressee = model.offices[to]!;
  const link = linkOf(model, from, to);
  const place = area < 0 ? '' : model.areas[area]!.id;
  const number = world.nextMessage++;
  const name = `${kind}.${String(number)}`;
  const data = { message: name, to: addressee.id, act, area: place, about };
  const event = emit(run, 'message-sent', sender.id, place, cause, data);
  const occasion = codeOf(MESSAGE_KINDS, kind) * 64 + (draft.area ?? 0) + 1;
  const talking = partnerOf(run, from) === to;
  const message: Message = {
    id: number,
    kind,
    from,
    to,
    sentTick: world.tick,
    dueTick:
      dueTick ??
      onTheHalfHour(world.tick + (talking ? 1 : delayTicks(run, from, to, link, occasion))),
    act,
    area,
    men: draft.men ?? 0,
    hHourTick: draft.hHourTick ?? -1,
    plan: draft.plan ?? '',
    about,
    word: draft.word ?? '',
    afterTheDeed: draft.afterTheDeed ?? false,
    facts: draft.facts ?? [],
    event,
    standing: draft.standing ?? null,
  };
  const mayBeLost = link?.medium !== 'in-person' && !talking && dueTick === undefined;
  if (mayBeLost && isLost(run, sender, addressee, occasion)) {
    emit(run, 'message-lost', sender.id, place, [event], {
      message: name,
      to: addressee.id,
    });
  } else {
    world.mail.push(message);
  }
  if (link?.medium === 'radio') overhear(run, message, occasion);
  return message;
}

function isLost({ world }: Run, from: OfficeInfo, to: OfficeInfo, occasion: number): boolean {
  const { seed, tick, params } = world;
  const u = uniform(seed, FOR['loss-of-message'], tick, from.luckKey, to.luckKey, occasion);
  return u < params[P['message.lossChance']]!;
}

/** Papers that tell the other side what is meant. */
const TELLING: readonly MessageKind[] = ['request', 'order', 'grant', 'standing-order'];

/** What goes by radio can be picked up: the listening service reads it when it has been decoded. */
function overhear(run: Run, message: Message, occasion: number): void {
  const { world, model } = run;
  if (!TELLING.includes(message.kind) || message.area < 0) return;
  if (!model.areas[message.area]!.disputed) return;
  const sender = model.offices[message.from]!;
  for (let listener = 0; listener < model.offices.length; listener++) {
    const { listensChance, side, luckKey, id } = model.offices[listener]!;
    if (side === sender.side || listensChance <= 0) continue;
    const key = [world.seed, FOR.intercept, world.tick, sender.luckKey, luckKey] as const;
    if (uniform(...key, occasion) >= listensChance) continue;
    const hours = world.params[P['intercept.decodeHours']]!;
    const spread = logNormal(world.params[P['delay.sigma']]!, ...key, occasion + 65_536);
    const place = model.areas[message.area]!.id;
    const event = emit(run, 'message-intercepted', id, place, [message.event], {
      message: `intercept.${String(world.nextMessage)}`,
      of: `${message.kind}.${String(message.id)}`,
      from: sender.id,
    });
    world.mail.push({
      ...message,
      id: world.nextMessage++,
      kind: 'intercept',
      from: listener,
      to: listener,
      dueTick: onTheHalfHour(world.tick + Math.max(1, Math.round(hours * TICKS_PER_HOUR * spread))),
      standing: null,
      event,
    });
  }
}

/** Delay of a message in ticks: log-normal about its road's median, longer by night and in new hands. */
function delayTicks(
  { world, model }: Run,
  from: number,
  to: number,
  link: OfficeLinkInfo | undefined,
  occasion: number,
): number {
  const params = world.params;
  let median = link?.medianMinutes ?? RELAYED_MINUTES;
  const light = LIGHTS[model.sky.light[world.tick] ?? 0]!;
  if (light === 'dark' || light === 'moonlit') median *= params[P['delay.night']]!;
  const days = (world.tick - world.offices.sinceTick[to]!) / TICKS_PER_DAY;
  if (days < 30) median *= params[P['delay.newCommander']]!;
  const spread = logNormal(
    params[P['delay.sigma']]!,
    world.seed,
    FOR.delay,
    world.tick,
    model.offices[from]!.luckKey,
    model.offices[to]!.luckKey,
    occasion,
  );
  return Math.max(1, Math.round((median * spread) / 15));
}

/**
 * Packs what an office believes into the facts of a report: every area of which it knows anything. Its
 * own men and losses go to its first superior as it has them from below, since he adds up what his
 * subordinates tell him and would else count again what he told them himself; to others as it believes.
 */
export function packFacts(run: Run, office: number, to: number): number[] {
  const { world, model } = run;
  const offices = world.offices;
  const upward = model.offices[office]!.superiors[0] === to;
  const loss = upward ? lossBelow(run, office) : offices.ownLoss[office]!;
  const areas = model.areas.length;
  packed[0] = loss;
  packed[1] = intentAt(world, office, world.tick);
  let at = FACT_HEAD;
  for (let area = 0; area < areas; area++) {
    const cell = office * areas + area;
    const known =
      offices.enemyTick[cell]! >= 0 || offices.own[cell]! > 0 || offices.holder[cell]! >= 0;
    if (!known) continue;
    const enemy = cell * PICTURE_KINDS.length;
    packed[at] = area;
    packed[at + 1] = offices.enemy[enemy]!;
    packed[at + 2] = offices.enemy[enemy + 1]!;
    packed[at + 3] = offices.enemy[enemy + 2]!;
    packed[at + 4] = offices.enemy[enemy + 3]!;
    packed[at + 5] = offices.enemyTick[cell]!;
    packed[at + 6] = offices.activity[cell]!;
    packed[at + 7] = offices.retold[cell]!;
    packed[at + 8] = upward ? menBelow(run, office, area) : offices.own[cell]!;
    packed[at + 9] = saidHolder(run, office, area);
    at += FACT_WIDTH;
  }
  return packed.slice(0, at);
}

/** Facts that are being packed. Scratch: as long as the longest report so far. */
const packed: number[] = [];

/** Own men in an area: an office with troops sees its own; a staff has what its subordinates told it. */
function menBelow(run: Run, office: number, area: number): number {
  const { offices } = run.world;
  const areas = run.model.areas.length;
  const info = run.model.offices[office]!;
  if (info.units.length > 0) return offices.own[office * areas + area]!;
  let men = 0;
  for (const sub of ownSubordinatesOf(run.model)[office]!) {
    men += offices.ownRead[sub * areas + area]!;
  }
  return men;
}

function lossBelow(run: Run, office: number): number {
  const { offices } = run.world;
  const info = run.model.offices[office]!;
  if (info.units.length > 0) return offices.ownLoss[office]!;
  let loss = 0;
  for (const sub of ownSubordinatesOf(run.model)[office]!) loss += offices.lossRead[sub]!;
  return loss;
}

/** `[office]` subordinates of which it is the first superior: they tell it all they know. */
export const ownSubordinatesOf = oncePer(({ offices }: Model): readonly (readonly number[])[] =>
  offices.map(({ subordinates }, office) =>
    subordinates.filter((sub) => offices[sub]!.superiors[0] === office),
  ),
);
