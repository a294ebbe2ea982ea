import { PROTOCOL_VERSION, isFilm, readReply } from '../../protocol/index.ts';
import type { BatchRow, Film, Reply, Request, RunReckoning } from '../../protocol/index.ts';
import type { RunWish } from './sync.ts';

/**
 * The page's end of the line to one worker. Requests carry numbers; an answer that is no longer waited
 * for is dropped.
 */
export interface Client {
  readonly hello: () => Promise<{ version: string; scenarioHash: string }>;
  readonly open: (wish: RunWish & { readonly seed: number }) => Promise<Film>;
  /** Plays the run again and says who answers for what in it. */
  readonly reckon: (wish: RunWish & { readonly seed: number }) => Promise<RunReckoning>;
  /** Plays every `stride`-th run from `offset`; rows come as they are done. Resolves at the end. */
  readonly batch: (
    wish: RunWish & { readonly seed: number; readonly keepTruce?: boolean },
    part: {
      /** Settings of a second run with each seed. */
      readonly other?: string[];
      readonly runs: number;
      readonly offset: number;
      readonly stride: number;
    },
    onRows: (rows: readonly BatchRow[]) => void,
  ) => Promise<void>;
  readonly cancel: () => void;
  readonly stop: () => void;
}

/** What a host said was wrong. */
export class HostProblem extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.name = 'HostProblem';
    this.code = code;
    this.remedy = remedy;
  }
}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
  readonly onRows?: (rows: readonly BatchRow[]) => void;
}

/** Starts a worker. It loads the scenario by itself when it is greeted. */
export function startClient(scenarioAddress: string): Client {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let next = 1;
  worker.addEventListener('message', (message: MessageEvent<unknown>) => {
    const reply = readReply(message.data);
    if (reply === null) return;
    const asked = waiting.get(reply.id);
    if (asked === undefined) return;
    if (reply.kind === 'rows') {
      asked.onRows?.(reply.rows);
      if (!reply.done) return;
    }
    waiting.delete(reply.id);
    if (reply.kind === 'problem') {
      asked.reject(new HostProblem(reply.code, reply.message, reply.remedy));
    } else asked.resolve(reply);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) {
      reject(new HostProblem('worker-died', event.message, 'Reload the page.'));
    }
    waiting.clear();
  });
  const ask = (make: (id: number) => Request, onRows?: Waiting['onRows']): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject, ...(onRows === undefined ? {} : { onRows }) });
      worker.postMessage(make(id));
    });
  return {
    hello: async () => {
      const reply = await ask((id) => ({
        kind: 'hello',
        id,
        protocol: PROTOCOL_VERSION,
        scenario: scenarioAddress,
      }));
      if (reply.kind !== 'welcome') throw new Error('the host answered something else');
      return reply;
    },
    open: async ({ seed, from, settings }) => {
      const setup = { seed, from, settings: [...settings] };
      const reply = await ask((id) => ({ kind: 'open', id, setup }));
      if (reply.kind !== 'opened' || !isFilm(reply.film)) {
        throw new Error('the host answered something else');
      }
      return reply.film;
    },
    reckon: async ({ seed, from, settings }) => {
      const setup = { seed, from, settings: [...settings] };
      const reply = await ask((id) => ({ kind: 'reckoning', id, setup }));
      if (reply.kind !== 'reckoned') throw new Error('the host answered something else');
      return reply.reckoning;
    },
    batch: async ({ seed, from, settings, keepTruce }, part, onRows) => {
      const truce = keepTruce === true ? { keepTruce } : {};
      const setup = { seed, from, settings: [...settings], ...truce };
      await ask((id) => ({ kind: 'batch', id, setup, ...part }), onRows);
    },
    cancel: () => worker.postMessage({ kind: 'cancel', id: next++ }),
    stop: () => worker.terminate(),
  };
}
