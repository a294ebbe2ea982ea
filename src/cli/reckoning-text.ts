import type { Model } from '../engine/index.ts';
import {
  CHARGE_KINDS,
  formatMoment,
  type Charge,
  type ChargeKind,
  type Fact,
  type Reckoning,
} from '../record/index.ts';
import { CAVEAT, PARTS, unheardNote, unusedNote } from './reckoning-words.ts';
import { formatTable } from './tables.ts';
import { paint, wrap, type Screen } from './terminal.ts';

/** Charges of one part that are told in full; the rest are counted. */
const CHARGES_MAX: Readonly<Record<ChargeKind, number>> = {
  'beyond-authority': 40,
  'line-violated': 12,
  'first-use': 20,
  'false-report': 8,
  'after-truce': 20,
};

/** The reckoning as text for a terminal. */
export function reckoningText(screen: Screen, model: Model, reckoning: Reckoning): string {
  const lines = [wrap(CAVEAT, screen.columns), ''];
  if (reckoning.charges.length === 0) lines.push('Nothing to charge anybody with.');
  else lines.push(authorTable(screen, reckoning));
  for (const kind of CHARGE_KINDS) {
    const charges = reckoning.charges.filter((charge) => charge.kind === kind);
    if (charges.length > 0) lines.push('', ...partLines(screen, model, kind, charges));
  }
  for (const note of [unusedNote(reckoning), unheardNote(reckoning)]) {
    if (note !== '') lines.push('', wrap(note, screen.columns));
  }
  return lines.join('\n');
}

function authorTable(screen: Screen, { authors }: Reckoning): string {
  const rows = authors.map(({ author, counts }) => [
    author.name,
    ...CHARGE_KINDS.map((kind) => (counts[kind] === 0 ? '·' : String(counts[kind]))),
  ]);
  const columns = [
    { title: 'who', align: 'left' as const },
    ...CHARGE_KINDS.map((kind) => ({ title: PARTS[kind].column, align: 'right' as const })),
  ];
  return formatTable(screen, columns, rows);
}

function partLines(
  screen: Screen,
  model: Model,
  kind: ChargeKind,
  charges: readonly Charge[],
): string[] {
  const lines = [paint(screen, 'bold', PARTS[kind].title), wrap(PARTS[kind].lead, screen.columns)];
  for (const charge of charges.slice(0, CHARGES_MAX[kind])) {
    lines.push('', ...chargeLines(screen, model, charge));
  }
  const more = charges.length - CHARGES_MAX[kind];
  if (more > 0) lines.push('', `… and ${String(more)} more; --json or -o FILE.html has all.`);
  return lines;
}

function chargeLines(screen: Screen, model: Model, charge: Charge): string[] {
  const say = (text: string, indent: string): string => wrap(text, screen.columns, indent);
  const lines = [
    say(`${formatMoment(model, charge.tick)} [${charge.event}]`, ''),
    say(charge.text, '  '),
    say(`Answers for it: ${charge.author.name}.`, '  '),
  ];
  const part = (title: string, facts: readonly Fact[]): void => {
    if (facts.length === 0) return;
    lines.push(`  ${title}`);
    for (const fact of facts) lines.push(say(`- ${stamped(model, fact)}`, '    '));
  };
  part('Papers:', charge.papers);
  part('Not yet read:', charge.unread);
  part('He knew:', charge.knew);
  if (charge.kind !== 'line-violated' && charge.chain.length > 1)
    part('What led to it:', charge.chain);
  return lines;
}

/** A fact with its moment, where it rests on an event. */
export function stamped(model: Model, fact: Fact): string {
  return fact.event === '' ? fact.text : `${formatMoment(model, fact.tick)}: ${fact.text}`;
}
