import type { KhasanEvent } from '../../engine/index.ts';
import { textOf } from '../lookup.ts';
import { capitalised, nameOfOffice, type Namer } from './names.ts';
import { listed } from './phrases.ts';
import { actAtPlace } from './tell-event.ts';

/** What one office forbids at one sitting, and whom, by name as they are then. */
export interface Ban {
  readonly actor: string;
  readonly to: string[];
  readonly acts: string[];
}

/** Offices up to which all of them are named. Assumption: more is a circular. */
const NAMED_MAX = 4;

/** The ban that an event `force-forbidden` tells of. */
export function banOf(namer: Namer, event: KhasanEvent): Ban {
  const ban = { actor: event.actor, to: [], acts: [] };
  addToBan(namer, ban, event);
  return ban;
}

/** Adds another that the same office gave at the same sitting. */
export function addToBan(namer: Namer, { to, acts }: Ban, { data, place }: KhasanEvent): void {
  const name = nameOfOffice(namer, textOf(data['to']));
  const act = `to ${actAtPlace(namer, data['act'], place)}`;
  if (!to.includes(name)) to.push(name);
  if (!acts.includes(act)) acts.push(act);
}

/** One sentence for all that was forbidden. */
export function banText(namer: Namer, { actor, to, acts }: Ban): string {
  const whom = to.length > NAMED_MAX ? `${String(to.length)} offices below` : listed(to, 'and');
  return `${capitalised(nameOfOffice(namer, actor))} forbids ${whom} ${listed(acts, 'and')}.`;
}
