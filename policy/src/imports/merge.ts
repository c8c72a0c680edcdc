import type { Facts } from '../facts.ts';
import { byName } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import { phaseOf, yearsByName } from './age-range.ts';
import { fingerprint } from './fingerprint.ts';
import type { FieldChange, ImportPlan, ResultsRow, SchoolRow } from './import-plan.ts';
import type { PublishedResult } from './published-result.ts';

/**
 * What importing these rows would change (M2). A school that either file names and the trust does not have is created;
 * one it has is updated only in what the files say. Never touched: cluster once it has one, pupil numbers once they are
 * known (the files' are estimates), governance, the champion, joining and leaving.
 */
export function mergeImport(
  facts: Pick<Facts, 'schools' | 'results'>,
  schools: readonly SchoolRow[],
  results: readonly ResultsRow[],
): ImportPlan {
  const kept = new Map(facts.schools.map((school) => [school.urn, school]));
  const said = new Map<string, SchoolRow>();
  for (const row of [...schools, ...results.map(({ school }) => school)]) {
    said.set(row.urn, together(said.get(row.urn), row));
  }
  const create: School[] = [];
  const update: { school: School; changes: readonly FieldChange[] }[] = [];
  let unchanged = 0;
  for (const row of said.values()) {
    const school = kept.get(row.urn);
    const after = school ? updated(school, row) : created(row);
    const changes = school ? differences(school, after) : [];
    if (!school) create.push(after);
    else if (changes.length > 0) update.push({ school: after, changes });
    else unchanged += 1;
  }
  create.sort(byName);
  update.sort((one, other) => byName(one.school, other.school));
  const news = newResults(facts.results, results);
  return { create, update, unchanged, results: news, problems: [], fingerprint: fingerprint({ create, update, news }) };
}

/** Both files' words on one school: the register's name and rating, the results file's ages and numbers where it alone has them. */
function together(register: SchoolRow | undefined, results: SchoolRow): SchoolRow {
  if (!register) return results;
  const { phase: _, ...rest } = register;
  const years = register.years ?? results.years;
  return {
    ...results,
    ...rest,
    ...(years ? { years } : {}),
    ...(results.pupils ? { pupils: results.pupils } : {}),
  };
}

function created(row: SchoolRow): School {
  const years = row.years ?? row.probableYears ?? yearsByName('', row.name);
  return {
    urn: row.urn,
    name: row.name,
    phase: row.years ? phaseOf(row.years) : (row.phase ?? phaseOf(years)),
    years,
    pupils: row.pupils ?? {},
    cluster: row.district ?? '',
    governance: 'LGB',
    ...(row.ofsted ? { ofsted: { grade: row.ofsted, ...(row.inspected ? { on: row.inspected } : {}) } } : {}),
    sponsored: row.sponsored ?? false,
  };
}

function updated(school: School, row: SchoolRow): School {
  const years = row.years ?? school.years;
  // A recorded inspection stands until a later one; the register knows of none that gave no overall grade (M28).
  const stands = school.ofsted?.inspection !== undefined && (row.inspected ?? '') <= (school.ofsted.on ?? '');
  const on = row.inspected ?? (row.ofsted === school.ofsted?.grade ? school.ofsted?.on : undefined);
  return {
    ...school,
    name: row.name,
    years,
    phase: row.years ? phaseOf(row.years) : school.phase,
    pupils: { ...row.pupils, ...school.pupils },
    cluster: school.cluster || (row.district ?? ''),
    ...(row.ofsted && !stands ? { ofsted: { grade: row.ofsted, ...(on ? { on } : {}) } } : {}),
    sponsored: row.sponsored ?? school.sponsored,
  };
}

function differences(before: School, after: School): readonly FieldChange[] {
  const was = inWords(before);
  return Object.entries(inWords(after)).flatMap(([field, to]) => {
    const from = was[field] ?? '';
    return from === to ? [] : [{ field, from, to }];
  });
}

/** The fields an import can change, by the names people see. */
function inWords(school: School): Readonly<Record<string, string>> {
  const roll = school.years.flatMap((year) => {
    const pupils = school.pupils[year];
    return pupils === undefined ? [] : [`${yearName(year)}: ${pupils}`];
  });
  return {
    Name: school.name,
    Phase: school.phase,
    'Year groups': school.years.map(yearName).join(', '),
    Pupils: roll.join(', '),
    Cluster: school.cluster,
    'Ofsted grade': school.ofsted ? String(school.ofsted.grade) : '',
    Inspected: school.ofsted?.on ?? '',
    Sponsored: school.sponsored ? 'yes' : 'no',
  };
}

/** Results that are not kept yet or differ. An earlier year's column only fills what that year's own file did not say. */
function newResults(kept: readonly PublishedResult[], rows: readonly ResultsRow[]): readonly PublishedResult[] {
  const known = new Map(kept.map((result) => [keyOf(result), result]));
  const after = new Map<string, PublishedResult>();
  for (const result of rows.flatMap(({ earlier }) => earlier)) {
    const before = after.get(keyOf(result)) ?? known.get(keyOf(result));
    after.set(keyOf(result), { ...result, ...before, expected: { ...result.expected, ...before?.expected } });
  }
  for (const result of rows.flatMap(({ results }) => results)) {
    const before = after.get(keyOf(result)) ?? known.get(keyOf(result));
    after.set(keyOf(result), { ...before, ...result, expected: { ...before?.expected, ...result.expected } });
  }
  return [...after.values()]
    .filter((result) => spelled(result) !== spelled(known.get(keyOf(result))))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf({ year, urn }: PublishedResult): string {
  return `${year}/${urn}`;
}

/** A result as text that does not depend on the order of its measures. */
function spelled(result: PublishedResult | undefined): string {
  if (!result) return '';
  const figures = Object.entries(result.expected).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([result.pupils ?? null, figures]);
}
