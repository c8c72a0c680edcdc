import { Temporal } from 'temporal-polyfill';
import { headOf } from '../access/roles.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { Gathering } from '../gatherings/gathering.ts';
import { belongs } from '../trust/belonging.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { PeerReview } from './peer-review.ts';

/** What a peer review is called among the kinds of meetings. */
export const PEER_REVIEW_KIND = { kind: 'peer-review', title: 'Peer review', rule: 'M32' } as const;

/** Whether a meeting is a day of a peer review: its own record says when it is and what came of it, and nothing else. */
export function isPeerReview({ kind }: Pick<Gathering, 'kind'>): boolean {
  return kind === PEER_REVIEW_KIND.kind;
}

/**
 * The agreed peer reviews of a year as the year's plan has them (M32): each day one, at the school, with who leads, the
 * reviewers and the school's head. They follow their record: other days move them, a record that is gone takes them out.
 * A day on which the school does not belong to the trust gives none.
 */
export function reviewGatherings(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools' | 'people'> & { readonly peerReviews?: readonly PeerReview[] },
  year: AcademicYear,
): readonly Gathering[] {
  const { starts, minutes, reminderMinutes, protocol } = policy.peerReview;
  return (facts.peerReviews ?? [])
    .filter((review) => review.year === year)
    .flatMap(({ key, urn, days, lead, reviewers }) => {
      const school = schoolOf(facts, urn);
      if (school === undefined) return [];
      const invited = new Set([lead, ...reviewers, headOf(facts, urn)?.id ?? '']);
      invited.delete('');
      return days.flatMap((day, at): Gathering[] => {
        if (!belongs(school, day)) return [];
        const start = `${day}T${starts}`;
        const end = Temporal.PlainDateTime.from(start).add({ minutes }).toString({ smallestUnit: 'minute' });
        return [
          {
            ...PEER_REVIEW_KIND,
            ...{ key: `${key}/${at + 1}`, year, number: at + 1, title: `${PEER_REVIEW_KIND.title}: ${school.name}` },
            ...{ start, end, urn, host: urn, place: school.name, attendees: [...invited], sentBySchools: [] },
            ...{ reminderMinutes, agenda: protocol.map(({ name }) => name) },
            why: {
              rule: PEER_REVIEW_KIND.rule,
              because: [`Its record has it agreed for ${days.join(' and ')}.`],
              wouldChange: 'Agree other days or reviewers and record them.',
            },
          },
        ];
      });
    });
}
