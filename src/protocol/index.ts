export * from './columns.ts';
export * from './film.ts';
export * from './film-file.ts';
export * from './messages.ts';
export * from './pack.ts';
export * from './reckoned.ts';
export * from './site.ts';
export * from './whatif.ts';
