import { constants, accessSync } from 'node:fs';
import { dirname } from 'node:path';
import { mistake } from './errors.ts';

/**
 * Refuses a file for plots that could not be written in the end, before anything is run.
 * @throws a mistake where its name says no form, or its folder cannot be written to.
 */
export function checkPlotFile(path: string): void {
  if (!/\.(svg|html)$/i.test(path)) {
    throw mistake({
      found: `'${path}' does not say what it shall be`,
      wanted: 'a file that ends in .svg (one picture) or .html (a page with the numbers as well)',
      where: '--output',
    });
  }
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw mistake({
      found: `'${path}' cannot be written: ${error instanceof Error ? error.message : ''}`,
      wanted: 'a file in a folder that exists and may be written to',
      where: '--output',
    });
  }
}
