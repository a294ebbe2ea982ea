import type { ScaleLinear } from 'd3-scale';
import { area, curveMonotoneX } from 'd3-shape';
import { exp } from '../../engine/index.ts';
import { paint, type Colour } from '../palette.ts';
import { path } from '../svg.ts';
import type { DistributionData } from './distribution.ts';

/** A smooth outline: Gaussian kernels by Silverman’s rule, counted in 120 steps. */
export function densityShape(
  { figures, spread }: DistributionData,
  x: ScaleLinear<number, number>,
  { base, height, colour }: { base: number; height: number; colour: Colour },
): string {
  const [low = 0, high = 1] = x.domain();
  const width = bandwidth(figures, spread!, high - low);
  const steps = Array.from({ length: 121 }, (_, step) => low + ((high - low) * step) / 120);
  const heights = steps.map((at) => {
    let sum = 0;
    for (const figure of figures) {
      const z = (at - figure) / width;
      if (z > -6 && z < 6) sum += exp(-z * z * 0.5);
    }
    return sum / (figures.length * width);
  });
  const most = Math.max(...heights);
  const points = steps.map((at, index): [number, number] => [
    x(at),
    base - (heights[index]! / most) * (height - 12),
  ]);
  const shape = area()
    .x(([at]) => at)
    .y0(base)
    .y1(([, top]) => top)
    .curve(curveMonotoneX)
    .digits(1);
  return path(
    shape(points) ?? '',
    paint({ fill: colour, stroke: colour, width: 1.2, opacity: 0.55 }),
  );
}

function bandwidth(
  figures: readonly number[],
  { p25, p75 }: NonNullable<DistributionData['spread']>,
  span: number,
): number {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const squares = figures.reduce((sum, figure) => sum + (figure - mean) * (figure - mean), 0);
  const sd = Math.sqrt(squares / Math.max(1, figures.length - 1));
  const robust = (p75 - p25) / 1.34;
  const width = robust > 0 ? Math.min(sd, robust) : sd;
  // Source: Silverman, Density Estimation (1986), eq. 3.31.
  return Math.max(span / 200, 0.9 * width * fifthRootOf(figures.length));
}

/** `n` to the power −1/5, by Newton's steps: powers differ between engines in their last bit. */
function fifthRootOf(n: number): number {
  let root = 1;
  for (let step = 0; step < 60; step++) {
    const fourth = root * root * root * root;
    root = (4 * root + n / fourth) / 5;
  }
  return 1 / root;
}
