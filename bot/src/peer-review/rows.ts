/** The list of peer reviews: a school's review of a year, its days and people, as agreed (M32). */
import { type PeerReview, peerReviewKey } from '@owls/policy';
import { lines, list, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const PEER_REVIEWS = list('Peer reviews', 'When each school is reviewed by heads of others, and by whom.', [
  text('School', 'School (URN)', { indexed: true }),
  text('AcademicYear', 'Academic year', { indexed: true }),
  lines('Days', 'Days'),
  text('Lead', 'Led by'),
  lines('Reviewers', 'Reviewers'),
  lines('Steps', 'Steps done'),
]);

export function readPeerReview(row: Row): PeerReview {
  const urn = row.neededText('School', /^\d{6}$/, 'a URN of six digits');
  const year = row.neededText('AcademicYear', /^\d{4}-\d{2}$/, 'an academic year such as 2026-27');
  return {
    key: row.keyed(peerReviewKey(year, urn)),
    ...{ urn, year, lead: row.neededText('Lead'), reviewers: row.lines('Reviewers'), questions: [] },
    days: row
      .lines('Days')
      .flatMap((line) => dayOf(line, 'Days', row))
      .sort(),
    steps: row.lines('Steps').flatMap((line) => {
      const [step = '', day = '', by = ''] = line.split(/\s+/);
      return dayOf(day, 'Steps', row).map((on) => ({ step, by, on }));
    }),
  };
}

/** A day of the calendar; anything else is reported and left out. */
function dayOf(given: string, column: string, row: Row): readonly string[] {
  const midnight = new Date(`${given}T00:00Z`);
  if (DAY.test(given) && midnight.toJSON()?.slice(0, 10) === given) return [given];
  row.report(column, `holds "${given}", which is no day such as 2026-11-17`);
  return [];
}
