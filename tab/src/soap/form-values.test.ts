import { inputOf, OWLS, type School, type SoapContent, valuesOf } from '@owls/policy';
import { expect, test } from 'vitest';
import { differences, isGap, readForm, stepOf } from './form-values.ts';
import { inputName } from './input-name.ts';

const infant: School = {
  urn: '115800',
  name: 'Oakfield Infant School',
  phase: 'infant',
  years: ['R', 'Y1', 'Y2'],
  pupils: { R: 30, Y1: 28, Y2: 29 },
  cluster: 'North',
  governance: 'LGB',
  sponsored: false,
};
const whole = {
  teachingGood: 80,
  attendance: 95.2,
  persistentAbsence: 8,
  suspensions: 0,
  behaviourIncidents: 4,
  pastoral: 6,
};
const ofYear = { reading: 70, writing: 66, grammar: 68, maths: 72, rwm: 60, phonics: 75 };
const full: SoapContent = {
  cohorts: [
    {
      year: 'R',
      pupils: 30,
      figures: { communication: 70, personal: 72, physical: 74, literacy: 66, mathematics: 68, gld: 60 },
    },
    { year: 'Y1', pupils: 28, figures: ofYear },
    { year: 'Y2', pupils: 29, figures: ofYear },
  ],
  school: whole,
  comment: 'All well.',
  groups: [{ group: 'girls', pupils: 27, figures: { reading: 70, rwm: 60 } }],
  nextSteps: 'More of it.',
};
const read = (values: Readonly<Record<string, string>>) =>
  readForm(OWLS, infant, values, full, { halfTerm: '2026-27/autumn-2' });

test('a return comes out of the form as it went in', () => {
  const { content, findings, unkept } = read(valuesOf(full));
  expect(content).toEqual(full);
  expect(findings).toEqual([]);
  expect(unkept).toEqual([]);
});

test('a step with an impossible figure is not kept, is told beside its field, and the rest is kept', () => {
  const typed = { ...valuesOf(full), 'Y1:reading': '200', 'school:attendance': '94' };
  const { content, findings, unkept } = read(typed);
  expect(unkept).toEqual(['years-1-2']);
  expect(findings.map(inputOf)).toContain('Y1:reading');
  expect(content.cohorts.find(({ year }) => year === 'Y1')?.figures.reading).toBe(70);
  expect(content.school.attendance).toBe(94);
});

test('a word where a number belongs is named, and nothing is said of the old figure behind it', () => {
  const { findings } = read({ ...valuesOf(full), 'school:attendance': 'good' });
  expect(findings).toHaveLength(1);
  expect(findings[0]?.says).toContain('Attendance');
});

test('an emptied field is a gap that waits for the review, not an error that shouts while typing', () => {
  const { findings } = read({ ...valuesOf(full), 'Y2:phonics': '' });
  expect(findings.map((one) => [inputOf(one), isGap(one)])).toEqual([['Y2:phonics', true]]);
});

test('a subject below reading-writing-maths is found as policy finds it', () => {
  const { findings } = read({ ...valuesOf(full), 'Y1:rwm': '90' });
  expect(findings.some((one) => inputOf(one) === 'Y1:rwm' && !isGap(one))).toBe(true);
});

test('pupil groups that can not be read keep what was there before, and nothing is said of it', () => {
  const { content, findings, unkept } = read({ ...valuesOf(full), 'girls:reading': 'most', 'pupils:boys': '90' });
  expect(unkept).toEqual(['pupil-groups']);
  expect(content.groups).toEqual(full.groups);
  expect(findings.map(inputOf)).toEqual(['girls:reading']);
  expect(
    read({ ...valuesOf(full), 'pupils:girls': '', 'girls:reading': '', 'girls:rwm': '' }).content,
  ).not.toHaveProperty('groups');
});

test('every input knows its step and its name', () => {
  expect(stepOf(OWLS, 'pupils:R')).toBe('eyfs');
  expect(stepOf(OWLS, 'Y4:maths')).toBe('years-3-6');
  expect(stepOf(OWLS, 'school:attendance')).toBe('whole-school');
  expect(stepOf(OWLS, 'nextSteps')).toBe('comment');
  expect(stepOf(OWLS, 'pupils:girls')).toBe('pupil-groups');
  expect(stepOf(OWLS, 'lookedAfter:rwm')).toBe('pupil-groups');
  expect(inputName(OWLS, 'lookedAfter:rwm')).toBe('Looked after, Reading, writing and maths');
  expect(inputName(OWLS, 'pupils:send')).toBe('SEND, pupils');
  expect(inputName(OWLS, 'Y4:maths')).toBe('Year 4, Maths');
  expect(inputName(OWLS, 'pupils:R')).toBe('Reception, pupils');
});

test('two versions differ only where a person would say so', () => {
  const mine = { 'Y1:reading': '64', comment: 'Hello ' };
  expect(differences(mine, { 'Y1:reading': '66', comment: 'Hello', 'Y2:reading': '' })).toEqual(['Y1:reading']);
});
