import ms from 'milsymbol';
import { PALETTE, colourOfSide, type Colour } from './palette.ts';

/**
 * Symbol of a code as a group 200 wide about the point (100, 100), in APP-6 form. The sides differ as
 * hollow and solid, the printed way; the frame is the same for both, since a hostile frame would take a
 * side.
 */
export function symbolOf(sidc: string, side: number): string {
  const friendly = `${sidc.slice(0, 1)}F${sidc.slice(2)}`;
  const frame = '#010101';
  const fill = '#020202';
  const svg = new ms.Symbol(friendly, {
    size: 100,
    infoFields: false,
    strokeWidth: 7,
    frameColor: { Friend: frame } as never,
    fillColor: fill,
  }).asSVG();
  const body = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  const own = colourOfSide(side);
  const roles: Readonly<Record<string, Colour>> = {
    [frame]: own,
    [fill]: side === 0 ? 'paper' : own,
    black: side === 0 ? own : 'paper',
    'rgb(239, 239, 239)': side === 0 ? 'paper' : own,
  };
  return body.replace(
    /<(path|circle|g|text)([^>]*)>/g,
    (_tag, name: string, attributes: string) => {
      return `<${name}${recoloured(attributes, roles)}>`;
    },
  );
}

/** Attributes with the colours of their roles, and the classes that a theme needs. */
function recoloured(attributes: string, roles: Readonly<Record<string, Colour>>): string {
  const classes: string[] = [];
  const painted = attributes.replace(
    /(fill|stroke)="([^"]*)"/g,
    (same, what: string, value: string) => {
      const colour = roles[value];
      if (colour === undefined) return same;
      classes.push(`${what === 'fill' ? 'kf' : 'ks'}-${colour}`);
      return `${what}="${PALETTE[colour][0]}"`;
    },
  );
  return (classes.length === 0 ? '' : ` class="${classes.join(' ')}"`) + painted.trimEnd();
}
