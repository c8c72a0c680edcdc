// @ts-nocheck
import type { OutsidePolicy } from './outside-policy.ts';

/** M49; ours: every document is reviewed yearly, the first time by the end of the autumn term of 2026. */
const yearly = { firstReview: '2026-12-18', everyMonths: 12 };

/** OWLS's values for what the trust shares, whom it tells, how people grow and which documents belong to the strategy. */
export const OWLS_OUTSIDE: OutsidePolicy = {
  // Days; ours: the next morning.
  ask: { days: 1, at: '08:00' },
  // M45, M6: agreed in the summer break. Their number and the week it takes to enter them are ours.
  priorities: { fewest: 1, most: 6, agreedBy: { days: 7, at: '17:00' } },
  // M45; ours: practice seen more than a year ago is looked at again first. Months, calendar days.
  goodPractice: { freshForMonths: 12, answerWithinDays: 14 },
  talks: {
    // M46.
    bodies: [
      { key: 'dfe', name: 'Department for Education' },
      { key: 'regional-director', name: "Regional director's office" },
      { key: 'ofsted', name: 'Ofsted' },
      { key: 'local-authority', name: 'Local authority' },
    ],
    // M46: the only two.
    exceptions: [
      { key: 'safeguarding', name: 'It would get in the way of safeguarding' },
      { key: 'smooth-running', name: "It would get in the way of the school's smooth running" },
    ],
    // Calendar days; ours.
    toldWithinDays: 7,
  },
  people: {
    // M47: national leadership programmes, trainees with their coaches, research champions, succession.
    programmes: [
      { key: 'npq-ml', name: 'NPQ for middle leaders', kind: 'leadership', inEverySchool: 0 },
      { key: 'npq-sl', name: 'NPQ for senior leaders', kind: 'leadership', inEverySchool: 0 },
      { key: 'npq-h', name: 'NPQ for headship', kind: 'leadership', inEverySchool: 0 },
      { key: 'facilitator', name: 'Course facilitator', kind: 'leadership', inEverySchool: 0 },
      { key: 'trainee', name: 'Trainee teacher', kind: 'trainee', inEverySchool: 0 },
      // M47: one in every school.
      { key: 'trainee-coach', name: 'Coach of trainee teachers', kind: 'coach', inEverySchool: 1 },
      { key: 'research-champion', name: 'Research champion', kind: 'research', inEverySchool: 1 },
      { key: 'succession', name: 'Prepared for a leading post', kind: 'succession', inEverySchool: 0 },
    ],
    // Calendar days; ours.
    filledWithinDays: 28,
  },
  documents: {
    // M49: the documents the strategy is linked with. Owners are ours.
    linked: [
      { key: 'peer-review', title: 'Peer review strategy', owner: 'ceo', ...yearly },
      { key: 'cpd', title: 'Professional development strategy', owner: 'ceo', ...yearly },
      { key: 'wellbeing', title: 'Wellbeing policy', owner: 'central-team', ...yearly },
      { key: 'safeguarding', title: 'Safeguarding policy', owner: 'ceo', ...yearly },
      { key: 'health-and-safety', title: 'Health, safety and emergency planning', owner: 'central-team', ...yearly },
      { key: 'finance', title: 'Financial procedures', owner: 'central-team', ...yearly },
      { key: 'hr', title: 'Staffing policies and procedures', owner: 'central-team', ...yearly },
      { key: 'kpis', title: 'Key performance indicators and targets', owner: 'ceo', ...yearly },
      { key: 'self-evaluation', title: "Trust's self-evaluation", owner: 'ceo', ...yearly },
      { key: 'teaching-school', title: 'Documents of the teaching school alliance', owner: 'ceo', ...yearly },
    ],
    // Days before the day of review; ours.
    prompt: { days: -28, at: '08:00' },
  },
};
