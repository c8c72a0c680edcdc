import type { AcademicYear } from '../calendar/half-term.ts';
import type { Action } from '../gatherings/meeting-action.ts';

/** What a head sees in a need, or why it is none. */
export interface NeedWritten {
  /** Key of the figure it is about, or `own-` and an id where the head named it. */
  readonly area: string;
  readonly name: string;
  /** The head explains it and no action follows. */
  readonly explained: boolean;
  readonly says: string;
  /** Person id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** The row's version (ETag) it was read at; a change names it. Undefined for what is not kept yet. */
  readonly version?: string;
}

/** What is done about a need: an action like those agreed in meetings, chased as they are once the analysis is sent. */
export type AnalysisAction = Action & {
  /** The area of its need. */
  readonly need: string;
  /** How it will be seen that it worked. */
  readonly success: string;
  readonly version?: string;
};

/** A head's analysis of a year's results, with what follows from it (M18). */
export interface AnalysisRecord {
  readonly urn: string;
  /** The year whose results are analysed. */
  readonly year: AcademicYear;
  readonly needs: readonly NeedWritten[];
  readonly actions: readonly AnalysisAction[];
  /** Undefined while it is a draft, which only those who write it read. */
  readonly sent?: { readonly by: string; readonly at: string };
  /** Version of the row that says whether it is sent; undefined where there is none yet. */
  readonly version?: string;
}

/** The key an analysis is known by; its actions name it in place of a meeting's. */
export function analysisKey({ urn, year }: Pick<AnalysisRecord, 'urn' | 'year'>): string {
  return `analysis/${year}/${urn}`;
}

/** Whether an action belongs to an analysis, and not to a meeting. */
export function isOfAnalysis({ meeting }: Pick<Action, 'meeting'>): boolean {
  return meeting.startsWith('analysis/');
}

/** The actions people are asked about: those of an analysis that is not sent are a draft's. */
export function standingActions<A extends Action>(
  actions: readonly A[],
  analyses: readonly AnalysisRecord[],
): readonly A[] {
  const sent = new Set(analyses.flatMap((one) => (one.sent ? [analysisKey(one)] : [])));
  return actions.filter((action) => !isOfAnalysis(action) || sent.has(action.meeting));
}

/** What an action was agreed in, where that is an analysis: "the analysis of 2025-26". */
export function analysisInWords(meeting: string): string | undefined {
  return isOfAnalysis({ meeting }) ? `the analysis of ${meeting.split('/')[1]}` : undefined;
}
