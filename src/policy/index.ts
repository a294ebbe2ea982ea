export * from './play.ts';
export * from './decide.ts';
export type * from './decision-record.ts';
