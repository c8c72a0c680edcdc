// @ts-nocheck
import type { InspectionsPolicy } from './inspections-policy.ts';

/** OWLS's values for inspections and how they become the Ofsted part of the scale. */
export const OWLS_INSPECTIONS: InspectionsPolicy = {
  // M24. Schools' inspections from 2 September 2024 on give no overall grade (Ofsted, September 2024).
  overallUntil: '2024-09-01',
  frameworks: [
    {
      key: 'key-judgements',
      name: 'Four key judgements',
      from: '2024-09-02',
      until: '2025-11-09',
      areas: [
        { key: 'quality', name: 'Quality of education', always: true },
        { key: 'behaviour', name: 'Behaviour and attitudes', always: true },
        { key: 'personal', name: 'Personal development', always: true },
        { key: 'leadership', name: 'Leadership and management', always: true },
        { key: 'early-years', name: 'Early years provision', always: false },
        { key: 'sixth-form', name: 'Sixth form provision', always: false },
      ],
      points: [
        { key: 'outstanding', name: 'Outstanding' },
        { key: 'good', name: 'Good' },
        { key: 'requires-improvement', name: 'Requires improvement' },
        { key: 'inadequate', name: 'Inadequate' },
      ],
      // M24; ours: the weakest judgement decides, so that no concern is hidden behind a better one.
      rules: [
        { gives: 4, when: 'safeguarding is not effective', safeguarding: 'not met' },
        { gives: 4, when: 'a judgement is inadequate', any: ['inadequate'] },
        { gives: 3, when: 'a judgement requires improvement', any: ['requires-improvement'] },
        { gives: 1, when: 'every judgement is outstanding', all: ['outstanding'] },
        { gives: 2, when: 'none of the above holds' },
      ],
    },
    {
      key: 'report-card',
      name: 'Report card',
      // Ofsted: in use from 10 November 2025.
      from: '2025-11-10',
      areas: [
        { key: 'inclusion', name: 'Inclusion', always: true },
        { key: 'curriculum', name: 'Curriculum and teaching', always: true },
        { key: 'achievement', name: 'Achievement', always: true },
        { key: 'attendance', name: 'Attendance and behaviour', always: true },
        { key: 'personal', name: 'Personal development and well-being', always: true },
        { key: 'leadership', name: 'Leadership and governance', always: true },
        { key: 'early-years', name: 'Early years', always: false },
        { key: 'sixth-form', name: 'Sixth form', always: false },
      ],
      points: [
        { key: 'exceptional', name: 'Exceptional' },
        { key: 'strong', name: 'Strong standard' },
        { key: 'expected', name: 'Expected standard' },
        { key: 'needs-attention', name: 'Needs attention' },
        { key: 'urgent-improvement', name: 'Urgent improvement' },
      ],
      // M24; ours: a card has no overall grade, so the weakest area decides.
      rules: [
        { gives: 4, when: 'safeguarding is not met', safeguarding: 'not met' },
        { gives: 4, when: 'an area needs urgent improvement', any: ['urgent-improvement'] },
        { gives: 3, when: 'an area needs attention', any: ['needs-attention'] },
        { gives: 1, when: 'every area is exceptional or a strong standard', all: ['exceptional', 'strong'] },
        { gives: 2, when: 'none of the above holds' },
      ],
    },
  ],
  // M28, M24: Ofsted grades.
  keepsSupport: [3, 4],
  // M28; ours: what a monitoring visit says in the end.
  monitoringOutcomes: [
    { key: 'enough-progress', name: 'Enough progress' },
    { key: 'not-enough-progress', name: 'Not enough progress' },
    { key: 'standards-kept', name: 'Standards kept, no new grade' },
    { key: 'may-be-better', name: 'May be better at the next graded inspection' },
    { key: 'may-be-worse', name: 'May be worse at the next graded inspection' },
  ],
  // Days after the inspection's first day; ours: by then a report is usually out.
  askOutcome: { days: 42, at: '08:00' },
  // Days after publication; ours: the next morning.
  askUpdate: { days: 1, at: '08:00' },
};
