// @ts-nocheck
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ASH, at, DALE, facts, SCHOOLS } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { OWLS_SUPPORT } from './owls-support.ts';
import { need, ringFence, support, validated } from './support.examples.ts';
import { supportTasks } from './support-tasks.ts';

type Records = Parameters<typeof supportTasks>[3];
const RING_FENCES = SCHOOLS.map(({ urn }) => ringFence(urn));
const none: Records = { supports: [], ringFences: RING_FENCES, needs: [] };
const ASH_ALONE = { schools: [ASH] };
const tasks = (when: string, records: Partial<Records> = {}, other: Partial<Facts> = ASH_ALONE) =>
  supportTasks(OWLS, OWLS_SUPPORT, facts(other), { ...none, ...records }, at(when));
const keys = (...given: Parameters<typeof tasks>) => tasks(...given).map(({ key }) => key);
const { agreed: _, ...OPEN } = support();

describe('what support asks of people', () => {
  test('M34: each head confirms the ring fence from the first school day, until it is recorded', () => {
    expect(keys('2026-08-25T07:59', { ringFences: [] })).toEqual([]);
    expect(tasks('2026-08-25T08:00', { ringFences: [] })).toEqual([
      {
        kind: 'task',
        key: 'support-ring-fence/2026-27/100001/p-ash',
        rule: 'M34',
        person: 'p-ash',
        urn: ASH.urn,
        title: 'Confirm what Ash Tree Primary School sets aside for additional support',
        since: '2026-08-25T07:00:00Z',
        by: '2026-09-22T16:00:00Z',
        because: 'Each school sets aside £5,000 or more in 2026-27, and nothing is recorded yet.',
        otherwise: 'The ledger counts with £5,000.',
      },
    ]);
    expect(keys('2026-08-25T08:00')).toEqual([]);
    expect(keys('2027-07-20T08:00', { ringFences: [] })).toEqual([]);
  });

  test('M34: a school that has left or not joined is asked nothing, and one that joins is asked the morning after', () => {
    const joining = { schools: [{ ...ASH, joined: '2027-01-08' }] };
    expect(keys('2027-01-07T12:00', { ringFences: [], needs: [need()] }, joining)).toEqual([]);
    expect(tasks('2027-01-11T08:00', { ringFences: [] }, joining)).toEqual([
      {
        because: 'Each school sets aside £5,000 or more in 2026-27, and nothing is recorded yet.',
        by: '2026-09-22T16:00:00Z',
        key: 'support-ring-fence/2026-27/100001/p-ash',
        kind: 'task',
        otherwise: 'The ledger counts with £5,000.',
        person: 'p-ash',
        rule: 'M34',
        since: '2027-01-11T08:00:00Z',
        title: 'Confirm what Ash Tree Primary School sets aside for additional support',
        urn: '100001',
      },
    ]);
    expect(
      keys('2026-11-02T12:00', { ringFences: [], needs: [need()] }, { schools: [{ ...ASH, left: '2026-11-02' }] }),
    ).toEqual([]);
  });

  test('M33: a route asks the CEO for a plan, until support of this year answers it', () => {
    const other = { judgements: [validated(ASH.urn, '2cc', '2026-10-15T10:00:00Z')] };
    expect(keys('2026-10-16T08:00', { needs: [need()] }, { ...ASH_ALONE, ...other })).toEqual([
      'support-route/2026-27/100001/school-asks/n-1/p-ceo',
      'support-route/2026-27/100001/at-risk/p-ceo',
    ]);
    expect(keys('2026-10-16T08:00', { needs: [need()], supports: [support()] })).toEqual([]);
    // Another year's support, or support for another need, is no answer.
    expect(keys('2026-10-16T08:00', { needs: [need()], supports: [support({ year: '2025-26' })] })).toHaveLength(1);
    expect(keys('2026-10-16T08:00', { needs: [need({ id: 'n-9' })], supports: [support()] })).toHaveLength(1);
  });

  test('M33: a school in category 3 is planned for from the start of the year', () => {
    expect(tasks('2026-08-25T08:00', {}, { schools: [DALE] })).toEqual([
      {
        because: 'Dale Village Primary School is in Ofsted category 3.',
        by: '2026-09-22T16:00:00Z',
        key: 'support-route/2026-27/100004/category/p-ceo',
        kind: 'task',
        otherwise: 'The school has no agreed support, and nobody has agreed to pay for any.',
        person: 'p-ceo',
        rule: 'M33',
        since: '2026-08-25T07:00:00Z',
        title: 'Plan and cost additional support for Dale Village Primary School',
        urn: '100004',
      },
    ]);
  });

  test('M34: the CEO agrees the source, and the task goes once it is agreed', () => {
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
    expect(keys('2026-09-02T08:00', { supports: [support()] })).toEqual([]);
  });

  test('M34: the CEO settles what goes over the ring fence, since the support that tipped it', () => {
    const supports = [
      support({
        id: 's-2',
        recordedAt: '2026-10-05T09:00:00Z',
        cost: 2001,
        allocations: [{ source: 'school', pounds: 2001 }],
      }),
      support(),
    ];
    expect(tasks('2026-10-06T08:00', { supports })).toMatchObject([
      { key: 'support-over-ring-fence/2026-27/100001/s-2/p-ceo', title: expect.stringContaining('£1 of support') },
    ]);
    expect(keys('2026-10-06T08:00', { supports, ringFences: [ringFence(ASH.urn, 6000)] })).toEqual([]);
  });

  test('M34: the head spends or releases what is left near the end of the year, and not after it', () => {
    const records = { supports: [support()] };
    expect(keys('2027-06-07T07:59', records)).toEqual([]);
    expect(tasks('2027-06-07T08:00', records)).toEqual([
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
    expect(keys('2027-07-10T00:00', records)).toEqual([]);
    const spent = [{ source: 'school', pounds: 3000, on: '2027-06-01', for: 'Days' }];
    expect(keys('2027-06-07T08:00', { supports: [support({ spent })] })).toEqual([]);
  });

  test('M34: without a head the CEO is asked, and without anybody nobody', () => {
    const people = facts().people.filter(({ id }) => id === 'p-ceo');
    expect(keys('2026-09-01T08:00', { ringFences: [] }, { ...ASH_ALONE, people })).toEqual([
      'support-ring-fence/2026-27/100001/p-ceo',
    ]);
    expect(
      keys('2026-09-01T08:00', { ringFences: [], supports: [OPEN], needs: [need()] }, { ...ASH_ALONE, people: [] }),
    ).toEqual([]);
    expect(keys('2035-09-01T08:00', { ringFences: [] })).toEqual([]);
  });

  test('M34: what is owed has begun, keeps its moment, is owed once a key, and twice asked is the same', () => {
    const records = {
      supports: [OPEN, support({ id: 's-2', cost: 9000, allocations: [{ source: 'school', pounds: 9000 }] })],
      needs: [need({ id: 'n-2' })],
      ringFences: [],
    };
    const other = { judgements: [validated(ASH.urn, '2cc', '2026-10-15T10:00:00Z')] };
    const start = at('2026-08-01T00:00');
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 400 }), (hours) => {
        const now = start.add({ hours });
        const ask = () => supportTasks(OWLS, OWLS_SUPPORT, facts(other), { ...none, ...records }, now);
        const owed = ask();
        expect(ask()).toEqual(owed);
        expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length);
        for (const { key, since } of owed) {
          expect(Temporal.Instant.compare(Temporal.Instant.from(since), now)).toBeLessThanOrEqual(0);
          expect(seen.get(key) ?? since).toBe(since);
          seen.set(key, since);
        }
      }),
      { numRuns: 60 },
    );
    expect(seen.size).toBeGreaterThan(5);
  });
});
