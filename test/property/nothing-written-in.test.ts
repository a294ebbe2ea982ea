import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parseTime } from '../../src/engine/index.ts';
import { realFiles, realModel } from '../support/real-scenario.ts';
import { importsOf, parse, sourcesOf } from '../support/source-files.ts';

/**
 * Nothing of July is written in. A run begins with what was in force on 1 July; whatever happens after
 * comes from the offices. So no file dates a paper, an order or an arrival later than the start, what
 * comes from outside is a closed list, and no code knows a place, a person or a day of the record.
 */

type Path = readonly (string | number)[];

/** Every text in a value of YAML that is a time, with where it stands. */
function timesIn(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') {
    return /^\d{4}-\d\d-\d\d/.test(value) ? [{ path, text: value }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => timesIn(item, [...path, key]));
}

/** Where a time may stand: the span of the run, the sky, what comes from outside, and the record. */
const DATED: Readonly<Record<string, RegExp>> = {
  'scenario.yaml': /^(start|end|coarseFrom|weather\/recorded\/\d+\/(from|to))$/,
  'exogenous.yaml': /^events\/\d+\/at$/,
  // Anchors are recorded states from which a run can begin; a free run never looks at them.
  'anchors.yaml': /^anchors\/\d+\/(at|truceAt|operations\/\d+\/hHour)$/,
};

function minutesOf(text: string): number {
  const time = parseTime(text);
  if (!time.ok) throw new Error(`no time: ${text}`);
  return time.minutes;
}

describe('the files of the scenario', () => {
  const files = realFiles();

  test.each(files.map(({ path, text }) => [path, text] as const))('%s', (path, text) => {
    const start = minutesOf(realStart());
    for (const { path: at, text: time } of timesIn(parseYaml(text))) {
      const place = at.join('/');
      const allowed = DATED[path]?.test(place) === true || minutesOf(time) <= start;
      expect(allowed, `${path}: ${place} is dated ${time}`).toBe(true);
    }
  });

  test('what is in force at the start carries no date at all', () => {
    const offices = files.find(({ path }) => path === 'offices.yaml')!;
    expect(timesIn(parseYaml(offices.text))).toEqual([]);
    for (const office of realModel().offices) {
      for (const grant of office.grants) {
        expect(Object.keys(grant).sort()).toEqual([
          'act',
          'area',
          'forceMenMax',
          'kind',
          'reserved',
        ]);
      }
    }
  });

  test('what comes from outside is this list and no more', () => {
    const events = realModel().exogenous.map(({ id, kind }) => `${kind} ${id}`);
    expect(events.sort()).toEqual([
      'appointment nakamura-appointed',
      'defection lyushkov-flight',
      'other-front europe-easing',
      'other-front europe-september',
      'other-front wuhan-load',
      'reorganisation front-created',
    ]);
  });

  test('units are there from the first tick', () => {
    const late = realModel().units.readyTick.filter((tick) => tick > 0);
    expect(late.length).toBe(0);
  });

  function realStart(): string {
    const frame = files.find(({ path }) => path === 'scenario.yaml')!;
    return (parseYaml(frame.text) as { readonly start: string }).start;
  }
});

/** Every text written in a source, comments left out. */
function textsIn(path: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return texts;
}

describe('the code of the model', () => {
  const sources = [...sourcesOf('engine'), ...sourcesOf('policy')];

  test('names no office, formation, place or event of the scenario', () => {
    const model = realModel();
    const named = new Set<string>([
      ...model.offices.map(({ id }) => id),
      ...model.areas.map(({ id }) => id),
      ...model.theatre.nodes.map(({ id }) => id),
      ...model.units.id,
      ...model.units.formation,
      ...model.exogenous.map(({ id }) => id),
      ...model.sides.map(({ id }) => id),
    ]);
    expect(named.size).toBeGreaterThan(300);
    const found = sources.flatMap((path) =>
      textsIn(path)
        .filter((text) => named.has(text))
        .map((text) => `${path}: '${text}'`),
    );
    expect(found).toEqual([]);
  });

  test('holds no date of the record', () => {
    // Parameters cite the record as their source; a source is prose, not a number of the model.
    const found = sources
      .filter((path) => !path.startsWith('src/engine/parameters/'))
      .flatMap((path) =>
        textsIn(path)
          .filter((text) => /1938|\bJul(y)?\b|\bAug(ust)?\b/.test(text))
          .map((text) => `${path}: '${text}'`),
      );
    expect(found).toEqual([]);
  });
});

describe('the built-in policy', () => {
  /** Names by which a rule could get at the truth of a run, or move it. */
  const TRUTH = [
    'World',
    'Run',
    'RunSetup',
    'UnitState',
    'GroundState',
    'OfficeState',
    'TalksState',
    'Tally',
    'Operation',
    'step',
    'startRun',
    'makeWorld',
    'viewFor',
    'closeDecision',
    'emit',
  ];
  /** The one file that drives a run; it asks `decide` and hands the answer on. */
  const DRIVER = 'src/policy/play.ts';

  function namesFrom(path: string): string[] {
    return parse(path)
      .statements.filter(ts.isImportDeclaration)
      .flatMap(({ importClause }) => {
        const bindings = importClause?.namedBindings;
        if (bindings === undefined) return [];
        if (ts.isNamespaceImport(bindings)) return ['*'];
        return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
      });
  }

  test('imports nothing of the world, only views, orders and what is public', () => {
    const sources = sourcesOf('policy').filter((path) => path !== DRIVER);
    expect(sources.length).toBeGreaterThan(5);
    for (const path of sources) {
      const names = namesFrom(path);
      expect(
        names.filter((name) => name === '*' || TRUTH.includes(name)),
        path,
      ).toEqual([]);
      const driven = importsOf(path).filter(({ target }) => target === DRIVER);
      if (!path.endsWith('/index.ts')) expect(driven, path).toEqual([]);
    }
    expect(namesFrom(DRIVER)).toContain('step');
  });
});
