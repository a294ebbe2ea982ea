import { runHash, startRun, type KhasanEvent, type Model, type RunSetup } from '../engine/index.ts';
import { playOut } from '../policy/index.ts';
import { startMeasures, type MeasureValue } from '../record/index.ts';

/** What one run gives. */
export interface RunResult {
  /** Hash of the whole run, 32 hexadecimal digits. */
  readonly hash: string;
  /** Value of every measure by its id; null where the thing did not happen. */
  readonly measures: Readonly<Record<string, MeasureValue>>;
  /** Number of events. */
  readonly events: number;
  /** Tick at which the run ended. */
  readonly endTick: number;
}

export interface SimulateOptions {
  /** Receives every event as it happens. Nothing is kept for it. */
  readonly onEvent?: (event: KhasanEvent) => void;
  /** First tick that is not played any more. Default: the end of the scenario. */
  readonly untilTick?: number;
}

/**
 * Plays one run with the built-in policy in every office. A pure function of its arguments: the same
 * model and setup give the same result in any thread, alone or in a batch.
 */
export function simulate(model: Model, setup: RunSetup, options: SimulateOptions = {}): RunResult {
  const measures = startMeasures(model, setup);
  const run = startRun(model, setup, (event) => {
    measures.onEvent(event);
    options.onEvent?.(event);
  });
  playOut(run, options.untilTick);
  return {
    hash: runHash(run),
    measures: measures.finish(run),
    events: run.world.eventCount,
    endTick: run.world.tick,
  };
}
