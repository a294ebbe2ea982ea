import { signal } from '@preact/signals';
import { SITE_FILES, isSchema, unpack } from '../../protocol/index.ts';
import type { SiteChange, SiteQuestion, SiteSwitch, SiteWhatIf } from '../../protocol/index.ts';
import { dataAddress } from '../state/addresses.ts';
import * as store from '../state/store.ts';

/** The what-ifs of the site, once they have been fetched. */
export const whatIf = signal<SiteWhatIf | null>(null);
export const hasFailed = signal(false);
let isAsked = false;

export async function fetchWhatIf(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    const response = await fetch(dataAddress(SITE_FILES.whatIf));
    const found = unpack(await response.text());
    if (!isSchema<SiteWhatIf>(found, 'khasan.site-whatif/1')) throw new Error('schema');
    whatIf.value = found;
    hasFailed.value = false;
  } catch {
    isAsked = false;
    hasFailed.value = true;
  }
}

/** Choices before the present one, for Undo. */
const before = signal<readonly (readonly string[])[]>([]);
export const canUndo = (): boolean => before.value.length > 0;

export function choose(next: readonly string[]): void {
  before.value = [...before.value.slice(-30), store.switches.value];
  store.switches.value = next;
}

export function undo(): void {
  const last = before.value.at(-1);
  if (last === undefined) return;
  before.value = before.value.slice(0, -1);
  store.switches.value = last;
}

/** Switches go together; a question stands alone. */
export function toggle(id: string): void {
  const now = store.switches.value;
  if (now.includes(id)) choose(now.filter((each) => each !== id));
  else if (isQuestion(id)) choose([id]);
  else choose([...now.filter((each) => !isQuestion(each)), id]);
}

const isQuestion = (id: string): boolean => id.includes('/');

/** What a choice comes to: the changes, where their runs begin, and what is worth measuring. */
export interface Choice {
  readonly changes: readonly SiteChange[];
  readonly switches: readonly SiteSwitch[];
  readonly question: SiteQuestion | null;
  /** Settings as the host takes them. */
  readonly settings: readonly string[];
  readonly from: string;
  readonly keepTruce: boolean;
  readonly measures: readonly string[];
  /** Ids of the link that are not there. */
  readonly unknown: readonly string[];
}

export function choiceOf(all: SiteWhatIf, ids: readonly string[]): Choice {
  const switches = all.switches.filter(({ id, missing }) => missing === '' && ids.includes(id));
  const question =
    switches.length > 0
      ? null
      : (all.questions.find(({ variants }) => variants.some(({ id }) => ids.includes(id))) ?? null);
  const variant = question?.variants.find(({ id }) => ids.includes(id));
  const changes: readonly SiteChange[] = variant === undefined ? switches : [variant];
  // A switch that needs a recorded state takes the others with it.
  const from = question?.from ?? switches.map((each) => each.from).find((f) => f !== 'free');
  return {
    changes,
    switches,
    question,
    settings:
      variant === undefined
        ? switches.map(({ id }) => `mechanism:${id}`)
        : [`question:${variant.id}`],
    from: from ?? 'free',
    keepTruce: question?.keepTruce ?? false,
    measures: [
      ...new Set([
        ...(question?.measures ?? []),
        ...switches.flatMap(({ measures }) => measures.map(({ measure }) => measure)),
      ]),
    ],
    unknown: ids.filter((id) => !changes.some((change) => change.id === id)),
  };
}
