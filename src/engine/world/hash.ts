import {
  EVENT_FIELDS,
  EVENT_KINDS,
  type EventKind,
  type EventValue,
  type KhasanEvent,
} from '../events.ts';

/**
 * A 128-bit running hash in plain 32-bit integer arithmetic. It is no cryptographic seal: it tells
 * whether two runs were the same. Numbers enter as their 64 bits, little-endian, −0 as 0; texts by
 * UTF-16 code unit with their length. A NaN is a broken invariant and throws.
 */
export function makeChain(): Uint32Array {
  return Uint32Array.of(0x6b686173, 0x616e3139, 0x33383037, 0x32393331);
}

const bits = new DataView(new ArrayBuffer(8));

/** Folds one 32-bit word into the chain. */
export function foldWord(chain: Uint32Array, word: number): void {
  let a = chain[0]! ^ word;
  let b = chain[1]!;
  a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  b = Math.imul(b ^ a ^ (b >>> 12), 0x297a2d39);
  const c = Math.imul(chain[2]! ^ (b >>> 7) ^ word, 0x85ebca6b) + a;
  const d = Math.imul(chain[3]! ^ (c >>> 13), 0xc2b2ae35) + b;
  chain[0] = a ^ (d >>> 16);
  chain[1] = b + c;
  chain[2] = c ^ (c >>> 16);
  chain[3] = d ^ (a >>> 9);
}

/** Folds a number as its 64 bits. */
export function foldNumber(chain: Uint32Array, value: number): void {
  if (Number.isNaN(value)) throw new Error('invariant broken: NaN in the state of a run');
  bits.setFloat64(0, value === 0 ? 0 : value, true);
  foldWord(chain, bits.getUint32(0, true));
  foldWord(chain, bits.getUint32(4, true));
}

/** Folds a text, length first. */
export function foldText(chain: Uint32Array, text: string): void {
  foldWord(chain, text.length);
  for (let i = 0; i < text.length; i++) foldWord(chain, text.charCodeAt(i));
}

/** Folds a list of texts: its length, then one word for them all. */
export function foldTexts(chain: Uint32Array, texts: readonly string[]): void {
  let digest = 0x2545f491;
  for (const text of texts)
    digest = Math.imul(digest ^ luckKeyOf(text), 0x85ebca6b) ^ (digest >>> 15);
  foldWord(chain, texts.length);
  foldWord(chain, digest);
}

/** 32-bit luck key of a permanent id (FNV-1a with a final mix). Two ids of a scenario must differ in it. */
export function luckKeyOf(id: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    h ^= id.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

/** Code and fields of the events of each kind. */
const EVENT_FORMS: ReadonlyMap<EventKind, { code: number; fields: readonly string[] }> = new Map(
  EVENT_KINDS.map((kind, code) => [kind, { code, fields: EVENT_FIELDS[kind] }]),
);

/**
 * The two words in which an event is digested before it enters the chain, so that a field costs two
 * multiplications: the low one takes a word in, the high one what has become of the low.
 */
function mixLow(low: number, word: number): number {
  const mixed = Math.imul(low ^ word, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function mixHigh(high: number, low: number): number {
  return Math.imul(high ^ (high >>> 16) ^ low, 0xc2b2ae35);
}

/** One word of a value of an event: a whole number itself, of another its bits, of a text its key. */
function wordOf(value: EventValue | undefined): number {
  if (typeof value === 'string') return luckKeyOf(value);
  if (typeof value !== 'number') return value === true ? 1 : value === false ? 2 : 3;
  const whole = value | 0;
  if (whole === value) return whole;
  if (Number.isNaN(value)) throw new Error('invariant broken: NaN in an event of a run');
  bits.setFloat64(0, value, true);
  return mixLow(bits.getInt32(0, true) ^ 1, bits.getInt32(4, true));
}

/**
 * Folds an event: its kind, tick, actor, place, causes, and its fields in the order of `EVENT_FIELDS`. Its own id is
 * its tick and its number within it, and the chain has all events of the tick in their order.
 */
export function foldEvent(chain: Uint32Array, event: KhasanEvent): void {
  const { kind, tick, actor, place, cause, data } = event;
  const { code, fields } = EVENT_FORMS.get(kind)!;
  let low = mixLow(code, tick);
  let high = mixHigh(0x2545f491, low);
  low = mixLow(low, luckKeyOf(actor));
  high = mixHigh(high, low);
  low = mixLow(low, luckKeyOf(place));
  high = mixHigh(high, low);
  for (const id of cause) {
    low = mixLow(low, luckKeyOf(id));
    high = mixHigh(high, low);
  }
  for (const field of fields) {
    low = mixLow(low, wordOf(data[field]));
    high = mixHigh(high, low);
  }
  foldWord(chain, low);
  foldWord(chain, high);
}

/**
 * Folds a typed array: its length, then a digest of its non-zero words with their places (most of a world
 * is zeros). All arrays are read as 32-bit words or as bytes, so that the two loops stay fast. Words are
 * little-endian on every machine that runs this; a big-endian one would disagree with all others, and the
 * determinism test would say so.
 */
export function foldArray(
  chain: Uint32Array,
  values: ArrayBufferView,
  words = wordsOf(values),
): void {
  let digest: number;
  if (words instanceof Uint8Array) digest = digestBytes(words);
  else if (values instanceof Float64Array) digest = digestFloats(values, words);
  else digest = digestWords(words);
  foldWord(chain, values.byteLength);
  foldWord(chain, digest);
}

/** A typed array read as 32-bit words, or as bytes where it is no whole number of words. */
export function wordsOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Words {
  return byteLength % 4 === 0 && byteOffset % 4 === 0
    ? new Uint32Array(buffer, byteOffset, byteLength / 4)
    : new Uint8Array(buffer, byteOffset, byteLength);
}
export type Words = Uint32Array | Uint8Array;

/**
 * Most tables of times are full of −1: their places, each mixed so that no two sums of places are alike by rule, are
 * added up, and none waits for the one before.
 */
function digestWords(words: Uint32Array): number {
  let a = 0x2545f491;
  let places = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === 0) continue;
    if (word === 0xffffffff) {
      const place = Math.imul(i + 1, 0x9e3779b1);
      places = (places + Math.imul(place ^ (place >>> 15), 0x85ebca6b)) | 0;
      continue;
    }
    a = Math.imul(a ^ word ^ Math.imul(i, 0x9e3779b1), 0x85ebca6b);
    a ^= a >>> 13;
  }
  return Math.imul(a, 0xc2b2ae35) ^ Math.imul(places, 0x9e3779b1);
}

/** As `digestWords`, by the value, so that zeros (and −0) are passed at half the cost and a NaN is found. */
function digestFloats(values: Float64Array, words: Uint32Array): number {
  let a = 0x2545f491;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0) continue;
    if (value !== value) throw new Error('invariant broken: NaN in the state of a run');
    a = Math.imul(a ^ words[2 * i]! ^ Math.imul(i, 0x9e3779b1), 0x85ebca6b);
    a = Math.imul(a ^ (a >>> 13) ^ words[2 * i + 1]!, 0xc2b2ae35);
    a ^= a >>> 13;
  }
  return a;
}

function digestBytes(bytes: Uint8Array): number {
  let a = 0x2545f491;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === 0) continue;
    a = Math.imul(a ^ byte ^ Math.imul(i, 0x9e3779b1), 0x85ebca6b);
    a ^= a >>> 13;
  }
  return a;
}

/**
 * Folds any plain value of the world: numbers, texts, booleans, null, typed arrays, arrays and records
 * (their keys in alphabetical order).
 */
export function foldValue(chain: Uint32Array, value: unknown): void {
  if (typeof value === 'number') foldNumber(chain, value);
  else if (typeof value === 'string') foldText(chain, value);
  else if (typeof value === 'boolean') foldWord(chain, value ? 1 : 2);
  else if (value === null || value === undefined) foldWord(chain, 3);
  else if (ArrayBuffer.isView(value)) {
    foldArray(chain, value);
  } else if (Array.isArray(value)) {
    foldWord(chain, 0x5b000000 ^ value.length);
    for (const item of value as unknown[]) foldValue(chain, item);
  } else {
    const record = value as Record<string, unknown>;
    for (const key of Object.keys(record).sort()) {
      foldText(chain, key);
      foldValue(chain, record[key]);
    }
  }
}

/** The chain as 32 hexadecimal digits. */
export function chainText(chain: Uint32Array): string {
  return Array.from(chain, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** Hash of a text, 16 hexadecimal digits. */
export function hashText(text: string): string {
  const chain = makeChain();
  foldText(chain, text);
  foldWord(chain, 0);
  foldWord(chain, 0);
  return chainText(chain).slice(0, 16);
}
