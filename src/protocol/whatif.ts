import type { Model } from '../engine/index.ts';

/** One place of a compiled model, and what stands there in another: what a setting of files comes to. */
export interface ModelEdit {
  readonly at: readonly (string | number)[];
  readonly value: unknown;
}

/** Settings under a name, as a page can apply them. */
export interface SiteChange {
  /** `M02`, `purge-cost/none`: what a link and `mechanism:` or `question:` name. */
  readonly id: string;
  readonly title: string;
  /** The settings as the command line takes them. */
  readonly settings: readonly string[];
  /** What the settings of files among them change in the compiled model. */
  readonly edits: readonly ModelEdit[];
  /** Hash of the scenario with them, the same as on the command line. */
  readonly scenarioHash: string;
}

/** A mechanism of the model that can be switched off by data. */
export interface SiteSwitch extends SiteChange {
  readonly notes: string;
  /** Why it cannot be switched, `''` where it can. */
  readonly missing: string;
  /** Where its runs start: `free` or an anchor. */
  readonly from: string;
  /** Event at which the runs of the command line part, `''` none; in a page the switch holds from the first hour. */
  readonly forksAt: string;
  /** What it was expected to do before the first run. */
  readonly measures: readonly { readonly measure: string; readonly expected: string }[];
}

/** A ready question whose answers are settings. */
export interface SiteQuestion {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly limits: string;
  readonly from: string;
  readonly keepTruce: boolean;
  /** What the variants are set beside, in words. */
  readonly base: string;
  readonly variants: readonly SiteChange[];
  readonly measures: readonly string[];
}

/** The what-ifs of a page. */
export interface SiteWhatIf {
  readonly schema: 'khasan.site-whatif/1';
  readonly switches: readonly SiteSwitch[];
  readonly questions: readonly SiteQuestion[];
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value) && !ArrayBuffer.isView(value);

/** What has to be changed in one compiled model to have the other; its hash is left out. */
export function editsBetween(base: Model, other: Model): ModelEdit[] {
  const edits: ModelEdit[] = [];
  const compare = (left: unknown, right: unknown, at: readonly (string | number)[]): void => {
    if (isSame(left, right)) return;
    if (isList(left) && isList(right) && left.length === right.length) {
      left.forEach((item, index) => compare(item, right[index], [...at, index]));
    } else if (isRecord(left) && isRecord(right)) {
      const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
      for (const key of keys) compare(left[key], right[key], [...at, key]);
    } else edits.push({ at, value: right });
  };
  compare({ ...base, hash: '' }, { ...other, hash: '' }, []);
  return edits;
}

function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (!ArrayBuffer.isView(left) || !ArrayBuffer.isView(right)) return false;
  const [a, b] = [left, right] as unknown as [ArrayLike<number>, ArrayLike<number>];
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false;
  return true;
}

/** The model with edits put in, in their order. Only the way to each place is copied. */
export function editModel(model: Model, edits: readonly ModelEdit[], hash: string): Model {
  let changed: unknown = { ...model, hash };
  for (const { at, value } of edits) changed = withValue(changed, at, value);
  return changed as Model;
}

function withValue(whole: unknown, at: readonly (string | number)[], value: unknown): unknown {
  const [part, ...rest] = at;
  if (part === undefined) return value;
  if (isList(whole)) {
    return whole.map((item, index) => (index === part ? withValue(item, rest, value) : item));
  }
  const record = isRecord(whole) ? whole : {};
  return { ...record, [part]: withValue(record[part], rest, value) };
}
