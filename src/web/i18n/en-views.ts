/** Words of the views beside the battle: reckoning, record, what-ifs, the story. */
export const EN_VIEWS = {
  'panel.tabs': 'What the column tells',

  'reckoning.tab': 'Reckoning',
  'reckoning.title': 'Who answers for what',
  'reckoning.caveat':
    'One run of a model, not what happened. Persons are named because they held the offices; in the run they are only the traits that the scenario gives them.',
  'reckoning.working': 'The run is played again and its authors are heard …',
  'reckoning.failed': 'The reckoning could not be made: {why}',
  'reckoning.none': 'Nothing to charge anybody with in this run.',
  'reckoning.unused': 'Never used in this run: {list}.',
  'reckoning.bars': 'Charges by author; filled: beyond authority. Choose one to see his alone.',
  'reckoning.more': 'All {count}',
  'reckoning.answers': 'Answers for it: {name}.',
  'reckoning.papers': 'Papers',
  'reckoning.unread': 'Not yet read',
  'reckoning.knew': 'He knew',
  'reckoning.why': 'why',
  'reckoning.beyond-authority': 'Acts beyond authority',
  'reckoning.line-violated': 'Lines crossed',
  'reckoning.first-use': 'First use of each kind of force',
  'reckoning.false-report': 'Reports that did not fit the facts',
  'reckoning.after-truce': 'Shots after the truce',
  'reckoning.beyond-authority.lead':
    'Acts of force for which no paper went back to the office that holds the power. It says who acted, not who was guilty.',
  'reckoning.line-violated.lead':
    'A crossing counts under the line of the side that claims it: the same step can be a violation for one side and a march on its own soil for the other.',
  'reckoning.first-use.lead': 'Who used a kind of force first, and who answered in kind.',
  'reckoning.false-report.lead':
    'Nobody lies in the model: what is false was miscounted, coloured by the hands it passed through, or out of date with its author.',
  'reckoning.after-truce.lead':
    'The hour travels down the chains like any message; who had not heard fought on.',
  'force.crossing': 'men over the other side’s line',
  'force.shot': 'a single aimed shot',
  'force.small-arms': 'rifles and machine guns',
  'force.attack': 'an attack',
  'force.tanks': 'tanks',
  'force.guns': 'guns',
  'force.aircraft': 'aircraft',
} as const;
