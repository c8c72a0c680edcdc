/** All lists of the service. What the store opens and what provisioning creates is this and nothing else. */
import { type TrustPolicy, widest } from '@owls/policy';
import { ANALYSES, ANALYSIS_NEEDS } from '../analysis/rows.ts';
import { assessmentsList } from '../assessments/rows.ts';
import { AUDIT } from '../audit/rows.ts';
import { AGREEMENTS } from '../categorisation/agreement-rows.ts';
import { categorisationsList } from '../categorisation/rows.ts';
import { CONVERSATIONS } from '../chat/rows.ts';
import { COLLECTION_LIST } from '../collection/rows.ts';
import { POSTS } from '../delivery/post-rows.ts';
import { DELIVERIES, UNDELIVERED } from '../delivery/rows.ts';
import { extraDataList } from '../extra-data/rows.ts';
import { ACTIONS_AGREED, APOLOGIES, DELEGATES, MEETING_POINTS, MINUTES } from '../gatherings/rows.ts';
import { RESULTS } from '../imports/rows.ts';
import { inspectionsList } from '../inspections/rows.ts';
import { CALENDAR_FEEDS } from '../meetings/feed-rows.ts';
import { CALENDAR_JOBS } from '../meetings/job-rows.ts';
import { MOVES } from '../meetings/move-rows.ts';
import { MEETINGS } from '../meetings/rows.ts';
import { PEER_REVIEWS } from '../peer-review/rows.ts';
import { exportMappingsList } from '../sheets/rows.ts';
import { cohortsList, groupsList, returnsList } from '../soap/rows.ts';
import { BOARD_ANSWERS, BOARD_PUTS, TARGETS, TRUST_TARGETS } from '../targets/rows.ts';
import { PEOPLE, ROLES_HELD, SCHOOLS } from '../trust/rows.ts';
import type { ListDefinition } from './list-definition.ts';

/** The lists by the name the store calls them; the columns of some follow the policy. */
export function listsOf(policy: TrustPolicy) {
  // Rows of every time stand in the same lists: they need what any edition of the policy knows.
  const wide = widest(policy);
  return {
    schools: SCHOOLS,
    people: PEOPLE,
    roles: ROLES_HELD,
    returns: returnsList(wide),
    cohorts: cohortsList(wide),
    pupilGroups: groupsList(wide),
    exportMappings: exportMappingsList(wide),
    collectionSteps: COLLECTION_LIST,
    categorisations: categorisationsList(wide),
    agreements: AGREEMENTS,
    inspections: inspectionsList(wide),
    assessments: assessmentsList(wide),
    analyses: ANALYSES,
    analysisNeeds: ANALYSIS_NEEDS,
    extraData: extraDataList(wide),
    targets: TARGETS,
    trustTargets: TRUST_TARGETS,
    boardPuts: BOARD_PUTS,
    boardAnswers: BOARD_ANSWERS,
    meetings: MEETINGS,
    moves: MOVES,
    calendarJobs: CALENDAR_JOBS,
    calendarFeeds: CALENDAR_FEEDS,
    minutes: MINUTES,
    meetingPoints: MEETING_POINTS,
    actions: ACTIONS_AGREED,
    delegates: DELEGATES,
    apologies: APOLOGIES,
    peerReviews: PEER_REVIEWS,
    results: RESULTS,
    deliveries: DELIVERIES,
    undelivered: UNDELIVERED,
    posts: POSTS,
    conversations: CONVERSATIONS,
    audit: AUDIT,
  } satisfies Record<string, ListDefinition>;
}

export type ListName = keyof ReturnType<typeof listsOf>;
/** The audit is only read for somebody who asks, so it is not kept in memory. */
export const ONLY_WRITTEN = 'audit' satisfies ListName;
export type ReadListName = Exclude<ListName, typeof ONLY_WRITTEN>;
