import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Model } from '../../engine/index.ts';
import { drawLettering, type MapSource } from '../../picture/index.ts';
import type { Film } from '../../protocol/index.ts';
import { mapInLanguage } from '../i18n/names.ts';
import { boxesOf } from '../map/battle-map.tsx';
import { Counters } from '../map/counters.tsx';
import { svgNodes } from '../map/fragment.ts';
import { frameOf, type Frame } from '../map/frame.ts';
import { groundBox, groundMarkup, groundPlate } from '../map/ground.tsx';
import { rankMostAt } from '../map/lettering.tsx';
import { scaleMetres, scaleWords } from '../map/map-tools.tsx';
import { Fight, Grid, Works } from '../map/marks.tsx';
import { sceneOf } from '../map/scene.ts';
import { symbolIds } from '../map/symbols.tsx';
import * as store from '../state/store.ts';
import type { Camera } from '../state/store.ts';

interface StillProps {
  readonly model: Model;
  readonly film: Film;
  readonly map: MapSource;
  readonly camera: Camera;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Counters too small for a symbol have no fight drawn round them; pixels of a hex. */
const FIGHT_FROM = 12;

/**
 * The map as it is at this moment for the present eyes, in one piece that stays: for paper and for files.
 * All of it is drawn in the moment it is asked for, names too.
 */
export function MapStill({ model, film, map, camera, width, height }: StillProps) {
  const frame = useMemo(() => frameOf(camera, width, height, 0), [camera, width, height]);
  const plate = groundPlate.value;
  const { tick, layers, unitsNow, eyesOffice, isCompared } = store;
  const office = eyesOffice.value;
  const units = unitsNow.value;
  const bare = letteringOf(model, map, frame, []);
  const scene = sceneOf(model, film, frame, {
    office,
    isCompared: isCompared.value,
    tick: tick.value,
    units,
    marks: bare.marks,
  });
  const hasUnits = layers.value.includes('units');
  const { svg: names } = letteringOf(model, map, frame, hasUnits ? boxesOf(scene) : []);
  const isClose = model.grid.hexWidthMetres * camera.scale > FIGHT_FROM;
  return (
    <svg
      class="khasan-map still"
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
    >
      <Markup markup={`<defs>${symbolDefs()}</defs>`} />
      <rect class="kf-relief1" width={width} height={height} />
      {plate === null ? null : (
        <svg
          width={width}
          height={height}
          viewBox={groundBox(plate, frame)}
          preserveAspectRatio="none"
        >
          <Markup markup={groundMarkup(plate, layers.value)} />
        </svg>
      )}
      <Markup markup={names} kind="lettering" />
      {layers.value.includes('grid') ? <Grid model={model} frame={frame} /> : null}
      {layers.value.includes('works') && office < 0 ? (
        <Works model={model} frame={frame} film={film} tick={tick.value} />
      ) : null}
      {hasUnits && office < 0 && isClose ? (
        <Fight model={model} frame={frame} film={film} tick={tick.value} units={units} />
      ) : null}
      {hasUnits ? <Counters model={model} scene={scene} units={units} /> : null}
      <ScaleBar scale={camera.scale} height={height} />
      <rect class="neat-line" x="0.5" y="0.5" width={width - 1} height={height - 1} />
    </svg>
  );
}

function ScaleBar({ scale, height }: { readonly scale: number; readonly height: number }) {
  const metres = scaleMetres(scale);
  const length = metres * scale;
  return (
    <g transform={`translate(12 ${String(height - 14)})`} class="still-scale">
      <rect class="kf-paper" x="-6" y="-16" width={length + 12} height="24" />
      <path d={`M0 -3v6h${length.toFixed(1)}v-6`} />
      <text x={length / 2} y="-3">
        {scaleWords(metres)}
      </text>
    </g>
  );
}

function letteringOf(
  model: Model,
  map: MapSource,
  frame: Frame,
  taken: Parameters<typeof drawLettering>[2]['taken'],
): ReturnType<typeof drawLettering> {
  const { scale } = frame.camera;
  const layers = store.layers.value;
  const source = mapInLanguage(map);
  const window = {
    west: frame.west,
    north: frame.north,
    east: frame.west + frame.drawnWidth / scale,
    south: frame.north + frame.drawnHeight / scale,
  };
  const rankMost = rankMostAt(scale, layers.includes('names'));
  const shown = layers.includes('lines') ? source : { ...source, lines: [] };
  return drawLettering(model, shown, { window, scale, rankMost, taken });
}

/** The symbols of all units that a picture may refer to. */
function symbolDefs(): string {
  return Object.entries(store.scenario.value?.symbols ?? {})
    .map(([code, svg]) => `<g id="${symbolIds.value.get(code) ?? ''}">${svg}</g>`)
    .join('');
}

/** A string of SVG as a group, there before the browser paints. */
export function Markup({ markup, kind = '' }: { readonly markup: string; readonly kind?: string }) {
  const place = useRef<SVGGElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(...svgNodes(markup)), [markup]);
  return <g ref={place} class={kind} />;
}
