import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Rewrites the stored results under test/golden from what the code gives now, and lists what changed.
 * To be committed alone, with a line under "Model changes" in the changelog.
 *
 *   node tools/accept-goldens.mjs [part of a test file's name]…      all of them without a name
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

function git(...args) {
  return spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trimEnd();
}

const before = git('status', '--porcelain', '--', 'src', 'scenarios', 'history');
if (before !== '') {
  process.stderr.write(
    'Commit the change that moves the goldens first; accepting them is a commit of its own.\n' +
      `Not committed:\n${before}\n`,
  );
  process.exit(2);
}

const asked = process.argv.slice(2);
const tests = asked.length > 0 ? asked : ['test/golden', 'test/scenario-fixtures'];
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...tests, '--update'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, KHASAN_ACCEPT: '1' } },
);

const changed = git('status', '--porcelain', '--', 'test/golden');
process.stdout.write(
  changed === ''
    ? '\nNo golden changed.\n'
    : `\nChanged goldens; look at each with git diff:\n${changed}\n` +
        'Then write a line under "Model changes" in CHANGELOG.md and commit both, with nothing else.\n',
);
process.exitCode = status === 0 ? 0 : 1;
