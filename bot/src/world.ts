/**
 * What every part of the service is given: the trust's policy, the tenant's time, the facts and the ways to act.
 * Handlers take a `World` and nothing global, so that a test can run several trusts in one process.
 */
import type { Facts, TrustPolicy } from '@owls/policy';
import type { Logger } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { AuditStore, ConversationStore, PostStore, UndeliveredStore, WaveStore } from './service-stores.ts';
import type {
  AgreementStore,
  AnalysisStore,
  AssessmentStore,
  CollectionStore,
  ExtraDataStore,
  GatheringStore,
  ImportStore,
  InspectionStore,
  JudgementStore,
  MappingStore,
  MeetingStore,
  PeerReviewStore,
  PlanningStore,
  SoapStore,
  TargetStore,
} from './stores.ts';

export interface World {
  /** The policy in force today; `policyOf` finds the one of another half term. */
  readonly policy: TrustPolicy;
  /** The tenant's time, learnt from Microsoft's own answers. */
  now(): Temporal.Instant;
  /** The address of a place in the tab; see `tabLink`. */
  linkTo(place: string): string;
  /** The replica's facts now; cheap, no request. */
  facts(): Facts;
  /** Brings the replica up to date by delta; resolves once facts() shows it. */
  refresh(): Promise<void>;
  /** Rows that could not be read as facts (edited by hand into nonsense), for the CEO's office to mend. */
  rowProblems(): readonly RowProblem[];
  readonly soap: SoapStore;
  readonly mappings: MappingStore;
  readonly collection: CollectionStore;
  readonly judgements: JudgementStore;
  readonly agreements: AgreementStore;
  readonly inspections: InspectionStore;
  readonly assessments: AssessmentStore;
  readonly analyses: AnalysisStore;
  readonly extraData: ExtraDataStore;
  readonly meetings: MeetingStore;
  readonly gatherings: GatheringStore;
  readonly peerReviews: PeerReviewStore;
  readonly targets: TargetStore;
  readonly planning: PlanningStore;
  readonly imports: ImportStore;
  readonly conversations: ConversationStore;
  readonly waves: WaveStore;
  readonly undelivered: UndeliveredStore;
  readonly posts: PostStore;
  readonly audit: AuditStore;
  readonly log: Logger;
}

export interface RowProblem {
  readonly list: string;
  readonly itemId: string;
  readonly key: string;
  readonly column: string;
  readonly says: string;
}
