/**
 * The first line in which two traces differ, as `NAME (OLD → NEW)`; `''` when they are the same. A line
 * is a name and what is known of it.
 */
export function firstChange(stored: string, now: string): string {
  const before = stored.trimEnd().split('\n');
  const after = now.trimEnd().split('\n');
  const lines = Math.max(before.length, after.length);
  for (let line = 0; line < lines; line++) {
    if (before[line] === after[line]) continue;
    const [name = ''] = (before[line] ?? after[line] ?? '').split(' ');
    const rest = (text: string | undefined): string =>
      text === undefined ? 'nothing' : text.slice(text.indexOf(' ') + 1);
    return `${name} (${rest(before[line])} → ${rest(after[line])})`;
  }
  return '';
}
