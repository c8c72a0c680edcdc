// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, at, facts, SCHOOLS } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { allocate, checkRingFence, checkSupport, inPounds, nameOf, total } from './allocation.ts';
import { ledgerOf, ringFenceOf } from './ledger.ts';
import { OWLS_SUPPORT } from './owls-support.ts';
import { routesFor } from './routes.ts';
import { need, ringFence, support, validated, YEAR } from './support.examples.ts';
import type { RingFence, Support } from './support.ts';
import { supportTasks } from './support-tasks.ts';
import { agreementDue, supportYear } from './support-year.ts';

const RING_FENCES = SCHOOLS.map(({ urn }) => ringFence(urn));
const ledger = (supports: readonly Support[], when = '2026-11-02T09:00', ringFences: readonly RingFence[] = []) =>
  ledgerOf(OWLS, OWLS_SUPPORT, { supports, ringFences }, ASH.urn, YEAR, at(when));
const { agreed: _, ...OPEN } = support();
type Records = Parameters<typeof supportTasks>[3];
const tasks = (when: string, records: Partial<Records> = {}, other: Partial<Facts> = { schools: [ASH] }) =>
  supportTasks(
    OWLS,
    OWLS_SUPPORT,
    facts(other),
    { supports: [], ringFences: RING_FENCES, needs: [], ...records },
    at(when),
  );

describe('what a ledger warns of, in full (M34)', () => {
  const school = (pounds: number, other: Partial<Support> = {}) =>
    support({ cost: pounds, allocations: [{ source: 'school', pounds }], ...other });
  const grants = support({ id: 's-2', cost: 500, allocations: [{ source: 'grants', pounds: 500 }] });

  test('a ledger within its limits', () => {
    expect(ledger([school(3000)])).toEqual({
      bySource: [
        {
          committed: 3000,
          name: "the school's ring-fenced money",
          source: 'school',
          spent: 0,
        },
        {
          committed: 0,
          name: "the trust's school improvement reserves",
          source: 'reserves',
          spent: 0,
        },
        {
          committed: 0,
          name: 'grants',
          source: 'grants',
          spent: 0,
        },
      ],
      committed: 3000,
      left: 2000,
      ringFenced: 5000,
      spent: 0,
      urn: '100001',
      warnings: [],
      year: '2026-27',
    });
    expect(ledger([school(5000)]).warnings).toEqual([]);
    expect(ledger([school(5000), grants]).warnings).toEqual([]);
  });

  test('limits, order and cover', () => {
    expect(ledger([school(5001)]).warnings).toEqual([
      {
        kind: 'over-ring-fence',
        why: {
          because: ['The school is to pay £5,001 and has set aside £5,000.'],
          rule: 'M34',
          wouldChange: 'Raise the ring fence, up to £10,000, or take the rest from another source.',
        },
      },
    ]);
    expect(ledger([school(OWLS_SUPPORT.ceiling + 1)], undefined, [ringFence(ASH.urn, 20_000)]).warnings).toEqual([
      {
        kind: 'over-ceiling',
        why: {
          because: ['The school is to pay £10,001, above the planning ceiling of £10,000.'],
          rule: 'M34',
          wouldChange: "Take what lies above from the trust's reserves or from grants.",
        },
      },
    ]);
    expect(ledger([school(OWLS_SUPPORT.ceiling)], undefined, [ringFence(ASH.urn, 20_000)]).warnings).toEqual([]);
    expect(ledger([school(3000), grants]).warnings).toEqual([
      {
        kind: 'school-not-first',
        why: {
          because: ['Other sources pay £500, and the ring fence has £2,000 left.'],
          rule: 'M34',
          wouldChange: 'Let the school pay first, as far as its ring fence goes.',
        },
      },
    ]);
    expect(ledger([support({ cost: 3001 })]).warnings).toEqual([
      {
        kind: 'not-covered',
        support: 's-1',
        why: {
          because: ['a reading specialist costs £3,001, and its sources come to £3,000.'],
          rule: 'M34',
          wouldChange: 'Spread the cost over the sources, no more and no less.',
        },
      },
    ]);
  });

  test('agreement, spending and the end of the year', () => {
    expect(ledger([OPEN], '2026-09-22T17:00').warnings).toEqual([
      {
        kind: 'not-agreed',
        support: 's-1',
        why: {
          because: ['Who pays for a reading specialist was to be agreed by 2026-09-22.'],
          rule: 'M34',
          wouldChange: 'The CEO and the head agree the cost and the source.',
        },
      },
    ]);
    expect(ledger([OPEN], '2026-09-22T16:59').warnings).toEqual([]);
    const spent = (pounds: number) =>
      school(3000, { spent: [{ source: 'school', pounds, on: '2026-10-05', for: 'Days' }] });
    expect(ledger([spent(3000)]).warnings).toEqual([]);
    expect(ledger([spent(3001)]).warnings).toEqual([
      {
        kind: 'overspent',
        why: {
          because: ["£3,001 are spent from the school's ring-fenced money, and £3,000 are committed."],
          rule: 'M34',
          wouldChange: 'Commit what was spent, or correct the entry.',
        },
      },
    ]);
    const year = supportYear(OWLS, OWLS_SUPPORT, YEAR);
    expect(year).toBeDefined();
    if (!year) return;
    const from = (now: typeof year.unspentFrom) =>
      ledgerOf(OWLS, OWLS_SUPPORT, { supports: [spent(1000)], ringFences: [] }, ASH.urn, YEAR, now).warnings;
    expect(from(year.unspentFrom)).toEqual([
      {
        kind: 'unspent',
        why: {
          because: ["£2,000 from the school's ring-fenced money are committed and not spent."],
          rule: 'M34',
          wouldChange: "Spend or release it by 2027-07-09, the year's last school day.",
        },
      },
    ]);
    expect(from(year.unspentFrom.subtract({ minutes: 1 }))).toEqual([]);
  });

  test('the newest ring fence counts, for its school and year', () => {
    const old = { ...ringFence(ASH.urn, 6000), at: '2026-08-26T09:00:00Z' };
    const newer = { ...ringFence(ASH.urn, 7000), at: '2026-09-26T09:00:00Z' };
    expect(ringFenceOf([newer, old], ASH.urn, YEAR)).toBe(newer);
    expect(ringFenceOf([old, newer], ASH.urn, YEAR)).toBe(newer);
    expect(ringFenceOf([old, { ...old, amount: 1 }], ASH.urn, YEAR)).toBe(old);
    expect(ringFenceOf([old], '999999', YEAR)).toBeUndefined();
    expect(ringFenceOf([old], ASH.urn, '2025-26')).toBeUndefined();
  });

  test('a source that the policy lost keeps its line', () => {
    const lost = support({ cost: 10, allocations: [{ source: 'lottery', pounds: 10 }] });
    expect(ledger([lost]).bySource.at(-1)).toEqual({ source: 'lottery', name: 'lottery', committed: 10, spent: 0 });
  });
});

describe('sums that cannot stand, in full (M34)', () => {
  test('a ring fence', () => {
    expect(checkRingFence(OWLS_SUPPORT, OWLS_SUPPORT.ringFence)).toEqual({ ok: true });
    expect(checkRingFence(OWLS_SUPPORT, OWLS_SUPPORT.ceiling)).toEqual({ ok: true });
    expect(checkRingFence(OWLS_SUPPORT, OWLS_SUPPORT.ringFence - 1)).toEqual({
      ok: false,
      says: 'Set aside from £5,000 to £10,000, in whole pounds.',
      why: {
        because: ['4999 lies outside what the trust has agreed.'],
        rule: 'M34',
        wouldChange: 'A sum within it; what lies above comes from the other sources.',
      },
    });
    expect(checkRingFence(OWLS_SUPPORT, OWLS_SUPPORT.ceiling + 1)).toMatchObject({ ok: false });
    expect(checkRingFence(OWLS_SUPPORT, 5000.5)).toMatchObject({ ok: false });
  });

  test('support', () => {
    const check = (other: Partial<Support>) => checkSupport(OWLS_SUPPORT, support(other));
    expect(check({})).toEqual({ ok: true });
    expect(check({ cost: 0, allocations: [] })).toEqual({ ok: true });
    expect(check({ what: ' ' })).toEqual({
      ok: false,
      says: 'Say what the support is.',
      why: {
        because: ['It has no words.'],
        rule: 'M34',
        wouldChange: 'A description.',
      },
    });
    expect(check({ cost: -1 })).toEqual({
      ok: false,
      says: 'Give whole pounds, 0 or more.',
      why: {
        because: ['The cost is -1.'],
        rule: 'M34',
        wouldChange: 'A whole number of pounds.',
      },
    });
    expect(check({ cost: 2999 })).toEqual({
      ok: false,
      says: 'Spread £2,999 over the sources, no more and no less.',
      why: {
        because: ['The sources come to £3,000.'],
        rule: 'M34',
        wouldChange: 'Sources that come to the cost.',
      },
    });
    expect(check({ allocations: [{ source: '', pounds: 3000 }] })).toEqual({
      ok: false,
      says: 'Choose one of school, reserves, grants.',
      why: {
        because: ['An empty name is no source of the policy.'],
        rule: 'M34',
        wouldChange: 'A known source.',
      },
    });
    const twice = [
      { source: 'school', pounds: 1000 },
      { source: 'school', pounds: 2000 },
    ];
    expect(check({ allocations: twice })).toEqual({
      ok: false,
      says: 'Name school once.',
      why: {
        because: ['school is there twice.'],
        rule: 'M34',
        wouldChange: 'One sum.',
      },
    });
    expect(check({ allocations: [{ source: 'school', pounds: 0.5 }] })).toEqual({
      ok: false,
      says: 'Give whole pounds, 0 or more.',
      why: {
        because: ['The part of school is 0.5.'],
        rule: 'M34',
        wouldChange: 'A whole number of pounds.',
      },
    });
  });

  test('a cost over its sources', () => {
    expect(allocate(OWLS_SUPPORT, 0, {})).toEqual({
      allocations: [],
      ok: true,
      why: {
        because: ['It costs nothing.'],
        rule: 'M34',
        wouldChange: 'Another cost, or other sums left in the sources.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 100, { school: 99.9, reserves: -5, grants: Number.POSITIVE_INFINITY })).toEqual({
      ok: false,
      says: '£1 of £100 are not covered: raise the ring fence up to £10,000, find another source, or plan less.',
      why: {
        because: ["£99 from the school's ring-fenced money."],
        rule: 'M34',
        wouldChange: 'More money in a source, or a lower cost.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 100, { school: 60, grants: 40 })).toEqual({
      allocations: [
        {
          pounds: 60,
          source: 'school',
        },
        {
          pounds: 40,
          source: 'grants',
        },
      ],
      ok: true,
      why: {
        because: ["£60 from the school's ring-fenced money.", '£40 from grants.'],
        rule: 'M34',
        wouldChange: 'Another cost, or other sums left in the sources.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 100, {})).toEqual({
      ok: false,
      says: '£100 of £100 are not covered: raise the ring fence up to £10,000, find another source, or plan less.',
      why: {
        because: ['No source has anything left.'],
        rule: 'M34',
        wouldChange: 'More money in a source, or a lower cost.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 1.5, {})).toMatchObject({ ok: false });
  });

  test('pounds and names', () => {
    expect([inPounds(5000), inPounds(-5000), inPounds(0)]).toEqual(['£5,000', '-£5,000', '£0']);
    expect([nameOf(OWLS_SUPPORT, 'grants'), nameOf(OWLS_SUPPORT, 'lottery')]).toEqual(['grants', 'lottery']);
    expect(total([{ pounds: 1 }, { pounds: 2 }])).toBe(3);
  });
});

describe('what support asks, in full', () => {
  test('M33: to plan and cost what a route opened', () => {
    expect(tasks('2026-09-02T08:00', { needs: [need()] })).toEqual([
      {
        because: 'The school asks: Reading in Year 2. Too few are on track.',
        by: '2026-09-22T16:00:00Z',
        key: 'support-route/2026-27/100001/school-asks/n-1/p-ceo',
        kind: 'task',
        otherwise: 'The school has no agreed support, and nobody has agreed to pay for any.',
        person: 'p-ceo',
        rule: 'M33',
        since: '2026-09-02T07:00:00Z',
        title: 'Plan and cost additional support for Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    expect(tasks('2026-09-02T08:00', { needs: [need()], supports: [support()] })).toEqual([]);
    expect(tasks('2026-09-02T08:00', { needs: [need()], supports: [support({ need: 'n-2' })] })).toHaveLength(1);
  });

  test('M34: to agree who pays, and to settle what is above the ring fence', () => {
    expect(tasks('2026-09-02T08:00', { supports: [OPEN] })).toEqual([
      {
        because: 'It costs £3,000, and the source is to be agreed at the start of the year.',
        by: '2026-09-22T16:00:00Z',
        key: 'support-agree/s-1/p-ceo',
        kind: 'task',
        otherwise: 'The ledger warns, and the support has no agreed money.',
        person: 'p-ceo',
        rule: 'M34',
        since: '2026-09-02T07:00:00Z',
        title: 'Agree with Ash Tree Primary School who pays for a reading specialist',
        urn: '100001',
      },
    ]);
    const one = support({ cost: 3000 });
    const later = support({
      id: 's-2',
      cost: 2001,
      allocations: [{ source: 'school', pounds: 2001 }],
      recordedAt: '2026-10-05T09:00:00Z',
    });
    expect(tasks('2026-10-06T08:00', { supports: [later, one] })).toEqual([
      {
        because: 'The school has set aside £5,000, and is to pay £5,001.',
        key: 'support-over-ring-fence/2026-27/100001/s-2/p-ceo',
        kind: 'task',
        otherwise: 'The school pays money that it has not set aside.',
        person: 'p-ceo',
        rule: 'M34',
        since: '2026-10-06T07:00:00Z',
        title: 'Settle £1 of support for Ash Tree Primary School above its ring fence',
        urn: '100001',
      },
    ]);
    const sameTime = { ...later, id: 's-0', recordedAt: one.recordedAt };
    expect(tasks('2026-10-06T08:00', { supports: [one, sameTime] }).map(({ key }) => key)).toEqual([
      'support-over-ring-fence/2026-27/100001/s-1/p-ceo',
    ]);
    const within = { ...later, cost: 2000, allocations: [{ source: 'school', pounds: 2000 }] };
    expect(tasks('2026-10-06T08:00', { supports: [within, one] })).toEqual([]);
  });

  test('M34: to spend or release what is left near the end of the year', () => {
    expect(tasks('2027-07-08T08:00', { supports: [support()] })).toEqual([
      {
        because: 'The year ends on 2027-07-09, and this money is committed and not spent.',
        by: '2027-07-09T23:00:00Z',
        key: 'support-unspent/2026-27/100001/p-ash',
        kind: 'task',
        otherwise: 'It lapses with the year, and the support it was meant for does not happen.',
        person: 'p-ash',
        rule: 'M34',
        since: '2027-06-07T07:00:00Z',
        title: 'Spend or release £3,000 of support for Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const spent = support({ spent: [{ source: 'school', pounds: 3000, on: '2026-10-05', for: 'Days' }] });
    expect(tasks('2027-07-08T08:00', { supports: [spent] })).toEqual([]);
  });

  test('M34: by when cost and source are to be agreed', () => {
    const due = (recordedAt: string) => agreementDue(OWLS, OWLS_SUPPORT, support({ recordedAt }))?.toString();
    expect([due('2026-09-01T09:00:00Z'), due('2026-10-05T09:00:00Z'), due('2027-07-08T09:00:00Z')]).toEqual([
      '2026-09-22T16:00:00Z',
      '2026-10-26T17:00:00Z',
      '2027-07-09T16:00:00Z',
    ]);
    expect(agreementDue(OWLS, OWLS_SUPPORT, support({ year: '2036-37' }))).toBeUndefined();
  });
});

describe('routes to support, in full (M33)', () => {
  const routes = (
    school: typeof ASH,
    other: Partial<Facts> = {},
    date = '2026-11-02',
    needs = [] as ReturnType<typeof need>[],
  ) => routesFor(OWLS, OWLS_SUPPORT, facts({ schools: [school], ...other }), needs, school.urn, date);

  test('the Ofsted category, the risk, the new school and what people found', () => {
    expect(routes({ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } })).toEqual([
      {
        follows: 'The trust leads a full raising attainment plan with a range of support.',
        name: 'Ofsted category 3 or 4',
        route: 'category',
        since: '2026-09-02',
        why: {
          because: ['Ash Tree Primary School is in Ofsted category 3.'],
          rule: 'M33',
          wouldChange: 'The next inspection that takes it out of this category.',
        },
      },
    ]);
    expect(routes({ ...ASH, ofsted: { grade: 4 } })[0]?.since).toBeUndefined();
    const { ofsted: _ofsted, ...ungraded } = ASH;
    expect(routes({ ...ungraded, joined: '2026-09-01' })).toEqual([
      {
        follows: 'A support plan goes with its development.',
        name: 'New school',
        route: 'new-school',
        since: '2026-09-01',
        why: {
          because: ['Ash Tree Primary School joined on 2026-09-01 and has no Ofsted grade yet.'],
          rule: 'M33',
          wouldChange: 'Its first inspection, or 2028-09-01, when it no longer counts as new.',
        },
      },
    ]);
    const months = OWLS_SUPPORT.newForMonths;
    expect(months).toBeGreaterThan(0);
    expect(routes({ ...ungraded, joined: '2026-11-03' })).toEqual([]);
    expect(routes({ ...ungraded, joined: '2026-11-02' })).toHaveLength(1);
    expect(routes({ ...ASH, joined: '2026-09-01' })).toEqual([]);
    const judgements = [
      validated(ASH.urn, '2b', '2026-05-20T10:00:00Z', '2025-26/summer-1'),
      validated(ASH.urn, '2cc', '2026-07-08T10:00:00Z', '2025-26/summer-2'),
      validated(ASH.urn, '2cc', '2026-10-15T10:00:00Z', AUTUMN_1),
      validated(ASH.urn, '2b', '2026-12-15T10:00:00Z', AUTUMN_2),
    ];
    expect(routes(ASH, { judgements })).toEqual([
      {
        follows: 'The areas of concern go into a raising attainment plan; core visits watch its effect.',
        name: 'At risk of slipping',
        route: 'at-risk',
        since: '2026-07-08',
        why: {
          because: ['Ash Tree Primary School was last judged 2cc: Good, at risk.'],
          rule: 'M33',
          wouldChange: 'A validated category that is no longer at risk, or an inspection.',
        },
      },
    ]);
    expect(routes(ASH, { judgements }, '2026-12-15')).toEqual([]);
    expect(routes(ASH, { judgements }, '2026-12-14')).toHaveLength(1);
    expect(routes({ ...ASH, ofsted: { grade: 1 } }, { judgements })).toEqual([]);
    expect(routes(ungraded, { judgements })).toHaveLength(1);
    const both = [
      need({ id: 'n-2', at: '2026-09-01T09:00:00Z' }),
      need({ id: 'n-3', at: '2026-08-31T09:00:00Z' }),
      need(),
    ];
    expect(routes(ASH, {}, '2026-11-02', both).map((one) => one.need)).toEqual(['n-3', 'n-1', 'n-2']);
  });
});
