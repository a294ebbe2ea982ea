/**
 * What is worked out once for an object and kept as long as the object is: tables of a model, scratch memory.
 * Nothing of it is part of a world. The object asked for last is remembered, since thousands of questions in
 * a row are about the same one.
 * @param make works it out; called once for each object.
 */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly made: T }>();
  let lastKey: K | undefined;
  let last: { readonly made: T } | undefined;
  return (key) => {
    if (key === lastKey) return last!.made;
    let found = known.get(key);
    if (found === undefined) {
      found = { made: make(key) };
      known.set(key, found);
    }
    lastKey = key;
    last = found;
    return found.made;
  };
}
