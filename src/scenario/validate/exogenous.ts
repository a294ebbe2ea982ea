import { report, type Checked } from './pass.ts';

/**
 * Words by which a title gives away that the event is an act of a party to the dispute. Nouns that also
 * have an innocent use (an order of battle, order number 107) are not among them.
 */
const ACT_WORDS =
  /\b(orders|ordered|permits|permitted|allows|allowed|authori[sz]e[sd]?|grants|granted|forbids|forbade|forbidden|bans|banned|prohibits|prohibited|alerts|alerted|demands|demanded|attacks|attacked|assaults|withdraws|withdrew|mobili[sz]e[sd]?)\b/i;

/**
 * What comes from outside is a closed set, and none of it orders, permits, forbids, alerts or demands
 * anything in the dispute. Each kind has the fields it needs and no others.
 */
export function checkExogenous(checked: Checked): void {
  checked.files.exogenous.events.forEach((event, i) => {
    const word = ACT_WORDS.exec(event.title)?.[0];
    if (word !== undefined) {
      report(checked, 'exogenous.yaml', ['events', i, 'title'], {
        code: 'exogenous-not-allowed',
        message: `The title of "${event.id}" says "${word}": that is an act of somebody in the dispute.`,
        remedy: 'Leave the event out, or say in other words what comes from outside.',
      });
    }
    const wanted = missingFields(event);
    if (wanted !== undefined) {
      report(checked, 'exogenous.yaml', ['events', i], {
        code: 'missing-key',
        message: `An event of kind "${event.kind}" wants ${wanted}.`,
        remedy: 'Add what is missing, or choose another kind.',
      });
    }
    const stray = strayField(event);
    if (stray !== undefined) {
      report(checked, 'exogenous.yaml', ['events', i, stray], {
        code: 'exogenous-not-allowed',
        message: `An event of kind "${event.kind}" cannot change "${stray}".`,
        remedy: `Take "${stray}" out, or choose the kind that it belongs to.`,
      });
    }
  });
}

type Event = Checked['files']['exogenous']['events'][number];

function missingFields(event: Event): string | undefined {
  if (event.kind === 'appointment' && (event.office === undefined || event.person === undefined)) {
    return 'an office and a person';
  }
  const changes = event.otherFrontsChange;
  if (event.kind === 'other-front' && (event.side === undefined || changes === undefined)) {
    return 'a side and otherFrontsChange';
  }
  return undefined;
}

/** Persons change by appointment (or leave by defection), the weight of other fronts by other fronts. */
function strayField(event: Event): 'otherFrontsChange' | 'person' | 'traits' | undefined {
  if (event.otherFrontsChange !== undefined && event.kind !== 'other-front') {
    return 'otherFrontsChange';
  }
  const changesPerson = event.kind === 'appointment' || event.kind === 'defection';
  if (event.person !== undefined && !changesPerson) return 'person';
  if (event.traits !== undefined && !changesPerson) return 'traits';
  return undefined;
}
