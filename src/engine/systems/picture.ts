import type { Run } from '../world/world.ts';

/** Placeholder until the command layer lands. */
export function noteContact(
  run: Run,
  office: number,
  hex: number,
  men: number,
  guns: number,
  tanks: number,
  works: number,
  activity: number,
): void {
  if (office + hex + men + guns + tanks + works + activity < 0) run.world.ended = true;
}
