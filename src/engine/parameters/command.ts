import type { ParameterSpec } from '../parameters.ts';

/** Parameters of messages, belief, decision, notes and talks. */
export const COMMAND_PARAMETERS = [
  {
    id: 'delay.sigma',
    title: 'Spread of message delays',
    unit: 'log-normal sigma',
    low: 0.3,
    start: 0.6,
    high: 1,
    grade: 'J',
    source: 'Assumption: log-normal with the usual spread of staff times.',
  },
] as const satisfies readonly ParameterSpec[];
