import { TICKS_PER_HOUR, type Act } from '../engine/index.ts';
import type { Chronicle, OperationRecord } from './chronicle.ts';

/** Acts that put infantry on ground which the other side holds. */
export const ATTACKS = ['eject', 'assault'] as const satisfies readonly Act[];

/** Which of them an act is, as a position; -1 where it is none. */
export function attackOf(act: string): number {
  return ATTACKS.findIndex((attack) => attack === act);
}

/**
 * Men that make an attack one of battalion size. Source: adjudication notes 15, T1 ("battalion size or
 * more"); Assumption: 300 men, three companies of a frontier battalion, since events do not name companies.
 */
export const BATTALION_MEN = 300;

/** Attacks on one place that start within this time are one assault ordered in several parts. */
const TOGETHER_TICKS = 2 * TICKS_PER_HOUR;

/** Attacks of one side on one place at one time, taken together. Ticks are -1 where not happened. */
export interface Assault {
  readonly side: number;
  readonly area: number;
  readonly startTick: number;
  men: number;
  defenders: number;
  /** Killed, wounded and missing of the attackers until their operations ended. */
  loss: number;
  /** Latest end; -1 while any of them goes on. */
  endTick: number;
  takenTick: number;
  readonly operations: OperationRecord[];
}

/** Operations of infantry that have started, by start, then by order. */
export function startedAttacks(chronicle: Chronicle): readonly OperationRecord[] {
  return chronicle.operations
    .filter((operation) => operation.startedTick >= 0 && attackOf(operation.act) >= 0)
    .sort((a, b) => a.startedTick - b.startedTick || a.id - b.id);
}

/** All assaults of the run, by start. */
export function assaultsOf(chronicle: Chronicle): readonly Assault[] {
  const assaults: Assault[] = [];
  for (const operation of startedAttacks(chronicle)) {
    let assault = assaults.find(
      (candidate) =>
        candidate.side === operation.side &&
        candidate.area === operation.area &&
        operation.startedTick - candidate.startTick <= TOGETHER_TICKS,
    );
    if (assault === undefined) {
      assault = {
        side: operation.side,
        area: operation.area,
        startTick: operation.startedTick,
        men: 0,
        defenders: 0,
        loss: 0,
        endTick: 0,
        takenTick: -1,
        operations: [],
      };
      assaults.push(assault);
    }
    join(assault, operation);
  }
  return assaults;
}

function join(assault: Assault, operation: OperationRecord): void {
  assault.operations.push(operation);
  assault.men += operation.men;
  // Each part counts the same defenders.
  assault.defenders = Math.max(assault.defenders, operation.defenders);
  assault.loss += operation.loss;
  const isOpen = assault.endTick < 0 || operation.endedTick < 0;
  assault.endTick = isOpen ? -1 : Math.max(assault.endTick, operation.endedTick);
  const taken = operation.takenTick;
  if (taken >= 0 && (assault.takenTick < 0 || taken < assault.takenTick)) assault.takenTick = taken;
}

/** Whether an assault is of battalion size or more and goes for a named height. */
export function isBattalionAssault(chronicle: Chronicle, assault: Assault): boolean {
  return assault.men >= BATTALION_MEN && isHeight(chronicle, assault.area);
}

/** Whether an area is a named height of the map. */
export function isHeight(chronicle: Chronicle, area: number): boolean {
  return chronicle.model.areas[area]?.kind === 'height';
}

/** The first seizure: the battalion assault whose height was the first to be taken. */
export function firstSeizure(
  chronicle: Chronicle,
  assaults: readonly Assault[],
): Assault | undefined {
  let first: Assault | undefined;
  for (const assault of assaults) {
    if (assault.takenTick < 0 || !isBattalionAssault(chronicle, assault)) continue;
    if (first === undefined || assault.takenTick < first.takenTick) first = assault;
  }
  return first;
}

/**
 * Start of the first attack of two battalions or more by a side: the earliest tick at which its attacks
 * on named heights that start within two hours add up to 600 men. -1 where there is none.
 * @param fromTick attacks that start earlier are left out.
 */
export function firstDoubleAttack(chronicle: Chronicle, side: number, fromTick = 0): number {
  const attacks = startedAttacks(chronicle).filter(
    (attack) =>
      attack.side === side && attack.startedTick >= fromTick && isHeight(chronicle, attack.area),
  );
  for (let first = 0; first < attacks.length; first++) {
    let men = 0;
    for (let next = first; next < attacks.length; next++) {
      if (attacks[next]!.startedTick - attacks[first]!.startedTick > TOGETHER_TICKS) break;
      men += attacks[next]!.men;
    }
    if (men >= 2 * BATTALION_MEN) return attacks[first]!.startedTick;
  }
  return -1;
}

/** The first attack by two divisions under one plan: when the second division's part starts. */
export interface JointAttack {
  /** -1 where there is none. */
  readonly tick: number;
  /** Hour set for the part that started first, as a tick. */
  readonly hHourTick: number;
  readonly firstStartTick: number;
}

/**
 * Finds it among the attacks of a side that share a plan and stand under different divisions.
 * @param fromTick attacks that start earlier are left out.
 */
export function firstJointAttack(chronicle: Chronicle, side: number, fromTick = 0): JointAttack {
  const { division } = chronicle.lookup;
  const attacks = startedAttacks(chronicle).filter(
    (attack) =>
      attack.side === side &&
      attack.startedTick >= fromTick &&
      attack.plan !== '' &&
      (division[attack.office] ?? -1) >= 0,
  );
  for (const second of attacks) {
    const first = attacks.find(
      (attack) =>
        attack.startedTick <= second.startedTick &&
        attack.plan === second.plan &&
        division[attack.office] !== division[second.office],
    );
    if (first !== undefined) {
      return {
        tick: second.startedTick,
        hHourTick: first.hHourTick,
        firstStartTick: first.startedTick,
      };
    }
  }
  return { tick: -1, hHourTick: -1, firstStartTick: -1 };
}

/** Losses of a side between two ticks, both included; everywhere, or in one sector. */
export function lossesWithin(
  chronicle: Chronicle,
  window: { side: number; from: number; to: number; sectorOf?: number },
): { men: number; tanks: number } {
  const { near } = chronicle.lookup;
  const areas = chronicle.model.areas.length;
  let men = 0;
  let tanks = 0;
  for (const entry of chronicle.losses) {
    if (entry.side !== window.side || entry.tick < window.from || entry.tick > window.to) continue;
    const { sectorOf } = window;
    if (sectorOf !== undefined && (entry.area < 0 || near[sectorOf * areas + entry.area] !== 1)) {
      continue;
    }
    men += entry.killed + entry.wounded + entry.missing;
    tanks += entry.tanks;
  }
  return { men, tanks };
}
