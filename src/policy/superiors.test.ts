import { expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { paperOf } from '../../test/support/paper.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { P, viewFor, type Order, type Run } from '../engine/index.ts';
import { truceLogOdds } from './answer.ts';
import { decide } from './decide.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const areaOf = (id: string): number => model.areas.findIndex((area) => area.id === id);

/** What the Korea Army, which has leave to allow it, says to the division's request to eject. */
function answerTo(seed: number, knowsMan: number): Order | undefined {
  const run = keptRun(model, seed);
  run.world.params[P['answer.knowsMan']] = knowsMan;
  run.world.tick = 28 * 96;
  const [from, to, area] = [officeOf('jp.19d'), officeOf('jp.korea-army'), areaOf('bezymyannaya')];
  const { offices } = run.world;
  const cell = to * model.areas.length + area;
  offices.enemy[cell * 4] = 60;
  offices.enemyTick[cell] = run.world.tick - 4;
  offices.own[cell] = 200;
  offices.grants[to]!.push({
    kind: 'grant',
    act: 'eject',
    area: -1,
    forceMenMax: 10_000,
    by: 0,
    tick: 1,
    event: '',
    reserved: false,
    backed: true,
  });
  const dueTick = run.world.tick;
  offices.inbox[to]!.push(
    paperOf({ id: 1, kind: 'request', from, to, dueTick, act: 'eject', area, men: 100 }),
  );
  return decide(viewFor(run, to)).find((order) => order.kind === 'reply');
}

test('a superior who knows his bold subordinate grants him less than he would an average man', () => {
  const grants = (knowsMan: number): number => {
    let count = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const order = answerTo(seed, knowsMan);
      if (order?.kind === 'reply' && order.answer === 'grant') count++;
    }
    return count;
  };
  const average = grants(0);
  expect(average).toBeGreaterThan(5);
  expect(grants(1)).toBeLessThan(average);
});

/** To whom the border detachment reports. */
function reportsOf(change: (run: Run, office: number, cell: number) => void): string[] {
  const run = keptRun(model, 1);
  const office = officeOf('su.59bd');
  run.world.tick = 30 * 96;
  run.world.offices.untold[office] = 1;
  run.world.offices.reportTick[office] = run.world.tick - 4;
  change(run, office, office * model.areas.length + areaOf('zaozyornaya'));
  return decide(viewFor(run, office)).flatMap((order) =>
    order.kind === 'report' ? [model.offices[order.to]!.id] : [],
  );
}

test('a lost height is told to neighbours of another chain at once, other news to nobody yet', () => {
  expect(reportsOf(() => {})).toEqual([]);
  const told = reportsOf((run, _, cell) => (run.world.offices.lostTick[cell] = run.world.tick - 1));
  expect(told).toContain('su.border-district');
  expect(told).toContain('su.40rd');
  expect(told).not.toContain('su.post-zaozyornaya');
});

test('a commission on the line eases giving ground up, and takes from what holding it is worth', () => {
  const odds = (holder: 0 | 1, terms: string): number => {
    const run = keptRun(model, 1);
    const office = officeOf('su.politburo');
    model.areas.forEach(({ disputed }, area) => {
      if (!disputed) return;
      const cell = office * model.areas.length + area;
      run.world.offices.holder[cell] = holder;
      run.world.offices.own[cell] = holder === 0 ? 300 : 0;
      run.world.offices.enemy[cell * 4] = holder === 1 ? 300 : 0;
      run.world.offices.enemyTick[cell] = run.world.tick;
    });
    return truceLogOdds(viewFor(run, office), terms);
  };
  expect(odds(1, 'commission')).toBeGreaterThan(odds(1, 'lines') + 0.3);
  expect(odds(0, 'commission')).toBeLessThan(odds(0, 'lines') - 0.1);
});

test('without the honour of governments lost ground weighs nothing in talks', () => {
  const odds = (honour: number, lost: boolean): number => {
    const run = keptRun(model, 1);
    const office = officeOf('su.politburo');
    run.world.params[P['talks.honour']] = honour;
    run.world.talks.commitment[0] = 1;
    const cell = office * model.areas.length + areaOf('zaozyornaya');
    run.world.offices.holder[cell] = lost ? 1 : -1;
    run.world.offices.enemy[cell * 4] = lost ? 300 : 0;
    run.world.offices.enemyTick[cell] = run.world.tick;
    return truceLogOdds(viewFor(run, office), 'lines');
  };
  expect(odds(1, true)).toBeLessThan(odds(1, false) - 0.5);
  expect(odds(0, true)).toBeCloseTo(odds(0, false), 10);
});
