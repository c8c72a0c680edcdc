// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { OWLS } from './owls.ts';

const keysOf = (years: string) => OWLS.soap.measures.filter((one) => one.years?.join() === years).map(({ key }) => key);

describe('the OWLS policy, in the words of its strategy', () => {
  test('asks of each year from 1 to 6 reading, writing, grammar, maths and all three together (M13)', () => {
    expect(keysOf('Y1,Y2,Y3,Y4,Y5,Y6')).toEqual(['reading', 'writing', 'grammar', 'maths', 'rwm']);
  });

  test('asks phonics of years 1 and 2 and the early-learning areas of Reception (M13)', () => {
    expect(keysOf('Y1,Y2')).toEqual(['phonics']);
    expect(keysOf('R')).toEqual(['communication', 'personal', 'physical', 'literacy', 'mathematics', 'gld']);
  });

  test('asks of the whole school teaching, attendance, behaviour and pastoral care (M13)', () => {
    expect(OWLS.soap.steps.find(({ key }) => key === 'whole-school')?.school).toEqual([
      'teachingGood',
      'attendance',
      'persistentAbsence',
      'suspensions',
      'behaviourIncidents',
      'pastoral',
    ]);
  });

  test('meets with all heads every four weeks and with advisory heads every two, hosted in turn (M4, M5)', () => {
    expect(OWLS.meetings.map(({ kind, everyWeeks, chair, host }) => [kind, everyWeeks, chair, host])).toEqual([
      ['strategic', 4, 'ceo', { place: 'Trust office and online' }],
      ['advisory', 2, 'ceo', 'rotating'],
    ]);
  });

  test('keeps the support of a school in 3 or 4 that is heading up until an inspection confirms it (M28)', () => {
    for (const code of ['3a', '4a']) {
      expect(OWLS.categorisation.scale.find((one) => one.code === code)?.support).toMatch(
        'until an inspection confirms',
      );
    }
  });

  test('has a summary that names only schools that moved (M26)', () => {
    expect(OWLS.categorisation.summary.nameSchools).toBe('moved');
  });
});
