/** Line of the first byte that is not UTF-8, or 0. Without bytes the replacement sign gives it away. */
export function lineOfBadUtf8(file: {
  readonly text: string;
  readonly bytes?: Uint8Array;
}): number {
  if (file.bytes === undefined) {
    const at = file.text.indexOf('\uFFFD');
    return at < 0 ? 0 : file.text.slice(0, at).split('\n').length;
  }
  const bytes = file.bytes;
  let line = 1;
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return line;
    if (bytes[i] === 10) line++;
    i += length;
  }
  return 0;
}

/** Length of the UTF-8 sequence at `i`, or 0 when it is none (overlong forms and surrogates included). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!;
  if (first < 0x80) return first === 0 ? 0 : 1;
  const length = first >= 0xc2 && first < 0xe0 ? 2 : (first & 0xf0) === 0xe0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let k = 1; k < length; k++) {
    if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[i + 1]!;
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const beyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return overlong || beyond ? 0 : length;
}
