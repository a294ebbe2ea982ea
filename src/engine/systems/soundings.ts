import { emit } from '../emit.ts';
import type { PublicModel } from '../model.ts';
import type { OpineOrder, SoundOrder } from '../orders.ts';
import { FORCEFUL, type Act } from '../vocabulary.ts';
import type { Message, Run } from '../world/world.ts';
import { send } from './messages.ts';
import { idOf, placeOf, takeFromInbox } from './office-records.ts';

/** What a request says where its author asserts that those have agreed whom his superior consults. */
export const ASSERTED = 'agreed';

/** An office asks each of those whom it consults what they think of what it is asked for. */
export function sound(run: Run, { office, request }: SoundOrder): void {
  const { model, world } = run;
  const { act, area, men, event } = world.offices.inbox[office]!.find(({ id }) => id === request)!;
  for (const to of model.offices[office]!.consults) {
    const asked = emit(run, 'opinion-asked', idOf(run, office), placeOf(run, area), [event], {
      act,
      area: placeOf(run, area),
      of: idOf(run, to),
    });
    const content = { act, area, men, about: request, cause: [asked] };
    const sounding = send(run, { kind: 'sounding', from: office, to, ...content });
    world.offices.pending[office]!.push(sounding);
  }
}

/** What an opinion says. */
export const AGREES = 'agrees';
export const OBJECTS = 'objects';

/** An office says what it thinks of it. */
export function opine(run: Run, { office, sounding, agrees }: OpineOrder): void {
  const { from, act, area, men, id, event } = takeFromInbox(run, office, sounding)!;
  const said = emit(run, 'opinion-given', idOf(run, office), placeOf(run, area), [event], {
    act,
    area: placeOf(run, area),
    to: idOf(run, from),
    agrees,
  });
  send(run, {
    kind: 'opinion',
    from: office,
    to: from,
    act,
    area,
    men,
    about: id,
    word: agrees ? AGREES : OBJECTS,
    cause: [said],
  });
}

/**
 * Tells the author of a request that what he said of others is not so. The request stays where it is: it is answered
 * like any other. Source: event E025.
 */
export function rebukeAssertion(
  run: Run,
  office: number,
  { from, act, area, event }: Message,
): void {
  const place = placeOf(run, area);
  const told = emit(run, 'assertion-rebuked', idOf(run, office), place, [event], {
    act,
    area: place,
    to: idOf(run, from),
  });
  send(run, { kind: 'rebuke', from: office, to: from, act, area, cause: [told] });
}

/** Whether an office looks for the consent of others before it gives leave for an act. */
export function consultsOn({ offices }: PublicModel, office: number, act: Act): boolean {
  return FORCEFUL.includes(act) && offices[office]!.consults.length > 0;
}

/** What the office that consults has been told of an act at a place: by whom, and whether they agree. */
export function opinionsOn(inbox: readonly Message[], { act, area }: Message): readonly Message[] {
  return inbox.filter((said) => said.kind === 'opinion' && said.act === act && said.area === area);
}

/** Whether those can be asked whom an office consults on a request that lies on its desk: once, until their answers are old. */
export function mayBeSounded({ model, world }: Run, office: number, request: number): boolean {
  const inbox = world.offices.inbox[office]!;
  const asked = inbox.find(({ id }) => id === request)!;
  if (!consultsOn(model, office, asked.act)) return false;
  const isOpen = world.offices.pending[office]!.some(
    ({ kind, act, area }) => kind === 'sounding' && act === asked.act && area === asked.area,
  );
  return !isOpen && opinionsOn(inbox, asked).length === 0;
}

/** Whether a request on an office's desk says that those have agreed of whom one has told it that he does not. */
export function wasDenied({ world }: Run, office: number, request: number): boolean {
  const inbox = world.offices.inbox[office]!;
  const asked = inbox.find(({ id, kind }) => id === request && kind === 'request');
  if (asked?.word !== ASSERTED) return false;
  return opinionsOn(inbox, asked).some(({ word }) => word === OBJECTS);
}
