import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Everything a machine can check, in one go: types, lint, format, and the tests (which also hold the
 * import law and the generated documents). A failing step does not stop the others, so that one run
 * names all that is wrong. The last line is `N passed, N failed`; a failed step counts as one failure.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'khasan-check-'));
const countFile = join(scratch, 'count.json');

const TSC = 'node_modules/typescript/bin/tsc';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const VITEST = 'node_modules/vitest/vitest.mjs';

/** Runs a Node script. Output is held back unless `live`, so that steps side by side do not mix. */
function run(args, { live = false } = {}) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, KHASAN_COUNT_FILE: countFile },
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      resolve({ ok: code === 0, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

function show(name, { ok, output, seconds }) {
  if (!ok) process.stdout.write(output);
  const verdict = ok ? 'ok' : 'FAILED';
  process.stdout.write(`${name.padEnd(8)} ${verdict.padEnd(7)} ${seconds.toFixed(1)} s\n`);
  return ok ? 0 : 1;
}

async function typesThenFormat() {
  const types = await run([TSC, '-b']);
  const format = await run([PRETTIER, '--check', '--log-level', 'warn', '.']);
  return { types, format };
}

/** The longest sources: a question to their authors, not an offence. */
function longestSources(folder, found = []) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) longestSources(path, found);
    else if (/(?<!\.test)\.tsx?$/.test(entry.name)) {
      found.push({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 });
    }
  }
  return found.sort((a, b) => b.lines - a.lines).slice(0, 5);
}

async function main() {
  // Lint is as long as types and format together: two cores, two lanes.
  const [{ types, format }, lint] = await Promise.all([typesThenFormat(), run([ESLINT, '.'])]);
  const failedSteps = show('types', types) + show('lint', lint) + show('format', format);

  const longest = longestSources('src').map(({ path, lines }) => `${path} ${lines}`);
  process.stdout.write(`longest  ${longest.join(', ')}\n`);

  const tests = await run([VITEST, 'run'], { live: true });
  const count = existsSync(countFile)
    ? JSON.parse(readFileSync(countFile, 'utf8'))
    : { passed: 0, failed: 0 };
  // A test run can fail without a failed test: it crashed, or an error escaped from no test at all.
  const failedTests = tests.ok ? count.failed : Math.max(1, count.failed);
  show('tests', { ...tests, ok: failedTests === 0, output: '' });

  const failed = failedSteps + failedTests;
  process.stdout.write(`${count.passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
