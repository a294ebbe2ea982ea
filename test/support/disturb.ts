import {
  ACTIVITIES,
  MORALES,
  PICTURE_KINDS,
  RULE_PARTS,
  STANCES,
  TASKS,
  WEATHERS,
  type Message,
  type Model,
  type OfficeInfo,
  type Run,
} from '../../src/engine/index.ts';
import { meetingsBefore } from '../../src/engine/systems/meeting-book.ts';
import type { Lottery } from './lottery.ts';

/**
 * Changes, in place, everything in a world that one office cannot know: troops that are not under its
 * direct command, what others believe and have been told, mail that it has not read, how the ground
 * really lies where it has nobody, the other side's talk, the reckoning of truth, the weather to come.
 * What the office knows stays to the last bit. `world` must be the caller's own copy.
 */
export function disturb(run: Run, office: number, lottery: Lottery): void {
  disturbMeetings(run, office, lottery);
  disturbUnits(run, office, lottery);
  disturbPictures(run, office, lottery);
  disturbPapers(run, office, lottery);
  disturbGround(run, office, lottery);
  disturbState(run, office, lottery);
}

function disturbUnits({ world, model }: Run, office: number, lottery: Lottery): void {
  const { units } = world;
  const locations = model.grid.count + model.theatre.nodes.length;
  for (let unit = 0; unit < model.units.count; unit++) {
    if (model.units.office[unit] === office) continue;
    units.location[unit] = lottery.whole(locations);
    units.nextLocation[unit] = -1;
    for (const counted of ['men', 'killed', 'wounded', 'missing', 'sick', 'tanks'] as const) {
      units[counted][unit] = lottery.whole(200);
    }
    units.guns[unit] = lottery.whole(6);
    units.aircraft[unit] = lottery.whole(9);
    for (const share of ['ammunition', 'suppression', 'readiness'] as const) {
      units[share][unit] = lottery.whole(100) / 100;
    }
    units.fatigueDays[unit] = lottery.whole(5);
    units.firedTick[unit] = lottery.whole(world.tick + 1) - 1;
    units.morale[unit] = lottery.whole(MORALES.length);
    units.task[unit] = lottery.whole(TASKS.length);
    units.stance[unit] = lottery.whole(STANCES.length);
  }
}

/** What the other offices believe, and when they will decide. */
function disturbPictures({ world, model }: Run, office: number, lottery: Lottery): void {
  const { offices } = world;
  const areas = model.areas.length;
  const kinds = PICTURE_KINDS.length;
  const tick = (): number => lottery.whole(world.tick + 1) - 1;
  for (let other = 0; other < model.offices.length; other++) {
    if (other === office) continue;
    for (let cell = other * areas; cell < (other + 1) * areas; cell++) {
      for (let kind = 0; kind < kinds; kind++) {
        offices.enemy[cell * kinds + kind] = lottery.whole(900);
      }
      offices.enemyTick[cell] = tick();
      offices.enemySince[cell] = tick();
      offices.lostTick[cell] = tick();
      offices.heldTick[cell] = tick();
      offices.activity[cell] = lottery.whole(ACTIVITIES.length);
      offices.retold[cell] = lottery.whole(5);
      offices.own[cell] = lottery.whole(900);
      offices.holder[cell] = lottery.whole(3) - 1;
    }
    offices.intent[other] = lottery.whole(100) / 20 - 2.5;
    offices.intentTick[other] = tick();
    offices.untold[other] = lottery.whole(2);
    offices.reportTick[other] = tick();
    offices.decidedTick[other] = tick();
    offices.stirred[other] = lottery.whole(2);
    offices.ownLoss[other] = lottery.whole(300);
    offices.truceTold[other] = lottery.chance(0.5) ? -1 : world.tick + lottery.whole(90);
    offices.cycleTick[other] = world.tick + 1 + lottery.whole(90);
    offices.rebukedTick[other] = tick();
    offices.person[other] = 'somebody else';
    offices.traits.fill(
      lottery.whole(100) / 100,
      other * (offices.traits.length / model.offices.length),
      (other + 1) * (offices.traits.length / model.offices.length),
    );
  }
}

/** Papers on other desks, and everything in the post. */
function disturbPapers({ world, model }: Run, office: number, lottery: Lottery): void {
  const { offices } = world;
  const changed = (message: Message): Message => ({
    ...message,
    dueTick: world.tick + 1 + lottery.whole(90),
    area: lottery.whole(model.areas.length),
    men: lottery.whole(3000),
    word: lottery.pick(['accept', 'reject', 'backed', 'lines', '']),
    facts: message.facts.map((fact) => fact + lottery.whole(9)),
  });
  world.mail = world.mail.filter(() => lottery.chance(0.8)).map(changed);
  for (let other = 0; other < model.offices.length; other++) {
    if (other === office) continue;
    for (const papers of ['grants', 'charges', 'deeds', 'inbox', 'pending'] as const) {
      if (lottery.chance(0.5)) offices[papers][other] = [];
    }
  }
}

/** Meetings at which nobody of the office stood by, and the rules and knowledge of other offices. */
function disturbMeetings(run: Run, office: number, lottery: Lottery): void {
  const { world, model } = run;
  const known = meetingsBefore(run, office);
  world.meetings = world.meetings.filter(
    (meeting) => known.includes(meeting) || lottery.chance(0.5),
  );
  for (let other = 0; other < model.offices.length; other++) {
    if (other === office) continue;
    for (let part = other * RULE_PARTS; part < (other + 1) * RULE_PARTS; part++) {
      world.offices.rules[part] = lottery.whole(5);
    }
    world.offices.lacks[other] = lottery.chance(0.5) ? ['provoke'] : [];
  }
}

/** Works of the other side, works of one's own where the office has nobody, and who holds what. */
function disturbGround({ world, model }: Run, office: number, lottery: Lottery): void {
  const side = model.offices[office]!.side;
  const hexes = model.grid.count;
  const { ground } = world;
  const known = new Set<number>();
  model.areas.forEach((area, index) => {
    if (world.offices.own[office * model.areas.length + index]! > 0) {
      known.add(side * hexes + area.hex);
    }
  });
  for (let key = 0; key < 2 * hexes; key++) {
    if (known.has(key)) continue;
    ground.trench[key] = lottery.whole(100) / 100;
    ground.wire[key] = lottery.whole(100) / 100;
    ground.seenTick[key] = lottery.whole(world.tick + 1) - 1;
  }
  for (let hex = 0; hex < hexes; hex++) {
    ground.holder[hex] = lottery.whole(3) - 1;
    ground.share[hex] = lottery.whole(11);
  }
}

/** Talks, the tally, the other side's own affairs, attacks of others, what the sky will bring. */
function disturbState({ world, model }: Run, office: number, lottery: Lottery): void {
  const side = model.offices[office]!.side;
  const other = 1 - side;
  const { talks, tally } = world;
  talks.agreedTick = lottery.whole(world.tick + 1) - 1;
  talks.truceTick = world.tick + lottery.whole(90);
  model.sides.forEach((_, index) => {
    tally.rung[index] = lottery.whole(model.rungs.length);
    tally.rungTick[index] = lottery.whole(world.tick + 1) - 1;
    tally.forceTick[index] = lottery.whole(world.tick + 1) - 1;
    tally.attackTick[index] = lottery.whole(world.tick + 1) - 1;
    tally.loss[index] = lottery.whole(900);
  });
  // An office knows the standing prohibitions of its own side.
  world.lineBan[other] = lottery.whole(2);
  talks.commitment[other] = lottery.whole(100) / 100;
  world.otherFronts[other] = lottery.whole(30) / 10;
  world.operations = world.operations.filter((operation) => operation.office === office);
  world.weather.forEach((_, slot) => {
    world.weather[slot] = lottery.whole(WEATHERS.length);
  });
  world.readings.forEach((reading, index) => {
    world.readings[index] = reading + lottery.whole(50);
  });
  world.nextMessage += lottery.whole(50);
  world.nextOperation += lottery.whole(5);
  world.nextEvent += lottery.whole(50);
  world.eventCount += lottery.whole(50);
  world.chain[0] = lottery.whole(2 ** 31);
}

/**
 * A model in which everything is different that is not one office's business: establishment, quality and
 * places of the other side's units; temper, habits and powers of its offices; temper and habits of the
 * own side's other offices; and whatever the days to come hold. Who there is, and the ground, stay.
 */
export function alteredModel(model: Model, office: number, lottery: Lottery): Model {
  const side = model.offices[office]!.side;
  const theirs = (unit: number): boolean => model.units.side[unit] !== side;
  const counts = (table: Int32Array, most: number): Int32Array =>
    table.map((count, unit) => (theirs(unit) ? lottery.whole(most) : count));
  const shares = (table: Float64Array): Float64Array =>
    table.map((share, unit) => (theirs(unit) ? lottery.whole(100) / 100 : share));
  const { units } = model;
  return {
    ...model,
    units: {
      ...units,
      start: counts(units.start, model.grid.count),
      readyTick: counts(units.readyTick, 500),
      men: counts(units.men, 900),
      rifles: counts(units.rifles, 900),
      lightMachineGuns: counts(units.lightMachineGuns, 20),
      heavyMachineGuns: counts(units.heavyMachineGuns, 20),
      mortars: counts(units.mortars, 9),
      antiTankGuns: counts(units.antiTankGuns, 9),
      guns: counts(units.guns, 12),
      calibreMm: counts(units.calibreMm, 152),
      tanks: counts(units.tanks, 40),
      aircraft: counts(units.aircraft, 40),
      training: shares(units.training),
      cohesion: shares(units.cohesion),
      readiness: shares(units.readiness),
    },
    offices: model.offices.map((info, index) =>
      index === office ? info : alteredOffice(info, office, info.side === side, lottery),
    ),
    readings: model.readings.map((reading) => ({ ...reading, reference: lottery.whole(99) })),
    weather: {
      ...model.weather,
      recorded: model.weather.recorded.map(() => lottery.whole(WEATHERS.length)),
    },
    exogenous: [],
    anchors: [],
  };
}

/** A superior knows his men by repute: the traits that the scenario gives those directly below the office stay. */
function alteredOffice(
  info: OfficeInfo,
  office: number,
  own: boolean,
  lottery: Lottery,
): OfficeInfo {
  const share = lottery.whole(100) / 100;
  const altered: OfficeInfo = {
    ...info,
    person: 'somebody else',
    traits: info.superiors.includes(office)
      ? info.traits
      : { competence: share, initiative: share, fear: share, honour: share, caution: share },
    cycleMinutes: 15 + 15 * lottery.whole(90),
    daysInPost: lottery.whole(900),
  };
  if (own) return altered;
  return {
    ...altered,
    repertoire: altered.repertoire.filter(() => lottery.chance(0.5)),
    charge: altered.charge.filter(() => lottery.chance(0.5)),
    grants: altered.grants.filter(() => lottery.chance(0.5)),
    links: [],
    location: lottery.whole(50),
    establishmentMen: lottery.whole(9000),
  };
}
