import { describe, expect, test } from 'vitest';
import { LIGHTS, parseTime } from '../../engine/index.ts';
import { lightAt, makeSky, moonAltitudeDegrees, moonLitShare, sunAltitudeDegrees } from './sky.ts';

/** Zaozyornaya. */
const HILL = { latitude: 42.4498, longitude: 130.5937 };

function minutes(text: string): number {
  const time = parseTime(`1938-${text}+09:00`);
  if (!time.ok) throw new Error(text);
  return time.minutes;
}

/** First minute from `from` on at which the altitude passes `degrees`. */
function passing(altitude: (at: number) => number, from: number, degrees: number): number {
  const isAbove = altitude(from) >= degrees;
  let at = from;
  while (altitude(at) >= degrees === isAbove) at++;
  return at;
}

const sun = (at: number): number => sunAltitudeDegrees(at, HILL);
const moon = (at: number): number => moonAltitudeDegrees(at, HILL);

describe('hours of the sun on 31 July 1938, JST', () => {
  test.each([
    ['nautical dawn', -12, '07-31T03:55'],
    ['civil dawn', -6, '07-31T04:35'],
    ['sunrise', -0.833, '07-31T05:07'],
  ])('%s', (_, degrees, expected) => {
    const at = passing(sun, minutes('07-31T02:00'), degrees);
    expect(Math.abs(at - minutes(expected))).toBeLessThanOrEqual(3);
  });
});

describe('the moon', () => {
  test.each([
    ['sets early on 30 July', '07-30T19:00', '07-30T21:00', 0.11, 0.16],
    ['is up until two on 8-9 July', '07-08T21:00', '07-09T02:00', 0.82, 0.86],
    ['is up until half past one on 6-7 August', '08-06T21:00', '08-07T01:30', 0.77, 0.82],
  ])('%s', (_, from, set, litMin, litMax) => {
    const at = passing(moon, minutes(from), -0.833);
    expect(Math.abs(at - minutes(set))).toBeLessThanOrEqual(10);
    expect(moonLitShare(minutes(from))).toBeGreaterThan(litMin - 0.01);
    expect(moonLitShare(minutes(from))).toBeLessThan(litMax + 0.01);
  });

  test('shines full all night on 10-11 August', () => {
    for (let at = minutes('08-10T20:45'); at < minutes('08-11T04:00'); at += 15) {
      expect(LIGHTS[lightAt(at, HILL)]).toBe('moonlit');
    }
    expect(moonLitShare(minutes('08-11T00:00'))).toBeGreaterThan(0.98);
  });
});

test('a day of ticks runs from dark over dawn, day and dusk to dark again', () => {
  const sky = makeSky(minutes('07-31T00:00'), 96, HILL);
  const words = [...sky.light].map((code) => LIGHTS[code]);
  const changes = words.filter((word, tick) => word !== words[tick - 1]);
  expect(changes).toEqual(['dark', 'nautical', 'civil', 'day', 'civil', 'nautical', 'dark']);
});
