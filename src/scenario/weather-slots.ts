/** Length of a slot of weather. Slots count from the start of the scenario. */
export const SLOT_MINUTES = 240;

/**
 * Slots of which a span fills at least half, ascending.
 * @param from minutes since the start of the scenario; `to` is the first minute after the span.
 */
export function slotsOf(from: number, to: number): readonly number[] {
  const slots: number[] = [];
  for (let slot = Math.max(0, Math.floor(from / SLOT_MINUTES)); slot * SLOT_MINUTES < to; slot++) {
    const begin = Math.max(from, slot * SLOT_MINUTES);
    const end = Math.min(to, (slot + 1) * SLOT_MINUTES);
    if (end - begin >= SLOT_MINUTES / 2) slots.push(slot);
  }
  return slots;
}
