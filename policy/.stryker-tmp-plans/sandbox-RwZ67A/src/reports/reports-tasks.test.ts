// @ts-nocheck
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ASH, at, CEO, facts, school } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { GivenReport } from './given-report.ts';
import { OWLS_REPORTS } from './owls-reports.ts';
import { TWO_TERMS } from './reports.examples.ts';
import { type ReportDue, ReportsPolicyShape, reportsDisagreements } from './reports-policy.ts';
import { reportsTasks } from './reports-tasks.ts';

const tasks = (when: string, given: readonly GivenReport[] = [], of = facts(), policy = OWLS) =>
  reportsTasks(policy, OWLS_REPORTS, of, { given }, at(when));
const keys = (...given: Parameters<typeof tasks>) => tasks(...given).map(({ key }) => key);

describe('M41: reports that are due', () => {
  test('M41: are asked of the CEO and M44: of each head, in the last weeks of the term', () => {
    expect(keys('2026-12-10T09:00')).toEqual([
      'report/boardSoap/2026-27/autumn/p-ceo',
      'report/ceoTermly/2026-27/autumn/p-ceo',
      'report/standardsAndRisk/2026-27/autumn/p-ceo',
      'report/annualEvaluation/2026-27/autumn/p-ceo',
      'report/headsReport/2026-27/autumn/100001/p-ash',
      'report/headsReport/2026-27/autumn/100002/p-brook',
      'report/headsReport/2026-27/autumn/100003/p-two',
      'report/headsReport/2026-27/autumn/100004/p-two',
    ]);
    expect(tasks('2026-12-10T09:00')[1]).toEqual({
      kind: 'task',
      key: 'report/ceoTermly/2026-27/autumn/p-ceo',
      rule: 'M41',
      person: 'p-ceo',
      title: "Give the CEO's report to the board: Autumn term, 2026-27",
      since: '2026-12-07T08:00:00Z',
      by: '2026-12-18T12:00:00Z',
      because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
      otherwise: 'The board meets without it.',
    });
  });

  test('M43: the evaluation is of the year before, in the first term only', () => {
    const titles = (when: string) => tasks(when).map(({ title }) => title);
    expect(titles('2026-12-10T09:00')).toContain('Give the annual evaluation: 2025-26');
    expect(titles('2027-03-20T09:00').some((title) => title.includes('evaluation'))).toBe(false);
  });

  test('M48: the strategy is reviewed in the last term only, whatever a trust calls it', () => {
    const reviewed = (when: string, policy = OWLS) =>
      keys(when, [], facts(), policy).filter((key) => key.includes('strategyWorking'));
    expect(reviewed('2026-12-10T09:00')).toEqual([]);
    expect(reviewed('2027-07-05T09:00')).toEqual(['report/strategyWorking/2026-27/summer/p-ceo']);
    expect(reviewed('2027-07-15T09:00', TWO_TERMS)).toEqual(['report/strategyWorking/2026-27/summer/p-ceo']);
  });

  test('M44: nobody is asked before the term’s last weeks, nor once the next one is under way', () => {
    expect(keys('2026-12-07T07:59')).toEqual([]);
    expect(keys('2027-01-15T16:59')).toHaveLength(8);
    expect(keys('2027-01-15T17:00')).toEqual([]);
  });

  test('M44: a report given is owed no more; one of another school or term stays owed', () => {
    const given = { kind: 'headsReport', term: '2026-27/autumn', urn: ASH.urn, on: '2026-12-09', by: 'p-ash' } as const;
    expect(keys('2026-12-10T09:00', [given])).not.toContain('report/headsReport/2026-27/autumn/100001/p-ash');
    expect(keys('2026-12-10T09:00', [given])).toHaveLength(7);
    expect(keys('2026-12-10T09:00', [{ ...given, term: '2025-26/autumn' }])).toHaveLength(8);
  });

  test('M44: nobody is asked about a school that left or has not joined, nor where nobody holds the role', () => {
    for (const other of [{ left: '2026-12-09' }, { left: '2026-12-15' }, { joined: '2027-01-04' }]) {
      expect(keys('2026-12-10T09:00', [], facts({ schools: [school(ASH.urn, ASH.name, other)] }))).toEqual([]);
    }
    expect(keys('2026-12-10T09:00', [], facts({ people: [] }))).toEqual([]);
    expect(keys('2026-12-10T09:00', [], facts({ people: [CEO] }))).toHaveLength(4);
  });

  test('M41: asking twice gives the same, keys are one each, and no task begins after now or moves with it', () => {
    const first = Temporal.Instant.from('2026-09-01T00:00Z').epochMilliseconds;
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 }), (hours) => {
        const now = Temporal.Instant.fromEpochMilliseconds(first + hours * 3_600_000);
        const once = reportsTasks(OWLS, OWLS_REPORTS, facts(), { given: [] }, now);
        expect(reportsTasks(OWLS, OWLS_REPORTS, facts(), { given: [] }, now)).toEqual(once);
        expect(new Set(once.map(({ key }) => key)).size).toBe(once.length);
        for (const { key, since, by = since } of once) {
          expect(Temporal.Instant.compare(since, now)).toBeLessThanOrEqual(0);
          expect(Temporal.Instant.compare(since, by)).toBeLessThanOrEqual(0);
          expect(seen.get(key) ?? since).toBe(since);
          seen.set(key, since);
        }
      }),
    );
    expect(seen.size).toBeGreaterThan(0);
  });
});

describe('M41: the policy of reports', () => {
  test('M41: has a shape that OWLS keeps, and no disagreements', () => {
    expect(ReportsPolicyShape.safeParse(OWLS_REPORTS).error).toBeUndefined();
    expect(reportsDisagreements(OWLS_REPORTS)).toEqual([]);
    expect(reportsDisagreements({ due: [] })).toEqual([]);
  });

  test('M41: names the place of what contradicts', () => {
    const [one] = OWLS_REPORTS.due;
    if (!one) throw new Error('OWLS has reports.');
    const faults = (other: Partial<ReportDue>) =>
      reportsDisagreements({ due: [{ ...one, ...other }] }).map(({ place, says }) => `${place}: ${says}`);
    expect(faults({ from: 'head' })).toEqual(['due[0].from: must be "ceo" for boardSoap.']);
    expect(faults({ due: { days: 3, at: '12:00' } })).toEqual([
      "due[0].due: must be 0 days or fewer from the term's last school day.",
    ]);
    expect(faults({ opens: one.due })).toEqual(['due[0].due: must come after "opens".']);
    expect(faults({ closes: one.due })).toEqual(['due[0].closes: must come after "due".']);
    expect(reportsDisagreements({ due: [one, one] }).map(({ place, says }) => `${place}: ${says}`)).toEqual([
      'due[1].kind: boardSoap is there already: each must be another.',
    ]);
  });
});
