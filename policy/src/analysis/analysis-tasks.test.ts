import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isSchoolDay } from '../calendar/academic-calendar.ts';
import { due } from '../duties/due.ts';
import { ASH, at, BROOK, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import { actionTasks } from '../gatherings/action-tasks.ts';
import { nameOn } from '../national/names.ts';
import { nationalTasks } from '../national/national-tasks.ts';
import { OWLS } from '../owls.ts';
import { action, SENT } from './analysis.examples.ts';
import type { AnalysisRecord } from './analysis-record.ts';
import { analysisHalfTerm } from './analysis-tasks.ts';

const tasks = (when: string, analyses: readonly AnalysisRecord[] = [], given = facts({ schools: [ASH] })) =>
  nationalTasks(OWLS, OWLS.national, given, { assessments: [], analyses }, at(when)).filter(({ key }) =>
    key.startsWith('analysis'),
  );
const keys = (when: string, analyses: readonly AnalysisRecord[] = []) => tasks(when, analyses).map(({ key }) => key);

describe('M18: asking for the analysis', () => {
  test('M18: the head is asked once, reminded shortly before and after it is due, one message at a time', () => {
    expect(keys('2026-11-02T07:59')).toEqual([]);
    expect(keys('2026-11-02T08:00')).toEqual(['analysis/2025-26/100001/p-ash']);
    expect(keys('2026-12-08T07:59')).toEqual(['analysis/2025-26/100001/p-ash']);
    expect(keys('2026-12-08T08:00')).toEqual(['analysis/2025-26/-3/100001/p-ash']);
    expect(keys('2026-12-14T08:00')).toEqual(['analysis/2025-26/+3/100001/p-ash']);
    expect(keys('2027-01-30T09:00')[0]).toBe('analysis/2025-26/+31/100001/p-ash');
    expect(keys('2027-02-01T17:00')).toEqual([]);
  });

  test('M18: one that is late is told to the head leader, then to the CEO', () => {
    expect(keys('2026-12-16T07:59')).toHaveLength(1);
    expect(tasks('2026-12-16T08:00')[1]).toEqual({
      kind: 'task',
      key: 'analysis-late/2025-26/+5/100001/p-leader',
      rule: 'M18',
      person: 'p-leader',
      urn: ASH.urn,
      since: '2026-12-16T08:00:00Z',
      title: 'Ask Ash Tree Primary School for its analysis of the results of 2025-26',
      because: 'It was wanted and is not sent.',
      otherwise: 'Needs that the results show stay without a plan, and the trust’s overview has a gap.',
    });
    expect(keys('2027-01-20T09:00').slice(1)).toEqual([
      'analysis-late/2025-26/+5/100001/p-leader',
      'analysis-late/2025-26/+35/100001/p-ceo',
    ]);
    const nobody = facts({ schools: [ASH], people: [HEAD_ASH] });
    expect(tasks('2027-01-20T09:00', [], nobody)).toHaveLength(1);
  });

  test('M18: before it is due and after it says so, and until when it is still of use', () => {
    expect(tasks('2026-12-08T09:00')[0]).toMatchObject({
      since: '2026-12-08T08:00:00Z',
      by: '2026-12-11T17:00:00Z',
      because: 'Results of 2025-26 are held against England in the autumn after them.',
    });
    expect(tasks('2026-12-14T09:00')[0]).toMatchObject({
      since: '2026-12-14T08:00:00Z',
      by: '2027-02-01T17:00:00Z',
      because: 'The analysis of 2025-26 was wanted and is not sent.',
    });
  });

  test('M18: a draft is still owed; what is sent is not, of that school and year alone', () => {
    const of = { urn: ASH.urn, year: '2025-26', needs: [], actions: [] };
    expect(keys('2026-12-16T09:00', [of])).toHaveLength(2);
    expect(keys('2026-12-16T09:00', [{ ...of, sent: SENT }])).toEqual([]);
    expect(keys('2026-12-16T09:00', [{ ...of, urn: BROOK.urn, sent: SENT }])).toHaveLength(2);
  });

  test('M18: of another year is still owed when the year before is sent', () => {
    const before = { urn: ASH.urn, year: '2024-25', needs: [], actions: [], sent: SENT };
    expect(keys('2026-11-02T08:00', [before])).toHaveLength(1);
  });

  test('M18: the head is asked by the name of the service, and told what comes of leaving it', () => {
    const [first] = tasks('2026-11-02T08:00');
    expect(first).toEqual({
      kind: 'task',
      key: 'analysis/2025-26/100001/p-ash',
      rule: 'M18',
      person: HEAD_ASH.id,
      urn: ASH.urn,
      since: '2026-11-02T08:00:00Z',
      by: '2026-12-11T17:00:00Z',
      title: `Analyse the results of 2025-26 for ${ASH.name} in ${nameOn(OWLS.national, 'resultsAnalysis', '2026-11-02')}`,
      because: 'Results of 2025-26 are held against England in the autumn after them.',
      otherwise: 'Needs that the results show stay without a plan, and the trust’s overview has a gap.',
    });
    const unnamed = { ...OWLS.national, names: [] };
    const [asked] = nationalTasks(
      OWLS,
      unnamed,
      facts({ schools: [ASH] }),
      { assessments: [], analyses: [] },
      at('2026-11-02T08:00'),
    ).filter(({ key }) => key.startsWith('analysis'));
    expect(asked?.title).toBe(`Analyse the results of 2025-26 for ${ASH.name}`);
  });

  test('M18: a school without an assessment that has to be made at the year’s end is not asked', () => {
    const asked = (years: (typeof ASH)['years']) =>
      tasks('2026-11-02T08:00', [], facts({ schools: [{ ...ASH, years }] })).length;
    expect(asked(['Y1'])).toBe(1);
    // Year 2 is assessed where the school wants to, Year 3 not at all.
    expect(asked(['Y2', 'Y3'])).toBe(0);
  });

  test('M18: where the policy has no such half term nobody is asked', () => {
    expect(analysisHalfTerm(OWLS, OWLS.national, '2026-27')?.id).toBe('2026-27/autumn-2');
    expect(analysisHalfTerm(OWLS, OWLS.national, '2090-91')).toBeUndefined();
  });

  test('M18: always: asking again after it was told answers nothing, nobody is written to on a day off, and nothing once it is sent', () => {
    const first = at('2026-10-26T00:00').epochMilliseconds;
    const of = { year: '2025-26', needs: [], actions: [], sent: SENT };
    const sent = facts().schools.map(({ urn }) => ({ ...of, urn }));
    const own = (duties: readonly { readonly key: string }[]) => duties.filter(({ key }) => key.startsWith('analysis'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 110 * 24 }), (hours) => {
        const now = Temporal.Instant.fromEpochMilliseconds(first + hours * 3_600_000);
        const given = facts({ records: { national: { assessments: [], analyses: [] } } });
        const once = own(due(OWLS, given, now));
        const told = new Set(once.map(({ key }) => key));
        expect(own(due(OWLS, { ...given, delivered: told }, now))).toEqual([]);
        expect(told.size).toBe(once.length);
        for (const { since } of tasks(now.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()))
          expect(isSchoolDay(OWLS, since.slice(0, 10))).toBe(true);
        const done = facts({ records: { national: { assessments: [], analyses: sent } } });
        expect(own(due(OWLS, done, now))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('M18: its actions are chased like those of meetings, by the name of the analysis', () => {
    const [task] = actionTasks(
      OWLS,
      OWLS.gatherings,
      facts(),
      { gatherings: [], actions: [action('keyStage2.writing')] },
      '2026-02-06',
    );
    expect(task?.task).toMatchObject({ rule: 'M18', urn: ASH.urn, person: HEAD_ASH.id, title: 'Daily spelling' });
    expect(task?.task.because).toMatch(/^It was agreed in the analysis of 2024-25/);
  });
});
