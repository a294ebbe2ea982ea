import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { PARAMETERS, type ParameterSpec } from '../../src/engine/index.ts';
import { parse, sourcesOf } from '../support/source-files.ts';

const RULES = sourcesOf('engine').filter((path) => path.startsWith('src/engine/rules/'));

interface Export {
  readonly name: string;
  readonly comment: string;
}

/** Exported functions and constants of a file with the text of their doc comment. */
function exportsOf(path: string): Export[] {
  const source = parse(path);
  const found: Export[] = [];
  for (const statement of source.statements) {
    const isConstant = ts.isVariableStatement(statement);
    if (!isConstant && !ts.isFunctionDeclaration(statement)) continue;
    const isExported = statement.modifiers?.some(
      ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
    );
    if (isExported !== true) continue;
    const name = isConstant
      ? statement.declarationList.declarations.map((each) => each.name.getText(source)).join()
      : (statement.name?.text ?? 'default');
    const comment = ts
      .getJSDocCommentsAndTags(statement)
      .map((each) => each.getText(source))
      .join('\n');
    found.push({ name, comment });
  }
  return found;
}

test('every formula and constant of the rules says where it comes from', () => {
  const bare = RULES.flatMap((path) =>
    exportsOf(path)
      .filter(({ comment }) => !/\b(Source|Sources|Assumption):\s+\S/.test(comment))
      .map(({ name }) => `${path}: ${name}`),
  );
  expect(bare).toEqual([]);
});

describe('every parameter', () => {
  const faulty = (isFaulty: (parameter: ParameterSpec) => boolean): string[] =>
    PARAMETERS.filter(isFaulty).map(({ id }) => id);

  test('has a source, or a reason for being assumed', () => {
    expect(faulty(({ source }) => source.trim().length < 9)).toEqual([]);
  });

  test('has a title and a unit', () => {
    expect(faulty(({ title, unit }) => title.trim() === '' || unit.trim() === '')).toEqual([]);
  });

  test('has its value within its range', () => {
    expect(faulty(({ low, start, high }) => !(low <= start && start <= high))).toEqual([]);
  });

  test('has an id of its own', () => {
    const ids: string[] = PARAMETERS.map(({ id }) => id);
    expect(faulty(({ id }) => ids.indexOf(id) !== ids.lastIndexOf(id))).toEqual([]);
  });
});
