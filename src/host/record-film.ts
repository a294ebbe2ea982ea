import {
  closeDecision,
  runHash,
  startRun,
  step,
  viewFor,
  type KhasanEvent,
  type Model,
  type Order,
  type Run,
  type RunSetup,
} from '../engine/index.ts';
import { decide } from '../policy/index.ts';
import { BELIEF_FIELDS, UNIT_FIELDS, WORKS_FIELDS, openColumns } from '../protocol/index.ts';
import type { ColumnsWriter, Film } from '../protocol/index.ts';
import { startMeasures } from '../record/index.ts';
import { openEventLog } from './event-log.ts';

export interface FilmSetup extends RunSetup {
  /** Texts of the settings that `params` and `readings` came from, for the head. */
  readonly settings: readonly string[];
  /** Version of the program, for the head. */
  readonly version: string;
}

interface Writers {
  readonly units: ColumnsWriter;
  readonly beliefs: ColumnsWriter;
  readonly works: ColumnsWriter;
  readonly holders: ColumnsWriter;
}

/**
 * Plays a run to its end with the built-in policy and keeps what a screen needs to show any moment of
 * it. The run is the same as without a film: the same model and setup give the same hash.
 * @throws an `Error` on an anchor that the scenario does not have.
 */
export function recordFilm(model: Model, setup: FilmSetup): Film {
  const { settings, version, ...runSetup } = setup;
  const hexes = model.grid.count;
  const writers: Writers = {
    units: openColumns(model.units.count, UNIT_FIELDS.length),
    beliefs: openColumns(model.offices.length * model.areas.length, BELIEF_FIELDS.length),
    works: openColumns(model.sides.length * hexes, WORKS_FIELDS.length),
    holders: openColumns(hexes, 1),
  };
  const log = openEventLog();
  const measures = startMeasures(model, runSetup);
  // The first events come before the run is in hand.
  const hand: { run?: Run } = {};
  const sink = (event: KhasanEvent): void => {
    measures.onEvent(event);
    log.add(event);
    // A mutator changes and then emits: what has changed by now has changed at this tick.
    if (hand.run !== undefined) noteUnits(hand.run, writers);
  };
  const run = startRun(model, runSetup, sink);
  hand.run = run;
  measures.attach(run);
  const startTick = run.world.tick;
  noteAll(run, writers);
  play(run, writers);
  noteAll(run, writers);
  return {
    head: {
      schema: 'khasan.film/1',
      scenario: model.id,
      scenarioHash: model.hash,
      version,
      seed: setup.seed,
      from: setup.from,
      settings,
      runHash: runHash(run),
      startTick,
      endTick: run.world.tick,
      measures: measures.finish(run),
    },
    units: writers.units.finish(),
    beliefs: writers.beliefs.finish(),
    works: writers.works.finish(),
    holders: writers.holders.finish(),
    events: log.finish(),
  };
}

/** As `playOut` of the policy, with a look at the state whenever an office is due. */
function play(run: Run, writers: Writers): void {
  let due = step(run, []);
  while (due.length > 0) {
    noteAll(run, writers);
    const orders: Order[] = [];
    for (const office of due) {
      orders.push(...decide(viewFor(run, office)));
      closeDecision(run, office);
    }
    due = step(run, orders);
  }
}

function noteAll(run: Run, writers: Writers): void {
  noteUnits(run, writers);
  noteBeliefs(run, writers.beliefs);
  noteGround(run, writers);
}

const unitRow = new Int32Array(UNIT_FIELDS.length);

function noteUnits({ world }: Run, { units: writer }: Writers): void {
  const { units, tick } = world;
  for (let unit = 0; unit < units.men.length; unit++) {
    unitRow[0] = units.location[unit]!;
    unitRow[1] = units.men[unit]!;
    unitRow[2] = units.killed[unit]!;
    unitRow[3] = units.wounded[unit]!;
    unitRow[4] = units.missing[unit]!;
    unitRow[5] = units.tanks[unit]!;
    unitRow[6] = units.guns[unit]!;
    unitRow[7] = units.morale[unit]!;
    unitRow[8] = units.task[unit]!;
    writer.note(unit, tick, unitRow);
  }
}

const beliefRow = new Int32Array(BELIEF_FIELDS.length);

function noteBeliefs({ model, world }: Run, writer: ColumnsWriter): void {
  const { offices, tick } = world;
  const rows = model.offices.length * model.areas.length;
  for (let row = 0; row < rows; row++) {
    const seen = offices.enemyTick[row]!;
    const own = Math.round(offices.own[row]!);
    if (seen < 0 && own === 0 && offices.holder[row]! < 0) {
      beliefRow.fill(0);
      beliefRow[4] = -1;
      beliefRow[7] = -1;
    } else {
      beliefRow[0] = Math.round(offices.enemy[row * 4]!);
      beliefRow[1] = Math.round(offices.enemy[row * 4 + 1]!);
      beliefRow[2] = Math.round(offices.enemy[row * 4 + 2]!);
      beliefRow[3] = Math.round(offices.enemy[row * 4 + 3]! * 100);
      beliefRow[4] = seen;
      beliefRow[5] = offices.activity[row]!;
      beliefRow[6] = offices.retold[row]!;
      beliefRow[7] = offices.holder[row]!;
      beliefRow[8] = own;
    }
    writer.note(row, tick, beliefRow);
  }
}

const worksRow = new Int32Array(WORKS_FIELDS.length);
const holderRow = new Int32Array(1);

function noteGround({ world }: Run, { works, holders }: Writers): void {
  const { ground, tick } = world;
  for (let row = 0; row < ground.trench.length; row++) {
    worksRow[0] = Math.round(ground.trench[row]! * 10) * 10;
    worksRow[1] = Math.round(ground.wire[row]! * 10) * 10;
    works.note(row, tick, worksRow);
  }
  for (let hex = 0; hex < ground.holder.length; hex++) {
    holderRow[0] = ground.holder[hex]!;
    holders.note(hex, tick, holderRow);
  }
}
