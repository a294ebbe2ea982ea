/** Words of the page of many runs, and of the record among them. */
export const EN_RUNS = {
  'runs.group.record': 'With something on record',
  'runs.group.other': 'Without',
  'runs.inside': 'Inside the runs.',
  'runs.inside.told':
    'The record, {record}, lies inside the middle nine tenths of the runs: {shares}.',
  'runs.edge': 'At the edge of the runs.',
  'runs.edge.told':
    'The record, {record}, lies outside the middle nine tenths of the runs, though not beyond them all: {shares}.',
  'runs.beyond': 'Outside the runs.',
  'runs.beyond.told': 'The record, {record}, lies beyond every one of the runs: {shares}.',
  'runs.shares.time': '{below} of them were earlier, {above} later',
  'runs.shares.number': '{below} of them have less, {above} more',
  'runs.shares.within': ', {within} within what is recorded',
  'runs.without': 'In {count} of {runs} runs it did not happen; they are not counted here.',
  'runs.agree': 'The record says: {record}. So do {share} of the runs.',
  'runs.norecord': 'Nothing is on record for this measure, so the runs stand alone.',
  'runs.anchored':
    'On record: {record}. That is asked of runs that begin on the recorded evening of 30 July, not of these, which begin on 1 July; it is not set among them.',
  'runs.nothing':
    'It happened in none of the {runs} runs, so there is nothing to set the record, {record}, beside.',
  'runs.mark.record': 'record, {record}',
  'runs.mark.claim': '{claimant}: {record}',
  'runs.mark.historian': 'another reading',
  'runs.middle.mark': 'half of the runs',
  'runs.ninety.mark': 'nine tenths of the runs',
  'runs.axis.time': 'day, Tokyo',
  'runs.hill': 'Who holds the height, day by day',
  'runs.hill.pick': 'height',
  'runs.hill.about': 'At noon, day by day; shares of {runs} runs',
  'runs.hill.day': 'day',
  'runs.hill.agree':
    '{hill}: on {agreed} of the {days} days that the record tells of, most runs agree with it.',
  'runs.hill.split': '{hill}: the runs differ most on {day}, when {share} agree.',
  'runs.hill.note':
    'The strip above the bands is the record, where it tells; it is asked of runs that begin on 30 July and stands here to look at.',
  'word.yes': 'yes',
  'word.no': 'no',
  'word.both': 'both sides',
  'word.none': 'nobody',
} as const;
