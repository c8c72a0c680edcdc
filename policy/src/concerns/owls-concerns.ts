import type { ConcernStep, ConcernsPolicy, ExtraDatum } from './concerns-policy.ts';

const BOTH: ConcernStep['procedures'] = ['3-4', '1-2-at-risk'];
const GRADED_3_4: ConcernStep['procedures'] = ['3-4'];
const AT_RISK: ConcernStep['procedures'] = ['1-2-at-risk'];

function step(
  key: string,
  name: string,
  days: number,
  who: ConcernStep['who'],
  procedures = BOTH,
  dueDiligence = key === 'due-diligence',
): ConcernStep {
  return { key, name, days, who, procedures, dueDiligence };
}

const core = ['reading', 'writing', 'maths', 'rwm'];
function extra(key: string, ask: string, measures: string[], everyWeeks: number): ExtraDatum {
  return { key, ask, measures, everyWeeks, who: 'head' };
}

/**
 * OWLS's values for schools causing concern. The chart of the 3/4 procedure is lost in the text of the strategy, so
 * its levels, steps and days are a default made in its spirit (M37): to be checked by the trust. Days are calendar
 * days from the day the level was reached; weeks are weeks of term.
 */
export const OWLS_CONCERNS: ConcernsPolicy = {
  // The parts of a school that a SOAP, a visit or an inspection speaks of (M13, M31).
  areas: [
    { key: 'standards', name: 'Standards and progress' },
    { key: 'teaching', name: 'Quality of teaching' },
    { key: 'curriculum', name: 'Curriculum' },
    { key: 'behaviour', name: 'Behaviour and attitudes' },
    { key: 'attendance', name: 'Attendance' },
    { key: 'early-years', name: 'Early years' },
    { key: 'pupil-groups', name: 'Pupil groups' },
    { key: 'safeguarding', name: 'Safeguarding' },
    { key: 'leadership', name: 'Leadership and management' },
    { key: 'governance', name: 'Governance' },
  ],
  levels: [
    {
      name: 'Level 1: the school leads',
      steps: [
        step('identify', 'Agree with the school what the concern is', 7, 'head-leader'),
        // A school at risk is spared due diligence at level 1: it goes by the level of risk (M37).
        step('due-diligence', 'Carry out due diligence', 21, 'ceo', GRADED_3_4),
        step('plan', 'Put the concern into the attainment plan', 28, 'head'),
        step('first-check', 'Check the impact of the first actions', 56, 'head-leader'),
      ],
      // About one half term apart (M19).
      extraData: [extra('on-track', 'Pupils on track in the areas of concern', core, 6)],
      // Two half terms (M38).
      escalateAfterWeeks: 12,
    },
    {
      name: 'Level 2: the trust leads with the school',
      steps: [
        step('tell-governors', 'Tell the chair of governors of the level and why', 7, 'head-leader'),
        step('due-diligence', 'Carry out due diligence in the areas of concern', 14, 'ceo'),
        step('plan', "Agree the trust's support in the attainment plan", 21, 'head-leader'),
        step('governors-meeting', 'Attend the meeting of governors on the plan', 42, 'head-leader', GRADED_3_4),
        step('check', 'Check the impact of the support', 42, 'head-leader', AT_RISK),
      ],
      // Twice a half term, so that a core visit always has new figures (M19).
      extraData: [
        extra('on-track', 'Pupils on track in the areas of concern', core, 3),
        extra('teaching', 'Quality of teaching seen since last time', ['teachingGood'], 6),
        extra('attendance', 'Attendance and suspensions since last time', ['attendance', 'suspensions'], 2),
      ],
      // One half term (M38).
      escalateAfterWeeks: 6,
    },
    {
      name: 'Level 3: the CEO and the Chair act',
      steps: [
        step('due-diligence', 'Carry out due diligence on leadership and governance', 10, 'ceo'),
        step('meet-governors', 'Meet the head and the chair of governors', 14, 'ceo'),
        step('plan', "Put the trust's decision into the plan", 21, 'ceo'),
      ],
      // As often as the advisory heads meet (M5, M19).
      extraData: [
        extra('on-track', 'Pupils on track in the areas of concern', core, 2),
        extra('teaching', 'Quality of teaching seen since last time', ['teachingGood'], 2),
        extra('attendance', 'Attendance and suspensions since last time', ['attendance', 'suspensions'], 1),
      ],
      // At the highest level: how long a decision may go without progress before another is asked for (M38).
      escalateAfterWeeks: 6,
    },
  ],
  // Two years, to the day (M38).
  repeatYears: 2,
  // Serious and unresolved concerns are for the CEO and the Chair: the highest level (M38).
  ceoAndChairFrom: 3,
  // Calendar days; a default (M38).
  decisionDays: 7,
  // Schools in 3 or 4 are mostly sponsored; a sponsored one that was graded 1 or 2 goes by its category (M37).
  sponsored: 'until-good',
  responsible: 'head-leader',
  // Calendar days; defaults (M37, M19).
  openingDays: 14,
  askDaysBefore: 5,
  // A grade of 3 or 4 is answered by more than one level's worth, a category at risk by the mildest (M19).
  withoutRecord: { '3-4': 2, '1-2-at-risk': 1 },
  extraDataChase: {
    remindDaysAfter: [1, 5],
    escalations: [
      { days: 3, to: 'head-leader' },
      { days: 8, to: 'ceo' },
    ],
  },
  asked: '08:00',
  wanted: '17:00',
};
