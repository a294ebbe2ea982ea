import { realpathSync, statSync } from 'node:fs';
import { extname, join, relative, isAbsolute, sep } from 'node:path';

/**
 * What a page of ours may do: nothing but its own files. Scripts and styles come from files, so nothing
 * that is written into a page by mistake can run.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export interface FoundFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

/**
 * The file of the site that a request names, or `null`. Only plain files of known kinds inside the folder
 * are found: no dots up, no encoded slashes, no hidden names, no links that lead out.
 * @param target path of the request as it came, perhaps with a query.
 */
export function resolvePath(folder: string, target: string): FoundFile | null {
  const raw = target.split(/[?#]/, 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || /[\\\0]/.test(path) || /%2f/i.test(raw)) return null;
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.'))) return null;
  const name = parts.length === 0 ? 'index.html' : parts.join('/');
  const type = TYPES[extname(name)];
  if (type === undefined) return null;
  try {
    const found = realpathSync(join(folder, name));
    const inside = relative(realpathSync(folder), found);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
    const stat = statSync(found);
    return stat.isFile() ? { path: found, type, bytes: stat.size } : null;
  } catch {
    return null;
  }
}
