import { oncePer } from '../once-per.ts';
import type { Message, Run, World } from '../world/world.ts';

/** Takes what has arrived by now out of the mail. */
export function takeArrived(world: World): readonly Message[] {
  const { mail, tick } = world;
  const arrived: Message[] = [];
  let waiting = 0;
  let earliest = Infinity;
  for (const message of mail) {
    if (message.dueTick <= tick) {
      arrived.push(message);
    } else {
      mail[waiting++] = message;
      if (message.dueTick < earliest) earliest = message.dueTick;
    }
  }
  mail.length = waiting;
  const found = lookedThroughOf(world);
  found.mail = mail;
  found.count = waiting;
  found.earliest = earliest;
  return arrived;
}

/**
 * The earliest of the mail that has been looked through. Scratch: the list is added to or replaced, and only
 * `takeArrived` takes anything out of it.
 */
const lookedThroughOf = oncePer((_world: World): LookedThrough => {
  return { mail: [], count: 0, earliest: Infinity };
});

interface LookedThrough {
  mail: readonly Message[];
  count: number;
  earliest: number;
}

/** Earliest tick at which a message can be read, or Infinity. */
export function nextMailTick({ world }: Run): number {
  const found = lookedThroughOf(world);
  const { mail } = world;
  if (found.mail !== mail) {
    found.mail = mail;
    found.count = 0;
    found.earliest = Infinity;
  }
  for (; found.count < mail.length; found.count++) {
    found.earliest = Math.min(found.earliest, mail[found.count]!.dueTick);
  }
  return found.earliest;
}

/** A message as its reader keeps it: with the event of its reading. Field by field, as a message is sent: a spread is slow. */
export function asRead(message: Message, event: string): Message {
  return {
    id: message.id,
    kind: message.kind,
    from: message.from,
    to: message.to,
    sentTick: message.sentTick,
    dueTick: message.dueTick,
    act: message.act,
    area: message.area,
    men: message.men,
    hHourTick: message.hHourTick,
    plan: message.plan,
    about: message.about,
    word: message.word,
    afterTheDeed: message.afterTheDeed,
    facts: message.facts,
    event,
    standing: message.standing,
  };
}
