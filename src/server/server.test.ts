import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolvePath, startServer, type SiteServer } from './index.ts';

let home: string;
let site: string;
let server: SiteServer;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'khasan-server-'));
  site = join(home, 'site');
  mkdirSync(join(site, 'data'), { recursive: true });
  writeFileSync(join(home, 'secret.json'), '{}');
  writeFileSync(join(site, 'index.html'), '<p>here</p>');
  writeFileSync(join(site, 'data/front.json'), '{}');
  writeFileSync(join(site, '.hidden.json'), '{}');
  writeFileSync(join(site, 'program.sh'), '');
  symlinkSync(join(home, 'secret.json'), join(site, 'link.json'));
  server = await startServer({ folder: site, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

test.each(['/', '/index.html', '/data/front.json', '/index.html?x=../..', '//data//front.json'])(
  '%s is found',
  (path) => {
    expect(resolvePath(site, path)).not.toBeNull();
  },
);

test.each([
  '/../secret.json',
  '/data/../../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/data%2ffront.json',
  '/..\\secret.json',
  '/link.json',
  '/.hidden.json',
  '/program.sh',
  '/data',
  '/nothing.json',
  '/%',
  '/index.html%00.json',
  'index.html',
])('%s is not', (path) => {
  expect(resolvePath(site, path)).toBeNull();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request as a stranger could write it: `fetch` would tidy the path and the host. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the server', () => {
  test('gives files with its policy', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, body]).toEqual([200, '<p>here</p>']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
  test('gives nothing outside its folder', async () => {
    for (const path of ['/../secret.json', '/%2e%2e/secret.json', '/link.json']) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });
  test('takes nothing', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask('/', method)).status, method).toBe(405);
    }
  });
  test('answers to its own name only', async () => {
    expect((await ask('/', 'GET', { host: 'elsewhere.example' })).status).toBe(421);
    expect((await ask('/', 'GET', { host: 'localhost:1' })).status).toBe(200);
  });
  test('sends no body where only the head is asked for', async () => {
    const { status, body } = await ask('/', 'HEAD');
    expect([status, body]).toEqual([200, '']);
  });
});
