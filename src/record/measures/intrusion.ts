import type { KhasanEvent } from '../../engine/index.ts';
import type { Chronicle } from '../chronicle.ts';
import { numberOf } from '../lookup.ts';

/** Whether an office's men have seen enemies on ground that is its side's by its own line. */
export function isIntrusion({ lookup, model }: Chronicle, event: KhasanEvent): boolean {
  const office = lookup.offices.get(event.actor);
  const area = lookup.areas.get(event.place);
  if (office === undefined || area === undefined || numberOf(event.data['men']) < 1) return false;
  const { side } = model.offices[office]!;
  return model.ground.owner[side * model.grid.count + model.areas[area]!.hex] === side;
}
