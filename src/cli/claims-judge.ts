import type { Batch, Plan } from '../experiment/index.ts';
import {
  FURTHER_QUESTIONS,
  SAID_QUESTIONS,
  judgeClaim,
  measureOf,
  weighClaim,
  type FurtherQuestion,
  type MeasureSpec,
  type Judgement,
  type MeasureValue,
} from '../record/index.ts';
import type { Claim } from '../scenario/index.ts';
import { runBatch } from './batch.ts';
import { claimsOf, compareStart, comparisonVariants } from './comparison.ts';
import type { Context } from './context.ts';
import { planOf, type BatchOptions } from './run-options.ts';
import type { Session } from './session.ts';
import { valuesOf } from './summaries.ts';

/** A claim beside what is said in the runs, and what it is worth beside that and their truth. */
export interface SaidJudgement extends Judgement {
  readonly weighed: string;
}

/** Claims judged by the truth of runs, and by what is said in them. */
export interface Judged {
  readonly judgements: readonly Judgement[];
  readonly said: readonly SaidJudgement[];
  readonly plan: Plan;
  readonly batch: Batch;
}

/** Judges claims by runs from every start that the record speaks of, and of those by their own treatment of the truce. */
export async function judgeClaims(
  context: Context,
  session: Session,
  claims: readonly Claim[],
  options: BatchOptions,
): Promise<Judged> {
  const starts = ['free', ...session.model.anchors.map(({ id }) => id)];
  const variants = comparisonVariants(session, starts, options);
  const plan = planOf(session, variants);
  const batch = await runBatch(context, session, plan, options.workers);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const judgements = new Map<string, Judgement>();
  const enter = (judgement: Judgement): void => {
    if (!judgements.has(judgement.claim)) judgements.set(judgement.claim, judgement);
  };
  for (const from of starts) {
    const { rows, values } = compareStart(session, claimsOf(session), variants, batch, from);
    for (const row of rows) {
      const spec = row.measure === null ? undefined : measureOf(row.measure);
      for (const place of row.claims) {
        const claim = byId.get(place.claim);
        if (claim === undefined || spec === undefined || place.value === null) continue;
        if (!isSameKind(claim, spec)) continue;
        const keepTruce = keepsTruce(variants, from, row.asStated);
        const head = { claim, measure: spec.id, title: spec.title, unit: spec.unit };
        const question = { ...head, start: from, keepTruce, value: place.value };
        enter(judgeClaim(question, values.get(row.id) ?? []));
      }
    }
  }
  const ask = (question: FurtherQuestion, unlike?: string): Judgement | undefined => {
    const { measure, start, keepTruce } = question;
    const claim = byId.get(question.claim);
    const spec = measureOf(measure);
    const index = variants.findIndex(
      ({ setup }) => setup.from === start && (setup.keepTruce === true) === keepTruce,
    );
    if (claim === undefined || spec === undefined || index < 0) return undefined;
    const values: readonly MeasureValue[] = valuesOf(batch, batch.variants[index]!, measure);
    const head = { claim, measure, title: spec.title, unit: spec.unit };
    const kind = unlike === undefined ? {} : { unlike };
    return judgeClaim({ ...head, ...kind, start, keepTruce, value: claim.value }, values);
  };
  for (const question of FURTHER_QUESTIONS) {
    const judgement = ask(question);
    if (judgement !== undefined) enter(judgement);
  }
  const judged = claims.flatMap(({ id }) => judgements.get(id) ?? []);
  const said = claims.flatMap(({ id }) => {
    const question = SAID_QUESTIONS.find(({ claim }) => claim === id);
    const judgement = question === undefined ? undefined : ask(question, question.unlike);
    if (judgement === undefined) return [];
    return [{ ...judgement, weighed: weighClaim(judgements.get(id), judgement) }];
  });
  return { judgements: judged, said, plan, batch };
}

/** Whether the runs of a row had the truce given: where a start has one treatment only, it is that one. */
function keepsTruce(
  variants: ReturnType<typeof comparisonVariants>,
  from: string,
  asStated: boolean,
): boolean {
  const own = variants.filter(({ setup }) => setup.from === from);
  return asStated && own.some(({ setup }) => setup.keepTruce === true);
}

/** Things that are counted. A target can name a count beside a share; such a pair is no comparison. */
const COUNTED: readonly string[] = ['men', 'tanks', 'guns', 'share', 'hours', 'days'];

function isSameKind(claim: Claim, spec: MeasureSpec): boolean {
  return claim.unit === spec.unit || !COUNTED.includes(claim.unit);
}
