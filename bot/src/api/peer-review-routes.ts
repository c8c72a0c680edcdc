import {
  access,
  agreeReviews,
  type PeerReviewsView,
  peerReviewKey,
  peerReviewsView,
  type SchoolReview,
  withdrawalFindings,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { stepOf, tickStep } from '../peer-review/ticking.ts';
import { Conflict } from '../writes.ts';
import { bodyAs, Version } from './body.ts';
import { insist, notFound, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

/** More schools than this are in no trust. */
const MOST = 400;

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-11-17');
const Person = z.string().min(1).max(100);
const Review = z.object({
  urn: z.string().regex(/^\d{6}$/, 'must be a URN of six digits'),
  days: z.array(Day).max(5),
  lead: Person,
  reviewers: z.array(Person).max(12),
  because: z.string().trim().max(2000).default(''),
  version: Version.optional(),
});
const Agreeing = z.object({ reviews: z.array(Review).min(1, 'names no school').max(MOST) });

const Withdrawing = z.object({ because: z.string().trim().max(2000).default(''), version: Version });
const Ticking = z.object({ done: z.boolean() });

const YEAR = '/peer-reviews/:year';

/** The year's peer reviews (M32): as they are proposed, and agreed, one or many at once; withdrawn; their steps ticked. */
export function peerReviewRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(YEAR, (c) => c.json(viewOf(c)))
    .post(YEAR, async (c) => {
      const { year, schools } = viewOf(c);
      const { reviews } = await bodyAs(c, Agreeing);
      const world = c.get('world');
      const seen = new Map(schools.map((school) => [school.urn, school]));
      for (const { urn } of reviews) {
        // A school whose records the reader can't read looks absent.
        if (!seen.has(urn)) throw notFound();
        insist(access(world.policy, c.get('person'), 'peer-review.agree', world.facts(), { urn }));
      }
      if (new Set(reviews.map(({ urn }) => urn)).size < reviews.length) {
        throw unmended([{ level: 'error', rule: 'M32', says: 'Each school has one review a year: name it once.' }]);
      }
      // Before anything is said about what is in them: it was chosen over something that is no more.
      if (reviews.some((given) => isStale(given, seen.get(given.urn)))) throw new Conflict(undefined);
      const answer = agreeReviews(world.policy, world.facts(), year, reviews, c.get('person').id, world.now());
      if (!answer.ok) throw unmended(answer.findings);
      const versions = new Map(reviews.map(({ urn, version }) => [urn, version]));
      await world.peerReviews.agree(
        answer.reviews.map((review) => ({
          review,
          school: seen.get(review.urn)?.name ?? review.urn,
          version: versions.get(review.urn),
        })),
        c.get('by'),
      );
      return c.json(viewOf(c));
    })
    .post(`${YEAR}/:urn/withdraw`, async (c) => {
      const urn = seenSchool(c);
      const world = c.get('world');
      insist(access(world.policy, c.get('person'), 'peer-review.agree', world.facts(), { urn }));
      const { because, version } = await bodyAs(c, Withdrawing);
      const { peerReviews = [], withdrawn = [] } = world.facts().records?.peerReview ?? {};
      const key = peerReviewKey(c.req.param('year'), urn);
      const review = peerReviews.find((one) => one.key === key);
      // Sent again, for its answer was lost.
      if (withdrawn.some((one) => one.key === key)) return c.json(viewOf(c));
      if (review === undefined) throw notFound();
      if (review.version !== version) throw new Conflict(undefined);
      const found = withdrawalFindings(world.policy, review, because, world.now());
      if (found.length > 0) throw unmended(found);
      await world.peerReviews.withdraw(review, because, version, c.get('by'));
      beat();
      return c.json(viewOf(c));
    })
    .post(`${YEAR}/:urn/steps/:step`, async (c) => {
      const urn = seenSchool(c);
      const { done } = await bodyAs(c, Ticking);
      const found = stepOf(c.get('world'), c.req.param('year'), urn, c.req.param('step'));
      if (found === undefined) throw notFound();
      insist(await tickStep(c.get('world'), c.get('person'), found, done, c.get('by').surface));
      return c.json(viewOf(c));
    });
}

/** The school's URN; one whose review the reader does not see looks absent. */
function seenSchool(c: ApiContext): string {
  const urn = c.req.param('urn') ?? '';
  if (!viewOf(c).schools.some((one) => one.urn === urn)) throw notFound();
  return urn;
}

/** Chosen over another version than stands there, unless it is what stands there: sent again, for its answer was lost. */
function isStale(given: z.infer<typeof Review>, there: SchoolReview | undefined): boolean {
  const told = ({ days, lead, reviewers }: Pick<SchoolReview, 'days' | 'lead' | 'reviewers'>) =>
    [...days, lead, ...reviewers].join(' ');
  return there !== undefined && there.version !== given.version && told(there) !== told(given);
}

function viewOf(c: ApiContext): PeerReviewsView {
  const world = c.get('world');
  const view = peerReviewsView(world.policy, world.facts(), c.get('person'), c.req.param('year') ?? '', world.now());
  if (view === undefined) throw notFound();
  return view;
}
