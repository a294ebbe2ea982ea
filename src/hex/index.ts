export * from './grid.ts';
export * from './geometry.ts';
