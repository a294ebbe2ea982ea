import { ENGAGEMENT_STEPS, type EngagementRules } from '../../engine/index.ts';
import { remedyFor } from '../nearest.ts';
import { indexOf } from '../register.ts';
import type { NodePath } from '../source.ts';
import { report, requireId, type Checked } from './pass.ts';

/** Rules of engagement go from the milder to the graver step; acts that hang on an account name one that there is. */
export function checkEngagement(checked: Checked): void {
  const { scenario, offices } = checked.files;
  scenario.sides.forEach(({ engagement }, i) => {
    checkSteps(checked, 'scenario.yaml', ['sides', i, 'engagement'], engagement);
  });
  offices.offices.forEach(({ engagement, byReading }, i) => {
    checkSteps(checked, 'offices.yaml', ['offices', i, 'engagement'], engagement);
    (byReading ?? []).forEach((row, k) => {
      checkAccount(checked, ['offices', i, 'byReading', k], row);
    });
  });
}

function checkSteps(
  checked: Checked,
  file: 'scenario.yaml' | 'offices.yaml',
  at: NodePath,
  rules: EngagementRules | undefined,
): void {
  if (rules === undefined) return;
  const { first, last } = rules;
  if (ENGAGEMENT_STEPS.indexOf(first) <= ENGAGEMENT_STEPS.indexOf(last)) return;
  report(checked, file, [...at, 'last'], {
    code: 'out-of-range',
    message: `The rules begin with "${first}" and end with "${last}", which comes before it.`,
    remedy: `The steps in their order: ${ENGAGEMENT_STEPS.join(', ')}.`,
  });
}

function checkAccount(
  checked: Checked,
  at: NodePath,
  row: { readonly reading: string; readonly claim: string },
): void {
  const { files, register } = checked;
  const file = 'offices.yaml';
  if (requireId(checked, register.readings, row.reading, { file, at: [...at, 'reading'] }) < 0) {
    return;
  }
  const reading = files.scenario.readings[indexOf(register.readings, row.reading)]!;
  const claims = reading.options.map(({ claim }) => claim);
  if (claims.includes(row.claim)) return;
  report(checked, file, [...at, 'claim'], {
    code: 'unknown-id',
    message: `The reading "${row.reading}" has no claim "${row.claim}".`,
    remedy: remedyFor(row.claim, claims, 'claim'),
  });
}
