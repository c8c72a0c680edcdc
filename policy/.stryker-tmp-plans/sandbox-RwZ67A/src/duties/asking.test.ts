// @ts-nocheck
import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { due } from './due.ts';
import type { Duty } from './duty.ts';

const { ASH, AUTUMN_1, AUTUMN_2, at, facts, soapReturn } = made;
const keys = (duties: readonly Duty[]) => duties.map(({ key }) => key);
const returned = (...schools: readonly (typeof ASH)[]) => schools.map((one) => soapReturn(one, AUTUMN_2));
const judged = (urn: string, validated: boolean) => ({
  urn,
  halfTerm: AUTUMN_2,
  proposed: { category: '2b', by: 'p-north', at: '2026-12-10T10:00:00Z', because: 'Seen.' },
  ...(validated ? { validated: { category: '2b', by: 'p-ceo', at: '2026-12-11T10:00:00Z' } } : {}),
});

describe('asking what is due', () => {
  const start = at('2026-11-27T00:30');
  /** Hours between the askings of one who asks often. */
  const STEP = 3;
  const HOURS = 24 * 45;
  const hour = (count: number) => start.add({ hours: count });

  /** Asks at these hours and delivers everything each time. */
  function live(
    given: Facts,
    hours: readonly number[],
    each: (now: Temporal.Instant, owed: readonly Duty[]) => void = () => {},
  ) {
    const delivered = new Set<string>(given.delivered);
    for (const count of hours) {
      const now = hour(count);
      const duties = due(OWLS, { ...given, delivered }, now);
      each(now, duties);
      for (const { key } of duties) delivered.add(key);
    }
    return delivered;
  }

  const someFacts = fc
    .record({
      returned: fc.subarray([...made.SCHOOLS]),
      judged: fc.subarray([...made.SCHOOLS]),
      people: fc.subarray([...made.PEOPLE]),
      leaver: fc.option(fc.constantFrom(...made.SCHOOLS), { nil: undefined }),
    })
    .map(({ returned: back, judged: done, people: who, leaver }) =>
      facts({
        schools: made.SCHOOLS.map((one) => (one === leaver ? { ...one, left: '2026-12-08' } : one)),
        returns: returned(...back),
        judgements: done.map(({ urn }) => judged(urn, urn === ASH.urn)),
        people: who,
      }),
    );
  const someHours = fc
    .uniqueArray(fc.nat(HOURS - 1), { maxLength: 60 })
    .map((hours) => hours.toSorted((a, b) => a - b));
  const often = Array.from({ length: HOURS / STEP }, (_, count) => count * STEP);

  test('again at once answers nothing (idempotent), and one answer has no key twice', () => {
    fc.assert(
      fc.property(someFacts, someHours, (given, hours) => {
        live(given, hours, (now, duties) => {
          expect(new Set(keys(duties)).size).toBe(duties.length);
          const after = new Set([...given.delivered, ...keys(duties)]);
          expect(
            due(OWLS, { ...given, delivered: after }, now).filter(({ key }) => keys(duties).includes(key)),
          ).toEqual([]);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('seldom delivers nothing that asking often would not have (monotone)', () => {
    fc.assert(
      fc.property(someFacts, someHours, (given, hours) => {
        const all = live(given, often);
        expect([...live(given, hours)].filter((key) => !all.has(key))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('seldom still ends with the same last word to each head about each school that stayed', () => {
    const lastWords = (delivered: ReadonlySet<string>) => {
      const last = new Map<string, string>();
      for (const key of delivered) {
        if (/^soap-(prompt|reminder)/.test(key)) last.set(key.split('/').slice(-2).join('/'), key);
      }
      return last;
    };
    // A moment after the last reminder and before the close: any asking there catches up with it.
    const afterLastReminder = fc.integer({ min: 14 * 8, max: 20 * 8 }).map((step) => step * STEP);
    fc.assert(
      fc.property(someFacts, someHours, afterLastReminder, (given, hours, late) => {
        const seldom = [...hours.filter((one) => one < late), late];
        const stayed = { ...given, schools: given.schools.filter(({ left }) => left === undefined) };
        expect(lastWords(live(stayed, seldom))).toEqual(lastWords(live(stayed, often)));
      }),
      { numRuns: 15 },
    );
  });

  test('never gives one person two messages about one school', () => {
    fc.assert(
      fc.property(someFacts, someHours, (given, hours) => {
        live(given, hours, (_, duties) => {
          const about = duties.flatMap((duty) => ('urn' in duty ? [`${duty.urn}/${duty.person}`] : []));
          expect(new Set(about).size).toBe(about.length);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('never is about a school that left or has returned, nor about another half term', () => {
    fc.assert(
      fc.property(someFacts, someHours, (given, hours) => {
        const back = new Set(given.returns.map(({ urn }) => urn));
        live(given, hours, (now, duties) => {
          const gone = given.schools
            .filter(({ left }) => left !== undefined && left <= now.toString())
            .map(({ urn }) => urn);
          for (const duty of duties) {
            const urns = 'urn' in duty ? [duty.urn] : 'urns' in duty ? duty.urns : [];
            expect(urns.filter((urn) => back.has(urn) || gone.includes(urn))).toEqual([]);
            expect(duty.key).not.toContain(AUTUMN_1);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  test('falls on school days only, for what is sent the hour it falls due', () => {
    const sent: string[] = [];
    live(facts(), often, (now, duties) => {
      if (duties.length > 0) sent.push(now.toZonedDateTimeISO('Europe/London').toPlainDate().toString());
    });
    expect([...new Set(sent)]).toEqual([
      '2026-11-30',
      '2026-12-07',
      '2026-12-09',
      '2026-12-10',
      '2026-12-11',
      '2026-12-14',
      '2026-12-18',
    ]);
  });
});
