import { ASH, HEAD_ASH } from '../examples/trust.examples.ts';
import type { AssessmentRecord } from '../national/assessment-record.ts';
import { type AnalysisAction, type AnalysisRecord, analysisKey, type NeedWritten } from './analysis-record.ts';

export const YEAR = '2024-25';

/** An outcome of thirty pupils of Ash Tree in the summer of 2025, changed as told. */
export function outcome(
  assessment: string,
  figures: AssessmentRecord['figures'],
  other: Partial<AssessmentRecord> = {},
): AssessmentRecord {
  return {
    ...{ urn: ASH.urn, year: YEAR, assessment, pupils: 30, figures },
    ...{ recordedOn: '2025-07-14', recordedBy: HEAD_ASH.id, ...other },
  };
}

export function written(area: string, other: Partial<NeedWritten> = {}): NeedWritten {
  return {
    ...{ area, name: 'Writing, Year 6', explained: false, says: 'Spelling holds it back.' },
    ...{ by: HEAD_ASH.id, at: '2025-11-10T10:00:00Z', ...other },
  };
}

export function action(need: string, other: Partial<AnalysisAction> = {}): AnalysisAction {
  return {
    ...{ id: 'a-1', meeting: analysisKey({ urn: ASH.urn, year: YEAR }), urn: ASH.urn, need },
    ...{ text: 'Daily spelling', owner: HEAD_ASH.id, by: '2026-02-06', success: 'Words are spelt.', ...other },
  };
}

export function analysis(other: Partial<AnalysisRecord> = {}): AnalysisRecord {
  return { urn: ASH.urn, year: YEAR, needs: [], actions: [], ...other };
}

export const SENT = { by: HEAD_ASH.id, at: '2025-11-20T10:00:00Z' };
