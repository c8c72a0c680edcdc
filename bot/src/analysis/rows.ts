/** The lists of heads' analyses of results: whether one is sent, and what is written about each need (M18). */
import { type AnalysisRecord, isAcademicYear, type NeedWritten } from '@owls/policy';
import { oneLine } from '../store/field-values.ts';
import { choice, type Fields, lines, list, moment, text, yesOrNo } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const STATES = ['sent', 'taken back'] as const;
const URN = /^\d{6}$/;
const YEAR = /^\d{4}-\d{2}$/;

export type AnalysisId = Pick<AnalysisRecord, 'urn' | 'year'>;

export const ANALYSES = list('Analyses', 'Analyses of results that heads have sent.', [
  text('School', 'School (URN)', { indexed: true }),
  text('AcademicYear', 'Academic year', { indexed: true }),
  choice('State', 'State', STATES),
  text('By', 'By'),
  moment('At', 'When'),
]);

export const ANALYSIS_NEEDS = list('Analysis needs', 'What heads see in the needs that results show.', [
  text('School', 'School (URN)', { indexed: true }),
  text('AcademicYear', 'Academic year', { indexed: true }),
  text('Area', 'Area'),
  text('Name', 'Need'),
  yesOrNo('Explained', 'Explained, no action follows'),
  lines('Says', 'What the head says'),
  text('By', 'By'),
  moment('At', 'When'),
]);

/** Whether an analysis is sent, as its row has it. */
export interface AnalysisState extends AnalysisId {
  readonly state: (typeof STATES)[number];
  readonly by: string;
  readonly at: string;
  readonly version: string;
}

/** What is written about a need, and in which analysis. */
export type KeptNeed = AnalysisId & NeedWritten;

export const analysisRowKey = ({ urn, year }: AnalysisId): string => `${year}/${urn}`;
export const needRowKey = (id: AnalysisId, area: string): string => `${analysisRowKey(id)}/${area}`;

export const stateFields = (given: Omit<AnalysisState, 'version'>): Fields => ({
  Key: analysisRowKey(given),
  Title: oneLine(`${given.urn}: analysis of ${given.year}, ${given.state}`),
  School: given.urn,
  AcademicYear: given.year,
  State: given.state,
  By: given.by,
  At: given.at,
});

export function readState(row: Row): AnalysisState {
  const id = readId(row);
  row.keyed(analysisRowKey(id));
  return {
    ...{ ...id, state: row.oneOf('State', STATES) },
    ...{ by: row.text('By'), at: row.neededMoment('At'), version: row.version },
  };
}

export const needFields = (given: Omit<KeptNeed, 'version'>): Fields => ({
  Key: needRowKey(given, given.area),
  Title: oneLine(`${given.urn}: ${given.name}, ${given.year}`),
  School: given.urn,
  AcademicYear: given.year,
  Area: given.area,
  Name: oneLine(given.name),
  Explained: given.explained,
  Says: given.says,
  By: given.by,
  At: given.at,
});

export function readNeed(row: Row): KeptNeed {
  const id = readId(row);
  const area = row.neededText('Area');
  row.keyed(needRowKey(id, area));
  return {
    ...{ ...id, area, name: row.neededText('Name'), explained: row.yesOrNo('Explained'), says: row.text('Says') },
    ...{ by: row.text('By'), at: row.neededMoment('At'), version: row.version },
  };
}

function readId(row: Row): AnalysisId {
  const urn = row.neededText('School', URN, 'a URN such as 115850');
  const year = row.neededText('AcademicYear', YEAR, 'a year such as 2026-27');
  return isAcademicYear(year) ? { urn, year } : row.unreadable('AcademicYear', 'has to be a year such as 2026-27');
}
