import { OWLS_ACCESS } from './access/owls-access.ts';
import { OWLS_CONCERNS } from './concerns/owls-concerns.ts';
import { OWLS_GATHERINGS } from './gatherings/owls-gatherings.ts';
import { OWLS_GROUPS } from './groups/owls-groups.ts';
import { OWLS_INSPECTIONS } from './inspections/owls-inspections.ts';
import { OWLS_NATIONAL } from './national/owls-national.ts';
import { OWLS_OUTSIDE } from './outside/owls-outside.ts';
import { ENGLAND_BANK_HOLIDAYS, LEICESTERSHIRE_YEARS } from './owls-calendar.ts';
import { OWLS_PEER_REVIEW } from './peer-review/owls-peer-review.ts';
import { OWLS_PLANS } from './plans/owls-plans.ts';
import { OWLS_REPORTS } from './reports/owls-reports.ts';
import { OWLS_SUPPORT } from './support/owls-support.ts';
import { OWLS_TARGETS } from './targets/owls-targets.ts';
import type { YearGroup } from './trust/school.ts';
import type { CategoryPolicy, Measure, MeetingPolicy, SoapPolicy, TrustPolicy } from './trust-policy.ts';
import { OWLS_VISITS } from './visits/owls-visits.ts';

const YEARS_1_2: readonly YearGroup[] = ['Y1', 'Y2'];
const YEARS_3_6: readonly YearGroup[] = ['Y3', 'Y4', 'Y5', 'Y6'];
const YEARS_1_6: readonly YearGroup[] = [...YEARS_1_2, ...YEARS_3_6];
const EYFS: readonly YearGroup[] = ['R'];

const percent = { unit: '%', better: 'higher', max: 100 } as const;

/** What a half term's return asks (M13): % on track for the year's end, and how the whole school is. */
const measures: readonly Measure[] = [
  { key: 'reading', name: 'Reading', years: YEARS_1_6, published: 'reading', ...percent },
  { key: 'writing', name: 'Writing', years: YEARS_1_6, published: 'writing', ...percent },
  { key: 'grammar', name: 'Grammar', years: YEARS_1_6, published: 'grammar', ...percent },
  { key: 'maths', name: 'Maths', years: YEARS_1_6, published: 'maths', ...percent },
  {
    key: 'rwm',
    name: 'Reading, writing and maths',
    years: YEARS_1_6,
    // On track in all three means on track in each: never above the lowest of them (M15).
    within: ['reading', 'writing', 'maths'],
    published: 'rwm',
    ...percent,
  },
  { key: 'phonics', name: 'Phonics', years: YEARS_1_2, ...percent },
  { key: 'communication', name: 'Communication and language', years: EYFS, ...percent },
  { key: 'personal', name: 'Personal, social and emotional', years: EYFS, ...percent },
  { key: 'physical', name: 'Physical development', years: EYFS, ...percent },
  { key: 'literacy', name: 'Literacy', years: EYFS, ...percent },
  { key: 'mathematics', name: 'Mathematics', years: EYFS, ...percent },
  {
    key: 'gld',
    name: 'Good level of development',
    years: EYFS,
    // A good level of development needs all five areas.
    within: ['communication', 'personal', 'physical', 'literacy', 'mathematics'],
    ...percent,
  },
  { key: 'teachingGood', name: 'Teaching good or better', ...percent },
  { key: 'attendance', name: 'Attendance', improbableBelow: 70, ...percent },
  { key: 'persistentAbsence', name: 'Persistent absence', unit: '%', better: 'lower', max: 100 },
  { key: 'suspensions', name: 'Suspensions', unit: 'count', better: 'lower', max: 999 },
  { key: 'behaviourIncidents', name: 'Behaviour incidents', unit: 'count', better: 'lower', max: 9999 },
  { key: 'pastoral', name: 'Pupils with pastoral support', unit: 'count', better: 'lower', max: 9999 },
];

const soap: SoapPolicy = {
  measures,
  steps: [
    { key: 'eyfs', title: 'Early years', years: EYFS },
    { key: 'years-1-2', title: 'Years 1 and 2', years: YEARS_1_2 },
    { key: 'years-3-6', title: 'Years 3 to 6', years: YEARS_3_6 },
    { key: 'pupil-groups', title: 'Pupil groups', groups: true },
    {
      key: 'whole-school',
      title: 'Teaching, attendance, behaviour and pastoral',
      school: ['teachingGood', 'attendance', 'persistentAbsence', 'suspensions', 'behaviourIncidents', 'pastoral'],
    },
    { key: 'comment', title: 'Comment and next steps', texts: ['comment', 'nextSteps'] },
  ],
  groups: OWLS_GROUPS,
  // Autumn 2 of 2026-27 ends on Friday 18 December: opens Monday 30 November, due Wednesday 9 December.
  window: { opens: { days: -18, at: '08:00' }, due: { days: -9, at: '17:00' }, closes: { days: 0, at: '17:00' } },
  reminders: [
    { days: -2, at: '08:00' },
    { days: 1, at: '08:00' },
  ],
  escalations: [
    { days: 2, at: '08:00', to: 'head-leader' },
    { days: 4, at: '08:00', to: 'ceo' },
  ],
  plausibleJump: 20,
  // The department suppresses published figures of five pupils or fewer.
  suppressBelow: 6,
  bands: { strong: 75, secure: 60 },
};

/** The scale (M24): last Ofsted grade, then where the school is heading. There is no 4cc: no grade lies below. */
const scale: readonly CategoryPolicy[] = [
  {
    code: '1a',
    ofsted: 1,
    heading: 'better',
    name: 'Outstanding, secure beyond it',
    support: 'Core visits; its practice is offered to others.',
  },
  { code: '1b', ofsted: 1, heading: 'in line', name: 'Outstanding, in line', support: 'Core visits.' },
  {
    code: '1cc',
    ofsted: 1,
    heading: 'at risk',
    name: 'Outstanding, at risk',
    support: 'Core visits and an attainment plan for the areas of concern.',
  },
  {
    code: '2a',
    ofsted: 2,
    heading: 'better',
    name: 'Good, heading for outstanding',
    support: 'Core visits; coaching towards the next grade.',
  },
  { code: '2b', ofsted: 2, heading: 'in line', name: 'Good, in line', support: 'Core visits.' },
  {
    code: '2cc',
    ofsted: 2,
    heading: 'at risk',
    name: 'Good, at risk',
    support: 'Core visits and an attainment plan for the areas of concern.',
  },
  {
    code: '3a',
    ofsted: 3,
    heading: 'better',
    name: 'Requires improvement, heading for good',
    support: 'The full plan stays in place until an inspection confirms the move.',
  },
  {
    code: '3b',
    ofsted: 3,
    heading: 'in line',
    name: 'Requires improvement, in line',
    support: 'A full attainment plan with a range of support, monitored on its own schedule.',
  },
  {
    code: '3cc',
    ofsted: 3,
    heading: 'at risk',
    name: 'Requires improvement, at risk',
    support: 'A full attainment plan, more visits, and the CEO and Chair informed.',
  },
  {
    code: '4a',
    ofsted: 4,
    heading: 'better',
    name: 'Inadequate, heading out of it',
    support: 'The full plan stays in place until an inspection confirms the move.',
  },
  {
    code: '4b',
    ofsted: 4,
    heading: 'in line',
    name: 'Inadequate, in line',
    support: 'A full attainment plan led by the trust, the CEO and Chair involved.',
  },
];

const meetings: readonly MeetingPolicy[] = [
  {
    kind: 'strategic',
    rule: 'M4',
    title: 'Strategic heads meeting',
    everyWeeks: 4,
    // Schools settle in first: the second Tuesday after the week of the return.
    firstWeek: 3,
    weekday: 2,
    time: '14:00',
    minutes: 120,
    reminderMinutes: 1440,
    chair: 'ceo',
    attendees: ['head'],
    host: { place: 'Trust office and online' },
    agenda: [
      'Trust policy and practice',
      'Time for joint practice development',
      'Collective priorities',
      'Inspection updates and moderation of judgements',
      'Progress on targets',
    ],
    agendaFrom: {
      'Time for joint practice development': 'goodPractice',
      'Collective priorities': 'priorities',
      'Inspection updates and moderation of judgements': 'moves',
      'Progress on targets': 'offTrack',
    },
  },
  {
    kind: 'advisory',
    rule: 'M5',
    title: 'Advisory heads meeting',
    everyWeeks: 2,
    firstWeek: 2,
    weekday: 4,
    time: '13:30',
    minutes: 120,
    reminderMinutes: 1440,
    chair: 'ceo',
    attendees: ['advisory-head'],
    host: 'rotating',
    agenda: [
      'School improvement across the trust',
      'Joint practice development in the host school',
      'Areas to develop, for the next round of visits',
    ],
    agendaFrom: {
      'School improvement across the trust': 'soapOverview',
      'Joint practice development in the host school': 'goodPractice',
      'Areas to develop, for the next round of visits': 'developmentAreas',
    },
  },
];

/** OWLS Academy Trust's policy: the defaults of the product. Another trust's policy goes through `loadPolicy`. */
export const OWLS: TrustPolicy = {
  trust: { name: 'OWLS Academy Trust', shortName: 'OWLS', timeZone: 'Europe/London' },
  calendar: { years: LEICESTERSHIRE_YEARS, bankHolidays: ENGLAND_BANK_HOLIDAYS },
  meetings,
  soap,
  categorisation: {
    scale,
    round: {
      // The round opens when the returns are due: proposals rest on them.
      opens: { days: -9, at: '17:00' },
      proposalsDue: { days: -4, at: '17:00' },
      validationsDue: { days: -2, at: '17:00' },
      summaryAt: { days: 0, at: '12:00' },
    },
    evidence: { margin: 10, trend: 5, concern: { teachingGood: 75, attendance: 93 } },
    summary: { nameSchools: 'moved' },
  },
  // Before lessons, at lunch and after school: a default.
  asking: { times: ['08:00', '12:00', '17:00'] },
  gatherings: OWLS_GATHERINGS,
  concerns: OWLS_CONCERNS,
  visits: OWLS_VISITS,
  targets: OWLS_TARGETS,
  support: OWLS_SUPPORT,
  reports: OWLS_REPORTS,
  peerReview: OWLS_PEER_REVIEW,
  outside: OWLS_OUTSIDE,
  national: OWLS_NATIONAL,
  inspections: OWLS_INSPECTIONS,
  plans: OWLS_PLANS,
  access: OWLS_ACCESS,
};
