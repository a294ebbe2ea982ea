import {
  runHash,
  startRun,
  type KhasanEvent,
  type Model,
  type Run,
  type RunSetup,
} from '../engine/index.ts';
import { playOut, type DecisionLog } from '../policy/index.ts';
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
  /** Receives every event of a run that has begun, with the run as it stands at that moment, to be read only. */
  readonly onMoment?: (event: KhasanEvent, run: Run) => void;
  /** Receives why each office decided as it did. */
  readonly onDecision?: DecisionLog;
  /** First tick that is not played any more. Default: the end of the scenario. */
  readonly untilTick?: number;
}

/**
 * Plays one run with the built-in policy in every office. A pure function of its arguments: the same
 * model and setup give the same result in any thread, alone or in a batch.
 */
export function simulate(model: Model, setup: RunSetup, options: SimulateOptions = {}): RunResult {
  const measures = startMeasures(model, setup);
  // The first events of a run are told before there is a run to be looked at.
  const stage: { run?: Run } = {};
  const run = startRun(model, setup, (event) => {
    measures.onEvent(event);
    options.onEvent?.(event);
    if (stage.run !== undefined) options.onMoment?.(event, stage.run);
  });
  stage.run = run;
  measures.attach(run);
  playOut(run, options.untilTick, options.onDecision);
  return {
    hash: runHash(run),
    measures: measures.finish(run),
    events: run.world.eventCount,
    endTick: run.world.tick,
  };
}
