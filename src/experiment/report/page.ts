import { escapeText } from '../../picture/index.ts';
import type { Model } from '../../engine/index.ts';
import { MOMENTS } from '../../record/index.ts';
import type { Results } from '../analysis/results.ts';
import type { Sample } from '../analysis/sample.ts';
import type { Experiment } from '../format/experiment.ts';
import { hasReference } from '../format/experiment.ts';
import type { Plan } from '../plan.ts';
import { htmlTable, paragraphs, REPORT_STYLE } from './html.ts';
import { inShort } from './in-short.ts';
import { measureSection } from './measure-section.ts';

export interface ReportSource {
  readonly experiment: Experiment;
  readonly plan: Plan;
  readonly model: Model;
  readonly version: string;
  readonly engineHash: string;
  readonly results: Results;
  readonly sample: Sample;
}

/** Variants whose settings are written out one by one. */
const VARIANTS_SHOWN_MAX = 40;
const SETTINGS_SHOWN_MAX = 12;

/** The page of an experiment: one file that needs nothing else, on a screen or on paper. */
export function reportPage(source: ReportSource): string {
  const { experiment, results, model, sample } = source;
  const { startMinutes } = model;
  const title = escapeText(experiment.title);
  const sections = results.measures.map((measure, index) =>
    measureSection(experiment, measure, { startMinutes, columns: sample.values[index]! }),
  );
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${REPORT_STYLE}</style></head><body>`,
    `<header><h1>${title}</h1>`,
    paragraphs(experiment.question).replaceAll('<p>', '<p class="lead">'),
    `<p class="facts">${escapeText(factsLine(source))}</p></header>`,
    '<main>',
    inShort(experiment, results, startMinutes),
    howToRead(experiment),
    ...sections,
    variantsSection(experiment),
    limitsSection(source),
    certificateSection(source),
    '</main></body></html>',
    '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What was run, in one sentence, and what it is worth. */
export function factsLine({ experiment, results, model }: ReportSource): string {
  const { variants, seed, luck, start, fork } = experiment;
  const runs = `${String(variants.length)} ${variants.length === 1 ? 'variant' : 'variants'} of ${String(results.runs)} ${results.runs === 1 ? 'run' : 'runs'}`;
  const from = start === 'free' ? 'free from the first day' : `from the recorded state ${start}`;
  const parted = fork === null ? '' : `, parting at: ${MOMENTS[fork]}`;
  const shared =
    luck === 'paired' ? 'the same luck in every variant' : 'luck of its own in every variant';
  const ended = {
    runs: '',
    width: '; ended when the interval was narrow enough',
    budget: '; ended by its budget of time',
    interrupted: '; interrupted',
  }[results.ending];
  const broke = results.failed === 0 ? '' : `; ${String(results.failed)} runs broke`;
  return `${model.title}: ${runs}, ${from}${parted}, seeds from ${String(seed)}, ${shared}${ended}${broke}. What the model says, not the archive.`;
}

function howToRead(experiment: Experiment): string {
  const lines = [
    'Figures in grey are 95 % intervals: of what more runs of this model would say, not of what happened in 1938.',
    'A thing that does not happen has no time. Times are therefore cut off at a horizon, and what has not happened by then counts as the horizon (restricted mean), so that every run has its say.',
  ];
  if (hasReference(experiment.design)) {
    lines.push(
      `Differences are from the reference, “${experiment.variants[0]?.title ?? ''}”, run by run with the same seed, with Student’s t interval on the differences. “Effect” is the difference in standard deviations of the reference. “Luck saved” is how many times as many unpaired runs the same interval would have taken. “p, Holm” is the chance of such a difference by luck alone, corrected for all the differences on this page.`,
    );
  }
  return `<h2>How to read this</h2><ul>${lines.map((line) => `<li>${escapeText(line)}</li>`).join('')}</ul>`;
}

function variantsSection({ variants, factors, settings }: Experiment): string {
  const shown = variants.slice(0, VARIANTS_SHOWN_MAX);
  const rows = shown.map(({ id, title, settings: own }) => {
    const few = own.slice(0, SETTINGS_SHOWN_MAX).join('  ');
    const more = own.length - SETTINGS_SHOWN_MAX;
    return [id, title, more > 0 ? `${few}  … and ${String(more)} more` : few || '–'];
  });
  const parts = ['<h2>What was set</h2>'];
  if (settings.length > 0) {
    parts.push(`<p>In every variant: <code>${escapeText(settings.join('  '))}</code></p>`);
  }
  if (factors.length > 0) {
    parts.push(
      htmlTable(
        'Factors',
        [{ title: 'factor' }, { title: 'sets', kind: 'code' }, { title: 'values' }],
        factors.map(({ title, targets, levels, distribution, unit }) => [
          title,
          targets.join('  '),
          `${distribution === null ? levels.map(String).join(', ') : `${distribution.kind}, ${String(distribution.low)} to ${String(distribution.high)}`} ${unit}`,
        ]),
      ),
    );
  }
  const caption =
    shown.length < variants.length
      ? `The first ${String(shown.length)} of ${String(variants.length)} variants; all are in manifest.json`
      : 'Variants';
  parts.push(
    htmlTable(
      caption,
      [{ title: 'variant' }, { title: 'is' }, { title: 'settings', kind: 'code' }],
      rows,
    ),
  );
  return parts.join('\n');
}

function limitsSection({ experiment }: ReportSource): string {
  if (experiment.limits === '') return '';
  return `<h2>What this cannot say</h2>${paragraphs(experiment.limits)}`;
}

function certificateSection({ plan, model, version, engineHash }: ReportSource): string {
  const rows = [
    ['scenario', `${plan.scenario}, ${model.hash}`],
    ['program', `Khasan ${version}, ${engineHash}`],
    ['again', 'khasan verify FOLDER plays a sample of these runs again and compares their hashes'],
  ];
  return `<h2>Certificate</h2>${htmlTable('The same bytes come from', [{ title: 'what' }, { title: 'which', kind: 'code' }], rows)}`;
}
