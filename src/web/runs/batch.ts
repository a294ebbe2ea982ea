import { signal, type Signal } from '@preact/signals';
import type { BatchRow } from '../../protocol/index.ts';
import { startClient, type Client } from '../state/client.ts';
import type { RunWish } from '../state/sync.ts';

/** Runs that this page has played itself. */
export interface LiveBatch {
  readonly wanted: number;
  readonly rows: readonly BatchRow[];
  readonly isRunning: boolean;
  /** Seconds since it began. */
  readonly seconds: number;
  /** Times that a silent worker was started anew. */
  readonly restarts: number;
}

/** A batch of its own: what it has played, and its levers. */
export interface Batch {
  readonly live: Signal<LiveBatch | null>;
  /**
   * Plays runs in workers of their own, one processor left for the screen. Rows that are there stay.
   * @param other settings of a second run with each seed.
   */
  readonly play: (
    scenarioAddress: string,
    wish: RunWish & { readonly seed: number; readonly keepTruce?: boolean },
    runs: number,
    other?: readonly string[],
  ) => void;
  /** Stops; what has been played is kept. */
  readonly stop: () => void;
}

/** A worker that has sent nothing for so long is taken for dead: a run takes a second at most. */
const SILENCE_MILLISECONDS = 5000;
const RESTARTS_MOST = 3;

export function openBatch(): Batch {
  const live = signal<LiveBatch | null>(null);
  let stopNow: () => void = () => undefined;
  return {
    live,
    play: (scenarioAddress, wish, runs, other) => {
      stopNow();
      stopNow = playBatch(live, scenarioAddress, wish, runs, other);
    },
    stop: () => stopNow(),
  };
}

/** @returns what stops it. */
function playBatch(
  live: Batch['live'],
  scenarioAddress: string,
  wish: Parameters<Batch['play']>[1],
  runs: number,
  other: readonly string[] | undefined,
): () => void {
  const workers = Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1, runs));
  const startedAt = performance.now();
  const rows: BatchRow[] = [];
  const clients = new Set<Client>();
  let isStopped = false;
  let restarts = 0;
  let running = workers;
  const show = (): void => {
    live.value = {
      wanted: runs,
      rows: [...rows],
      isRunning: running > 0 && !isStopped,
      seconds: (performance.now() - startedAt) / 1000,
      restarts,
    };
  };
  const stop = (): void => {
    isStopped = true;
    for (const client of clients) client.stop();
    clients.clear();
    show();
  };
  const workOn = async (worker: number): Promise<void> => {
    // A worker takes every so many-th run; after a death the next one goes on where it was.
    let offset = worker;
    for (let life = 0; life <= RESTARTS_MOST && !isStopped && offset < runs; life++) {
      const client = startClient(scenarioAddress);
      clients.add(client);
      const outcome = await until(client, async (heard) => {
        await client.hello();
        heard();
        const pair = other === undefined ? {} : { other: [...other] };
        await client.batch(wish, { ...pair, runs, offset, stride: workers }, (more) => {
          if (isStopped) return;
          rows.push(...more);
          offset += more.length * workers;
          heard();
          show();
        });
      });
      client.stop();
      clients.delete(client);
      if (outcome === 'done') break;
      restarts++;
      offset += workers;
    }
    running--;
    show();
  };
  show();
  for (let worker = 0; worker < workers; worker++) void workOn(worker);
  return stop;
}

/** Waits for some work of a worker, and gives it up when it falls silent. */
async function until(
  client: Client,
  work: (heard: () => void) => Promise<void>,
): Promise<'done' | 'silent'> {
  let timer = 0;
  let heard = (): void => undefined;
  const silence = new Promise<'silent'>((resolve) => {
    heard = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => resolve('silent'), SILENCE_MILLISECONDS);
    };
    heard();
  });
  const done = work(() => heard()).then(
    () => 'done' as const,
    () => 'silent' as const,
  );
  const outcome = await Promise.race([done, silence]);
  window.clearTimeout(timer);
  if (outcome === 'silent') client.stop();
  return outcome;
}
