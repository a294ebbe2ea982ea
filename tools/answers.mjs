// Runs the ready questions of experiments/ and keeps the page of each answer in docs/answers/.
//   node tools/answers.mjs [--runs N] [ID …]
// Runs of an earlier, broken-off call are gone on with; all of them are kept in results/.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../dist/cli/index.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const at = words.indexOf('--runs');
const runs = at < 0 ? [] : words.splice(at, 2);
const ready = readdirSync(join(ROOT, 'experiments'))
  .filter((name) => name.endsWith('.yaml'))
  .filter((name) =>
    readFileSync(join(ROOT, 'experiments', name), 'utf8').includes('\nformat: khasan.experiment/'),
  )
  .map((name) => name.replace('.yaml', ''));
const asked = words.length === 0 ? ready : words;

process.chdir(ROOT);
mkdirSync('docs/answers', { recursive: true });
for (const id of asked) {
  const out = `results/${id}`;
  const call = ['experiment', `experiments/${id}.yaml`, '--out', out, '--resume', ...runs];
  let code = await main(call);
  if (code === 2 && existsSync(out)) {
    // The rows there are of another version or question; what they answered is no longer asked.
    rmSync(out, { recursive: true });
    code = await main(call);
  }
  if (code !== 0) process.exit(code);
  copyFileSync(`${out}/answer.md`, `docs/answers/${id}.md`);
}
