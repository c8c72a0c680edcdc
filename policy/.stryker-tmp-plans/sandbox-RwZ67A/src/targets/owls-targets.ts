// @ts-nocheck
import type { TargetsPolicy } from './targets-policy.ts';

/** Percentage points a cohort is expected to gain in a year, at least and at best: a default (M20). */
const ATTAINMENT = { minimum: 2, aspirational: 7 };
/** Whole-school percentages move by little from year to year: a default (M20). */
const WHOLE_SCHOOL = { minimum: 0, aspirational: 1 };

/** OWLS's values for targets. Figures are percentages of pupils; days are calendar days. */
export const OWLS_TARGETS: TargetsPolicy = {
  // Attainment in every year group that is asked for it (M13, M20), and the whole school's attendance.
  measures: [
    ...['reading', 'writing', 'grammar', 'maths', 'rwm', 'phonics', 'communication', 'personal', 'physical'].map(
      (measure) => ({ measure, growth: ATTAINMENT }),
    ),
    ...['literacy', 'mathematics', 'gld'].map((measure) => ({ measure, growth: ATTAINMENT })),
    { measure: 'attendance', growth: WHOLE_SCHOOL },
    { measure: 'persistentAbsence', growth: WHOLE_SCHOOL },
  ],
  // Year 1 starts from what the same children reached in Reception (M20): a default.
  startsFrom: [
    { measure: 'reading', from: 'literacy' },
    { measure: 'writing', from: 'literacy' },
    { measure: 'maths', from: 'mathematics' },
    { measure: 'rwm', from: 'gld' },
  ],
  // Set in the first half term, whose core visit looks at targets (M20, M30); the days are a default. In 2026-27:
  // 1 September, 22 September, 2 October, 9 October, 1 December, by when the board has met in the autumn (M12, M22).
  days: {
    proposalsOpen: { days: 7, at: '08:00' },
    proposalsDue: { days: 28, at: '17:00' },
    agreedBy: { days: 38, at: '17:00' },
    signOffDue: { days: 45, at: '17:00' },
    boardDue: { days: 98, at: '17:00' },
  },
  // The strategy has KPIs follow national and trust priorities without naming them (M22): defaults for the trust to set.
  kpis: [
    { name: 'Good level of development', measure: 'gld', years: ['R'], value: 75, direction: 'at least' },
    { name: 'Phonics in Year 1', measure: 'phonics', years: ['Y1'], value: 82, direction: 'at least' },
    { name: 'Reading, writing and maths in Year 6', measure: 'rwm', years: ['Y6'], value: 65, direction: 'at least' },
    { name: 'Attendance', measure: 'attendance', value: 95, direction: 'at least' },
    { name: 'Persistent absence', measure: 'persistentAbsence', value: 13, direction: 'at most' },
  ],
  // People, not a share of them (M22): a default, to be checked against the articles of the trust.
  board: { quorum: 3, members: ['director', 'chair'] },
};
