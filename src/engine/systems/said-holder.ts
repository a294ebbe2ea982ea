import { FOR, uniform } from '../draw.ts';
import { P } from '../parameters.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../time.ts';
import type { Run } from '../world/world.ts';
import { traitOf } from './picture.ts';

/** What a report says of who holds a place of which the reporter cannot tell. */
const NOT_SAID = -2;

/** Hours from its hour on in which an attack can be said to have taken what it has not. Assumption: two days. */
const CLAIMED_HOURS = 48;

/** Names the draw by which a man says that he has a place, among the other draws of his reports. */
const CLAIM = 0x686f6c64;

/**
 * Who holds a place by what an office reports: a side, −1 nobody, −2 no word. That nobody does is said by those only who
 * have men there. Who has attacked the place, has men on it, and knows it to be the other side's still, may say that it is
 * taken; he stays with his word for the day. Source: events E093 and E114, heights reported as cleared, the other
 * service's report that they were not, and a protest; Assumption: as likely as he is afraid and as honour is dear to him.
 */
export function saidHolder(run: Run, office: number, area: number): number {
  const { offices } = run.world;
  const cell = office * run.model.areas.length + area;
  const holder = offices.holder[cell]!;
  const hasMen = offices.own[cell]! > 0;
  if (holder < 0) return hasMen ? holder : NOT_SAID;
  const { side } = run.model.offices[office]!;
  // What has been counted together with the other side is said as it is.
  const counted = offices.surveyTick[cell]! >= 0;
  if (holder === side || !hasMen || counted || !hasAttacked(run, office, area)) return holder;
  return claims(run, office, area) ? side : holder;
}

function hasAttacked({ world }: Run, office: number, area: number): boolean {
  for (const deed of world.offices.deeds[office]!) {
    if (deed.area !== area || (deed.act !== 'assault' && deed.act !== 'eject')) continue;
    const ticks = world.tick - deed.dueTick;
    if (ticks >= 0 && ticks < CLAIMED_HOURS * TICKS_PER_HOUR) return true;
  }
  return false;
}

function claims({ world, model }: Run, office: number, area: number): boolean {
  const day = Math.floor(world.tick / TICKS_PER_DAY);
  const { luckKey } = model.offices[office]!;
  const u = uniform(world.seed, FOR.report, day, luckKey, model.areas[area]!.luckKey, CLAIM);
  const temper = (traitOf(world, office, 'fear') + traitOf(world, office, 'honour')) / 2;
  return u < world.params[P['report.claim']]! * temper;
}
