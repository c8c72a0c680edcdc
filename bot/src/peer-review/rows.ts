/** The list of peer reviews: a school's review of a year, its days and people, as agreed (M32). */
import { type PeerReview, peerReviewKey } from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import { momentValue, oneLine } from '../store/field-values.ts';
import { type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const PEER_REVIEWS = list('Peer reviews', 'When each school is reviewed by heads of others, and by whom.', [
  text('School', 'School (URN)', { indexed: true }),
  text('AcademicYear', 'Academic year', { indexed: true }),
  lines('Days', 'Days'),
  text('Lead', 'Led by'),
  lines('Reviewers', 'Reviewers'),
  lines('Steps', 'Steps done'),
  lines('Because', 'Why not who was proposed'),
  text('By', 'Agreed by'),
  moment('At', 'Agreed'),
]);

export function readPeerReview(row: Row): PeerReview {
  const urn = row.neededText('School', /^\d{6}$/, 'a URN of six digits');
  const year = row.neededText('AcademicYear', /^\d{4}-\d{2}$/, 'an academic year such as 2026-27');
  const [by, at] = [row.optionalText('By'), row.moment('At')];
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
    ...(by === undefined || at === undefined ? {} : { agreed: { by, at, because: row.text('Because') } }),
    version: row.version,
  };
}

/** What of a review's row is agreed: its steps are others' to tick off, and stay as they are. */
export const agreedFields = (
  { key, urn, year, days, lead, reviewers, agreed }: PeerReview,
  school: string,
): Fields => ({
  Key: key,
  Title: oneLine(school),
  School: urn,
  AcademicYear: year,
  Days: days.join('\n'),
  Lead: lead,
  Reviewers: reviewers.join('\n'),
  Because: agreed?.because ?? '',
  By: agreed?.by ?? '',
  At: agreed === undefined ? null : momentValue(Temporal.Instant.from(agreed.at)),
});

/** A day of the calendar; anything else is reported and left out. */
function dayOf(given: string, column: string, row: Row): readonly string[] {
  const midnight = new Date(`${given}T00:00Z`);
  if (DAY.test(given) && midnight.toJSON()?.slice(0, 10) === given) return [given];
  row.report(column, `holds "${given}", which is no day such as 2026-11-17`);
  return [];
}
