import {
  luckKeyOf,
  MOVE_CLASSES,
  UNIT_KINDS,
  type ReadingInfo,
  type UnitTables,
} from '../../engine/index.ts';
import { indexOf, locationOf, tickOf } from '../register.ts';
import type { ForcesFile } from '../schema.ts';
import type { ValidScenario } from '../validate/run.ts';
import { baseOf } from './readings.ts';

type Template = ForcesFile['templates'][number];
type Unit = ForcesFile['units'][number];

/** How ready to march a unit is where the file does not say. Assumption: half-way, as at peace. */
const READINESS_DEFAULT = 0.5;

/** Units as parallel arrays: the template of each, with its departures, in the order of the file. */
export function makeUnits(valid: ValidScenario, readings: readonly ReadingInfo[]): UnitTables {
  const { files, register } = valid;
  const { units, templates } = files.forces;
  const plans = units.map((unit) => templates[indexOf(register.templates, unit.template)]!);
  const men = units.map((unit, u) => baseOf(unit.men ?? plans[u]!.men, register, readings));
  const tanks = units.map((unit, u) => baseOf(unit.tanks ?? plans[u]!.tanks, register, readings));
  const each = <T>(of: (unit: Unit, template: Template, index: number) => T): T[] =>
    units.map((unit, u) => of(unit, plans[u]!, u));
  const counts = (
    key: 'rifles' | 'lightMachineGuns' | 'heavyMachineGuns' | 'mortars' | 'guns' | 'antiTankGuns',
  ) => Int32Array.from(each((unit, template) => unit[key] ?? template[key] ?? 0));
  return {
    count: units.length,
    id: each((unit) => unit.id),
    name: each((unit, template) => unit.names?.en ?? nameOf(valid, unit, template)),
    sidc: each((_, template) => template.sidc),
    luckKey: Uint32Array.from(each((unit) => luckKeyOf(unit.id))),
    side: Uint8Array.from(each((_unit, _template, u) => register.sideOfUnit[u]!)),
    kind: each((_, template) => template.kind),
    kindCode: Uint8Array.from(each((_, template) => UNIT_KINDS.indexOf(template.kind))),
    echelon: each((_, template) => template.echelon),
    office: Uint8Array.from(each((unit) => indexOf(register.offices, unit.office))),
    formation: each((unit) => unit.formation),
    moveClass: Uint8Array.from(each((_, template) => MOVE_CLASSES.indexOf(template.moveClass))),
    start: Int32Array.from(each((unit) => locationOf(register, unit.at))),
    readyTick: Int32Array.from(
      each((unit) => (unit.from === undefined ? 0 : tickOf(register, unit.from))),
    ),
    men: Int32Array.from(men, ({ base }) => base),
    rifles: counts('rifles'),
    lightMachineGuns: counts('lightMachineGuns'),
    heavyMachineGuns: counts('heavyMachineGuns'),
    mortars: counts('mortars'),
    antiTankGuns: counts('antiTankGuns'),
    guns: counts('guns'),
    calibreMm: Int32Array.from(each((_, template) => template.calibreMm ?? 0)),
    tanks: Int32Array.from(tanks, ({ base }) => base),
    aircraft: Int32Array.from(each((_, template) => template.aircraft ?? 0)),
    training: Float64Array.from(each((unit, template) => unit.training ?? template.training)),
    cohesion: Float64Array.from(each((unit, template) => unit.cohesion ?? template.cohesion)),
    readiness: Float64Array.from(each((unit) => unit.readiness ?? READINESS_DEFAULT)),
    tanksReading: Int16Array.from(tanks, ({ reading }) => reading),
    menReading: Int16Array.from(men, ({ reading }) => reading),
  };
}

/** A unit without a name of its own is called after what it is and where it belongs. */
function nameOf({ files, register }: ValidScenario, unit: Unit, template: Template): string {
  const formation = files.forces.formations[indexOf(register.formations, unit.formation)]!;
  return `${template.title}, ${formation.names.en}`;
}
