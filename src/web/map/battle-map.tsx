import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Model } from '../../engine/index.ts';
import { centreOf, hexNear, neighbourOf, rowOf } from '../../hex/index.ts';
import type { Box } from '../../picture/index.ts';
import { placeName, say } from '../i18n/words.ts';
import * as store from '../state/store.ts';
import type { Camera } from '../state/store.ts';
import { Counters } from './counters.tsx';
import { frameOf, toPlane, type Frame } from './frame.ts';
import { boundedFactor, listen, onMap, settled, STILL, zoomed, type Shift } from './gestures.ts';
import { Ground } from './ground.tsx';
import { LetteringLayer, markBoxes } from './lettering.tsx';
import { Fight, Grid, hexPath, Works } from './marks.tsx';
import { contactBox, sceneOf, type Scene } from './scene.ts';
import { Symbols } from './symbols.tsx';

/** The scene that is drawn, for whoever tells of it in words. */
export const sceneNow = signal<Scene | null>(null);
const NO_BOXES: readonly Box[] = [];

/** The camera that shows the ground in dispute: about a third of the map's breadth, held in the view. */
export function firstCamera(model: Model, width: number, height: number): Camera {
  const worth = model.areas.reduce((best, area) => (area.worth > best.worth ? area : best));
  const { x, y } = centreOf(model.grid, worth.hex);
  const metres = 9500;
  const scale = Math.max(0.03, Math.min(0.12, Math.min(width, height * 1.1) / metres));
  // The cartouche covers the north-west, so the hill stands a little to the south-east of the middle.
  return { x: x + (width > 700 ? -900 : 300), y: y + 500, scale };
}

export function BattleMap() {
  const view = useRef<HTMLDivElement>(null);
  const carrier = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const { value: model } = store.model;
  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth > 0) setSize({ width: clientWidth, height: clientHeight });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const camera =
    store.camera.value ??
    (model === null || size === null ? null : firstCamera(model, size.width, size.height));
  const frame = useMemo(
    () => (camera === null || size === null ? null : frameOf(camera, size.width, size.height)),
    [camera?.x, camera?.y, camera?.scale, size],
  );
  const now = useRef<Frame | null>(null);
  now.current = frame;
  // What a gesture moved is drawn anew now; the shift goes in the same moment.
  useLayoutEffect(() => {
    if (carrier.current !== null) carrier.current.style.transform = '';
  }, [frame]);
  useEffect(() => {
    const element = view.current;
    if (element === null || model === null) return undefined;
    return listen(gestureTarget(element, carrier, now, model));
  }, [model]);

  return (
    <div
      ref={view}
      id="map"
      class="map-view"
      role="application"
      tabIndex={0}
      aria-label={say('map.label')}
      onKeyDown={(event) => {
        if (model !== null && now.current !== null) onMapKey(event, model, now.current);
      }}
    >
      <Symbols />
      <div ref={carrier} class="carrier">
        {frame !== null && model !== null ? <Layers frame={frame} model={model} /> : null}
      </div>
    </div>
  );
}

function Layers({ frame, model }: { readonly frame: Frame; readonly model: Model }) {
  const { value: film } = store.film;
  const tick = store.tick.value;
  const units = store.unitsNow.value;
  const layers = store.layers.value;
  const office = store.eyesOffice.value;
  const wish = {
    office,
    isCompared: store.isCompared.value,
    tick,
    units,
    marks: markBoxes.value,
  };
  const scene = film === null ? null : sceneOf(model, film, frame, wish);
  const isShown = layers.includes('units') && !store.isHidingCounters.value;
  const boxes = isShown && scene !== null ? boxesOf(scene) : NO_BOXES;
  // Names are placed anew only when what stands there has really moved.
  const boxesKey = boxes.map(({ left, top }) => `${left.toFixed(0)},${top.toFixed(0)}`).join(' ');
  const taken = useMemo(() => boxes, [boxesKey]);
  useEffect(() => {
    sceneNow.value = scene;
  });
  const hexWidth = model.grid.hexWidthMetres * frame.camera.scale;
  return (
    <div
      class="drawn"
      style={{
        left: `${String(frame.left)}px`,
        top: `${String(frame.top)}px`,
        width: `${String(frame.drawnWidth)}px`,
        height: `${String(frame.drawnHeight)}px`,
      }}
    >
      <Ground frame={frame} />
      <LetteringLayer frame={frame} taken={taken} />
      <svg
        class="layer khasan-map"
        aria-hidden="true"
        width={frame.drawnWidth}
        height={frame.drawnHeight}
      >
        {layers.includes('grid') ? <Grid model={model} frame={frame} /> : null}
        {layers.includes('works') && office < 0 && film !== null ? (
          <Works model={model} frame={frame} film={film} tick={tick} />
        ) : null}
        <Highlights model={model} frame={frame} />
        {isShown && film !== null && scene !== null ? (
          <>
            {office < 0 && hexWidth > 12 ? (
              <Fight model={model} frame={frame} film={film} tick={tick} units={units} />
            ) : null}
            <Counters model={model} scene={scene} units={units} />
          </>
        ) : null}
      </svg>
    </div>
  );
}

/** Room of all that stands on the map. */
export function boxesOf({ stacks, contacts, ownMen, trueStacks }: Scene): Box[] {
  return [
    ...[...stacks, ...trueStacks].map(({ box }) => box),
    ...[...contacts, ...ownMen].map(({ at }) => contactBox(at)),
  ];
}

/** Selection, cursor, and what the pointer lights in the log. */
function Highlights({ model, frame }: { readonly model: Model; readonly frame: Frame }) {
  const { selection, cursorHex, litHexes, unitsNow } = store;
  const chosen = selection.value;
  const hexes: number[] = [];
  if (chosen?.kind === 'hex') hexes.push(chosen.index);
  if (chosen?.kind === 'unit') {
    const unit = unitsNow.value.find((each) => each.unit === chosen.index);
    if (unit !== undefined && unit.location < model.grid.count) hexes.push(unit.location);
  }
  return (
    <g>
      {litHexes.value.map((hex) => (
        <path key={`l${String(hex)}`} class="lit" d={hexPath(model, frame, hex)} />
      ))}
      {hexes.map((hex) => (
        <path key={`s${String(hex)}`} class="selected" d={hexPath(model, frame, hex)} />
      ))}
      {cursorHex.value >= 0 ? (
        <path class="cursor" d={hexPath(model, frame, cursorHex.value)} />
      ) : null}
    </g>
  );
}

function gestureTarget(
  element: HTMLElement,
  carrier: { readonly current: HTMLDivElement | null },
  now: { readonly current: Frame | null },
  model: Model,
): Parameters<typeof listen>[0] {
  const extent = model.grid.hexWidthMetres;
  return {
    view: element,
    camera: () => now.current?.camera ?? { x: 0, y: 0, scale: 0.05 },
    show: ({ x, y, factor }: Shift) => {
      if (carrier.current === null) return;
      carrier.current.style.transform = `translate(${String(x)}px, ${String(y)}px) scale(${String(factor)})`;
    },
    rest: (shift) => {
      const frame = now.current;
      if (frame === null) return;
      const next = settled(frame.camera, shift, frame.width, frame.height);
      store.camera.value = onMap(
        next,
        model.grid.columns * extent,
        model.grid.rows * extent * 0.87,
      );
    },
    tap: (x, y, isTouch) => {
      if (now.current !== null) choose(model, now.current, x, y, isTouch ? 26 : 18);
    },
    press: (x, y) => {
      const frame = now.current;
      if (frame === null) return;
      store.select({ kind: 'hex', index: hexNear(model.grid, toPlane(frame, x, y)) });
    },
  };
}

/** Opens what was tapped: the nearest symbol within reach, or the hex. */
function choose(model: Model, frame: Frame, x: number, y: number, reach: number): void {
  const scene = sceneNow.value;
  const px = x - frame.left;
  const py = y - frame.top;
  let nearest: { units: readonly { id: string }[]; hex: number } | null = null;
  let least = Math.max(reach, (scene?.symbolWidth ?? 0) * 0.6);
  const isShown = store.layers.value.includes('units');
  for (const { stack, at } of isShown ? (scene?.stacks ?? []) : []) {
    const distance = Math.hypot(at.x - px, at.y - py);
    if (distance >= least) continue;
    least = distance;
    nearest = stack;
  }
  const hex = nearest?.hex ?? hexNear(model.grid, toPlane(frame, x, y));
  store.cursorHex.value = hex;
  if (nearest?.units.length === 1) {
    store.select({ kind: 'unit', index: model.units.id.indexOf(nearest.units[0]!.id) });
  } else store.select({ kind: 'hex', index: hex });
}

/** Zooms about the middle of the view. */
export function zoomBy(factor: number): void {
  const { camera } = store;
  const { value: model } = store.model;
  const element = document.getElementById('map');
  if (model === null || element === null) return;
  const { clientWidth: width, clientHeight: height } = element;
  const from = camera.value ?? firstCamera(model, width, height);
  const shift = zoomed(STILL, boundedFactor(from, STILL, factor), width / 2, height / 2);
  camera.value = settled(from, shift, width, height);
}

/** Shows the whole map. */
export function fitMap(): void {
  const { value: model } = store.model;
  const element = document.getElementById('map');
  if (model === null || element === null) return;
  const width = model.grid.columns * model.grid.hexWidthMetres;
  const height = model.grid.rows * model.grid.hexWidthMetres * 0.866;
  const scale = Math.min(element.clientWidth / width, element.clientHeight / height) * 0.98;
  store.camera.value = { x: width / 2, y: height / 2, scale };
}

/** Moves the camera so that a hex stands in the middle. */
export function centreOn(hex: number): void {
  const { value: model } = store.model;
  const element = document.getElementById('map');
  if (model === null || element === null || hex < 0 || hex >= model.grid.count) return;
  const from = store.camera.value ?? firstCamera(model, element.clientWidth, element.clientHeight);
  store.camera.value = { ...from, ...centreOf(model.grid, hex) };
}

const ARROWS: Readonly<Record<string, 'W' | 'E' | 'up' | 'down'>> = {
  ArrowLeft: 'W',
  ArrowRight: 'E',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Keys of the map itself; they work while it has the focus and nowhere else. */
function onMapKey(event: KeyboardEvent, model: Model, frame: Frame): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const { cursorHex } = store;
  const from = cursorHex.value >= 0 ? cursorHex.value : hexNear(model.grid, { ...frame.camera });
  const direction = ARROWS[event.key];
  if (direction !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    moveCursor(model, frame, cursorHex.value < 0 ? from : stepFrom(model, from, direction));
  } else if (event.key === 'Enter' && cursorHex.value >= 0) {
    event.preventDefault();
    store.select({ kind: 'hex', index: cursorHex.value });
  }
}

/** Up and down keep the column: odd rows lie half a hex to the east. */
function stepFrom(model: Model, hex: number, direction: 'W' | 'E' | 'up' | 'down'): number {
  const isOdd = rowOf(model.grid, hex) % 2 === 1;
  const code =
    direction === 'E'
      ? 0
      : direction === 'W'
        ? 3
        : direction === 'up'
          ? isOdd
            ? 2
            : 1
          : isOdd
            ? 4
            : 5;
  const next = neighbourOf(model.grid, hex, code);
  return next < 0 ? hex : next;
}

function moveCursor(model: Model, frame: Frame, hex: number): void {
  store.cursorHex.value = hex;
  const { x, y } = centreOf(model.grid, hex);
  const { camera, width, height } = frame;
  const dx = Math.abs(x - camera.x) * camera.scale;
  const dy = Math.abs(y - camera.y) * camera.scale;
  if (dx > width * 0.42 || dy > height * 0.42) centreOn(hex);
  const area = model.areas[model.ground.area[hex]!]!;
  const here =
    store.eyesOffice.value < 0 ? (sceneNow.value?.stacks ?? []) : (sceneNow.value?.stacks ?? []);
  const men = here
    .filter(({ stack }) => stack.hex === hex)
    .map(({ stack }) => {
      const sum = stack.units.reduce((total, unit) => total + unit.men, 0);
      return `${model.sides[stack.side]!.name} ${String(sum)}`;
    });
  store.spoken.value = [placeName(area.id), ...men].join(', ');
}
