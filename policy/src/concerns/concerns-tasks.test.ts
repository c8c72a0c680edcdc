import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, at, DALE } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { Concern } from './concern.ts';
import { concern, entry, factsWithChair, reached, validated } from './concerns.examples.ts';
import { concernsTasks } from './concerns-tasks.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';
import { recordIntervention, recordProgress } from './progress.ts';
import { recordStep } from './steps.ts';

const onlyAsh = factsWithChair({ schools: [ASH] });
const owed = (when: string, concerns: readonly Concern[] = [], facts: Facts = onlyAsh) =>
  concernsTasks(OWLS, OWLS_CONCERNS, facts, { concerns }, at(when));
const keys = (...given: Parameters<typeof owed>) => owed(...given).map(({ key }) => key);

describe('what is owed about concerns', () => {
  test('M37: nothing for a school that no grade, category or concern speaks against', () => {
    expect(owed('2026-11-02T09:00')).toEqual([]);
    expect(owed('2026-11-02T09:00', [], factsWithChair({ schools: [], people: [] }))).toEqual([]);
  });

  test('M37: a category at risk asks for the concern to be put on record, until one is', () => {
    const judgements = [validated(ASH.urn, AUTUMN_1, '2cc', '2026-10-14T10:00:00Z')];
    const facts = factsWithChair({ schools: [ASH], judgements });
    expect(keys('2026-10-14T07:00', [], facts)).toEqual([]);
    expect(owed('2026-10-14T09:00', [], facts)).toEqual([
      {
        because: 'The validated category of Ash Tree Primary School is 2cc: at risk of slipping.',
        by: '2026-10-28T17:00:00Z',
        key: 'concern-opening/100001/1-2-at-risk/2026-10-14/p-leader',
        kind: 'task',
        otherwise: 'Without it no step, no extra data and no escalation follows.',
        person: 'p-leader',
        rule: 'M37',
        since: '2026-10-14T07:00:00Z',
        title: 'Put on record what causes concern at Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    expect(keys('2026-10-14T09:00', [concern()], facts).some((key) => key.startsWith('concern-opening'))).toBe(false);
    const before = concern({ closed: entry('2026-10-01') });
    expect(keys('2026-10-14T09:00', [before], facts)).toHaveLength(1);
    expect(keys('2026-10-14T09:00', [concern({ closed: entry('2026-10-14') })], facts)).toEqual([]);
  });

  test('M37: a step is owed by its role when its turn has come, and no more once it is done', () => {
    expect(keys('2026-09-07T09:00', [concern()])).toEqual(['concern-step/c-1/1-2-at-risk/1/identify/p-leader']);
    const done = recordStep(OWLS_CONCERNS, concern(), { step: 'identify', on: '2026-09-08', by: 'p-leader' });
    expect(done.ok && owed('2026-09-08T09:00', [done.concern])).toEqual([
      {
        because:
          'The concern stands at level 1 of the procedure 1-2-at-risk since 2026-09-07. "Put the concern into the attainment plan" is allowed 28 days from then.',
        by: '2026-10-05T16:00:00Z',
        key: 'concern-step/c-1/1-2-at-risk/1/plan/p-ash',
        kind: 'task',
        otherwise: 'Without it there is less to show progress by, and the concern may rise a level.',
        person: 'p-ash',
        rule: 'M37',
        since: '2026-09-08T07:00:00Z',
        title: 'Put the concern into the attainment plan (standards and progress, Ash Tree Primary School)',
        urn: '100001',
      },
    ]);
  });

  test('M38: twelve weeks of term without progress ask for the next level; progress takes it back', () => {
    const key = 'concern-escalation/c-1/2/2026-12-09/p-leader';
    expect(keys('2026-12-08T18:00', [concern()])).not.toContain(key);
    expect(keys('2026-12-09T09:00', [concern()])).toContain(key);
    const seen = recordProgress(concern(), { ...entry('2026-12-09'), progress: true });
    expect(seen.ok && keys('2026-12-09T09:00', [seen.concern])).not.toContain(key);
  });

  test('M38: at the highest level the CEO and the Chair decide, and again when weeks pass without progress', () => {
    const top = concern({ levels: [reached(3, '2026-09-07')] });
    const decisions = (when: string, one: Concern) =>
      keys(when, [one]).filter((key) => key.startsWith('concern-decision'));
    expect(decisions('2026-09-07T09:00', top)).toEqual([
      'concern-decision/c-1/3/2026-09-07/p-ceo',
      'concern-decision/c-1/3/2026-09-07/p-chair',
    ]);
    const decided = recordIntervention(OWLS_CONCERNS, top, entry('2026-09-14'));
    expect(decided.ok && decisions('2026-09-15T09:00', decided.concern)).toEqual([]);
    expect(decided.ok && decisions('2026-11-04T09:00', decided.concern)).toEqual([
      'concern-decision/c-1/3/2026-11-04/p-ceo',
      'concern-decision/c-1/3/2026-11-04/p-chair',
    ]);
  });

  test('M38: where the Chair is not on record the CEO is asked once', () => {
    const top = concern({ levels: [reached(3, '2026-09-07')] });
    const facts = { ...onlyAsh, people: onlyAsh.people.filter(({ id }) => id !== 'p-chair') };
    const decisions = keys('2026-09-07T09:00', [top], facts).filter((key) => key.startsWith('concern-decision'));
    expect(decisions).toEqual(['concern-decision/c-1/3/2026-09-07/p-ceo']);
  });

  test('M37: a school that is graded 3 while its concern is open has it moved to the 3/4 procedure', () => {
    const facts = factsWithChair({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-10-01' } }] });
    const key = 'concern-move/c-1/2026-10-01/p-leader';
    expect(keys('2026-10-01T09:00', [concern()], facts)).toContain(key);
    expect(keys('2026-10-01T09:00', [concern({ procedure: '3-4' })], facts)).not.toContain(key);
  });

  test('M2: nothing is owed for a school that has left, has not joined or is unknown', () => {
    const left = factsWithChair({ schools: [{ ...ASH, left: '2026-09-01' }] });
    const notYet = factsWithChair({ schools: [{ ...DALE, joined: '2027-01-04' }] });
    expect(owed('2026-12-09T09:00', [concern()], left)).toEqual([]);
    expect(owed('2026-12-09T09:00', [concern({ urn: DALE.urn })], notYet)).toEqual([]);
    expect(owed('2026-12-09T09:00', [concern({ urn: '999999' })])).toEqual([]);
  });

  test('M38: a closed concern owes nothing', () => {
    expect(owed('2026-12-09T09:00', [concern({ closed: entry('2026-10-05') })])).toEqual([]);
  });

  test('M38: always: asked later, what was owed is still owed with the same moment, and each key is there once', () => {
    const facts = factsWithChair();
    const moment = fc.integer({ min: 0, max: 400 }).map((days) => at('2026-08-20T12:00').add({ hours: 24 * days }));
    const concerns = fc.uniqueArray(
      fc.constantFrom(
        concern(),
        concern({ id: 'c-2', urn: DALE.urn, procedure: '3-4', levels: [reached(2, '2026-10-19')] }),
        concern({ id: 'c-3', area: 'leadership', levels: [reached(1, '2026-08-29'), reached(3, '2026-11-09')] }),
      ),
    );
    fc.assert(
      fc.property(moment, moment, concerns, (one, other, open) => {
        const [early, late] = one.epochMilliseconds < other.epochMilliseconds ? [one, other] : [other, one];
        const ask = (now: typeof one) => concernsTasks(OWLS, OWLS_CONCERNS, facts, { concerns: open }, now);
        const [first, then] = [ask(early), ask(late)];
        expect(ask(early)).toEqual(first);
        expect(then).toEqual(expect.arrayContaining([...first]));
        expect(new Set(then.map(({ key }) => key)).size).toBe(then.length);
        for (const { since, by } of then) {
          expect(Date.parse(since)).toBeLessThanOrEqual(late.epochMilliseconds);
          if (by !== undefined) expect(Date.parse(by)).toBeGreaterThanOrEqual(Date.parse(since));
        }
      }),
      { numRuns: 60 },
    );
  });
});
