import type { EventKind, KhasanEvent } from '../../engine/index.ts';
import { assaultsOf, isBattalionAssault } from '../assaults.ts';
import { jstHourOf, type Chronicle } from '../chronicle.ts';
import { numberOf, sideOf, textOf } from '../lookup.ts';
import {
  hearing,
  hoursOf,
  type EventOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValue,
} from '../measure.ts';

const time = (id: string, title: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'time',
  unit: 'hours',
  describe,
});
const category = (id: string, title: string, describe: string): MeasureSpec => ({
  id,
  title,
  kind: 'category',
  unit: '',
  describe,
});

const measures: readonly MeasureSpec[] = [
  time(
    'first.sighting.jp',
    'Japanese office first learns of digging',
    'Tick of the first contact report of a Japanese office whose activity is digging.',
  ),
  time(
    'first.crossing',
    'First crossing of a claimed line',
    'Tick of the first event in which men go over a line that a side claims.',
  ),
  time('first.challenge', 'First challenge', 'Tick of the first challenge at the line.'),
  time('first.shot', 'First shot', 'Tick of the first aimed shot or opening of fire by anybody.'),
  category(
    'first.shot.side',
    'Who fired first',
    'Side of the unit of the first shot or opening of fire.',
  ),
  time('first.death', 'First death', 'Tick of the first event in which a man is killed.'),
  category('first.death.side', 'Who lost the first man', 'Side of the first man killed.'),
  time(
    'first.bombardment',
    'First bombardment by guns',
    'Tick of the first bombardment with more than no rounds.',
  ),
  time(
    'first.air-strike',
    'First air strike',
    'Tick of the first air strike flown, whether it reached its target or not.',
  ),
  time(
    'first.tank-out',
    'First tank out of action',
    'Tick of the first event in which tanks are put out.',
  ),
  time(
    'first.assault',
    'First battalion assault on a height',
    'Start of the first assault of 300 men or more on a named height; attacks of one side on one height within two hours count together.',
  ),
  category('first.assault.side', 'Who made the first battalion assault', 'Side of that assault.'),
  category(
    'first.assault.height',
    'Height of the first battalion assault',
    'Area of that assault.',
  ),
  {
    id: 'first.assault.clock',
    title: 'Hour of the first battalion assault, Japanese clock',
    kind: 'number',
    unit: 'hour of the day',
    describe:
      'Hour of the day, 0 up to 24, on the clock of Japan and Korea (+09:00) at which that assault starts.',
  },
];

/** Ticks and sides of things that happen for the first time. */
interface Firsts {
  sighting: number;
  crossing: number;
  challenge: number;
  shot: number;
  shotSide: number;
  death: number;
  deathSide: number;
  bombardment: number;
  airStrike: number;
  tankOut: number;
}

/** When things happened for the first time. */
export const onsetFamily: MeasureFamily = {
  measures,
  start: (chronicle) => {
    const firsts: Firsts = {
      sighting: -1,
      crossing: -1,
      challenge: -1,
      shot: -1,
      shotSide: -1,
      death: -1,
      deathSide: -1,
      bombardment: -1,
      airStrike: -1,
      tankOut: -1,
    };
    return {
      hears: [hearing(HEARD, (event) => note(chronicle, firsts, event))],
      finish: () => ({ ...valuesOf(chronicle, firsts), ...assaultValues(chronicle) }),
    };
  },
};

/** Kinds of event that this family hears. */
const HEARD = [
  'contact-reported',
  'line-crossed',
  'challenge-made',
  'shot-fired',
  'fire-opened',
  'casualties-taken',
  'bombardment-fired',
  'air-strike-flown',
  'tanks-put-out',
] as const satisfies readonly EventKind[];

function note(chronicle: Chronicle, firsts: Firsts, event: EventOf<(typeof HEARD)[number]>): void {
  const { data, tick } = event;
  switch (event.kind) {
    case 'contact-reported':
      if (firsts.sighting < 0 && isDiggingSeenByJapan(chronicle, event)) firsts.sighting = tick;
      return;
    case 'line-crossed':
      if (firsts.crossing < 0) firsts.crossing = tick;
      return;
    case 'challenge-made':
      if (firsts.challenge < 0) firsts.challenge = tick;
      return;
    case 'shot-fired':
    case 'fire-opened':
      if (firsts.shot >= 0) return;
      firsts.shot = tick;
      firsts.shotSide = sideOf(chronicle.lookup, data['side']);
      return;
    case 'casualties-taken':
      if (firsts.death >= 0 || numberOf(data['killed']) === 0) return;
      firsts.death = tick;
      firsts.deathSide = sideOf(chronicle.lookup, data['side']);
      return;
    case 'bombardment-fired':
      if (firsts.bombardment < 0 && numberOf(data['rounds']) > 0) firsts.bombardment = tick;
      return;
    case 'air-strike-flown':
      if (firsts.airStrike < 0) firsts.airStrike = tick;
      return;
    case 'tanks-put-out':
      if (firsts.tankOut < 0) firsts.tankOut = tick;
      return;
  }
}

function isDiggingSeenByJapan(chronicle: Chronicle, event: KhasanEvent): boolean {
  const office = chronicle.lookup.offices.get(event.actor);
  if (office === undefined || textOf(event.data['activity']) !== 'digging') return false;
  return chronicle.model.offices[office]!.side === chronicle.lookup.jp;
}

function valuesOf(chronicle: Chronicle, firsts: Firsts): Record<string, MeasureValue> {
  const name = (side: number): string | null => chronicle.model.sides[side]?.id ?? null;
  return {
    'first.sighting.jp': hoursOf(firsts.sighting),
    'first.crossing': hoursOf(firsts.crossing),
    'first.challenge': hoursOf(firsts.challenge),
    'first.shot': hoursOf(firsts.shot),
    'first.shot.side': name(firsts.shotSide),
    'first.death': hoursOf(firsts.death),
    'first.death.side': name(firsts.deathSide),
    'first.bombardment': hoursOf(firsts.bombardment),
    'first.air-strike': hoursOf(firsts.airStrike),
    'first.tank-out': hoursOf(firsts.tankOut),
  };
}

function assaultValues(chronicle: Chronicle): Record<string, MeasureValue> {
  const assault = assaultsOf(chronicle).find((each) => isBattalionAssault(chronicle, each));
  const start = assault?.startTick ?? -1;
  return {
    'first.assault': hoursOf(start),
    'first.assault.side': chronicle.model.sides[assault?.side ?? -1]?.id ?? null,
    'first.assault.height': chronicle.model.areas[assault?.area ?? -1]?.id ?? null,
    'first.assault.clock': start < 0 ? null : jstHourOf(chronicle.model, start),
  };
}
