import { ln, type Run } from '../../engine/index.ts';
import { tickOfJst, type Chronicle } from '../chronicle.ts';
import { CLAIM_COLUMNS, type ClaimColumn, type ReturnColumn } from '../ledgers/columns.ts';
import {
  claimOf,
  LEDGER_KINDS,
  closeLedgers,
  noteInLedgers,
  openLedgers,
  publicClaimOf,
  publicReturnOf,
  returnOf,
  truthOf,
  type Ledgers,
} from '../ledgers/ledgers.ts';
import {
  NAME,
  SIDES,
  hearing,
  shareOf,
  type MeasureFamily,
  type MeasureSpec,
  type MeasureValue,
  type MeasureValues,
} from '../measure.ts';
import { dayOf } from '../narrative/clock.ts';
import { quantile } from '../summary.ts';
import { sickOf } from './losses.ts';

type Side = (typeof SIDES)[number];
const OTHER = { su: 'Japanese', jp: 'Soviet' } as const;

/** The ledgers of a run that is over, and what it takes to read them. */
interface Books {
  readonly ledgers: Ledgers;
  readonly run: Run;
  readonly endDay: number;
}

/** A measure with the way it is read for a side, by its index. */
interface Line {
  readonly spec: MeasureSpec;
  readonly side: Side;
  readonly read: (books: Books, side: number) => MeasureValue;
}

/** Days of 1938 on which something was said that the record has: name, month and day. */
const DATES = {
  'aug-1': [8, 1],
  'aug-3': [8, 3],
  'aug-4': [8, 4],
  'aug-10': [8, 10],
  'sep-4': [9, 4],
} as const;
type DateName = keyof typeof DATES;

function dateWords(date: DateName): string {
  const [month, day] = DATES[date];
  return `${String(day)} ${month === 8 ? 'August' : 'September'}`;
}

const RETURN_WORDS: Readonly<Record<ReturnColumn, readonly [words: string, unit: string]>> = {
  killed: ['dead on the field', 'men'],
  died: ['died of wounds', 'men'],
  missing: ['missing', 'men'],
  wounded: ['wounded', 'men'],
  tanks: ['tanks out of action', 'tanks'],
  guns: ['guns lost', 'guns'],
  aircraft: ['aircraft lost', 'aircraft'],
};
const CLAIM_WORDS: Readonly<Record<ClaimColumn, readonly [words: string, unit: string]>> = {
  killed: ['dead', 'men'],
  wounded: ['wounded', 'men'],
  tanks: ['tanks put out', 'tanks'],
  guns: ['guns', 'guns'],
  aircraft: ['aircraft', 'aircraft'],
};
const PUBLIC_COLUMNS = ['killed', 'wounded', 'tanks', 'guns'] as const;
type PublicColumn = (typeof PUBLIC_COLUMNS)[number];

function number(id: string, title: string, unit: string, describe: string): MeasureSpec {
  return { id, title, kind: 'number', unit, describe };
}

/** Day of a date, `null` in a free run: its fight has dates of its own. */
function dayOfDate({ chronicle }: Ledgers, date: DateName): number | null {
  const [month, day] = DATES[date];
  if (chronicle.isFree) return null;
  return dayOf(chronicle.model, tickOfJst(chronicle.model, month, day, 12));
}

/** A line that is read on a recorded date. */
function dated(
  line: Line,
  date: DateName,
  read: (ledgers: Ledgers, side: number, day: number) => number,
): Line {
  const { spec } = line;
  return {
    side: line.side,
    spec: {
      ...spec,
      id: `${spec.id}.${date}`,
      title: `${spec.title}, ${dateWords(date)}`,
      from: 'anchored',
      describe: `${spec.describe} As of, or said on, ${dateWords(date)} 1938, Japanese clock; null in a free run.`,
    },
    read: ({ ledgers }, side) => {
      const day = dayOfDate(ledgers, date);
      return day === null ? null : read(ledgers, side, day);
    },
  };
}

function returnLine(side: Side, column: ReturnColumn): Line {
  const [words, unit] = RETURN_WORDS[column];
  const id = `return.${side}.${column}`;
  const title = `${NAME[side]} ${words}, by own return`;
  const describe =
    'By the secret return of that side whose last day is the last of the run; figures that come in later are not in it.';
  return {
    side,
    spec: number(id, title, unit, describe),
    read: ({ ledgers, endDay }, index) => returnOf(ledgers, index, column, endDay),
  };
}

function publicLine(side: Side, column: PublicColumn): Line {
  const [words, unit] = CLAIM_WORDS[column];
  const title = `${NAME[side]} ${words}, by own communiqué`;
  const describe =
    'What the capital of that side would say in public on the last day of the run of its own losses; the dead include those who died of wounds.';
  return {
    side,
    spec: number(`public.${side}.${column}`, title, unit, describe),
    read: ({ ledgers, endDay }, index) => publicReturnOf(ledgers, index, column, endDay),
  };
}

function claimLine(side: Side, column: ClaimColumn): Line {
  const [words, unit] = CLAIM_WORDS[column];
  const title = `${NAME[side]} ${words}, by ${OTHER[side]} claim`;
  const describe =
    'What the units of the other side have counted, as it stands at its top when all reports of the run are in.';
  return {
    side,
    spec: number(`claim.${side}.${column}`, title, unit, describe),
    read: ({ ledgers, endDay }, index) => claimOf(ledgers, index, column, endDay),
  };
}

function publicClaimLine(side: Side, column: ClaimColumn): Line {
  const [words, unit] = CLAIM_WORDS[column];
  const title = `${NAME[side]} ${words}, by ${OTHER[side]} communiqué`;
  const describe =
    'What the capital of the other side would say in public on the last day of the run of these losses.';
  return {
    side,
    spec: number(`claim.${side}.${column}.public`, title, unit, describe),
    read: ({ ledgers, endDay }, index) => publicClaimOf(ledgers, index, column, endDay),
  };
}

/** Dead and wounded together, as the other side's capital would say it. */
function publicCasualties(side: Side): Line {
  const title = `${NAME[side]} dead and wounded, by ${OTHER[side]} communiqué`;
  const describe =
    'What the capital of the other side would say in public on the last day of the run of dead and wounded together.';
  const read = ({ ledgers, endDay }: Books, index: number): number =>
    casualtiesSaid(ledgers, index, endDay);
  return { side, spec: number(`claim.${side}.casualties.public`, title, 'men', describe), read };
}

function casualtiesSaid(ledgers: Ledgers, side: number, day: number): number {
  return publicClaimOf(ledgers, side, 'killed', day) + publicClaimOf(ledgers, side, 'wounded', day);
}

/** Columns that a side has: the Japanese brought neither tanks nor aircraft. */
function hasColumn(side: Side, column: ReturnColumn): boolean {
  return side === 'su' || (column !== 'tanks' && column !== 'aircraft');
}

function sideLines(side: Side): Line[] {
  const has = (column: ReturnColumn): boolean => hasColumn(side, column);
  const returned = ['killed', 'died', 'missing', 'wounded', 'tanks', 'guns', 'aircraft'] as const;
  const claimed = CLAIM_COLUMNS.filter(has);
  return [
    ...truthLines(side),
    ...returned.filter(has).map((column) => returnLine(side, column)),
    sickLine(side),
    settledLine(side),
    ...PUBLIC_COLUMNS.filter(has).map((column) => publicLine(side, column)),
    ...claimed.map((column) => claimLine(side, column)),
    ...claimed.map((column) => publicClaimLine(side, column)),
    publicCasualties(side),
  ];
}

const returnOn = (side: Side, column: ReturnColumn, date: DateName): Line =>
  dated(returnLine(side, column), date, (ledgers, index, day) =>
    returnOf(ledgers, index, column, day),
  );
const publicOn = (side: Side, column: PublicColumn, date: DateName): Line =>
  dated(publicLine(side, column), date, (ledgers, index, day) =>
    publicReturnOf(ledgers, index, column, day),
  );
const claimOn = (side: Side, column: ClaimColumn, date: DateName): Line =>
  dated(publicClaimLine(side, column), date, (ledgers, index, day) =>
    publicClaimOf(ledgers, index, column, day),
  );

/** What was said on a day that the record has, so that it can be set beside what was said then. */
const DATED: readonly Line[] = [
  ...PUBLIC_COLUMNS.map((column) => publicOn('su', column, 'aug-1')),
  publicOn('jp', 'killed', 'aug-3'),
  publicOn('jp', 'wounded', 'aug-3'),
  returnOn('su', 'killed', 'sep-4'),
  returnOn('su', 'wounded', 'sep-4'),
  dated(publicCasualties('su'), 'aug-3', casualtiesSaid),
  claimOn('su', 'killed', 'aug-4'),
  claimOn('su', 'killed', 'aug-10'),
  claimOn('su', 'tanks', 'aug-10'),
  claimOn('su', 'aircraft', 'aug-10'),
  dated(publicCasualties('jp'), 'aug-1', casualtiesSaid),
  claimOn('jp', 'guns', 'aug-1'),
];

function sickLine(side: Side): Line {
  return {
    side,
    spec: number(
      `return.${side}.sick`,
      `${NAME[side]} sick, by own return`,
      'men',
      'Sick in all units at the end of the run: a return has them by name, and they are not shaded.',
    ),
    read: ({ run }, index) => sickOf(run, index),
  };
}

/** Truths that no other measure has: deaths of wounds and aircraft. */
function truthLines(side: Side): Line[] {
  const line = (column: 'died' | 'aircraft', title: string, describe: string): Line => ({
    side,
    spec: number(
      `truth.${side}.${column}`,
      `${NAME[side]} ${title}`,
      RETURN_WORDS[column][1],
      describe,
    ),
    read: ({ ledgers, endDay }, index) => truthOf(ledgers, index, column, endDay),
  });
  const died = line(
    'died',
    'dead of wounds in hospital',
    'Wounded of the run who have died of it by its last day; they are counted as wounded elsewhere.',
  );
  const aircraft = line(
    'aircraft',
    'aircraft lost',
    'Aircraft that flew against the enemy and did not return.',
  );
  return hasColumn(side, 'aircraft') ? [died, aircraft] : [died];
}

function settledLine(side: Side): Line {
  const { spec } = returnLine(side, 'killed');
  return {
    side,
    spec: {
      ...spec,
      id: `${spec.id}.settled`,
      title: `${spec.title}, when all is settled`,
      describe:
        'By own return long after the run, when whoever was carried as missing has been found, struck off or come back.',
    },
    read: ({ ledgers }, index) => returnOf(ledgers, index, 'killed', Infinity),
  };
}

const LINES: readonly Line[] = [...SIDES.flatMap(sideLines), ...DATED];

/** What `claims.error` looks at: things of which truth and claim are of one kind. */
const ERROR_COLUMNS: readonly (readonly [Side, 'killed' | 'tanks' | 'guns'])[] = [
  ['su', 'tanks'],
  ['su', 'guns'],
  ['jp', 'guns'],
  ['su', 'killed'],
  ['jp', 'killed'],
];

const ERROR: MeasureSpec = number(
  'claims.error',
  'Error of claims about the enemy, median over kinds',
  'ln',
  'M18. Median over Soviet tanks, guns of either side and dead of either side of |ln((claim + ½) / (truth + ½))|, the claim being that at the top when all reports are in. The halves keep a nought finite; a kind with nothing lost and nothing claimed is left out. Null where all are.',
);

const UNSEEN: MeasureSpec = {
  ...{
    id: 'claims.unseen',
    title: 'Men hit with no enemy in sight',
    kind: 'number',
    unit: 'share',
  },
  describe:
    'Killed and wounded of both sides that no unit of the other side can have counted, over all; null where nobody was hit.',
};

/** How far a claim is from the truth: 0 the same, 0.69 double or half. Halves are added so that 0 can be asked. */
export function claimError(claim: number, truth: number): number {
  return Math.abs(ln((claim + 0.5) / (truth + 0.5)));
}

/** Two ledgers: own returns, communiqués, and what each side claims of the other. */
export const ledgersFamily: MeasureFamily = {
  measures: [...LINES.map(({ spec }) => spec), ERROR, UNSEEN],
  start: (chronicle) => {
    const ledgers = openLedgers(chronicle);
    return {
      hears: [
        hearing(LEDGER_KINDS, (event) => {
          noteInLedgers(ledgers, event);
        }),
      ],
      finish: (run) => valuesOf(chronicle, ledgers, run),
    };
  },
};

function valuesOf(chronicle: Chronicle, ledgers: Ledgers, run: Run): MeasureValues {
  const lastTick = run.world.tick;
  closeLedgers(ledgers, lastTick);
  const books: Books = { ledgers, run, endDay: dayOf(chronicle.model, lastTick) };
  const { lookup } = chronicle;
  const values: MeasureValues = {};
  for (const { spec, side, read } of LINES) {
    const index = lookup[side];
    values[spec.id] = index < 0 ? null : read(books, index);
  }
  values[ERROR.id] = errorOf(books, chronicle);
  const { seen, unseen } = ledgers.men;
  values[UNSEEN.id] = shareOf(unseen, seen + unseen);
  return values;
}

function errorOf({ ledgers, endDay }: Books, { lookup }: Chronicle): number | null {
  const errors: number[] = [];
  for (const [side, column] of ERROR_COLUMNS) {
    const index = lookup[side];
    if (index < 0) continue;
    const claim = claimOf(ledgers, index, column, endDay);
    const truth = truthOf(ledgers, index, column, endDay);
    if (claim > 0 || truth > 0) errors.push(claimError(claim, truth));
  }
  return quantile(
    errors.sort((a, b) => a - b),
    0.5,
  );
}
