import type { Model } from '../engine/index.ts';
import { formatMoment, type OfficePapers } from '../record/index.ts';
import { paint, wrap, type Screen } from './terminal.ts';

/** What every office may and may not do, and what it was told in the run. */
export function papersText(screen: Screen, model: Model, papers: readonly OfficePapers[]): string {
  const lines = [
    wrap(
      'What stands first was in force on the first day; every other paper is an act of an office in this run.',
      screen.columns,
    ),
  ];
  for (const { name, office, firstDay, inRun } of papers) {
    lines.push('', `${paint(screen, 'bold', name)} (${office})`);
    for (const text of firstDay) lines.push(wrap(text, screen.columns, '  '));
    for (const { event, tick, text } of inRun) {
      lines.push(wrap(`${formatMoment(model, tick)} [${event}]: ${text}`, screen.columns, '  '));
    }
  }
  return lines.join('\n');
}
