import { runHash, startRun, type Model, type RunSetup } from '../engine/index.ts';
import { playOut } from '../policy/index.ts';
import { startMeasures } from '../record/index.ts';
import { PROTOCOL_VERSION, buffersOf, readRequest } from '../protocol/index.ts';
import type { BatchRow, Reply, Request, RunRequest, SiteWhatIf } from '../protocol/index.ts';
import { applyChanges, namesChange, type ChangedModel } from './changes.ts';
import { reckonRun } from './reckon-run.ts';
import { recordFilm } from './record-film.ts';
import { settingsToChanges } from './settings.ts';

/** What the place where a host lives must bring: a browser's worker, a thread, a test. */
export interface HostPort {
  readonly post: (reply: Reply, transfer: ArrayBuffer[]) => void;
  /** Fetches and unpacks the compiled scenario by the address that the screen gave. */
  readonly load: (scenario: string) => Promise<{ model: Model; version: string }>;
  /** Fetches and unpacks the what-ifs that lie beside that scenario; asked for once they are named. */
  readonly loadWhatIf?: (scenario: string) => Promise<SiteWhatIf>;
  /** Lets waiting messages in; resolves soon. */
  readonly pause: () => Promise<void>;
}

/**
 * Opens a host for spectators: whatever `receive` is given is read as a request and answered through the
 * port. A batch lets other requests in between its runs; a newer batch or `cancel` ends it, and the rows
 * that it has sent stay good.
 */
export function openHost(port: HostPort): {
  readonly receive: (message: unknown) => Promise<void>;
} {
  let loaded: Promise<{ model: Model; version: string }> | undefined;
  let batch = -1;
  let address = '';
  let whatIf: Promise<SiteWhatIf> | undefined;
  // Tables of the engine hang on a model: the same change has to give the same one.
  const changed = new Map<string, ChangedModel | string>();
  const problem = (id: number, code: string, message: string, remedy: string): void =>
    port.post({ kind: 'problem', id, code, message, remedy }, []);

  const answer = async (request: Request): Promise<void> => {
    if (request.kind === 'cancel') {
      batch = -1;
      return;
    }
    // At once, so that a cancel which comes before the scenario is there is not forgotten.
    if (request.kind === 'batch') batch = request.id;
    if (request.kind === 'hello') {
      address = request.scenario;
      loaded = port.load(address);
      const { model, version } = await loaded;
      const protocol = PROTOCOL_VERSION;
      port.post(
        { kind: 'welcome', id: request.id, protocol, version, scenarioHash: model.hash },
        [],
      );
      return;
    }
    if (loaded === undefined) {
      problem(request.id, 'not-greeted', 'No scenario is open.', 'Send hello first.');
      return;
    }
    const { model, version } = await loaded;
    const wanted = await placeOf(model, request.setup);
    if (typeof wanted === 'string') {
      problem(request.id, 'bad-setup', `There is no ‘${wanted}’.`, 'Open the run without it.');
      return;
    }
    const { setup } = wanted;
    if (request.kind === 'open') {
      const film = recordFilm(wanted.model, {
        ...setup,
        settings: request.setup.settings,
        version,
      });
      port.post({ kind: 'opened', id: request.id, film }, buffersOf(film));
      return;
    }
    if (request.kind === 'reckoning') {
      const reckoning = reckonRun(wanted.model, setup);
      port.post({ kind: 'reckoned', id: request.id, reckoning }, []);
      return;
    }
    const { other: settings } = request;
    const other =
      settings === undefined ? null : await placeOf(model, { ...request.setup, settings });
    if (typeof other === 'string') {
      problem(request.id, 'bad-setup', `There is no ‘${other}’.`, 'Choose another switch.');
      return;
    }
    await playBatch(wanted, other, request);
  };

  /** The model and the setup of a run, or the part of the request that does not exist. */
  const placeOf = async (model: Model, request: RunRequest): Promise<Place | string> => {
    let found: ChangedModel | string = { model, settings: request.settings };
    if (namesChange(request.settings)) {
      if (port.loadWhatIf === undefined) return request.settings.join(' ');
      whatIf ??= port.loadWhatIf(address);
      const key = request.settings.join(';');
      found = changed.get(key) ?? applyChanges(model, await whatIf, request.settings);
      changed.set(key, found);
    }
    if (typeof found === 'string') return found;
    const setup = setupOf(found.model, { ...request, settings: [...found.settings] });
    return typeof setup === 'string' ? setup : { model: found.model, setup };
  };

  /** Rows go home at every pause, so that a cancelled or dead worker has lost one run at most. */
  const playBatch = async (
    { model, setup }: Place,
    other: Place | null,
    request: Extract<Request, { kind: 'batch' }>,
  ): Promise<void> => {
    const { id, runs, offset, stride } = request;
    for (let run = offset; run < runs; run += stride) {
      if (batch !== id) break;
      const seed = setup.seed + run;
      const row = playRow(model, { ...setup, seed });
      if (other !== null) {
        const { hash, values } = playRow(other.model, { ...other.setup, seed });
        row.other = { hash, values };
      }
      port.post({ kind: 'rows', id, rows: [row], done: false }, []);
      await port.pause();
    }
    port.post({ kind: 'rows', id, rows: [], done: true }, []);
  };

  return {
    receive: async (message) => {
      const request = readRequest(message);
      if (request === null) {
        problem(0, 'bad-request', 'A request could not be read.', 'Reload the page.');
        return;
      }
      try {
        await answer(request);
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        problem(request.id, 'host-failed', text, 'Reload the page; report it if it stays.');
      }
    },
  };
}

interface Place {
  readonly model: Model;
  readonly setup: RunSetup;
}

/** Setup of a run, or the part of the request that does not exist. */
function setupOf(model: Model, request: RunRequest): RunSetup | string {
  const { seed, from, keepTruce, settings } = request;
  const isStart = from === 'free' || model.anchors.some((anchor) => anchor.id === from);
  if (!isStart) return from;
  const read = settingsToChanges(model, settings);
  if (!read.ok) return read.found;
  return { ...read.changes, seed, from, ...(keepTruce === true ? { keepTruce } : {}) };
}

function playRow(model: Model, setup: RunSetup): BatchRow {
  const measures = startMeasures(model, setup);
  const run = startRun(model, setup, measures.onEvent);
  measures.attach(run);
  playOut(run);
  return { seed: setup.seed, hash: runHash(run), values: measures.finish(run) };
}
