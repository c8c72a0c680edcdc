import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { categoriesView } from './categories.ts';
import { dashboard } from './dashboard.ts';
import { me } from './me.ts';
import { meetingsView } from './meetings.ts';
import { peopleView } from './people.ts';
import { schoolView } from './school.ts';
import { soapFormView } from './soap-form.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, DALE, at, facts, soapReturn } = made;
const NOW = at('2026-12-10T09:00');
const extra = { reminders: (urn: string) => (urn === BROOK.urn ? 2 : 0) };

const judged = (urn: string, category: string, halfTerm: string, validated = true) => ({
  urn,
  halfTerm,
  proposed: { category, by: 'p-north', at: '2026-12-09T18:00:00Z', because: 'Seen in the visit.' },
  ...(validated ? { validated: { category, by: 'p-ceo', at: '2026-12-10T08:00:00Z' } } : {}),
});
const lived: Facts = facts({
  returns: [
    soapReturn(ASH, AUTUMN_1, 70),
    soapReturn(ASH, AUTUMN_2, 76),
    soapReturn(DALE, AUTUMN_1, 50),
    soapReturn(CEDAR, '2025-26/summer-2', 64),
  ],
  judgements: [
    judged(ASH.urn, '2b', AUTUMN_1),
    judged(ASH.urn, '2a', AUTUMN_2),
    judged(BROOK.urn, '2cc', AUTUMN_1),
    judged(BROOK.urn, '2b', AUTUMN_2, false),
  ],
  results: [
    { urn: ASH.urn, year: '2025-26', expected: { rwm: { value: 66 } } },
    { urn: ASH.urn, year: '2024-25', expected: { rwm: { value: 61 } } },
  ],
});
const seen = dashboard(OWLS, lived, made.CEO, NOW, extra);

describe("the CEO's dashboard", () => {
  test('tells who has returned, by name, with their head and reminders', () => {
    expect(seen.collection).toMatchObject({
      opens: '2026-11-30T08:00:00Z',
      due: '2026-12-09T17:00:00Z',
      returned: 1,
      total: 4,
    });
    expect(seen.collection.schools.map(({ name, head, state, reminders }) => [name, head, state, reminders])).toEqual([
      ['Ash Tree Primary School', 'Harriet Coombe', 'returned', 0],
      ['Brookside Infant School', 'Daniel Osei', 'overdue', 2],
      ['Cedar Junior School', 'Mary Kettle', 'overdue', 0],
      ['Dale Village Primary School', 'Mary Kettle', 'overdue', 0],
    ]);
    expect(seen.collection.schools[0]).toMatchObject({ submittedAt: '2026-12-07T10:00:00Z', revision: 1 });
    expect(seen.asOf).toBe(NOW.toString());
  });

  test('holds the latest figures of each school, weighted, with their change and from when they are', () => {
    const [ash, brook, cedar, dale] = seen.heatMap.rows;
    const rwm = (row: typeof ash) => row?.cells.find(({ measure }) => measure === 'rwm');
    expect(rwm(ash)).toEqual({ measure: 'rwm', value: 76, pupils: 180, change: 6, band: 'strong' });
    expect(rwm(brook)).toEqual({ measure: 'rwm', pupils: 0 });
    expect(rwm(cedar)).toMatchObject({ value: 64, band: 'secure' });
    expect(rwm(dale)).toMatchObject({ value: 50, band: 'concern' });
    expect([ash, brook, cedar, dale].map((row) => row?.from)).toEqual([
      AUTUMN_2,
      undefined,
      '2025-26/summer-2',
      AUTUMN_1,
    ]);
  });

  test("the trust's figure is weighted by pupils over all schools", () => {
    const rwm = seen.heatMap.trust.find(({ measure }) => measure === 'rwm');
    // 180 pupils at 76, 240 at 64, 47 at 50.
    expect(rwm).toMatchObject({ pupils: 467, value: Math.round(((180 * 76 + 240 * 64 + 47 * 50) / 467) * 10) / 10 });
  });

  test('sets each school into the matrix by its newest validated category, with its move', () => {
    const column = (code: string) => seen.categories.matrix.find((one) => one.code === code)?.schools;
    expect(seen.categories.matrix).toHaveLength(11);
    expect(column('2a')).toEqual([{ urn: ASH.urn, name: ASH.name, was: '2b', move: 'up' }]);
    expect(column('2cc')).toEqual([{ urn: BROOK.urn, name: BROOK.name, was: '2cc', move: 'same' }]);
    expect(seen.categories.atRisk).toBe(1);
  });

  test('says what needs attention, the most urgent first', () => {
    expect(seen.attention).toEqual([
      {
        says: '3 returns are overdue for Autumn 2, 2026-27: Brookside Infant School, Cedar Junior School and Dale Village Primary School.',
        to: '/collection',
        level: 'urgent',
      },
      { says: 'One category awaits your validation.', to: `/categories/${AUTUMN_2}`, level: 'soon' },
      expect.objectContaining({
        says: expect.stringMatching(/^\d+ meetings of 2026-27 are in nobody's calendar yet\.$/),
        to: '/meetings',
      }),
      { says: 'One school is at risk of slipping.', to: `/categories/${AUTUMN_2}`, level: 'info' },
    ]);
  });

  test('names a school that has no head on record', () => {
    const people = made.PEOPLE.filter(({ id }) => id !== 'p-brook');
    const { attention } = dashboard(OWLS, { ...lived, people }, made.CEO, at('2026-11-23T09:00'), extra);
    expect(attention[0]?.says).toBe(
      'Brookside Infant School has no head on record, so nobody is asked for the return.',
    );
  });

  test('shortens a long list of names and turns urgent once validation is late', () => {
    const schools = Array.from({ length: 6 }, (_, place) => made.school(`30000${place}`, `School ${place}`));
    const judgements = schools.map(({ urn }) => judged(urn, '2cc', AUTUMN_2, false));
    const { attention } = dashboard(
      OWLS,
      facts({ schools, people: [made.CEO], judgements }),
      made.CEO,
      at('2026-12-17T09:00'),
      extra,
    );
    expect(attention.map(({ says, level }) => `${level}: ${says}`)).toEqual([
      'urgent: 6 returns are overdue for Autumn 2, 2026-27: School 0, School 1, School 2 and 3 more.',
      'urgent: School 0, School 1, School 2 and 3 more have no head on record, so nobody is asked for the return.',
      'urgent: 6 categories await your validation.',
      expect.stringMatching('^soon: .* meetings of 2026-27'),
    ]);
  });

  test('asks for nothing where nothing needs asking', () => {
    const meetings = plan(OWLS, lived, '2026-27').map((one) => ({
      ...one,
      state: 'in calendars' as const,
      version: '1',
    }));
    const calm = dashboard(OWLS, facts({ meetings }), made.CEO, at('2026-11-23T09:00'), extra);
    expect(calm.attention).toEqual([]);
    expect(calm.next.map(({ start }) => start)).toEqual(
      meetings
        .map(({ start }) => start)
        .filter((start) => start > '2026-11-23')
        .slice(0, 5),
    );
  });

  test('beyond the known years shows the last half term; without any it can not be made', () => {
    expect(dashboard(OWLS, lived, made.CEO, at('2030-01-01T09:00'), extra).halfTerm.id).toBe('2027-28/summer-2');
    const bare = { ...OWLS, calendar: { years: [], bankHolidays: [] } };
    expect(() => dashboard(bare, lived, made.CEO, NOW, extra)).toThrow('no half terms');
  });

  test('shows a cluster leader their own cluster only, and a chair no doors that are not theirs', () => {
    const north = dashboard(OWLS, lived, made.CLUSTER_NORTH, NOW, extra);
    expect(north.collection.schools.map(({ urn }) => urn)).toEqual([ASH.urn, BROOK.urn]);
    expect(north.categories.round.total).toBe(2);
    const chair = made.person('p-chair', 'Chair', ['chair', made.trust]);
    expect(dashboard(OWLS, lived, chair, NOW, extra).attention.map(({ to }) => to)).not.toContain('/meetings');
  });

  test('hides small cohorts of other schools from a head, in the trust figure too', () => {
    const tiny = { ...DALE, pupils: { Y6: 4 }, years: ['Y6' as const] };
    const given = facts({ schools: [ASH, tiny], returns: [soapReturn(ASH, AUTUMN_1), soapReturn(tiny, AUTUMN_1)] });
    const { heatMap, categories } = dashboard(OWLS, given, made.HEAD_ASH, NOW, extra);
    const reading = heatMap.rows.map(({ cells }) => cells.find(({ measure }) => measure === 'reading'));
    expect(reading[0]).toMatchObject({ value: 70 });
    expect(reading[1]).toEqual({ measure: 'reading', pupils: 4, hidden: true });
    const trust = heatMap.trust.find(({ measure }) => measure === 'reading');
    // With one school hidden, a trust figure of both would give it away; it is of the schools that are shown.
    expect(trust).toMatchObject({ value: 70, pupils: 180 });
    expect(categories.matrix.flatMap(({ schools }) => schools)).toEqual([]);
  });
});

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
  const view = categoriesView(OWLS, lived, made.CEO, AUTUMN_2, NOW);

  test('has each school with its last category, a suggestion, what was judged and by whom', () => {
    const ash = view?.schools[0];
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
    expect(view?.scale).toHaveLength(11);
    expect(view?.round).toMatchObject({ proposed: 2, validated: 1, total: 4 });
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
    expect(view.halfTerm?.id).toBe(AUTUMN_2);
    expect(view.may).toMatchObject({ 'soap.write': true, 'dashboard.read': false, import: false });
  });

  test('meetings: the plan beside what is recorded, for those who may see it', () => {
    const recorded = plan(OWLS, lived, '2026-27').map((one) => ({ ...one, state: 'agreed' as const, version: '1' }));
    const view = meetingsView(OWLS, { ...lived, meetings: recorded.toReversed() }, made.CEO, '2026-27', NOW);
    expect(view?.planned).toEqual(plan(OWLS, lived, '2026-27'));
    expect(view?.recorded).toEqual(recorded);
    expect(view?.mayPlan).toBe(true);
    expect(meetingsView(OWLS, lived, made.HEAD_BROOK, '2026-27', NOW)?.mayPlan).toBe(false);
    expect(meetingsView(OWLS, lived, made.CEO, '2030-31', NOW)).toBeUndefined();
    expect(meetingsView(OWLS, lived, made.person('p', 'P'), '2026-27', NOW)).toBeUndefined();
  });

  test('people: by name, their roles in words and whether they can be reached', () => {
    const view = peopleView(lived, made.CEO, NOW, (id) => (id === 'p-ash' ? 'reachable' : 'not installed'));
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
    expect(peopleView(lived, made.HEAD_BROOK, NOW, () => 'reachable')).toBeUndefined();
  });
});
