// @ts-nocheck
import type { AreaFound } from './area-found.ts';
import type { ReviewHeld } from './review-held.ts';
import type { Visit } from './visit.ts';

/** What is on record about visits and performance management. */
export interface VisitRecords {
  readonly visits: readonly Visit[];
  readonly areasFound: readonly AreaFound[];
  readonly reviews: readonly ReviewHeld[];
}
