// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { AreaFound } from './area-found.ts';
import { checksDue } from './checks-due.ts';
import { focusOf } from './focus-of.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import type { Visit } from './visit.ts';
import { action, agreed, records, visit } from './visits.examples.ts';

const SPRING_1 = '2026-27/spring-1';
const focus = (halfTerm: string, other: Parameters<typeof records>[0] = {}, urn = ASH.urn) =>
  focusOf(OWLS, OWLS_VISITS, halfTerm, urn, records(other));
const keys = (...given: Parameters<typeof focus>) => focus(...given).map(({ key }) => key);
const area = (other: Partial<AreaFound> = {}): AreaFound => ({
  key: 'f1',
  text: 'Reading in Year 4',
  from: 'advisory meeting',
  foundOn: '2026-10-01',
  ...other,
});
const checked = (...checks: readonly string[]) => checks.map((check) => ({ check, outcome: 'in order' as const }));

describe('the focus of a visit', () => {
  test("M30: is the half term's schedule, with the term's safeguarding audit", () => {
    expect(keys(AUTUMN_1)).toEqual([
      'safeguarding-audit',
      'head-final',
      'development-plan',
      'targets',
      'learning-walk',
      'summer-data',
      'single-central-record',
    ]);
    const autumn = visit({ checks: checked('single-central-record', 'website', 'pupil-premium', 'sports-premium') });
    const summer = ['safeguarding-audit', 'plan-final', 'soap', 'interventions', 'organisation'];
    expect(keys('2026-27/summer-2', { visits: [{ ...autumn, halfTerm: AUTUMN_2 }, autumn] })).toEqual(summer);
  });

  test('M30: of a half term without dates is empty', () => {
    expect(focus('2099-00/autumn-1')).toEqual([]);
  });

  test('M31: begins with open actions of every earlier visit, the oldest first, until they are done', () => {
    const visits = [
      visit({ halfTerm: AUTUMN_2, held: '2026-11-12', findings: [action({ key: 'b' })] }),
      visit({ findings: [action(), { key: 'g', area: 'standards', kind: 'good practice', text: 'Story maps' }] }),
      visit({ urn: BROOK.urn, findings: [action()] }),
      agreed({ halfTerm: SPRING_1, planned: '2027-01-20' }),
    ];
    expect(focus(SPRING_1, { visits }).slice(0, 3)).toEqual([
      {
        because: 'Agreed in the visit of 2026-09-22, wanted by 2026-10-09, not done yet.',
        from: 'action',
        key: 'visit/2026-27/autumn-1/100001/a1',
        rule: 'M31',
        text: 'Plan phonics groups anew',
      },
      {
        because: 'Agreed in the visit of 2026-11-12, wanted by 2026-10-09, not done yet.',
        from: 'action',
        key: 'visit/2026-27/autumn-2/100001/b',
        rule: 'M31',
        text: 'Plan phonics groups anew',
      },
      {
        because: 'No visit has made this check in its time yet.',
        from: 'check',
        key: 'safeguarding-audit',
        rule: 'M31',
        text: 'Safeguarding audit',
      },
    ]);
  });

  test('M31: sees once, at the next visit, whether a done action holds', () => {
    const done = visit({ findings: [action({ done: '2026-10-05' })] });
    expect(focus(AUTUMN_2, { visits: [done] })[0]).toEqual({
      because: 'Agreed in the visit of 2026-09-22, done on 2026-10-05: see whether it holds.',
      from: 'action',
      key: 'visit/2026-27/autumn-1/100001/a1',
      rule: 'M31',
      text: 'Plan phonics groups anew',
    });
    const next = visit({ halfTerm: AUTUMN_2, held: '2026-11-12' });
    expect(focus(SPRING_1, { visits: [done, next] }).map(({ from }) => from)).not.toContain('action');
    const late = visit({ findings: [action({ done: '2026-11-20' })] });
    expect(focus(SPRING_1, { visits: [late, next] })[0]?.from).toBe('action');
  });

  test('M5: takes what advisory heads found to the next visit, for the school or for all, and to no later one', () => {
    const areasFound = [area(), area({ key: 'all', urn: ASH.urn }), area({ key: 'else', urn: BROOK.urn })];
    const before = visit();
    expect(focus(AUTUMN_2, { visits: [before], areasFound }).slice(0, 2)).toEqual([
      {
        because: 'Found by the advisory heads on 2026-10-01, for the next visit.',
        from: 'advisory meeting',
        key: 'f1',
        rule: 'M5',
        text: 'Reading in Year 4',
      },
      {
        because: 'Found by the advisory heads on 2026-10-01, for the next visit.',
        from: 'advisory meeting',
        key: 'all',
        rule: 'M5',
        text: 'Reading in Year 4',
      },
    ]);
    const after = visit({ halfTerm: AUTUMN_2, held: '2026-11-12' });
    expect(focus(SPRING_1, { visits: [before, after], areasFound }).map(({ from }) => from)).not.toContain(
      'advisory meeting',
    );
    expect(focus(AUTUMN_1, { areasFound: [area({ foundOn: '2026-10-17' })] }).map(({ key }) => key)).not.toContain(
      'f1',
    );
  });

  test('M5: keeps what was found for the next visit where one fell out', () => {
    expect(keys(SPRING_1, { visits: [visit()], areasFound: [area()] })[0]).toBe('f1');
  });

  test('M39: lets underachievement bring performance management in', () => {
    expect(focus(AUTUMN_2, { areasFound: [area({ from: 'underachievement' })] })[0]).toEqual({
      because: 'Pupils were found on 2026-10-01 to achieve less than they should.',
      from: 'underachievement',
      key: 'f1',
      rule: 'M39',
      text: 'Reading in Year 4: whether performance management answers it',
    });
  });

  test('M30: takes what the school asks for before the schedule', () => {
    const visits = [agreed({ also: ['The new library'] })];
    expect(focus(AUTUMN_1, { visits })[0]).toEqual({
      because: 'Asked for in this visit.',
      from: 'asked',
      key: 'also/0',
      rule: 'M30',
      text: 'The new library',
    });
  });

  test('M31: has every open action of every earlier visit and no action twice, whatever was held', () => {
    const names = OWLS_VISITS.focus.map(({ halfTerm }) => `2026-27/${halfTerm}`);
    const some = fc
      .record({
        count: fc.nat(5),
        done: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        held: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      })
      .map(({ count, done, held }) => ({
        here: names[count] ?? AUTUMN_1,
        visits: names.flatMap((halfTerm, at): Visit[] => {
          const findings = [0, 1].map((one) =>
            action({ key: `${one}`, ...(done[at * 2 + one] ? { done: `2026-12-1${at}` } : {}) }),
          );
          return held[at] ? [visit({ halfTerm, held: `2026-12-0${at + 1}`, findings })] : [];
        }),
      }));
    fc.assert(
      fc.property(some, ({ here, visits }) => {
        const found = keys(here, { visits });
        const earlier = visits.filter(({ halfTerm }) => names.indexOf(halfTerm) < names.indexOf(here));
        for (const { key, findings } of earlier) {
          for (const one of findings) {
            const isOpen = one.kind === 'action' && one.done === undefined;
            const isLast = key === earlier.at(-1)?.key;
            if (isOpen || isLast) expect(found.filter((name) => name === `${key}/${one.key}`)).toHaveLength(1);
          }
        }
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('the checks a visit owes', () => {
  const due = (halfTerm: string, visits: readonly Visit[], urn = ASH.urn) =>
    checksDue(OWLS, OWLS_VISITS, halfTerm, urn, visits).map(({ key }) => key);

  test('M31: are a safeguarding audit each term, made at either visit of it', () => {
    const autumn = visit({ checks: checked('safeguarding-audit', 'single-central-record') });
    expect(due(AUTUMN_2, [autumn])).toEqual(['website', 'pupil-premium', 'sports-premium']);
    expect(due(SPRING_1, [autumn])).toContain('safeguarding-audit');
  });

  test('M31: stay owed when they were missed, until their next time takes their place', () => {
    expect(due(SPRING_1, [])).toEqual([
      'safeguarding-audit',
      'single-central-record',
      'website',
      'pupil-premium',
      'sports-premium',
    ]);
    const late = visit({ halfTerm: SPRING_1, held: '2027-01-20', checks: checked('single-central-record', 'website') });
    expect(due('2026-27/spring-2', [late])).toEqual(['safeguarding-audit', 'pupil-premium', 'sports-premium']);
  });

  test('M31: are not met by another school, another year, or a visit that is only agreed', () => {
    const all = checked('safeguarding-audit', 'single-central-record');
    const others = [
      visit({ urn: BROOK.urn, checks: all }),
      visit({ halfTerm: '2025-26/autumn-1', held: '2025-09-23', checks: all }),
      agreed({ checks: all }),
    ];
    expect(due(AUTUMN_1, others)).toEqual(['safeguarding-audit', 'single-central-record']);
    expect(due('2099-00/autumn-1', [])).toEqual([]);
  });
});
