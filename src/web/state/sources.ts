import { signal } from '@preact/signals';
import { SITE_FILES, isSchema, unpack, type SiteSources } from '../../protocol/index.ts';
import { dataAddress } from './addresses.ts';

/** The sources of the record, once they have been fetched. */
export const sources = signal<SiteSources['sources'] | null>(null);
let isAsked = false;

/** Fetches the list of sources once. */
export async function fetchSources(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    const response = await fetch(dataAddress(SITE_FILES.sources));
    const found = unpack(await response.text());
    if (!isSchema<SiteSources>(found, 'khasan.site-sources/1')) throw new Error('schema');
    sources.value = found.sources;
  } catch {
    isAsked = false;
  }
}
