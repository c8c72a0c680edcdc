// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, BROOK } from '../examples/trust.examples.ts';
import { type Concern, levelReached } from './concern.ts';
import { concern, entry, reached } from './concerns.examples.ts';
import { openConcern, openingLevel } from './opening.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';

const closedAt2 = concern({
  levels: [reached(1, '2024-01-10'), reached(2, '2024-05-01')],
  closed: entry('2024-12-02'),
});
const opening = (kept: readonly Concern[], on: string, other = {}) =>
  openingLevel(OWLS_CONCERNS, kept, { urn: ASH.urn, area: 'standards', on, ...other });

describe('the level a concern starts at', () => {
  test('M38: is the first where nothing similar came before', () => {
    expect(opening([], '2026-06-01')).toEqual({
      level: 1,
      ok: true,
      why: {
        because: ['No similar concern was closed within 2 years, and it is not judged higher.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
  });

  test('M38: a similar concern within two years starts at the level reached before, here after eighteen months', () => {
    expect(opening([closedAt2], '2026-06-02')).toEqual({
      level: 2,
      ok: true,
      why: {
        because: ['A similar concern reached level 2 and was closed on 2024-12-02.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
  });

  test('M38: two years to the day still count, a day more does not', () => {
    expect(opening([closedAt2], '2026-12-02')).toEqual({
      level: 2,
      ok: true,
      why: {
        because: ['A similar concern reached level 2 and was closed on 2024-12-02.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
    expect(opening([closedAt2], '2026-12-03')).toEqual({
      level: 1,
      ok: true,
      why: {
        because: ['No similar concern was closed within 2 years, and it is not judged higher.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
  });

  test('M38: two years after 29 February end on 28 February', () => {
    const leap = { ...closedAt2, closed: entry('2024-02-29') };
    expect(opening([leap], '2026-02-28')).toEqual({
      level: 2,
      ok: true,
      why: {
        because: ['A similar concern reached level 2 and was closed on 2024-02-29.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
    expect(opening([leap], '2026-03-01')).toEqual({
      level: 1,
      ok: true,
      why: {
        because: ['No similar concern was closed within 2 years, and it is not judged higher.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
  });

  test('M38: another school or another area is not similar', () => {
    expect(opening([closedAt2], '2025-06-02', { urn: BROOK.urn })).toEqual({
      level: 1,
      ok: true,
      why: {
        because: ['No similar concern was closed within 2 years, and it is not judged higher.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
    expect(opening([closedAt2], '2025-06-02', { area: 'attendance' })).toEqual({
      level: 1,
      ok: true,
      why: {
        because: ['No similar concern was closed within 2 years, and it is not judged higher.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
  });

  test('M38: judged lower, the level reached before wins; judged higher, the judgement does', () => {
    expect(opening([closedAt2], '2025-06-02', { judged: 1 })).toEqual({
      level: 2,
      ok: true,
      why: {
        because: ['A similar concern reached level 2 and was closed on 2024-12-02.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
    expect(opening([closedAt2], '2025-06-02', { judged: 3 })).toEqual({
      level: 3,
      ok: true,
      why: {
        because: ['It was judged to need level 3.'],
        rule: 'M38',
        wouldChange: 'Nothing raises it further: it is the highest level.',
      },
    });
  });

  test('M38: a serious concern starts where the CEO and the Chair decide', () => {
    expect(opening([], '2026-06-01', { serious: true })).toEqual({
      level: 3,
      ok: true,
      why: {
        because: ['It is serious, so the CEO and the Chair decide.'],
        rule: 'M38',
        wouldChange: 'Nothing raises it further: it is the highest level.',
      },
    });
  });

  test('M38: one that was open beside it when it opened counts by when it was closed', () => {
    expect(opening([{ ...closedAt2, levels: [reached(2, '2025-07-01')] }], '2025-06-02')).toEqual({
      level: 1,
      ok: true,
      why: {
        because: ['No similar concern was closed within 2 years, and it is not judged higher.'],
        rule: 'M38',
        wouldChange: 'Judging it to need a higher level.',
      },
    });
  });

  test('M38: beside an open similar one none is opened', () => {
    expect(opening([concern()], '2026-10-01')).toEqual({
      ok: false,
      says: 'Raise the level of the open one instead.',
      why: {
        because: ['A similar concern is open since 2026-09-07.'],
        rule: 'M38',
        wouldChange: 'Raise the level of the open one instead.',
      },
    });
  });

  test('M38: a level, area or date that does not exist is refused', () => {
    for (const judged of [0, -1, 4, 1.5, Number.NaN])
      expect(opening([], '2026-06-01', { judged })).toMatchObject({ ok: false, says: 'Choose a level from 1 to 3.' });
    expect(opening([], '2026-06-01', { area: 'weather' })).toEqual({
      ok: false,
      says: 'Choose one of standards, teaching, curriculum, behaviour, attendance, early-years, pupil-groups, safeguarding, leadership, governance.',
      why: {
        because: ['There is no area weather.'],
        rule: 'M38',
        wouldChange:
          'Choose one of standards, teaching, curriculum, behaviour, attendance, early-years, pupil-groups, safeguarding, leadership, governance.',
      },
    });
    expect(opening([], '2026-02-30')).toEqual({
      ok: false,
      says: 'Give the date as YYYY-MM-DD.',
      why: {
        because: ['"2026-02-30" is no date.'],
        rule: 'M38',
        wouldChange: 'Give the date as YYYY-MM-DD.',
      },
    });
  });

  test('M38: after a policy lost its highest levels, the highest there is is taken', () => {
    const four = { ...closedAt2, levels: [reached(4, '2024-05-01')] as const };
    expect(opening([four], '2025-06-02')).toEqual({
      level: 3,
      ok: true,
      why: {
        because: ['A similar concern reached level 4 and was closed on 2024-12-02.'],
        rule: 'M38',
        wouldChange: 'Nothing raises it further: it is the highest level.',
      },
    });
  });

  test('M38: always: within two years never below the level reached, whatever is judged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ level: fc.integer({ min: 1, max: 3 }), months: fc.integer({ min: 0, max: 23 }) }), {
          minLength: 1,
        }),
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        (before, judged) => {
          const kept = before.map(({ level, months }, index) => {
            const month = String((months % 12) + 1).padStart(2, '0');
            return concern({
              id: `c-${index}`,
              levels: [reached(1, '2023-09-04'), reached(level, '2023-10-02')],
              closed: entry(`${months < 12 ? 2024 : 2025}-${month}-15`),
            });
          });
          const opened = opening(kept, '2026-01-15', judged === undefined ? {} : { judged });
          const highest = Math.max(...before.map(({ level }) => level));
          expect(opened.ok && opened.level).toBeGreaterThanOrEqual(Math.max(highest, judged ?? 1));
        },
      ),
    );
  });
});

describe('opening a concern', () => {
  const given = { id: 'c-2', urn: ASH.urn, area: 'standards', procedure: '3-4' as const, ...entry('2025-06-02') };

  test('M37: records who, when, why and at which level', () => {
    const opened = openConcern(OWLS_CONCERNS, [closedAt2], given);
    expect(opened).toMatchObject({
      ok: true,
      concern: { id: 'c-2', procedure: '3-4', levels: [{ level: 2, by: 'p-leader' }] },
    });
    expect(opened.ok && levelReached(opened.concern).on).toBe('2025-06-02');
  });

  test('M37: is refused without a reason, without a name, and with an id that is taken', () => {
    expect(openConcern(OWLS_CONCERNS, [], { ...given, why: ' ' })).toEqual({
      ok: false,
      says: 'Give the reason in a sentence.',
      why: {
        because: ['The reason is missing.'],
        rule: 'M37',
        wouldChange: 'Give the reason in a sentence.',
      },
    });
    expect(openConcern(OWLS_CONCERNS, [], { ...given, by: '' })).toEqual({
      ok: false,
      says: 'Say who it is by.',
      why: {
        because: ['Nobody is named.'],
        rule: 'M37',
        wouldChange: 'Say who it is by.',
      },
    });
    expect(openConcern(OWLS_CONCERNS, [closedAt2], { ...given, id: 'c-1' })).toEqual({
      ok: false,
      says: 'Give it an id of its own.',
      why: {
        because: ['There is a concern c-1.'],
        rule: 'M37',
        wouldChange: 'Give it an id of its own.',
      },
    });
    expect(openConcern(OWLS_CONCERNS, [concern()], given)).toEqual({
      ok: false,
      says: 'Raise the level of the open one instead.',
      why: {
        because: ['A similar concern is open since 2026-09-07.'],
        rule: 'M38',
        wouldChange: 'Raise the level of the open one instead.',
      },
    });
  });
});
