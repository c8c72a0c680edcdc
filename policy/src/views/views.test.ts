import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { categoriesView } from './categories.ts';
import { lived } from './lived.examples.ts';
import { me } from './me.ts';
import { meetingsView } from './meetings.ts';
import { peopleView } from './people.ts';
import { schoolView } from './school.ts';
import { soapFormView } from './soap-form.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, DALE, at, facts, soapReturn } = made;
const NOW = at('2026-12-10T09:00');

describe("a school's page", () => {
  const page = (who = made.CEO, urn = ASH.urn, given = lived) => schoolView(OWLS, given, who, urn, NOW);

  test('has the latest return, the one before, a point of history a half term, results and categories', () => {
    const view = page();
    expect(view?.head?.name).toBe('Harriet Coombe');
    expect([view?.latest?.halfTerm, view?.previous?.halfTerm]).toEqual([AUTUMN_2, AUTUMN_1]);
    expect(view?.history.map(({ halfTerm, figures }) => [halfTerm, figures.rwm, figures.attendance])).toEqual([
      [AUTUMN_1, 70, 95.5],
      [AUTUMN_2, 76, 95.5],
    ]);
    expect(view?.results.map(({ year }) => year)).toEqual(['2024-25', '2025-26']);
    expect(view?.categories).toEqual([
      { halfTerm: AUTUMN_1, category: '2b', by: 'Rowan Ellery', at: '2026-12-10T08:00:00Z', why: 'Seen in the visit.' },
      { halfTerm: AUTUMN_2, category: '2a', by: 'Rowan Ellery', at: '2026-12-10T08:00:00Z', why: 'Seen in the visit.' },
    ]);
    expect(view?.hidden).toEqual([]);
    expect(view?.measures.map(({ key }) => key)).toContain('phonics');
  });

  test('a proposal that is not validated is not part of the history', () => {
    expect(page(made.CEO, BROOK.urn)?.categories.map(({ halfTerm }) => halfTerm)).toEqual([AUTUMN_1]);
  });

  test("its own head sees all of it; another school's head sees no comment, no category and no small cohort (M15)", () => {
    const own = page(made.HEAD_TWO, DALE.urn);
    expect(own?.latest?.comment).toBe('A steady half term.');
    expect(own?.hidden).toEqual([]);
    const other = page(made.HEAD_ASH, DALE.urn);
    expect(other?.latest?.comment).toBe('');
    expect(other?.categories).toEqual([]);
    expect(other?.hidden).toContain('R/gld');
    expect(other?.latest?.cohorts.find(({ year }) => year === 'R')?.figures).toEqual({});
    expect(other?.history[0]?.figures.gld).toBeUndefined();
  });

  test('M23: where the year is heading is for those who read the school in full (M1), small cohorts left out (M15)', () => {
    const rwm = page()?.trajectories.find(({ yearGroup, measure }) => yearGroup === 'Y6' && measure === 'rwm');
    expect(rwm?.line.flatMap(({ figure }) => figure ?? [])).toEqual([70, 76]);
    expect(rwm?.outlook?.middle).toBeGreaterThan(60);
    expect(page(made.HEAD_ASH)?.trajectories).toEqual(page()?.trajectories);
    for (const outsider of [made.HEAD_BROOK, made.HEAD_TWO]) expect(page(outsider)?.trajectories).toEqual([]);
    const small = page(made.HEAD_TWO, DALE.urn)?.trajectories.filter(({ yearGroup }) => yearGroup === 'Y2');
    expect(small?.length).toBeGreaterThan(0);
    for (const one of small ?? []) expect([one.outlook, one.line, one.past]).toEqual([undefined, [], []]);
  });

  test("M23: the year's targets on record stand beside it", () => {
    const target = {
      urn: ASH.urn,
      academicYear: '2026-27',
      yearGroup: 'Y6' as const,
      measure: 'rwm',
      revisions: [
        {
          state: 'signed-off' as const,
          minimum: 60,
          aspirational: 70,
          by: ['p-ceo'],
          at: '2026-10-09T10:00:00Z',
          why: '',
        },
      ],
    };
    const records = { ...NO_RECORDS, targets: { targets: [target], forBoard: [] } };
    const rwm = page(made.CEO, ASH.urn, { ...lived, records })?.trajectories.filter((one) => one.target);
    expect(rwm?.map(({ name, target: figures }) => [name, figures])).toEqual([
      ['Reading, writing and maths in Year 6', { minimum: 60, aspirational: 70 }],
    ]);
    expect(rwm?.[0]?.says).toContain('The chance to reach the minimum of 60% is ');
  });

  test('unknown and forbidden schools look alike', () => {
    const governor = made.person('p-gov', 'Governor', ['governor-chair', made.ofSchool(ASH.urn)]);
    expect(page(made.CEO, '999999')).toBeUndefined();
    expect(page(governor, BROOK.urn)).toBeUndefined();
    expect(page(governor)?.school).toBe(ASH);
  });

  test('a school without returns or head has a page all the same', () => {
    const view = page(made.CEO, BROOK.urn, facts({ people: [made.CEO] }));
    expect(view).toMatchObject({ history: [], results: [], categories: [] });
    expect(view?.latest).toBeUndefined();
    expect(view?.head).toBeUndefined();
  });
});

describe('the return to fill in', () => {
  const draft = { ...soapReturn(DALE, AUTUMN_2, 60), savedAt: '2026-12-09T09:00:00Z', savedBy: 'p-two', version: '7' };
  const form = (who = made.HEAD_TWO, given = lived, now = NOW) =>
    soapFormView(OWLS, given, who, DALE.urn, AUTUMN_2, now);

  test("starts with last half term's figures and says what is still to do", () => {
    const view = form();
    expect(view).toMatchObject({
      state: 'overdue',
      open: true,
      closes: '2026-12-18T17:00:00Z',
      may: { allowed: true },
    });
    expect(view?.start.cohorts[0]?.figures.gld).toBe(50);
    expect(view?.last?.halfTerm).toBe(AUTUMN_1);
    expect(view?.findings).toEqual([]);
  });

  test('shows a draft to its head and to nobody else', () => {
    const given = { ...lived, drafts: [draft] };
    expect(form(made.HEAD_TWO, given)?.draft?.version).toBe('7');
    expect(form(made.CEO, given)?.draft).toBeUndefined();
    expect(form(made.CEO, given)?.start.cohorts[0]?.figures.gld).toBe(50);
    expect(form(made.CEO, given)?.may.allowed).toBe(false);
  });

  test('is closed before the window opens and after it closes', () => {
    expect(form(made.HEAD_TWO, lived, at('2026-11-29T09:00'))).toMatchObject({ open: false, state: 'not yet open' });
    expect(form(made.HEAD_TWO, lived, at('2026-12-18T17:00'))).toMatchObject({ open: false, state: 'overdue' });
  });

  test('shows what was submitted', () => {
    const view = soapFormView(OWLS, lived, made.HEAD_ASH, ASH.urn, AUTUMN_2, NOW);
    expect(view).toMatchObject({ state: 'returned', submitted: { revision: 1 } });
  });

  test('is not there for others, nor for half terms and schools that are not', () => {
    expect(soapFormView(OWLS, lived, made.HEAD_BROOK, ASH.urn, AUTUMN_2, NOW)).toBeUndefined();
    expect(soapFormView(OWLS, lived, made.CEO, ASH.urn, 'x', NOW)).toBeUndefined();
    expect(soapFormView(OWLS, lived, made.CEO, '999999', AUTUMN_2, NOW)).toBeUndefined();
  });
});

describe('the categories of a round', () => {
  const view = () => categoriesView(OWLS, lived, made.CEO, AUTUMN_2, NOW);

  test('has each school with its last category, a suggestion, what was judged and by whom', () => {
    const ash = view()?.schools[0];
    expect(ash).toMatchObject({
      name: ASH.name,
      ofsted: 2,
      last: '2b',
      choices: ['2a', '2b', '2cc'],
      mayPropose: true,
      mayValidate: true,
    });
    expect(ash?.suggestion.category).toMatch(/^2/);
    expect([ash?.proposedByName, ash?.validatedByName]).toEqual(['Tomas Arden', 'Rowan Ellery']);
    expect(view()?.scale).toHaveLength(11);
    expect(view()?.round).toEqual({
      complete: false,
      halfTerm: '2026-27/autumn-2',
      opens: '2026-12-09T17:00:00Z',
      proposalsDue: '2026-12-14T17:00:00Z',
      proposed: 2,
      total: 4,
      validated: 1,
      validationsDue: '2026-12-16T17:00:00Z',
    });
  });

  test('shows a head their own school alone, a cluster leader their cluster', () => {
    const names = (who: typeof made.CEO) =>
      categoriesView(OWLS, lived, who, AUTUMN_2, NOW)?.schools.map(({ urn }) => urn);
    expect(names(made.HEAD_BROOK)).toEqual([BROOK.urn]);
    expect(names(made.CLUSTER_SOUTH)).toEqual([CEDAR.urn, DALE.urn]);
  });

  test('shows a head no proposal before it is validated', () => {
    const brook = (who: typeof made.CEO) =>
      categoriesView(OWLS, lived, who, AUTUMN_2, NOW)?.schools.find(({ urn }) => urn === BROOK.urn);
    expect(brook(made.CLUSTER_NORTH)?.judgement?.proposed?.category).toBe('2b');
    expect(brook(made.HEAD_BROOK)?.judgement).toBeUndefined();
    const ash = categoriesView(OWLS, lived, made.HEAD_ASH, AUTUMN_2, NOW)?.schools[0];
    expect(ash?.judgement?.validated?.category).toBe('2a');
  });

  test('is not there for those who may read none, nor for an unknown half term', () => {
    expect(categoriesView(OWLS, lived, made.person('p', 'P'), AUTUMN_2, NOW)).toBeUndefined();
    expect(categoriesView(OWLS, lived, made.CEO, 'x', NOW)).toBeUndefined();
  });

  test('bears a school without grade and a judge who left', () => {
    const { ofsted: _, ...ungraded } = ASH;
    const given = { ...lived, schools: [ungraded], people: [made.CLUSTER_NORTH, made.HEAD_BROOK] };
    const [row] = categoriesView(OWLS, given, made.CLUSTER_NORTH, AUTUMN_2, NOW)?.schools ?? [];
    expect(row?.ofsted).toBeUndefined();
    expect(row?.choices).toHaveLength(11);
    expect(row?.validatedByName).toBeUndefined();
  });
});

describe('the other views', () => {
  test('me: whose schools, and which doors to show', () => {
    const view = me(OWLS, lived, made.HEAD_TWO, NOW);
    expect(view.ownSchools.map(({ name }) => name)).toEqual([CEDAR.name, DALE.name]);
    expect(view.ownSchools.map(({ alsoOpen }) => alsoOpen)).toEqual([[], []]);
    expect(view.halfTerm?.id).toBe(AUTUMN_2);
    expect(view.may).toMatchObject({ 'soap.write': true, 'dashboard.read': false, import: false });
  });

  test('meetings: what is recorded, in order of time, for those who may see it', () => {
    const recorded = plan(OWLS, lived, '2026-27').map((one) => ({ ...one, state: 'agreed' as const, version: '1' }));
    const view = meetingsView(OWLS, { ...lived, meetings: recorded.toReversed() }, made.CEO, '2026-27', NOW);
    expect(view?.recorded).toEqual(recorded);
    expect(meetingsView(OWLS, lived, made.HEAD_BROOK, '2026-27', NOW)?.recorded).toEqual([]);
    expect(meetingsView(OWLS, lived, made.CEO, '2030-31', NOW)).toBeUndefined();
    expect(meetingsView(OWLS, lived, made.person('p', 'P'), '2026-27', NOW)).toBeUndefined();
  });

  test('people: by name, their roles in words and whether they can be reached', () => {
    const view = peopleView(OWLS, lived, made.CEO, NOW, (id) => (id === 'p-ash' ? 'reachable' : 'not installed'));
    expect(view?.people.map(({ name }) => name)).toEqual(view?.people.map(({ name }) => name).toSorted());
    expect(view?.people.find(({ id }) => id === 'p-ash')).toEqual({
      id: 'p-ash',
      name: 'Harriet Coombe',
      email: 'p-ash@example.org',
      roles: [
        { role: 'head', where: 'Ash Tree Primary School' },
        { role: 'advisory-head', where: 'The trust' },
      ],
      reach: 'reachable',
    });
    expect(view?.people.find(({ id }) => id === 'p-north')?.roles).toEqual([
      { role: 'cluster-leader', where: 'North' },
    ]);
    expect(peopleView(OWLS, lived, made.HEAD_BROOK, NOW, () => 'reachable')).toBeUndefined();
  });
});

describe('what a trust shares between schools (M1)', () => {
  const sharing = (...othersSee: TrustPolicy['access']['othersSee']): TrustPolicy => ({
    ...OWLS,
    access: { ...OWLS.access, othersSee },
  });
  const seen = (policy: TrustPolicy, who = made.HEAD_BROOK) => schoolView(policy, lived, who, ASH.urn, NOW);

  test('categories without their reasons, where it shares categories alone', () => {
    const view = seen(sharing('category'));
    expect(view?.categories.map(({ category, why }) => [category, why])).toEqual([
      ['2b', undefined],
      ['2a', undefined],
    ]);
    expect(view?.latest).toBeUndefined();
    expect(view?.history).toEqual([]);
    expect(view?.withheld).toEqual(['figures', 'comment']);
  });

  test("the head's words without figures, where it shares comments alone", () => {
    const view = seen(sharing('comment'));
    expect(view?.latest).toMatchObject({ comment: 'A steady half term.', school: {} });
    expect(view?.latest?.cohorts.flatMap(({ figures }) => Object.keys(figures))).toEqual([]);
  });

  test('nothing but the public facts, where it shares nothing', () => {
    const view = seen(sharing());
    expect(view).toMatchObject({
      school: ASH,
      history: [],
      categories: [],
      withheld: ['figures', 'category', 'comment'],
    });
    expect(view?.results).toHaveLength(2);
  });

  test('which changes nothing for those who read the school in full', () => {
    for (const who of [made.CEO, made.HEAD_ASH]) expect(seen(sharing(), who)).toEqual(seen(OWLS, who));
    expect(seen(OWLS, made.CEO)?.withheld).toEqual([]);
  });
});
