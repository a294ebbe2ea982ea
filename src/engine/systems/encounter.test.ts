import { describe, expect, test } from 'vitest';
import { smallModel, type SmallOffice, type SmallUnit } from '../../../test/support/small-model.ts';
import { keptRun, type KeptRun } from '../../../test/support/border-dispute.ts';
import { closeDecision, step, viewFor, type EngagementRules, type Order } from '../index.ts';
import { P } from '../parameters.ts';
import { hexAt } from '../../hex/index.ts';
import { baitHexOf } from './bait.ts';
import { execute } from './execute.ts';
import { intentAt } from './picture.ts';

const ASK: EngagementRules = { first: 'challenge', challenges: 3, last: 'warn' };
const FIRE: EngagementRules = { first: 'fire', challenges: 1, last: 'fire' };

interface Position {
  readonly su?: Partial<SmallOffice>;
  readonly jp?: Partial<SmallOffice>;
  readonly units?: readonly SmallUnit[];
  readonly params?: Readonly<Partial<Record<keyof typeof P, number>>>;
  readonly seed?: number;
}

/** Column 6 is claimed by both; each side has a party beside it, and the Japanese look to the west. */
function position({ su, jp, units, params, seed = 1 }: Position = {}): KeptRun {
  const model = smallModel({
    days: 6,
    offices: [
      { id: 'su.post', side: 0, echelon: 'post', engagement: ASK, ...su },
      { id: 'jp.post', side: 1, echelon: 'post', engagement: ASK, ...jp },
      { id: 'jp.envoy', side: 1, echelon: 'army' },
    ],
    units: units ?? [
      { id: 'su.party', side: 0, at: [7, 6], kind: 'border-guard', men: 10, office: 'su.post' },
      { id: 'jp.party', side: 1, at: [6, 6], kind: 'gendarme', men: 4, office: 'jp.post' },
    ],
  });
  const run = keptRun(model, seed);
  const settings = {
    'meeting.chancePerHour': 0.6,
    'meeting.skipChance': 0,
    'meeting.shotChance': 0.005,
    'meeting.yieldChance': 0,
    'meeting.detainChance': 0.9,
    ...params,
  };
  for (const [id, value] of Object.entries(settings))
    run.world.params[P[id as keyof typeof P]] = value;
  return run;
}

/** Plays without a policy until a tick; `orders` may speak for the offices that are due. */
function play(run: KeptRun, untilTick: number, orders: (due: number) => Order[] = () => []): void {
  let due = step(run, []);
  while (due.length > 0 && run.world.tick < untilTick) {
    const given = due.flatMap((office) => {
      const said = orders(office);
      closeDecision(run, office);
      return said;
    });
    due = step(run, given);
  }
}

const told = (run: KeptRun, ...kinds: string[]): string[] =>
  run.events
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, data }) =>
      kind === 'challenge-made' ? `${kind} ${String(data['time'])}` : kind,
    );
const LADDER = ['challenge-made', 'warning-given', 'party-detained', 'shot-fired'];

/** Ticks of the first day: it is light from 4 to 21 hours. */
const DAY = 96;

describe('rules of engagement', () => {
  test('a meeting goes on by one exchange a look, and stops where the rules do', () => {
    const run = position();
    play(run, DAY);
    expect(told(run, 'parties-met')).toHaveLength(1);
    expect(told(run, ...LADDER)).toEqual([
      'challenge-made 1',
      'challenge-made 2',
      'challenge-made 3',
      'warning-given',
    ]);
    const ticks = run.events.filter(({ kind }) => LADDER.includes(kind)).map(({ tick }) => tick);
    expect(ticks.map((tick) => tick - ticks[0]!)).toEqual([0, 4, 8, 12]);
  });

  test('each exchange has the one before it as its cause', () => {
    const run = position();
    play(run, DAY);
    const exchanges = run.events.filter(({ kind }) => ['parties-met', ...LADDER].includes(kind));
    exchanges.slice(1).forEach((event, n) => {
      expect(event.cause).toEqual([exchanges[n]!.id]);
    });
  });

  test('who fires first fires at once, one shot, and then both keep apart for a day', () => {
    const run = position({ su: { engagement: FIRE }, jp: { engagement: FIRE } });
    play(run, DAY);
    expect(told(run, ...LADDER)).toEqual(['shot-fired']);
    const [met, shot] = run.events.filter(({ kind }) =>
      ['parties-met', 'shot-fired'].includes(kind),
    );
    expect(shot!.tick).toBe(met!.tick);
    expect(shot!.data['why']).toBe('rules');
  });

  test('two to one leads men off; they count as missing', () => {
    const detain: EngagementRules = { first: 'detain', challenges: 1, last: 'detain' };
    const run = position({
      su: { engagement: detain, traits: { fear: 1 } },
      jp: { traits: { fear: 0 } },
      params: { 'meeting.chancePerHour': 0.6 },
    });
    play(run, DAY);
    expect(told(run, ...LADDER)).toEqual(['party-detained']);
    expect(run.world.units.men[1]! + run.world.units.missing[1]!).toBe(4);
    expect(run.world.units.missing[1]).toBe(3);
  });

  test('an office may change them by an order, which travels', () => {
    const run = position();
    execute(run, { kind: 'rules', office: 0, to: 0, first: 'fire', challenges: 1, last: 'fire' });
    execute(run, { kind: 'rules', office: 1, to: 1, first: 'fire', challenges: 1, last: 'fire' });
    play(run, DAY);
    expect(told(run, ...LADDER)).toEqual(['shot-fired']);
    expect(told(run, 'rules-changed')).toHaveLength(2);
  });

  test.each([
    [{ first: 'warn', challenges: 1, last: 'challenge' }, 0, 'malformed'],
    [{ first: 'warn', challenges: 0, last: 'warn' }, 0, 'malformed'],
    [{ first: 'challenge', challenges: 2, last: 'warn' }, 1, 'not-a-subordinate'],
  ] as const)('%o for office %i is refused: %s', (rules, to, reason) => {
    const run = position();
    execute(run, { kind: 'rules', office: 0, to, ...rules });
    expect(run.events.at(-1)!.data['reason']).toBe(reason);
  });
});

describe('a death at the line', () => {
  test('is one man, moves both sides, and each says whom it blames', () => {
    const run = position({
      su: { engagement: FIRE },
      jp: { engagement: FIRE },
      params: { 'meeting.hitChance': 0.9 },
      seed: 3,
    });
    const before = [0, 1].map((office) => intentAt(run.world, office, 0));
    play(run, DAY);
    const deaths = run.events.filter(({ kind }) => kind === 'casualties-taken');
    expect(deaths.map(({ data }) => data['killed'])).toEqual([1]);
    for (const office of [0, 1]) {
      expect(intentAt(run.world, office, run.world.tick)).toBeGreaterThan(before[office]!);
    }
    const blamed = run.events.filter(({ kind }) => kind === 'death-blamed');
    expect(blamed.map(({ data }) => data['side']).sort()).toEqual(['jp', 'su']);
    for (const { data } of blamed) {
      // Whoever was on the other's ground is to blame, by the reading of the side that says so.
      const shooter = data['dead'] === 'su' ? 'jp' : 'su';
      expect(data['blamed']).toBe(data['ground'] === shooter ? data['dead'] : shooter);
    }
  });
});

describe('a shot by order', () => {
  const shoot = (office: number): Order => ({
    kind: 'act',
    office,
    act: 'shoot',
    area: 0,
    men: 1,
    hHourTick: -1,
    authority: 'own',
    plan: '',
  });

  test('falls at once, at the party before the office', () => {
    const run = position();
    let ordered = false;
    play(run, DAY, (office) => {
      if (ordered || office !== 1 || viewFor(run, office).meetings.length === 0) return [];
      ordered = true;
      return [shoot(office)];
    });
    const shot = run.events.find(({ kind }) => kind === 'shot-fired')!;
    expect(shot).toMatchObject({
      actor: 'jp.party',
      data: { at: 'su.party', why: 'order', by: 'jp.post' },
    });
    expect(told(run, ...LADDER).slice(0, 2)).toEqual(['challenge-made 1', 'shot-fired']);
  });

  test('is refused where the office has nobody on the spot', () => {
    const run = position({
      units: [
        { id: 'su.party', side: 0, at: [7, 6], kind: 'border-guard', men: 10, office: 'su.post' },
        { id: 'jp.party', side: 1, at: [6, 6], kind: 'gendarme', men: 4, office: 'jp.post' },
        { id: 'jp.retinue', side: 1, at: [2, 6], kind: 'staff', men: 3, office: 'jp.envoy' },
      ],
    });
    let asked = false;
    play(run, DAY, () => {
      if (asked || run.world.meetings.length === 0) return [];
      asked = true;
      return [shoot(2)];
    });
    expect(asked).toBe(true);
    expect(told(run, 'shot-fired')).toEqual([]);
    expect(run.events.find(({ kind }) => kind === 'order-refused')!.data['reason']).toBe(
      'nobody-met',
    );
  });

  test('skips the chain: the envoy’s own men stand by, another’s men fire', () => {
    const run = position({
      units: [
        { id: 'su.party', side: 0, at: [7, 6], kind: 'border-guard', men: 10, office: 'su.post' },
        { id: 'jp.party', side: 1, at: [6, 6], kind: 'gendarme', men: 4, office: 'jp.post' },
        { id: 'jp.retinue', side: 1, at: [5, 6], kind: 'staff', men: 3, office: 'jp.envoy' },
      ],
    });
    let ordered = false;
    play(run, DAY, () => {
      if (ordered || viewFor(run, 2).meetings.length === 0) return [];
      ordered = true;
      return [shoot(2)];
    });
    const shot = run.events.find(({ kind }) => kind === 'shot-fired')!;
    expect(shot).toMatchObject({ actor: 'jp.party', data: { why: 'order', by: 'jp.envoy' } });
  });
});

describe('bait', () => {
  const provoke: Order = {
    kind: 'act',
    office: 0,
    act: 'provoke',
    area: 0,
    men: 4,
    hHourTick: -1,
    authority: 'own',
    plan: '',
  };
  const baited = (): KeptRun => {
    const run = position({
      units: [
        { id: 'su.party', side: 0, at: [8, 6], kind: 'border-guard', men: 6, office: 'su.post' },
        { id: 'jp.watch', side: 1, at: [3, 6], kind: 'gendarme', men: 4, office: 'jp.post' },
      ],
    });
    execute(run, provoke);
    run.world.nextGroundTick = 0;
    run.world.groundDueTick = -1;
    return run;
  };

  test('goes over the line, is seen to dig, moves no earth, holds nothing', () => {
    const run = baited();
    const hex = baitHexOf(run, 0, 0);
    expect(hex % run.model.grid.columns).toBe(5);
    const holders = run.world.ground.holder.slice();
    play(run, DAY);
    expect(run.world.units.location[0]).toBe(hex);
    expect(run.world.ground.trench.every((trench) => trench === 0)).toBe(true);
    expect(run.world.ground.holder[hex]).toBe(holders[hex]);
    const seen = run.events.filter(
      ({ kind, actor }) => kind === 'contact-reported' && actor === 'jp.post',
    );
    expect(seen.map(({ data }) => data['activity'])).toContain('digging');
  });

  test('stands in no report of its own side', () => {
    const run = baited();
    play(run, DAY);
    expect(viewFor(run, 0).own.every((men) => men === 0)).toBe(true);
  });

  test('goes home after two working days, and is free again', () => {
    const run = baited();
    play(run, 4 * DAY);
    const at = run.world.units.location[0]!;
    expect(run.model.ground.owner[at]).toBe(0);
    expect(viewFor(run, 0).units[0]!.busy).toBe(false);
  });

  test('is refused to an office that by the account drawn does not know it', () => {
    const account = {
      id: 'account',
      luckKey: 7,
      title: 'account',
      unit: '',
      reference: 0,
      options: [
        { claim: 'none', value: 0, weight: 1 },
        { claim: 'bait', value: 1, weight: 0 },
      ],
    };
    const model = smallModel({
      offices: [
        { id: 'su.post', side: 0, byReading: [{ reading: 0, value: 1, acts: ['provoke'] }] },
        { id: 'jp.post', side: 1 },
      ],
      units: [{ id: 'su.party', side: 0, at: [8, 6], kind: 'border-guard', men: 6 }],
      readings: [account],
    });
    const run = keptRun(model, 1);
    execute(run, provoke);
    expect(run.events.at(-1)!.data['reason']).toBe('not-in-repertoire');
    expect(viewFor(run, 0).lacks).toEqual(['provoke']);
  });
});

test('the hex of the bait lies on the far side, next to the disputed ground', () => {
  const run = position();
  expect(baitHexOf(run, 1, 0)).toBe(hexAt(run.model.grid, 7, 6));
});
