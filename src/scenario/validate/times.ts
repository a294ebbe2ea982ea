import { parseTime } from '../../engine/index.ts';
import type { FileName } from '../parse.ts';
import { minutesOf } from '../register.ts';
import type { NodePath } from '../source.ts';
import { report, type Checked } from './pass.ts';

/** No clock on earth is further from Greenwich. */
const OFFSET_MINUTES_MAX = 14 * 60;
/** A longer scenario would be a slip in a year; its tables would grow without end. */
const SPAN_DAYS_MAX = 400;

/** A time in a file, and what it may be. */
interface TimeAt {
  readonly file: FileName;
  readonly at: NodePath;
  readonly text: string;
  /** Last minute it may name; `undefined` for the times that make the span themselves. */
  readonly latest: number | undefined;
}

/** Every time carries its offset, is a real date, and lies within the span of the scenario. */
export function checkTimes(checked: Checked): void {
  const { startMinutes } = checked.register;
  for (const { file, at, text, latest } of timesOf(checked)) {
    const time = parseTime(text);
    if (!time.ok && time.problem === 'bare') {
      report(checked, file, at, {
        code: 'bare-time',
        message: `"${text}" does not say on which clock.`,
        remedy: `Add the offset from Greenwich: ${text}+09:00 in Japan and Korea, +10:00 in the Soviet Far East, +03:00 in Moscow.`,
      });
    } else if (!time.ok || Math.abs(time.offsetMinutes) > OFFSET_MINUTES_MAX) {
      report(checked, file, at, {
        code: 'malformed-time',
        message: `"${text}" is not a time.`,
        remedy: 'Write year-month-dayThour:minute and the offset: 1938-07-15T17:00+10:00.',
      });
    } else if (latest !== undefined && (time.minutes < startMinutes || time.minutes > latest)) {
      const { start, end } = checked.files.scenario;
      report(checked, file, at, {
        code: 'time-outside-span',
        message: `${text} is not between the start (${start}) and the end (${end}) of the scenario.`,
        remedy: 'Correct the time, or move what happened before to the first hour and say so.',
      });
    }
  }
  checkOrder(checked);
}

function timesOf(checked: Checked): readonly TimeAt[] {
  const { scenario, forces, exogenous, anchors } = checked.files;
  const { endMinutes } = checked.register;
  const times: TimeAt[] = [];
  const add = (file: FileName, at: NodePath, text: string | undefined, latest = endMinutes - 1) => {
    if (text !== undefined) times.push({ file, at, text, latest });
  };
  for (const key of ['start', 'end', 'coarseFrom'] as const) {
    times.push({ file: 'scenario.yaml', at: [key], text: scenario[key], latest: undefined });
  }
  scenario.weather.recorded.forEach((row, i) => {
    add('scenario.yaml', ['weather', 'recorded', i, 'from'], row.from);
    // A span may end with the scenario: `to` is the first minute after it.
    add('scenario.yaml', ['weather', 'recorded', i, 'to'], row.to, endMinutes);
  });
  forces.units.forEach((unit, i) => {
    add('forces.yaml', ['units', i, 'from'], unit.from);
  });
  exogenous.events.forEach((event, i) => {
    add('exogenous.yaml', ['events', i, 'at'], event.at);
  });
  anchors.anchors.forEach((anchor, a) => {
    add('anchors.yaml', ['anchors', a, 'at'], anchor.at);
    add('anchors.yaml', ['anchors', a, 'truceAt'], anchor.truceAt);
    anchor.operations.forEach((operation, i) => {
      add('anchors.yaml', ['anchors', a, 'operations', i, 'hHour'], operation.hHour);
    });
  });
  return times;
}

function checkOrder(checked: Checked): void {
  const { scenario, anchors } = checked.files;
  const inOrder = (file: FileName, at: NodePath, earlier: string, later: string): void => {
    if (!(minutesOf(earlier) >= minutesOf(later))) return;
    report(checked, file, at, {
      code: 'time-order',
      message: `${later} is not after ${earlier}.`,
      remedy: 'Exchange the two, or correct the one that is wrong.',
    });
  };
  inOrder('scenario.yaml', ['end'], scenario.start, scenario.end);
  const days = (minutesOf(scenario.end) - minutesOf(scenario.start)) / 1440;
  if (days > SPAN_DAYS_MAX) {
    report(checked, 'scenario.yaml', ['end'], {
      code: 'out-of-range',
      message: `The scenario lasts ${String(Math.round(days))} days, and may last ${String(SPAN_DAYS_MAX)}.`,
      remedy: 'Correct the year of the start or of the end.',
    });
  }
  inOrder('scenario.yaml', ['coarseFrom'], scenario.start, scenario.coarseFrom);
  scenario.weather.recorded.forEach((row, i) => {
    inOrder('scenario.yaml', ['weather', 'recorded', i, 'to'], row.from, row.to);
  });
  anchors.anchors.forEach((anchor, a) => {
    if (anchor.truceAt === undefined) return;
    inOrder('anchors.yaml', ['anchors', a, 'truceAt'], anchor.at, anchor.truceAt);
  });
}
