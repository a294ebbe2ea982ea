import { distance } from '../../hex/index.ts';
import { emit } from '../emit.ts';
import type { AnswerOrder, ParleyOrder } from '../orders.ts';
import { TICKS_PER_HOUR } from '../time.ts';
import type { Message, Run } from '../world/world.ts';
import { unitsOf } from './eyes.ts';
import { send } from './messages.ts';
import { surveyArea } from './observation.ts';
import { idOf, placeOf, takeFromInbox } from './office-records.ts';
import { blankSighting, hear, learnHolder, learnOf, type Sighting } from './picture.ts';
import { tellTruce, truceCauses } from './truce.ts';

/** Ticks for which an officer is under way between the lines with a white flag. Assumption: an hour. */
const FLAG_TICKS = TICKS_PER_HOUR;

/** Hexes between lines across which officers meet. Assumption: those who lie next to each other. */
const ACROSS_HEXES = 1;

/**
 * Metres by which both sides go back from each other where they stand on one hill.
 * Source: event E111, the record of 12 August: five to six metres apart at 18 hours, both back to 80 m at 20 hours.
 */
const BACK_METRES = 80;

/** An office sends an officer with a white flag to whoever commands on the other side of a place; there may be nobody. */
export function offerParley(run: Run, { office, area }: ParleyOrder): void {
  const { world, model } = run;
  world.offices.parleyTick[office * model.areas.length + area] = world.tick;
  const to = commanderAcross(run, office, area);
  const place = placeOf(run, area);
  const event = emit(run, 'parley-offered', idOf(run, office), place, truceCauses(run, office), {
    to: to < 0 ? '' : idOf(run, to),
  });
  if (to < 0) return;
  send(run, {
    kind: 'parley',
    from: office,
    to,
    area,
    hHourTick: world.offices.truceTold[office]!,
    dueTick: world.tick + FLAG_TICKS,
    cause: [event],
  });
}

/** The office of the other side with the most men across from its own men at a place, the first of equals; -1 nobody. */
function commanderAcross(run: Run, office: number, area: number): number {
  const { model, world } = run;
  const { grid, offices } = model;
  const { location, men } = world.units;
  const own = hexesOf(run, office, area);
  const { side } = offices[office]!;
  let found = -1;
  let most = 0;
  offices.forEach((other, index) => {
    if (other.side === side) return;
    let total = 0;
    for (const unit of unitsOf(run, index)) {
      const at = location[unit]!;
      if (at >= grid.count || !own.some((hex) => distance(grid, hex, at) <= ACROSS_HEXES)) continue;
      total += men[unit]!;
    }
    if (total <= most) return;
    most = total;
    found = index;
  });
  return found;
}

/** Hexes of a place on which an office has men under its direct command. */
export function hexesOf({ world, model }: Run, office: number, area: number): number[] {
  const { location, men } = world.units;
  const hexes: number[] = [];
  for (const unit of model.offices[office]!.units) {
    const at = location[unit]!;
    if (men[unit]! > 0 && model.ground.area[at] === area) hexes.push(at);
  }
  return hexes;
}

/** An office lets the officer go back as he came, or meets the one who sent him. */
export function answerParley(run: Run, { office, answer }: AnswerOrder, offer: Message): void {
  const { from, area, event } = offer;
  const place = placeOf(run, area);
  if (answer === 'accept') {
    meet(
      run,
      offer,
      emit(run, 'parley-held', idOf(run, office), place, [event], { with: idOf(run, from) }),
    );
    return;
  }
  const refused = emit(run, 'parley-refused', idOf(run, office), place, [event], {
    to: idOf(run, from),
  });
  send(run, {
    kind: 'answer',
    from: office,
    to: from,
    area,
    about: offer.id,
    word: answer,
    dueTick: run.world.tick + FLAG_TICKS,
    cause: [refused],
  });
}

/**
 * The two meet: who had not heard of the truce hears of it from the other side, both count what stands at the place and
 * who holds it, and where they stand on one hill both go back. Source: events E110 to E113.
 */
function meet(run: Run, { from, to, area, hHourTick }: Message, held: string): void {
  const { world, model } = run;
  tellTruce(run, to, hHourTick, held);
  const { hex } = model.areas[area]!;
  const holder = world.ground.holder[hex]!;
  const counted = model.sides.map((_, side) => countOf(run, side, area));
  const men = counted.map((count) => Math.round(count.men));
  const surveyed = emit(run, 'positions-surveyed', idOf(run, from), placeOf(run, area), [held], {
    with: idOf(run, to),
    holder: model.sides[holder]?.id ?? '',
    own: men[model.offices[from]!.side]!,
    theirs: men[model.offices[to]!.side]!,
  });
  noteSurvey(run, area);
  for (const office of [from, to]) {
    learnOf(run, office, counted[1 - model.offices[office]!.side]!);
    learnHolder(run, office, area, holder);
    hear(run, office);
  }
  if (men.every((count) => count > 0)) {
    emit(run, 'lines-separated', idOf(run, from), placeOf(run, area), [surveyed], {
      with: idOf(run, to),
      metres: BACK_METRES,
    });
  }
}

/** Everybody of both sides who has men of his own on a place knows what was agreed there. Assumption: they look on. */
function noteSurvey(run: Run, area: number): void {
  const { world, model } = run;
  const { surveyTick, inbox } = world.offices;
  for (let office = 0; office < model.offices.length; office++) {
    if (hexesOf(run, office, area).length === 0) continue;
    surveyTick[office * model.areas.length + area] = world.tick;
    for (const { kind, area: of, id } of inbox[office]!) {
      if (kind === 'parley' && of === area) takeFromInbox(run, office, id);
    }
  }
}

/** Whether an office knows of a meeting at a place. */
export function hasMet({ world, model }: Run, office: number, area: number): boolean {
  return world.offices.surveyTick[office * model.areas.length + area]! >= 0;
}

/** What a side has at a place, as it is counted by both. */
function countOf(run: Run, side: number, area: number): Sighting {
  const found = blankSighting();
  surveyArea(run, side, area, found);
  found.tick = run.world.tick;
  return found;
}
