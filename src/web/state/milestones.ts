import { signal } from '@preact/signals';
import { SITE_FILES, isSchema, unpack } from '../../protocol/index.ts';
import type { Film, SiteMilestone, SiteMilestones, SiteRecorded } from '../../protocol/index.ts';
import { dataAddress } from './addresses.ts';

/** The milestones of the record, once they have been fetched. */
export const milestones = signal<readonly SiteMilestone[] | null>(null);
/** What the record says of each measure; of free runs where it says both. */
export const recorded = signal<ReadonlyMap<string, SiteRecorded>>(new Map());
export const hasFailed = signal(false);
let isAsked = false;

/** Fetches the milestones once. */
export async function fetchMilestones(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    const response = await fetch(dataAddress(SITE_FILES.milestones));
    const found = unpack(await response.text());
    if (!isSchema<SiteMilestones>(found, 'khasan.site-milestones/1')) throw new Error('schema');
    milestones.value = found.milestones;
    // Rows of free runs come first in the file, and the first row of a measure stands.
    const rows = [...found.recorded].reverse();
    recorded.value = new Map(rows.map((row) => [row.measure, row]));
    hasFailed.value = false;
  } catch {
    isAsked = false;
    hasFailed.value = true;
  }
}

/** What a run measures of a milestone, `null` where the thing did not happen. */
export function inRun(film: Film, { measure }: SiteMilestone): number | null {
  const value = film.head.measures[measure];
  return typeof value === 'number' ? value : null;
}

/** How far a run lies outside what the record allows: negative below, 0 within. */
export function beside(value: number, { low, high }: SiteMilestone): number {
  return value < low ? value - low : value > high ? value - high : 0;
}
