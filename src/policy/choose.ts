import { FOR, P, ln, luckKeyOf, uniform, type View } from '../engine/index.ts';

/**
 * Logit choice: each option's worth plus Gumbel noise whose scale falls with competence. The noise is
 * keyed by office, option and occasion, never by the option's place in a list, so that a new option
 * elsewhere leaves the luck of the others as it was.
 * @returns index of the chosen option; the first on a tie.
 */
export function choose(
  view: View,
  options: readonly { readonly name: string; readonly utility: number }[],
): number {
  const scale = temperatureOf(view);
  let best = 0;
  let bestWorth = -Infinity;
  for (let i = 0; i < options.length; i++) {
    const option = options[i]!;
    const u = uniform(
      view.seed,
      FOR.decision,
      view.occasion,
      view.model.offices[view.office]!.luckKey,
      luckKeyOf(option.name),
    );
    const worth = option.utility + scale * -ln(-ln(u));
    if (worth > bestWorth) {
      best = i;
      bestWorth = worth;
    }
  }
  return best;
}

/** Noise of a person's choices: the parameter's value at competence 0.5, double at 0, a quarter of that at 1. */
export function temperatureOf(view: View): number {
  return view.params[P['decision.temperature']]! * (2 - 2 * view.traits.competence * 0.75);
}
