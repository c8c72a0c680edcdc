import { describe, expect, test } from 'vitest';
import {
  ASH,
  at,
  CEO,
  CLUSTER_NORTH,
  CLUSTER_SOUTH,
  DALE,
  facts,
  HEAD_ASH,
  HEAD_TWO,
  ofSchool,
  person,
  trust,
} from '../examples/trust.examples.ts';
import type { ExtraFigures } from '../extra-data/extra-figures.ts';
import { OWLS } from '../owls.ts';
import { extraDataView } from './extra-data.ts';

const given = (due: string, other: Partial<ExtraFigures> = {}): ExtraFigures => ({
  ...{ urn: DALE.urn, item: 'attendance', due, figures: { attendance: 93, suspensions: 1 }, says: '' },
  ...{ by: HEAD_TWO.id, at: '2026-09-10T10:00:00Z', ...other },
});
const view = (reader = CEO, kept: readonly ExtraFigures[] = [], urn = DALE.urn) =>
  extraDataView(OWLS, facts({ records: { extraData: { given: kept } } }), reader, urn, at('2026-09-18T09:00'));

describe('a school’s extra data', () => {
  test('M19: is for those who read its returns in full; its head gives it', () => {
    for (const reader of [HEAD_ASH, CLUSTER_NORTH]) expect(view(reader)).toBeUndefined();
    expect(view(CEO, [], '999999')).toBeUndefined();
    expect(view(CLUSTER_SOUTH)?.mayGive).toBe(false);
    expect(view(HEAD_TWO)).toMatchObject({ mayGive: true, school: { urn: DALE.urn, name: DALE.name } });
  });

  test('M19: shows what is asked now, with what was given of it, oldest first', () => {
    const kept = [given('2026-09-22', { version: '"1"' }), given('2026-09-08'), given('2026-09-08', { urn: ASH.urn })];
    const attendance = (items = view(CEO, kept)?.items) => items?.find(({ key }) => key === 'attendance');
    const first = attendance();
    expect(view(CEO, kept)?.items.map(({ key }) => key)).toEqual(['on-track', 'attendance']);
    expect(first).toMatchObject({
      key: 'attendance',
      name: 'Attendance and suspensions since last time',
      measures: [{ label: 'Attendance, %' }, { label: 'Suspensions' }],
      asked: { due: '2026-09-22', wanted: '2026-09-22T16:00:00Z', given: { version: '"1"' } },
    });
    expect(first?.given.map(({ due, byName }) => [due, byName])).toEqual([
      ['2026-09-08', HEAD_TWO.name],
      ['2026-09-22', HEAD_TWO.name],
    ]);
    expect(attendance(view(CEO)?.items)?.asked?.given).toBeUndefined();
    expect(view(CEO)?.because).toBe('The grade of Dale Village Primary School is 3.');
  });

  test('M19: keeps what was given when the concern has ended, and asks nothing', () => {
    const ended = view(CEO, [given('2026-09-08', { urn: ASH.urn, figures: { attendance: 90 } })], ASH.urn);
    expect(ended?.because).toBeUndefined();
    expect(ended?.items.map(({ key, asked, measures }) => [key, asked, measures.map((one) => one.key)])).toEqual([
      ['attendance', undefined, ['attendance']],
    ]);
    expect(view(CEO, [], ASH.urn)?.items).toEqual([]);
  });

  test('M19: each thing asked keeps what was given of it, oldest first, with every measure that was ever given', () => {
    const kept = [
      given('2026-09-22', { figures: { suspensions: 2 } }),
      given('2026-09-08', { figures: { attendance: 90 } }),
      given('2026-09-15', { figures: { attendance: 91 } }),
      given('2026-09-09', { item: 'on-track', figures: { maths: 55 } }),
    ].map((one) => ({ ...one, urn: ASH.urn }));
    const items = view(CEO, kept, ASH.urn)?.items;
    expect(
      items?.map((item) => [item.key, item.given.map(({ due }) => due), item.measures.map((one) => one.label)]),
    ).toEqual([
      ['attendance', ['2026-09-08', '2026-09-15', '2026-09-22'], ['Attendance, %', 'Suspensions']],
      ['on-track', ['2026-09-09'], [expect.stringMatching(/^Maths/)]],
    ]);
    expect(items?.[1]?.measures[0]?.label).not.toBe('Maths, %');
  });

  test('M1, M19: a head who reads other schools gives their own’s alone; a trust without records has none given', () => {
    const both = person('p-both', 'Vic', ['director', trust], ['head', ofSchool(ASH.urn)]);
    expect([view(both, [], ASH.urn)?.mayGive, view(both)?.mayGive]).toEqual([true, false]);
    for (const records of [{}, undefined]) {
      const known = facts(records ? { records } : {});
      expect(extraDataView(OWLS, known, CEO, ASH.urn, at('2026-09-18T09:00'))?.items).toEqual([]);
    }
  });
});
