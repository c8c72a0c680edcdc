import { OWLS_INSPECTIONS } from '../inspections/owls-inspections.ts';
import { OWLS_NATIONAL } from '../national/owls-national.ts';
import { OWLS_TRAJECTORY } from '../trajectory/owls-trajectory.ts';
import type { TrustPolicy } from '../trust-policy.ts';

const morning = (days: number) => ({ days, at: '08:30' });
const noon = (days: number) => ({ days, at: '12:00' });
const priorities = { fewest: 1, most: 2, agreedBy: noon(14) };

/** The second trust's values for targets, visits, reviews, support, inspections, reports and what lies outside. */
export const SECOND_TOPICS: Pick<
  TrustPolicy,
  'targets' | 'visits' | 'peerReview' | 'support' | 'inspections' | 'national' | 'outside' | 'reports'
> = {
  targets: {
    measures: [{ measure: 'english', growth: { minimum: 1, aspirational: 3 } }],
    startsFrom: [],
    days: {
      proposalsOpen: morning(3),
      proposalsDue: noon(10),
      agreedBy: noon(15),
      signOffDue: noon(20),
      boardDue: noon(40),
    },
    kpis: [{ name: 'Attendance', measure: 'attending', value: 92, direction: 'at least' }],
    board: { quorum: 1, members: ['director'] },
    trajectory: { ...OWLS_TRAJECTORY, measures: ['english'], pastYears: 1 },
  },
  visits: {
    visitors: ['ceo'],
    starts: '10:00',
    length: {
      halfDay: 120,
      wholeDay: 300,
      heading: { better: 120, 'in line': 120, 'at risk': 300 },
      grade: { 1: 120, 2: 120, 3: 300, 4: 300 },
      unknown: 120,
    },
    keepFree: { first: 1, last: 1 },
    focus: ['winter-1', 'winter-2', 'winter-3', 'summer-1', 'summer-2', 'summer-3'].map((halfTerm) => ({
      halfTerm,
      items: [{ key: 'exams', name: 'Exam classes' }],
    })),
    areas: [{ key: 'results', name: 'Results' }],
    checks: [{ key: 'register', name: 'Register', area: 'results', windows: [['winter-1', 'winter-2', 'winter-3']] }],
    asks: {
      agree: morning(1),
      prepare: morning(-3),
      record: morning(2),
      recordWithin: 3,
      action: morning(-1),
      lastCall: morning(-4),
    },
    reviews: [{ key: 'heads', name: 'review', halfTerm: 'winter-2', of: 'heads', by: 'ceo' }],
  },
  peerReview: {
    days: 1,
    reviewers: 1,
    restYears: 0,
    starts: '10:00',
    minutes: 300,
    reminderMinutes: 60,
    halfTerms: ['summer-1'],
    plan: { asked: morning(5), within: 10 },
    protocol: [
      { key: 'ask', name: 'Ask for papers', from: 'first day', asked: morning(-9), due: noon(-5), by: ['lead'] },
    ],
    answerWithin: 5,
    closesAfter: 20,
  },
  support: {
    routes: {
      'school-asks': { name: 'Asked', follows: 'A talk.' },
      category: { name: 'Graded', follows: 'A plan.' },
      'at-risk': { name: 'At risk', follows: 'A visit.' },
      'due-diligence': { name: 'Joining', follows: 'A plan.' },
      'new-school': { name: 'New', follows: 'A plan.' },
    },
    supportedGrades: [4],
    newForMonths: 6,
    ringFence: 2000,
    ceiling: 3000,
    sources: [{ key: 'own', name: 'its own money', of: 'school' }],
    opens: morning(2),
    agreedBy: noon(30),
    ask: morning(0),
    agreeWithinDays: 5,
    unspentFrom: morning(-20),
  },
  // Ofsted and the nation are the same for every trust; how they are read is not.
  inspections: { ...OWLS_INSPECTIONS, keepsSupport: [4], askOutcome: morning(30) },
  national: {
    ...OWLS_NATIONAL,
    ...{ level: 5, series: [], assessments: [] },
    analysis: {
      ...{ halfTerm: 1, opens: morning(14), due: noon(-10), closes: noon(20), reminders: [] },
      escalations: [{ ...morning(2), to: 'ceo' }],
      ...{ fewest: 30, need: { points: 6, pupils: 0 }, strength: { points: 12, pupils: 4 }, earlierYears: 1 },
    },
  },
  outside: {
    ask: morning(0),
    priorities,
    goodPractice: { freshForMonths: 6, answerWithinDays: 7 },
    talks: {
      bodies: [{ key: 'ofsted', name: 'Ofsted' }],
      exceptions: [{ key: 'safeguarding', name: 'Safeguarding' }],
      toldWithinDays: 3,
    },
    people: {
      programmes: [{ key: 'mentor', name: 'Mentor', kind: 'coach', inEverySchool: 2 }],
      filledWithinDays: 10,
    },
    documents: {
      linked: [{ key: 'exams', title: 'Exams policy', owner: 'ceo', firstReview: '2027-02-01', everyMonths: 24 }],
      prompt: morning(-14),
    },
  },
  reports: {
    due: [
      {
        kind: 'ceoTermly',
        from: 'ceo',
        every: 'term',
        opens: morning(-5),
        due: noon(-1),
        closes: noon(10),
      },
    ],
  },
};
