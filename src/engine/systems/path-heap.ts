/**
 * The binary heap of the path search, ordered by minutes and then by location, so that the search does
 * not depend on the order of entry. One search at a time.
 */
let heap = new Float64Array(1024);
let heapAt = new Int32Array(1024);
let heapSize = 0;

/** Empties the heap. */
export function clearHeap(): void {
  heapSize = 0;
}

/** Whether nothing is left. */
export function isEmpty(): boolean {
  return heapSize === 0;
}

/** Enters a location with its minutes. */
export function push(minutes: number, location: number): void {
  if (heapSize === heap.length) {
    const wider = new Float64Array(heap.length * 2);
    wider.set(heap);
    const widerAt = new Int32Array(heap.length * 2);
    widerAt.set(heapAt);
    heap = wider;
    heapAt = widerAt;
  }
  let child = heapSize++;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!before(minutes, location, heap[parent]!, heapAt[parent]!)) break;
    heap[child] = heap[parent]!;
    heapAt[child] = heapAt[parent]!;
    child = parent;
  }
  heap[child] = minutes;
  heapAt[child] = location;
}

function before(a: number, aAt: number, b: number, bAt: number): boolean {
  return a < b || (a === b && aAt < bAt);
}

/** Removes the least entry and returns its location. */
export function pop(): number {
  const top = heapAt[0]!;
  const minutes = heap[--heapSize]!;
  const location = heapAt[heapSize]!;
  let parent = 0;
  for (;;) {
    let child = 2 * parent + 1;
    if (child >= heapSize) break;
    if (
      child + 1 < heapSize &&
      before(heap[child + 1]!, heapAt[child + 1]!, heap[child]!, heapAt[child]!)
    )
      child++;
    if (!before(heap[child]!, heapAt[child]!, minutes, location)) break;
    heap[parent] = heap[child]!;
    heapAt[parent] = heapAt[child]!;
    parent = child;
  }
  heap[parent] = minutes;
  heapAt[parent] = location;
  return top;
}
