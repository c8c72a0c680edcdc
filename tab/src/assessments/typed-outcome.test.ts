import { OWLS, type ShownAssessment } from '@owls/policy';
import { expect, test } from 'vitest';
import { outcomeOf, typedOf } from './typed-outcome.ts';

const { figures } = OWLS.national.assessments.find(({ key }) => key === 'keyStage2') ?? { figures: [] };
const record: ShownAssessment['record'] = {
  ...{ urn: '115800', year: '2025-26', assessment: 'keyStage2', pupils: 28, recordedOn: '2026-07-10' },
  ...{ recordedBy: 'p', figures: { reading: 75, maths: 71.5 } },
};

test('an outcome on record stands in the fields, and is read from them as it was', () => {
  const typed = typedOf({ record, figures });
  expect(typed).toEqual({ pupils: '28', reading: '75', writing: '', maths: '71.5', grammar: '', rwm: '' });
  expect(outcomeOf({ figures }, typed)).toEqual({ outcome: { pupils: 28, figures: { reading: 75, maths: 71.5 } } });
  expect(outcomeOf({ figures }, {})).toEqual({ outcome: { pupils: 0, figures: {} } });
});

test('what is no number is said at its place', () => {
  expect(outcomeOf({ figures }, { pupils: 'thirty', reading: '72%', maths: '=1+1' })).toEqual({
    wrong: { pupils: expect.stringContaining('thirty'), maths: expect.stringContaining('=1+1') },
  });
});

test('what was kept on this device comes back, and what is not of this form does not', () => {});
