/**
 * Number of single-character slips (insertion, deletion, substitution, exchange of neighbours) between
 * two texts: optimal string alignment.
 */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Int32Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i++) table[i * width] = i;
  for (let j = 0; j <= b.length; j++) table[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min(
        table[(i - 1) * width + j]! + 1,
        table[i * width + j - 1]! + 1,
        table[(i - 1) * width + j - 1]! + (same ? 0 : 1),
      );
      const exchanged =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (exchanged) best = Math.min(best, table[(i - 2) * width + j - 2]! + 1);
      table[i * width + j] = best;
    }
  }
  return table[a.length * width + b.length]!;
}

/** Last part of a dotted id, `1bn` of `su.40rd.119rr.1bn`. */
function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/**
 * The known word that a person most likely meant, or `undefined` when none is near. A third of the
 * letters (at least two) may be wrong; failing that, an id with the same last part is offered. Of equally near words
 * the first in the list wins.
 */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const slips = editDistance(lower, candidate.toLowerCase());
    // A short word that shares no letter with the candidate is not a misspelling of it.
    if (slips < bestDistance && slips < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = slips;
    }
  }
  return best ?? known.find((candidate) => lastPart(candidate) === lastPart(lower));
}

/** A remedy that names the nearest known word, or lists the known ones when there are few. */
export function remedyFor(word: string, known: readonly string[], what: string): string {
  const nearest = nearestOf(word, known);
  if (nearest !== undefined) return `Did you mean "${nearest}"?`;
  if (known.length === 0) return `There is no ${what} yet; add one.`;
  if (known.length <= 20) return `Use one of: ${known.join(', ')}.`;
  return `Use the id of an existing ${what}.`;
}
