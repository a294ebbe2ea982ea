import { exp, ln, pow } from '../engine/index.ts';

/** What is known of one run: when the thing happened, or until when it was watched in vain. */
export interface Watched {
  readonly time: number;
  readonly happened: boolean;
}

/** From this time on the share holds, until the next step. */
export interface KaplanMeierStep {
  readonly time: number;
  /** Share 0–1 in which it has not happened yet, with its 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.959963984540054;

/**
 * The product-limit estimate with Greenwood's variance on the log-minus-log scale, which keeps the
 * interval between 0 and 1. Source: Kaplan and Meier, JASA 53 (1958) 457–481; Kalbfleisch and Prentice,
 * The Statistical Analysis of Failure Time Data, section 1.4.
 * @param start time of the first step, at which all are without it.
 */
export function kaplanMeier(runs: readonly Watched[], start: number): KaplanMeierStep[] {
  const steps: KaplanMeierStep[] = [{ time: start, share: 1, low: 1, high: 1 }];
  const times = [...new Set(runs.filter(({ happened }) => happened).map(({ time }) => time))];
  times.sort((a, b) => a - b);
  let share = 1;
  let sum = 0;
  let high = 1;
  for (const time of times) {
    const atRisk = runs.filter((run) => run.time >= time).length;
    const events = runs.filter((run) => run.happened && run.time === time).length;
    share *= 1 - events / atRisk;
    if (share <= 0) {
      // Nobody is left: the formula ends here, and the last upper bound is the honest one.
      steps.push({ time, share: 0, low: 0, high });
      break;
    }
    sum += events / (atRisk * (atRisk - events));
    const logShare = ln(share);
    const spread = (Z95 * Math.sqrt(sum)) / -logShare;
    high = pow(share, exp(-spread));
    steps.push({ time, share, low: pow(share, exp(spread)), high });
  }
  return steps;
}
