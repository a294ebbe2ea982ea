import { indexOf } from '../register.ts';
import { report, type Checked } from './pass.ts';

/**
 * From every office a chain of superiors leads to the capital of its side, without going round in a
 * circle, and with a link for messages on its first step.
 */
export function checkChains(checked: Checked): void {
  const { offices } = checked.files.offices;
  const { register, files } = checked;
  const superiors = offices.map((office) =>
    office.superiors.map((id) => indexOf(register.offices, id)).filter((index) => index >= 0),
  );
  const linked = linkedOffices(checked);
  offices.forEach((office, o) => {
    const at = ['offices', o, 'superiors'];
    if (reaches(superiors, superiors[o]!, o)) {
      report(checked, 'offices.yaml', at, {
        code: 'superior-cycle',
        message: `"${office.id}" is in the end its own superior.`,
        remedy: 'Take out the superior that closes the circle.',
      });
      return;
    }
    const side = files.scenario.sides[register.sideOfOffice[o]!];
    const capital = side === undefined ? -1 : indexOf(register.offices, side.capitalOffice);
    if (capital >= 0 && o !== capital && !reaches(superiors, superiors[o]!, capital)) {
      report(checked, 'offices.yaml', at, {
        code: 'no-way-to-top',
        message: `No superior of "${office.id}" leads to the capital office "${side!.capitalOffice}".`,
        remedy: 'Name a superior whose own superiors lead there.',
      });
    }
    const first = superiors[o]![0];
    if (first !== undefined && !linked[o]!.has(first)) {
      report(checked, 'offices.yaml', [...at, 0], {
        code: 'no-link-to-superior',
        message: `"${office.id}" has no link over which it could report to "${offices[first]!.id}".`,
        remedy: 'Add a link between the two, from the lower to the higher or both ways.',
      });
    }
  });
}

/** Whether `goal` is among `from` or the superiors above them. */
function reaches(
  superiors: readonly (readonly number[])[],
  from: readonly number[],
  goal: number,
): boolean {
  const seen = new Set<number>();
  const open = [...from];
  for (let office = open.pop(); office !== undefined; office = open.pop()) {
    if (office === goal) return true;
    if (seen.has(office)) continue;
    seen.add(office);
    open.push(...superiors[office]!);
  }
  return false;
}

/** `[office]` the offices it can send to. */
function linkedOffices(checked: Checked): readonly ReadonlySet<number>[] {
  const { register, files } = checked;
  const linked = files.offices.offices.map(() => new Set<number>());
  for (const link of files.offices.links) {
    const from = indexOf(register.offices, link.from);
    const to = indexOf(register.offices, link.to);
    if (from < 0 || to < 0) continue;
    linked[from]!.add(to);
    if (link.oneWay !== true) linked[to]!.add(from);
  }
  return linked;
}

/** No formation contains itself. */
export function checkFormationCycles(checked: Checked): void {
  const { formations } = checked.files.forces;
  const { register } = checked;
  formations.forEach((formation, f) => {
    let at = formation.parent === undefined ? -1 : indexOf(register.formations, formation.parent);
    for (let step = 0; at >= 0 && at !== f && step < formations.length; step++) {
      const parent = formations[at]!.parent;
      at = parent === undefined ? -1 : indexOf(register.formations, parent);
    }
    if (at !== f) return;
    report(checked, 'forces.yaml', ['formations', f, 'parent'], {
      code: 'formation-cycle',
      message: `The formation "${formation.id}" in the end contains itself.`,
      remedy: 'Correct the parent that closes the circle.',
    });
  });
}

/** What stands in `authority` is in force on the first day: no text in it names a later date. */
export function checkAuthorityDates(checked: Checked): void {
  const startDay = checked.files.scenario.start.slice(0, 10);
  checked.files.offices.offices.forEach((office, o) => {
    office.authority.forEach((grant, g) => {
      const day = /\d{4}-\d\d-\d\d/.exec(grant.source)?.[0];
      if (day === undefined || day <= startDay) return;
      report(checked, 'offices.yaml', ['offices', o, 'authority', g, 'source'], {
        code: 'dated-authority',
        message: `This authority of "${office.id}" rests on ${day}, after the start of the scenario.`,
        remedy: 'Leave it out: every later grant or ban is an act of an office in the run.',
      });
    });
  });
}
