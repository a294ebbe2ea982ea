import { EVENT_KINDS, type Model } from '../../engine/index.ts';
import { centreOf, cornerOf, type Point } from '../../hex/index.ts';
import type { Film } from '../../protocol/index.ts';
import { valueAt } from '../../protocol/index.ts';
import { eventOf, eventAfter, type UnitNow } from '../state/run-view.ts';
import { isDrawn, toPixels, type Frame } from './frame.ts';
import { ASSAULT } from './scene.ts';

const fix = (value: number): string => value.toFixed(1);

/** Outline of a hex in pixels. */
export function hexPath(model: Model, frame: Frame, hex: number): string {
  const corners = [0, 1, 2, 3, 4, 5].map((corner) =>
    toPixels(frame, cornerOf(model.grid, hex, corner)),
  );
  return `M${corners.map(({ x, y }) => `${fix(x)} ${fix(y)}`).join('L')}Z`;
}

/** The grid, as far as it is in sight. */
export function Grid({ model, frame }: { readonly model: Model; readonly frame: Frame }) {
  const data: string[] = [];
  for (let hex = 0; hex < model.grid.count; hex++) {
    if (!isDrawn(frame, toPixels(frame, centreOf(model.grid, hex)), 40)) continue;
    const corners = [2, 3, 4, 5].map((corner) =>
      toPixels(frame, cornerOf(model.grid, hex, corner)),
    );
    data.push(`M${corners.map(({ x, y }) => `${fix(x)} ${fix(y)}`).join('L')}`);
  }
  return <path class="hex-grid" d={data.join('')} />;
}

/** Trenches: a battlement under the middle of the hex, longer the deeper they are. */
export function Works({
  model,
  frame,
  film,
  tick,
}: {
  readonly model: Model;
  readonly frame: Frame;
  readonly film: Film;
  readonly tick: number;
}) {
  const { count } = model.grid;
  const paths = ['', ''];
  for (let row = 0; row < count * 2; row++) {
    const trench = valueAt(film.works, row, 0, tick);
    if (trench < 10) continue;
    const at = toPixels(frame, centreOf(model.grid, row % count));
    if (!isDrawn(frame, at, 0)) continue;
    const teeth = Math.max(2, Math.round(trench / 20));
    const side = row < count ? 0 : 1;
    const y = at.y + (side === 0 ? 1 : -1) * model.grid.hexWidthMetres * frame.camera.scale * 0.42;
    let data = `M${fix(at.x - teeth * 3)} ${fix(y)}`;
    for (let tooth = 0; tooth < teeth; tooth++) data += 'v-3.5h3v3.5h3';
    paths[side]! += data;
  }
  return (
    <g class="works">
      <path class="side0" d={paths[0]} />
      <path class="side1" d={paths[1]} />
    </g>
  );
}

const STARTED = EVENT_KINDS.indexOf('operation-started');
const ENDED = EVENT_KINDS.indexOf('operation-ended');
const CASUALTIES = EVENT_KINDS.indexOf('casualties-taken');

interface Attack {
  readonly from: Point;
  readonly to: Point;
  readonly side: number;
}

/** Attacks under way: from the men who go forward to the place they go for. */
function attacksAt(
  model: Model,
  film: Film,
  frame: Frame,
  tick: number,
  units: readonly UnitNow[],
): Attack[] {
  const places = new Map<number, { side: number; hex: number; office: string }>();
  const to = eventAfter(film.events, tick);
  for (let number = eventAfter(film.events, tick - 96); number < to; number++) {
    const code = film.events.kinds[number];
    if (code !== STARTED && code !== ENDED) continue;
    const { kind, data, place, actor } = eventOf(film.events, number);
    const operation = Number(data['operation']);
    if (kind === 'operation-started') {
      const area = model.areas.find(({ id }) => id === place);
      const office = model.offices.find(({ id }) => id === actor);
      if (area !== undefined && office !== undefined) {
        places.set(operation, { side: office.side, hex: area.hex, office: actor });
      }
    } else places.delete(operation);
  }
  return [...places.values()].flatMap(({ side, hex }) => {
    const men = units.filter(
      ({ unit, task, location }) =>
        model.units.side[unit] === side && task === ASSAULT && location < model.grid.count,
    );
    const near = men
      .map(({ location }) => toPixels(frame, centreOf(model.grid, location)))
      .filter((point) => isDrawn(frame, point, 0));
    if (near.length === 0) return [];
    const from = {
      x: near.reduce((sum, { x }) => sum + x, 0) / near.length,
      y: near.reduce((sum, { y }) => sum + y, 0) / near.length,
    };
    return [{ from, to: toPixels(frame, centreOf(model.grid, hex)), side }];
  });
}

/** A broad arrow, hollow or solid as its side. */
function arrowPath({ from, to }: Attack): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 14) return '';
  const x = (to.x - from.x) / length;
  const y = (to.y - from.y) / length;
  const at = (along: number, aside: number): string =>
    `${fix(from.x + x * along - y * aside)} ${fix(from.y + y * along + x * aside)}`;
  const neck = length - 16;
  return (
    `M${at(0, 3)}L${at(neck, 5)}L${at(neck, 11)}L${at(length - 2, 0)}` +
    `L${at(neck, -11)}L${at(neck, -5)}L${at(0, -3)}Z`
  );
}

const THREE_HOURS = 12;

/** Attacks under way, and the dead of the last three hours as figures. */
export function Fight({
  model,
  frame,
  film,
  tick,
  units,
}: {
  readonly model: Model;
  readonly frame: Frame;
  readonly film: Film;
  readonly tick: number;
  readonly units: readonly UnitNow[];
}) {
  const attacks = attacksAt(model, film, frame, tick, units);
  const dead = new Map<string, number>();
  const to = eventAfter(film.events, tick);
  for (let number = eventAfter(film.events, tick - THREE_HOURS); number < to; number++) {
    if (film.events.kinds[number] !== CASUALTIES) continue;
    const { data, place } = eventOf(film.events, number);
    dead.set(place, (dead.get(place) ?? 0) + Number(data['killed']));
  }
  return (
    <g class="fight">
      {attacks.map((attack, index) => (
        <path key={index} class={`arrow side${String(attack.side)}`} d={arrowPath(attack)} />
      ))}
      {[...dead].map(([place, killed]) => {
        const area = model.areas.find(({ id }) => id === place);
        if (area === undefined || killed < 1) return null;
        const at = toPixels(frame, centreOf(model.grid, area.hex));
        return (
          <text key={place} class="dead" x={fix(at.x)} y={fix(at.y + 44)}>
            † {killed}
          </text>
        );
      })}
    </g>
  );
}
