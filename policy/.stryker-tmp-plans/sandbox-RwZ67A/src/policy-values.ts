// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ROLES } from './trust/people.ts';
import { YEAR_GROUPS } from './trust/school.ts';

/** The values a policy is made of; each says what would be right where it is wrong. */

export const text = z.string({ error: 'must be text.' }).trim().min(1, { error: 'is empty: give it a text.' });
export const whole = (from: number, to: number) =>
  z
    .int({ error: `must be a whole number from ${from} to ${to}.` })
    .min(from, { error: `must be ${from} or more.` })
    .max(to, { error: `must be ${to} or less.` });
export const percentage = z
  .number({ error: 'must be a number from 0 to 100.' })
  .min(0, { error: 'must be 0 or more.' })
  .max(100, { error: 'must be 100 or less.' });
export const key = z.string({ error: 'must be text.' }).regex(/^[a-z][a-zA-Z0-9-]*$/, {
  error: 'must begin with a small letter and hold only letters, digits and hyphens.',
});
export const time = z
  .string({ error: 'must be a time such as 08:00.' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 08:00.' });
export const date = z.string({ error: 'must be a date such as 2026-09-08.' }).refine(isDate, {
  error: 'must be a date that exists, such as 2026-09-08.',
});
export const role = z.enum(ROLES, { error: `must be one of ${ROLES.join(', ')}.` });
export const yearGroups = z
  .array(z.enum(YEAR_GROUPS, { error: `must be one of ${YEAR_GROUPS.join(', ')}.` }), {
    error: 'must be a list of year groups.',
  })
  .min(1, { error: 'is empty: name at least one year group, or leave it out.' });
export const offset = z.strictObject({ days: whole(-60, 60), at: time });

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
