import { countJobs, replicate, type Batch, type Failure, type Plan } from '../experiment/index.ts';
import type { Context } from './context.ts';
import { describeFault, EXIT, writeFaultFile } from './errors.ts';
import { catchInterrupt } from './interrupt.ts';
import { openProgress } from './progress.ts';
import type { Session } from './session.ts';

/** Runs a plan with a bar, and hears an interrupt. */
export async function runBatch(
  context: Context,
  session: Session,
  plan: Plan,
  workers: number | undefined,
): Promise<Batch> {
  const bar = openProgress('Running', countJobs(plan));
  const interrupt = catchInterrupt((text) => {
    bar.close();
    context.say(text);
  });
  try {
    return await replicate(session.model, plan, {
      ...(workers === undefined ? {} : { workers }),
      signal: interrupt.signal,
      onProgress: bar.show,
    });
  } finally {
    interrupt.release();
    bar.close();
  }
}

/** All failures of a batch, in the order of its jobs. */
export function failuresOf(batch: Batch): Failure[] {
  return batch.variants.flatMap((variant) => variant.failures);
}

/**
 * Says on the error stream what went wrong with a batch and how to go on, and returns the exit code:
 * runs that broke are our fault, an interrupt is the user's wish, anything else is well.
 */
export function closeBatch(context: Context, plan: Plan, batch: Batch): number {
  if (batch.interrupted) context.say(describeInterrupt(plan, batch));
  const failures = failuresOf(batch);
  const [first] = failures;
  if (first === undefined) return batch.interrupted ? EXIT.interrupted : EXIT.ok;
  const fault = {
    version: context.version,
    replay: failures.map((failure) => failure.replay),
    message: first.message,
    stack: first.stack,
  };
  const count = `${String(failures.length)} of ${String(batch.done)} runs broke and are left out.`;
  context.say(`${count}\n${describeFault(fault, writeFaultFile(fault))}`);
  return EXIT.fault;
}

/** How many runs are done, and which are still to do. */
export function describeInterrupt(plan: Plan, batch: Batch): string {
  const done = `Interrupted: ${String(batch.done)} of ${String(batch.asked)} runs done.`;
  const [variant, ...others] = plan.variants;
  if (variant === undefined || others.length > 0) {
    return `${done}\nThe same command gives the same runs again.`;
  }
  // Claims are handed out in order and finished, so what is done is the first part of the list.
  const seed = `--seed ${String(variant.seed + batch.done)}`;
  return `${done}\nThe rest: the same command with ${seed} --runs ${String(batch.asked - batch.done)}`;
}
