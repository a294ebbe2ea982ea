/**
 * Turns a string of SVG that a picture made into nodes. It is parsed as XML, so nothing in it can run,
 * and the page's policy would not let it.
 */
export function svgNodes(markup: string): Node[] {
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`;
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.nodeName !== 'svg') return [];
  return [...root.childNodes].map((node) => document.importNode(node, true));
}
