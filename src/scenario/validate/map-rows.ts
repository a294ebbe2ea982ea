import { signsOf } from '../register.ts';
import { report, type Checked } from './pass.ts';

/** The map has one text per row and one known sign per hex, for the terrain and for the banks. */
export function checkMapRows(checked: Checked): void {
  const { terrain, banks } = checked.files.map;
  checkRows(checked, 'terrain', terrain.rows, Object.keys(terrain.legend));
  checkRows(checked, 'banks', banks.rows, ['w', '.']);
}

function checkRows(
  checked: Checked,
  layer: 'terrain' | 'banks',
  texts: readonly string[],
  legend: readonly string[],
): void {
  const { columns, rows } = checked.files.map.frame;
  if (texts.length !== rows) {
    report(checked, 'map.yaml', [layer, 'rows'], {
      code: 'map-row-count',
      message: `${layer} has ${String(texts.length)} rows, and the frame has ${String(rows)}.`,
      remedy: texts.length < rows ? 'Add the missing rows.' : 'Take out the rows too many.',
    });
  }
  texts.forEach((text, row) => {
    const signs = signsOf(text);
    const at = [layer, 'rows', row];
    if (signs.length !== columns) {
      report(checked, 'map.yaml', at, {
        code: 'map-row-length',
        message: `Row ${String(row)} has ${String(signs.length)} signs, and the frame has ${String(columns)} columns.`,
        remedy: 'Write one sign for each hex; spaces between them do not count.',
      });
    }
    const column = signs.findIndex((sign) => !legend.includes(sign));
    if (column < 0) return;
    const sign = signs[column]!;
    report(checked, 'map.yaml', at, {
      code: 'unknown-sign',
      message: `Row ${String(row)}, column ${String(column)} has the sign "${sign}".`,
      remedy: `Known here: ${legend.map((known) => `"${known}"`).join(' ')}.`,
    });
  });
}
