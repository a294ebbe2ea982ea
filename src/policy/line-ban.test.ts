import { describe, expect, test } from 'vitest';
import { keptRun, type KeptRun } from '../../test/support/border-dispute.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { ACTS, P, step, viewFor, type Act, type Order } from '../engine/index.ts';
import { decide } from './decide.ts';
import type { DecisionRecord } from './decision-record.ts';
import { holdAfter } from './forecast.ts';
import { optionsFor } from './options.ts';
import { outlookOn, scoreOption } from './score.ts';
import { beginThought, concernAt, skillOf } from './situation.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const HEIGHT = model.areas.findIndex(({ id }) => id === 'zaozyornaya');
const FRONT = officeOf('su.front');
const COMMISSARIAT = officeOf('su.nko');

/** What an office believes of the height: who holds it, what the enemy does, and whether it was lost there. */
interface Belief {
  readonly men?: number;
  readonly activity?: number;
  readonly isLost?: boolean;
}

/** Gives an office the belief that it has lost the height to men who fire, or another. */
function believe(run: KeptRun, office: number, belief: Belief = {}): void {
  const { men = 400, activity = 4, isLost = true } = belief;
  const { offices, tick } = run.world;
  const cell = office * model.areas.length + HEIGHT;
  offices.enemy[cell * 4] = men;
  offices.enemyTick[cell] = tick;
  offices.activity[cell] = activity;
  offices.holder[cell] = 1 - model.offices[office]!.side;
  offices.own[cell] = 300;
  offices.lostTick[cell] = isLost ? tick - 96 : -1;
}

function inThirdWeek(): KeptRun {
  const run = keptRun(model, 1);
  run.world.tick = 20 * 96;
  return run;
}

function isOffered(
  id: string,
  belief?: Belief,
  change: (run: KeptRun) => void = () => {},
): boolean {
  const run = inThirdWeek();
  believe(run, officeOf(id), belief);
  change(run);
  const view = viewFor(run, officeOf(id));
  beginThought(view);
  return optionsFor(view, concernAt(view, HEIGHT)).list.some(({ act }) => act === 'cross-line');
}

describe('lifting the ban on the line is thought of', () => {
  test.each(['su.front', 'su.nko', 'jp.korea-army', 'jp.ags'])(
    'by %s, when ground was lost in a fight',
    (id) => {
      expect(isOffered(id)).toBe(true);
    },
  );
  test('not while nothing is lost, nor where nobody fires, nor below the theatre, nor twice', () => {
    expect(isOffered('su.front', { isLost: false })).toBe(false);
    expect(isOffered('su.front', { activity: 2 })).toBe(false);
    expect(isOffered('su.40rd')).toBe(false);
    expect(isOffered('su.front', {}, (run) => run.world.lineBan.fill(0, 0, 1))).toBe(false);
    expect(isOffered('su.front', {}, (run) => run.world.lineBan.fill(0, 1, 2))).toBe(true);
  });
  test('when an own attack has failed', () => {
    const failed = (run: KeptRun): void => {
      const { offices, tick } = run.world;
      const deed = { act: 'assault', area: HEIGHT, men: 800, unbidden: false } as const;
      offices.deeds[FRONT]!.push({ ...deed, tick: tick - 80, dueTick: tick - 60 });
    };
    expect(isOffered('su.front', { isLost: false }, failed)).toBe(true);
  });
});

test('it is a step up from the battle that goes on, and worth no more than fire on the place', () => {
  const rise = (men: number): number => {
    const run = inThirdWeek();
    believe(run, FRONT, { men });
    const view = viewFor(run, FRONT);
    beginThought(view);
    const concern = concernAt(view, HEIGHT);
    const skill = skillOf(view, 'cross-line');
    const option = { act: 'cross-line', skill, area: HEIGHT, men: 1 } as const;
    expect(holdAfter(concern, 'cross-line', option, 0.04, 0)).toBe(
      holdAfter(concern, 'bombard', option, 0.04, 0),
    );
    return scoreOption(view, outlookOn(view, concern), option).rise;
  };
  expect(rise(400)).toBeLessThan(2 * rise(4000));
  expect(rise(4000)).toBeLessThan(0);
});

/**
 * The front, to whom a rise and waiting are nothing and the height is dear, knows nothing to do but lift the ban. It decides; the
 * commissariat answers what it is asked, and the front decides again.
 */
function asked(answer: 'grant' | 'refuse'): {
  readonly run: KeptRun;
  readonly last: DecisionRecord;
} {
  const run = inThirdWeek();
  run.world.params[P['utility.rise']] = 0;
  run.world.params[P['utility.ground']] = 3;
  run.world.params[P['request.delayCost']] = 0;
  run.world.offices.lacks[FRONT] = ACTS.filter((act) => act !== 'cross-line' && act !== 'wait');
  const grant = { kind: 'grant', act: 'cross-line' as Act, area: -1, forceMenMax: 0 } as const;
  const whose = { by: officeOf('su.politburo'), tick: 1, event: '', reserved: false, backed: true };
  run.world.offices.grants[COMMISSARIAT]!.push({ ...grant, ...whose });
  let last: DecisionRecord | undefined;
  const sit = (): Order[] => {
    believe(run, FRONT);
    return decide(viewFor(run, FRONT), (record) => {
      if (record.area === HEIGHT) last = record;
    }).filter((order) => 'act' in order && order.act === 'cross-line');
  };
  let orders = sit();
  expect(orders).toMatchObject([{ kind: 'request', to: COMMISSARIAT, act: 'cross-line' }]);
  const kinds = ['refusal', 'grant'];
  for (let stop = 0; stop < 400; stop++) {
    step(run, orders);
    orders = [];
    const request = run.world.offices.inbox[COMMISSARIAT]!.find(({ kind }) => kind === 'request');
    if (request !== undefined) {
      const { id, men } = request;
      orders = [{ kind: 'reply', office: COMMISSARIAT, request: id, answer, forceMenMax: men }];
    }
    if (run.world.offices.inbox[FRONT]!.some(({ kind }) => kinds.includes(kind))) break;
  }
  step(run, sit());
  return { run, last: last! };
}

const kindsOf = ({ events }: KeptRun): string[] => events.map(({ kind }) => kind);

test('refused, nothing is lifted, and the front does not ask again at once', () => {
  const { run, last } = asked('refuse');
  expect(kindsOf(run)).toContain('permission-refused');
  expect(kindsOf(run)).not.toContain('line-ban-lifted');
  expect(run.world.lineBan[0]).toBe(1);
  expect(last.options.some(({ act, ask }) => act === 'cross-line' && !ask)).toBe(true);
  expect(last.options.some(({ ask }) => ask)).toBe(false);
});

test('with leave that goes back to the top it is lifted with authority', () => {
  const { run } = asked('grant');
  expect(kindsOf(run)).toContain('line-ban-lifted');
  expect(kindsOf(run)).not.toContain('acted-without-authority');
  expect([...run.world.lineBan]).toEqual([0, 1]);
});
