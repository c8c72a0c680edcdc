import { type Inspection, OWLS } from '@owls/policy';
import { describe, expect, test } from 'vitest';
import { bodyOf, NOTHING, readTyped, saysOn, typedOf } from './typed-inspection.ts';

const says = (on: string) => saysOn(OWLS.inspections, on);
const of = { id: 'i', urn: '115800', by: 'p', at: '2026-11-27T09:00:00Z' };
const CARD: Inspection = {
  ...{ ...of, kind: 'areas', on: '2026-03-10', published: '2026-04-17', framework: 'report-card' },
  ...{ areas: { inclusion: 'expected' }, safeguarding: 'met', report: 'https://a.example' },
};

describe('an inspection being typed', () => {
  test('says by its first day whether there is one grade, four judgements or a report card', () => {
    expect(says('')).toBeUndefined();
    expect(says('2024-09-01')).toEqual({ kind: 'overall' });
    expect(says('2024-09-02')).toMatchObject({ framework: { key: 'key-judgements' } });
    expect(says('2025-11-10')).toMatchObject({ framework: { key: 'report-card' } });
    expect(saysOn({ ...OWLS.inspections, frameworks: [] }, '2025-11-10')).toBeUndefined();
  });

  test('what is on record comes back as it was, kind by kind', () => {
    const all: Inspection[] = [
      CARD,
      { ...of, kind: 'overall', on: '2023-05-10', published: '2023-06-10', grade: 2 },
      { ...of, kind: 'awaited', on: '2026-11-20' },
      { ...of, kind: 'monitoring', on: '2026-09-15', outcome: 'enough-progress', note: 'Calm.' },
      { ...of, kind: 'review', on: '2026-10-01', reviewer: 'A trust nearby', about: 'SEND', outcome: 'Ready.' },
    ];
    for (const given of all) {
      const { id: _i, urn: _u, by: _b, at: _a, ...body } = given;
      expect(bodyOf(typedOf(given), says(given.on))).toEqual({ body });
    }
  });

  test('what nobody chose is asked for at its place; what is of another framework is left out', () => {
    expect(bodyOf({ ...NOTHING, on: '2023-05-10' }, says('2023-05-10'))).toHaveProperty('missing.grade');
    expect(bodyOf({ ...NOTHING, on: '2026-03-10' }, says('2026-03-10'))).toHaveProperty('missing.safeguarding');
    expect(bodyOf({ ...NOTHING, kind: 'monitoring' }, undefined)).toHaveProperty('missing.outcome');
    const typed = { ...typedOf(CARD), areas: { inclusion: 'expected', quality: 'good', personal: '' } };
    expect(bodyOf(typed, says(CARD.on))).toMatchObject({ body: { areas: { inclusion: 'expected' } } });
    expect(bodyOf(NOTHING, undefined)).toMatchObject({ body: { kind: 'areas', on: '', framework: '' } });
  });

  test('what was kept on this device comes back, and what is not of this form does not', () => {
    expect(readTyped(JSON.stringify(typedOf(CARD)))).toEqual(typedOf(CARD));
    for (const kept of ['', 'x', '7', 'null', '{}', '{"kind":1}']) expect(readTyped(kept)).toBeUndefined();
  });
});
