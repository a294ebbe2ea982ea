/** Hands a file to the visitor. It is made here; nothing is sent anywhere. */
export function giveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click; a minute is more than it needs.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function giveText(name: string, content: string, type: string): void {
  giveFile(name, new Blob([content], { type: `${type};charset=utf-8` }));
}

/** Attributes of a picture that a style sheet may have set; a file that stands alone carries them itself. */
const PAINTED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
] as const;
/** Those that are not handed down, with what they are when nobody says anything. */
const OWN = { opacity: '1', 'vector-effect': 'none', display: 'inline' } as const;

/** A picture of the page as a file that needs no style sheet. */
export function standAlone(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  paintLike(picture, copy, null);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

function paintLike(from: Element, to: Element, above: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(from);
  for (const name of PAINTED) {
    const value = style.getPropertyValue(name);
    const isNews = value !== above?.getPropertyValue(name);
    if (value !== '' && (isNews || to.hasAttribute(name))) to.setAttribute(name, value);
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== usual && !(name === 'display' && value !== 'none')) {
      to.setAttribute(name, value);
    }
  }
  to.removeAttribute('class');
  [...from.children].forEach((child, index) => {
    const copied = to.children[index];
    if (copied !== undefined) paintLike(child, copied, style);
  });
}

/** Pixels of a picture file for each of the screen's: sharp on paper too. */
const SHARPNESS = 2;

/** A stand-alone picture as PNG. */
export async function toPng(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * SHARPNESS);
    canvas.height = Math.round(height * SHARPNESS);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no image')) : resolve(blob)));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
