import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Counts what ran. Skipped tests are named, so that nobody takes them for passed ones. The count goes to
 * the file named by `KHASAN_COUNT_FILE`, or ends the output as `N passed, N failed`.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    const skipped: string[] = [];
    for (const module of modules) {
      // A file or suite that does not load has no tests, and must not look like one without failures.
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
        else skipped.push(`${module.relativeModuleId} > ${test.fullName}`);
      }
    }
    for (const name of skipped) process.stdout.write(`skipped: ${name}\n`);
    const countFile = process.env['KHASAN_COUNT_FILE'];
    if (countFile === undefined) {
      process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);
    } else {
      writeFileSync(countFile, JSON.stringify({ passed, failed, skipped: skipped.length }));
    }
  }
}
