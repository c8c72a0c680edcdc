import { describe, expect, test } from 'vitest';
import { ASH, at, facts, SCHOOLS } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { OWLS_SUPPORT } from './owls-support.ts';
import { need, ringFence, support } from './support.examples.ts';
import { supportTasks } from './support-tasks.ts';
import { agreementDue } from './support-year.ts';

const RING_FENCES = SCHOOLS.map(({ urn }) => ringFence(urn));
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
