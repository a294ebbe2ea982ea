import type { Judgement, Plausibility } from '../record/index.ts';
import type { Claim } from '../scenario/index.ts';
import type { SaidJudgement } from './claims-judge.ts';
import { paint, wrap, type Screen } from './terminal.ts';

const WHO: Readonly<Record<string, string>> = {
  su: 'Soviet side',
  jp: 'Japanese side',
  neutral: 'neutral observer',
  historian: 'historian',
};
const OF: Readonly<Record<string, string>> = {
  su: 'the Soviets',
  jp: 'the Japanese',
  both: 'both',
  other: 'the affair',
};

/** Claims by what they are about: rival figures of one thing stand together. */
export function claimsText(screen: Screen, claims: readonly Claim[]): string {
  const lines = [
    wrap(
      `${String(claims.length)} claims. A claim is not a fact: each says who holds it, of whom, when and how openly. ` +
        'Khasan draws or compares; it never picks one as the truth.',
      screen.columns,
    ),
  ];
  let group = '';
  for (const claim of sorted(claims)) {
    const heading = headingOf(claim);
    if (heading !== group) {
      lines.push('', paint(screen, 'bold', heading));
      group = heading;
    }
    lines.push(...claimLines(screen, claim));
  }
  return lines.join('\n');
}

function headingOf({ about, subject, quantity }: Claim): string {
  const of = subject === about ? (OF[about] ?? about) : subject;
  return `${quantity.replaceAll('-', ' ')}, of ${of}`;
}

/** Groups in the order in which the file first speaks of them. */
function sorted(claims: readonly Claim[]): Claim[] {
  const order = new Map<string, number>();
  for (const claim of claims) {
    const heading = headingOf(claim);
    if (!order.has(heading)) order.set(heading, order.size);
  }
  return [...claims].sort(
    (a, b) => order.get(headingOf(a))! - order.get(headingOf(b))! || a.line - b.line,
  );
}

function claimLines(screen: Screen, claim: Claim): string[] {
  const figure = `${claim.id.padEnd(14)} ${figureOf(claim)}`;
  const about =
    claim.claimant === claim.about ? 'of itself' : `of ${OF[claim.about] ?? claim.about}`;
  const who = `${WHO[claim.claimant] ?? claim.claimant}, ${about}`;
  const when = [
    claim.made === '' ? '' : `said ${claim.made}`,
    claim.asOf === '' || claim.asOf === claim.made ? '' : `as of ${claim.asOf}`,
    claim.publicity.replace('-', ' '),
  ].filter((part) => part !== '');
  const source = `${claim.status.replace('-', ' ')} in ${claim.sources.join(', ')}${claim.locator === '' ? '' : `, ${claim.locator}`}`;
  const rank = claim.rank === 'normal' ? '' : claim.rank;
  const rest = [who, claim.scope, ...when, source, rank, claim.note].filter((part) => part !== '');
  const body = wrap(rest.join('; '), screen.columns, '                 ');
  return [`  ${figure}`, body];
}

/** `96 tanks`, `13:00 to 14:30`, with the span where there is one. */
export function figureOf({ value, low, high, unit }: Claim): string {
  const words =
    unit === 'time' || unit === 'date' || unit === 'flag' || unit === 'side' ? '' : ` ${unit}`;
  const span =
    low !== null && high !== null && low !== high ? `${String(low)} to ${String(high)}` : '';
  if (value === null) return `${span}${words}`;
  const more = high === null && low !== null && low === value ? ' or more' : '';
  return `${String(value)}${more}${words}${span === '' ? '' : ` (${span})`}`;
}

const VERDICTS: Readonly<Record<Plausibility, string>> = {
  ordinary: 'ordinary',
  possible: 'possible',
  rare: 'rare',
  never: 'in no run',
  'not-asked': 'cannot be said',
};

/** Judged claims in full, the others counted with the reason. */
export function judgementsText(
  screen: Screen,
  claims: readonly Claim[],
  judgements: readonly Judgement[],
  said: readonly SaidJudgement[],
): string {
  const lines = [
    wrap(
      'Where each claim lies in the truth of the runs, and in what the offices of the runs say of it themselves. The ' +
        'runs are a model’s, not the archive: a claim that no run reaches may be right and the model wrong. Both are to be asked.',
      screen.columns,
    ),
  ];
  let left = 0;
  for (const claim of claims) {
    const truth = judgements.find(({ claim: id }) => id === claim.id);
    const beside = said.find(({ claim: id }) => id === claim.id);
    if (truth === undefined && beside === undefined) left++;
    else lines.push('', ...judgedLines(screen, claim, truth, beside));
  }
  if (left > 0) {
    lines.push(
      '',
      wrap(
        `${String(left)} more claims are not judged: no measure of the model tells the thing they speak of (a place, a strength at the start, ` +
          'a part of the battle), or they are inputs that the runs begin with.',
        screen.columns,
      ),
    );
  }
  return lines.join('\n');
}

function judgedLines(
  screen: Screen,
  claim: Claim,
  truth: Judgement | undefined,
  said: SaidJudgement | undefined,
): string[] {
  const who = `${WHO[claim.claimant] ?? claim.claimant}, ${claim.sources.join(', ')}`;
  const head = `${claim.id}  ${headingOf(claim)}: ${figureOf(claim)} (${who})`;
  const lines = [paint(screen, 'bold', wrap(head, screen.columns))];
  if (truth !== undefined) lines.push(...verdictLines(screen, '', truth));
  if (said !== undefined) {
    lines.push(...verdictLines(screen, 'Said in the runs: ', said));
    lines.push(wrap(`Together: ${said.weighed}`, screen.columns, '  '));
  }
  return lines;
}

function verdictLines(
  screen: Screen,
  label: string,
  { verdict, sentence, limits }: Judgement,
): string[] {
  const word = VERDICTS[verdict];
  const lines = [wrap(`${label}${word}. ${sentence}`, screen.columns, '  ')];
  if (limits.length > 0) lines.push(wrap(`Limits: ${limits.join(' ')}`, screen.columns, '  '));
  return lines;
}
