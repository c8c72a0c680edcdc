import { describe, expect, test } from 'vitest';
import { type NationalPolicy, nationalDisagreements } from './national-policy.ts';
import { OWLS_NATIONAL } from './owls-national.ts';

const faults = (other: Partial<NationalPolicy>) =>
  nationalDisagreements({ ...OWLS_NATIONAL, ...other }).map(({ place, says }) => `${place}: ${says}`);

describe('the values of a national policy', () => {
  test('M18: for the analysis are in their order, and within its time', () => {
    const analysed = (analysis: Partial<NationalPolicy['analysis']>) =>
      faults({ analysis: { ...OWLS_NATIONAL.analysis, ...analysis } });
    const on = (days: number) => ({ days, at: '08:00' });
    expect(analysed({})).toEqual([]);
    expect(analysed({ need: { points: 2, pupils: 0 }, strength: { points: 2.1, pupils: 0 } })).toEqual([
      'analysis.need.points: must be above "level" (2): up to there it is in line.',
    ]);
    expect(analysed({ strength: { points: 1, pupils: 0 } })).toHaveLength(1);
    expect(analysed({ reminders: [on(3), on(3), on(4)] })).toEqual([
      'analysis.reminders[1].days: must be more than that of the one before.',
    ]);
    // Due seven days before the half term's last day and closing 45 days after it, the last day of use is the 51st.
    expect(analysed({ reminders: [on(51)] })).toEqual([]);
    expect(analysed({ reminders: [on(52)] })).toEqual(['analysis.reminders[0].days: must come before it closes.']);
    expect(
      analysed({
        escalations: [
          { ...on(0), to: 'ceo' },
          { ...on(52), to: 'ceo' },
        ],
      }),
    ).toEqual([
      'analysis.escalations[0].days: must be 1 or more: it is not late before.',
      'analysis.escalations[1].days: must come before it closes.',
    ]);
    expect(
      analysed({
        escalations: [
          { ...on(1), to: 'ceo' },
          { ...on(51), to: 'ceo' },
        ],
      }),
    ).toEqual([]);
  });

  test('M17: for what is recorded of an assessment name each figure once, and only its own', () => {
    const assessment = OWLS_NATIONAL.assessments.find(({ key }) => key === 'keyStage2');
    if (!assessment) throw new Error('OWLS assesses Year 6.');
    const ofFigures = (...figures: NationalPolicy['assessments'][number]['figures']) =>
      faults({ assessments: [{ ...assessment, figures }] });
    const percent = { unit: '%', max: 100 } as const;
    const reading = { measure: 'reading', name: 'Reading', ...percent };
    const maths = { measure: 'maths', name: 'Maths', ...percent };
    const both = { measure: 'both', name: 'Both', ...percent, within: ['reading', 'maths'] };
    expect(ofFigures(reading, maths, both)).toEqual([]);
    expect(ofFigures(reading, maths, reading)).toEqual([
      'assessments[0].figures[2].measure: is there already: each must be another.',
    ]);
    expect(ofFigures({ ...reading, max: 110 })).toEqual([
      'assessments[0].figures[0].max: must be 100 for a percentage.',
    ]);
    expect(ofFigures({ ...reading, unit: 'marks', max: 25 })).toEqual([]);
    expect(ofFigures(reading, both)).toEqual([
      'assessments[0].figures[1].within: maths is not recorded of it: name one of reading, both.',
    ]);
  });
});
