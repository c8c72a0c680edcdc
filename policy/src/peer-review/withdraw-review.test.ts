import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, CEO, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import type { RecordedMeeting } from '../meetings/meeting.ts';
import { OWLS } from '../owls.ts';
import { agreeReviews, proposedReviews } from './agree-reviews.ts';
import { review, YEAR } from './peer-review.examples.ts';
import type { WithdrawnReview } from './peer-review.ts';
import { peerReviewTasks } from './peer-review-tasks.ts';
import { reviewGatherings } from './review-gatherings.ts';
import { withdrawalFindings } from './withdraw-review.ts';

const WITHDRAWN_AT = '2026-11-02T10:30:00Z';
const withdrawn = (other: Partial<WithdrawnReview> = {}): WithdrawnReview => ({
  ...review(),
  withdrawn: { by: CEO.id, at: WITHDRAWN_AT, because: 'An inspection is due that week.' },
  ...other,
});
const tasks = (
  moment: string,
  gone: WithdrawnReview,
  given: Facts = facts(),
  peerReviews = [review({ urn: BROOK.urn })],
) => peerReviewTasks(OWLS, OWLS.peerReview, given, { peerReviews, withdrawn: [gone] }, at(moment));
const of = (kind: string, moment: string, gone = withdrawn(), given = facts()) =>
  tasks(moment, gone, given).filter(({ key }) => key.startsWith(`peer-review-${kind}/`));
const told = (gone: WithdrawnReview, given?: Facts) =>
  of('withdrawn', '2026-11-03T08:00', gone, given).map(({ person }) => person);
const invited = (key: string): RecordedMeeting => ({
  ...{ key, kind: 'peer-review', year: YEAR, number: 1, title: 'Peer review', start: '2026-11-17T09:00' },
  ...{ end: '2026-11-17T15:30', place: '', attendees: [], reminderMinutes: 0, agenda: [] },
  ...{ state: 'in calendars', version: '1' },
});

describe('withdrawing a review', () => {
  const says = (because: string, moment: string, given = review()) =>
    withdrawalFindings(OWLS, given, because, at(moment)).map((one) => one.says);

  test('M32: needs a reason, and is too late once it has begun', () => {
    expect(says('Inspection due', '2026-11-16T23:59')).toEqual([]);
    expect(says('Inspection due', '2026-11-17T00:00')).toEqual([
      'It has begun, and what has begun stays as it was. Say what became of it in its report.',
    ]);
    expect(withdrawalFindings(OWLS, review(), ' \n', at('2026-10-01T09:00'))).toEqual([
      {
        level: 'error',
        rule: 'M32',
        place: 'because',
        says: 'Say why: those who had been told of it read your reason.',
      },
    ]);
    expect(says('', '2026-11-17T09:00')).toHaveLength(2);
    expect(says('No days were ever agreed', '2026-11-17T09:00', review({ days: [] }))).toEqual([]);
  });
});

describe('a review that was withdrawn', () => {
  test('M32: is told to those who were asked for its steps by then, with the reason, until its days are over', () => {
    // By 2 November the lead was asked to share templates, and the head for the plan and the lists.
    const [notice] = of('withdrawn', '2026-11-03T08:00');
    expect(notice).toEqual({
      kind: 'task',
      key: `peer-review-withdrawn/peer-review/${YEAR}/${ASH.urn}/${WITHDRAWN_AT}/${HEAD_ASH.id}`,
      rule: 'M32',
      urn: ASH.urn,
      person: HEAD_ASH.id,
      title: `The peer review of ${ASH.name} on Tue 17 Nov and Wed 18 Nov does not take place`,
      since: '2026-11-02T00:00:00Z',
      because: `${CEO.name} withdrew it: An inspection is due that week.`,
      otherwise: 'There is nothing you have to do for it. Should it be agreed again, you hear of it.',
    });
    expect(told(withdrawn())).toEqual([HEAD_ASH.id]);
    expect(of('withdrawn', '2026-11-01T23:59')).toEqual([]);
    expect(of('withdrawn', '2026-11-02T00:00')).toHaveLength(1);
    expect(of('withdrawn', '2026-11-18T23:59')).toHaveLength(1);
    expect(of('withdrawn', '2026-11-19T00:00')).toEqual([]);
  });

  test('M32: is told to nobody who had not heard of it, nor to who withdrew it', () => {
    const early = { by: 'p-two', at: '2026-10-05T08:00:00Z', because: 'Too much at once' };
    expect(told(withdrawn({ withdrawn: early }))).toEqual([]);
    const lead = { ...early, at: '2026-10-27T09:00:00Z' };
    expect(told(withdrawn({ withdrawn: lead }))).toEqual([CEO.id, HEAD_ASH.id]);
    expect(told(withdrawn({ withdrawn: { ...lead, by: CEO.id } }))).toEqual([HEAD_ASH.id]);
    // The very moment the lead is asked counts as asked.
    const moment = { ...early, at: '2026-10-26T08:00:00Z' };
    expect(told(withdrawn({ withdrawn: moment }))).toEqual([CEO.id]);
    expect(told(withdrawn({ days: [] }))).toEqual([]);
  });

  test('M32: is told to all who were invited', () => {
    const meetings = [invited(`${review().key}/1`)];
    expect(told(withdrawn(), facts({ meetings }))).toEqual(['p-brook', 'p-two', HEAD_ASH.id]);
    const others = [invited(`peer-review/${YEAR}/${BROOK.urn}/1`)];
    expect(told(withdrawn(), facts({ meetings: others }))).toEqual([HEAD_ASH.id]);
    const people = facts().people.filter(({ id }) => id !== HEAD_ASH.id);
    expect(told(withdrawn(), facts({ meetings, people }))).toEqual(['p-brook', 'p-two']);
  });

  test('M32: is to be agreed again within the time the policy gives, in the year’s half terms for reviews', () => {
    const [task, ...more] = of('again', '2026-11-03T08:00');
    expect(more).toEqual([]);
    expect(task).toEqual({
      kind: 'task',
      key: `peer-review-again/peer-review/${YEAR}/${ASH.urn}/${WITHDRAWN_AT}/${CEO.id}`,
      rule: 'M32',
      urn: ASH.urn,
      person: CEO.id,
      title: `Agree the peer review of ${ASH.name} again`,
      since: '2026-11-02T00:00:00Z',
      by: '2026-11-30T17:00:00Z',
      because: `${CEO.name} withdrew it: An inspection is due that week.`,
      otherwise: 'The school goes without the review it has each year.',
    });
    const last = OWLS.calendar.years
      .find(({ year }) => year === YEAR)
      ?.halfTerms.find(({ name }) => name === 'summer-1')?.to;
    expect(of('again', `${last}T23:59`)).toHaveLength(1);
    expect(of('again', '2027-07-01T08:00')).toEqual([]);
    const late = { by: CEO.id, at: `${last}T08:00:00Z`, because: 'Ill' };
    expect(of('again', `${last}T12:00`, withdrawn({ withdrawn: late }))[0]?.by).toBe(`${last}T16:00:00Z`);
  });

  test('M32: is asked of nobody else, nor for a school that has left or is not reviewed in the year', () => {
    const left = facts({
      schools: facts().schools.map((one) => (one.urn === ASH.urn ? { ...one, left: '2026-11-01' } : one)),
    });
    expect(tasks('2026-11-03T08:00', withdrawn(), left).filter(({ urn }) => urn === ASH.urn)).toEqual([]);
    const leaving = facts({
      schools: facts().schools.map((one) => (one.urn === ASH.urn ? { ...one, left: '2026-11-04' } : one)),
    });
    expect(of('withdrawn', '2026-11-03T08:00', withdrawn(), leaving)).toHaveLength(1);
    expect(of('again', '2026-11-03T08:00', withdrawn({ year: '2050-51' }))).toEqual([]);
    const noCeo = facts({ people: facts().people.filter(({ id }) => id !== CEO.id) });
    expect(of('again', '2026-11-03T08:00', withdrawn(), noCeo).map(({ person }) => person)).toEqual(['p-leader']);
    // Belongs still when it is withdrawn, but will have left by the year's half terms for reviews.
    const own = { ...OWLS.peerReview, halfTerms: ['spring-1'] };
    const soon = (schools: Facts['schools']) =>
      peerReviewTasks(
        OWLS,
        own,
        facts({ schools }),
        { peerReviews: [], withdrawn: [withdrawn()] },
        at('2026-11-03T08:00'),
      )
        .map(({ key }) => key)
        .filter((key) => key.startsWith('peer-review-again/'));
    expect(soon([ASH])).toHaveLength(1);
    expect(soon([{ ...ASH, left: '2026-12-20' }])).toEqual([]);
  });

  test('M32: of more days than one is told until the last is over', () => {
    const gone = withdrawn({ days: ['2026-11-17', '2026-11-18', '2026-11-19'] });
    expect(of('withdrawn', '2026-11-19T23:59', gone)).toHaveLength(1);
    expect(of('withdrawn', '2026-11-20T00:00', gone)).toEqual([]);
    expect(of('withdrawn', '2026-11-17T23:59', withdrawn({ days: ['2026-11-17'] }))).toHaveLength(1);
    expect(of('withdrawn', '2026-11-18T00:00', withdrawn({ days: ['2026-11-17'] }))).toEqual([]);
  });

  test('M32: is not asked for with the year’s others a second time, and asks for none of its steps', () => {
    const plan = (gone: WithdrawnReview[]) =>
      peerReviewTasks(OWLS, OWLS.peerReview, facts(), { peerReviews: [], withdrawn: gone }, at('2026-11-03T08:00'));
    const because = (gone: WithdrawnReview[]) =>
      plan(gone).find(({ key }) => key.startsWith(`peer-review-plan/${YEAR}`))?.because;
    expect(because([])).toContain(ASH.name);
    expect(because([withdrawn()])).not.toContain(ASH.name);
    expect(plan([withdrawn()]).filter(({ key }) => key.startsWith('peer-review-step'))).toEqual([]);
  });

  test('M32: leaves the plan, is proposed anew, and is agreed again over its row without a step done', () => {
    const gone = withdrawn({ version: '5', steps: [{ step: 'templates', by: CEO.id, on: '2026-10-27' }] });
    const given: Facts = { ...facts(), records: { peerReview: { peerReviews: [], withdrawn: [gone] } } };
    expect(reviewGatherings(OWLS, { ...given, peerReviews: [] }, YEAR)).toEqual([]);
    const today = '2026-11-03';
    const proposed = proposedReviews(OWLS, given, YEAR, today).find(({ urn }) => urn === ASH.urn);
    expect(proposed?.why.because[0]).not.toContain('on record');
    const { urn, days = [], lead = '', reviewers = [] } = proposed ?? { urn: '' };
    const wanted = { urn, days, lead, reviewers, because: '' };
    const answer = agreeReviews(OWLS, given, YEAR, [wanted], CEO.id, at(`${today}T09:00`));
    expect(answer).toMatchObject({ ok: true, reviews: [{ version: '5', steps: [], days }] });
  });
});
