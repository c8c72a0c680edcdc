// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import { type Concern, levelReached } from './concern.ts';
import { concern, entry, reached } from './concerns.examples.ts';
import { closeConcern, escalate, escalationDue } from './escalation.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';
import { moveToProcedure } from './procedure.ts';
import { recordIntervention, recordProgress } from './progress.ts';

const raise = (one: Concern, to?: number, on = '2026-11-02') =>
  escalate(OWLS_CONCERNS, one, { ...entry(on), ...(to === undefined ? {} : { to }) });
const atTop = concern({ levels: [reached(3, '2026-09-07')] });

describe('raising a level', () => {
  test('M38: goes to the next level, or to a higher one where it is that serious', () => {
    expect(raise(concern())).toMatchObject({
      ok: true,
      concern: { levels: [{ level: 1 }, { level: 2, on: '2026-11-02' }] },
    });
    expect(raise(concern(), 3)).toMatchObject({
      concern: { levels: [{ level: 1 }, { level: 3 }] },
      why: { because: ['Seen in the visit.', 'At this level the CEO and the Chair decide.'] },
    });
  });

  test('M38: never lowers, repeats or goes beyond the highest level', () => {
    const second = concern({ levels: [reached(1, '2026-09-07'), reached(2, '2026-10-05')] });
    for (const to of [1, 2, 4, 2.5, Number.NaN]) expect(raise(second, to)).toMatchObject({ ok: false });
    expect(raise(atTop)).toEqual({
      ok: false,
      says: 'Ask the CEO and the Chair for a decision.',
      why: {
        because: ['Level 3 is the highest.'],
        rule: 'M38',
        wouldChange: 'Ask the CEO and the Chair for a decision.',
      },
    });
  });

  test('M38: is refused once closed, before the last level, and without a reason', () => {
    expect(raise(concern({ closed: entry('2026-10-05') }))).toEqual({
      ok: false,
      says: 'Open a new concern: it starts at the level reached.',
      why: {
        because: ['It was closed on 2026-10-05.'],
        rule: 'M38',
        wouldChange: 'Open a new concern: it starts at the level reached.',
      },
    });
    expect(raise(concern(), 2, '2026-09-06')).toEqual({
      ok: false,
      says: 'Give 2026-09-07 or a later date.',
      why: {
        because: ['2026-09-06 is before 2026-09-07, when it began or last changed.'],
        rule: 'M38',
        wouldChange: 'Give 2026-09-07 or a later date.',
      },
    });
    expect(escalate(OWLS_CONCERNS, concern(), entry('2026-11-02', ''))).toEqual({
      ok: false,
      says: 'Give the reason in a sentence.',
      why: {
        because: ['The reason is missing.'],
        rule: 'M38',
        wouldChange: 'Give the reason in a sentence.',
      },
    });
  });

  test('M38: always: whatever is tried, the level of an open concern never falls', () => {
    const act = fc.record({
      what: fc.constantFrom('raise', 'move', 'progress', 'decide'),
      to: fc.integer({ min: -1, max: 5 }),
      day: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let now = concern();
        for (const { what, to, day } of acts) {
          const on = `2026-11-${String(day).padStart(2, '0')}`;
          const tried = {
            raise: () => raise(now, to, on),
            move: () => moveToProcedure(now, '3-4', entry(on)),
            progress: () => recordProgress(now, { ...entry(on), progress: to > 1 }),
            decide: () => recordIntervention(OWLS_CONCERNS, now, entry(on)),
          }[what as 'raise'](); // the four names are the four keys
          if (!tried.ok) continue;
          expect(levelReached(tried.concern).level).toBeGreaterThanOrEqual(levelReached(now).level);
          expect(tried.concern.levels.slice(0, now.levels.length)).toEqual(now.levels);
          now = tried.concern;
        }
      }),
    );
  });
});

describe('weeks without progress', () => {
  test('M38: level 1 is due for level 2 after twelve weeks of term, holidays left out', () => {
    // 7 September to 16 October: 39 days; from 26 October on: 45 more make 84.
    expect(escalationDue(OWLS, OWLS_CONCERNS, concern())).toEqual({
      on: '2026-12-09',
      to: 2,
      why: {
        because: [
          'It stands at level 1 since 2026-09-07.',
          'No progress is on record since.',
          'The level allows 12 weeks of term without progress.',
        ],
        rule: 'M38',
        wouldChange: 'A look at the concern that finds progress, or closing it.',
      },
    });
  });

  test('M38: progress seen starts the weeks anew, a look without progress does not', () => {
    const looked = concern({ progress: [{ ...entry('2026-11-02'), progress: false }] });
    expect(escalationDue(OWLS, OWLS_CONCERNS, looked)).toEqual({
      on: '2026-12-09',
      to: 2,
      why: {
        because: [
          'It stands at level 1 since 2026-09-07.',
          'No progress is on record since.',
          'The level allows 12 weeks of term without progress.',
        ],
        rule: 'M38',
        wouldChange: 'A look at the concern that finds progress, or closing it.',
      },
    });
    const moved = concern({ progress: [{ ...entry('2026-11-02'), progress: true }] });
    expect(escalationDue(OWLS, OWLS_CONCERNS, moved)?.on).toBe('2027-02-10');
  });

  test('M38: at the highest level there is nothing above, and a decision starts the weeks anew', () => {
    const due = escalationDue(OWLS, OWLS_CONCERNS, atTop);
    expect(due).toEqual({
      on: '2026-10-28',
      why: {
        because: [
          'It stands at level 3 since 2026-09-07.',
          'No progress is on record since.',
          'The level allows 6 weeks of term without progress.',
        ],
        rule: 'M38',
        wouldChange: 'A look at the concern that finds progress, or closing it.',
      },
    });
    expect(due?.to).toBeUndefined();
    const decided = recordIntervention(OWLS_CONCERNS, atTop, entry('2026-09-14'));
    expect(decided.ok && escalationDue(OWLS, OWLS_CONCERNS, decided.concern)?.on).toBe('2026-11-04');
  });

  test('M38: a closed concern is due for nothing', () => {
    expect(escalationDue(OWLS, OWLS_CONCERNS, concern({ closed: entry('2026-10-05') }))).toBeUndefined();
  });
});

describe('looks, decisions and closing', () => {
  test('M38: the CEO and the Chair decide from their level on', () => {
    expect(recordIntervention(OWLS_CONCERNS, concern(), entry('2026-10-05'))).toEqual({
      ok: false,
      says: 'Raise it to level 3 first.',
      why: {
        because: ['It stands at level 1.'],
        rule: 'M38',
        wouldChange: 'Raise it to level 3 first.',
      },
    });
    expect(recordIntervention(OWLS_CONCERNS, atTop, entry('2026-09-01'))).toEqual({
      ok: false,
      says: 'Give 2026-09-07 or a later date.',
      why: {
        because: ['2026-09-01 is before 2026-09-07, when it began or last changed.'],
        rule: 'M38',
        wouldChange: 'Give 2026-09-07 or a later date.',
      },
    });
  });

  test('M38: closing says who, when, why and what would follow if it came back', () => {
    expect(closeConcern(OWLS_CONCERNS, atTop, entry('2026-12-07', 'On track again.'))).toMatchObject({
      ok: true,
      concern: { closed: { on: '2026-12-07', by: 'p-leader', why: 'On track again.' } },
      why: { wouldChange: 'A similar concern within 2 years starts again at level 3.' },
    });
  });

  test('M38: a closed concern takes nothing more, and none is closed before it was last looked at', () => {
    const closed = concern({ closed: entry('2026-10-05') });
    expect(closeConcern(OWLS_CONCERNS, closed, entry('2026-10-06'))).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It was closed on 2026-10-05.'],
        rule: 'M38',
        wouldChange: 'Leave it as it is.',
      },
    });
    expect(recordProgress(closed, { ...entry('2026-10-06'), progress: true })).toEqual({
      ok: false,
      says: 'Open a new concern if it is back.',
      why: {
        because: ['It was closed on 2026-10-05.'],
        rule: 'M38',
        wouldChange: 'Open a new concern if it is back.',
      },
    });
    const seen = concern({ progress: [{ ...entry('2026-11-02'), progress: true }] });
    expect(closeConcern(OWLS_CONCERNS, seen, entry('2026-11-01'))).toEqual({
      ok: false,
      says: 'Give 2026-11-02 or a later date.',
      why: {
        because: ['2026-11-01 is before 2026-11-02, when it began or last changed.'],
        rule: 'M38',
        wouldChange: 'Give 2026-11-02 or a later date.',
      },
    });
  });
});
