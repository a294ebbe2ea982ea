/** Where a stream of ours goes, as far as the way we write depends on it. */
export interface Screen {
  readonly isTerminal: boolean;
  readonly colour: boolean;
  readonly columns: number;
}

/** Columns that a table may take where nobody can tell: a wide page of plain text. */
const COLUMNS_DEFAULT = 120;

/** Colour is off when piped, under NO_COLOR (https://no-color.org) and on a dumb terminal. */
export function screenOf(stream: NodeJS.WriteStream, env = process.env): Screen {
  const isTerminal = stream.isTTY;
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const columns = isTerminal && stream.columns > 0 ? stream.columns : COLUMNS_DEFAULT;
  return { isTerminal, colour: isTerminal && !refused, columns };
}

const CODES = { bold: [1, 22], dim: [2, 22], green: [32, 39], yellow: [33, 39] } as const;
export type Style = keyof typeof CODES;

/** The text in a style, or as it is where the screen takes no colour. */
export function paint(screen: Screen, style: Style, text: string): string {
  const [on, off] = CODES[style];
  return screen.colour && text !== '' ? `\u001b[${String(on)}m${text}\u001b[${String(off)}m` : text;
}

/** Breaks a paragraph into lines of at most `columns`; words are never cut. */
export function wrap(text: string, columns: number, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const joined = line === indent ? line + word : `${line} ${word}`;
    if (joined.length > columns && line !== indent) {
      lines.push(line);
      line = indent + word;
    } else line = joined;
  }
  lines.push(line);
  return lines.join('\n');
}
