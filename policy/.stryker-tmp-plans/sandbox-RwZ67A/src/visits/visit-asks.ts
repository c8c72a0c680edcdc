// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { headOf } from '../access/roles.ts';
import { halfTermAfter, halfTermById, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { openActions } from './actions.ts';
import { type Asked, SCHOOL_DAY_ENDS } from './asked.ts';
import { focusOf } from './focus-of.ts';
import type { Visit } from './visit.ts';
import type { VisitRecords } from './visit-records.ts';
import { visitorsOf } from './visitors-of.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** What a visit on record asks of its people: to prepare it, to record it, to do its actions (M29-M31). */
export function visitAsks(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  records: VisitRecords,
  school: School,
  visit: Visit,
): readonly Asked[] {
  if (visit.held !== undefined) return actions(policy, own, facts, school, visit, visit.held);
  if (!belongs(school, visit.planned)) return [];
  const visitors = present(own, facts, visit);
  return [prepare(policy, own, facts, records, school, visit, visitors), record(policy, own, school, visit, visitors)];
}

/** The visitors on record who are still people of the trust; who would visit today where none is. */
function present(own: VisitsPolicy, facts: Facts, visit: Visit): readonly Person[] {
  const found = visit.visitors.flatMap((id) => facts.people.find((person) => person.id === id) ?? []);
  return found.length > 0 ? found : visitorsOf(own, facts, visit.urn).visitors;
}

function prepare(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  records: VisitRecords,
  { urn, name }: School,
  visit: Visit,
  visitors: readonly Person[],
): Asked {
  const focus = focusOf(policy, own, visit.halfTerm, urn, records).map(({ text }) => text);
  return {
    // With the date: a visit that is moved is told of again.
    key: `visit-preparation/${visit.key}/${visit.planned}`,
    rule: 'M30',
    people: [...visitors, headOf(facts, urn)],
    title: `Prepare the core visit to ${name} on ${visit.planned}`,
    urn,
    since: onSchoolDay(policy, visit.planned, own.asks.prepare, visit.planned),
    by: instantAt(policy, visit.planned, own.starts),
    until: instantAt(policy, shifted(visit.planned, 1), '00:00'),
    because: focus.length > 0 ? `It looks at: ${focus.join('; ')}.` : 'It is agreed, and its focus is open.',
    otherwise: 'The visit begins with what could have been read before it.',
  };
}

function record(
  policy: TrustPolicy,
  own: VisitsPolicy,
  { urn, name }: School,
  visit: Visit,
  visitors: readonly Person[],
): Asked {
  const wanted = shifted(visit.planned, own.asks.recordWithin);
  return {
    key: `visit-record/${visit.key}/${visit.planned}`,
    rule: 'M31',
    people: visitors.slice(0, 1),
    title: `Record the core visit to ${name}, or agree another day for it`,
    urn,
    since: onSchoolDay(policy, visit.planned, own.asks.record, wanted),
    by: instantAt(policy, wanted, SCHOOL_DAY_ENDS),
    until: nextVisitOver(policy, visit.halfTerm, visit.planned),
    because: `It was agreed for ${visit.planned} and isn't recorded.`,
    otherwise: 'Nobody owns what was found, and the next visit has nothing to review.',
  };
}

/** When the record's use has passed: at the end of the next half term, whose visit would have reviewed it. */
function nextVisitOver(policy: TrustPolicy, halfTerm: HalfTermId, planned: string): Temporal.Instant {
  const after = halfTermAfter(policy, halfTerm) ?? halfTermById(policy, halfTerm);
  return instantAt(policy, shifted(after?.to ?? planned, 1), '00:00');
}

function actions(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  { urn, name }: School,
  visit: Visit,
  held: string,
): readonly Asked[] {
  return openActions(visit).map((action) => {
    const near = onSchoolDay(policy, action.by, own.asks.action, action.by);
    const after = instantAt(policy, shifted(held, 1), own.asks.action.at);
    const owner = facts.people.find(({ id }) => id === action.owner);
    return {
      key: `visit-action/${visit.key}/${action.key}/${action.by}`,
      rule: 'M31',
      // Where the owner has gone, the school's head answers for it.
      people: [owner ?? headOf(facts, urn)],
      title: `Do what the visit to ${name} agreed: ${action.text}`,
      urn,
      since: Temporal.Instant.compare(near, after) < 0 ? after : near,
      by: instantAt(policy, action.by, SCHOOL_DAY_ENDS),
      because: `It was agreed in the visit of ${held} and isn't marked done.`,
      otherwise: 'It stays open and heads the agenda of the next visit.',
    };
  });
}
