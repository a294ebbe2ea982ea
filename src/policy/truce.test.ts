import { describe, expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { paperOf } from '../../test/support/paper.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { viewFor, type Act, type Run, type View } from '../engine/index.ts';
import { decide } from './decide.ts';
import { optionsFor, type Option } from './options.ts';
import { outlookOn, scoreOption, type Score } from './score.ts';
import { beginThought, concernAt } from './situation.ts';

const model = realModel();
const ZAOZYORNAYA = model.areas.findIndex((area) => area.id === 'zaozyornaya');
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);

/** Hours since fire ceased, negative before; `null` where no truce has been made. */
type Since = number | null;

/** An office that believes 600 of its own and as many of the other side on and about the height. */
function view(
  id: string,
  since: Since,
  change: (run: Run, office: number) => void = () => {},
): View {
  const run = keptRun(model, 1, 'free');
  const office = officeOf(id);
  const { offices } = run.world;
  run.world.tick = 40 * 96;
  const cell = office * model.areas.length + ZAOZYORNAYA;
  offices.enemy[cell * 4] = 600;
  offices.enemyTick[cell] = run.world.tick - 2;
  offices.holder[cell] = model.offices[office]!.side;
  offices.own[cell] = 600;
  if (since !== null) offices.truceTold[office] = run.world.tick - 4 * since;
  change(run, office);
  const found = viewFor(run, office);
  beginThought(found);
  return found;
}

function options(of: View): readonly Option[] {
  return optionsFor(of, concernAt(of, ZAOZYORNAYA)).list;
}

function acts(of: View): Act[] {
  return options(of).map(({ act }) => act);
}

function worth(of: View, act: Act): Score {
  const concern = concernAt(of, ZAOZYORNAYA);
  const option = options(of).find((each) => each.act === act)!;
  return scoreOption(of, outlookOn(of, concern), option);
}

/** The deed of an office at the height, so many hours ago. */
const did =
  (act: Act, hours: number) =>
  (run: Run, office: number): void => {
    const tick = run.world.tick - 4 * hours;
    run.world.offices.deeds[office]!.push({
      act,
      area: ZAOZYORNAYA,
      men: 100,
      tick,
      dueTick: tick,
      unbidden: false,
    });
  };

describe('a height under a truce', () => {
  test('is left with less shame and less to lose than in the fight, and a new one is spared', () => {
    const war = worth(view('jp.korea-army', null), 'withdraw');
    const peace = worth(view('jp.korea-army', 12), 'withdraw');
    expect(peace.face).toBeGreaterThan(war.face);
    expect(peace.ground).toBeGreaterThan(war.ground);
    expect(war.rise).toBeCloseTo(0);
    expect(peace.rise).toBeGreaterThan(0);
  });
  test('spares half as much where both have gone back from each other', () => {
    const apart = view('jp.korea-army', 12, (run, office) => {
      const cell = office * model.areas.length + ZAOZYORNAYA;
      run.world.offices.surveyTick[cell] = run.world.tick - 8;
    });
    const close = worth(view('jp.korea-army', 12), 'withdraw').rise;
    expect(worth(apart, 'withdraw').rise).toBeCloseTo(close / 2, 9);
  });
  test('spares nothing where the other side is not near', () => {
    const alone = (run: Run, office: number): void => {
      const cell = office * model.areas.length + ZAOZYORNAYA;
      run.world.offices.enemy[cell * 4] = 0;
    };
    expect(worth(view('jp.korea-army', 12, alone), 'withdraw').rise).toBeCloseTo(0);
  });
  test('is left by everybody under the staff that says so', () => {
    const sure = view('jp.19d', 12, (run, office) => {
      run.world.offices.charges[office]!.push({
        act: 'withdraw',
        area: ZAOZYORNAYA,
        men: 600,
        hHourTick: -1,
        plan: '',
        by: model.offices[office]!.superiors[0]!,
        tick: run.world.tick,
        event: '',
      });
    });
    const told = decide(sure).flatMap((order) =>
      order.kind === 'direct' && order.act === 'withdraw' ? [order.to] : [],
    );
    const able = model.offices[sure.office]!.subordinates.filter((sub) =>
      model.offices[sub]!.repertoire.includes('withdraw'),
    );
    expect(new Set(told)).toEqual(new Set(able));
  });
});

describe('what goes on under a truce', () => {
  const empty = (run: Run, office: number): void => {
    const cell = office * model.areas.length + ZAOZYORNAYA;
    run.world.offices.enemy[cell * 4] = 0;
    run.world.offices.own[cell] = 0;
    run.world.offices.holder[cell] = -1;
  };
  test('no force, from some hours ahead of it', () => {
    for (const since of [-7, 12]) {
      for (const act of acts(view('su.40rd', since))) {
        expect(['wait', 'withdraw', 'fortify', 'post', 'stand-down']).toContain(act);
      }
    }
    expect(acts(view('su.40rd', -9)).length).toBeGreaterThan(2);
  });
  test('no order to use force is carried out that comes when the truce is known; one to leave is', () => {
    const ordered = (act: Act, since: Since): Act[] => {
      const told = view('su.40rd', since, (run, office) => {
        run.world.offices.charges[office]!.push({
          act,
          area: ZAOZYORNAYA,
          men: 300,
          hHourTick: run.world.tick + 8,
          plan: '',
          by: model.offices[office]!.superiors[0]!,
          tick: run.world.tick,
          event: '',
        });
      });
      return decide(told).flatMap((order) =>
        order.kind === 'direct' || order.kind === 'act' ? [order.act] : [],
      );
    };
    for (const act of ['assault', 'eject', 'bombard', 'strike'] as const) {
      expect(ordered(act, 12)).not.toContain(act);
      expect(ordered(act, -2)).not.toContain(act);
    }
    expect(ordered('assault', null)).toContain('assault');
    expect(ordered('withdraw', 12)).toContain('withdraw');
  });
  test('no leave to use force is given, but a deed that was done before can be covered', () => {
    const answers = (since: Since, afterTheDeed: boolean): string[] => {
      const asked = view('su.39corps', since, (run, office) => {
        // The other side has the height, with few men, and many are at hand.
        const cell = office * model.areas.length + ZAOZYORNAYA;
        run.world.offices.holder[cell] = 1;
        run.world.offices.enemy[cell * 4] = 60;
        run.world.offices.own[cell] = 4000;
        const request = {
          id: 900,
          kind: 'request',
          from: officeOf('su.40rd'),
          to: office,
        } as const;
        const asked = { act: 'assault', area: ZAOZYORNAYA, men: 300, afterTheDeed } as const;
        const dueTick = run.world.tick;
        run.world.offices.inbox[office]!.push(paperOf({ ...request, ...asked, dueTick }));
      });
      return decide(asked).flatMap((order) => {
        if (order.kind === 'reply') return [order.answer];
        return order.kind === 'request' && order.passesUp === 900 ? ['pass-up'] : [];
      });
    };
    expect(answers(12, false)).toEqual(['refuse']);
    expect(answers(-2, false)).toEqual(['refuse']);
    expect(answers(null, false)).not.toEqual(['refuse']);
    expect(answers(12, true)).not.toEqual(['refuse']);
  });
  test('a post on ground that stands empty, once fire has ceased', () => {
    expect(acts(view('su.59bd', -2, empty))).not.toContain('post');
    expect(acts(view('su.59bd', 12, empty))).toContain('post');
  });
  test('nobody goes back to what he has left, or leaves what he has put a post on since', () => {
    const left = (hours: number) => (run: Run, office: number) => {
      empty(run, office);
      did('withdraw', hours)(run, office);
    };
    expect(acts(view('su.59bd', 12, left(6)))).not.toContain('post');
    expect(acts(view('su.59bd', 12, left(200)))).toContain('post');
    expect(acts(view('su.59bd', 80, did('post', 60)))).not.toContain('withdraw');
    expect(acts(view('su.59bd', 12, did('post', 60)))).toContain('withdraw');
  });
});
