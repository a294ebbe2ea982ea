import { escapeText } from '../picture/index.ts';
import { TICKS_PER_DAY, type Model } from '../engine/index.ts';
import { formatDay, type Charge, type ChargeKind, type Reckoning } from '../record/index.ts';

/** Kinds of charge that the strip shows, with the sign for each; reports are too many to be seen. */
const SIGNS: readonly {
  kind: ChargeKind;
  title: string;
  shape: (x: number, y: number) => string;
}[] = [
  {
    kind: 'line-violated',
    title: 'line crossed, first time of an author and place',
    shape: (x, y) =>
      `<path d="M${at(x)} ${at(y - 5)}v10" stroke="currentColor" stroke-width="1.5"/>`,
  },
  {
    kind: 'first-use',
    title: 'first use of a kind of force',
    shape: (x, y) => `<path d="M${at(x)} ${at(y - 5)}l5 10h-10z" fill="currentColor"/>`,
  },
  {
    kind: 'beyond-authority',
    title: 'act beyond authority',
    shape: (x, y) =>
      `<circle cx="${at(x)}" cy="${at(y)}" r="4.5" fill="none" stroke="currentColor" stroke-width="2"/>`,
  },
  {
    kind: 'after-truce',
    title: 'shot after the truce',
    shape: (x, y) =>
      `<path d="M${at(x - 4)} ${at(y - 4)}l8 8m0-8l-8 8" stroke="currentColor" stroke-width="2"/>`,
  },
];

const WIDTH = 820;
const LEFT = 118;
const LANE = 18;
const TOP = 8;
/** Colours of the sides by their order in the scenario, as in the style of the page. */
const COLOURS = ['#8f2d22', '#22508f'];

const at = (value: number): string => String(Math.round(value * 10) / 10);

/** A strip of the charges in time, a lane for each side and kind; `''` where there are none. */
export function timelineSvg(model: Model, reckoning: Reckoning): string {
  const shown = reckoning.charges.filter(({ kind }) => SIGNS.some((sign) => sign.kind === kind));
  if (shown.length === 0) return '';
  const lastTick = Math.max(...shown.map(({ tick }) => tick)) + TICKS_PER_DAY;
  const firstTick = Math.max(0, Math.min(...shown.map(({ tick }) => tick)) - TICKS_PER_DAY);
  const x = (tick: number): number =>
    LEFT + ((tick - firstTick) / (lastTick - firstTick)) * (WIDTH - LEFT - 12);
  const marks: string[] = [];
  let y = TOP;
  for (const [index, side] of model.sides.entries()) {
    const signs = SIGNS.filter(({ kind }) => ofSide(shown, side.id).some((c) => c.kind === kind));
    if (signs.length === 0) continue;
    const middle = y + (signs.length * LANE) / 2 + 4;
    marks.push(`<text x="0" y="${at(middle)}" class="t">${escapeText(side.name)}</text>`);
    for (const sign of signs) {
      const lane = y + LANE / 2;
      marks.push(`<path d="M${String(LEFT)} ${at(lane)}H${String(WIDTH - 6)}" stroke="#e3ddd2"/>`);
      const own = ofSide(shown, side.id).filter(({ kind }) => kind === sign.kind);
      marks.push(
        `<g color="${COLOURS[index] ?? '#444'}">${own.map((c) => sign.shape(x(c.tick), lane)).join('')}</g>`,
      );
      y += LANE;
    }
    y += 8;
  }
  const height = y + 22;
  marks.push(...dayMarks(model, { firstTick, lastTick, x, y }));
  return `<figure><svg viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="Charges in time">
<style>.t{font:12px Georgia,serif;fill:#5d574e}</style>${marks.join('')}</svg>
<figcaption>Japanese clock. Ring: act beyond authority. Triangle: first use of a kind of force. Stroke: a line crossed, the first time of an author and place. Cross: a shot after the truce.</figcaption></figure>`;
}

function ofSide(charges: readonly Charge[], side: string): Charge[] {
  return charges.filter(({ author }) => author.side === side);
}

/** About eight days are named along the foot. */
function dayMarks(
  model: Model,
  scale: { firstTick: number; lastTick: number; x: (tick: number) => number; y: number },
): string[] {
  const days = (scale.lastTick - scale.firstTick) / TICKS_PER_DAY;
  const step = Math.max(1, Math.ceil(days / 8));
  const marks: string[] = [];
  const first = Math.ceil(scale.firstTick / TICKS_PER_DAY);
  for (let day = first; day * TICKS_PER_DAY < scale.lastTick; day += step) {
    const x = at(scale.x(day * TICKS_PER_DAY));
    const name = formatDay(model, day * TICKS_PER_DAY).replace(/ \d{4}$/, '');
    marks.push(`<path d="M${x} ${at(scale.y - 4)}v6" stroke="#5d574e"/>`);
    marks.push(
      `<text x="${x}" y="${at(scale.y + 15)}" class="t" text-anchor="middle">${name}</text>`,
    );
  }
  return marks;
}
