/**
 * The lists of targets (M20-M22). Rows are only added: each step in a target's life is one, and so is each answer of a
 * member of the board. The unique key refuses the second of two who take the same step at the same moment.
 */
import {
  TARGET_STATES,
  type Target,
  type TargetCell,
  type TargetRevision,
  type TargetsForBoard,
  type TrustTarget,
  YEAR_GROUPS,
} from '@owls/policy';
import { oneLine } from '../store/field-values.ts';
import { choice, count, type Fields, lines, list, moment, number, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const ANSWERS = ['approves', 'asks', 'is answered', 'is taken back'] as const;
const URN = /^\d{6}$/;
const YEAR = /^\d{4}-\d{2}$/;
const MEASURE = /^[A-Za-z][A-Za-z0-9]*$/;
const MOST = 9_999;
const WHOLE_SCHOOL = 'school';

export const TARGETS = list('Targets', "A step in a target's life a row: proposed, agreed, signed off, raised.", [
  text('School', 'School (URN)', { indexed: true }),
  text('AcademicYear', 'Academic year', { indexed: true }),
  choice('YearGroup', 'Year group', YEAR_GROUPS),
  text('Measure', 'Measure'),
  count('Revision', 'Revision'),
  choice('State', 'State', TARGET_STATES),
  number('Minimum', 'Minimum', 0, 100),
  number('Aspirational', 'Aspirational', 0, 100),
  lines('By', 'By'),
  moment('At', 'When'),
  lines('Why', 'Why'),
]);

export const TRUST_TARGETS = list('Trust targets', "The trust's targets as they were put to the board.", [
  text('AcademicYear', 'Academic year', { indexed: true }),
  text('Put', 'Put to the board', { indexed: true }),
  choice('YearGroup', 'Year group', YEAR_GROUPS),
  text('Measure', 'Measure'),
  number('Minimum', 'Minimum', 0, 100),
  number('Aspirational', 'Aspirational', 0, 100),
  count('Pupils', 'Pupils'),
  lines('Because', 'Because'),
]);

export const BOARD_PUTS = list('Put to the board', "When the trust's targets were put to the board, and by whom.", [
  text('AcademicYear', 'Academic year', { indexed: true }),
  count('Number', 'Number'),
  text('Put', 'Put to the board', { indexed: true }),
  text('By', 'By'),
  moment('At', 'When'),
]);

export const BOARD_ANSWERS = list('Board answers', 'What members of the board answer, and what they are answered.', [
  text('Put', 'Put to the board', { indexed: true }),
  choice('Answer', 'Answer', ANSWERS),
  text('Question', 'Question'),
  text('By', 'By', { indexed: true }),
  moment('At', 'When'),
  lines('Says', 'Says'),
]);

export type TargetId = Pick<Target, 'urn' | 'academicYear'> & TargetCell;
export const targetKey = ({ academicYear, urn, yearGroup, measure }: TargetId): string =>
  `${academicYear}/${urn}/${yearGroup ?? WHOLE_SCHOOL}/${measure}`;

/** A row of the list of targets: which target, and one step of its life. */
export interface TargetRow extends TargetId {
  readonly number: number;
  readonly revision: TargetRevision;
}

export const targetFields = (id: TargetId, number: number, revision: TargetRevision): Fields => ({
  Key: `${targetKey(id)}/${number}`,
  Title: oneLine(`${id.urn}, ${id.academicYear}, ${id.yearGroup ?? 'whole school'}, ${id.measure}`),
  School: id.urn,
  AcademicYear: id.academicYear,
  YearGroup: id.yearGroup ?? null,
  Measure: id.measure,
  Revision: number,
  State: revision.state,
  Minimum: revision.minimum,
  Aspirational: revision.aspirational,
  By: revision.by.join('\n'),
  At: revision.at,
  Why: revision.why,
});

export function readTarget(row: Row): TargetRow {
  const yearGroup = row.optionalOneOf('YearGroup', YEAR_GROUPS);
  const id = {
    urn: row.neededText('School', URN, 'a URN such as 115850'),
    academicYear: row.neededText('AcademicYear', YEAR, 'a year such as 2026-27'),
    ...(yearGroup === undefined ? {} : { yearGroup }),
    measure: row.neededText('Measure', MEASURE, 'a measure'),
  };
  const number = row.neededNumber('Revision', 1, MOST);
  row.keyed(`${targetKey(id)}/${number}`);
  const revision = {
    state: row.oneOf('State', TARGET_STATES),
    minimum: row.neededNumber('Minimum', 0, 100),
    aspirational: row.neededNumber('Aspirational', 0, 100),
    by: row.lines('By'),
    at: row.neededMoment('At'),
    why: row.text('Why'),
  };
  return { ...id, number, revision };
}

/** The trust's targets of one put have its name: a put that was broken off leaves rows that no row of puts names. */
export type PutId = string;
export const putKey = (year: string, number: number): string => `${year}/${number}`;

export const trustTargetFields = (put: PutId, year: string, target: TrustTarget): Fields => ({
  Key: `${put}/${target.yearGroup ?? WHOLE_SCHOOL}/${target.measure}`,
  Title: oneLine(`${year}, ${target.yearGroup ?? 'whole schools'}, ${target.measure}`),
  AcademicYear: year,
  Put: put,
  YearGroup: target.yearGroup ?? null,
  Measure: target.measure,
  Minimum: target.figures?.minimum ?? null,
  Aspirational: target.figures?.aspirational ?? null,
  Pupils: target.pupils,
  Because: target.why.because.join('\n'),
});

export interface TrustTargetRow {
  readonly put: PutId;
  readonly target: TrustTarget;
}

export function readTrustTarget(row: Row): TrustTargetRow {
  const yearGroup = row.optionalOneOf('YearGroup', YEAR_GROUPS);
  const [minimum, aspirational] = [row.number('Minimum', 0, 100), row.number('Aspirational', 0, 100)];
  const because = row.lines('Because');
  return {
    put: row.neededText('Put'),
    target: {
      ...(yearGroup === undefined ? {} : { yearGroup }),
      measure: row.neededText('Measure', MEASURE, 'a measure'),
      ...(minimum === undefined || aspirational === undefined ? {} : { figures: { minimum, aspirational } }),
      pupils: row.neededNumber('Pupils', 0, 1_000_000),
      // The first sentence says what was counted, the others what was missing.
      gaps: because.slice(1),
      why: { rule: 'M22', because, wouldChange: 'Putting them to the board again.' },
    },
  };
}

export interface PutRow {
  readonly year: string;
  readonly number: number;
  readonly put: PutId;
  readonly by: string;
  readonly at: string;
}

export const putFields = ({ year, number, put, by, at }: PutRow): Fields => ({
  Key: putKey(year, number),
  Title: oneLine(`${year}, ${number}`),
  AcademicYear: year,
  Number: number,
  Put: put,
  By: by,
  At: at,
});

export function readPut(row: Row): PutRow {
  const year = row.neededText('AcademicYear', YEAR, 'a year such as 2026-27');
  const number = row.neededNumber('Number', 1, MOST);
  row.keyed(putKey(year, number));
  return { year, number, put: row.neededText('Put'), by: row.text('By'), at: row.neededMoment('At') };
}

/** What a member of the board said of a put, what the CEO said to their question, or that an approval is taken back. */
export interface BoardAnswerRow {
  readonly key: string;
  readonly put: PutId;
  readonly answer: (typeof ANSWERS)[number];
  /** Key of the question that is answered, or of the approval that is taken back. */
  readonly question: string;
  readonly by: string;
  readonly at: string;
  readonly says: string;
}

/** `number`: 1 for a person's first approval of a put, more for those given after one was taken back. */
export const approvalKey = (put: PutId, person: string, number: number): string =>
  `${put}/${person}/approves${number === 1 ? '' : `/${number}`}`;
export const takenBackKey = (approval: string): string => `${approval}/is taken back`;
export const questionKey = (put: PutId, person: string, number: number): string => `${put}/${person}/asks/${number}`;
export const replyKey = (question: string): string => `${question}/is answered`;

export const answerFields = ({ key, put, answer, question, by, at, says }: BoardAnswerRow): Fields => ({
  Key: key,
  Title: oneLine(says === '' ? answer : says),
  Put: put,
  Answer: answer,
  Question: question,
  By: by,
  At: at,
  Says: says,
});

export const readAnswer = (row: Row): BoardAnswerRow => ({
  key: row.key(/\S/, 'a key of its own'),
  put: row.neededText('Put'),
  answer: row.oneOf('Answer', ANSWERS),
  question: row.text('Question'),
  by: row.neededText('By'),
  at: row.neededMoment('At'),
  says: row.text('Says'),
});

/** A put with what the board was given, and what its members have answered so far, oldest first. */
export function forBoardOf(
  put: PutRow,
  targets: readonly TrustTarget[],
  answers: readonly BoardAnswerRow[],
): TargetsForBoard {
  const steps = answers.toSorted((one, other) => (`${one.at}${one.key}` < `${other.at}${other.key}` ? -1 : 1));
  const said = ({ by, at, says }: BoardAnswerRow) => ({ by, at, says });
  const questions = steps.flatMap((question) => {
    if (question.answer !== 'asks') return [];
    const answer = steps.find((one) => one.answer === 'is answered' && one.question === question.key);
    return [{ ...said(question), ...(answer ? { answer: said(answer) } : {}) }];
  });
  const approvals = steps
    .filter(({ answer }) => answer === 'approves')
    .map(({ key, by, at }) => ({
      ...{ by, at },
      takenBack: steps.find(({ answer, question }) => answer === 'is taken back' && question === key)?.at,
    }));
  const takenBack = approvals
    .flatMap(({ by, at: approvedAt, takenBack: at }) => (at === undefined ? [] : [{ by, approvedAt, at }]))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return {
    academicYear: put.year,
    targets,
    putBy: put.by,
    putAt: put.at,
    approvals: approvals.flatMap(({ by, at, takenBack: back }) => (back === undefined ? [{ by, at }] : [])),
    ...(takenBack.length > 0 ? { takenBack } : {}),
    ...(questions.length > 0 ? { questions } : {}),
  };
}
