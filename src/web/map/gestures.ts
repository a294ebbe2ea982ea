import type { Camera } from '../state/store.ts';
import { SCALE_LEAST, SCALE_MOST } from './frame.ts';

/** What a gesture does to the map while it lasts: pixels moved, and how much nearer. */
export interface Shift {
  readonly x: number;
  readonly y: number;
  readonly factor: number;
}

export const STILL: Shift = { x: 0, y: 0, factor: 1 };

/** A shift after zooming by a factor about a point of the view. */
export function zoomed(shift: Shift, factor: number, x: number, y: number): Shift {
  return {
    factor: shift.factor * factor,
    x: x - (x - shift.x) * factor,
    y: y - (y - shift.y) * factor,
  };
}

/** Where the camera stands after a shift of a view so wide and high. */
export function settled(camera: Camera, shift: Shift, width: number, height: number): Camera {
  const scale = camera.scale * shift.factor;
  // The point now in the middle was so many pixels from the corner before.
  const x = (width / 2 - shift.x) / shift.factor;
  const y = (height / 2 - shift.y) / shift.factor;
  return {
    x: camera.x + (x - width / 2) / camera.scale,
    y: camera.y + (y - height / 2) / camera.scale,
    scale,
  };
}

/** The factor, held so that the scale stays within its bounds. */
export function boundedFactor(camera: Camera, shift: Shift, factor: number): number {
  const scale = camera.scale * shift.factor;
  const next = Math.max(SCALE_LEAST, Math.min(SCALE_MOST, scale * factor));
  return next / scale;
}

/** Holds the middle of the view on the map. */
export function onMap(camera: Camera, widthMetres: number, heightMetres: number): Camera {
  return {
    ...camera,
    x: Math.max(0, Math.min(widthMetres, camera.x)),
    y: Math.max(0, Math.min(heightMetres, camera.y)),
  };
}

interface Finger {
  readonly id: number;
  x: number;
  y: number;
}

export interface GestureTarget {
  readonly view: HTMLElement;
  readonly camera: () => Camera;
  /** Shows a shift at once, without drawing anything anew. */
  readonly show: (shift: Shift) => void;
  /** The gesture is over: draw what is seen now. */
  readonly rest: (shift: Shift) => void;
  readonly tap: (x: number, y: number, isTouch: boolean) => void;
  readonly press: (x: number, y: number) => void;
}

const REST_MILLISECONDS = 140;
const PRESS_MILLISECONDS = 550;
/** A finger that moves less has tapped. */
const TAP_PIXELS = 6;

/** Listens for drags, wheels, pinches and taps. Returns how to stop. */
export function listen(target: GestureTarget): () => void {
  const { view } = target;
  let shift = STILL;
  let fingers: Finger[] = [];
  let moved = 0;
  let restTimer = 0;
  let pressTimer = 0;
  const settle = (): void => {
    window.clearTimeout(restTimer);
    if (shift === STILL) return;
    const last = shift;
    shift = STILL;
    target.rest(last);
  };
  const settleSoon = (): void => {
    window.clearTimeout(restTimer);
    restTimer = window.setTimeout(settle, REST_MILLISECONDS);
  };
  const change = (next: Shift): void => {
    shift = next;
    target.show(shift);
  };
  const at = (event: MouseEvent): { x: number; y: number } => {
    const box = view.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    window.clearTimeout(restTimer);
    view.setPointerCapture(event.pointerId);
    fingers = [...fingers, { id: event.pointerId, ...at(event) }];
    if (fingers.length > 1) {
      moved = Infinity;
      window.clearTimeout(pressTimer);
      return;
    }
    moved = 0;
    const { x, y } = at(event);
    if (event.pointerType === 'touch') {
      pressTimer = window.setTimeout(() => {
        moved = Infinity;
        target.press(x, y);
      }, PRESS_MILLISECONDS);
    }
  };
  const move = (event: PointerEvent): void => {
    const finger = fingers.find(({ id }) => id === event.pointerId);
    if (finger === undefined) return;
    const { x, y } = at(event);
    const other = fingers.find(({ id }) => id !== event.pointerId);
    if (other === undefined) {
      moved += Math.hypot(x - finger.x, y - finger.y);
      if (moved > TAP_PIXELS) {
        window.clearTimeout(pressTimer);
        change({ ...shift, x: shift.x + x - finger.x, y: shift.y + y - finger.y });
      }
    } else {
      const before = Math.hypot(finger.x - other.x, finger.y - other.y);
      const after = Math.hypot(x - other.x, y - other.y);
      const wanted = before > 0 ? after / before : 1;
      const factor = boundedFactor(target.camera(), shift, wanted);
      const drag = { ...shift, x: shift.x + (x - finger.x) / 2, y: shift.y + (y - finger.y) / 2 };
      change(zoomed(drag, factor, (x + other.x) / 2, (y + other.y) / 2));
    }
    finger.x = x;
    finger.y = y;
  };
  const up = (event: PointerEvent): void => {
    const finger = fingers.find(({ id }) => id === event.pointerId);
    if (finger === undefined) return;
    window.clearTimeout(pressTimer);
    fingers = fingers.filter((each) => each !== finger);
    if (fingers.length > 0) return;
    if (moved <= TAP_PIXELS && event.type === 'pointerup') {
      const { x, y } = at(event);
      target.tap(x, y, event.pointerType === 'touch');
    }
    settle();
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = at(event);
    const step = Math.max(-240, Math.min(240, event.deltaY * (event.deltaMode === 1 ? 18 : 1)));
    change(zoomed(shift, boundedFactor(target.camera(), shift, Math.exp(-step / 350)), x, y));
    settleSoon();
  };
  const double = (event: MouseEvent): void => {
    const { x, y } = at(event);
    change(zoomed(shift, boundedFactor(target.camera(), shift, 2), x, y));
    settleSoon();
  };
  view.addEventListener('pointerdown', down);
  view.addEventListener('pointermove', move);
  view.addEventListener('pointerup', up);
  view.addEventListener('pointercancel', up);
  view.addEventListener('wheel', wheel, { passive: false });
  view.addEventListener('dblclick', double);
  return () => {
    window.clearTimeout(restTimer);
    window.clearTimeout(pressTimer);
    view.removeEventListener('pointerdown', down);
    view.removeEventListener('pointermove', move);
    view.removeEventListener('pointerup', up);
    view.removeEventListener('pointercancel', up);
    view.removeEventListener('wheel', wheel);
    view.removeEventListener('dblclick', double);
  };
}
