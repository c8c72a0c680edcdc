// @ts-nocheck
import type { CategoryCode } from '../categorisation/judgement.ts';
import type { TermId } from './term.ts';

/** That a term's interim judgement was agreed with the school (M25). */
export interface AgreedJudgement {
  readonly urn: string;
  readonly term: TermId;
  readonly category: CategoryCode;
  /** ISO date. */
  readonly on: string;
}
