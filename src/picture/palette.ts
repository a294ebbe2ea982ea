/**
 * Colours of the printed plate. Every element carries its light colour as a plain attribute, so that a
 * saved file looks right in any viewer, and a class per colour, so that a stylesheet (the file's own,
 * or a page's) can turn the plate dark. Styles are classes because pages forbid style attributes.
 */
export const PALETTE = {
  paper: ['#F6F1E4', '#1B1D20'],
  panel: ['#FBF8F0', '#222529'],
  ink: ['#24231F', '#ECE6D8'],
  muted: ['#565145', '#A9A394'],
  relief1: ['#F1E9D3', '#24251F'],
  relief2: ['#E8DBBC', '#302E25'],
  relief3: ['#DCCAA0', '#403B2D'],
  relief4: ['#CDB98A', '#554D39'],
  water: ['#C9DCE3', '#203844'],
  shore: ['#35657C', '#7FB0C6'],
  wood: ['#D5DBB8', '#29301F'],
  marsh: ['#DCE5DC', '#22302C'],
  /** The two sides of a scenario, in its order: umber and indigo. */
  side0: ['#7E3F0C', '#E5A65A'],
  side1: ['#3B4A8C', '#A9B8F2'],
} as const;

export type Colour = keyof typeof PALETTE;

export interface Paint {
  readonly fill?: Colour | 'none';
  readonly stroke?: Colour;
  readonly width?: number;
  readonly opacity?: number;
  readonly dash?: string;
}

/** The colour that stands for a side, by its position in the scenario's list. */
export function colourOfSide(side: number): Colour {
  return side === 0 ? 'side0' : 'side1';
}

/** Attributes that paint an element; begins with a space. */
export function paint({ fill, stroke, width, opacity, dash }: Paint): string {
  const classes = [
    fill === undefined || fill === 'none' ? '' : `kf-${fill}`,
    stroke === undefined ? '' : `ks-${stroke}`,
  ].filter((name) => name !== '');
  return [
    classes.length === 0 ? '' : ` class="${classes.join(' ')}"`,
    fill === undefined ? '' : ` fill="${fill === 'none' ? 'none' : PALETTE[fill][0]}"`,
    stroke === undefined ? '' : ` stroke="${PALETTE[stroke][0]}"`,
    width === undefined ? '' : ` stroke-width="${String(width)}"`,
    opacity === undefined ? '' : ` opacity="${String(opacity)}"`,
    dash === undefined ? '' : ` stroke-dasharray="${dash}"`,
  ].join('');
}

/**
 * Style sheet of a file that stands alone: both themes, each colour a variable that a page may set.
 * @param plate class of the element that carries the variables.
 */
export function styleSheet(plate = 'khasan-map'): string {
  const colours = Object.keys(PALETTE) as Colour[];
  const variables = (theme: 0 | 1): string =>
    colours.map((colour) => `--khasan-${colour}:${PALETTE[colour][theme]}`).join(';');
  const rules = colours
    .map(
      (colour) =>
        `.kf-${colour}{fill:var(--khasan-${colour})}.ks-${colour}{stroke:var(--khasan-${colour})}`,
    )
    .join('');
  return (
    `<style>.${plate}{${variables(0)}}` +
    `@media (prefers-color-scheme:dark){.${plate}{${variables(1)}}}${rules}</style>`
  );
}
