import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, facts, PEOPLE, SCHOOLS } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { checkPeerReview } from './check-peer-review.ts';
import { OWLS_PEER_REVIEW } from './owls-peer-review.ts';
import { review } from './peer-review.examples.ts';
import { type PeerReview, peerReviewKey } from './peer-review.ts';
import { type PeerReviewPolicy, PeerReviewPolicyShape, peerReviewDisagreements } from './peer-review-policy.ts';
import { peerReviewTasks } from './peer-review-tasks.ts';
import { protocolSteps, stepsDue } from './protocol-steps.ts';

const own = OWLS_PEER_REVIEW;
const one = facts({ schools: [ASH] });
const tasks = (moment: string, peerReviews: readonly PeerReview[] = [], given = one) =>
  peerReviewTasks(OWLS, own, given, { peerReviews }, at(moment));
const steps = (moment: string, given = review()) => stepsDue(OWLS, own, one, given, at(moment)).map(({ key }) => key);

describe("OWLS's peer review policy", () => {
  const places = (policy: PeerReviewPolicy) =>
    peerReviewDisagreements(policy).map(({ place, says }) => `${place}: ${says}`);
  const [first] = own.protocol;
  const last = own.protocol.at(-1);

  test('M32: is well formed, agrees with itself and has the whole protocol', () => {
    expect(PeerReviewPolicyShape.parse(own)).toEqual(own);
    expect(peerReviewDisagreements(own)).toEqual([]);
    expect(own.protocol.map(({ key }) => key)).toEqual([
      'templates',
      'partners',
      'plan-and-self-evaluation',
      'staff-list',
      'timetable',
      'desk-top-analysis',
      'self-evaluation-validated',
      'report',
    ]);
    const names = OWLS.calendar.years.flatMap(({ halfTerms }) => halfTerms.map(({ name }) => name));
    expect(own.halfTerms.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('M32: that contradicts itself is told where', () => {
    if (!first || !last) throw new Error('The protocol is empty.');
    const at8 = { days: 0, at: '08:00' };
    expect(places({ ...own, protocol: [{ ...first, asked: first.due }] })).toEqual([
      'protocol[0].due: must come after "asked".',
    ]);
    expect(places({ ...own, protocol: [first, first] })).toEqual([
      'protocol[1].key: templates is there already: each must be another.',
    ]);
    expect(places({ ...own, protocol: [{ ...first, asked: at8, due: { ...at8, days: 1 } }] })).toEqual([
      'protocol[0].due.days: must be 0 or less: count from "last day" what is due later.',
    ]);
    expect(places({ ...own, protocol: [{ ...first, asked: at8, due: { ...at8, at: '08:01' } }] })).toEqual([]);
    expect(places({ ...own, protocol: [{ ...first, asked: at8, due: at8 }] })).toHaveLength(1);
    expect(places({ ...own, protocol: [{ ...first, due: { ...first.asked, days: -29, at: '23:00' } }] })).toHaveLength(
      1,
    );
    expect(places({ ...own, closesAfter: 15, protocol: [last] })).toEqual([]);
    expect(places({ ...own, closesAfter: 14, protocol: [last] })).toEqual([
      'protocol[0].due.days: must be below "closesAfter" (14 days).',
    ]);
    expect(places({ ...own, protocol: [{ ...first, by: ['lead', 'lead'] }] })).toEqual([
      'protocol[0].by[1]: lead is there already: each must be another.',
    ]);
    expect(places({ ...own, halfTerms: ['autumn-2', 'autumn-2'] })).toEqual([
      'halfTerms[1]: autumn-2 is there already: each must be another.',
    ]);
  });
});

describe('the protocol of a peer review', () => {
  test('M32: asks for each step in its time, before, during and after the review', () => {
    expect(steps('2026-10-20T07:59')).toEqual([]);
    // 20 October is in the holiday: what would be asked then waits for the first school day.
    expect(steps('2026-10-26T08:00')).toEqual(['templates', 'partners']);
    expect(steps('2026-11-09T08:00')).toEqual([
      'templates',
      'partners',
      'plan-and-self-evaluation',
      'staff-list',
      'timetable',
      'desk-top-analysis',
    ]);
    expect(steps('2026-11-18T08:00')).toContain('self-evaluation-validated');
    expect(steps('2026-11-19T08:00')).toEqual(['self-evaluation-validated', 'report']);
    expect(steps('2027-01-18T00:00')).toEqual([]);
  });

  test('M32: drops what is done, and is empty while no days are agreed', () => {
    const done = review({ steps: [{ step: 'templates', by: 'p-ceo', on: '2026-10-27' }] });
    expect(steps('2026-10-26T08:00', done)).toEqual(['partners']);
    expect(protocolSteps(OWLS, own, one, done)[0]).toEqual({
      asked: at('2026-10-26T08:00'),
      by: [
        {
          email: 'p-ceo@example.org',
          id: 'p-ceo',
          name: 'Rowan Ellery',
          roles: [
            {
              role: 'ceo',
              scope: {
                kind: 'trust',
              },
            },
          ],
        },
      ],
      done: '2026-10-27',
      doneBy: 'p-ceo',
      opens: undefined,
      due: at('2026-10-27T17:00'),
      key: 'templates',
      name: 'Share every reporting template with the school',
      until: at('2026-11-19T00:00'),
    });
    expect(protocolSteps(OWLS, own, one, review({ days: [] }))).toEqual([]);
  });

  test('M32: names who does a step: lead, reviewers or head', () => {
    const who = new Map(protocolSteps(OWLS, own, one, review()).map(({ key, by }) => [key, by.map(({ id }) => id)]));
    expect(who.get('templates')).toEqual(['p-ceo']);
    expect(who.get('timetable')).toEqual(['p-ash']);
    expect(who.get('report')).toEqual(['p-ceo', 'p-brook', 'p-two']);
  });

  test('M32: has nothing due before it is asked nor asked after its use has passed', () => {
    const day = fc.constantFrom('2026-10-27', '2026-11-17', '2027-01-05', '2027-03-02', '2027-05-04');
    fc.assert(
      fc.property(day, (first) => {
        const next = `${first.slice(0, 8)}${String(Number(first.slice(8)) + 1).padStart(2, '0')}`;
        for (const { asked, due, until } of protocolSteps(OWLS, own, one, review({ days: [first, next] }))) {
          expect(asked.epochMilliseconds).toBeLessThan(due.epochMilliseconds);
          expect(due.epochMilliseconds).toBeLessThan(until.epochMilliseconds);
        }
      }),
    );
  });
});

describe('what is owed about peer reviews', () => {
  test('M32: the CEO is asked on the first school day to agree days and reviewers, until all are agreed', () => {
    expect(tasks('2026-08-25T07:59')).toEqual([]);
    expect(tasks('2026-08-25T08:00')).toEqual([
      {
        because: 'Nothing is agreed for Ash Tree Primary School.',
        by: '2026-09-22T16:00:00Z',
        key: 'peer-review-plan/2026-27/p-ceo',
        kind: 'task',
        otherwise: 'A school goes without the review it has each year.',
        person: 'p-ceo',
        rule: 'M32',
        since: '2026-08-25T07:00:00Z',
        title: 'Agree days and reviewers of the peer reviews of 2026-27',
      },
    ]);
    expect(tasks('2026-08-25T08:00', [review()])).toEqual([]);
    expect(tasks('2026-08-25T08:00', [review({ days: [] })])).toHaveLength(1);
    expect(tasks('2027-05-29T00:00')).toEqual([]);
  });

  test('M32: each who does a step is asked for it, with the day by which', () => {
    expect(
      tasks('2026-11-09T08:00', [review({ steps: [] })]).filter(({ key }) => key.includes('desk-top')),
    ).toMatchObject([
      { person: 'p-ceo', urn: ASH.urn, by: '2026-11-16T17:00:00Z' },
      { person: 'p-brook' },
      { person: 'p-two' },
    ]);
  });

  test('M32: a question about the report is asked of its person, of the lead where they have gone, until answered', () => {
    const question = { key: 'q1', text: 'Which classes?', of: 'p-brook', askedOn: '2026-12-04' };
    const asked = (questions: PeerReview['questions']) =>
      tasks('2026-12-04T08:00', [review({ questions })]).filter(({ key }) => key.startsWith('peer-review-question/'));
    expect(asked([question])).toEqual([
      {
        because: 'The trust asked on 2026-12-04 and has no answer yet.',
        by: '2026-12-14T17:00:00Z',
        key: 'peer-review-question/peer-review/2026-27/100001/q1/p-brook',
        kind: 'task',
        otherwise: 'The report stands as it is, unclear where it was asked about.',
        person: 'p-brook',
        rule: 'M32',
        since: '2026-12-04T08:00:00Z',
        title: "Answer the trust's question about the peer review of Ash Tree Primary School: Which classes?",
        urn: '100001',
      },
    ]);
    expect(asked([{ ...question, of: 'p-gone' }])).toEqual([
      {
        because: 'The trust asked on 2026-12-04 and has no answer yet.',
        by: '2026-12-14T17:00:00Z',
        key: 'peer-review-question/peer-review/2026-27/100001/q1/p-ceo',
        kind: 'task',
        otherwise: 'The report stands as it is, unclear where it was asked about.',
        person: 'p-ceo',
        rule: 'M32',
        since: '2026-12-04T08:00:00Z',
        title: "Answer the trust's question about the peer review of Ash Tree Primary School: Which classes?",
        urn: '100001',
      },
    ]);
    expect(asked([{ ...question, answer: { text: 'Year 4', on: '2026-12-07' } }])).toEqual([]);
  });

  test('M32: nothing is owed about a school that has left or will have left by its review', () => {
    const left = (on: string) => facts({ schools: [{ ...ASH, left: on }] });
    expect(tasks('2026-11-09T08:00', [review()], left('2026-11-09'))).toEqual([]);
    expect(tasks('2026-11-09T08:00', [review()], left('2026-11-18'))).toEqual([]);
    expect(tasks('2026-11-09T08:00', [review()], facts({ people: [] }))).toEqual([]);
  });

  test('M32: a task keeps its moment, comes once, and is asked again only before it ended', () => {
    const hour = fc.nat(24 * 330).map((hours) => at('2026-08-20T00:00').add({ hours }));
    const some = fc
      .record({
        people: fc.subarray([...PEOPLE]),
        reviewed: fc.subarray([...SCHOOLS]),
        done: fc.subarray(own.protocol),
      })
      .map(({ people, reviewed, done }) => ({
        facts: facts({ people }),
        reviews: reviewed.map(({ urn }) =>
          review({ urn, steps: done.map(({ key }) => ({ step: key, by: 'p-ceo', on: '2026-11-10' })) }),
        ),
      }));
    fc.assert(
      fc.property(some, fc.tuple(hour, hour, hour), (given, moments) => {
        const [early, middle, late] = moments
          .toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)
          .map((now) => peerReviewTasks(OWLS, own, given.facts, { peerReviews: given.reviews }, now));
        const since = new Map((middle ?? []).map((task) => [task.key, task.since]));
        expect(since.size).toBe(middle?.length);
        const last = new Set((late ?? []).map(({ key }) => key));
        for (const task of early ?? []) {
          if (since.has(task.key) || last.has(task.key)) expect(since.get(task.key)).toBe(task.since);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('the record of a peer review', () => {
  const reasons = (given: PeerReview, on = facts()) => {
    const answer = checkPeerReview(OWLS, own, on, given);
    return answer.ok ? [] : [answer.why.rule, ...answer.why.because, answer.says];
  };

  test('M32: stands with two school days, a lead and reviewers from other schools', () => {
    expect(checkPeerReview(OWLS, own, facts(), review())).toEqual({ ok: true });
  });

  test('M32: is refused on days off, with too few days, in the wrong order, or of another year', () => {
    expect(reasons(review({ days: ['2026-11-14', '2026-11-16'] }))).toEqual([
      'M32',
      '2026-11-14 is no school day of 2026-27.',
      'Give a school day of the year.',
    ]);
    expect(reasons(review({ days: ['2026-11-17'] }))).toEqual([
      'M32',
      'Its days are 2026-11-17.',
      'Give 2 different days in their order.',
    ]);
    expect(reasons(review({ days: ['2026-11-18', '2026-11-17'] }))).toEqual([
      'M32',
      'Its days are 2026-11-18, 2026-11-17.',
      'Give 2 different days in their order.',
    ]);
    expect(reasons(review({ year: '2025-26', key: peerReviewKey('2025-26', ASH.urn) }))).toEqual([
      'M32',
      '2026-11-17 is no school day of 2025-26.',
      '2026-11-18 is no school day of 2025-26.',
      'Give a school day of the year. Give a school day of the year.',
    ]);
  });

  test("M32: is refused with the school's own head as reviewer or lead, with strangers, twice the same, or nobody", () => {
    expect(reasons(review({ reviewers: ['p-ash'] }))).toEqual([
      'M32',
      'Harriet Coombe heads the school.',
      'Name somebody else: nobody reviews their own school.',
    ]);
    expect(reasons(review({ lead: 'p-ash' }))).toEqual([
      'M32',
      'Harriet Coombe heads the school.',
      'Name somebody else: nobody reviews their own school.',
    ]);
    expect(reasons(review({ reviewers: ['p-nobody'] }))).toEqual([
      'M32',
      'The lead or a reviewer is not on record.',
      'Name people of the trust.',
    ]);
    expect(reasons(review({ reviewers: ['p-two', 'p-two'] }))).toEqual([
      'M32',
      'A reviewer is named twice.',
      'Name each once.',
    ]);
    expect(reasons(review({ reviewers: [] }))).toEqual([
      'M32',
      'No reviewer is named.',
      'Name 2, or as many as there are.',
    ]);
  });

  test('M32: is refused for a school that is unknown or has left, another key, or steps the protocol has not', () => {
    expect(reasons(review({ urn: '999999' }))).toEqual([
      'M32',
      'No school 999999 is on record.',
      'Import the school first.',
    ]);
    expect(reasons(review(), facts({ schools: [{ ...ASH, left: '2026-11-18' }] }))).toEqual([
      'M32',
      "Ash Tree Primary School doesn't belong to the trust on 2026-11-18.",
      'Give another day.',
    ]);
    expect(reasons({ ...review(), key: peerReviewKey('2026-27', BROOK.urn) })).toEqual([
      'M32',
      "Its key peer-review/2026-27/100002 is another's.",
      'Take the key of its school and year.',
    ]);
    const step = { step: 'report', by: 'p-ceo', on: '2026-12-01' };
    expect(reasons(review({ steps: [step, step, { ...step, step: 'tea' }] }))).toEqual([
      'M32',
      'The step report is recorded twice.',
      'tea is no step of the protocol.',
      'Record each step once. Choose one of templates, partners, plan-and-self-evaluation, staff-list, timetable, desk-top-analysis, self-evaluation-validated, report.',
    ]);
  });
});
