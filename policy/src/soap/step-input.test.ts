import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2, CEDAR, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { stepsFor } from './measures.ts';
import { parseSoapStep, withStep } from './step-input.ts';

const years12 = {
  'pupils:Y1': '30',
  'Y1:reading': '72',
  'Y1:writing': ' 68,5 ',
  'Y1:maths': '70 %',
  'pupils:Y2': '',
};
const saidOf = (step: string, raw: Record<string, unknown>) => {
  const read = parseSoapStep(OWLS, ASH, step, raw);
  return read.ok ? [] : read.findings.map(({ says }) => says);
};

describe('a step of the return as a card sends it (M14)', () => {
  test('numbers arrive as text, with a comma or a % sign; empty means not given', () => {
    const read = parseSoapStep(OWLS, ASH, 'years-1-2', years12);
    expect(read).toEqual({
      ok: true,
      cohorts: [{ year: 'Y1', pupils: 30, figures: { reading: 72, writing: 68.5, maths: 70 } }],
      school: {},
      texts: {},
    });
  });

  test('whole-school figures and texts are read in their steps', () => {
    const read = parseSoapStep(OWLS, ASH, 'whole-school', { 'school:attendance': 95.2, 'school:suspensions': '0' });
    expect(read).toEqual({
      cohorts: [],
      ok: true,
      school: {
        attendance: 95.2,
        suspensions: 0,
      },
      texts: {},
    });
    expect(parseSoapStep(OWLS, ASH, 'comment', { comment: ' Well. ', nextSteps: undefined })).toEqual({
      cohorts: [],
      ok: true,
      school: {},
      texts: {
        comment: 'Well.',
        nextSteps: '',
      },
    });
  });

  test('what is wrong is said beside its field', () => {
    expect(saidOf('years-1-2', { 'pupils:Y1': 'thirty' })).toEqual(['Year 1: pupils must be a whole number.']);
    expect(saidOf('years-1-2', { 'Y2:reading': '70' })).toEqual([
      'Year 2 has figures: say how many pupils they are of.',
    ]);
    expect(saidOf('years-1-2', { ...years12, 'Y1:reading': 'most' })).toEqual([
      'Year 1, Reading: give a number, for example 72.',
    ]);
    expect(saidOf('years-1-2', { ...years12, 'Y1:reading': '200' })).toEqual([
      'Year 1 reading is 200%: give a figure from 0 to 100.',
    ]);
    expect(saidOf('whole-school', { 'school:attendance': {} })).toEqual(['Attendance: give a number, for example 72.']);
    expect(saidOf('comment', { comment: 'x'.repeat(4001) })).toEqual([
      'This is 4001 characters long: shorten it to 4000.',
    ]);
  });

  test.each(['72 x', 'x72', '%72', '1.2.3', '--5', '7%2', 'x5', '1e3'])('%s is no number', (given) => {
    expect(saidOf('years-1-2', { ...years12, 'Y1:reading': given })).toEqual([
      'Year 1, Reading: give a number, for example 72.',
    ]);
  });

  test.each([
    ['72%', 72],
    ['72  %', 72],
    ['+72', 72],
    ['72.25', 72.25],
    [null, undefined],
    [' ', undefined],
  ])('%s is %s', (given, reading) => {
    const read = parseSoapStep(OWLS, ASH, 'years-1-2', { ...years12, 'Y1:reading': given });
    expect(read.ok && read.cohorts[0]?.figures.reading).toBe(reading);
  });

  test('a number that is none is refused, and each finding names its rule and its place', () => {
    const found = (step: string, raw: Record<string, unknown>) => {
      const read = parseSoapStep(OWLS, ASH, step, raw);
      return read.ok ? [] : read.findings;
    };
    expect(found('years-1-2', { ...years12, 'Y1:reading': Number.NaN })).toEqual([
      {
        level: 'error',
        measure: 'reading',
        rule: 'M15',
        says: 'Year 1, Reading: give a number, for example 72.',
        year: 'Y1',
      },
    ]);
    expect(found('years-1-2', { 'pupils:Y1': 'x' })).toEqual([
      {
        field: 'pupils',
        level: 'error',
        rule: 'M15',
        says: 'Year 1: pupils must be a whole number.',
        year: 'Y1',
      },
    ]);
    expect(found('comment', { comment: 'x'.repeat(4001) })).toEqual([
      {
        field: 'comment',
        level: 'error',
        rule: 'M15',
        says: 'This is 4001 characters long: shorten it to 4000.',
      },
    ]);
    expect(found('comment', { comment: 'x'.repeat(4000) })).toEqual([]);
  });

  test('a figure that is still missing does not keep a step from being saved', () => {
    expect(parseSoapStep(OWLS, ASH, 'years-3-6', {})).toEqual({
      cohorts: [],
      ok: true,
      school: {},
      texts: {},
    });
  });

  test('a step the school is not asked, or that nobody is, is refused', () => {
    expect(() => parseSoapStep(OWLS, CEDAR, 'eyfs', {})).toThrow('no step called eyfs');
    expect(() => parseSoapStep(OWLS, ASH, '__proto__', {})).toThrow(RangeError);
  });

  test('ids the step does not have are ignored, whoever sent them', () => {
    const read = parseSoapStep(OWLS, ASH, 'years-1-2', { ...years12, 'Y6:reading': '10', 'school:attendance': '1' });
    expect(read).toEqual({
      cohorts: [
        {
          figures: {
            maths: 70,
            reading: 72,
            writing: 68.5,
          },
          pupils: 30,
          year: 'Y1',
        },
      ],
      ok: true,
      school: {},
      texts: {},
    });
    expect(JSON.stringify(read)).not.toContain('Y6');
  });

  test('whatever is sent, the answer is a value: content that can be true, or findings in sentences', () => {
    const ids = fc.constantFrom(
      'pupils:Y1',
      'Y1:reading',
      'Y1:rwm',
      'Y2:maths',
      'pupils:Y2',
      'comment',
      'school:attendance',
    );
    const anything = fc.oneof(fc.anything(), fc.string(), fc.double(), fc.nat(200).map(String));
    fc.assert(
      fc.property(fc.dictionary(ids, anything), fc.constantFrom(...stepsFor(OWLS, ASH)), (raw, { key }) => {
        const read = parseSoapStep(OWLS, ASH, key, raw);
        if (!read.ok) return read.findings.every(({ says }) => says.length > 10);
        return read.cohorts.every(
          ({ pupils, figures }) =>
            Number.isInteger(pupils) && pupils >= 0 && Object.values(figures).every((one) => one >= 0 && one <= 100),
        );
      }),
    );
  });
});

describe('putting a step into the return so far', () => {
  const so = soapReturn(ASH, AUTUMN_2, 60);

  test('replaces the year groups of the step and leaves the others', () => {
    const read = parseSoapStep(OWLS, ASH, 'years-1-2', years12);
    if (!read.ok) throw new Error('The step should be readable.');
    const after = withStep(OWLS, so, 'years-1-2', read);
    expect(after.cohorts.map(({ year }) => year)).toEqual(['R', 'Y1', 'Y3', 'Y4', 'Y5', 'Y6']);
    expect(after.cohorts[1]?.figures).toEqual({ reading: 72, writing: 68.5, maths: 70 });
    expect(after.comment).toBe(so.comment);
    expect(after.school).toEqual(so.school);
  });

  test('replaces the whole-school figures of the step, so that a cleared field is gone', () => {
    const read = parseSoapStep(OWLS, ASH, 'whole-school', { 'school:attendance': '94' });
    if (!read.ok) throw new Error('The step should be readable.');
    expect(withStep(OWLS, so, 'whole-school', read).school).toEqual({ attendance: 94 });
  });

  test('figures of the school that the step does not ask for are neither read nor replaced', () => {
    const policy = {
      ...OWLS,
      soap: {
        ...OWLS.soap,
        steps: OWLS.soap.steps.map((step) =>
          step.key === 'whole-school' ? { ...step, school: ['attendance'] } : step,
        ),
      },
    };
    const read = parseSoapStep(policy, ASH, 'whole-school', { 'school:attendance': '94', 'school:suspensions': '7' });
    if (!read.ok) throw new Error('The step should be readable.');
    expect(read.school).toEqual({ attendance: 94 });
    expect(withStep(policy, so, 'whole-school', read).school).toEqual({ ...so.school, attendance: 94 });
  });

  test('replaces the texts', () => {
    const read = parseSoapStep(OWLS, ASH, 'comment', { comment: 'New.', nextSteps: '' });
    if (!read.ok) throw new Error('The step should be readable.');
    expect(withStep(OWLS, so, 'comment', read)).toMatchObject({ comment: 'New.', nextSteps: '', cohorts: so.cohorts });
  });

  test('replaces the pupil groups in their step alone; none left is none at all', () => {
    const before = { ...so, groups: [{ group: 'eal', pupils: 9, figures: {} }] };
    const typed = {
      'pupils:girls': '61',
      'girls:reading': '71,5',
      'girls:rwm': '',
      'eal:maths': '',
      'girls:grammar': '3',
    };
    const read = parseSoapStep(OWLS, ASH, 'pupil-groups', typed);
    if (!read.ok) throw new Error('The step should be readable.');
    expect(read).toEqual({
      ok: true,
      cohorts: [],
      groups: [{ group: 'girls', pupils: 61, figures: { reading: 71.5 } }],
      school: {},
      texts: {},
    });
    expect(withStep(OWLS, before, 'pupil-groups', read)).toMatchObject({ cohorts: so.cohorts, groups: read.groups });
    const comment = parseSoapStep(OWLS, ASH, 'comment', { comment: 'New.' });
    if (!comment.ok) throw new Error('The step should be readable.');
    expect(withStep(OWLS, before, 'comment', comment).groups).toEqual(before.groups);
    const empty = parseSoapStep(OWLS, ASH, 'pupil-groups', {});
    if (!empty.ok) throw new Error('The step should be readable.');
    expect(withStep(OWLS, before, 'pupil-groups', empty)).not.toHaveProperty('groups');
    expect(withStep(OWLS, so, 'comment', comment)).not.toHaveProperty('groups');
  });

  test('says of a pupil group what it says of a year group', () => {
    const says = (typed: Readonly<Record<string, string>>) => {
      const read = parseSoapStep(OWLS, ASH, 'pupil-groups', typed);
      return read.ok ? [] : read.findings.map((one) => [one.group, one.measure ?? one.field, one.says]);
    };
    expect(says({ 'pupils:send': 'some' })).toEqual([['send', 'pupils', 'SEND: pupils must be a whole number.']]);
    expect(says({ 'send:maths': '40' })).toEqual([
      ['send', 'pupils', 'SEND has figures: say how many pupils they are of.'],
    ]);
    expect(says({ 'pupils:send': '9', 'send:maths': 'half' })).toEqual([
      ['send', 'maths', 'SEND, Maths: give a number, for example 72.'],
    ]);
  });
});
