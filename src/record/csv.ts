/** A cell of a table of comma-separated values (RFC 4180); what is not there, or did not happen, is an empty cell. */
export function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
