import { problemAt, type Problem } from './problem.ts';

/** One record of a table, with the line of the file on which it begins (1-based). */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly problems: readonly Problem[];
}

interface Reader {
  readonly path: string;
  readonly text: string;
  readonly problems: Problem[];
  at: number;
  line: number;
}

/**
 * Reads comma-separated values after RFC 4180, strictly: a quote opens only at the start of a field, is
 * doubled inside it and closes it; every record has as many fields as the header; CRLF and LF both end
 * a record. Spaces are part of a field. A byte order mark is dropped, empty lines are not records.
 * Problems are collected with the line; a record with a problem is left out.
 */
export function readCsv(text: string, path: string): CsvTable {
  const reader: Reader = {
    path,
    text: text.startsWith('\uFEFF') ? text.slice(1) : text,
    problems: [],
    at: 0,
    line: 1,
  };
  let header: readonly string[] | undefined;
  const records: CsvRecord[] = [];
  while (reader.at < reader.text.length) {
    const line = reader.line;
    const fields = readRecord(reader);
    if (fields === undefined || (fields.length === 1 && fields[0] === '')) continue;
    if (header === undefined) header = fields;
    else if (fields.length === header.length) records.push({ line, fields });
    else {
      const message = `The record has ${String(fields.length)} fields, the header ${String(header.length)}.`;
      complain(reader, line, message, 'Count the commas; quote a field that contains one.');
    }
  }
  if (header === undefined) {
    complain(reader, 1, 'The table is empty.', 'Write the header line first.');
  }
  return { header: header ?? [], records, problems: reader.problems };
}

function complain(reader: Reader, line: number, message: string, remedy: string): void {
  const position = { path: reader.path, line, column: 1 };
  reader.problems.push(problemAt(position, { code: 'history-unreadable', message, remedy }));
}

/** Reads to the end of a record and over its line end; `undefined` when its quotes are wrong. */
function readRecord(reader: Reader): readonly string[] | undefined {
  const fields: string[] = [];
  const line = reader.line;
  for (;;) {
    const field = reader.text[reader.at] === '"' ? readQuoted(reader) : readPlain(reader);
    if (field === undefined) {
      const message = 'A quote stands inside a field, or is not closed.';
      complain(reader, line, message, 'Put the whole field in quotes and double those inside it.');
      skipLine(reader);
      return undefined;
    }
    fields.push(field);
    const next = reader.text[reader.at];
    if (next === ',') reader.at++;
    else {
      skipLine(reader);
      return fields;
    }
  }
}

/** A field without quotes, up to a comma or the end of the line. */
function readPlain(reader: Reader): string | undefined {
  const { text } = reader;
  const start = reader.at;
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') {
    if (text[end] === '"') return undefined;
    end++;
  }
  reader.at = end;
  const isLineEnd = text[end] !== ',' && text[end - 1] === '\r' && end > start;
  return text.slice(start, isLineEnd ? end - 1 : end);
}

/** A field in quotes; afterwards the reader stands on a comma or a line end. */
function readQuoted(reader: Reader): string | undefined {
  const { text } = reader;
  let value = '';
  let from = reader.at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      reader.at = quote + 1;
      break;
    }
    value += '"';
    from = quote + 2;
  }
  for (const sign of value) if (sign === '\n') reader.line++;
  if (text[reader.at] === '\r' && text[reader.at + 1] === '\n') reader.at++;
  const next = text[reader.at];
  return next === undefined || next === ',' || next === '\n' ? value : undefined;
}

function skipLine(reader: Reader): void {
  const end = reader.text.indexOf('\n', reader.at);
  reader.at = end < 0 ? reader.text.length : end + 1;
  reader.line++;
}
