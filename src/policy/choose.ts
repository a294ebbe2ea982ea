import {
  ACTS,
  FOR,
  P,
  ln,
  luckKeyOf,
  oncePer,
  uniform,
  type Message,
  type PublicModel,
  type View,
} from '../engine/index.ts';

/** Luck that nineteen options of twenty stay below, and more noise than any of them gets: −ln(−ln 0.95) is 2.97. */
const COMMON_LUCK = 0.95;
const COMMON_LIFT = 3;

/**
 * Logit choice: each option's worth plus Gumbel noise whose scale falls with competence. The noise is
 * keyed by office, option and occasion, never by the option's place in a list, so that a new option
 * elsewhere leaves the luck of the others as it was.
 * @param count how many of the options there are: those at the head of the list.
 * @returns index of the chosen option; the first on a tie.
 */
export function choose(
  view: View,
  options: readonly { readonly key: number; readonly utility: number }[],
  count = options.length,
): number {
  const scale = temperatureOf(view);
  const { seed, occasion } = view;
  const { luckKey } = view.info;
  let best = 0;
  let bestWorth = -Infinity;
  for (let i = 0; i < count; i++) {
    const option = options[i]!;
    const u = uniform(seed, FOR.decision, occasion, luckKey, option.key);
    // Most are so far behind that no need is to work out by how much.
    if (u < COMMON_LUCK && option.utility + COMMON_LIFT * scale <= bestWorth) continue;
    const worth = option.utility + scale * -ln(-ln(u));
    if (worth > bestWorth) {
      best = i;
      bestWorth = worth;
    }
  }
  return best;
}

/**
 * Noise of a person's choices: the parameter's value at competence 0.5, 1.75 times it at 0, a quarter of
 * it at 1. Assumption: the slope on competence.
 */
export function temperatureOf(view: View): number {
  return view.params[P['decision.temperature']]! * (1.75 - 1.5 * view.traits.competence);
}

/** `[act * areas + area]`. */
const optionKeysOf = oncePer((model: PublicModel): Uint32Array =>
  Uint32Array.from({ length: ACTS.length * model.areas.length }, (_, cell) => {
    const name = ACTS[Math.floor(cell / model.areas.length)]!;
    return luckKeyOf(`${name}:${model.areas[cell % model.areas.length]!.id}`);
  }),
);

/**
 * Luck key of doing an act about an area: made from their names, so that it does not move with lists.
 * @param act code of `ACTS`.
 */
export function keyOfOption(model: PublicModel, act: number, area: number): number {
  return optionKeysOf(model)[act * model.areas.length + area]!;
}

/** Luck key of asking for leave to do what the given key does. */
export function keyOfAsking(key: number): number {
  return (key ^ 0x5bd1e995) >>> 0;
}

/**
 * What a question is called when luck is drawn for its answer: who asked what, and when. The number of a
 * message will not do: it counts the messages of everybody, of which the office knows nothing.
 */
export function nameOf(view: View, message: Message): string {
  const { id } = view.model.offices[message.from]!;
  return `${id}@${String(message.sentTick)}:${message.kind}:${message.act}:${String(message.area)}`;
}

/** Whether an office does something that is worth so much more to it than leaving it alone. */
export function prefers(view: View, what: string, question: string, utility: number): boolean {
  return (
    choose(view, [
      { key: luckKeyOf(`leave:${question}`), utility: 0 },
      { key: luckKeyOf(`${what}:${question}`), utility },
    ]) === 1
  );
}
