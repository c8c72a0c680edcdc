/**
 * The lists of School On A Page returns: a header row a revision, a row a year group and a row a pupil group (M13). A
 * revision is a `draft` until its header says `submitted`; only then does it count, until it is `taken back`, which takes
 * those before it back, too. The measures' columns follow the policy.
 */
import {
  type Cohort,
  type Figures,
  groupMeasures,
  HALF_TERM_ID,
  type HalfTermId,
  halfTermLabel,
  type Measure,
  type PupilGroup,
  type SoapDraft,
  type SoapReturn,
  type TakenBack,
  type TrustPolicy,
  YEAR_GROUPS,
  type YearGroup,
} from '@owls/policy';
import { oneLine } from '../store/field-values.ts';
import {
  choice,
  count,
  type Fields,
  type ListDefinition,
  lines,
  list,
  measureColumn,
  moment,
  number,
  text,
} from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const STATES = ['draft', 'submitted', 'taken back'] as const;
const URN = /^\d{6}$/;
const MOST_REVISIONS = 9_999;
const MOST_PUPILS = 2_000;

const schoolMeasures = (policy: TrustPolicy): Measure[] =>
  policy.soap.measures.filter(({ years }) => years === undefined);
const yearMeasures = (policy: TrustPolicy): Measure[] =>
  policy.soap.measures.filter(({ years }) => years !== undefined);
const figureColumns = (measures: readonly Measure[]) =>
  measures.map(({ key, name, max }) => number(measureColumn(key), name, 0, max));

/** Which return: `2026-27/autumn-2/115850/r1`. */
export interface RevisionId {
  readonly halfTerm: HalfTermId;
  readonly urn: string;
  readonly revision: number;
}
export const revisionKey = ({ halfTerm, urn, revision }: RevisionId): string => `${halfTerm}/${urn}/r${revision}`;
export const cohortKey = (id: RevisionId, year: YearGroup): string => `${revisionKey(id)}/${year}`;

export const groupKey = (id: RevisionId, group: string): string => `${revisionKey(id)}/${group}`;

export const returnsList = (policy: TrustPolicy): ListDefinition =>
  list('SOAP returns', 'A School On A Page a row: each submitted revision, and what a head is working on.', [
    text('School', 'School (URN)', { indexed: true }),
    text('HalfTerm', 'Half term', { indexed: true }),
    count('Revision', 'Revision'),
    choice('State', 'State', STATES, { indexed: true }),
    ...figureColumns(schoolMeasures(policy)),
    lines('Comment', "The head's comment"),
    lines('NextSteps', 'Next steps'),
    moment('SavedAt', 'Saved'),
    text('SavedBy', 'Saved by'),
    moment('SubmittedAt', 'Submitted'),
    text('SubmittedBy', 'Submitted by'),
    moment('TakenBackAt', 'Taken back'),
    text('TakenBackBy', 'Taken back by'),
    lines('TakenBackBecause', 'Why it was taken back'),
  ]);

export const cohortsList = (policy: TrustPolicy): ListDefinition =>
  list('SOAP cohorts', 'A year group of a School On A Page a row. Percentages are of the pupils on roll.', [
    text('School', 'School (URN)', { indexed: true }),
    text('HalfTerm', 'Half term', { indexed: true }),
    count('Revision', 'Revision'),
    choice('YearGroup', 'Year group', YEAR_GROUPS, { indexed: true }),
    count('Pupils', 'Pupils'),
    ...figureColumns(yearMeasures(policy)),
  ]);

export const groupsList = (policy: TrustPolicy): ListDefinition =>
  list(
    'SOAP pupil groups',
    'A pupil group of a School On A Page a row. Percentages are of the group over the year groups asked.',
    [
      text('School', 'School (URN)', { indexed: true }),
      text('HalfTerm', 'Half term', { indexed: true }),
      count('Revision', 'Revision'),
      text('PupilGroup', 'Pupil group', { indexed: true }),
      count('Pupils', 'Pupils'),
      ...figureColumns(groupMeasures(policy)),
    ],
  );

/** A header row: a return without its year groups and pupil groups. */
export interface HeaderRow extends RevisionId {
  readonly state: (typeof STATES)[number];
  readonly school: Figures;
  readonly comment: string;
  readonly nextSteps: string;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly submittedAt: string | undefined;
  readonly submittedBy: string;
  readonly takenBack?: TakenBack;
  readonly version: string;
}

function readRevision(row: Row): RevisionId {
  return {
    halfTerm: row.neededText('HalfTerm', HALF_TERM_ID, 'a half term such as 2026-27/autumn-2'),
    urn: row.neededText('School', URN, 'a URN such as 115850'),
    revision: row.neededNumber('Revision', 1, MOST_REVISIONS),
  };
}

export const headerReader =
  (policy: TrustPolicy) =>
  (row: Row): HeaderRow => {
    const id = readRevision(row);
    row.keyed(revisionKey(id));
    const state = row.oneOf('State', STATES);
    const submittedAt = state === 'submitted' ? row.neededMoment('SubmittedAt') : undefined;
    return {
      ...id,
      state,
      school: readFigures(row, schoolMeasures(policy)),
      comment: row.text('Comment'),
      nextSteps: row.text('NextSteps'),
      savedAt: row.moment('SavedAt') ?? submittedAt ?? row.neededMoment('SavedAt'),
      savedBy: row.text('SavedBy'),
      submittedAt,
      submittedBy: row.text('SubmittedBy'),
      ...(state === 'taken back' ? { takenBack: readTakenBack(row, id) } : {}),
      version: row.version,
    };
  };

function readTakenBack(row: Row, id: RevisionId): TakenBack {
  return {
    ...id,
    by: row.text('TakenBackBy'),
    at: row.neededMoment('TakenBackAt'),
    note: row.text('TakenBackBecause'),
  };
}

export interface CohortRow extends RevisionId {
  readonly cohort: Cohort;
}

export const cohortReader =
  (policy: TrustPolicy) =>
  (row: Row): CohortRow => {
    const id = readRevision(row);
    const year = row.oneOf('YearGroup', YEAR_GROUPS);
    row.keyed(cohortKey(id, year));
    const pupils = row.neededNumber('Pupils', 0, MOST_PUPILS);
    return { ...id, cohort: { year, pupils, figures: readFigures(row, yearMeasures(policy)) } };
  };

export interface GroupRow extends RevisionId {
  readonly row: PupilGroup;
}

export const groupReader =
  (policy: TrustPolicy) =>
  (row: Row): GroupRow => {
    const id = readRevision(row);
    const keys = policy.soap.groups?.groups.map(({ key }) => key) ?? [];
    const group = row.oneOf('PupilGroup', keys);
    row.keyed(groupKey(id, group));
    const pupils = row.neededNumber('Pupils', 0, MOST_PUPILS);
    return { ...id, row: { group, pupils, figures: readFigures(row, groupMeasures(policy)) } };
  };

function readFigures(row: Row, measures: readonly Measure[]): Figures {
  const found: Record<string, number> = {};
  for (const { key, max } of measures) {
    const value = row.number(measureColumn(key), 0, max);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

const figureFields = (figures: Figures, measures: readonly Measure[]): Fields =>
  Object.fromEntries(measures.map(({ key }) => [measureColumn(key), figures[key] ?? null]));

/** What a header row says of a draft's content. */
export function headerFields(
  policy: TrustPolicy,
  id: RevisionId,
  given: Pick<SoapDraft, 'school' | 'comment' | 'nextSteps' | 'savedAt' | 'savedBy'>,
): Fields {
  return {
    Key: revisionKey(id),
    Title: oneLine(`${id.urn}, ${halfTermLabel(id.halfTerm)}, revision ${id.revision}`),
    School: id.urn,
    HalfTerm: id.halfTerm,
    Revision: id.revision,
    State: 'draft',
    ...figureFields(given.school, schoolMeasures(policy)),
    Comment: given.comment,
    NextSteps: given.nextSteps,
    SavedAt: given.savedAt,
    SavedBy: given.savedBy,
  };
}

export const submittedFields = (at: string, by: string): Fields => ({
  State: 'submitted',
  SubmittedAt: at,
  SubmittedBy: by,
});

export const takenBackFields = (at: string, by: string, because: string): Fields => ({
  State: 'taken back',
  TakenBackAt: at,
  TakenBackBy: by,
  TakenBackBecause: because,
});

export function cohortFields(policy: TrustPolicy, id: RevisionId, cohort: Cohort): Fields {
  return {
    Key: cohortKey(id, cohort.year),
    Title: oneLine(`${id.urn}, ${halfTermLabel(id.halfTerm)}, revision ${id.revision}, ${cohort.year}`),
    School: id.urn,
    HalfTerm: id.halfTerm,
    Revision: id.revision,
    YearGroup: cohort.year,
    Pupils: cohort.pupils,
    ...figureFields(cohort.figures, yearMeasures(policy)),
  };
}

export function groupFields(policy: TrustPolicy, id: RevisionId, { group, pupils, figures }: PupilGroup): Fields {
  const name = policy.soap.groups?.groups.find(({ key }) => key === group)?.name ?? group;
  return {
    Key: groupKey(id, group),
    Title: oneLine(`${id.urn}, ${halfTermLabel(id.halfTerm)}, revision ${id.revision}, ${name}`),
    School: id.urn,
    HalfTerm: id.halfTerm,
    Revision: id.revision,
    PupilGroup: group,
    Pupils: pupils,
    ...figureFields(figures, groupMeasures(policy)),
  };
}

/** What a header's own rows say: its year groups, and its pupil groups in the policy's order. */
export interface RowsOf {
  readonly cohorts: readonly Cohort[];
  readonly groups: readonly PupilGroup[];
}

const byYear = (a: Cohort, b: Cohort): number => YEAR_GROUPS.indexOf(a.year) - YEAR_GROUPS.indexOf(b.year);

/** The return a submitted header and its rows make together; undefined for a draft and for what was taken back. */
export function returnOf(header: HeaderRow, rows: RowsOf): SoapReturn | undefined {
  if (header.submittedAt === undefined) return undefined;
  return {
    ...contentOf(header, rows),
    submittedAt: header.submittedAt,
    submittedBy: header.submittedBy,
  };
}

/** The header and its rows as a draft, whatever their state: what stands there now. */
export function draftOfRows(header: HeaderRow, rows: RowsOf): SoapDraft {
  return {
    ...contentOf(header, rows),
    savedAt: header.savedAt,
    savedBy: header.savedBy,
    version: header.version,
  };
}

function contentOf(header: HeaderRow, { cohorts, groups }: RowsOf): Omit<SoapReturn, 'submittedAt' | 'submittedBy'> {
  const { urn, halfTerm, revision, school, comment, nextSteps } = header;
  return {
    urn,
    halfTerm,
    revision,
    cohorts: cohorts.toSorted(byYear),
    ...(groups.length > 0 ? { groups } : {}),
    school,
    comment,
    nextSteps,
  };
}
