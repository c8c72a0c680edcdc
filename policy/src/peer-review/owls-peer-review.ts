import type { PeerReviewPolicy } from './peer-review-policy.ts';

/** OWLS's peer review: the strategy's "Peer Review Process", in the product's own words. */
export const OWLS_PEER_REVIEW: PeerReviewPolicy = {
  // M32, in school days.
  days: 2,
  // Assumption: the strategy has heads in the plural and gives no number.
  reviewers: 2,
  // Assumption, in years: a fresh eye each year.
  restYears: 1,
  // Assumption: a review begins with the school day.
  starts: '09:00',
  // Assumptions: a whole school day, as a core visit's; told the day before.
  minutes: 390,
  reminderMinutes: 1440,
  // Assumption: not while targets are set in autumn 1, nor at the year's end.
  halfTerms: ['autumn-2', 'spring-1', 'spring-2', 'summer-1'],
  // Assumption: asked on the year's first school day, wanted within so many days.
  plan: { asked: { days: 0, at: '08:00' }, within: 28 },
  // M32's steps; the days of each are assumptions.
  protocol: [
    {
      key: 'templates',
      name: 'Share every reporting template with the school',
      from: 'first day',
      asked: { days: -28, at: '08:00' },
      due: { days: -21, at: '17:00' },
      by: ['lead'],
    },
    {
      key: 'partners',
      name: 'Offer the head and senior staff a reviewer to partner in every activity',
      from: 'first day',
      asked: { days: -28, at: '08:00' },
      due: { days: -21, at: '17:00' },
      by: ['lead'],
    },
    {
      key: 'plan-and-self-evaluation',
      name: 'Send the improvement plan and self-evaluation',
      from: 'first day',
      asked: { days: -21, at: '08:00' },
      due: { days: -10, at: '17:00' },
      by: ['head'],
    },
    {
      key: 'staff-list',
      name: 'Send the list of staff on site during the review',
      from: 'first day',
      asked: { days: -21, at: '08:00' },
      due: { days: -7, at: '17:00' },
      by: ['head'],
    },
    {
      key: 'timetable',
      name: 'Send the timetable of lessons during the review',
      from: 'first day',
      asked: { days: -21, at: '08:00' },
      due: { days: -7, at: '17:00' },
      by: ['head'],
    },
    {
      key: 'desk-top-analysis',
      name: "Analyse the school's data and self-evaluation at the desk",
      from: 'first day',
      asked: { days: -10, at: '08:00' },
      due: { days: -1, at: '17:00' },
      by: ['lead', 'reviewers'],
    },
    {
      key: 'self-evaluation-validated',
      name: "Validate the school's self-evaluation against what the review saw",
      from: 'last day',
      asked: { days: 0, at: '08:00' },
      due: { days: 1, at: '17:00' },
      by: ['lead'],
    },
    {
      key: 'report',
      name: 'Give the report to the trust',
      from: 'last day',
      asked: { days: 1, at: '08:00' },
      due: { days: 14, at: '17:00' },
      by: ['lead', 'reviewers'],
    },
  ],
  // Assumptions, in days.
  answerWithin: 10,
  closesAfter: 60,
};
