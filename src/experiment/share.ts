import type { Model } from '../engine/index.ts';

type NumberArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;
type NumberArrayMaker = new (
  buffer: SharedArrayBuffer,
  offset: number,
  length: number,
) => NumberArray;

function isNumberArray(value: unknown): value is NumberArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Rounds up to whole 64-bit words, the widest alignment any array needs. */
function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function bytesOfArrays(value: unknown): number {
  if (isNumberArray(value)) return padded(value.byteLength);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + bytesOfArrays(item), 0);
}

/** Copies a plain value; its arrays of numbers go to `buffer`, one behind the other from `at.byte`. */
function copyInto(buffer: SharedArrayBuffer, at: { byte: number }, value: unknown): unknown {
  if (isNumberArray(value)) {
    const Maker = value.constructor as NumberArrayMaker;
    const copy = new Maker(buffer, at.byte, value.length);
    copy.set(value);
    at.byte += padded(value.byteLength);
    return copy;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => copyInto(buffer, at, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, copyInto(buffer, at, item)]),
  );
}

/**
 * Copies a model so that all its arrays of numbers lie in one `SharedArrayBuffer`. Handing the copy
 * to a worker then copies names and records only; the tables are the same memory in every worker.
 * Nobody writes to a model, so no locks are needed.
 */
export function shareModel(model: Model): Model {
  const buffer = new SharedArrayBuffer(bytesOfArrays(model));
  return copyInto(buffer, { byte: 0 }, model) as Model;
}

/** Bytes of shared memory behind the arrays of a model that `shareModel` made; 0 for any other. */
export function sharedBytes(model: Model): number {
  const buffer = model.units.men.buffer;
  return buffer instanceof SharedArrayBuffer ? buffer.byteLength : 0;
}
