import { uniform } from '../../src/engine/index.ts';

/** Chance for tests: the same seed gives the same draws, on every machine and in every order of files. */
export interface Lottery {
  /** Whole number from 0 up to `count` − 1. */
  readonly whole: (count: number) => number;
  /** True in a share `chance` (0–1) of the draws. */
  readonly chance: (chance: number) => boolean;
  /** One of the items; throws when there are none. */
  readonly pick: <T>(items: readonly T[]) => T;
}

/** A stream of its own, outside all purposes of the model. */
const PURPOSE = 0x7e57;

export function makeLottery(seed: number): Lottery {
  let drawn = 0;
  const next = (): number => uniform(seed, PURPOSE, drawn++, 0);
  const whole = (count: number): number => Math.floor(next() * count);
  return {
    whole,
    chance: (chance) => next() < chance,
    pick: (items) => {
      if (items.length === 0) throw new Error('nothing to pick from');
      return items[whole(items.length)]!;
    },
  };
}
