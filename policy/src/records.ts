import type { AgreementRecords } from './categorisation/agreement.ts';
import type { CollectionRecords } from './collection/collection-step.ts';
import type { ConcernRecords } from './concerns/concerns-tasks.ts';
import type { ExtraDataRecords } from './extra-data/extra-figures.ts';
import type { GatheringsRecords } from './gatherings/gatherings-tasks.ts';
import type { InspectionsRecords } from './inspections/inspections-tasks.ts';
import type { NationalRecords } from './national/national-tasks.ts';
import type { OutsideRecords } from './outside/outside-tasks.ts';
import type { PeerReviewRecords } from './peer-review/peer-review-tasks.ts';
import type { PlanRecords } from './plans/plans-tasks.ts';
import type { ReportRecords } from './reports/reports-tasks.ts';
import type { SupportRecords } from './support/ledger.ts';
import type { TargetRecords } from './targets/targets-tasks.ts';
import type { AreaFound } from './visits/area-found.ts';
import type { VisitRecords } from './visits/visit-records.ts';

/** What a trust has on record beside its returns, categories and year's meetings, topic by topic. */
export interface StrategyRecords {
  readonly gatherings: GatheringsRecords;
  readonly agreement: AgreementRecords;
  readonly collection: CollectionRecords;
  readonly concerns: ConcernRecords;
  /** What schools gave while they caused concern. */
  readonly extraData: ExtraDataRecords;
  readonly inspections: InspectionsRecords;
  readonly national: NationalRecords;
  readonly outside: OutsideRecords;
  readonly peerReview: PeerReviewRecords;
  readonly reports: ReportRecords;
  readonly support: SupportRecords;
  readonly targets: TargetRecords;
  readonly visits: VisitRecords;
  readonly plans: PlanRecords;
}

/** What the next visits look at (M5, M39): what advisory heads minuted, and what stands on record beside. */
export function areasFoundIn({
  gatherings,
  visits,
}: Partial<Pick<StrategyRecords, 'gatherings' | 'visits'>>): readonly AreaFound[] {
  return [...(gatherings?.areasFound ?? []), ...(visits?.areasFound ?? [])];
}

/** Records in which nothing stands yet. */
export const NO_RECORDS: StrategyRecords = {
  gatherings: { gatherings: [], minutes: [], actions: [], delegates: [], apologies: [], areasFound: [] },
  agreement: { answers: [] },
  collection: { steps: [] },
  concerns: { concerns: [] },
  extraData: { given: [] },
  inspections: { inspections: [] },
  national: { assessments: [], analyses: [] },
  outside: { priorities: [], practices: [], talks: [], development: [], documents: [] },
  peerReview: { peerReviews: [] },
  reports: { given: [] },
  support: { supports: [], ringFences: [], needs: [] },
  targets: { targets: [], forBoard: [] },
  visits: { visits: [], areasFound: [], reviews: [] },
  plans: { plans: [], governorMeetings: [] },
};
