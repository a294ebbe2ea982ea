import { luckKeyOf, type KhasanEvent } from '../../engine/index.ts';
import { numberOf, sideOf, textOf, type Lookup } from '../lookup.ts';

/** What one unit lost. */
export interface UnitLoss {
  readonly side: number;
  readonly unit: string;
  /** Index of the unit, -1 where the model does not know it. */
  readonly index: number;
  /** Luck key of the unit. */
  readonly key: number;
  killed: number;
  wounded: number;
  missing: number;
  tanks: number;
  guns: number;
  aircraft: number;
  /** Men of the unit as it broke, 0 where it did not. */
  broke: number;
}

/** What one unit lost in one tick, all causes but shells and bombs apart from these. */
export interface Incident extends UnitLoss {
  /** Index of the area, -1 off the map. */
  readonly area: number;
  /** Whether shells, bombs or the fire of those at hand did it: it decides who takes it for his own work. */
  readonly by: 'shells' | 'bombs' | 'fire';
}

/** A unit as an incident names it. */
export interface Sufferer {
  readonly unit: string;
  /** Index of the unit, -1 where the model does not know it. */
  readonly index: number;
  /** Index of the area, -1 off the map. */
  readonly area: number;
}

/** Adds what an event tells of the losses of a unit to the incidents of its tick. */
export function noteLoss(
  incidents: Incident[],
  lookup: Lookup,
  event: KhasanEvent,
  sufferer: Sufferer,
): void {
  const { kind, data } = event;
  const isLoss = kind === 'casualties-taken' || kind === 'tanks-put-out' || kind === 'guns-lost';
  if (!isLoss && kind !== 'unit-broke') return;
  const side = sideOf(lookup, data['side']);
  if (side < 0) return;
  const incident = incidentIn(incidents, lookup, side, sufferer, wayOf(textOf(data['cause'])));
  if (kind === 'unit-broke') incident.broke += numberOf(data['men']);
  else if (kind === 'tanks-put-out') incident.tanks += numberOf(data['count']);
  else if (kind === 'guns-lost') incident.guns += numberOf(data['count']);
  else {
    incident.killed += numberOf(data['killed']);
    incident.wounded += numberOf(data['wounded']);
    incident.missing += numberOf(data['missing']);
  }
}

/** The incident of a unit, place and cause among those of a tick, opened where there is none yet. */
export function incidentIn(
  incidents: Incident[],
  { model }: Lookup,
  side: number,
  sufferer: Sufferer,
  by: Incident['by'],
): Incident {
  const { unit, index, area } = sufferer;
  const key = index < 0 ? luckKeyOf(unit) : model.units.luckKey[index]!;
  for (const each of incidents) {
    if (each.key === key && each.area === area && each.by === by && each.unit === unit) return each;
  }
  const incident: Incident = {
    side,
    unit,
    index,
    key,
    killed: 0,
    wounded: 0,
    missing: 0,
    tanks: 0,
    guns: 0,
    aircraft: 0,
    broke: 0,
    area,
    by,
  };
  incidents.push(incident);
  return incident;
}

/** What units have lost in a day, by id of the unit. */
export type LossesOfDay = Map<string, UnitLoss>;

/** Adds an incident to what its unit has lost in the day. */
export function addToDay(losses: LossesOfDay, incident: Incident): void {
  const { side, unit, index, key } = incident;
  let loss = losses.get(unit);
  if (loss === undefined) {
    loss = {
      side,
      unit,
      index,
      key,
      killed: 0,
      wounded: 0,
      missing: 0,
      tanks: 0,
      guns: 0,
      aircraft: 0,
      broke: 0,
    };
    losses.set(unit, loss);
  }
  loss.killed += incident.killed;
  loss.wounded += incident.wounded;
  loss.missing += incident.missing;
  loss.broke += incident.broke;
  loss.tanks += incident.tanks;
  loss.guns += incident.guns;
  loss.aircraft += incident.aircraft;
}

/** The losses of a day in an order that is the same whatever the order of the events: by unit. */
export function inOrder(losses: LossesOfDay): UnitLoss[] {
  return [...losses.values()].sort((a, b) => a.index - b.index);
}

function wayOf(cause: string): Incident['by'] {
  return cause === 'fragments' ? 'shells' : cause === 'bombs' ? 'bombs' : 'fire';
}
