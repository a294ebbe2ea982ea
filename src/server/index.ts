export { startServer, type SiteServer, type ServerOptions } from './serve.ts';
export { CONTENT_POLICY, resolvePath } from './files.ts';
