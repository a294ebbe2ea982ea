import {
  compareRuns,
  parseEvents,
  type ComparisonRow,
  type RecordedEvent,
  type TargetStart,
} from '../record/index.ts';
import { parseClaims, type Claim, type ParsedClaims } from '../scenario/index.ts';
import type { SiteClaim, SiteMilestone, SiteMilestones, SiteRecorded } from '../protocol/index.ts';
import type { Session } from './session.ts';

/**
 * Rows of the record that a screen sets beside one run: what has an hour, then what has a figure. Single days and
 * shares say little of one run and are left to the tables.
 */
const MILESTONES: readonly string[] = [
  'R-first.sighting.jp',
  'R-notes.jp.first',
  'R-first.shot',
  'R-first.death',
  'R-alert.su',
  'R-first.assault',
  'R-first.air-strike',
  'R-attack.su.double',
  'R-first.bombardment',
  'R-talks.jp.first',
  'R-attack.su.joint',
  'R-truce.agreed',
  'R-truce.hour',
  'D1-works',
  'D3',
  'D4-decide',
  'D8',
  'T7',
  'T8',
  'T9',
  'T9-wounded',
  'T11',
  'T17',
];

const STARTS: readonly TargetStart[] = ['free', 'a1'];

/** What the record says of every measure, and of the milestones who says it and what is disputed. */
export function milestonesOf({ folder, model }: Session): SiteMilestones {
  const textOf = (name: string): string =>
    folder.history.find(({ path }) => path === name)?.text ?? '';
  const claims = parseClaims(textOf('claims.csv'), 'claims.csv');
  const { events } = parseEvents(textOf('events.csv'), 'events.csv');
  const milestones: SiteMilestone[] = [];
  const recorded: SiteRecorded[] = [];
  for (const start of STARTS) {
    const { rows } = compareRuns({
      start,
      keepTruce: start !== 'free',
      values: () => [],
      claims,
      startMinutes: model.startMinutes,
    });
    for (const row of rows) {
      const found = milestoneOf(row, start, claims, events);
      if (found !== null) milestones.push(found);
      const { measure, id, use, record } = row;
      const { value, low, high } = record;
      if (measure !== null) recorded.push({ measure, row: id, start, use, value, low, high });
    }
  }
  milestones.sort((a, b) => MILESTONES.indexOf(a.row) - MILESTONES.indexOf(b.row));
  return { schema: 'khasan.site-milestones/1', milestones, recorded };
}

function milestoneOf(
  row: ComparisonRow,
  start: TargetStart,
  claims: ParsedClaims,
  events: readonly RecordedEvent[],
): SiteMilestone | null {
  const { low, high, value } = row.record;
  if (!MILESTONES.includes(row.id) || row.measure === null) return null;
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  const named = row.record.claims.flatMap((id) => claims.byId.get(id) ?? []);
  const ids = new Set(named.map(({ id }) => id.replace(/-.*$/, '')));
  const about = events.filter(({ id }) => ids.has(id));
  return {
    row: row.id,
    measure: row.measure,
    isTime: row.kind === 'time',
    unit: row.unit,
    value: typeof value === 'number' ? value : null,
    ...{ low, high, start, use: row.use },
    title: about[0]?.title ?? '',
    disputed: about
      .map(({ disputed }) => disputed)
      .filter((text) => text !== '')
      .join(' '),
    claims: named.map(claimOf),
  };
}

function claimOf({
  id,
  value,
  low,
  high,
  unit,
  claimant,
  status,
  sources,
  note,
}: Claim): SiteClaim {
  const span = low === null || high === null ? '' : `${String(low)} to ${String(high)}`;
  const figure = value === null ? span : String(value);
  const inWords = unit === 'time' || unit === 'date' ? figure : `${figure} ${unit}`;
  return {
    ...{ id, claimant, status, note },
    figure: value !== null && span !== '' ? `${inWords} (${span})` : inWords,
    sources,
  };
}
