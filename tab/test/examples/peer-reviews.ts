import {
  access,
  agreeReviews,
  dateAt,
  type Facts,
  OWLS,
  type PeerReviewRecords,
  type Person,
  peerReviewKey,
  peerReviewsView,
  type ReviewGiven,
  withdrawalFindings,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { found, ok, type Route, refuse } from './routing.ts';

interface Given {
  facts(): Facts;
  keep(facts: Facts): void;
  readonly person: Person;
  readonly now: Temporal.Instant;
  /** The first review to be agreed was agreed on another screen a moment before. */
  readonly elsewhere: boolean;
}

/** The API of peer reviews over an example's facts; all that is decided is decided by the policy. */
export function peerReviewRoutes({ facts, keep, person, now, elsewhere }: Given): readonly Route[] {
  let meddled = !elsewhere;
  const view = (year: string) => peerReviewsView(OWLS, facts(), person, year, now);
  const kept = (): Required<PeerReviewRecords> => ({
    peerReviews: [],
    withdrawn: [],
    ...facts().records?.peerReview,
  });
  const write = (peerReview: PeerReviewRecords) => keep({ ...facts(), records: { ...facts().records, peerReview } });
  const keepAll = (year: string, given: readonly ReviewGiven[], by: string): readonly string[] => {
    const answer = agreeReviews(OWLS, facts(), year, given, by, now);
    if (!answer.ok) return answer.findings.map(({ says }) => says);
    const { peerReviews: before, withdrawn } = kept();
    const keys = new Set(answer.reviews.map(({ key }) => key));
    const made = answer.reviews.map((one) => ({ ...one, version: String(Number(one.version ?? 0) + 1) }));
    write({
      peerReviews: [...before.filter(({ key }) => !keys.has(key)), ...made],
      withdrawn: withdrawn.filter(({ key }) => !keys.has(key)),
    });
    return [];
  };
  return [
    [/^GET \/api\/peer-reviews\/(.+)$/, ([year = '']) => found(view(year))],
    [
      /^POST \/api\/peer-reviews\/(.+)\/(\d{6})\/withdraw$/,
      ([year = '', urn = ''], body) => {
        const { because } = body as { readonly because: string };
        const { peerReviews, withdrawn } = kept();
        const review = peerReviews.find(({ key }) => key === peerReviewKey(year, urn));
        if (review === undefined) return found(view(year));
        const findings = withdrawalFindings(OWLS, review, because, now);
        if (findings.length > 0) {
          return { status: 422, body: { error: { code: 'findings', message: findings[0]?.says }, findings } };
        }
        const gone = { ...review, withdrawn: { by: person.id, at: now.toString(), because } };
        write({ peerReviews: peerReviews.filter((one) => one !== review), withdrawn: [...withdrawn, gone] });
        return ok(view(year));
      },
    ],
    [
      /^POST \/api\/peer-reviews\/(.+)\/(\d{6})\/steps\/(.+)$/,
      ([year = '', urn = '', step = ''], body) => {
        const { done } = body as { readonly done: boolean };
        const { peerReviews, withdrawn } = kept();
        const ticked = peerReviews.map((one) => {
          if (one.key !== peerReviewKey(year, urn)) return one;
          const others = one.steps.filter((mark) => mark.step !== step);
          const marks = done ? [...others, { step, by: person.id, on: dateAt(OWLS, now) }] : others;
          return { ...one, steps: marks };
        });
        write({ peerReviews: ticked, withdrawn });
        return ok(view(year));
      },
    ],
    [
      /^POST \/api\/peer-reviews\/(.+)$/,
      ([year = ''], body) => {
        const { reviews } = body as { readonly reviews: readonly (ReviewGiven & { readonly version?: string })[] };
        const [first] = reviews;
        if (!meddled && first) {
          meddled = true;
          const because = 'Agreed on another screen.';
          keepAll(year, [{ ...first, days: ['2027-05-11', '2027-05-12'], because }], person.id);
        }
        for (const { urn, version } of reviews) {
          if (!access(OWLS, person, 'peer-review.agree', facts(), { urn }).allowed) return found(undefined);
          const there = view(year)?.schools.find((one) => one.urn === urn);
          if (there?.version !== version) return refuse(409, 'conflict', 'This was changed since you opened it.');
        }
        const wrong = keepAll(year, reviews, person.id);
        if (wrong.length === 0) return ok(view(year));
        const findings = wrong.map((says) => ({ level: 'error', rule: 'M32', says }));
        return { status: 422, body: { error: { code: 'findings', message: wrong[0] }, findings } };
      },
    ],
  ];
}
