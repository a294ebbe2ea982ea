import type { z } from 'zod';
import type { NodePath } from './source.ts';

type Schema = z.core.$ZodType;

/** What a schema of any kind may be made of. */
interface Parts {
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly items?: readonly Schema[];
  readonly valueType?: Schema;
}

/** Keys that a schema knows at a path, in the order of the schema; empty where it has no keys. */
export function knownKeysAt(schema: Schema, at: NodePath): readonly string[] {
  let branches: Schema[] = unfold(schema);
  for (const part of at) {
    branches = branches.flatMap((branch) => memberOf(branch, part)).flatMap(unfold);
  }
  const keys = branches.flatMap((branch) => {
    const { shape } = branch._zod.def as { readonly shape?: Readonly<Record<string, Schema>> };
    return shape === undefined ? [] : Object.keys(shape);
  });
  return [...new Set(keys)];
}

/** A schema without its wrappings; all branches of a union. */
function unfold(schema: Schema): Schema[] {
  const def = schema._zod.def as { type: string; innerType?: Schema; options?: readonly Schema[] };
  if (def.innerType !== undefined) return unfold(def.innerType);
  if (def.options !== undefined) return def.options.flatMap(unfold);
  return [schema];
}

function memberOf(schema: Schema, part: string | number): Schema[] {
  const def = schema._zod.def as Parts;
  const member =
    def.shape !== undefined && Object.hasOwn(def.shape, part)
      ? def.shape[part]
      : (def.element ?? def.valueType ?? def.items?.[Number(part)]);
  return member === undefined ? [] : [member];
}

/** All keys that a schema knows at any depth, sorted; for the test that the manual names each of them. */
export function allKeysOf(schema: Schema): readonly string[] {
  const keys = new Set<string>();
  const open: Schema[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const branch of unfold(next)) {
      const def = branch._zod.def as Parts;
      for (const [key, member] of Object.entries(def.shape ?? {})) {
        keys.add(key);
        open.push(member);
      }
      for (const part of [def.element, def.valueType, ...(def.items ?? [])]) {
        if (part !== undefined) open.push(part);
      }
    }
  }
  return [...keys].sort();
}
