/** Mean of figures by their weights; NaN where nothing has weight. */
export function weightedMean(figures: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let weight = 0;
  for (const [index, figure] of figures.entries()) {
    sum += weights[index]! * figure;
    weight += weights[index]!;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}

/**
 * Quantiles of weighted figures, linear between the middles of their shares of the weight. With equal weights it is
 * type 5 of Hyndman and Fan (1996). NaN where nothing has weight.
 */
export function weightedQuantiles(
  figures: readonly number[],
  weights: readonly number[],
  shares: readonly number[],
): number[] {
  const order = figures.map((_, index) => index).filter((index) => weights[index]! > 0);
  order.sort((a, b) => figures[a]! - figures[b]!);
  const total = order.reduce((sum, index) => sum + weights[index]!, 0);
  let before = 0;
  const middles = order.map((index) => {
    const middle = (before + weights[index]! / 2) / total;
    before += weights[index]!;
    return middle;
  });
  return shares.map((share) => {
    if (order.length === 0) return Number.NaN;
    const above = middles.findIndex((middle) => middle >= share);
    const figureAt = (position: number): number => figures[order[position]!]!;
    if (above === 0) return figureAt(0);
    if (above < 0) return figureAt(order.length - 1);
    const from = middles[above - 1]!;
    const part = (share - from) / (middles[above]! - from);
    return figureAt(above - 1) + part * (figureAt(above) - figureAt(above - 1));
  });
}

/** Share of the weight that lies below a value; what is equal to it counts by half. */
export function weightBelow(
  figures: readonly number[],
  weights: readonly number[],
  value: number,
): number {
  let below = 0;
  let total = 0;
  for (const [index, figure] of figures.entries()) {
    total += weights[index]!;
    if (figure < value) below += weights[index]!;
    else if (figure === value) below += weights[index]! / 2;
  }
  return total > 0 ? below / total : Number.NaN;
}

/** How many equal weights these weights are worth (Kish 1965): the square of their sum by the sum of their squares. */
export function effectiveSize(weights: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** Median absolute deviation from the median (not scaled to a normal distribution); NaN of no figures. */
export function medianDeviation(figures: readonly number[]): number {
  const equal = figures.map(() => 1);
  const [middle] = weightedQuantiles(figures, equal, [0.5]);
  const off = figures.map((figure) => Math.abs(figure - middle!));
  return weightedQuantiles(off, equal, [0.5])[0]!;
}
