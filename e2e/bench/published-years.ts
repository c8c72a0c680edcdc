import { readFileSync } from 'node:fs';
import { type Known, nationalOf, OWLS, readResultsCsv, type YearEnd } from '@owls/policy';

const MEASURE = 'rwm';

/** A school's published years, oldest first, with England's figure of each. */
export interface PublishedSchool {
  readonly urn: string;
  readonly ends: readonly (Required<YearEnd> & { readonly year: string })[];
}

/** A year that came, and what was known of it before. */
export interface Case {
  readonly year: string;
  readonly known: Known;
  /** In per cent. */
  readonly came: number;
}

/**
 * The schools of a Key Stage 2 file that have every year of it in reading, writing and maths, by URN. Throws where the
 * file can't be read, or tells no earlier years.
 */
export function publishedYears(file: string, year?: string): readonly PublishedSchool[] {
  const { rows, problems } = readResultsCsv(readFileSync(file, 'utf8'), year);
  const schools = rows.map(({ school, results, earlier }) => ({
    urn: school.urn,
    ends: [...results, ...earlier]
      .sort((one, other) => (one.year < other.year ? -1 : 1))
      .flatMap(({ year: of, pupils, expected }) => {
        const figure = expected[MEASURE];
        const nation = nationalOf(OWLS.national, MEASURE, of);
        return figure && 'value' in figure && pupils && nation.ok && nation.year === of
          ? [{ year: of, value: figure.value, pupils, nation: nation.value }]
          : [];
      }),
  }));
  const most = Math.max(0, ...schools.map(({ ends }) => ends.length));
  if (most < 2)
    throw new Error(
      `${file} has no school with two years of results in reading, writing and maths. ${problems[0]?.says ?? ''}`.trim(),
    );
  return schools.filter(({ ends }) => ends.length === most).sort((one, other) => (one.urn < other.urn ? -1 : 1));
}

/** Each year of a school but the first, with what was known the summer before: its own years, and England's newest. */
export function casesOf({ ends }: PublishedSchool): readonly Case[] {
  return ends.slice(1).flatMap((end, at) => {
    const past = ends.slice(0, at + 1);
    const nation = past.at(-1)?.nation;
    return nation === undefined
      ? []
      : [{ year: end.year, known: { pupils: end.pupils, past, nation }, came: end.value }];
  });
}
