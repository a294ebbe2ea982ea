import type { GrantInfo, KhasanEvent, Model } from '../../engine/index.ts';
import { formatCount } from '../narrative/clock.ts';
import { capitalised, makeNamer, nameOfOffice, nameOfPlace } from '../narrative/names.ts';
import { listed, toAct } from '../narrative/phrases.ts';
import { openCasebook } from './casebook.ts';
import { hasLimit } from './grants.ts';
import { sayEvent } from './say.ts';

/** What an office may and may not do, in sentences. */
export interface OfficePapers {
  readonly office: string;
  readonly name: string;
  /** In force on the first day. */
  readonly firstDay: readonly string[];
  /** Given, refused, forbidden or ordered to it in the run. */
  readonly inRun: readonly {
    readonly event: string;
    readonly tick: number;
    readonly text: string;
  }[];
}

/** Kinds of event that give an office a paper, with the datum that names it. */
const GIVEN: Readonly<Record<string, string>> = {
  'permission-granted': 'to',
  'permission-refused': 'to',
  'force-forbidden': 'to',
  'order-given': 'to',
  'standing-order-issued': 'to',
};

/** Authority and orders of every office that has any, in the order of the scenario. */
export function papersOfRun(model: Model, events: readonly KhasanEvent[]): OfficePapers[] {
  const book = openCasebook(model, events);
  const given = new Map<string, KhasanEvent[]>();
  for (const event of events) {
    const key = GIVEN[event.kind];
    const to = key === undefined ? '' : String(event.data[key] ?? '');
    if (to === '') continue;
    const papers = given.get(to);
    if (papers === undefined) given.set(to, [event]);
    else papers.push(event);
  }
  return model.offices
    .map((office) => ({
      office: office.id,
      name: nameOfOffice(makeNamer(model), office.id),
      firstDay: grantSentences(model, office.grants),
      inRun: (given.get(office.id) ?? []).map((event) => ({
        event: event.id,
        tick: event.tick,
        text: sayEvent(book, event),
      })),
    }))
    .filter(({ firstDay, inRun }) => firstDay.length > 0 || inRun.length > 0);
}

/**
 * Grants and bans as sentences. What is said alike of several acts and places is one sentence:
 * "Must not dig in or attack at Zaozyornaya, Bezymyannaya."
 */
export function grantSentences(model: Model, grants: readonly GrantInfo[]): string[] {
  const byAct = new Map<string, { grant: GrantInfo; areas: number[] }>();
  for (const grant of grants) {
    const { kind, act, forceMenMax, reserved } = grant;
    const key = `${kind}|${act}|${String(forceMenMax)}|${String(reserved)}`;
    const known = byAct.get(key);
    if (known === undefined) byAct.set(key, { grant, areas: [grant.area] });
    else known.areas.push(grant.area);
  }
  const alike = new Map<string, { grant: GrantInfo; areas: readonly number[]; acts: string[] }>();
  for (const { grant, areas } of byAct.values()) {
    const { kind, forceMenMax, reserved } = grant;
    const key = `${kind}|${String(forceMenMax)}|${String(reserved)}|${areas.join()}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { grant, areas, acts: [toAct(grant.act)] });
    else known.acts.push(toAct(grant.act));
  }
  return [...alike.values()].map((entry) => sentenceFor(model, entry));
}

function sentenceFor(
  model: Model,
  entry: { grant: GrantInfo; areas: readonly number[]; acts: readonly string[] },
): string {
  const { grant, areas, acts } = entry;
  const namer = makeNamer(model);
  const where = areas.includes(-1)
    ? 'anywhere'
    : `at ${listed(
        areas.map((area) => nameOfPlace(namer, model.areas[area]!.id)),
        'and',
      )}`;
  const what = `${listed(acts, 'or')} ${where}`;
  const men = hasLimit(grant) ? `, with up to ${formatCount(grant.forceMenMax)} men` : '';
  if (grant.kind === 'ban') return `Must not ${what}.`;
  if (grant.reserved) return capitalised(`keeps for itself the power to ${what}${men}.`);
  return `May ${what}${men}.`;
}
