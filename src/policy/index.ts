export * from './play.ts';
export * from './decide.ts';
