import { ACTS, type Act } from '../engine/index.ts';

const CODES = new Map(ACTS.map((act, code) => [act, code]));

/** Where each act stands in a list about acts. */
export interface ByAct {
  /** The list, and how long it was: it is added to or replaced, never altered. */
  list: readonly { readonly act: Act }[];
  count: number;
  /** `[act]` the newest entry on it, and `[entry]` the one before on the same act; -1 none. */
  readonly newest: Int16Array;
  readonly older: number[];
}

/** The places of acts in a list, the same as long as the list is; `known` is where they were noted last. Newest entries stand last. */
export function sortedByAct(known: ByAct[], office: number, list: ByAct['list']): ByAct {
  const sorted = (known[office] ??= unsorted());
  if (sorted.list !== list || sorted.count !== list.length) sort(sorted, list);
  return sorted;
}

function unsorted(): ByAct {
  return { list: [], count: 0, newest: new Int16Array(ACTS.length).fill(-1), older: [] };
}

function sort(sorted: ByAct, list: ByAct['list']): void {
  const { newest, older } = sorted;
  sorted.list = list;
  sorted.count = list.length;
  newest.fill(-1);
  for (let i = 0; i < list.length; i++) {
    const act = CODES.get(list[i]!.act)!;
    older[i] = newest[act]!;
    newest[act] = i;
  }
}
