import type { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { headedBy } from '../access/roles.ts';
import {
  ASH,
  at,
  BROOK,
  CEDAR,
  CEO,
  CLUSTER_NORTH,
  facts,
  HEAD_ASH,
  ofSchool,
  PEOPLE,
  person,
  SCHOOLS,
  trust,
} from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { review, YEAR } from '../peer-review/peer-review.examples.ts';
import type { PeerReview } from '../peer-review/peer-review.ts';
import { protocolSteps } from '../peer-review/protocol-steps.ts';
import type { Person } from '../trust/people.ts';
import { peerReviewsView } from './peer-reviews.ts';

const NOW = at('2026-10-05T09:00');
const having = (...peerReviews: PeerReview[]): Facts => facts({ records: { peerReview: { peerReviews } } });
const view = (of: Facts, reader: Person = CEO, now = NOW) => peerReviewsView(OWLS, of, reader, YEAR, now);
const ash = (of: Facts, now = NOW) => view(of, CEO, now)?.schools.find(({ urn }) => urn === ASH.urn);

describe('the year’s peer reviews', () => {
  test('M32: proposes one for each school, ahead, with people of other schools', () => {
    const shown = view(facts());
    expect(shown?.schools.map(({ urn }) => urn).sort()).toEqual(SCHOOLS.map(({ urn }) => urn).sort());
    for (const { urn, days, reviewers, lead, state, mayAgree } of shown?.schools ?? []) {
      expect({ state, mayAgree, lead }).toEqual({ state: 'proposed', mayAgree: true, lead: CEO.id });
      expect(days.every((day) => day > '2026-10-05')).toBe(true);
      const heads = shown?.people.filter(({ id }) => reviewers.includes(id)).flatMap((one) => one.heads);
      expect(heads).not.toContain(urn);
    }
    expect(shown?.wants).toEqual({ days: 2, reviewers: 2, restYears: 1 });
  });

  test('M32: shows what is on record with who agreed it and why, and when it has begun', () => {
    const agreed = { by: CEO.id, at: '2026-10-01T09:00:00Z', because: 'Works with them' };
    const kept = having(review({ agreed, version: '3' }));
    expect(ash(kept)).toMatchObject({
      ...{ state: 'agreed', days: ['2026-11-17', '2026-11-18'], version: '3' },
      agreed: { byName: CEO.name, at: agreed.at, because: 'Works with them' },
    });
    expect(ash(kept, at('2026-11-17T08:00'))?.state).toBe('begun');
  });

  test('M32: shows the protocol in order, what of it is done by whom, what is late, and what the reader can tick', () => {
    const steps = [
      { step: 'templates', by: CEO.id, on: '2026-10-28' },
      { step: 'partners', by: '', on: '2026-10-29' },
    ];
    const kept = having(review({ steps }));
    const shown = ash(kept, at('2026-11-10T12:00'))?.steps ?? [];
    expect(shown.map(({ key }) => key)).toEqual(OWLS.peerReview.protocol.map(({ key }) => key));
    expect(shown.map(({ state }) => state)).toEqual([
      ...['done', 'done', 'overdue', 'asked', 'asked', 'asked', 'later', 'later'],
    ]);
    expect(shown[0]).toEqual({
      ...{ key: 'templates', name: 'Share every reporting template with the school', by: [CEO.name] },
      ...{ asked: '2026-10-26', due: '2026-10-27', state: 'done', mayTick: true },
      done: { on: '2026-10-28', byName: CEO.name },
    });
    expect(shown[1]?.done).toEqual({ on: '2026-10-29' });
    const mine = (reader: Person, moment = '2026-11-10T12:00') =>
      view(kept, reader, at(moment))
        ?.schools.find(({ urn }) => urn === ASH.urn)
        ?.steps.filter(({ mayTick }) => mayTick)
        .map(({ key }) => key);
    expect(mine(CEO)).toEqual(['templates', 'partners', 'desk-top-analysis']);
    expect(mine(CEO, '2026-11-17T08:00')).toEqual([
      ...['templates', 'partners', 'desk-top-analysis', 'self-evaluation-validated', 'report'],
    ]);
    expect(mine(HEAD_ASH)).toEqual(['plan-and-self-evaluation', 'staff-list', 'timetable']);
    expect(ash(facts())?.steps).toEqual([]);
  });

  test('M32: a step that was ticked too early by hand can be taken back', () => {
    const early = having(review({ steps: [{ step: 'report', by: CEO.id, on: '2026-10-01' }] }));
    expect(ash(early)?.steps.at(-1)).toMatchObject({ state: 'done', mayTick: true });
  });

  test('M1, M32: who leads or does a review sees it, without why it is these people; others see nothing of it', () => {
    const brook = PEOPLE.find(({ id }) => id === 'p-brook');
    if (brook === undefined) throw new Error('The example trust has no p-brook.');
    const agreed = { by: CEO.id, at: '2026-10-01T09:00:00Z', because: 'Somebody is off ill' };
    const seen = (...reviews: PeerReview[]) => view(having(...reviews), brook)?.schools ?? [];
    const own = headedBy(brook);
    expect(
      seen(review({ agreed }))
        .map(({ urn }) => urn)
        .sort(),
    ).toEqual([ASH.urn, ...own].sort());
    expect(seen(review({ agreed })).find(({ urn }) => urn === ASH.urn)).toMatchObject({
      mayAgree: false,
      agreed: { because: '' },
    });
    expect(seen(review({ lead: 'p-brook', reviewers: ['p-two'] })).some(({ urn }) => urn === ASH.urn)).toBe(true);
    expect(seen(review({ reviewers: ['p-two'] })).map(({ urn }) => urn)).toEqual(own);
  });

  test('M32: shows that a review was withdrawn, by whom and why, until it is agreed again', () => {
    const withdrawn = { by: CEO.id, at: '2026-10-02T09:00:00Z', because: 'An inspection is due' };
    const gone = { ...review({ version: '4' }), withdrawn };
    const kept = facts({ records: { peerReview: { peerReviews: [], withdrawn: [gone] } } });
    expect(ash(kept)).toMatchObject({
      ...{ state: 'proposed', version: '4', steps: [] },
      withdrawn: { byName: CEO.name, at: withdrawn.at, because: withdrawn.because },
    });
    expect(ash(having(review()))?.withdrawn).toBeUndefined();
  });

  test('M32: names who can be chosen, each once by name, with the schools they head and how many reviews they do', () => {
    const shown = view(facts());
    const heads = PEOPLE.filter((one) => headedBy(one).length > 0);
    const expected = [CEO, ...heads].sort((one, other) => (one.name < other.name ? -1 : 1));
    expect(shown?.people.map(({ id, name, heads: of }) => ({ id, name, of }))).toEqual(
      expected.map((one) => ({ id: one.id, name: one.name, of: headedBy(one) })),
    );
    const times = shown?.schools.flatMap(({ reviewers }) => reviewers) ?? [];
    for (const { id, reviews } of shown?.people ?? []) expect(reviews).toBe(times.filter((one) => one === id).length);
  });

  test('M1, M32: who can’t agree is told of the people in the reviews they see, and of nobody else', () => {
    const brook = PEOPLE.find(({ id }) => id === 'p-brook');
    if (brook === undefined) throw new Error('The example trust has no p-brook.');
    const shown = view(having(review({ lead: HEAD_ASH.id, reviewers: ['p-brook', 'gone'] })), brook);
    const named = (shown?.schools ?? []).flatMap(({ lead, reviewers }) => [lead, ...reviewers]);
    expect(shown?.people.map(({ id }) => id).sort()).toEqual(
      [...new Set(named.filter((id) => id !== undefined))].sort(),
    );
    expect(shown?.people.find(({ id }) => id === 'gone')).toMatchObject({ name: 'somebody who has left', heads: [] });
    expect(shown?.people.map(({ id }) => id)).toContain(HEAD_ASH.id);
  });

  test('M32: a step is asked for from its very moment on, and overdue once the moment it is due has passed', () => {
    const [first] = protocolSteps(OWLS, OWLS.peerReview, having(review()), review());
    if (!first) throw new Error('A review has steps.');
    const state = (moment: Temporal.Instant) => ash(having(review()), moment)?.steps[0]?.state;
    const { asked, due } = first;
    expect([asked.subtract({ milliseconds: 1 }), asked, due, due.add({ milliseconds: 1 })].map(state)).toEqual([
      ...['later', 'asked', 'asked', 'overdue'],
    ]);
  });

  test('M32: tells the name and the cluster of each school', () => {
    const shown = ash(facts());
    expect(shown).toMatchObject({ name: ASH.name, cluster: ASH.cluster, rested: [] });
  });

  test('M32: names who was at a school last year, and at no other', () => {
    const last = ['p-brook', 'p-two'].map((id) =>
      review({ year: '2025-26', reviewers: [id], urn: id === 'p-brook' ? ASH.urn : BROOK.urn }),
    );
    const rested = (urn: string) => view(having(...last))?.schools.find((one) => one.urn === urn)?.rested;
    expect([ASH, BROOK, CEDAR].map(({ urn }) => rested(urn))).toEqual([['p-brook'], ['p-two'], []]);
  });

  test('M32: says of when it is, and each review stands as its own record has it', () => {
    const two = [
      review({ version: '1' }),
      review({ urn: BROOK.urn, version: '2', days: ['2026-10-01', '2026-10-02'] }),
    ];
    const seen = view(having(...two));
    expect(seen).toMatchObject({
      ...{ asOf: NOW.toString(), today: '2026-10-05', year: YEAR },
      years: OWLS.calendar.years.map(({ year }) => year),
    });
    const stands = (urn: string) => {
      const { state, version } = seen?.schools.find((one) => one.urn === urn) ?? {};
      return [state, version];
    };
    expect([ASH, BROOK, CEDAR].map(({ urn }) => stands(urn))).toEqual([
      ['agreed', '1'],
      ['begun', '2'],
      ['proposed', undefined],
    ]);
    const withdrawn = two.map((one) => ({
      ...one,
      withdrawn: { by: CEO.id, at: '2026-10-02T09:00:00Z', because: one.urn },
    }));
    const gone = view(facts({ records: { peerReview: { peerReviews: [], withdrawn } } }))?.schools;
    expect(gone?.map((one) => one.withdrawn?.because).sort()).toEqual([ASH.urn, BROOK.urn, undefined, undefined]);
  });

  test('M32: one agreed without days has not begun, and one without a lead names none', () => {
    expect(ash(having(review({ days: [] })))?.state).toBe('agreed');
    const leaderless = facts({ people: [HEAD_ASH] });
    expect(view(leaderless, CEO)?.schools.find(({ urn }) => urn === BROOK.urn)).toMatchObject({ lead: HEAD_ASH.id });
    const alone = view(leaderless, CEO)?.schools.find(({ urn }) => urn === ASH.urn);
    expect(alone).not.toHaveProperty('lead');
    expect(alone).toMatchObject({ reviewers: [], short: 2 });
  });

  test('M1, M32: who is named in one review sees that one and no other', () => {
    const two = having(
      review({ reviewers: ['p-two'], lead: 'p-ceo' }),
      review({ urn: CEDAR.urn, reviewers: ['p-brook'] }),
    );
    const brook = person('p-brook', 'Daniel Osei', ['head', ofSchool(BROOK.urn)]);
    expect(
      view(two, brook)
        ?.schools.map(({ urn }) => urn)
        .sort(),
    ).toEqual([BROOK.urn, CEDAR.urn]);
  });

  test('M32: whoever may agree on any review they see can name the CEO and every head', () => {
    const some = person('p-some', 'Vic', ['director', trust], ['cluster-leader', ofSchool(ASH.urn)]);
    const one = person('p-one', 'Wil', ['cluster-leader', ofSchool(ASH.urn)]);
    const everybody = ['Daniel Osei', 'Harriet Coombe', 'Mary Kettle', 'Rowan Ellery'];
    for (const reader of [some, one]) expect(view(facts(), reader)?.people.map(({ name }) => name)).toEqual(everybody);
    const withoutCeo = facts({ people: PEOPLE.filter(({ id }) => id !== CEO.id) });
    expect(view(withoutCeo, one)?.people.map(({ name }) => name)).toEqual(everybody.slice(0, 3));
  });

  test('M1: the CEO agrees everywhere, a cluster leader in the cluster, others read what they may and agree nothing', () => {
    expect(
      view(facts(), CLUSTER_NORTH)?.schools.every(({ cluster, mayAgree }) => cluster === 'North' && mayAgree),
    ).toBe(true);
    const head = view(facts(), HEAD_ASH);
    expect(head?.schools).toMatchObject([{ urn: ASH.urn, mayAgree: false }]);
    const named = new Set(head?.schools.flatMap(({ lead = '', reviewers }) => [lead, ...reviewers]));
    expect(head?.people.every(({ id }) => named.has(id))).toBe(true);
    const director = person('p-dir', 'Ola Quist', ['director', trust]);
    expect(view(facts(), director)?.schools.map(({ mayAgree }) => mayAgree)).toEqual(SCHOOLS.map(() => false));
    expect(view(facts(), person('p-none', 'Robin Fielding'))).toBeUndefined();
  });

  test('is not there for a year without dates', () => {
    expect(peerReviewsView(OWLS, facts(), CEO, '2050-51', NOW)).toBeUndefined();
  });
});
