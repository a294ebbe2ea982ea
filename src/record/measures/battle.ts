import { TICKS_PER_HOUR } from '../../engine/index.ts';
import {
  assaultsOf,
  firstDoubleAttack,
  firstJointAttack,
  firstSeizure,
  isBattalionAssault,
  isHeight,
  lossesWithin,
  type Assault,
} from '../assaults.ts';
import type { Chronicle } from '../chronicle.ts';
import {
  daysBetween,
  hoursBetween,
  hoursOf,
  shareOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValues,
} from '../measure.ts';

const number = (id: string, title: string, unit: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'number',
  unit,
  describe,
});
const flag = (id: string, title: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'flag',
  unit: '',
  describe,
});

/** Hours after the start of an assault within which its crest counts as taken. Source: targets, T2. */
const CREST_HOURS = 4;
/** Hours over which the first Soviet attack is judged. Source: targets, T3–T5. */
const ATTACK_HOURS = 36;

const FIRST =
  'The first Japanese assault of 300 men or more on Zaozyornaya; attacks on it within two hours count together. Null where there is none.';
const DOUBLE =
  'The first attack of two battalions: Soviet attacks on named heights that start within two hours and add up to 600 men. Null where there is none.';

const measures: readonly MeasureSpec[] = [
  number(
    'assaults.su',
    'Soviet battalion assaults on heights',
    'assaults',
    'Assaults of 300 men or more on a named height that started.',
  ),
  number(
    'assaults.jp',
    'Japanese battalion assaults on heights',
    'assaults',
    'Assaults of 300 men or more on a named height that started.',
  ),
  number(
    'assaults.su.success',
    'Share of Soviet battalion assaults that took the height',
    'share',
    'Those that took their height at any time over all; null where there are none.',
  ),
  number(
    'assaults.jp.success',
    'Share of Japanese battalion assaults that took the height',
    'share',
    'Those that took their height at any time over all; null where there are none.',
  ),
  number(
    'assault.first.loss-per-100',
    'Attackers lost per 100 in the first battalion assault',
    'men',
    'Killed, wounded and missing of the attackers of the first battalion assault of either side per 100 engaged.',
  ),
  flag(
    'assault.first.taken',
    'First battalion assault took its height',
    'Whether the first battalion assault of either side took its height at any time.',
  ),
  number(
    'assault.zaozyornaya.loss',
    'Japanese casualties in the first assault on Zaozyornaya',
    'men',
    `T1. ${FIRST} Killed, wounded and missing of its operations until they ended.`,
  ),
  number('assault.zaozyornaya.men', 'Japanese engaged in it', 'men', FIRST),
  number(
    'assault.zaozyornaya.defenders',
    'Defenders in it',
    'men',
    `${FIRST} Soviet men at the target when it started.`,
  ),
  number(
    'assault.zaozyornaya.tanks-lost',
    'Tanks lost by the garrison in it',
    'tanks',
    `T1b. ${FIRST} Soviet tanks put out within 1 km of the hill from its start to its end, at most 12 hours.`,
  ),
  number(
    'assault.zaozyornaya.garrison-lost',
    'Share of the garrison lost or driven out',
    'share',
    `T1c. ${FIRST} 1 where the crest is taken, since who was not lost has left it; otherwise Soviet killed, wounded and missing within 1 km until its end over the defenders, at most 1.`,
  ),
  flag(
    'assault.zaozyornaya.crest-4h',
    'Crest taken within 4 hours',
    `T2. ${FIRST} Whether the height is taken within 4 hours of its start.`,
  ),
  number(
    'assault.zaozyornaya.hours',
    'Hours to the crest',
    'hours',
    `${FIRST} From its start to the taking; null where it fails.`,
  ),
  {
    id: 'seizure',
    title: 'First seizure of a height by a battalion or more',
    kind: 'time',
    unit: 'hours',
    describe: 'Earliest taking of a named height by an assault of 300 men or more, by either side.',
  },
  {
    id: 'seizure.side',
    title: 'Who seized it',
    kind: 'category',
    unit: '',
    describe: 'Side of that assault.',
  },
  {
    id: 'attack.su.double',
    title: 'First Soviet attack of two battalions',
    kind: 'time',
    unit: 'hours',
    describe: DOUBLE,
  },
  flag(
    'attack.su.double.crest-36h',
    'A crest taken within 36 hours of it',
    `T3. ${DOUBLE} Whether the Soviets take any named height from its defenders within 36 hours of its start; a height that nobody holds is not taken.`,
  ),
  number(
    'attack.su.double.casualties-su',
    'Soviet casualties in those 36 hours',
    'men',
    `T4. ${DOUBLE} All Soviet killed, wounded and missing.`,
  ),
  number(
    'attack.su.double.casualties-jp',
    'Japanese casualties in those 36 hours',
    'men',
    `T5. ${DOUBLE} All Japanese killed, wounded and missing.`,
  ),
  {
    id: 'attack.su.joint',
    title: 'First Soviet attack of two divisions under one plan',
    kind: 'time',
    unit: 'hours',
    describe:
      'Start of the part of the second division: attacks of two division-level offices that share a plan.',
  },
  number(
    'attack.su.joint.days',
    'Days from the seizure to the first attack of two divisions',
    'days',
    'T6. From the first seizure, where it is a Japanese one, to the first such attack after it. Null where either is missing.',
  ),
  number(
    'attack.su.joint.slip',
    'Slip of that attack',
    'hours',
    'Row 11 of the delays. From the hour set for the part that started first to its start.',
  ),
  number(
    'attack.su.answer.days',
    'Days from the seizure to the first Soviet attack of two battalions',
    'days',
    'Row 7 of the delays. From the first seizure, where it is a Japanese one, to the first such attack after it.',
  ),
  flag(
    'regiment.unbidden.jp',
    'A Japanese regiment attacks unbidden',
    'Whether an office of regiment level orders an attack of infantry with no order from above as its authority.',
  ),
];

/** Attacks: who, when, at what price, with what result. Everything is read from the chronicle. */
export const battleFamily: MeasureFamily = {
  measures,
  start: (chronicle) => ({
    finish: () => {
      const assaults = assaultsOf(chronicle);
      return {
        ...countValues(chronicle, assaults),
        ...firstValues(chronicle, assaults),
        ...zaozyornayaValues(chronicle, assaults),
        ...attackValues(chronicle, assaults),
      };
    },
  }),
};

function countValues(chronicle: Chronicle, assaults: readonly Assault[]): MeasureValues {
  const values: MeasureValues = {};
  for (const side of ['su', 'jp'] as const) {
    const index = chronicle.lookup[side];
    const own = assaults.filter(
      (assault) => assault.side === index && isBattalionAssault(chronicle, assault),
    );
    const taken = own.filter((assault) => assault.takenTick >= 0).length;
    values[`assaults.${side}`] = own.length;
    values[`assaults.${side}.success`] = shareOf(taken, own.length);
  }
  values['regiment.unbidden.jp'] = chronicle.operations.some(
    (operation) =>
      operation.side === chronicle.lookup.jp &&
      chronicle.model.offices[operation.office]?.echelon === 'regiment' &&
      (operation.act === 'assault' || operation.act === 'eject') &&
      operation.authority !== 'order',
  );
  return values;
}

function firstValues(chronicle: Chronicle, assaults: readonly Assault[]): MeasureValues {
  const first = assaults.find((assault) => isBattalionAssault(chronicle, assault));
  if (first === undefined) return {};
  return {
    'assault.first.loss-per-100': (100 * first.loss) / first.men,
    'assault.first.taken': first.takenTick >= 0,
  };
}

function zaozyornayaValues(chronicle: Chronicle, assaults: readonly Assault[]): MeasureValues {
  const { areas, jp, su } = chronicle.lookup;
  const area = areas.get('zaozyornaya');
  const assault = assaults.find(
    (each) => each.side === jp && each.area === area && isBattalionAssault(chronicle, each),
  );
  if (assault === undefined || area === undefined) return {};
  const last = assault.startTick + 12 * TICKS_PER_HOUR;
  const to = assault.endTick < 0 ? last : Math.min(assault.endTick, last);
  const lost = lossesWithin(chronicle, { side: su, from: assault.startTick, to, sectorOf: area });
  const hours = hoursBetween(assault.startTick, assault.takenTick);
  return {
    'assault.zaozyornaya.loss': assault.loss,
    'assault.zaozyornaya.men': assault.men,
    'assault.zaozyornaya.defenders': assault.defenders,
    'assault.zaozyornaya.tanks-lost': lost.tanks,
    'assault.zaozyornaya.garrison-lost':
      assault.takenTick >= 0 || assault.defenders === 0
        ? 1
        : Math.min(1, lost.men / assault.defenders),
    'assault.zaozyornaya.crest-4h': hours !== null && hours <= CREST_HOURS,
    'assault.zaozyornaya.hours': hours,
  };
}

function attackValues(chronicle: Chronicle, assaults: readonly Assault[]): MeasureValues {
  const { su, jp } = chronicle.lookup;
  const seizure = firstSeizure(chronicle, assaults);
  const double = firstDoubleAttack(chronicle, su);
  const lostTick = seizure?.side === jp ? seizure.takenTick : -1;
  const joint = firstJointAttack(chronicle, su, lostTick);
  const answer = firstDoubleAttack(chronicle, su, lostTick);
  return {
    seizure: hoursOf(seizure?.takenTick ?? -1),
    'seizure.side': chronicle.model.sides[seizure?.side ?? -1]?.id ?? null,
    'attack.su.double': hoursOf(double),
    ...doubleValues(chronicle, double),
    'attack.su.joint': hoursOf(joint.tick),
    'attack.su.joint.days': daysBetween(lostTick, joint.tick),
    'attack.su.joint.slip': hoursBetween(joint.hHourTick, joint.firstStartTick),
    'attack.su.answer.days': daysBetween(lostTick, answer),
  };
}

function doubleValues(chronicle: Chronicle, double: number): MeasureValues {
  if (double < 0) return {};
  const { su, jp } = chronicle.lookup;
  const to = double + ATTACK_HOURS * TICKS_PER_HOUR;
  const isTaken = chronicle.operations.some(
    (operation) =>
      operation.side === su &&
      isHeight(chronicle, operation.area) &&
      operation.defenders > 0 &&
      operation.takenTick >= double &&
      operation.takenTick <= to,
  );
  return {
    'attack.su.double.crest-36h': isTaken,
    'attack.su.double.casualties-su': lossesWithin(chronicle, { side: su, from: double, to }).men,
    'attack.su.double.casualties-jp': lossesWithin(chronicle, { side: jp, from: double, to }).men,
  };
}
