// @ts-nocheck
import { OWLS_VISIT_FOCUS } from './owls-visit-focus.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** OWLS's core visits: the strategy's "Core Support" section and its appendix 1, in the product's own words. */
export const OWLS_VISITS: VisitsPolicy = {
  // M29: the CEO with the head teacher leader.
  visitors: ['ceo', 'head-leader'],
  // Assumption: visits begin with the school day.
  starts: '09:00',
  // M29: half a day to a whole day by need, in minutes. How need maps to minutes is an assumption.
  length: {
    halfDay: 180,
    wholeDay: 390,
    heading: { better: 180, 'in line': 240, 'at risk': 390 },
    grade: { 1: 180, 2: 180, 3: 390, 4: 390 },
    unknown: 390,
  },
  // Assumption, in school days: schools settle in first, and the last days are for reports and festivities.
  keepFree: { first: 3, last: 5 },
  // M30: the appendix's schedule, a guide behind the school's own needs.
  focus: OWLS_VISIT_FOCUS,
  // M31: what the record is about.
  areas: [
    { key: 'standards', name: 'Standards' },
    { key: 'plan-and-self-evaluation', name: 'Improvement plan and self-evaluation' },
    { key: 'behaviour-and-attendance', name: 'Behaviour and attendance' },
    { key: 'systems', name: 'Systems and compliance' },
  ],
  // M31: safeguarding each term; the rest when the appendix has it.
  checks: [
    {
      key: 'safeguarding-audit',
      name: 'Safeguarding audit',
      area: 'systems',
      windows: [
        ['autumn-1', 'autumn-2'],
        ['spring-1', 'spring-2'],
        ['summer-1', 'summer-2'],
      ],
    },
    { key: 'single-central-record', name: 'Single central record', area: 'systems', windows: [['autumn-1']] },
    { key: 'website', name: 'Website compliance', area: 'systems', windows: [['autumn-2']] },
    { key: 'pupil-premium', name: 'Pupil premium statement on the website', area: 'systems', windows: [['autumn-2']] },
    {
      key: 'sports-premium',
      name: 'Sports premium statement on the website',
      area: 'systems',
      windows: [['autumn-2']],
    },
  ],
  // Assumptions, in days and wall-clock times.
  asks: {
    agree: { days: 0, at: '08:00' },
    prepare: { days: -7, at: '08:00' },
    record: { days: 1, at: '08:00' },
    recordWithin: 7,
    action: { days: -3, at: '08:00' },
    lastCall: { days: -10, at: '08:00' },
  },
  // M39: final review and objectives in autumn 1, interim in spring 1 and summer 1; staff reviews as the appendix has them.
  reviews: [
    { key: 'head-final', name: 'final review and objectives', halfTerm: 'autumn-1', of: 'heads', by: 'ceo' },
    { key: 'head-interim-spring', name: 'interim review', halfTerm: 'spring-1', of: 'heads', by: 'ceo' },
    { key: 'head-interim-summer', name: 'interim review', halfTerm: 'summer-1', of: 'heads', by: 'ceo' },
    { key: 'central-final', name: 'final review and objectives', halfTerm: 'autumn-1', of: 'central team', by: 'ceo' },
    { key: 'central-interim-spring', name: 'interim review', halfTerm: 'spring-1', of: 'central team', by: 'ceo' },
    { key: 'central-interim-summer', name: 'interim review', halfTerm: 'summer-1', of: 'central team', by: 'ceo' },
    {
      key: 'leaders-final',
      name: 'final reviews and objectives',
      halfTerm: 'autumn-1',
      of: 'senior leaders',
      by: 'head-leader',
    },
    {
      key: 'leaders-interim-spring',
      name: 'interim reviews',
      halfTerm: 'spring-1',
      of: 'senior leaders',
      by: 'head-leader',
    },
    {
      key: 'leaders-interim-summer',
      name: 'interim reviews',
      halfTerm: 'summer-1',
      of: 'senior leaders',
      by: 'head-leader',
    },
    { key: 'staff-final', name: 'reviews and objectives', halfTerm: 'autumn-2', of: 'staff', by: 'head' },
    { key: 'staff-interim', name: 'interim reviews', halfTerm: 'spring-2', of: 'staff', by: 'head' },
  ],
};
