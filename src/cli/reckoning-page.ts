import { escapeText } from '../picture/index.ts';
import type { Model } from '../engine/index.ts';
import {
  CHARGE_KINDS,
  formatMoment,
  type Charge,
  type ChargeKind,
  type Fact,
  type Reckoning,
} from '../record/index.ts';
import { PAGE_STYLE } from './reckoning-style.ts';
import { timelineSvg } from './reckoning-timeline.ts';
import { stamped } from './reckoning-text.ts';
import { CAVEAT, PARTS, unheardNote, unusedNote } from './reckoning-words.ts';

/** What the foot of the page says, so that the run can be repeated. */
export interface PageFoot {
  /** Command line that makes the page again. */
  readonly command: string;
  readonly hash: string;
  readonly version: string;
  readonly from: string;
  readonly seed: number;
}

/**
 * The reckoning as one HTML file to hand out: no script, nothing loaded from elsewhere, good on A4. The same
 * reckoning gives the same bytes.
 */
export function reckoningPage(model: Model, reckoning: Reckoning, foot: PageFoot): string {
  const title = `The reckoning: ${model.title}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<p class="kicker">${escapeText(model.title)}</p>
<h1>The reckoning</h1>
<p class="caveat">${escapeText(CAVEAT)}</p>
</header>
${timelineSvg(model, reckoning)}
${authorTable(reckoning)}
${CHARGE_KINDS.map((kind) => partHtml(model, kind, reckoning)).join('\n')}
${notesHtml(reckoning)}
${QUESTIONS}
<footer>
<p>${footText(model, foot)}</p>
</footer>
</body>
</html>
`;
}

function footText(model: Model, foot: PageFoot): string {
  const start = foot.from === 'free' ? 'free from the first day' : `from ${foot.from}`;
  return (
    `Run ${escapeText(foot.hash)}, ${escapeText(start)}, seed ${String(foot.seed)}; scenario ` +
    `${escapeText(model.id)} ${escapeText(model.hash)}; khasan ${escapeText(foot.version)}. ` +
    `Made again by <code>${escapeText(foot.command)}</code>. Ids in brackets are events: ` +
    `<code>khasan explain ${escapeText(model.id)}@${String(foot.seed)} ID</code> tells what led to one.`
  );
}

function authorTable({ authors }: Reckoning): string {
  if (authors.length === 0) return '<p>Nothing to charge anybody with.</p>';
  const heads = CHARGE_KINDS.map(
    (kind) => `<th scope="col">${escapeText(PARTS[kind].column.replace('\n', ' '))}</th>`,
  ).join('');
  const rows = authors
    .map(({ author, counts }) => {
      const cells = CHARGE_KINDS.map(
        (kind) => `<td class="n">${counts[kind] === 0 ? '·' : String(counts[kind])}</td>`,
      ).join('');
      return `<tr class="${sideClass(author.side)}"><th scope="row">${escapeText(author.name)}</th>${cells}</tr>`;
    })
    .join('\n');
  return `<section><h2>Who answers for what</h2>
<table class="who"><thead><tr><th scope="col">Office</th>${heads}</tr></thead>
<tbody>
${rows}
</tbody></table></section>`;
}

/** Sides are told apart by more than colour: see the style. */
function sideClass(side: string): string {
  return side === '' ? 'nobody' : `side-${side.replaceAll(/[^a-z0-9-]/g, '')}`;
}

function partHtml(model: Model, kind: ChargeKind, reckoning: Reckoning): string {
  const charges = reckoning.charges.filter((charge) => charge.kind === kind);
  if (charges.length === 0) return '';
  const { title, lead } = PARTS[kind];
  const body =
    kind === 'line-violated'
      ? chargeTable(model, charges)
      : kind === 'false-report'
        ? reportTable(model, charges)
        : cards(model, charges);
  return `<section><h2>${escapeText(title)}</h2>
<p class="lead">${escapeText(lead)}</p>
${body}</section>`;
}

/** The first charge of each author for an act at a place is told in full, the others beneath it by their hour. */
function cards(model: Model, charges: readonly Charge[]): string {
  const alike = new Map<string, Charge[]>();
  for (const charge of charges) {
    const key = `${charge.author.office}|${charge.what}|${charge.place}|${charge.kind}`;
    alike.set(key, [...(alike.get(key) ?? []), charge]);
  }
  return [...alike.values()]
    .map(([first, ...others]) => chargeCard(model, first!, others))
    .join('\n');
}

/** A handout is no ledger: of each author his first false report, and how many more there were. */
function reportTable(model: Model, charges: readonly Charge[]): string {
  const byAuthor = new Map<string, Charge[]>();
  for (const charge of charges) {
    byAuthor.set(charge.author.office, [...(byAuthor.get(charge.author.office) ?? []), charge]);
  }
  const firsts = [...byAuthor.values()].map(([first, ...others]) => {
    const more = others.reduce((sum, charge) => sum + charge.count, 0);
    const text =
      more === 0 ? first!.text : `${first!.text} And ${String(more)} more false lines of his.`;
    return { ...first!, text };
  });
  return chargeTable(model, firsts);
}

/** Many small charges: a row each, with its paper. */
function chargeTable(model: Model, charges: readonly Charge[]): string {
  const rows = charges
    .map((charge) => {
      const paper = charge.papers.map((fact) => stamped(model, fact)).at(-1) ?? '';
      return `<tr class="${sideClass(charge.author.side)}"><td>${escapeText(formatMoment(model, charge.tick))} <span class="id">[${charge.event}]</span></td><td>${escapeText(charge.text)}${paper === '' ? '' : ` <span class="paper">${escapeText(paper)}</span>`}</td><td>${escapeText(charge.author.name)}</td></tr>`;
    })
    .join('\n');
  return `<table class="rows"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Who answers</th></tr></thead>
<tbody>
${rows}
</tbody></table>`;
}

/** Steps of a chain that a page has room for: the latest. `khasan explain` tells all. */
const STEPS_MAX = 5;

function chargeCard(model: Model, charge: Charge, others: readonly Charge[]): string {
  return `<article class="${sideClass(charge.author.side)}">
<p class="when">${escapeText(formatMoment(model, charge.tick))} <span class="id">[${charge.event}]</span></p>
<h3>${escapeText(charge.text)}</h3>
<p class="author">Answers for it: <b>${escapeText(charge.author.name)}</b></p>
${factList(model, 'The papers he had', charge.papers)}
${factList(model, 'Papers not yet read', charge.unread)}
${factList(model, 'What he knew', charge.knew)}
${charge.chain.length > 1 ? factList(model, 'What led to it', charge.chain.slice(-STEPS_MAX)) : ''}
${againHtml(model, others)}</article>`;
}

function againHtml(model: Model, others: readonly Charge[]): string {
  if (others.length === 0) return '';
  const hours = others
    .map(
      ({ tick, event }) =>
        `${escapeText(formatMoment(model, tick))} <span class="id">[${event}]</span>`,
    )
    .join('; ');
  return `<p class="again">The same again on ${hours}.</p>`;
}

function factList(model: Model, title: string, facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const items = facts.map((fact) => `<li>${escapeText(stamped(model, fact))}</li>`).join('\n');
  return `<h4>${escapeText(title)}</h4><ol>${items}</ol>`;
}

function notesHtml(reckoning: Reckoning): string {
  return [unusedNote(reckoning), unheardNote(reckoning)]
    .filter((note) => note !== '')
    .map((note) => `<p>${escapeText(note)}</p>`)
    .join('\n');
}

const QUESTIONS = `<section class="questions"><h2>To talk about</h2>
<ol>
<li>Choose an act beyond authority. Which paper would have covered it, who could have given it, and why did it not come in time?</li>
<li>A ban that was sent and not yet read: was the man who acted meanwhile disobedient? What would you want to know before you say so?</li>
<li>Take one crossing. Say what it was by each of the two lines. Could either side have seen it as the other did?</li>
<li>Who used a kind of force first, and what did he think the other side was about to do? Was he right?</li>
<li>Find the last point in a chain at which somebody could have stopped what followed. What did he know then?</li>
</ol>
</section>
<section class="words"><h2>Words</h2>
<dl>
<dt>Authority</dt><dd>Leave to act: what, where, with how many. It stands from the first day or is granted later.</dd>
<dt>Reserved power</dt><dd>A power that one office keeps for itself: leave counts only when it goes back to that office.</dd>
<dt>Claimed line</dt><dd>The border as one side reads it. There are two, and that is the matter.</dd>
<dt>On his own initiative</dt><dd>Without a paper, and reported afterwards.</dd>
<dt>JST, Vladivostok</dt><dd>The clocks of the two armies; the Soviet one is an hour ahead.</dd>
</dl>
</section>`;
