/** Address of a file in the site's folder of data; the worker, which lies elsewhere, needs it whole. */
export function dataAddress(file: string): string {
  return new URL(`data/${file}`, document.baseURI).href;
}
