import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Session as Inspector } from 'node:inspector/promises';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Measures how fast Khasan is and prints a table. Absolute figures belong to the machine; the ratios
 * are measured in one go, with the things compared taking turns, and can be compared between machines.
 *
 *   npm run bench                     the whole table, about two minutes
 *   npm run bench -- --quick          fewer runs, about half a minute
 *   npm run bench -- --json FILE      the same as data (khasan.bench/1)
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SCENARIO = 'khasan-1938';
const quick = process.argv.includes('--quick');
const jsonAt = process.argv.indexOf('--json');
const jsonFile = jsonAt < 0 ? null : process.argv[jsonAt + 1];
if (jsonAt >= 0 && jsonFile === undefined) {
  process.stderr.write('bench: --json wants a file\n');
  process.exit(2);
}

const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { replicate, simulate, shareModel, sharedBytes } = await built('experiment/index.js');
const { uniform, FOR } = await built('engine/index.js');
const { MEASURES } = await built('record/index.js');
const { openSession } = await built('cli/session.js');

const rows = [];
function note(id, title, value, unit, remark = '') {
  rows.push({ id, title, value, unit, remark });
  const figure = value >= 100 ? Math.round(value).toString() : value.toPrecision(3);
  process.stdout.write(`${title.padEnd(44)} ${figure.padStart(9)} ${unit.padEnd(10)} ${remark}\n`);
}

function timed(work) {
  const startedAt = performance.now();
  const result = work();
  return { milliseconds: performance.now() - startedAt, result };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

// ── the scenario ─────────────────────────────────────────────────────────────────────────────────
const loads = Array.from({ length: 3 }, () => timed(() => openSession(SCENARIO, [])));
const { model } = loads[0].result;
note('load-first', 'read, check and compile, first time', loads[0].milliseconds, 'ms', 'cold code');
note(
  'load',
  'read, check and compile, again',
  median(loads.map((load) => load.milliseconds)),
  'ms',
);
note('tables', 'tables shared between workers', sharedBytes(shareModel(model)) / 1e6, 'MB');

// ── one run ──────────────────────────────────────────────────────────────────────────────────────
const RUNS = quick ? 20 : 100;
const SEED = 1_000_000;
for (let seed = 0; seed < 5; seed++) simulate(model, { seed, from: 'free' });
function meanRun(from) {
  const { milliseconds } = timed(() => {
    for (let run = 0; run < RUNS; run++) simulate(model, { seed: SEED + run, from });
  });
  return milliseconds / RUNS;
}
const meanFree = meanRun('free');
note('run-free', 'mean free run, one core', meanFree, 'ms', `${RUNS} runs`);
for (const anchor of model.anchors) {
  note(`run-${anchor.id}`, `mean run from ${anchor.id}`, meanRun(anchor.id), 'ms', `${RUNS} runs`);
}

// ── where the time of a run goes ─────────────────────────────────────────────────────────────────
/** Own time by file of the build, from the sampling profiler of V8. */
async function profile(work) {
  const inspector = new Inspector();
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.setSamplingInterval', { interval: 500 });
  await inspector.post('Profiler.start');
  work();
  const { profile } = await inspector.post('Profiler.stop');
  inspector.disconnect();
  const fileOf = new Map(
    profile.nodes.map((node) => [
      node.id,
      node.callFrame.url.split('/dist/')[1] ?? node.callFrame.functionName,
    ]),
  );
  const share = new Map();
  const total = profile.timeDeltas.reduce((sum, delta) => sum + delta, 0);
  profile.samples.forEach((node, index) => {
    const file = fileOf.get(node);
    share.set(file, (share.get(file) ?? 0) + profile.timeDeltas[index] / total);
  });
  return share;
}
const shares = await profile(() => {
  for (let run = 0; run < RUNS / 2; run++) simulate(model, { seed: SEED + run, from: 'free' });
});
const shareOf = (start) =>
  [...shares].reduce((sum, [file, share]) => sum + (file.startsWith(start) ? share : 0), 0);
const AREAS = [
  ['policy/', 'deciding (policy)'],
  ['engine/systems/', 'sequence of play (engine/systems)'],
  ['engine/rules/', 'formulas (engine/rules)'],
  ['engine/world/', 'state and hash (engine/world)'],
  ['record/', 'measures (record)'],
  ['(garbage', 'garbage collection'],
];
for (const [start, title] of AREAS) note(`share-${start}`, title, 100 * shareOf(start), '% of run');
const dearest = [...shares].sort((a, b) => b[1] - a[1]).slice(0, 6);
for (const [file, share] of dearest) note(`file-${file}`, `  ${file}`, 100 * share, '% of run');

// ── many runs ────────────────────────────────────────────────────────────────────────────────────
const planOf = (runs) => ({
  scenario: SCENARIO,
  settings: [],
  variants: [{ id: 'free', setup: { from: 'free' }, seed: SEED, runs }],
});
async function wallOf(workers, runs, runner) {
  const startedAt = performance.now();
  await replicate(model, planOf(runs), {
    workers,
    inProcess: false,
    ...(runner === undefined ? {} : { runner }),
  });
  return performance.now() - startedAt;
}
const cores = availableParallelism();
const PAIR_RUNS = quick ? 40 : 150;
const one = [];
const two = [];
for (let round = 0; round < 3; round++) {
  one.push(await wallOf(1, PAIR_RUNS));
  two.push(await wallOf(2, PAIR_RUNS));
}
note(
  'two-to-one',
  'two workers against one',
  Math.min(...one) / Math.min(...two),
  '×',
  `goal ≥ 1.9; ${PAIR_RUNS} runs, best of 3, in turns, ${cores} cores`,
);

/** A run that does nothing, but leaves a row of the usual size. */
const ids = MEASURES.map((measure) => measure.id);
const empty = `const measures = ${JSON.stringify(Object.fromEntries(ids.map((id) => [id, 1])))};
  export const simulate = () => ({ hash: '0'.repeat(32), events: 0, endTick: 0, measures });`;
const emptyRunner = { url: `data:text/javascript,${encodeURIComponent(empty)}`, measureIds: ids };
const EMPTY_RUNS = 20_000;
const started = await wallOf(1, 1, emptyRunner);
const perRun =
  (Math.min(
    ...[await wallOf(1, EMPTY_RUNS, emptyRunner), await wallOf(1, EMPTY_RUNS, emptyRunner)],
  ) -
    started) /
  EMPTY_RUNS;
note('pool-start', 'starting a worker', started, 'ms');
note(
  'overhead',
  'pool and rows, of a free run',
  (100 * perRun) / meanFree,
  '%',
  `goal ≤ 2; ${(1000 * perRun).toFixed(1)} µs a run`,
);

/** A command in a process of its own: wall time from its start, and its greatest memory. */
function inProcessOfItsOwn(words) {
  const code = `
    const { main } = await import(${JSON.stringify(pathToFileURL(join(root, 'dist/cli/index.js')).href)});
    process.exitCode = await main(${JSON.stringify(words)});
    process.stderr.write(String(process.resourceUsage().maxRSS));`;
  const startedAt = performance.now();
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (child.status !== 0) throw new Error(`khasan ${words.join(' ')}: ${child.stderr}`);
  return {
    seconds: (performance.now() - startedAt) / 1000,
    megabytes: Number(child.stderr) / 1024,
  };
}
const BATCH = quick ? 100 : 500;
const batch = inProcessOfItsOwn(['replicate', SCENARIO, '--runs', String(BATCH), '--json']);
note('batch', `${BATCH} free runs, from process start`, batch.seconds, 's', `${cores} cores`);
note('memory', `greatest memory of ${BATCH} runs`, batch.megabytes, 'MB');
const few = inProcessOfItsOwn(['replicate', SCENARIO, '--runs', String(BATCH / 5), '--json']);
note(
  'memory-few',
  `greatest memory of ${BATCH / 5} runs`,
  few.megabytes,
  'MB',
  'flat when the same',
);
note('start', 'khasan --version', inProcessOfItsOwn(['--version']).seconds, 's');

// ── draws ────────────────────────────────────────────────────────────────────────────────────────
/** sfc32 (Chris Doty-Humphrey, public domain): a plain generator with state, to compare with. */
function sfc32(state) {
  const t = (((state[0] + state[1]) | 0) + state[3]) | 0;
  state[3] = (state[3] + 1) | 0;
  state[0] = state[1] ^ (state[1] >>> 9);
  state[1] = (state[2] + (state[2] << 3)) | 0;
  state[2] = ((state[2] << 21) | (state[2] >>> 11)) + t;
  return (t >>> 0) / 4294967296;
}
const DRAWS = 2_000_000;
function keyedDraws() {
  let sum = 0;
  for (let n = 0; n < DRAWS; n++) sum += uniform(7, FOR.fire, n, 11, 13, 0);
  return sum;
}
function plainDraws() {
  const state = Int32Array.of(1, 2, 3, 4);
  let sum = 0;
  for (let n = 0; n < DRAWS; n++) sum += sfc32(state);
  return sum;
}
const keyed = [];
const plain = [];
for (let round = 0; round < 5; round++) {
  keyed.push(timed(keyedDraws).milliseconds);
  plain.push(timed(plainDraws).milliseconds);
}
const keyedRate = DRAWS / Math.min(...keyed) / 1000;
const plainRate = DRAWS / Math.min(...plain) / 1000;
note('draws', 'keyed draws (Threefry, 52 bits)', keyedRate, 'M/s');
note(
  'draws-plain',
  'plain draws (sfc32, 32 bits)',
  plainRate,
  'M/s',
  'no keys: luck would not pair',
);
note('draws-ratio', 'a keyed draw against a plain one', plainRate / keyedRate, '×');

if (jsonFile !== null) {
  const node = process.versions.node;
  const cpu = cpus()[0]?.model ?? '';
  const data = { schema: 'khasan.bench/1', node, cpu, cores, quick, rows };
  writeFileSync(jsonFile, `${JSON.stringify(data, null, 2)}\n`);
}
