import { signal } from '@preact/signals';
import { SITE_FILES, isSchema, unpack, type SiteRows } from '../../protocol/index.ts';
import { dataAddress } from './addresses.ts';

/** Measures of the shipped runs, once they have been fetched. */
export const shipped = signal<SiteRows | null>(null);

/** Fetches the rows of the shipped runs, if they are not there. */
export async function fetchRows(): Promise<void> {
  if (shipped.value !== null) return;
  try {
    const response = await fetch(dataAddress(SITE_FILES.rows));
    const rows = unpack(await response.text());
    if (isSchema<SiteRows>(rows, 'khasan.site-rows/1')) shipped.value = rows;
  } catch {
    return;
  }
}
