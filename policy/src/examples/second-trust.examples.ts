import { loadPolicy } from '../load-policy.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/**
 * A made-up trust that differs from OWLS wherever it may: secondary schools, a year of two terms with three parts each,
 * meetings of other kinds and on other days, other measures, other bands, a scale of other words, and no reminders.
 * What the strategy says of any trust has to hold for it too, so nothing of OWLS is baked in.
 */
export const SECOND: TrustPolicy = loadPolicy({
  trust: { name: 'Harbour Learning Trust', shortName: 'Harbour', timeZone: 'Europe/London' },
  calendar: {
    years: [
      {
        year: '2025-26',
        halfTerms: [
          { name: 'winter-1', from: '2025-09-03', to: '2025-10-22' },
          { name: 'winter-2', from: '2025-11-03', to: '2025-12-17' },
          { name: 'winter-3', from: '2026-01-05', to: '2026-02-12' },
          { name: 'summer-1', from: '2026-02-23', to: '2026-03-27' },
          { name: 'summer-2', from: '2026-04-13', to: '2026-05-21' },
          { name: 'summer-3', from: '2026-06-01', to: '2026-07-22' },
        ],
        insetDays: ['2025-09-03', '2026-06-01'],
      },
      {
        year: '2026-27',
        halfTerms: [
          { name: 'winter-1', from: '2026-09-02', to: '2026-10-22' },
          { name: 'winter-2', from: '2026-11-02', to: '2026-12-18' },
          { name: 'winter-3', from: '2027-01-04', to: '2027-02-11' },
          { name: 'summer-1', from: '2027-02-22', to: '2027-03-25' },
          { name: 'summer-2', from: '2027-04-12', to: '2027-05-27' },
          { name: 'summer-3', from: '2027-06-07', to: '2027-07-21' },
        ],
        insetDays: ['2026-09-02', '2027-01-04'],
      },
    ],
    bankHolidays: [
      '2025-12-25',
      '2025-12-26',
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-12-25',
      '2027-01-01',
      '2027-03-26',
      '2027-05-03',
    ],
  },
  meetings: [
    {
      kind: 'principals',
      rule: 'M4',
      title: 'Principals’ forum',
      everyWeeks: 3,
      firstWeek: 1,
      weekday: 3,
      time: '09:30',
      minutes: 180,
      reminderMinutes: 60,
      chair: 'ceo',
      attendees: ['head', 'director'],
      host: 'rotating',
      agenda: ['Exam entries', 'Attendance'],
    },
    {
      kind: 'board-lunch',
      rule: 'M12',
      title: 'Board lunch',
      everyWeeks: 13,
      firstWeek: 5,
      weekday: 1,
      time: '12:00',
      minutes: 60,
      reminderMinutes: 0,
      chair: 'chair',
      attendees: ['director'],
      host: { place: 'Harbour House' },
      agenda: [],
    },
  ],
  soap: {
    measures: [
      { key: 'english', name: 'English grade 4+', unit: '%', years: ['Y10', 'Y11'], better: 'higher', max: 100 },
      { key: 'science', name: 'Science grade 4+', unit: '%', years: ['Y10', 'Y11'], better: 'higher', max: 100 },
      {
        key: 'both',
        name: 'English and science',
        unit: '%',
        years: ['Y10', 'Y11'],
        within: ['english', 'science'],
        better: 'higher',
        max: 100,
      },
      { key: 'reading-age', name: 'Reading age secure', unit: '%', years: ['Y7'], better: 'higher', max: 100 },
      { key: 'attending', name: 'Attendance', unit: '%', better: 'higher', max: 100 },
      { key: 'lates', name: 'Late marks', unit: 'count', better: 'lower', max: 99_999 },
    ],
    steps: [
      { key: 'exams', title: 'Exam years', years: ['Y10', 'Y11'] },
      { key: 'start', title: 'Year 7', years: ['Y7'] },
      { key: 'school', title: 'Whole school', school: ['attending', 'lates'], texts: ['comment'] },
    ],
    window: { opens: { days: -10, at: '07:00' }, due: { days: -3, at: '12:00' }, closes: { days: -1, at: '23:00' } },
    reminders: [],
    escalations: [{ days: 1, at: '09:00', to: 'ceo' }],
    plausibleJump: 8,
    suppressBelow: 11,
    bands: { strong: 80, secure: 70 },
  },
  categorisation: {
    scale: [
      { code: 'Beacon', ofsted: 1, heading: 'in line', name: 'Beacon', support: 'Leads others.' },
      { code: 'Strong', ofsted: 2, heading: 'better', name: 'Strong', support: 'One visit a term.' },
      { code: 'Steady', ofsted: 2, heading: 'in line', name: 'Steady', support: 'Two visits a term.' },
      { code: 'Watch', ofsted: 3, heading: 'in line', name: 'Watch', support: 'Visits every month.' },
      { code: 'Act', ofsted: 4, heading: 'in line', name: 'Act', support: 'Visits every week.' },
    ],
    round: {
      opens: { days: -3, at: '12:00' },
      proposalsDue: { days: -2, at: '12:00' },
      validationsDue: { days: -1, at: '12:00' },
      summaryAt: { days: 0, at: '09:00' },
    },
    evidence: { margin: 5, trend: 3, concern: { attending: 92 } },
    summary: { nameSchools: 'none' },
  },
});
