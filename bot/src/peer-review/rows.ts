/** The list of peer reviews: a school's review of a year, its days and people, as agreed, or withdrawn (M32). */
import { type PeerReview, type PeerReviewRecords, peerReviewKey, type WithdrawnReview } from '@owls/policy';
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
  moment('Withdrawn', 'Withdrawn'),
  text('WithdrawnBy', 'Withdrawn by'),
  lines('WithdrawnBecause', 'Why withdrawn'),
]);

export function readPeerReview(row: Row): PeerReview | WithdrawnReview {
  const urn = row.neededText('School', /^\d{6}$/, 'a URN of six digits');
  const year = row.neededText('AcademicYear', /^\d{4}-\d{2}$/, 'an academic year such as 2026-27');
  const [by, at] = [row.optionalText('By'), row.moment('At')];
  const gone = row.moment('Withdrawn');
  const review: PeerReview = {
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
  if (gone === undefined) return review;
  return { ...review, withdrawn: { by: row.text('WithdrawnBy'), at: gone, because: row.text('WithdrawnBecause') } };
}

/** The rows as the facts have them: reviews that stand apart from those withdrawn, which stand for nothing. */
export function peerReviewRecords(rows: readonly (PeerReview | WithdrawnReview)[]): PeerReviewRecords {
  const isWithdrawn = (one: PeerReview): one is WithdrawnReview => 'withdrawn' in one;
  return { peerReviews: rows.filter((one) => !isWithdrawn(one)), withdrawn: rows.filter(isWithdrawn) };
}

/** What of a review's row is agreed: its steps are others' to tick off, and stay as they are. It stands from now on. */
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
  Withdrawn: null,
  WithdrawnBy: '',
  WithdrawnBecause: '',
});

export const withdrawnFields = (because: string, by: string, at: string): Fields => ({
  Withdrawn: momentValue(Temporal.Instant.from(at)),
  WithdrawnBy: by,
  WithdrawnBecause: because,
});

/** The column of steps with one ticked by somebody on a day, or with its tick taken back; what else stands there stays. */
export function stepsWith(
  column: unknown,
  step: string,
  tick: { readonly by: string; readonly on: string } | undefined,
) {
  const others = (typeof column === 'string' ? column : '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && line.trim().split(/\s+/)[0] !== step);
  return { Steps: [...others, ...(tick === undefined ? [] : [`${step} ${tick.on} ${tick.by}`])].join('\n') };
}

/** A day of the calendar; anything else is reported and left out. */
function dayOf(given: string, column: string, row: Row): readonly string[] {
  const midnight = new Date(`${given}T00:00Z`);
  if (DAY.test(given) && midnight.toJSON()?.slice(0, 10) === given) return [given];
  row.report(column, `holds "${given}", which is no day such as 2026-11-17`);
  return [];
}
