import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * Builds the explorer as a static site under dist/site: the page, and the data it opens with. Prints what
 * the page weighs and fails over its budget.
 *
 *   node tools/site.mjs           the page and its data (needs dist/cli)
 *   node tools/site.mjs --page    the page alone
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist/site');

/** Gzipped kilobytes of the page without data, and of the data of the first view. */
const PAGE_KB_MOST = 600;
const DATA_KB_MOST = 250;
const FIRST_DATA = ['scenario.json', 'front.json', 'film.json'];

/** Our own modules do nothing when they are loaded, so what is not used is not carried. */
const OWN_ROOMS = /\/src\/(hex|engine|policy|record|picture|protocol|host|experiment|scenario)\//;

// Runs that have been played stay; assets of an earlier build go.
rmSync(join(out, 'assets'), { recursive: true, force: true });
await build({
  plugins: [preloadFaces(), statisticsAlone()],
  configFile: false,
  root: join(root, 'src/web'),
  base: './',
  logLevel: 'warn',
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', rolldownOptions: { treeshake: treeshake() } },
  build: {
    outDir: out,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    // The budget below is ours, counted as it travels.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { treeshake: treeshake() },
  },
});

/** Of the room `experiment` a page may have the statistics: the rest of it needs Node. What else is named fails here. */
function statisticsAlone() {
  const parts = ['paired', 'intervals', 'moments'];
  return {
    name: 'statistics-alone',
    enforce: 'pre',
    load: (id) =>
      id.replaceAll('\\', '/').endsWith('/src/experiment/index.ts')
        ? parts.map((part) => `export * from './statistics/${part}.ts';`).join('\n')
        : null,
  };
}

/** Lets the browser fetch the faces of the first view with the script, not after it. */
function preloadFaces() {
  const wanted = /(sans-3-latin-wght-normal|serif-4-latin-wght-(normal|italic))-.*\.woff2$/;
  return {
    name: 'preload-faces',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => wanted.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              href: `./${file}`,
              crossorigin: true,
            },
            injectTo: 'head',
          })),
    },
  };
}

function treeshake() {
  return {
    moduleSideEffects: (id) => !OWN_ROOMS.test(id) && !id.includes('/milsymbol/'),
  };
}

if (!process.argv.includes('--page')) {
  const { writeSiteData } = await import('../dist/cli/site-data.js');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await writeSiteData(version, out);
}
weigh();

function filesUnder(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Fonts are compressed already; a browser fetches only the scripts of them that it needs. */
function weightOf(path) {
  const bytes = readFileSync(path);
  return extname(path) === '.woff2' ? bytes.length : gzipSync(bytes).length;
}

function weigh() {
  const rows = filesUnder(out).map((path) => ({
    name: relative(out, path).replaceAll('\\', '/'),
    kb: weightOf(path) / 1024,
  }));
  const page = rows.filter(({ name }) => !name.startsWith('data/'));
  const first = rows.filter(({ name }) => FIRST_DATA.includes(name.replace('data/', '')));
  const sum = (list) => list.reduce((total, { kb }) => total + kb, 0);
  const verbose = process.argv.includes('--table') || process.env.CI !== undefined;
  if (verbose) {
    for (const { name, kb } of rows)
      process.stderr.write(`${kb.toFixed(1).padStart(8)} kB  ${name}\n`);
  }
  const verdicts = [
    ['the page', sum(page), PAGE_KB_MOST],
    ['the data of the first view', sum(first), DATA_KB_MOST],
  ];
  for (const [what, kb, most] of verdicts) {
    process.stderr.write(`${what}: ${kb.toFixed(0)} of ${most} kB gzipped\n`);
    if (kb > most) {
      process.stderr.write(
        `The budget is exceeded. node tools/site.mjs --table lists the files.\n`,
      );
      process.exitCode = 1;
    }
  }
}
