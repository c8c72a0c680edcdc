import { expect, test } from 'vitest';
import { NO_RECORDS } from './records.ts';

test('in records in which nothing stands yet, every list of every topic is there and empty', () => {
  const lists = Object.entries(NO_RECORDS).flatMap(([topic, records]) =>
    Object.entries(records).map(([list, rows]) => [`${topic}.${list}`, rows]),
  );
  expect(lists.map(([list]) => list)).toEqual([
    'gatherings.gatherings',
    'gatherings.minutes',
    'gatherings.actions',
    'gatherings.delegates',
    'gatherings.apologies',
    'concerns.concerns',
    'concerns.extraData',
    'inspections.inspections',
    'national.assessments',
    'national.analyses',
    'outside.priorities',
    'outside.practices',
    'outside.talks',
    'outside.development',
    'outside.documents',
    'peerReview.peerReviews',
    'reports.given',
    'support.supports',
    'support.ringFences',
    'support.needs',
    'targets.targets',
    'targets.forBoard',
    'visits.visits',
    'visits.areasFound',
    'visits.reviews',
    'plans.plans',
    'plans.governorMeetings',
  ]);
  for (const [list, rows] of lists) expect(rows, String(list)).toEqual([]);
});
