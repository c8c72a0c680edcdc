import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, CEO, HEAD_ASH } from '../examples/trust.examples.ts';
import { FULL } from '../gatherings/gatherings.examples.ts';
import { minutesTasks } from '../gatherings/minutes-tasks.ts';
import { OWLS } from '../owls.ts';
import { ahead } from '../planning/ahead.ts';
import { recordedGatherings } from '../planning/recorded.ts';
import { troubles } from '../planning/troubles.ts';
import { yearPlan } from '../planning/year-plan.ts';
import { NO_RECORDS } from '../records.ts';
import { planningFacts, planView } from '../views/plan.ts';
import { review, YEAR } from './peer-review.examples.ts';
import type { PeerReview } from './peer-review.ts';
import { isPeerReview, PEER_REVIEW_KIND, reviewGatherings } from './review-gatherings.ts';

const of = (...peerReviews: readonly PeerReview[]) => ({ ...FULL, peerReviews });
const inPlan = (...reviews: readonly PeerReview[]) =>
  yearPlan(OWLS, of(...reviews), YEAR).gatherings.filter(({ rule }) => rule === 'M32');
const NOW = '2026-09-01T08:00';

describe('an agreed peer review', () => {
  test('M32: is in the year’s plan on each of its days, at the school, with its lead, its reviewers and the head', () => {
    expect(inPlan(review())).toMatchObject([
      {
        key: 'peer-review/2026-27/100001/1',
        start: '2026-11-17T09:00',
        end: '2026-11-17T15:30',
        ...{ place: ASH.name, urn: ASH.urn, number: 1, title: `Peer review: ${ASH.name}` },
        attendees: [CEO.id, 'p-brook', 'p-two', HEAD_ASH.id],
        reminderMinutes: 1440,
        agenda: OWLS.peerReview.protocol.map(({ name }) => name),
        sentBySchools: [],
        why: {
          rule: 'M32',
          because: ['Its record has it agreed for 2026-11-17 and 2026-11-18.'],
          wouldChange: 'Agree other days or reviewers and record them.',
        },
      },
      { key: 'peer-review/2026-27/100001/2', start: '2026-11-18T09:00', number: 2 },
    ]);
    expect(inPlan()).toEqual([]);
    const headless = { ...of(review()), people: FULL.people.filter(({ id }) => id !== HEAD_ASH.id) };
    const [first] = yearPlan(OWLS, headless, YEAR).gatherings.filter(({ rule }) => rule === 'M32');
    expect(first?.attendees).toEqual([CEO.id, 'p-brook', 'p-two']);
    expect(inPlan(review({ days: [] }), review({ urn: '999999' }), review({ year: '2027-28' }))).toEqual([]);
  });

  test('M32: is not there on a day on which its school does not belong to the trust', () => {
    const schools = FULL.schools.map((one) => (one.urn === ASH.urn ? { ...one, left: '2026-11-18' } : one));
    const plan = reviewGatherings(OWLS, { ...of(review()), schools }, YEAR);
    expect(plan.map(({ start }) => start)).toEqual(['2026-11-17T09:00']);
    expect(reviewGatherings(OWLS, FULL, YEAR)).toEqual([]);
  });

  test('M32: is told from every other meeting of the year', () => {
    const plan = yearPlan(OWLS, of(review()), YEAR).gatherings;
    expect(plan.filter(isPeerReview).map(({ key }) => key)).toEqual([`${review().key}/1`, `${review().key}/2`]);
  });

  test('M32: keeps its people free of other gatherings on its days', () => {
    const reviews = [review(), review({ urn: BROOK.urn, days: ['2027-01-19', '2027-01-20'], reviewers: ['p-ash'] })];
    const plan = yearPlan(OWLS, of(...reviews), YEAR).gatherings;
    const heads = new Set(OWLS.meetings.map(({ kind }) => kind));
    const others = plan.filter(({ kind }) => !heads.has(kind));
    const wrong = troubles(OWLS, FULL, others).filter(({ kind }) => kind === 'two places');
    expect(wrong).toEqual([]);
  });

  test('M32: moves with its record, and is taken out where the record is gone, as long as it lies ahead', () => {
    const recorded = inPlan(review()).map(({ why: _, ...one }) => ({
      ...one,
      ...{ state: 'in calendars' as const, eventId: one.key, version: '1' },
    }));
    const standing = { recorded, moves: [], released: new Set<string>(), now: NOW };
    const left = (now: string, ...reviews: readonly PeerReview[]) => {
      const { add, change, takeOut } = ahead(OWLS, of(...reviews), YEAR, { ...standing, now }, 'keep');
      const ours = ({ kind }: { readonly kind: string }) => kind === PEER_REVIEW_KIND.kind;
      return {
        add: add.filter(ours).map(({ start }) => start),
        change: change.filter(({ to }) => ours(to)).map(({ to }) => to.start),
        takeOut: takeOut.filter(ours).map(({ start }) => start),
      };
    };
    const nothing = { add: [], change: [], takeOut: [] };
    expect(left(NOW, review())).toEqual(nothing);
    const moved = review({ days: ['2026-11-24', '2026-11-25'] });
    expect(left(NOW, moved)).toEqual({ ...nothing, change: ['2026-11-24T09:00', '2026-11-25T09:00'] });
    expect(left(NOW)).toEqual({ ...nothing, takeOut: ['2026-11-17T09:00', '2026-11-18T09:00'] });
    expect(left('2026-12-01T08:00')).toEqual(nothing);
  });

  test('M32: is seen in the plan by those invited, and asks for no minutes: its report is a step of its protocol', () => {
    const records = { ...NO_RECORDS, peerReview: { peerReviews: [review()] } };
    const view = planView(OWLS, { ...FULL, records }, HEAD_ASH, YEAR, at('2026-09-01T08:00'), []);
    expect(view?.meetings.filter(({ kind }) => kind === PEER_REVIEW_KIND.kind)).toHaveLength(2);
    const meetings = inPlan(review()).map((one) => ({ ...one, state: 'in calendars' as const, version: '1' }));
    const gatherings = recordedGatherings(OWLS, meetings);
    expect(minutesTasks(OWLS, OWLS.gatherings, FULL, gatherings, [], '2026-11-20')).toEqual([]);
  });

  test('M32: whatever its days, each is planned once and every key is its own', () => {
    const day = fc.integer({ min: 0, max: 300 }).map((days) => {
      const date = new Date(Date.UTC(2026, 8, 1 + days));
      return date.toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 4 }), (days) => {
        const facts = planningFacts({ ...FULL, records: { peerReview: { peerReviews: [review({ days })] } } });
        const plan = yearPlan(OWLS, facts, YEAR).gatherings;
        const mine = plan.filter(({ kind }) => kind === PEER_REVIEW_KIND.kind);
        expect(mine.map(({ start }) => start.slice(0, 10))).toEqual([...days].sort());
        expect(new Set(plan.map(({ key }) => key)).size).toBe(plan.length);
      }),
      { numRuns: 20 },
    );
  });
});
