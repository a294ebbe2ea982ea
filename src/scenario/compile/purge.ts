import type { PurgeInfo } from '../../engine/index.ts';
import { indexOf } from '../register.ts';
import type { ValidScenario } from '../validate/run.ts';

/** Who is being removed from which posts, in the order of the file. */
export function makePurges({ files, register }: ValidScenario): readonly PurgeInfo[] {
  return (files.offices.purge ?? []).map((purge) => {
    const { wave, lostGround, staff, successor, fear, before } = purge;
    const { factor } = wave;
    const isDrawn = typeof factor !== 'number';
    const kept = new Set(purge.kept.map(({ office }) => office));
    return {
      id: purge.id,
      yearShare: purge.yearShare,
      waveFactor: isDrawn ? (factor.share ?? 1) : factor,
      waveReading: isDrawn ? indexOf(register.readings, factor.reading) : -1,
      waveDays: wave.days,
      blamePerDay: lostGround.chancePerDay,
      blameDays: lostGround.days,
      stopsAtLoss: staff.stopsAtLoss,
      replaceDays: staff.replaceDays,
      settleDays: staff.settleDays,
      vacancyDays: successor.vacancyDays,
      handOverDays: successor.handOverDays,
      successorDiscount: successor.discount,
      handOverDiscount: successor.handOverDiscount,
      deputyDiscount: successor.deputyDiscount,
      headFear: fear.ofHead,
      staffFear: fear.ofStaff,
      fearFadeDays: fear.fadeDays,
      before: {
        competence: before.competence,
        fear: before.fear,
        daysInPost: before.daysInPost,
      },
      pools: purge.pools.map((pool) => ({
        office: indexOf(register.offices, pool.office),
        posts: pool.posts,
        filled: pool.filled,
        headKept: kept.has(pool.office),
      })),
    };
  });
}
