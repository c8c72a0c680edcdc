import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { startingPoint } from './starting-point.ts';

const last = soapReturn(ASH, AUTUMN_1, 62);

describe('what a head finds in the return at first (M14)', () => {
  test("last half term's figures, this year's cohort sizes and empty texts", () => {
    const now = { ...ASH, pupils: { ...ASH.pupils, Y3: 28 } };
    const start = startingPoint(OWLS, facts({ returns: [last] }), now, AUTUMN_2);
    const year3 = start.cohorts.find(({ year }) => year === 'Y3');
    expect(year3).toEqual({ year: 'Y3', pupils: 28, figures: last.cohorts[3]?.figures });
    expect(start.school).toEqual(last.school);
    expect([start.comment, start.nextSteps]).toEqual(['', '']);
  });

  test('the draft, where there is one', () => {
    const draft = { ...soapReturn(ASH, AUTUMN_2, 71), savedAt: '', savedBy: '', version: '3', comment: 'So far' };
    const start = startingPoint(OWLS, facts({ returns: [last], drafts: [draft] }), ASH, AUTUMN_2);
    expect(start.comment).toBe('So far');
    expect(start.cohorts).toBe(draft.cohorts);
  });

  test('what was submitted, where it is opened again', () => {
    const submitted = soapReturn(ASH, AUTUMN_2, 75);
    expect(startingPoint(OWLS, facts({ returns: [last, submitted] }), ASH, AUTUMN_2).cohorts).toBe(submitted.cohorts);
  });

  test('no figures of last year: they are of other pupils', () => {
    const summer = soapReturn(ASH, '2025-26/summer-2', 80);
    const start = startingPoint(OWLS, facts({ returns: [summer] }), ASH, AUTUMN_1);
    expect(start.cohorts.every(({ figures }) => Object.keys(figures).length === 0)).toBe(true);
    expect(start.cohorts.map(({ pupils }) => pupils)).toEqual([30, 30, 30, 30, 30, 30, 30]);
    expect(start.school).toEqual({});
  });

  test('pupil groups as they were, within the year and as far as they are still asked for', () => {
    const groups = [
      { group: 'girls', pupils: 88, figures: { reading: 70 } },
      { group: 'twins', pupils: 4, figures: {} },
    ];
    const start = startingPoint(OWLS, facts({ returns: [{ ...last, groups }] }), ASH, AUTUMN_2);
    expect(start.groups).toEqual(groups.slice(0, 1));
    const summer = { ...soapReturn(ASH, '2025-26/summer-2', 80), groups };
    expect(startingPoint(OWLS, facts({ returns: [summer] }), ASH, AUTUMN_1)).not.toHaveProperty('groups');
    expect(startingPoint(OWLS, facts({ returns: [last] }), ASH, AUTUMN_2)).not.toHaveProperty('groups');
    const sent = { ...soapReturn(ASH, AUTUMN_2, 71), groups };
    expect(startingPoint(OWLS, facts({ returns: [last, sent] }), ASH, AUTUMN_2).groups).toBe(groups);
  });

  test('a year group whose size nobody knows is left out, not called empty', () => {
    const unknown = { ...ASH, pupils: { Y6: 30 } };
    expect(startingPoint(OWLS, facts(), unknown, AUTUMN_2).cohorts).toEqual([{ year: 'Y6', pupils: 30, figures: {} }]);
  });
});
