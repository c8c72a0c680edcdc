/**
 * The facts as the replicas stand now. Each part is computed again only when one of its own lists changed, and is the
 * same object otherwise, so that asking costs nothing and what policy works out from a part can be kept by it.
 */
import {
  type AgreementAnswer,
  type AssessmentRecord,
  type CalendarJob,
  type CollectionStep,
  type ExtraFigures,
  type Facts,
  type Inspection,
  type Judgement,
  type MadeMove,
  type PeerReview,
  type Person,
  type PublishedResult,
  type RecordedMeeting,
  type School,
  schoolsInspected,
  type TrustPolicy,
} from '@owls/policy';
import { assessmentReader } from '../assessments/rows.ts';
import { readAgreement } from '../categorisation/agreement-rows.ts';
import { judgementReader } from '../categorisation/rows.ts';
import { readConversation } from '../chat/rows.ts';
import { readStep } from '../collection/rows.ts';
import { readPost } from '../delivery/post-rows.ts';
import { deliveredKeys, type NotedUndelivered, readUndelivered, readWave } from '../delivery/rows.ts';
import { extraDataReader } from '../extra-data/rows.ts';
import { readResult } from '../imports/rows.ts';
import { inspectionReader } from '../inspections/rows.ts';
import { type CalendarFeed, readFeed } from '../meetings/feed-rows.ts';
import { readJob } from '../meetings/job-rows.ts';
import { readMove } from '../meetings/move-rows.ts';
import { readMeeting } from '../meetings/rows.ts';
import { peerReviewRecords, readPeerReview } from '../peer-review/rows.ts';
import type { ConversationRow, PostRow, WaveRow } from '../service-stores.ts';
import { type KeptMapping, mappingReader } from '../sheets/rows.ts';
import { type PersonRow, type RoleRow, readPerson, readRole, readSchool } from '../trust/rows.ts';
import type { RowProblem } from '../world.ts';
import { AnalysisIndex } from './analysis-index.ts';
import { GatheringIndex } from './gathering-index.ts';
import type { listsOf } from './lists.ts';
import { Projection } from './projection.ts';
import type { Replicas } from './replicas.ts';
import { SoapIndex } from './soap-index.ts';
import { TargetIndex } from './target-index.ts';

export class FactsSource {
  readonly soap: SoapIndex;
  readonly judgements: Projection<Judgement>;
  readonly exportMappings: Projection<KeptMapping>;
  readonly agreements: Projection<AgreementAnswer>;
  readonly collectionSteps: Projection<CollectionStep>;
  readonly meetings: Projection<RecordedMeeting>;
  readonly gatherings: GatheringIndex;
  readonly inspections: Projection<Inspection>;
  readonly assessments: Projection<AssessmentRecord>;
  readonly analyses: AnalysisIndex;
  readonly extraData: Projection<ExtraFigures>;
  readonly targets: TargetIndex;
  readonly peerReviews: Projection<PeerReview>;
  readonly moves: Projection<MadeMove>;
  readonly calendarJobs: Projection<CalendarJob>;
  readonly calendarFeeds: Projection<CalendarFeed>;
  readonly waves: Projection<WaveRow>;
  readonly undelivered: Projection<NotedUndelivered>;
  readonly posts: Projection<PostRow>;
  readonly conversations: Projection<ConversationRow>;
  readonly #schools: Projection<School>;
  readonly #people: Projection<PersonRow>;
  readonly #roles: Projection<RoleRow>;
  readonly #results: Projection<PublishedResult>;
  readonly #inspected: () => readonly School[];
  readonly #persons: () => readonly Person[];
  readonly #delivered: () => ReadonlySet<string>;
  readonly #records: () => NonNullable<Facts['records']>;
  #facts: Facts | undefined;

  constructor(
    policy: TrustPolicy,
    lists: ReturnType<typeof listsOf>,
    replicas: Replicas,
    /** The ISO date on which the facts stand. */
    today: () => string,
  ) {
    const { timeZone } = policy.trust;
    this.soap = new SoapIndex(policy, lists, replicas);
    this.judgements = new Projection(
      lists.categorisations,
      replicas.categorisations,
      timeZone,
      judgementReader(policy),
    );
    this.exportMappings = new Projection(
      lists.exportMappings,
      replicas.exportMappings,
      timeZone,
      mappingReader(policy),
    );
    this.agreements = new Projection(lists.agreements, replicas.agreements, timeZone, readAgreement);
    this.collectionSteps = new Projection(lists.collectionSteps, replicas.collectionSteps, timeZone, readStep);
    this.inspections = new Projection(lists.inspections, replicas.inspections, timeZone, inspectionReader(policy));
    this.assessments = new Projection(lists.assessments, replicas.assessments, timeZone, assessmentReader(policy));
    this.meetings = new Projection(lists.meetings, replicas.meetings, timeZone, readMeeting);
    this.gatherings = new GatheringIndex(policy, lists, replicas, this.meetings, () => this.analyses.kept());
    this.analyses = new AnalysisIndex(timeZone, lists, replicas, this.gatherings.actions);
    this.extraData = new Projection(lists.extraData, replicas.extraData, timeZone, extraDataReader(policy));
    this.targets = new TargetIndex(timeZone, lists, replicas);
    this.peerReviews = new Projection(lists.peerReviews, replicas.peerReviews, timeZone, readPeerReview);
    this.moves = new Projection(lists.moves, replicas.moves, timeZone, readMove);
    this.calendarJobs = new Projection(lists.calendarJobs, replicas.calendarJobs, timeZone, readJob);
    this.calendarFeeds = new Projection(lists.calendarFeeds, replicas.calendarFeeds, timeZone, readFeed);
    this.waves = new Projection(lists.deliveries, replicas.deliveries, timeZone, readWave);
    this.undelivered = new Projection(lists.undelivered, replicas.undelivered, timeZone, readUndelivered);
    this.posts = new Projection(lists.posts, replicas.posts, timeZone, readPost);
    this.conversations = new Projection(lists.conversations, replicas.conversations, timeZone, readConversation);
    this.#schools = new Projection(lists.schools, replicas.schools, timeZone, readSchool);
    this.#people = new Projection(lists.people, replicas.people, timeZone, readPerson);
    this.#roles = new Projection(lists.roles, replicas.roles, timeZone, readRole);
    this.#results = new Projection(lists.results, replicas.results, timeZone, readResult);
    this.#inspected = keptWhileSame(
      (schools, inspections, date) => schoolsInspected(policy.inspections, schools, inspections, date),
      () => this.#schools.values(),
      () => this.inspections.values(),
      () => (this.inspections.values().length === 0 ? '' : today()),
    );
    this.#persons = keptWhileSame(
      withRoles,
      () => this.#people.values(),
      () => this.#roles.values(),
    );
    this.#delivered = keptWhileSame(
      deliveredKeys,
      () => this.waves.values(),
      () => this.undelivered.values(),
    );
    this.#records = keptWhileSame(
      // Topics that the service keeps no lists of are left out: nobody could be asked for what nobody can record.
      // Of peer reviews nothing is asked before the first stands on record: it is a trust's own choice to begin.
      (gatherings, answers, steps, takenBack, targets, peerReviews, inspections, assessments, analyses, given) => ({
        ...{ gatherings, agreement: { answers }, collection: { steps, takenBack }, targets },
        ...{ extraData: { given }, inspections: { inspections }, national: { assessments, analyses } },
        ...(peerReviews.length === 0 ? {} : { peerReview: peerReviewRecords(peerReviews) }),
      }),
      () => this.gatherings.kept(),
      () => this.agreements.values(),
      () => this.collectionSteps.values(),
      () => this.soap.takenBack(),
      () => this.targets.kept(),
      () => this.peerReviews.values(),
      () => this.inspections.values(),
      () => this.assessments.values(),
      () => this.analyses.kept(),
      () => this.extraData.values(),
    );
  }

  /** The facts now; the same object until a row changed. */
  now(): Facts {
    const facts: Facts = {
      schools: this.#inspected(),
      people: this.#persons(),
      returns: this.soap.returns(),
      drafts: this.soap.drafts(),
      judgements: this.judgements.values(),
      meetings: this.meetings.values(),
      results: this.#results.values(),
      records: this.#records(),
      delivered: this.#delivered(),
    };
    if (this.#facts === undefined || !sameParts(this.#facts, facts)) this.#facts = facts;
    return this.#facts;
  }

  /** Rows that could not be read, list by list. */
  problems(): readonly RowProblem[] {
    const lists = [this.#schools, this.#people, this.#roles, this.judgements, this.meetings, this.#results];
    const topics = [this.agreements, this.collectionSteps, this.exportMappings, this.peerReviews];
    const outside = [this.inspections, this.assessments, this.extraData];
    const planning = [this.moves, this.calendarJobs, this.calendarFeeds];
    const ledger = [this.waves, this.undelivered, this.posts, this.conversations];
    return [
      ...this.soap.problems(),
      ...this.gatherings.problems(),
      ...this.targets.problems(),
      ...this.analyses.problems(),
      ...[...lists, ...topics, ...outside, ...planning, ...ledger].flatMap((list) => list.problems()),
    ];
  }
}

/** People with the roles they hold; a role of nobody known waits for its person. */
function withRoles(people: readonly PersonRow[], roles: readonly RoleRow[]): readonly Person[] {
  const held = grouped(roles);
  return people.map((person) => ({ ...person, roles: (held.get(person.id) ?? []).map((role) => role.held) }));
}

/** `work` of its inputs, done again only when one of them is another object. */
function keptWhileSame<Inputs extends readonly unknown[], T>(
  work: (...inputs: Inputs) => T,
  ...sources: { [At in keyof Inputs]: () => Inputs[At] }
): () => T {
  let kept: { readonly inputs: Inputs; readonly result: T } | undefined;
  return () => {
    const inputs = sources.map((source) => source()) as unknown as Inputs;
    if (kept === undefined || inputs.some((input, at) => input !== kept?.inputs[at])) {
      kept = { inputs, result: work(...inputs) };
    }
    return kept.result;
  };
}

const PARTS = [
  'schools',
  'people',
  'returns',
  'drafts',
  'judgements',
  'meetings',
  'results',
  'records',
  'delivered',
] as const;
const sameParts = (a: Facts, b: Facts): boolean => PARTS.every((part) => a[part] === b[part]);

function grouped(roles: readonly RoleRow[]): ReadonlyMap<string, readonly RoleRow[]> {
  const groups = new Map<string, RoleRow[]>();
  for (const role of roles) {
    const group = groups.get(role.person);
    if (group === undefined) groups.set(role.person, [role]);
    else group.push(role);
  }
  return groups;
}
