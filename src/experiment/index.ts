export * from './plan.ts';
export * from './share.ts';
export * from './ledger.ts';
export * from './one-run.ts';
export * from './replicate.ts';
