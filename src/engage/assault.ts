import { FOR, SHOWN, TICK_MINUTES, uniform } from '../engine/index.ts';
import { SLICE_METRES, fillBody, type Body } from './body.ts';
import { exchangeFire } from './exchange.ts';
import { stepsOf, type Fight, type Outcome } from './fight-setup.ts';
import { pushCrest } from './push.ts';
import { settle } from './settle.ts';
import { bombDefender, fireGuns } from './shelling.ts';

/** Minutes of preparatory fire of a fully concerted attack. As in the engine's operations. */
const PREPARATION_FIRE_MINUTES = 60;
/** Attackers more suppressed than this do not go on into the target. As in the engine's movement. */
const PINNED = 0.5;

/** Fights one assault out, from the first shell to its end. */
export function runAssault(fight: Fight): Outcome {
  const { attacker, defender, scene, engagement, c } = fight;
  if (engagement.act === 'fire-fight') return runFireFight(fight);
  if (defender.men <= 0) return 'taken';
  const first = scene.tick;
  const scatter = stepsOf(fight, c.scatterHours * (1 - engagement.coordination) * 60);
  const late = uniform(scene.seed, FOR.planning, first, attacker.force.luckKey);
  const gunsFrom = Math.floor(scatter * late);
  bombDefender(attacker, defender, scene, c);
  const preparation = stepsOf(fight, PREPARATION_FIRE_MINUTES * engagement.coordination);
  prepare(fight, preparation - gunsFrom);
  const unaware =
    engagement.surprise > 0 &&
    uniform(scene.seed, FOR.detection, first, defender.force.luckKey) < engagement.surprise;
  scene.defenderFires = !unaware;
  attacker.attacking = 1;
  attacker.effort = 1;
  defender.attacking = defender.effort = 0;
  attacker.waiting = attacker.men;
  attacker.men = 0;
  return assault(fight, { scatter, gunsFrom: gunsFrom - preparation, unaware });
}

/** Preparatory fire before H-hour. */
function prepare(fight: Fight, steps: number): void {
  const { attacker, defender, scene, engagement, c } = fight;
  scene.hexes = 1;
  if (attacker.guns <= 0 && defender.suppression <= 0) {
    for (let step = 0; step < steps; step++) endStep(fight);
    return;
  }
  for (let step = 0; step < steps; step++) {
    fireGuns(attacker, defender, 0.3 + 0.7 * engagement.coordination, 'plan', scene, c);
    fillBody(defender, 1, SLICE_METRES, c);
    fillBody(attacker, 1, fight.attackFrontMetres, c);
    // Nobody fires small arms yet: the shells alone keep the defender down.
    attacker.power = defender.power = attacker.mortars = defender.mortars = 0;
    for (let part = 0; part < scene.subSteps; part++) exchangeFire(attacker, defender, scene, c);
    endStep(fight);
  }
}

/** What was drawn at the start of an assault. */
interface Onset {
  /** Steps over which the attackers come up. */
  readonly scatter: number;
  /** Step after H-hour from which the attacker's guns fire; negative for before. */
  readonly gunsFrom: number;
  readonly unaware: boolean;
}

function assault(fight: Fight, onset: Onset): Outcome {
  const { attacker, defender, scene, engagement, c } = fight;
  const staleSteps = stepsOf(fight, c.staleHours * 60);
  const hourSteps = stepsOf(fight, 60);
  let headway = 0;
  let way = fight.approachSteps;
  scene.hexes = 1;
  const stepsMax = stepsOf(fight, engagement.ticksMax * TICK_MINUTES);
  for (let step = 0; step < stepsMax; step++) {
    bringUp(attacker, (step + 1) / (onset.scatter + 1));
    if (scene.hexes === 1 && way <= 0 && attacker.suppression <= PINNED) {
      enter(fight, onset.unaware);
      headway = step;
    }
    way--;
    attacker.effort = step - headway <= hourSteps ? 1 : c.stalledEffort;
    if (step >= onset.gunsFrom) shellBoth(fight);
    const before = scene.held;
    fireStep(fight);
    if (scene.hexes === 0) pushCrest(fight.attacker, fight.defender, scene, c);
    if (scene.held > before) headway = step;
    endStep(fight);
    if (scene.held >= 1 || (defender.men <= 0 && attacker.men > 0)) return 'taken';
    if (attacker.men + attacker.waiting <= 0) return 'repulsed';
    const dear = attacker.lost > engagement.bearLossShare * attacker.force.men;
    if ((dear && scene.held < 0.6) || step - headway >= staleSteps) break;
  }
  return scene.held > 0 && attacker.men > 0 ? 'contested' : 'repulsed';
}

/** Attackers come up over the hours by which a loose concert scatters them. */
function bringUp(body: Body, share: number): void {
  if (body.waiting <= 0) return;
  const due = Math.round(body.force.men * Math.min(1, share)) - (body.force.men - body.waiting);
  const up = Math.max(0, Math.min(body.waiting, share >= 1 ? body.waiting : due));
  body.men += up;
  body.waiting -= up;
}

/** The attackers come in among the defenders. */
function enter(fight: Fight, unaware: boolean): void {
  const { defender, scene, c } = fight;
  scene.hexes = 0;
  scene.defenderFires = true;
  if (!unaware) return;
  defender.suppression = Math.max(defender.suppression, c.surpriseShock);
  scene.held = Math.max(scene.held, Math.round(c.rushedTenths) / 10);
}

function shellBoth(fight: Fight): void {
  const { attacker, defender, scene, engagement, c } = fight;
  fireGuns(attacker, defender, 0.3 + 0.7 * engagement.coordination, 'support', scene, c);
  if (scene.defenderFires) fireGuns(defender, attacker, 0.8, 'support', scene, c);
}

function fireStep(fight: Fight): void {
  const { attacker, defender, scene, c } = fight;
  fillBody(attacker, scene.hexes, fight.attackFrontMetres, c);
  fillBody(defender, scene.hexes, SLICE_METRES, c);
  for (let part = 0; part < scene.subSteps; part++) exchangeFire(attacker, defender, scene, c);
  settle(attacker, defender, scene, c);
  settle(defender, attacker, scene, c);
  attacker.shown = SHOWN.firing;
  defender.shown = scene.defenderFires ? SHOWN.firing : SHOWN.lying;
}

/** Two lines that shoot at each other at 450 m, and nobody goes forward. */
function runFireFight(fight: Fight): Outcome {
  const { attacker, defender, scene, engagement, c } = fight;
  attacker.attacking = defender.attacking = attacker.effort = defender.effort = 0;
  scene.hexes = 1;
  scene.defenderFires = true;
  attacker.shown = defender.shown = SHOWN.firing;
  const stepsMax = stepsOf(fight, engagement.ticksMax * TICK_MINUTES);
  for (let step = 0; step < stepsMax; step++) {
    fireGuns(attacker, defender, 0.8, 'support', scene, c);
    fireGuns(defender, attacker, 0.8, 'support', scene, c);
    fireStep(fight);
    endStep(fight);
    if (attacker.men <= 0 || defender.men <= 0) break;
  }
  return 'fire-fight';
}

function endStep(fight: Fight): void {
  const { attacker, defender, scene, result } = fight;
  const { fade } = fight;
  attacker.recent *= fade;
  defender.recent *= fade;
  scene.tick++;
  result.minutes += scene.minutes;
}
