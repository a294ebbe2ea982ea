import { P } from '../parameters.ts';
import type { PoolInfo, PurgeInfo } from '../office-model.ts';
import { competenceNow, fearNow, reliefOf, thinnessOf } from '../rules/purge.ts';
import { TICKS_PER_DAY } from '../time.ts';
import { TRAITS, codeOf } from '../vocabulary.ts';
import type { OfficeState } from './world.ts';

const COMPETENCE = codeOf(TRAITS, 'competence');
const FEAR = codeOf(TRAITS, 'fear');

/** Share of the want of skill and experience that this run takes away again, 0 in the affair as it was. */
export function skillRelief(params: Float64Array): number {
  return reliefOf(params[P['purge.share']]!, params[P['purge.inexperience']]!);
}

function fearRelief(params: Float64Array): number {
  return reliefOf(params[P['purge.share']]!, params[P['purge.fear']]!);
}

/** Days in post of the first head of an office, as they count in this run. */
export function firstDaysInPost(purge: PurgeInfo, days: number, params: Float64Array): number {
  const more = Math.max(0, purge.before.daysInPost - days);
  return days + Math.round(skillRelief(params) * more);
}

/** Works out how an office shows itself: from the person's own traits, his staff, the hand-over and fear. */
export function settleTraits(
  offices: OfficeState,
  purge: PurgeInfo,
  pool: PoolInfo,
  params: Float64Array,
  tick: number,
): void {
  const { office } = pool;
  const relief = skillRelief(params);
  const base = office * TRAITS.length;
  for (let t = 0; t < TRAITS.length; t++) {
    offices.traits[base + t] = offices.ownTraits[base + t]!;
  }
  const thinness = thinnessOf({
    posts: pool.posts,
    filledFirst: pool.filled,
    filled: offices.staffFilled[office]!,
    green: offices.staffGreen[office]!,
    stopsAtLoss: purge.stopsAtLoss,
  });
  const left = Math.max(0, offices.handOverTick[office]! - tick);
  const span = Math.max(1, purge.handOverDays * TICKS_PER_DAY);
  offices.traits[base + COMPETENCE] = competenceNow({
    own: offices.ownTraits[base + COMPETENCE]!,
    before: purge.before.competence,
    relief,
    thin: (1 - relief) * thinness,
    handOver: Math.min(1, left / span),
    handOverDiscount: purge.handOverDiscount,
  });
  offices.traits[base + FEAR] = fearNow(
    offices.ownTraits[base + FEAR]!,
    purge.before.fear,
    fearRelief(params),
    offices.dread[office]!,
  );
}
