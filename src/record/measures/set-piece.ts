import { TICKS_PER_HOUR, type EventKind, type KhasanEvent } from '../../engine/index.ts';
import { BATTALION_MEN } from '../assaults.ts';
import type { Chronicle } from '../chronicle.ts';
import { areaOf, numberOf, sideOf, textOf } from '../lookup.ts';

/** Hours over which a set-piece attack is judged. Source: targets, T3–T5, as for the first Soviet attack. */
export const SET_PIECE_HOURS = 36;

/** Men under one plan on named heights that make an attack a set piece: two battalions. Assumption. */
export const SET_PIECE_MEN = 2 * BATTALION_MEN;

/** The first set-piece attack of a run and what it cost the attacker. */
export interface SetPiece {
  /** -1 until it starts. */
  startTick: number;
  side: number;
  plan: string;
  men: number;
  tanks: number;
  tanksLost: number;
  tanksBogged: number;
  hit: number;
  /** Men started so far by plan. */
  readonly started: Map<string, { men: number; operations: number[]; areas: Set<number> }>;
  areas: ReadonlySet<number>;
}

export function startSetPiece(): SetPiece {
  return {
    startTick: -1,
    side: -1,
    plan: '',
    men: 0,
    tanks: 0,
    tanksLost: 0,
    tanksBogged: 0,
    hit: 0,
    started: new Map(),
    areas: new Set(),
  };
}

/** Kinds of event that tell of a set-piece attack; others change nothing. */
export const SET_PIECE_KINDS = [
  'operation-started',
  'tanks-put-out',
  'casualties-taken',
] as const satisfies readonly EventKind[];

/** Takes an event in. Tanks committed are counted in the run, where it is at hand. */
export function setPieceOf(piece: SetPiece, chronicle: Chronicle, event: KhasanEvent): void {
  if (event.kind === 'operation-started') noteStart(piece, chronicle, event);
  if (piece.startTick < 0 || event.tick - piece.startTick > SET_PIECE_HOURS * TICKS_PER_HOUR)
    return;
  if (sideOf(chronicle.lookup, event.data['side']) !== piece.side) return;
  if (event.kind === 'tanks-put-out') {
    const count = numberOf(event.data['count']);
    const cause = textOf(event.data['cause']);
    if (cause === 'marsh') piece.tanksBogged += count;
    else if (cause !== 'capture') piece.tanksLost += count;
  } else if (event.kind === 'casualties-taken') {
    const area = areaOf(chronicle.lookup, event.place);
    if (!isNear(piece, chronicle, area)) return;
    piece.hit += numberOf(event.data['killed']) + numberOf(event.data['wounded']);
  }
}

function isNear(piece: SetPiece, { lookup, model }: Chronicle, area: number): boolean {
  if (area < 0) return false;
  for (const target of piece.areas) {
    if (lookup.near[target * model.areas.length + area] === 1) return true;
  }
  return false;
}

function noteStart(piece: SetPiece, chronicle: Chronicle, event: KhasanEvent): void {
  const operation = chronicle.operations.find(({ id }) => id === numberOf(event.data['operation']));
  if (operation?.act !== 'assault') return;
  if (chronicle.model.areas[operation.area]?.kind !== 'height') return;
  const plan = operation.plan === '' ? `#${String(operation.id)}` : operation.plan;
  const known = piece.started.get(plan) ?? { men: 0, operations: [], areas: new Set<number>() };
  known.men += operation.men;
  known.operations.push(operation.id);
  known.areas.add(operation.area);
  piece.started.set(plan, known);
  const isMore = piece.startTick >= 0 && piece.plan === plan;
  if (!isMore && (piece.startTick >= 0 || known.men < SET_PIECE_MEN)) return;
  piece.startTick = piece.startTick < 0 ? event.tick : piece.startTick;
  piece.side = operation.side;
  piece.plan = plan;
  piece.men = known.men;
  piece.areas = known.areas;
  const ids = isMore ? [operation.id] : known.operations;
  piece.tanks += tanksIn(chronicle, ids);
}

function tanksIn(chronicle: Chronicle, ids: readonly number[]): number {
  const { run } = chronicle;
  if (run === undefined) return 0;
  let tanks = 0;
  for (const operation of run.world.operations) {
    if (!ids.includes(operation.id)) continue;
    for (const unit of operation.units) tanks += run.world.units.tanks[unit]!;
  }
  return tanks;
}
