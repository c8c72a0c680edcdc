/** A scale such as 1a 1b 1cc … 4b as a grid: grades downwards, headings across. */
export interface CategoryGrid<Cell> {
  readonly grades: readonly string[];
  readonly headings: readonly string[];
  at(grade: string, heading: string): Cell | undefined;
}

/**
 * Lays a scale out as a grid where each of its codes is a digit and a heading; a scale of another make has no grid
 * (undefined) and is shown as a list.
 */
export function gridOf<Cell extends { readonly code: string }>(cells: readonly Cell[]): CategoryGrid<Cell> | undefined {
  const read = cells.map((cell) => ({ cell, match: /^(\d)([a-z]+)$/.exec(cell.code) }));
  if (read.length === 0 || read.some(({ match }) => match === null)) return undefined;
  const grades = distinct(read.map(({ match }) => match?.[1] ?? ''));
  const headings = distinct(read.map(({ match }) => match?.[2] ?? ''));
  return {
    grades,
    headings,
    at: (grade, heading) => cells.find(({ code }) => code === `${grade}${heading}`),
  };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** What the scale's headings mean, where the trust uses the usual ones. */
export const HEADING_WORDS: Readonly<Record<string, string>> = {
  a: 'Heading for better',
  b: 'In line',
  cc: 'At risk',
};

export const OFSTED_WORDS: Readonly<Record<string, string>> = {
  1: 'Outstanding',
  2: 'Good',
  3: 'Requires improvement',
  4: 'Inadequate',
};
