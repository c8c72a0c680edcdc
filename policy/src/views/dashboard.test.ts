import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { dashboard } from './dashboard.ts';
import { judged, lived } from './lived.examples.ts';
import { meetingsView } from './meetings.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, DALE, at, facts, soapReturn } = made;
const NOW = at('2026-12-10T09:00');
const extra = { reminders: (urn: string) => (urn === BROOK.urn ? 2 : 0) };

const seen = () => dashboard(OWLS, lived, made.CEO, NOW, extra);

describe("the CEO's dashboard", () => {
  test('tells who has returned, by name, with their head and reminders', () => {
    expect(seen().collection).toMatchObject({
      opens: '2026-11-30T08:00:00Z',
      due: '2026-12-09T17:00:00Z',
      returned: 1,
      total: 4,
    });
    expect(seen().collection.schools.map(({ name, head, state, reminders }) => [name, head, state, reminders])).toEqual(
      [
        ['Ash Tree Primary School', 'Harriet Coombe', 'returned', 0],
        ['Brookside Infant School', 'Daniel Osei', 'overdue', 2],
        ['Cedar Junior School', 'Mary Kettle', 'overdue', 0],
        ['Dale Village Primary School', 'Mary Kettle', 'overdue', 0],
      ],
    );
    expect(seen().collection.schools[0]).toEqual({
      head: 'Harriet Coombe',
      name: 'Ash Tree Primary School',
      reminders: 0,
      revision: 1,
      state: 'returned',
      submittedAt: '2026-12-07T10:00:00Z',
      urn: '100001',
    });
    expect(seen().asOf).toBe(NOW.toString());
  });

  test('holds the latest figures of each school, weighted, with their change and from when they are', () => {
    const [ash, brook, cedar, dale] = seen().heatMap.rows;
    const rwm = (row: typeof ash) => row?.cells.find(({ measure }) => measure === 'rwm');
    expect(rwm(ash)).toEqual({ measure: 'rwm', value: 76, pupils: 180, change: 6, band: 'strong' });
    expect(rwm(brook)).toEqual({ measure: 'rwm', pupils: 0 });
    expect(rwm(cedar)).toEqual({
      band: 'secure',
      measure: 'rwm',
      pupils: 240,
      value: 64,
    });
    expect(rwm(dale)).toEqual({
      band: 'concern',
      measure: 'rwm',
      pupils: 47,
      value: 50,
    });
    expect([ash, brook, cedar, dale].map((row) => row?.from)).toEqual([
      AUTUMN_2,
      undefined,
      '2025-26/summer-2',
      AUTUMN_1,
    ]);
  });

  test("shows no change from last year's year groups: they were other children", () => {
    const returns = [soapReturn(ASH, '2025-26/summer-2', 90), soapReturn(ASH, AUTUMN_1, 60)];
    const { heatMap } = dashboard(OWLS, facts({ returns }), made.CEO, NOW, extra);
    const ash = heatMap.rows.find(({ urn }) => urn === ASH.urn);
    expect(ash?.from).toBe(AUTUMN_1);
    expect(ash?.cells.some(({ value }) => value !== undefined)).toBe(true);
    expect(ash?.cells.every(({ change }) => change === undefined)).toBe(true);
  });

  test("the trust's figure is weighted by pupils over all schools", () => {
    const rwm = seen().heatMap.trust.find(({ measure }) => measure === 'rwm');
    // 180 pupils at 76, 240 at 64, 47 at 50.
    expect(rwm).toEqual({
      band: 'secure',
      change: -2.8,
      measure: 'rwm',
      pupils: 467,
      value: 67.2,
    });
  });

  test('sets each school into the matrix by its newest validated category, with its move', () => {
    const column = (code: string) => seen().categories.matrix.find((one) => one.code === code)?.schools;
    expect(seen().categories.matrix).toHaveLength(11);
    expect(column('2a')).toEqual([{ urn: ASH.urn, name: ASH.name, was: '2b', move: 'up' }]);
    expect(column('2cc')).toEqual([{ urn: BROOK.urn, name: BROOK.name, was: '2cc', move: 'same' }]);
    expect(seen().categories.atRisk).toBe(1);
  });

  test('says what needs attention, the most urgent first', () => {
    expect(seen().attention).toEqual([
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
      {
        says: 'One school is at risk of slipping: Brookside Infant School (2cc).',
        to: `/categories/${AUTUMN_2}`,
        level: 'info',
      },
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
    expect(reading[0]).toEqual({
      band: 'secure',
      measure: 'reading',
      pupils: 180,
      value: 70,
    });
    expect(reading[1]).toEqual({ measure: 'reading', pupils: 4, hidden: true });
    const trust = heatMap.trust.find(({ measure }) => measure === 'reading');
    // With one school hidden, a trust figure of both would give it away; it is of the schools that are shown.
    expect(trust).toEqual({
      band: 'secure',
      measure: 'reading',
      pupils: 180,
      value: 70,
    });
    expect(categories.matrix.flatMap(({ schools }) => schools)).toEqual([]);
  });
});

test('M1: a reader of the overview finds only the categories they read, and no meetings where they see none', () => {
  const placed = (who: typeof made.CEO) => dashboard(OWLS, lived, who, NOW, extra);
  const ash = placed(made.HEAD_ASH);
  expect(ash.categories.matrix.flatMap(({ schools }) => schools.map(({ urn }) => urn))).toEqual([ASH.urn]);
  expect(ash.categories.round.total).toBe(1);
  const governor = made.person('p-gov', 'Una Chair', ['governor-chair', made.ofSchool(ASH.urn)]);
  const meetings = plan(OWLS, lived, '2026-27').map((one) => ({ ...one, state: 'agreed' as const, version: '1' }));
  expect(dashboard(OWLS, { ...lived, meetings }, governor, NOW, extra).next).toEqual([]);
});

test('four schools are all named; from five on three are, and how many more', () => {
  const { attention } = dashboard(OWLS, facts({ people: [made.CEO] }), made.CEO, at('2026-11-23T09:00'), extra);
  expect(attention[0]?.says).toBe(
    'Ash Tree Primary School, Brookside Infant School, Cedar Junior School and Dale Village Primary School have no head on record, so nobody is asked for the return.',
  );
});

test('M4: the meetings of a year stand in order of time, other years’ left out', () => {
  const recorded = plan(OWLS, lived, '2026-27')
    .slice(0, 4)
    .map((one) => ({ ...one, state: 'agreed' as const, version: '1' }));
  const [first, second, third, fourth] = recorded;
  if (!first || !second || !third || !fourth) throw new Error('The plan has four meetings.');
  const meetings = [third, first, { ...second, key: 'old', year: '2025-26' }, fourth, second];
  const seen = meetingsView(OWLS, { ...lived, meetings }, made.CEO, '2026-27', NOW);
  expect(seen?.recorded.map(({ key }) => key)).toEqual(recorded.map(({ key }) => key));
});
