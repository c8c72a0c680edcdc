// @ts-nocheck
import type { AcademicYearPolicy } from './trust-policy.ts';

/**
 * Term dates in Leicestershire's pattern (M3).
 *
 * - 2024-25 and 2025-26 are the dates published for Leicester and Leicestershire, which share them: schools' own pages
 *   (St Paul's Woodhouse Eaves and Catherine Infants, read November 2026) and the city's calendar for 2024-25.
 *   Where a school's pupils come back after the city's first day, the days between are taken to be INSET days.
 * - 2026-27 is an assumption: the county set dates up to summer 2027 in its traditional pattern (cabinet, September
 *   2021), but no page with this year's days could be read. The days here follow that pattern and make 190 pupil days.
 * - 2027-28 is an assumption: the county consulted in 2026 on keeping the pattern or adding a second October week
 *   (cabinet, 28 April 2026, item 112). These are the traditional pattern's days, 190 of them.
 *
 * A trust that sets its own days changes them here. INSET days within a half term are days off for pupils.
 */
export const LEICESTERSHIRE_YEARS: readonly AcademicYearPolicy[] = [
  {
    year: '2024-25',
    halfTerms: [
      { name: 'autumn-1', from: '2024-08-27', to: '2024-10-18' },
      { name: 'autumn-2', from: '2024-10-28', to: '2024-12-20' },
      { name: 'spring-1', from: '2025-01-06', to: '2025-02-14' },
      { name: 'spring-2', from: '2025-02-24', to: '2025-04-11' },
      { name: 'summer-1', from: '2025-04-28', to: '2025-05-23' },
      { name: 'summer-2', from: '2025-06-02', to: '2025-07-11' },
    ],
    insetDays: ['2024-08-22', '2024-08-23'],
  },
  {
    year: '2025-26',
    halfTerms: [
      { name: 'autumn-1', from: '2025-08-26', to: '2025-10-17' },
      { name: 'autumn-2', from: '2025-10-27', to: '2025-12-19' },
      { name: 'spring-1', from: '2026-01-05', to: '2026-02-13' },
      { name: 'spring-2', from: '2026-02-23', to: '2026-03-27' },
      { name: 'summer-1', from: '2026-04-13', to: '2026-05-22' },
      { name: 'summer-2', from: '2026-06-01', to: '2026-07-10' },
    ],
    insetDays: ['2025-10-27', '2025-10-28', '2026-01-05'],
  },
  {
    year: '2026-27',
    halfTerms: [
      { name: 'autumn-1', from: '2026-08-25', to: '2026-10-16' },
      { name: 'autumn-2', from: '2026-10-26', to: '2026-12-18' },
      { name: 'spring-1', from: '2027-01-04', to: '2027-02-12' },
      { name: 'spring-2', from: '2027-02-22', to: '2027-03-25' },
      { name: 'summer-1', from: '2027-04-12', to: '2027-05-28' },
      { name: 'summer-2', from: '2027-06-07', to: '2027-07-09' },
    ],
    insetDays: ['2026-08-24', '2027-01-04'],
  },
  {
    year: '2027-28',
    halfTerms: [
      { name: 'autumn-1', from: '2027-08-25', to: '2027-10-15' },
      { name: 'autumn-2', from: '2027-10-25', to: '2027-12-17' },
      { name: 'spring-1', from: '2028-01-04', to: '2028-02-11' },
      { name: 'spring-2', from: '2028-02-21', to: '2028-04-07' },
      { name: 'summer-1', from: '2028-04-24', to: '2028-05-26' },
      { name: 'summer-2', from: '2028-06-05', to: '2028-07-07' },
    ],
    insetDays: ['2027-08-23', '2027-08-24'],
  },
];

/** Bank holidays of England and Wales, substitute days where one falls on a weekend (gov.uk/bank-holidays; later years by its rules). */
export const ENGLAND_BANK_HOLIDAYS: readonly string[] = [
  '2024-08-26',
  '2024-12-25',
  '2024-12-26',
  '2025-01-01',
  '2025-04-18',
  '2025-04-21',
  '2025-05-05',
  '2025-05-26',
  '2025-08-25',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
  '2028-01-03',
  '2028-04-14',
  '2028-04-17',
  '2028-05-01',
  '2028-05-29',
  '2028-08-28',
  '2028-12-25',
  '2028-12-26',
];
