/** The list of published Key Stage 2 results: a school's academic year a row (M2, M17). */
import { MISSING, type PublishedFigure, type PublishedResult } from '@owls/policy';
import { choice, count, type Fields, list, number, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const SUBJECTS = {
  rwm: 'Reading, writing and maths',
  reading: 'Reading',
  writing: 'Writing',
  grammar: 'Grammar, punctuation and spelling',
  maths: 'Maths',
} as const;
const subjects = Object.entries(SUBJECTS);
const MOST_PUPILS = 2_000;

export const RESULTS = list('Published results', 'Key Stage 2 results as the government published them.', [
  text('School', 'School (URN)', { indexed: true }),
  text('AcademicYear', 'Academic year', { indexed: true }),
  count('Pupils', 'Pupils at the end of the key stage'),
  ...subjects.flatMap(([key, name]) => [
    number(key, `${name}: expected standard (%)`, 0, 100),
    choice(`${key}_missing`, `${name}: why there is no figure`, MISSING),
  ]),
]);

export const resultKey = ({ year, urn }: Pick<PublishedResult, 'year' | 'urn'>): string => `${year}/${urn}`;

export function readResult(row: Row): PublishedResult {
  const urn = row.neededText('School', /^\d{6}$/, 'a URN such as 115850');
  const year = row.neededText('AcademicYear');
  row.keyed(resultKey({ year, urn }));
  const pupils = row.number('Pupils', 0, MOST_PUPILS);
  const expected: Record<string, PublishedFigure> = {};
  for (const [key] of subjects) {
    const value = row.number(key, 0, 100);
    const missing = row.optionalOneOf(`${key}_missing`, MISSING);
    if (value !== undefined) expected[key] = { value };
    else if (missing !== undefined) expected[key] = { missing };
  }
  return { urn, year, ...(pupils === undefined ? {} : { pupils }), expected };
}

export function resultFields(result: PublishedResult): Fields {
  const figures: Record<string, string | number | null> = {};
  for (const [key] of subjects) {
    const figure = result.expected[key];
    figures[key] = figure !== undefined && 'value' in figure ? figure.value : null;
    figures[`${key}_missing`] = figure !== undefined && 'missing' in figure ? figure.missing : null;
  }
  return {
    Key: resultKey(result),
    Title: `${result.urn}, ${result.year}`,
    School: result.urn,
    AcademicYear: result.year,
    Pupils: result.pupils ?? null,
    ...figures,
  };
}
