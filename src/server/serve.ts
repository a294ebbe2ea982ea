import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { CONTENT_POLICY, resolvePath } from './files.ts';

export interface ServerOptions {
  /** Folder of the built site. */
  readonly folder: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface SiteServer {
  /** `http://127.0.0.1:1938/` */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Names by which this machine calls itself. A page of elsewhere that points its own name here gets nothing. */
const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Serves the built site to this machine alone. It has files and nothing else: no database, no upload, no
 * address that does anything.
 * @throws an error of the system (`EADDRINUSE` …) when the port cannot be had.
 */
export async function startServer({ folder, port }: ServerOptions): Promise<SiteServer> {
  const server: Server = createServer((request, response) => {
    answer(folder, request, response);
  });
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${LOOPBACK}:${String(taken)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', CONTENT_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!OWN_NAMES.has(host)) {
    refuse(response, 421, 'This server answers to its own name only.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'Files can be read here, and nothing else.');
    return;
  }
  const file = resolvePath(folder, request.url ?? '/');
  if (file === null) {
    refuse(response, 404, 'There is no such file.');
    return;
  }
  response.setHeader('Content-Type', file.type);
  // Built files carry a hash in their names; what does not is asked for anew each time.
  const isNamedByHash = /-[\w-]{8}\.(js|css|woff2)$/.test(file.path);
  response.setHeader('Cache-Control', isNamedByHash ? 'max-age=31536000, immutable' : 'no-cache');
  const isZipped =
    /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && !file.path.endsWith('.woff2');
  response.setHeader('Vary', 'Accept-Encoding');
  if (isZipped) response.setHeader('Content-Encoding', 'gzip');
  else response.setHeader('Content-Length', file.bytes);
  response.writeHead(200);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(file.path);
  stream.on('error', () => response.destroy());
  if (isZipped) stream.pipe(createGzip({ level: 5 })).pipe(response);
  else stream.pipe(response);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}
