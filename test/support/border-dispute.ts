import {
  ACTS,
  startRun,
  type Act,
  type GrantInfo,
  type KhasanEvent,
  type Model,
  type OfficeLinkInfo,
  type Run,
} from '../../src/engine/index.ts';
import { smallModel, type SmallOffice, type SmallUnit } from './small-model.ts';

/**
 * A border dispute in small, for tests of the whole engine: two hills that both sides claim, a chain of
 * command on each side from the capital to the post, a few companies with guns and tanks, and a rear
 * node. It takes the built-in policy some days to come to blows, and it runs in a fraction of a second.
 */

/** An office with what `smallModel` does not ask for. */
export interface DisputeOffice extends SmallOffice {
  readonly cycleMinutes: number;
  /** Median minutes to its superior; 0 for no link at all. */
  readonly minutesUp: number;
}

export interface DisputeParts {
  readonly offices: DisputeOffice[];
  readonly units: SmallUnit[];
}

const COLUMNS = 30;
const ROWS = 10;

/** Corner of the map out of sight of everybody, and the rear node. */
export const FAR_CORNER = [COLUMNS - 1, ROWS - 1] as const;

const RESERVED: readonly GrantInfo[] = (['assault', 'bombard', 'strike'] as const).map((act) => ({
  kind: 'grant',
  act,
  area: -1,
  forceMenMax: 0,
  reserved: true,
}));

const FIELD_ACTS: readonly Act[] = ACTS.filter((act) => act !== 'demand' && act !== 'propose');

const BOLD = { competence: 0.6, initiative: 0.85, fear: 0.15, honour: 0.8, caution: 0.25 };
const WARY = { competence: 0.5, initiative: 0.4, fear: 0.5, honour: 0.5, caution: 0.5 };

function officesOf(side: 0 | 1): DisputeOffice[] {
  const p = side === 0 ? 'su' : 'jp';
  const home = side === 0 ? 'village-east' : 'village-west';
  const hills = ['hill-north', 'hill-south'];
  return [
    {
      id: `${p}.capital`,
      side,
      echelon: 'capital',
      charge: hills,
      repertoire: ['wait', 'demand', 'propose', 'stand-down'],
      traits: WARY,
      grants: RESERVED,
      cycleMinutes: 720,
      minutesUp: 0,
    },
    {
      id: `${p}.foreign`,
      side,
      echelon: 'capital',
      superior: `${p}.capital`,
      charge: hills,
      repertoire: ['wait', 'demand', 'propose'],
      traits: WARY,
      cycleMinutes: 720,
      minutesUp: 60,
    },
    {
      id: `${p}.army`,
      side,
      echelon: 'army',
      superior: `${p}.capital`,
      charge: hills,
      repertoire: FIELD_ACTS,
      traits: WARY,
      cycleMinutes: 480,
      minutesUp: 240,
    },
    {
      id: `${p}.division`,
      side,
      echelon: 'division',
      superior: `${p}.army`,
      charge: [...hills, home],
      repertoire: FIELD_ACTS,
      traits: BOLD,
      cycleMinutes: 360,
      minutesUp: 90,
    },
    {
      id: `${p}.regiment`,
      side,
      echelon: 'regiment',
      superior: `${p}.division`,
      charge: [...hills, home],
      repertoire: FIELD_ACTS,
      traits: BOLD,
      cycleMinutes: 240,
      minutesUp: 45,
    },
    {
      id: `${p}.post`,
      side,
      echelon: 'post',
      superior: `${p}.regiment`,
      charge: hills,
      repertoire: ['wait', 'post', 'fortify', 'patrol', 'eject', 'withdraw'],
      traits: BOLD,
      cycleMinutes: 180,
      minutesUp: 30,
    },
  ];
}

function unitsOf(side: 0 | 1): SmallUnit[] {
  const p = side === 0 ? 'su' : 'jp';
  const post = side === 0 ? 'border-guard' : 'gendarme';
  const column = (steps: number): number => (side === 0 ? 15 + steps : 15 - steps);
  const regiment = `${p}.regiment`;
  const company = (id: string, steps: number, row: number): SmallUnit => ({
    id: `${p}.${id}`,
    side,
    at: [column(steps), row],
    office: regiment,
    men: 160,
    lightMachineGuns: 9,
    heavyMachineGuns: 2,
    training: side === 0 ? 0.5 : 0.65,
    cohesion: side === 0 ? 0.6 : 0.75,
  });
  return [
    { id: `${p}.post.guard`, side, at: [column(2), 3], kind: post, men: 30, office: `${p}.post` },
    { id: `${p}.post.picket`, side, at: [column(2), 7], kind: post, men: 16, office: `${p}.post` },
    company('1coy', 4, 3),
    company('2coy', 4, 6),
    company('3coy', 5, 5),
    company('4coy', 5, 6),
    {
      id: `${p}.battery`,
      side,
      at: [column(6), 5],
      kind: side === 0 ? 'field-gun' : 'mountain-gun',
      office: `${p}.division`,
      men: 90,
      guns: 4,
      calibreMm: 76,
    },
    {
      id: `${p}.tanks`,
      side,
      at: [column(6), 4],
      kind: 'tank',
      office: `${p}.division`,
      men: 40,
      tanks: side === 0 ? 10 : 4,
    },
    {
      id: `${p}.reserve`,
      side,
      at: `${p}-rear`,
      office: `${p}.division`,
      men: 400,
      echelon: 'battalion',
    },
    {
      id: `${p}.bombers`,
      side,
      at: `${p}-rear`,
      kind: 'air',
      office: `${p}.army`,
      men: 60,
      aircraft: 9,
    },
  ];
}

function partsOf(): DisputeParts {
  return {
    offices: [...officesOf(0), ...officesOf(1)],
    units: [...unitsOf(0), ...unitsOf(1)],
  };
}

/** Links up and down the chain, and between the two ministries. */
function linksOf(offices: readonly DisputeOffice[], office: DisputeOffice): OfficeLinkInfo[] {
  const links: OfficeLinkInfo[] = [];
  const add = (id: string, medianMinutes: number): void => {
    const to = offices.findIndex((other) => other.id === id);
    if (to >= 0 && medianMinutes > 0) {
      links.push({ to, medium: 'telegraph', medianMinutes, chain: 'army', directWire: false });
    }
  };
  if (office.superior !== undefined) add(office.superior, office.minutesUp);
  for (const other of offices) if (other.superior === office.id) add(other.id, other.minutesUp);
  if (office.id.endsWith('.foreign')) add(office.side === 0 ? 'jp.foreign' : 'su.foreign', 180);
  return links;
}

/**
 * The model of the dispute.
 * @param days length of the run.
 * @param change changes the parts before the model is made of them: further units, further offices.
 */
export function disputeModel(days = 8, change: (parts: DisputeParts) => void = () => {}): Model {
  const parts = partsOf();
  change(parts);
  const { offices, units } = parts;
  const indexOf = (id: string): number => offices.findIndex((office) => office.id === id);
  const hill = (column: number): boolean => column === 15;
  const model = smallModel({
    columns: COLUMNS,
    rows: ROWS,
    days,
    terrain: (column, row) => (hill(column) ? 'crest' : row === 9 ? 'marsh' : 'rolling'),
    elevation: (column, row) => (hill(column) ? 120 + 10 * (row % 3) : 20),
    areas: [
      { id: 'hill-north', at: [15, 3], worth: 1 },
      { id: 'hill-south', at: [15, 7], worth: 0.7 },
      { id: 'village-west', at: [9, 5], worth: 0.2, kind: 'village' },
      { id: 'village-east', at: [21, 5], worth: 0.2, kind: 'village' },
    ],
    nodes: [
      { id: 'su-rear', name: 'su-rear', gateHex: 5 * COLUMNS + 27, longitude: 131, latitude: 42 },
      { id: 'jp-rear', name: 'jp-rear', gateHex: 5 * COLUMNS + 2, longitude: 130, latitude: 42 },
    ],
    offices,
    units,
    weather: (slot) => (slot % 9 === 4 ? 'rain' : slot % 5 === 2 ? 'fog' : 'clear'),
  });
  return {
    ...model,
    coarseFromTick: model.endTick - 96,
    sides: model.sides.map((side, index) => ({
      ...side,
      capitalOffice: indexOf(index === 0 ? 'su.capital' : 'jp.capital'),
      foreignOffice: indexOf(index === 0 ? 'su.foreign' : 'jp.foreign'),
    })),
    offices: model.offices.map((office, index) => ({
      ...office,
      cycleMinutes: offices[index]!.cycleMinutes,
      links: linksOf(offices, offices[index]!),
    })),
  };
}

/** A run that keeps its events. */
export interface KeptRun extends Run {
  readonly events: KhasanEvent[];
}

/** A run of any model from its first tick, with its events kept. */
export function keptRun(model: Model, seed: number, from = 'free'): KeptRun {
  const events: KhasanEvent[] = [];
  const run = startRun(model, { seed, from }, (event) => events.push(event));
  return { ...run, events };
}
