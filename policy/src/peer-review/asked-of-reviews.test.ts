import { describe, expect, test } from 'vitest';
import { access } from '../access/access.ts';
import { ASH, at, BROOK, CEO, facts, ofSchool, PEOPLE, person } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { checkPeerReview } from './check-peer-review.ts';
import { review } from './peer-review.examples.ts';
import type { PeerReview } from './peer-review.ts';
import { peerReviewTasks } from './peer-review-tasks.ts';
import { protocolSteps } from './protocol-steps.ts';
import { mayTick } from './tick-step.ts';

const own = OWLS.peerReview;
const tasks = (moment: string, peerReviews: readonly PeerReview[], given = facts(), policy = own) =>
  peerReviewTasks(OWLS, policy, given, { peerReviews }, at(moment));
const of = (kind: string, ...given: Parameters<typeof tasks>) =>
  tasks(...given).filter(({ key }) => key.startsWith(`peer-review-${kind}/`));

describe('what a peer review asks of people', () => {
  test('M32: each step is asked for by name, with the days of the review and what comes of leaving it', () => {
    const done = own.protocol.filter(({ key }) => key !== 'timetable').map(({ key }) => key);
    const steps = done.map((step) => ({ step, by: CEO.id, on: '2026-11-02' }));
    expect(of('step', '2026-11-09T08:00', [review({ steps })])).toEqual([
      {
        kind: 'task',
        key: 'peer-review-step/peer-review/2026-27/100001/2026-11-17/timetable/p-ash',
        rule: 'M32',
        urn: ASH.urn,
        person: 'p-ash',
        title: `Send the timetable of lessons during the review (peer review of ${ASH.name})`,
        since: '2026-10-27T08:00:00Z',
        by: '2026-11-10T17:00:00Z',
        because: "The review is on 2026-11-17 and 2026-11-18, and this step of its protocol isn't done.",
        otherwise: 'The review goes on without it, and its protocol shows the gap.',
      },
    ]);
  });

  test('M32: a review asks for its steps once, under its own school', () => {
    const asked = of('step', '2026-11-09T08:00', [review()]);
    expect(new Set(asked.map(({ urn }) => urn))).toEqual(new Set([ASH.urn]));
    expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length);
  });

  test('M32: without a CEO the head leader is asked to agree the year’s reviews, named in their order', () => {
    const people = PEOPLE.filter(({ id }) => id !== CEO.id);
    const [plan, ...more] = of('plan', '2026-08-25T08:00', [review()], facts({ people }));
    expect(more).toEqual([]);
    expect(plan).toMatchObject({
      person: 'p-leader',
      because: 'Nothing is agreed for Brookside Infant School, Cedar Junior School, Dale Village Primary School.',
    });
  });

  test('M32: nothing is asked for in a year without a half term for reviews', () => {
    expect(of('plan', '2026-08-25T08:00', [], facts(), { ...own, halfTerms: ['autumn-3'] })).toEqual([]);
  });

  test('M32: what comes of a review of one day or three is counted from its last', () => {
    const due = (days: readonly string[]) =>
      protocolSteps(OWLS, own, facts(), review({ days })).find(({ key }) => key === 'self-evaluation-validated')?.asked;
    expect(due(['2026-11-17'])).toEqual(at('2026-11-17T08:00'));
    expect(due(['2026-11-17', '2026-11-18', '2026-11-19'])).toEqual(at('2026-11-19T08:00'));
  });

  test('M32: a step that nobody is on record for is ticked by who may agree the review of that school', () => {
    const [step] = protocolSteps(OWLS, own, facts({ people: [] }), review());
    if (!step) throw new Error('The protocol is empty.');
    const leader = person('p-south-head', 'Ines Roy', ['head', ofSchool(BROOK.urn)]);
    for (const one of [...PEOPLE, leader]) {
      const agrees = access(OWLS, one, 'peer-review.agree', facts(), { urn: ASH.urn }).allowed;
      expect(mayTick(OWLS, facts(), one, review(), step).allowed, one.name).toBe(agrees);
    }
  });
});

describe('what is wrong with a peer review', () => {
  const says = (given: PeerReview) => {
    const answer = checkPeerReview(OWLS, own, facts(), given);
    return answer.ok ? [] : answer.why.because;
  };
  const { halfTerms } = OWLS.calendar.years.find(({ year }) => year === '2026-27') ?? { halfTerms: [] };
  const autumn = halfTerms[1];

  test('M32: its days may be a half term’s first and last, and neither the day before nor the one after', () => {
    // The half term's last day is a Friday: the Thursday goes before it.
    const [from, to] = [`${autumn?.from}`, `${autumn?.to}`];
    expect(says(review({ days: [from, to] }))).toEqual([]);
    expect(says(review({ days: ['2025-11-18', '2026-11-17'] }))).toEqual(['2025-11-18 is no school day of 2026-27.']);
    expect(says(review({ days: ['2026-11-17', '2027-11-16'] }))).toEqual(['2027-11-16 is no school day of 2026-27.']);
  });

  test('M32: its days are two, different, and in order', () => {
    expect(says(review({ days: ['2026-11-17', '2026-11-17'] }))).toEqual(['Its days are 2026-11-17, 2026-11-17.']);
    expect(says(review({ days: [] }))).toEqual(['Its days are not given.']);
  });

  test('M32: all heads of the school among its people are named, each once', () => {
    const both = facts({ people: [...PEOPLE, person('p-co', 'Noor Amin', ['head', ofSchool(ASH.urn)])] });
    const answer = checkPeerReview(OWLS, own, both, review({ lead: 'p-ash', reviewers: ['p-ash', 'p-co'] }));
    expect(answer.ok ? [] : answer.why.because).toEqual(['Harriet Coombe, Noor Amin heads the school.']);
  });

  test('M32: a step recorded twice is named once, one without a name as that', () => {
    const step = { step: 'report', by: CEO.id, on: '2026-12-01' };
    const other = { ...step, step: 'timetable' };
    expect(says(review({ steps: [other, step, step] }))).toEqual(['The step report is recorded twice.']);
    expect(says(review({ steps: [{ ...step, step: '' }] }))).toEqual(['An empty name is no step of the protocol.']);
  });
});
