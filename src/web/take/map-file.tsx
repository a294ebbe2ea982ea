import { render } from 'preact';
import { textWidth, wrap } from '../../picture/index.ts';
import { officeName, say } from '../i18n/words.ts';
import { firstCamera } from '../map/battle-map.tsx';
import * as store from '../state/store.ts';
import { timeText } from '../time/controls.tsx';
import { standAlone } from './files.ts';
import { MapStill } from './still.tsx';

/** A picture as a file: its markup and its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Size where the screen shows no map. */
const USUAL = { width: 1200, height: 800 };
const EDGE = 14;
const NOTE = { family: 'sans', size: 11 } as const;
const LINE = 15;

/** The map as it is shown, with the hour, the run and whose it is, in the colours of paper. */
export function mapPicture(): Picture | null {
  const [model, film, scenario] = [store.model.value, store.film.value, store.scenario.value];
  if (model === null || film === null || scenario === null) return null;
  const screen = document.getElementById('map');
  const width = screen?.clientWidth ?? USUAL.width;
  const mapHeight = screen?.clientHeight ?? USUAL.height;
  const notes = notesOf().flatMap((sentence) => wrap(sentence, NOTE, width - 2 * EDGE));
  const height = mapHeight + 10 + notes.length * LINE;
  const place = document.createElement('div');
  place.className = 'off-page paper-colours';
  document.body.append(place);
  try {
    render(
      <svg width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`}>
        <title>{notesOf()[0]}</title>
        <rect class="kf-paper" width={width} height={height} />
        <MapStill
          {...{ model, film, map: scenario.map, width, height: mapHeight }}
          camera={store.camera.value ?? firstCamera(model, width, mapHeight)}
        />
        {notes.map((line, index) => (
          <text
            key={index}
            class="note kf-ink"
            x={EDGE}
            y={mapHeight + LINE * (index + 1)}
            textLength={textWidth(line, NOTE) > width ? width - 2 * EDGE : undefined}
          >
            {line}
          </text>
        ))}
      </svg>,
      place,
    );
    return { svg: standAlone(place.firstElementChild as SVGSVGElement), width, height };
  } finally {
    render(null, place);
    place.remove();
  }
}

/** What a picture says of itself: hour, eyes, run, and whose the map is. */
export function notesOf(): string[] {
  const [model, film, scenario] = [store.model.value, store.film.value, store.scenario.value];
  if (model === null || film === null || scenario === null) return [];
  const office = store.eyesOffice.value;
  const eyes = office < 0 ? say('eyes.truth') : officeName(office);
  const { seed, version, settings } = film.head;
  const changed = settings.length === 0 ? '' : `, ${settings.join(', ')}`;
  return [
    `${say('title.place')}. ${timeText(model, film, store.tick.value)}. ${say('eyes.title')}: ${eyes}.`,
    `${say('standing.seed', { seed })}${changed}, Khasan ${version}. ${say('standing.model')}`,
    `${say('map.relief')} ${scenario.map.attribution}`,
  ];
}
