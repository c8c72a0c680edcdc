// @ts-nocheck
import type { PlansPolicy } from './plans-policy.ts';

/** OWLS's values for plans. Days are calendar days; weeks are weeks of term. */
export const OWLS_PLANS: PlansPolicy = {
  development: {
    // Agreed in the core visit of the first half term (M30, M35): about six weeks.
    agreedDays: 42,
    // Noted at the governors' first meeting of the year, held by the middle of autumn (M35): a default.
    notedDays: 84,
    // The half terms whose visit focus names the plan's impact (M30); summer 2 finalises the next one.
    reviewedIn: ['spring-1', 'summer-1'],
  },
  // In the areas of concern, on the trust's form; reviewed in core visits, one a half term (M36). Days are a default.
  raising: { agreedDays: 28, writer: 'head' },
  // With a range of support, on its own schedule (M36): twice a half term is a default, and so are the days.
  full: { agreedDays: 28, writer: 'head-leader', reviewWeeks: 3 },
  // The strategy counts sponsored schools among those with the fuller plan, whatever their grade (M36).
  sponsored: 'always',
  reviewer: 'head-leader',
  askDaysBefore: 5,
  closingDays: 28,
  asked: '08:00',
  wanted: '17:00',
};
