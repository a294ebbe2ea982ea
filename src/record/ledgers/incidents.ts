import { luckKeyOf, type KhasanEvent } from '../../engine/index.ts';
import { numberOf, sideOf, textOf, type Lookup } from '../lookup.ts';

/** What one unit lost in one tick, all causes but shells and bombs apart from these. */
export interface Incident {
  readonly side: number;
  readonly unit: string;
  /** Luck key of the unit. */
  readonly key: number;
  /** Index of the area, -1 off the map. */
  readonly area: number;
  /** Whether shells, bombs or the fire of those at hand did it: it decides who takes it for his own work. */
  readonly by: 'shells' | 'bombs' | 'fire';
  killed: number;
  wounded: number;
  missing: number;
  tanks: number;
  guns: number;
  aircraft: number;
  /** Men of the unit as it broke, 0 where it did not. */
  broke: number;
}

/**
 * Losses of one tick by unit and cause, put together from its events. Their order among themselves does not matter:
 * numbers are added, and the list is sorted by unit and cause.
 */
export function incidentsOf(lookup: Lookup, events: readonly KhasanEvent[]): Incident[] {
  const found = new Map<string, Incident>();
  for (const event of events) add(found, lookup, event);
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, incident]) => incident);
}

function add(found: Map<string, Incident>, lookup: Lookup, event: KhasanEvent): void {
  const { kind, data, actor, place } = event;
  const isLoss = kind === 'casualties-taken' || kind === 'tanks-put-out' || kind === 'guns-lost';
  if (!isLoss && kind !== 'unit-broke') return;
  const side = sideOf(lookup, data['side']);
  if (side < 0) return;
  const by = wayOf(textOf(data['cause']));
  const area = lookup.areas.get(place) ?? -1;
  const incident = incidentIn(found, side, actor, area, by);
  if (kind === 'unit-broke') incident.broke += numberOf(data['men']);
  else if (kind === 'tanks-put-out') incident.tanks += numberOf(data['count']);
  else if (kind === 'guns-lost') incident.guns += numberOf(data['count']);
  else {
    incident.killed += numberOf(data['killed']);
    incident.wounded += numberOf(data['wounded']);
    incident.missing += numberOf(data['missing']);
  }
}

/** The incident of a unit, place and cause in this tick, opened where there is none yet. */
export function incidentIn(
  found: Map<string, Incident>,
  side: number,
  unit: string,
  area: number,
  by: Incident['by'],
): Incident {
  const id = `${unit} ${String(area)} ${by}`;
  const known = found.get(id);
  if (known !== undefined) return known;
  const key = luckKeyOf(unit);
  const men = { killed: 0, wounded: 0, missing: 0, broke: 0 };
  const incident = { side, unit, key, area, by, ...men, tanks: 0, guns: 0, aircraft: 0 };
  found.set(id, incident);
  return incident;
}

function wayOf(cause: string): Incident['by'] {
  return cause === 'fragments' ? 'shells' : cause === 'bombs' ? 'bombs' : 'fire';
}
