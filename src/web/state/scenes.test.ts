import { describe, expect, test } from 'vitest';
import { realModel } from '../../../test/support/real-scenario.ts';
import { recordFilm } from '../../host/record-film.ts';
import { SCENES, scenesOf } from './scenes.ts';

const model = realModel();
const film = recordFilm(model, { seed: 1, from: 'free', settings: [], version: 'x' });

describe('the scenes of a run', () => {
  test('are seven, and each event is of its kind', () => {
    const scenes = scenesOf(film, model);
    expect(scenes.map(({ name }) => name)).toEqual([...SCENES]);
    const [works, request, , death] = scenes;
    expect(works?.event?.data['activity']).toBe('digging');
    expect(request?.event?.kind).toBe('permission-asked');
    const ahead = scenes[4];
    expect(ahead?.event?.kind).toBe('acted-without-authority');
    expect(Number(death?.event?.data['killed'])).toBeGreaterThan(0);
  });
  test('the heaviest day has lost no fewer men than its event alone', () => {
    const { event, lost } = scenesOf(film, model).find(({ name }) => name === 'heaviest')!;
    const men = ['killed', 'wounded', 'missing'].reduce(
      (sum, key) => sum + Number(event!.data[key]),
      0,
    );
    expect(lost[0] + lost[1]).toBeGreaterThanOrEqual(men);
  });
  test('a run without events has seven scenes and none of them an event', () => {
    const events = { ...film.events, count: 0 };
    const scenes = scenesOf({ ...film, events }, model);
    expect(scenes).toHaveLength(7);
    expect(scenes.every(({ event }) => event === null)).toBe(true);
  });
});
