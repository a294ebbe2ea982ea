import {
  TICKS_PER_HOUR,
  createOperation,
  groundBusy,
  groundTick,
  nextGroundTick,
  type Act,
  type Model,
} from '../../src/engine/index.ts';
