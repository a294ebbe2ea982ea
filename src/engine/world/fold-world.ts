import { ACTS, MESSAGE_KINDS } from '../vocabulary.ts';
import { foldNumber, foldText, foldValue, foldWord } from './hash.ts';
import type { Charge, Deed, Grant, Message, OfficeState, World } from './world.ts';

/**
 * Folds the state of a run into its chain, once a simulated day: all typed arrays, and of every list of
 * records what tells one record from another. The generic `foldValue` would do the same and cost ten
 * times as much.
 */
export function foldWorld(chain: Uint32Array, world: World): void {
  foldWord(chain, world.tick);
  foldWord(chain, world.eventCount);
  foldValue(chain, world.units);
  foldValue(chain, world.ground);
  foldValue(chain, world.talks);
  foldValue(chain, world.tally);
  foldValue(chain, world.otherFronts);
  foldOffices(chain, world.offices);
  foldMessages(chain, world.mail);
  foldWord(chain, world.operations.length);
  for (const operation of world.operations) {
    foldWord(chain, operation.id);
    foldWord(chain, operation.hHourTick);
    foldNumber(chain, operation.loss);
    foldText(chain, operation.phase);
    for (const unit of operation.units) foldWord(chain, unit);
  }
}

function foldOffices(chain: Uint32Array, offices: OfficeState): void {
  const { grants, charges, deeds, inbox, pending, ...rest } = offices;
  foldValue(chain, rest);
  for (const list of grants) foldList(chain, list, foldGrant);
  for (const list of charges) foldList(chain, list, foldCharge);
  for (const list of deeds) foldList(chain, list, foldDeed);
  for (const list of inbox) foldMessages(chain, list);
  for (const list of pending) foldMessages(chain, list);
}

function foldList<T>(
  chain: Uint32Array,
  list: readonly T[],
  fold: (chain: Uint32Array, item: T) => void,
): void {
  foldWord(chain, list.length);
  for (const item of list) fold(chain, item);
}

function foldGrant(chain: Uint32Array, grant: Grant): void {
  foldWord(chain, grant.kind === 'ban' ? 1 : 0);
  foldWord(chain, ACTS.indexOf(grant.act) * 256 + grant.area);
  foldWord(chain, grant.by * 16_384 + grant.tick);
  foldWord(chain, grant.backed ? 1 : 0);
  foldNumber(chain, grant.forceMenMax);
}

function foldCharge(chain: Uint32Array, charge: Charge): void {
  foldWord(chain, ACTS.indexOf(charge.act) * 256 + charge.area);
  foldWord(chain, charge.by * 16_384 + charge.tick);
  foldWord(chain, charge.hHourTick);
  foldNumber(chain, charge.men);
}

function foldDeed(chain: Uint32Array, deed: Deed): void {
  foldWord(chain, ACTS.indexOf(deed.act) * 256 + deed.area);
  foldWord(chain, deed.tick * 2 + (deed.unbidden ? 1 : 0));
  foldNumber(chain, deed.men);
}

/** A message is told by its number, its kind and its times; what it says is in the events already folded. */
function foldMessages(chain: Uint32Array, messages: readonly Message[]): void {
  foldWord(chain, messages.length);
  for (const message of messages) {
    foldWord(chain, message.id);
    foldWord(chain, MESSAGE_KINDS.indexOf(message.kind));
    foldWord(chain, message.dueTick);
  }
}
