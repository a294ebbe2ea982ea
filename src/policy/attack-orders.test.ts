import { describe, expect, test } from 'vitest';
import { keptRun } from '../../test/support/border-dispute.ts';
import { realModel } from '../../test/support/real-scenario.ts';
import { LIGHTS, viewFor, type Run, type View } from '../engine/index.ts';
import { decide } from './decide.ts';
import { bindMen, freeMen, optionsFor } from './options.ts';
import { beginThought, concernAt, skillOf } from './situation.ts';

const model = realModel();
const officeOf = (id: string): number => model.offices.findIndex((info) => info.id === id);
const areaOf = (id: string): number => model.areas.findIndex((area) => area.id === id);
const HEIGHTS = ['zaozyornaya', 'bezymyannaya'].map(areaOf);

/** An office that believes a battalion of the other side on both heights, and a regiment of its own near them. */
function believing(
  id: string,
  change: (run: Run, office: number) => void = () => {},
  from = 'free',
): View {
  const run = keptRun(model, 1, from);
  const office = officeOf(id);
  const { offices } = run.world;
  if (from === 'free') run.world.tick = 30 * 96;
  for (const area of HEIGHTS) {
    const cell = office * model.areas.length + area;
    offices.enemy[cell * 4] = 400;
    offices.enemyTick[cell] = run.world.tick - 2;
    offices.holder[cell] = 1 - model.offices[office]!.side;
    offices.own[cell] = 300;
  }
  change(run, office);
  const view = viewFor(run, office);
  beginThought(view);
  return view;
}

/** Whether an assault on the second height is among the options when one on the first was ordered an hour ago. */
function looksFurther(id: string): boolean {
  const view = believing(id, (run, office) => {
    const { tick } = run.world;
    run.world.offices.deeds[office]!.push({
      act: 'assault',
      area: HEIGHTS[0]!,
      men: 800,
      tick: tick - 4,
      dueTick: tick + 40,
      unbidden: false,
    });
  });
  return optionsFor(view, concernAt(view, HEIGHTS[1]!)).list.some(({ act }) => act === 'assault');
}

describe('one blow at a time', () => {
  test.each(['su.39corps', 'su.1army', 'su.front', 'su.nko'])('%s waits for its first', (id) => {
    const view = believing(id);
    const free = optionsFor(view, concernAt(view, HEIGHTS[1]!)).list.map(({ act }) => act);
    expect(free).toContain('assault');
    expect(looksFurther(id)).toBe(false);
  });
  test('a division looks to each height', () => {
    expect(looksFurther('su.40rd')).toBe(true);
  });
});

describe('unity of effort', () => {
  /** A regiment in the field with an order to attack the first height, so many hours old. */
  const ordered = (men: number, hours = 0): View =>
    believing(
      'su.119rr',
      (run, office) => {
        run.world.offices.charges[office]!.push({
          act: 'assault',
          area: HEIGHTS[0]!,
          men,
          hHourTick: -1,
          plan: '',
          by: model.offices[office]!.superiors[0]!,
          tick: run.world.tick - 4 * hours,
          event: '',
        });
      },
      'a2',
    );
  const attacks = (view: View): number[] =>
    decide(view).flatMap((order) =>
      order.kind === 'act' && order.act === 'assault' ? [order.area] : [],
    );
  const offers = (view: View, area: number): boolean =>
    optionsFor(view, concernAt(view, area)).list.some(({ act }) => act === 'assault');

  test('an attack is not begun with a handful of the men that it was ordered with', () => {
    expect(attacks(ordered(400))).toContain(HEIGHTS[0]);
    expect(attacks(ordered(40_000))).not.toContain(HEIGHTS[0]);
    expect(offers(ordered(40_000), HEIGHTS[0]!)).toBe(false);
  });
  test('who is under orders to attack one height does not attack the next of his own accord', () => {
    expect(offers(ordered(400, 72), HEIGHTS[1]!)).toBe(true);
    expect(offers(ordered(400, 1), HEIGHTS[1]!)).toBe(false);
  });
  test('of two orders at once the one that is thought about first gets the men', () => {
    const twice = believing(
      'su.119rr',
      ({ world }, office) => {
        const by = model.offices[office]!.superiors[0]!;
        const charge = {
          act: 'assault',
          men: 130,
          hHourTick: -1,
          plan: '',
          by,
          event: '',
        } as const;
        for (const area of HEIGHTS) {
          world.offices.charges[office]!.push({ ...charge, area, tick: world.tick });
        }
      },
      'a2',
    );
    expect(attacks(twice)).toHaveLength(1);
  });
  test('men put into one attack are not free for another in the same sitting', () => {
    const view = ordered(400);
    const concern = concernAt(view, HEIGHTS[1]!);
    const skill = skillOf(view, 'assault');
    const before = freeMen(view, skill, concern);
    expect(before).toBeGreaterThan(100);
    bindMen(view, 100);
    expect(freeMen(view, skill, concern)).toBe(before - 100);
    bindMen(view, 10_000);
    expect(freeMen(view, skill, concern)).toBe(0);
    beginThought(view);
    expect(freeMen(view, skill, concern)).toBe(before);
  });
});

describe('H-hour', () => {
  /** Light at the H-hours of the assaults that a regiment in the field orders when told to at each hour of a day. */
  function lights(id: string): Set<string> {
    const found = new Set<string>();
    const area = HEIGHTS[0]!;
    for (let hour = 0; hour < 24; hour++) {
      const view = believing(
        id,
        (run, office) => {
          run.world.tick += 4 * hour;
          run.world.offices.charges[office]!.push({
            act: 'assault',
            area,
            men: 400,
            hHourTick: -1,
            plan: '',
            by: model.offices[office]!.superiors[0]!,
            tick: run.world.tick,
            event: '',
          });
        },
        'a2',
      );
      for (const order of decide(view)) {
        if (order.kind !== 'act' || order.act !== 'assault') continue;
        found.add(LIGHTS[model.sky.light[order.hHourTick]!]!);
      }
    }
    return found;
  }
  test('men with guns to prepare the way go by day, trained night fighters in the dark', () => {
    expect([...lights('su.119rr')]).toEqual(['day']);
    const night = [...lights('jp.75ir')];
    expect(night.length).toBeGreaterThan(0);
    for (const light of night) expect(['dark', 'moonlit']).toContain(light);
  });
});

describe('general mobilisation', () => {
  const offered = (change: (run: Run, office: number) => void): boolean => {
    const view = believing('su.politburo', change);
    return optionsFor(view, concernAt(view, HEIGHTS[0]!)).list.some(
      ({ act }) => act === 'mobilise',
    );
  };
  const firing = (run: Run, office: number): void => {
    for (const area of HEIGHTS) run.world.offices.activity[office * model.areas.length + area] = 4;
  };
  test('is thought of when ground was lost in a fight, or when the other side has decreed its own', () => {
    expect(offered(() => {})).toBe(false);
    expect(offered(firing)).toBe(false);
    expect(
      offered((run, office) => {
        firing(run, office);
        const cell = office * model.areas.length + HEIGHTS[0]!;
        run.world.offices.lostTick[cell] = run.world.tick - 96;
      }),
    ).toBe(true);
    expect(offered((run) => run.world.talks.mobilisedTick.fill(run.world.tick - 97, 1, 2))).toBe(
      true,
    );
  });
});
