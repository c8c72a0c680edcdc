import type { Temporal } from 'temporal-polyfill';
import { ceoOf, clusterLeaderOf, headedBy, headLeaderOf, holdersOf } from '../access/roles.ts';
import { dateAt, halfTermAt, halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import { stepDuties } from '../collection/nudges.ts';
import { isTaken } from '../collection/taken.ts';
import { standingTakenBack } from '../collection/taken-back.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { collectionWindow, fromDue } from '../soap/collection.ts';
import { latestReturn } from '../soap/kept.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { Person, Role } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { PersonDuty } from './duty.ts';
import { newestPassed, passed } from './passed.ts';

const RULE = 'M14';

/** Prompts, reminders and escalations of the running collection (M14), and what people asked heads for beside them. */
export function soapDuties(policy: TrustPolicy, facts: Facts, now: Temporal.Instant): readonly PersonDuty[] {
  return [...chasing(policy, facts, now), ...stepDuties(policy, facts, now)];
}

/** Nobody is chased by the calendar once the office closed the round, nor in one it opened again after its time. */
function chasing(given: TrustPolicy, facts: Facts, now: Temporal.Instant): readonly PersonDuty[] {
  const halfTerm = halfTermAt(given, now);
  if (!halfTerm) return [];
  const policy = policyOf(given, halfTerm.id);
  if (!earlier(now, collectionWindow(policy, halfTerm.id).closes) || !isTaken(policy, facts, halfTerm.id, now))
    return [];
  const owing = schoolsOn(facts.schools, dateAt(policy, now)).filter(
    (school) => !latestReturn(facts, school.urn, halfTerm.id),
  );
  return [...prompts(policy, facts, halfTerm, owing, now), ...escalations(policy, facts, halfTerm, owing, now)];
}

/**
 * One message for each school a head owes: the newest whose moment has passed, so that a pile never builds up. Whoever
 * took a return back has it in hand: only a later moment brings them a message again.
 */
function prompts(
  policy: TrustPolicy,
  facts: Facts,
  halfTerm: HalfTerm,
  owing: readonly School[],
  now: Temporal.Instant,
): PersonDuty[] {
  const { opens, due, closes } = collectionWindow(policy, halfTerm.id);
  const moments = [
    { kind: 'soap-prompt' as const, at: opens, mark: '' },
    ...policy.soap.reminders.map((offset) => ({
      kind: 'soap-reminder' as const,
      at: fromDue(policy, halfTerm.id, offset),
      mark: `${signed(offset.days)}/`,
    })),
  ];
  const newest = newestPassed(moments, now);
  if (!newest) return [];
  const label = halfTermLabel(halfTerm.id);
  const overdue = !earlier(newest.at, due);
  const [since, by] = [newest.at.toString(), (overdue ? closes : due).toString()];
  const wanted = new Map(owing.map((school) => [school.urn, school]));
  return holdersOf(facts, 'head').flatMap((head) =>
    [...new Set(headedBy(head))].flatMap((urn): PersonDuty[] => {
      const school = wanted.get(urn);
      const back = school && standingTakenBack(facts, urn, halfTerm.id);
      if (!school || (back && Date.parse(back.at) >= newest.at.epochMilliseconds)) return [];
      return [
        {
          kind: newest.kind,
          key: `${newest.kind}/${halfTerm.id}/${newest.mark}${urn}/${head.id}`,
          rule: RULE,
          since,
          by,
          because: because(newest.kind, overdue, school.name, label),
          otherwise: overdue
            ? 'Without it the school is missing from the picture the trust works with this half term.'
            : 'Without it a reminder follows, then the head leader and the CEO are told.',
          person: head.id,
          halfTerm: halfTerm.id,
          urn,
        },
      ];
    }),
  );
}

function because(kind: 'soap-prompt' | 'soap-reminder', overdue: boolean, name: string, label: string): string {
  if (kind === 'soap-prompt') return `The collection for ${label} is open and ${name} has not returned yet.`;
  return overdue
    ? `The return of ${name} for ${label} is overdue.`
    : `The return of ${name} for ${label} is due soon and has not come in.`;
}

/** Each person who answers for overdue schools hears of all of them at once. A missing head leader is the CEO's matter. */
function escalations(
  policy: TrustPolicy,
  facts: Facts,
  halfTerm: HalfTerm,
  owing: readonly School[],
  now: Temporal.Instant,
): PersonDuty[] {
  const steps = policy.soap.escalations
    .map((step) => ({ ...step, at: fromDue(policy, halfTerm.id, step) }))
    .filter(({ at }) => passed(at, now))
    .sort((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds);
  const told = new Map<string, { step: (typeof steps)[number]; urns: string[] }>();
  for (const step of steps) {
    const mine = new Map<string, string[]>();
    for (const school of owing) {
      const person = answersFor(facts, school, step.to);
      if (!person) continue;
      const urns = mine.get(person.id) ?? [];
      urns.push(school.urn);
      mine.set(person.id, urns);
    }
    for (const [person, urns] of mine) told.set(person, { step, urns });
  }
  const { closes } = collectionWindow(policy, halfTerm.id);
  return [...told].map(([person, { step, urns }]) => ({
    kind: 'soap-escalation',
    key: `soap-escalation/${halfTerm.id}/${signed(step.days)}/${person}`,
    rule: RULE,
    since: step.at.toString(),
    by: closes.toString(),
    because: `${urns.length === 1 ? 'A return' : `${urns.length} returns`} for ${halfTermLabel(halfTerm.id)} ${urns.length === 1 ? 'is' : 'are'} overdue.`,
    otherwise: 'Without them the half term is closed with gaps.',
    person,
    halfTerm: halfTerm.id,
    urns,
  }));
}

/** Who hears of a school's overdue return in a role; the CEO where nobody holds it. */
function answersFor(facts: Facts, { urn, cluster }: School, role: Role): Person | undefined {
  if (role === 'head-leader') return headLeaderOf(facts, urn) ?? ceoOf(facts);
  if (role === 'cluster-leader') return clusterLeaderOf(facts, cluster) ?? ceoOf(facts);
  return holdersOf(facts, role)[0] ?? ceoOf(facts);
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return one.epochMilliseconds < other.epochMilliseconds;
}

function signed(days: number): string {
  return days < 0 ? `${days}` : `+${days}`;
}
