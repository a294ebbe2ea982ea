import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  closeDecision,
  runHash,
  startRun,
  step,
  type KhasanEvent,
  type Model,
  type Order,
  type Run,
  type RunSetup,
} from '../../src/engine/index.ts';
import { disputeModel } from './border-dispute.ts';
import { realModel, REAL_SCENARIO } from './real-scenario.ts';
import { ROOT } from './source-files.ts';

/** A run as data: how it began, and every order that was given, stop by stop of its clock. */
export interface OrderLog {
  readonly format: 'khasan.order-log/1';
  /** Name of a built-in scenario, or `small` for the border dispute of the tests. */
  readonly scenario: string;
  /** Length of the small scenario; of no meaning for others. */
  readonly days: number;
  readonly setup: RunSetup;
  /** `[stop]` the tick of the stop, the offices that were due, and all orders given then. */
  readonly stops: readonly {
    readonly tick: number;
    readonly due: readonly number[];
    readonly orders: readonly Order[];
  }[];
  /** What went wrong, for the reader. */
  readonly problem: string;
}

export function modelOf(log: Pick<OrderLog, 'scenario' | 'days'>): Model {
  return log.scenario === REAL_SCENARIO ? realModel() : disputeModel(log.days);
}

/**
 * Gives the orders of a log again and nothing else: a policy is never asked. The run is handed to
 * `onStop` at each stop, before its orders, so that a debugger can be set there.
 * @throws whatever the run throws, and an `Error` where it departs from the log.
 */
export function replayOrders(
  log: OrderLog,
  onStop: (run: Run, stop: number) => void = () => {},
): { readonly run: Run; readonly events: readonly KhasanEvent[]; readonly hash: string } {
  const events: KhasanEvent[] = [];
  const run = startRun(modelOf(log), log.setup, (event) => events.push(event));
  let due = step(run, []);
  log.stops.forEach(({ tick, orders, due: expected }, stop) => {
    if (run.world.tick !== tick || due.join() !== expected.join()) {
      throw new Error(`at stop ${stop} the run is at tick ${run.world.tick}, the log at ${tick}`);
    }
    onStop(run, stop);
    for (const office of due) closeDecision(run, office);
    due = step(run, orders);
  });
  return { run, events, hash: runHash(run) };
}

/** Writes a log into the folder of results. Returns its path from the top of the project. */
export function writeOrderLog(log: OrderLog, name: string): string {
  mkdirSync(join(ROOT, 'results'), { recursive: true });
  const path = join('results', `${name}.json`);
  writeFileSync(join(ROOT, path), `${JSON.stringify(log)}\n`);
  return path;
}

export function readOrderLog(path: string): OrderLog {
  return JSON.parse(readFileSync(path, 'utf8')) as OrderLog;
}
