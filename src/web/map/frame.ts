import type { Point } from '../../hex/index.ts';
import type { Camera } from '../state/store.ts';

/**
 * A stand of the camera: which part of the map plane is drawn, and where it lies. More is drawn than is
 * seen, so that a drag does not uncover bare paper before the layers are drawn anew.
 */
export interface Frame {
  readonly camera: Camera;
  /** What is seen, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What is drawn, in pixels; its corner lies `left`, `top` (negative) from the corner of what is seen. */
  readonly drawnWidth: number;
  readonly drawnHeight: number;
  readonly left: number;
  readonly top: number;
  /** Metres east and south of hex (0, 0) at the corner of what is drawn. */
  readonly west: number;
  readonly north: number;
}

const OVERSCAN = 0.25;

/** @param overscan share of the width and height that is drawn beyond each edge; 0 for a picture that stays. */
export function frameOf(camera: Camera, width: number, height: number, overscan = OVERSCAN): Frame {
  const left = 0 - Math.round(width * overscan);
  const top = 0 - Math.round(height * overscan);
  return {
    camera,
    width,
    height,
    drawnWidth: width - 2 * left,
    drawnHeight: height - 2 * top,
    left,
    top,
    west: camera.x - (width / 2 - left) / camera.scale,
    north: camera.y - (height / 2 - top) / camera.scale,
  };
}

/** A point of the map plane in the pixels of what is drawn. */
export function toPixels(frame: Frame, point: Point): Point {
  const { scale } = frame.camera;
  return { x: (point.x - frame.west) * scale, y: (point.y - frame.north) * scale };
}

/** A point of what is seen, in pixels, on the map plane. */
export function toPlane(frame: Frame, x: number, y: number): Point {
  const { camera, width, height } = frame;
  return {
    x: camera.x + (x - width / 2) / camera.scale,
    y: camera.y + (y - height / 2) / camera.scale,
  };
}

/** Whether a point lies in what is drawn, with `margin` pixels to spare. */
export function isDrawn(frame: Frame, point: Point, margin: number): boolean {
  return (
    point.x >= -margin &&
    point.y >= -margin &&
    point.x <= frame.drawnWidth + margin &&
    point.y <= frame.drawnHeight + margin
  );
}

/** Pixels in a metre, farthest and nearest. */
export const SCALE_LEAST = 0.018;
export const SCALE_MOST = 0.5;
