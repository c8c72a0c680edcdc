// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { headOf } from '../access/roles.ts';
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { plan } from '../meetings/plan.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { DashboardView } from './views.ts';

type Item = DashboardView['attention'][number];
type Seen = Pick<DashboardView, 'collection' | 'categories'> & {
  readonly halfTerm: HalfTerm;
  readonly schools: readonly School[];
};

const LEVELS = ['urgent', 'soon', 'info'] as const;

/** What needs the reader, most urgent first (M14, M25, M4): only what they can see and do something about. */
export function attention(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  now: Temporal.Instant,
  seen: Seen,
): readonly Item[] {
  const found = [
    ...overdue(seen),
    ...withoutHead(facts, seen),
    ...awaiting(policy, facts, person, now, seen),
    ...atRisk(policy, seen),
    ...unplanned(policy, facts, person, now, seen),
  ];
  return found.sort((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level));
}

function overdue({ collection, halfTerm }: Seen): Item[] {
  const late = collection.schools.filter(({ state }) => state === 'overdue');
  const names = listed(late);
  const what = late.length === 1 ? 'One return is' : `${late.length} returns are`;
  return late.length === 0
    ? []
    : [{ says: `${what} overdue for ${halfTermLabel(halfTerm.id)}: ${names}.`, to: '/collection', level: 'urgent' }];
}

function withoutHead(facts: Facts, { schools }: Seen): Item[] {
  const headless = schools.filter(({ urn }) => !headOf(facts, urn));
  if (headless.length === 0) return [];
  const verb = headless.length === 1 ? 'has' : 'have';
  return [
    {
      says: `${listed(headless)} ${verb} no head on record, so nobody is asked for the return.`,
      to: '/people',
      level: 'urgent',
    },
  ];
}

function awaiting(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  now: Temporal.Instant,
  { categories, halfTerm }: Seen,
): Item[] {
  const { proposed, validated, validationsDue, complete } = categories.round;
  const waiting = proposed - validated;
  if (complete || waiting <= 0 || !access(policy, person, 'category.validate', facts).allowed) return [];
  const level = now.toString() > validationsDue ? 'urgent' : 'soon';
  const what = waiting === 1 ? 'One category awaits' : `${waiting} categories await`;
  return [{ says: `${what} your validation.`, to: `/categories/${halfTerm.id}`, level }];
}

function atRisk(policy: TrustPolicy, { categories, halfTerm }: Seen): Item[] {
  const risky = new Set(policy.categorisation.scale.filter((one) => one.heading === 'at risk').map(({ code }) => code));
  const schools = categories.matrix
    .filter(({ code }) => risky.has(code))
    .flatMap(({ code, schools: placed }) => placed.map(({ name }) => ({ name: `${name} (${code})` })));
  if (schools.length === 0) return [];
  const what = schools.length === 1 ? 'One school is' : `${schools.length} schools are`;
  return [
    { says: `${what} at risk of slipping: ${listed(schools)}.`, to: `/categories/${halfTerm.id}`, level: 'info' },
  ];
}

function unplanned(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  now: Temporal.Instant,
  { halfTerm }: Seen,
): Item[] {
  if (!access(policy, person, 'meetings.plan', facts).allowed) return [];
  const recorded = new Set(facts.meetings.map(({ key }) => key));
  const today = now.toZonedDateTimeISO(policy.trust.timeZone).toPlainDate().toString();
  const ahead = plan(policy, facts, halfTerm.year).filter(({ key, start }) => start > today && !recorded.has(key));
  if (ahead.length === 0) return [];
  const what = ahead.length === 1 ? 'One meeting' : `${ahead.length} meetings`;
  return [
    {
      says: `${what} of ${halfTerm.year} ${ahead.length === 1 ? 'is' : 'are'} in nobody's calendar yet.`,
      to: '/meetings',
      level: 'soon',
    },
  ];
}

/** "A, B, C and 4 more". */
function listed(schools: readonly { readonly name: string }[]): string {
  const names = schools.map(({ name }) => name);
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
