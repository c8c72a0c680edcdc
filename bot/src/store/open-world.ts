/**
 * Opens the trust's world on its SharePoint site: signs in, finds the lists, fills the replicas, and gives the rest
 * of the service its facts and its ways to act.
 */
import { dateAt, halfTermAt, policyOn, type TrustPolicy, widest } from '@owls/policy';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { connectGraph, type Graph } from '../m365/graph.ts';
import { GraphFailure } from '../m365/graph-failure.ts';
import { type Identity, tokenSource } from '../m365/identity.ts';
import { tabLink } from '../tab-link.ts';
import type { World } from '../world.ts';
import { AgreementRows } from './agreement-store.ts';
import { AnalysisRows } from './analysis-store.ts';
import { AssessmentRows } from './assessment-store.ts';
import { AuditLog } from './audit-log.ts';
import { CollectionRows } from './collection-store.ts';
import { ConversationRows } from './conversation-store.ts';
import { UndeliveredRows, WaveRows } from './delivery-stores.ts';
import { ExtraDataRows } from './extra-data-store.ts';
import { FactsSource } from './facts.ts';
import { momentValue } from './field-values.ts';
import { GatheringRows } from './gathering-store.ts';
import { ImportRows } from './import-store.ts';
import { InspectionRows } from './inspection-store.ts';
import { JudgementRows } from './judgement-store.ts';
import type { ListDefinition } from './list-definition.ts';
import { type ListName, listsOf, ONLY_WRITTEN } from './lists.ts';
import { MappingRows } from './mapping-store.ts';
import { MeetingRows } from './meeting-store.ts';
import { missingColumns } from './missing-columns.ts';
import { PeerReviewRows } from './peer-review-store.ts';
import { PlanningRows } from './planning-store.ts';
import { PostRows } from './post-store.ts';
import { ListReplica } from './replica.ts';
import { Refresher, type Replicas } from './replicas.ts';
import { listFor, listsOfSite, sitePath } from './site.ts';
import { SoapRows } from './soap-store.ts';
import { TargetRows } from './target-store.ts';
import { Writer } from './writer.ts';

/** The world with the client beneath it, for what is no row: calendars. */
export type OpenWorld = World & {
  readonly graph: Graph;
  /**
   * Removes rows of returns that a crash left without their header; tells how many. Rows of the last hour are left: their
   * header may be on its way. Opening does this once.
   */
  sweep(): Promise<number>;
};

/** Thrown when the site's lists are not as this version of the service needs them. */
export class NotProvisioned extends Error {
  constructor(readonly missing: readonly string[]) {
    super(`The site is not set up: ${missing.join('; ')}. Run the set-up once more; it adds what is missing.`);
    this.name = 'NotProvisioned';
  }
}

type Settings = Pick<Config, 'botId' | 'tenantId' | 'botType' | 'siteHost' | 'sitePath' | 'botPassword'> &
  // An import shows no links.
  Partial<Pick<Config, 'endpoint' | 'teamsAppId' | 'licences'>> & {
    readonly endpoints?: Pick<NonNullable<Config['endpoints']>, 'entra' | 'graph'>;
  };

/** Connects to Graph as the service itself. */
function graphOf(config: Settings, log: Logger): Graph {
  const identity: Identity = {
    tenantId: config.tenantId,
    clientId: config.botId,
    proof: config.botType === 'UserAssignedMSI' ? 'managed identity' : { secret: config.botPassword ?? '' },
    ...(config.endpoints === undefined ? {} : { authority: config.endpoints.entra }),
  };
  return connectGraph({
    tokens: tokenSource(identity),
    ...(config.endpoints === undefined ? {} : { base: config.endpoints.graph }),
    ...(config.licences === undefined ? {} : { licences: config.licences }),
    onRetry: (why) => log.warn({ why }, 'Graph is asked again'),
  });
}

/** Throws NotProvisioned where lists or columns are missing, GraphFailure or NoToken where Microsoft 365 refuses. */
export async function openWorld(config: Settings, policy: TrustPolicy, log: Logger): Promise<OpenWorld> {
  const graph = graphOf(config, log);
  const site = await sitePath(graph, config.siteHost, config.sitePath);
  const lists = listsOf(policy);
  const paths = await pathsOf(graph, site, lists);
  const replicas = replicasOf(graph, lists, paths);
  const wide = widest(policy);
  const today = (): string => dateAt(policy, graph.clock.now());
  const halfTerm = (): string | undefined => halfTermAt(policy, graph.clock.now())?.id;
  const facts = new FactsSource(wide, lists, replicas, today);
  const refresher = new Refresher(graph, replicas);
  await refresher.refresh();

  const { timeZone } = policy.trust;
  const audit = new AuditLog(graph, paths[ONLY_WRITTEN], log, timeZone);
  const writer = new Writer(graph, lists, replicas, timeZone, audit);
  const now = (): string => momentValue(graph.clock.now());
  const refresh = async (): Promise<void> => {
    await refresher.refresh();
    // What the audit could not take earlier goes out with the next look at the lists.
    await audit.write([]);
  };
  const catchUp = (): Promise<void> => refresher.refresh();
  const soap = new SoapRows({ policy: wide, index: facts.soap, replicas, lists, writer, now, refresh: catchUp });

  const world: OpenWorld = {
    get policy() {
      return policyOn(policy, dateAt(policy, graph.clock.now()));
    },
    graph,
    log,
    now: () => graph.clock.now(),
    linkTo: (place) => tabLink({ endpoint: '', ...config }, place),
    facts: () => facts.now(),
    refresh,
    rowProblems: () => facts.problems(),
    sweep: () => soap.sweep(momentValue(graph.clock.now().subtract({ hours: 1 }))),
    soap,
    mappings: new MappingRows({
      policy: wide,
      projection: facts.exportMappings,
      replica: replicas.exportMappings,
      ...{ writer, now },
    }),
    agreements: new AgreementRows(writer, now),
    collection: new CollectionRows(writer, now),
    judgements: new JudgementRows({
      projection: facts.judgements,
      replica: replicas.categorisations,
      writer,
      now,
      refresh: catchUp,
    }),
    gatherings: new GatheringRows({ index: facts.gatherings, replicas, writer, timeZone, now, refresh: catchUp }),
    peerReviews: new PeerReviewRows({ replica: replicas.peerReviews, writer, audit, now, refresh: catchUp }),
    inspections: new InspectionRows({
      ...{ projection: facts.inspections, replica: replicas.inspections, policy: wide.inspections },
      ...{ writer, now, halfTerm, refresh: catchUp },
    }),
    assessments: new AssessmentRows({
      ...{ projection: facts.assessments, replica: replicas.assessments, policy: wide.national },
      ...{ writer, now, today, halfTerm, refresh: catchUp },
    }),
    analyses: new AnalysisRows({ index: facts.analyses, replicas, writer, now, halfTerm, refresh: catchUp }),
    extraData: new ExtraDataRows({
      ...{ projection: facts.extraData, replica: replicas.extraData, policy: wide },
      ...{ writer, now, halfTerm, refresh: catchUp },
    }),
    targets: new TargetRows({ index: facts.targets, writer, now, refresh: catchUp }),
    meetings: new MeetingRows({
      projection: facts.meetings,
      replica: replicas.meetings,
      jobs: replicas.calendarJobs,
      ...{ writer, timeZone, now },
    }),
    planning: new PlanningRows({
      ...{ moves: facts.moves, jobs: facts.calendarJobs, feeds: facts.calendarFeeds },
      ...{ replicas, writer, timeZone, now },
    }),
    imports: new ImportRows({ replicas, lists, writer, audit, timeZone, now }),
    conversations: new ConversationRows(facts.conversations, replicas.conversations, writer),
    waves: new WaveRows(facts.waves, replicas.deliveries, writer),
    undelivered: new UndeliveredRows(facts.undelivered, replicas.undelivered, replicas.deliveries, writer),
    posts: new PostRows(facts.posts, replicas.posts, writer),
    audit,
  };
  await swept(world);
  return world;
}

/** Leftovers harm nobody, so a sweep that fails is no reason not to open. */
async function swept(world: OpenWorld): Promise<void> {
  try {
    const removed = await world.sweep();
    if (removed > 0) world.log.info({ removed }, 'cohort rows without a header were removed');
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    world.log.warn({ error: error.message }, 'cohort rows without a header could not be removed');
  }
}

type Lists = ReturnType<typeof listsOf>;

async function pathsOf(graph: Graph, site: string, lists: Lists): Promise<Record<ListName, string>> {
  const known = await listsOfSite(graph, site);
  const missing: string[] = [];
  const path = (definition: ListDefinition): string => {
    const found = listFor(definition, known);
    if (found === undefined) missing.push(`no list "${definition.title}"`);
    return `${site}/lists/${found?.id ?? ''}`;
  };
  const paths = mapped(lists, path);
  if (missing.length > 0) throw new NotProvisioned(missing);
  const lacking = await missingColumns(graph, lists, paths);
  if (lacking.length > 0) throw new NotProvisioned(lacking);
  return paths;
}

function replicasOf(graph: Graph, lists: Lists, paths: Record<ListName, string>): Replicas {
  const { audit: _, ...read } = lists;
  return mapped(read, (definition, name) => new ListReplica(graph, paths[name], definition.title));
}

function mapped<K extends string, V, T>(of: Readonly<Record<K, V>>, work: (value: V, key: K) => T): Record<K, T> {
  const keys = Object.keys(of) as K[];
  return Object.fromEntries(keys.map((key) => [key, work(of[key], key)])) as Record<K, T>;
}
