import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import type { Target } from '../targets/target.ts';
import { lived } from './lived.examples.ts';
import { onAPageView } from './on-a-page.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, DALE, at, soapReturn } = made;
const NOW = at('2026-12-10T09:00');

const signed = (
  urn: string,
  yearGroup: Target['yearGroup'],
  measure: string,
  minimum: number,
  aspirational: number,
) => ({
  ...{ urn, academicYear: '2026-27', measure, ...(yearGroup ? { yearGroup } : {}) },
  revisions: [
    {
      ...{ state: 'signed-off' as const, minimum, aspirational, by: ['p-ceo'] },
      ...{ at: '2026-10-09T10:00:00Z', why: 'From July.' },
    },
  ],
});
const targets = [
  signed(ASH.urn, 'Y6', 'rwm', 60, 70),
  signed(ASH.urn, 'Y6', 'maths', 70, 80),
  signed(ASH.urn, 'Y3', 'maths', 80, 90),
  signed(DALE.urn, 'Y2', 'maths', 80, 90),
];
const given: Facts = { ...lived, records: { ...NO_RECORDS, targets: { targets, forBoard: [] } } };

const page = (urn = ASH.urn, who = made.CEO, asked: Parameters<typeof onAPageView>[4] = {}, facts = given) =>
  onAPageView(OWLS, facts, who, urn, asked, NOW);
type Page = NonNullable<ReturnType<typeof page>>;
const cellOf = (view: Page | undefined, year: string, measure: string) =>
  view?.tables
    .flatMap(({ rows }) => rows)
    .find((row) => row.year === year)
    ?.cells.find((cell) => cell?.measure === measure);
const besideOf = (view: Page | undefined, name: string) => view?.beside.find((row) => row.name === name);

describe('M40: a school on one page', () => {
  test('year groups by measure with line, change and target, early years apart (M13, M20)', () => {
    const view = page();
    expect(view?.tables.map(({ title, rows }) => [title, rows.map(({ year }) => year)])).toEqual([
      ['Early years', ['R']],
      ['Year groups', ['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6']],
    ]);
    expect(cellOf(view, 'Y6', 'rwm')).toEqual({
      measure: 'rwm',
      figure: 76,
      change: 6,
      line: [
        { halfTerm: AUTUMN_1, figure: 70 },
        { halfTerm: AUTUMN_2, figure: 76 },
      ],
      target: { minimum: 60, aspirational: 70 },
      progress: 'met',
    });
    expect(view?.tables[1]?.rows.find(({ year }) => year === 'Y3')?.cells.at(-1)).toBeUndefined();
    expect(view?.tables[1]?.all.find(({ measure }) => measure === 'maths')).toEqual({ measure: 'maths', figure: 76 });
    expect(view?.tables[0]?.all).toEqual([]);
  });

  test('at a glance: how many figures reach what they should, the furthest from it, what moved (M23)', () => {
    expect(page()?.glance.slice(0, 2)).toEqual([
      'Of 3 figures with a target: 1 at the target, 1 at the minimum, 1 below it.',
      'Furthest from the minimum, in points: Maths in Year 3 (4).',
    ]);
    expect(page(ASH.urn, made.CEO, {}, lived)?.glance[0]).toBe('No target of the year is signed off.');
    expect(page()?.glance[2]).toMatch(/^Up most since the last return: .+ \(6\)/);
  });

  test("figures stand beside last year's and England's (M18)", () => {
    const before = { ...given, returns: [...given.returns, soapReturn(ASH, '2025-26/autumn-2', 68)] };
    const view = page(ASH.urn, made.CEO, {}, before);
    expect(view?.beside.map(({ name }) => name).slice(0, 4)).toEqual([
      'Reading, writing and maths in Year 6',
      'Phonics in Year 1',
      'Good level of development in Reception',
      'Teaching good or better',
    ]);
    expect(besideOf(view, 'Reading, writing and maths in Year 6')).toMatchObject({
      figure: 76,
      yearAgo: 68,
      nation: { value: 62, year: '2024-25' },
    });
    expect(besideOf(view, 'Attendance')).toMatchObject({ yearAgo: 95.5, nation: { value: 94.8, year: '2024-25' } });
    expect(besideOf(view, 'Attendance')?.line.map(({ figure }) => figure)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      ...[95.5, 95.5],
    ]);
    expect(view?.published).toMatchObject({
      ...{ year: '2025-26', nationalYear: '2024-25' },
      figures: [{ name: 'Reading, writing and maths', value: 66, national: 62 }],
    });
  });

  test('an infant school has no Year 6, a junior school no phonics', () => {
    const returns = [soapReturn(BROOK, AUTUMN_2), soapReturn(CEDAR, AUTUMN_2)];
    const names = (urn: string) => page(urn, made.CEO, {}, { ...given, returns })?.beside.map(({ name }) => name);
    expect(names(BROOK.urn)?.slice(0, 2)).toEqual(['Phonics in Year 1', 'Good level of development in Reception']);
    expect(names(CEDAR.urn)?.slice(0, 2)).toEqual(['Reading, writing and maths in Year 6', 'Teaching good or better']);
  });

  test('the category of the half term with its support and its history; the last one where there is none yet (M28)', () => {
    const view = page();
    expect(view?.category?.now).toMatchObject({
      ...{ code: '2a', move: 'up', was: '2b', halfTerm: AUTUMN_2, name: 'Good, heading for outstanding' },
      ...{ by: 'Rowan Ellery', why: 'Seen in the visit.' },
    });
    expect(view?.category?.now?.agreed).toBeUndefined();
    const answer = { id: '1', urn: ASH.urn, halfTerm: AUTUMN_2, category: '2a', because: 'Too early.', by: 'p-ash' };
    const answers = [{ ...answer, answer: 'disagrees' as const, at: '2026-12-10T12:00:00Z' }];
    const answered = { ...given, records: { ...given.records, agreement: { answers } } };
    expect(page(ASH.urn, made.CEO, {}, answered)?.category?.now?.agreed).toBe(false);
    expect(view?.category?.now?.support).toMatch(/Core visits/);
    expect(view?.category?.history).toHaveLength(6);
    expect(view?.category?.history.map(({ category }) => category?.code).slice(-2)).toEqual(['2b', '2a']);
    expect(page(BROOK.urn)?.category?.now).toMatchObject({ code: '2cc', halfTerm: AUTUMN_1 });
  });

  test('a half term without a return shows the last one of the year and says so; unknown half terms show nothing', () => {
    const view = page(DALE.urn, made.CEO, { halfTerm: AUTUMN_2 });
    expect(view?.gaps[0]).toBe('There is no return of Autumn 2, 2026-27; the figures are of Autumn 1, 2026-27.');
    expect(cellOf(view, 'Y6', 'maths')?.figure).toBe(50);
    expect(page(ASH.urn, made.CEO, { halfTerm: AUTUMN_1 })?.halfTerm).toBe(AUTUMN_1);
    expect(page(ASH.urn, made.CEO, { halfTerm: '1999-00/autumn-1' })).toBeUndefined();
    expect(page(ASH.urn)?.halfTerms).toEqual([AUTUMN_2, AUTUMN_1]);
  });

  test('a school that has returned nothing has a page all the same', () => {
    const view = page(BROOK.urn);
    expect(view).toMatchObject({ halfTerm: AUTUMN_2, tables: [], beside: [], gaps: [], comment: '' });
    expect(view?.glance).toEqual(['No target of the year is signed off.']);
    expect(view?.returnedAt).toBeUndefined();
  });

  test('M35, M36: open plans and support of the year, where there are records of them', () => {
    const plan = {
      ...{ id: 'p', urn: ASH.urn, kind: 'raising' as const, year: '2026-27', begun: '2026-09-10', areas: [] },
      objectives: [
        {
          ...{ id: 'o', what: 'Maths', actions: [], impact: 'More on track' },
          milestones: [
            { id: 'm1', what: 'Half', by: '2026-12-01', met: '2026-11-30' },
            { id: 'm2', what: 'All', by: '2027-03-01' },
          ],
        },
      ],
      agreed: { on: '2026-10-01', by: 'p-ash' },
      reviews: [{ on: '2026-11-20', by: 'p-ceo', says: 'On its way.' }],
    };
    const records = {
      ...given.records,
      plans: { ...NO_RECORDS.plans, plans: [plan, { ...plan, id: 'q', year: '2025-26' }] },
    };
    expect(page(ASH.urn, made.CEO, {}, { ...given, records })?.plans).toEqual([
      'Raising attainment plan: agreed on 2026-10-01, 1 of 2 milestones met, last reviewed on 2026-11-20',
    ]);
  });
});

describe('M1 and M15: a page shows what its reader may see', () => {
  test("another school's head sees no small cohort, no comment, no category, no target and no counts", () => {
    const view = page(DALE.urn, made.HEAD_ASH);
    expect(cellOf(view, 'R', 'gld')).toMatchObject({ hidden: true });
    expect(cellOf(view, 'R', 'gld')?.figure).toBeUndefined();
    expect(cellOf(view, 'Y6', 'maths')?.target).toBeUndefined();
    expect(view).toMatchObject({ comment: '', plans: [], showsSmall: false, withheld: ['category', 'comment'] });
    expect(view?.category).toBeUndefined();
    expect(besideOf(view, 'Suspensions')).toBeUndefined();
    expect(besideOf(view, 'Good level of development in Reception')).toMatchObject({ hidden: true });
  });

  test('who sees small cohorts is told so, and can have them hidden to pass the page on', () => {
    expect(page(DALE.urn)).toMatchObject({ showsSmall: true, hidesSmall: false });
    expect(cellOf(page(DALE.urn), 'R', 'gld')?.figure).toBe(50);
    const cut = page(DALE.urn, made.CEO, { hideSmall: true });
    expect(cut).toMatchObject({ showsSmall: false, hidesSmall: true });
    expect(cellOf(cut, 'R', 'gld')?.figure).toBeUndefined();
    expect(cellOf(cut, 'Y2', 'maths')?.target).toBeUndefined();
    expect(cut?.comment).toBe('A steady half term.');
    expect(page(DALE.urn, made.HEAD_ASH, { hideSmall: true })?.hidesSmall).toBe(false);
  });

  test('unknown and forbidden schools look alike', () => {
    const governor = made.person('p-gov', 'Governor', ['governor-chair', made.ofSchool(ASH.urn)]);
    expect(page('999999')).toBeUndefined();
    expect(page(BROOK.urn, governor)).toBeUndefined();
    expect(page(ASH.urn, governor)?.school.name).toBe(ASH.name);
  });

  test('M15: for whoever is not of the school, no figure of a small year group is on the page, in no form', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(sizes, sizes, (now, then) => {
        const returned = (halfTerm: string, pupils: readonly number[]) => {
          const one = soapReturn(DALE, halfTerm, 50);
          return { ...one, cohorts: one.cohorts.map((cohort, at) => ({ ...cohort, pupils: pupils[at] ?? 0 })) };
        };
        const returns = [returned(AUTUMN_1, then), returned(AUTUMN_2, now)];
        const view = page(DALE.urn, made.HEAD_ASH, {}, { ...given, returns });
        for (const { rows } of view?.tables ?? []) {
          for (const { pupils, cells, year } of rows) {
            const before = then[returns[0]?.cohorts.findIndex((cohort) => cohort.year === year) ?? 0] ?? 0;
            for (const cell of cells.filter((one) => one !== undefined)) {
              if (pupils < OWLS.soap.suppressBelow)
                expect(cell.figure ?? cell.change ?? cell.line.at(-1)?.figure).toBeUndefined();
              if (before < OWLS.soap.suppressBelow) expect(cell.line[0]?.figure ?? cell.change).toBeUndefined();
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('M13: pupil groups on the page', () => {
  const level = (value: number) => ({ reading: value, writing: value, maths: value, rwm: value });
  const withGroups = (halfTerm: string, groups: NonNullable<Facts['returns'][number]['groups']>): Facts => ({
    ...given,
    returns: given.returns.map((one) => (one.urn === ASH.urn && one.halfTerm === halfTerm ? { ...one, groups } : one)),
  });
  const groups = [
    { group: 'send', pupils: 20, figures: { reading: 41 } },
    { group: 'lookedAfter', pupils: 2, figures: level(50) },
    { group: 'girls', pupils: 90, figures: level(77) },
    { group: 'boys', pupils: 90, figures: level(70) },
  ];
  const facts = withGroups(AUTUMN_2, groups);
  const rowOf = (view: Page | undefined, name: string) => view?.groups?.rows.find((row) => row.name === name);

  test('stand beside all pupils and the last return; one that was not given keeps its row', () => {
    const view = page(ASH.urn, made.CEO, {}, facts);
    expect(view?.groups?.measures.map(({ key }) => key)).toEqual(['reading', 'writing', 'maths', 'rwm']);
    expect(view?.groups?.school[0]).toEqual({ measure: 'reading', figure: 76 });
    expect(view?.groups?.rows.map(({ name, pupils }) => [name, pupils])).toEqual([
      ['Disadvantaged', undefined],
      ['SEND', 20],
      ['EAL', undefined],
      ['Looked after', 2],
      ['Girls', 90],
      ['Boys', 90],
    ]);
    expect(rowOf(view, 'SEND')).toEqual({
      group: 'send',
      name: 'SEND',
      pupils: 20,
      cells: [{ measure: 'reading', figure: 41 }, { measure: 'writing' }, { measure: 'maths' }, { measure: 'rwm' }],
    });
    const moved = {
      ...facts,
      returns: facts.returns.map((one) =>
        one.urn === ASH.urn && one.halfTerm === AUTUMN_1
          ? { ...one, groups: [{ group: 'send', pupils: 20, figures: { reading: 38 } }] }
          : one,
      ),
    };
    expect(rowOf(page(ASH.urn, made.CEO, {}, moved), 'SEND')?.cells[0]).toEqual({
      measure: 'reading',
      figure: 41,
      change: 3,
    });
  });

  test('few pupils are hidden to pass the page on, and it says that they stand there (M15)', () => {
    const view = page(ASH.urn, made.CEO, {}, facts);
    expect(view?.showsSmall).toBe(true);
    const passed = page(ASH.urn, made.CEO, { hideSmall: true }, facts);
    expect(rowOf(passed, 'Looked after')).toEqual({
      group: 'lookedAfter',
      name: 'Looked after',
      hidden: true,
      cells: [{ measure: 'reading' }, { measure: 'writing' }, { measure: 'maths' }, { measure: 'rwm' }],
    });
    expect(rowOf(passed, 'Girls')?.pupils).toBe(90);
    expect(passed?.showsSmall).toBe(false);
    const onlySmall = page(ASH.urn, made.CEO, { hideSmall: true }, withGroups(AUTUMN_2, groups.slice(1, 2)));
    expect(onlySmall?.groups?.rows.some(({ hidden }) => hidden)).toBe(true);
  });

  test('a return without them says so', () => {
    const view = page();
    expect(view).not.toHaveProperty('groups');
    expect(view?.gaps).toContain('The return has no figures of pupil groups.');
    expect(page(ASH.urn, made.CEO, {}, facts)?.gaps).not.toContain('The return has no figures of pupil groups.');
  });
});
