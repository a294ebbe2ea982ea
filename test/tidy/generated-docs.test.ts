import { expect, test } from 'vitest';
import { EVENT_TITLES } from '../../src/engine/event-titles.ts';
import { EVENT_FIELDS, PARAMETERS } from '../../src/engine/index.ts';
import { authoredDocument } from '../../tools/authored-document.mjs';
import {
  eventsDocument,
  parametersDocument,
  recorded,
  scenarioTexts,
} from '../../tools/generate-docs.mjs';
import { ROOT, textOf } from '../support/source-files.ts';

const REMEDY = 'not in step with the engine: run npm run docs';

test('docs/events.md', () => {
  const wanted = eventsDocument({ EVENT_FIELDS, EVENT_TITLES });
  expect(textOf('docs/events.md') === wanted, `docs/events.md is ${REMEDY}`).toBe(true);
});

test('docs/parameters.md', () => {
  const wanted = parametersDocument({ PARAMETERS, calibration: recorded(ROOT) });
  expect(textOf('docs/parameters.md') === wanted, `docs/parameters.md is ${REMEDY}`).toBe(true);
});

test('docs/authored.md', () => {
  const wanted = authoredDocument(scenarioTexts(ROOT));
  const remedy = 'not in step with the scenario: run npm run docs';
  expect(textOf('docs/authored.md') === wanted, `docs/authored.md is ${remedy}`).toBe(true);
});
