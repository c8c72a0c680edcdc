import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { ceoOf, headedBy, holdersOf } from '../access/roles.ts';
import { dateAt } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { proposedReviews } from '../peer-review/agree-reviews.ts';
import { type AssignedReview, pairsBefore } from '../peer-review/assign-reviewers.ts';
import type { PeerReview } from '../peer-review/peer-review.ts';
import { protocolSteps } from '../peer-review/protocol-steps.ts';
import { mayTick, tickFindings } from '../peer-review/tick-step.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A school's peer review of a year, as proposed or as it stands on record. */
export interface SchoolReview {
  readonly urn: string;
  readonly name: string;
  readonly cluster: string;
  /** Nobody agreed it yet; agreed and ahead; or its first day has come. */
  readonly state: 'proposed' | 'agreed' | 'begun';
  /** ISO dates in order; empty where none are free. */
  readonly days: readonly string[];
  /** Person ids. */
  readonly lead?: string;
  readonly reviewers: readonly string[];
  /** How many reviewers it lacks. */
  readonly short: number;
  /** Person ids of those who were there within the years of rest. */
  readonly rested: readonly string[];
  readonly why: Why;
  /** Who agreed it and when, and why its people are others than were proposed. */
  readonly agreed?: { readonly byName: string; readonly at: string; readonly because: string };
  /** Why there is none any more, where it was agreed before. */
  readonly withdrawn?: { readonly byName: string; readonly at: string; readonly because: string };
  /** Its protocol in order; empty while nobody agreed it. */
  readonly steps: readonly ReviewStep[];
  readonly version?: string;
  readonly mayAgree: boolean;
}

/** A step of a review's protocol as a reader sees it. */
export interface ReviewStep {
  readonly key: string;
  readonly name: string;
  /** Names of whom it is asked of; one of them does it. */
  readonly by: readonly string[];
  /** ISO dates. */
  readonly asked: string;
  readonly due: string;
  /** `later`: nobody is asked for it yet. */
  readonly state: 'done' | 'overdue' | 'asked' | 'later';
  /** When it was done, and by whom as far as that is on record. */
  readonly done?: { readonly on: string; readonly byName?: string };
  /** Whether this reader can tick it now, or take the tick back. */
  readonly mayTick: boolean;
}

/** Somebody who leads reviews or does them. */
export interface Reviewer {
  readonly id: string;
  readonly name: string;
  /** URNs of the schools they head, none of which they review. */
  readonly heads: readonly string[];
  /** How many reviews of the year they do, proposed ones included; leading is not counted. */
  readonly reviews: number;
}

export interface PeerReviewsView {
  readonly asOf: string;
  /** Today's date, from which on what begins can't be agreed any more. */
  readonly today: string;
  readonly year: AcademicYear;
  /** Years the policy has dates for, first to last. */
  readonly years: readonly AcademicYear[];
  /** What the policy wants of each review. */
  readonly wants: { readonly days: number; readonly reviewers: number; readonly restYears: number };
  readonly schools: readonly SchoolReview[];
  /** For who may agree, everybody who can be named; for others those named in what they see. */
  readonly people: readonly Reviewer[];
}

/**
 * A year's peer reviews (M32) as this reader may see them: of the schools whose records they read, and those they lead
 * or do, in order of their days. Undefined for a year without dates and for a reader without records to read.
 */
export function peerReviewsView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  year: AcademicYear,
  now: Temporal.Instant,
): PeerReviewsView | undefined {
  const years = policy.calendar.years.map((one) => one.year);
  if (!years.includes(year) || !access(policy, person, 'records.read', facts).allowed) return undefined;
  const today = dateAt(policy, now);
  const { peerReviews: recorded = [], withdrawn = [] } = facts.records?.peerReview ?? {};
  const { days, reviewers, restYears } = policy.peerReview;
  const all = proposedReviews(policy, facts, year, today);
  const rested = [...pairsBefore(policy.peerReview, recorded, year)].map((pair) => pair.split('/'));
  const may = (action: 'records.read' | 'peer-review.agree', urn: string) =>
    access(policy, person, action, facts, { urn }).allowed;
  const isNamed = ({ key }: AssignedReview) =>
    recorded.some((one) => one.key === key && [one.lead, ...one.reviewers].includes(person.id));
  const schools = all
    .filter((one) => may('records.read', one.urn) || isNamed(one))
    .map((one): SchoolReview => {
      const record = recorded.find(({ key }) => key === one.key);
      const gone = withdrawn.find(({ key }) => key === one.key);
      const version = (record ?? gone)?.version;
      const school = schoolOf(facts, one.urn);
      return {
        ...{ urn: one.urn, name: school?.name ?? one.urn, cluster: school?.cluster ?? '' },
        state: record === undefined ? 'proposed' : (record.days[0] ?? '~') <= today ? 'begun' : 'agreed',
        ...{ days: one.days, reviewers: one.reviewers, short: one.short, why: one.why },
        rested: rested.flatMap(([urn, id]) => (urn === one.urn && id !== undefined ? [id] : [])),
        ...(one.lead === undefined ? {} : { lead: one.lead }),
        ...(record?.agreed === undefined
          ? {}
          : {
              agreed: {
                byName: nameOf(facts, record.agreed.by),
                at: record.agreed.at,
                // Why it is these people is no business of those who only come to review.
                because: may('records.read', one.urn) ? record.agreed.because : '',
              },
            }),
        ...(gone === undefined
          ? {}
          : {
              withdrawn: {
                byName: nameOf(facts, gone.withdrawn.by),
                at: gone.withdrawn.at,
                because: gone.withdrawn.because,
              },
            }),
        steps: record === undefined ? [] : stepsOf(policy, facts, person, record, now),
        ...(version === undefined ? {} : { version }),
        mayAgree: may('peer-review.agree', one.urn),
      };
    });
  return {
    ...{ asOf: now.toString(), today, year, years },
    wants: { days, reviewers, restYears },
    schools,
    people: reviewersOf(facts, all, schools),
  };
}

/** A review's protocol as this reader sees it (M32). */
function stepsOf(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  review: PeerReview,
  now: Temporal.Instant,
): readonly ReviewStep[] {
  const at = now.epochMilliseconds;
  return protocolSteps(policy, policy.peerReview, facts, review).map((step): ReviewStep => {
    const { key, name, by, asked, due, done, doneBy = '' } = step;
    const open = due.epochMilliseconds < at ? 'overdue' : asked.epochMilliseconds <= at ? 'asked' : 'later';
    return {
      ...{ key, name, by: by.map((one) => one.name), asked: dateAt(policy, asked), due: dateAt(policy, due) },
      state: done === undefined ? open : 'done',
      ...(done === undefined
        ? {}
        : { done: { on: done, ...(doneBy === '' ? {} : { byName: nameOf(facts, doneBy) }) } }),
      mayTick:
        mayTick(policy, facts, person, review, step).allowed &&
        (done !== undefined || tickFindings(policy, step, now).length === 0),
    };
  });
}

function reviewersOf(
  facts: Facts,
  all: readonly AssignedReview[],
  shown: readonly SchoolReview[],
): readonly Reviewer[] {
  const counts = new Map<string, number>();
  for (const id of all.flatMap(({ reviewers }) => reviewers)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const named = shown.flatMap(({ lead, reviewers }) => [...(lead === undefined ? [] : [lead]), ...reviewers]);
  const ceo = ceoOf(facts)?.id;
  const candidates = shown.some(({ mayAgree }) => mayAgree)
    ? [...(ceo === undefined ? [] : [ceo]), ...holdersOf(facts, 'head').map(({ id }) => id)]
    : [];
  return [...new Set([...candidates, ...named])]
    .map((id): Reviewer => {
      const person = facts.people.find((one) => one.id === id);
      const heads = person === undefined ? [] : headedBy(person);
      return { id, name: nameOf(facts, id), heads, reviews: counts.get(id) ?? 0 };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
