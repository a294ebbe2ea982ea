/**
 * Plain data with typed arrays as JSON: an array of numbers becomes `{"~":"i32","v":[…]}`. Numbers are
 * written as text, since a compressed page carries small numbers in text as cheaply as in bytes.
 */
const KINDS = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;
type Kind = keyof typeof KINDS;

/** Writes plain data. Throws on a typed array of a kind it does not know. */
export function pack(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (!ArrayBuffer.isView(item)) return item;
    const found = (Object.keys(KINDS) as Kind[]).find((kind) => item instanceof KINDS[kind]);
    if (found === undefined) throw new Error('invariant broken: an array of an unknown kind');
    return { '~': found, v: Array.from(item as unknown as ArrayLike<number>) };
  });
}

/** Reads what `pack` wrote. The shape is the caller's to check. */
export function unpack(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) => {
    if (typeof item !== 'object' || item === null || !('~' in item) || !('v' in item)) return item;
    const make = KINDS[item['~'] as Kind] as (typeof KINDS)[Kind] | undefined;
    return make === undefined ? item : make.from(item.v as number[]);
  });
}
