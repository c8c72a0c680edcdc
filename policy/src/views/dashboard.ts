import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { halfTermAt, halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import { judgementOf, lastJudgement } from '../categorisation/kept.ts';
import { roundState, schoolsInRound } from '../categorisation/round.ts';
import { move } from '../categorisation/scale.ts';
import type { Facts } from '../facts.ts';
import { nextMeetings } from '../meetings/next.ts';
import { collectionWindow } from '../soap/collection.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { attention } from './attention.ts';
import { heatMap } from './heat-map.ts';
import { returning } from './returning-school.ts';
import type { DashboardView } from './views.ts';

/** What only the service knows. */
export interface DashboardExtra {
  /** How many reminders a school's head was sent this half term. */
  readonly reminders: (urn: string) => number;
}

/**
 * The trust at a glance, cut to the schools the reader may see. Whether they may open it at all is `dashboard.read`.
 * Throws RangeError for a policy without any half term.
 */
export function dashboard(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  now: Temporal.Instant,
  extra: DashboardExtra,
): DashboardView {
  const halfTerm = halfTermAt(policy, now) ?? halfTerms(policy).at(-1);
  if (!halfTerm) throw new RangeError('The policy has no half terms.');
  const schools = schoolsInRound(policy, facts, halfTerm.id).filter(
    ({ urn }) => access(policy, person, 'school.read', facts, { urn }).allowed,
  );
  const collection = collectionOf(policy, facts, halfTerm, schools, now, extra);
  const categories = categoriesOf(
    policy,
    facts,
    halfTerm,
    schools.filter(({ urn }) => access(policy, person, 'category.read', facts, { urn }).allowed),
  );
  return {
    halfTerm,
    asOf: now.toString(),
    collection,
    heatMap: heatMap(policy, facts, person, schools, halfTerm.id),
    categories,
    next: access(policy, person, 'meetings.read', facts).allowed
      ? nextMeetings(facts, now, 5, policy.trust.timeZone)
      : [],
    attention: attention(policy, facts, person, now, { halfTerm, schools, collection, categories }),
  };
}

function collectionOf(
  policy: TrustPolicy,
  facts: Facts,
  halfTerm: HalfTerm,
  schools: readonly School[],
  now: Temporal.Instant,
  extra: DashboardExtra,
): DashboardView['collection'] {
  const { opens, due, closes } = collectionWindow(policy, halfTerm.id);
  const rows = schools.map((school) => returning(policy, facts, school, halfTerm.id, now, extra.reminders));
  return {
    opens: opens.toString(),
    due: due.toString(),
    closes: closes.toString(),
    returned: rows.filter(({ state }) => state === 'returned').length,
    total: rows.length,
    schools: rows,
  };
}

/** The newest validated category of each school: this round's, else the last one's. */
function categoriesOf(
  policy: TrustPolicy,
  facts: Facts,
  halfTerm: HalfTerm,
  schools: readonly School[],
): DashboardView['categories'] {
  const placed = schools.flatMap(({ urn, name }) => {
    const was = lastJudgement(facts, policy, urn, halfTerm.id)?.validated.category;
    const code = judgementOf(facts, urn, halfTerm.id)?.validated?.category ?? was;
    if (code === undefined) return [];
    return [{ code, urn, name, ...(was === undefined ? {} : { was }), move: move(policy, was, code) }];
  });
  const matrix = policy.categorisation.scale.map(({ code, name }) => ({
    code,
    name,
    schools: placed.filter((one) => one.code === code).map(({ code: _, ...school }) => school),
  }));
  const risky = new Set(policy.categorisation.scale.filter((one) => one.heading === 'at risk').map(({ code }) => code));
  return {
    round: roundState(policy, { ...facts, schools }, halfTerm.id),
    matrix,
    atRisk: placed.filter(({ code }) => risky.has(code)).length,
  };
}
