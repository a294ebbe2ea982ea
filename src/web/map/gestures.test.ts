import { expect, test } from 'vitest';
import { frameOf, toPixels, toPlane } from './frame.ts';
import { boundedFactor, settled, STILL, zoomed } from './gestures.ts';

const camera = { x: 5000, y: 6000, scale: 0.1 };

test('what lies under the pointer stays there while zooming', () => {
  const before = toPlane(frameOf(camera, 1000, 600), 300, 200);
  const shift = zoomed({ ...STILL, x: 40, y: -10 }, 1.7, 300, 200);
  const after = toPlane(frameOf(settled(camera, shift, 1000, 600), 1000, 600), 300, 200);
  const dragged = toPlane(frameOf(camera, 1000, 600), 260, 210);
  expect(after.x).toBeCloseTo(dragged.x, 6);
  expect(after.y).toBeCloseTo(dragged.y, 6);
  expect(before.x).not.toBeCloseTo(dragged.x, 0);
});

test('pixels and metres are each other’s way back', () => {
  const frame = frameOf(camera, 1000, 600);
  const plane = toPlane(frame, 123, 456);
  const { x, y } = toPixels(frame, plane);
  expect([x + frame.left, y + frame.top]).toEqual([
    expect.closeTo(123, 6) as number,
    expect.closeTo(456, 6) as number,
  ]);
});

test('the scale stays within its bounds', () => {
  expect(
    settled(camera, zoomed(STILL, boundedFactor(camera, STILL, 1e6), 0, 0), 10, 10).scale,
  ).toBe(0.5);
  expect(
    settled(camera, zoomed(STILL, boundedFactor(camera, STILL, 1e-6), 0, 0), 10, 10).scale,
  ).toBeCloseTo(0.018, 9);
});
