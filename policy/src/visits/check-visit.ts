import type { Temporal } from 'temporal-polyfill';
import { roleWords } from '../access/role-words.ts';
import { dateAt, halfTermById, isSchoolDay } from '../calendar/academic-calendar.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Standing, standing, type Wrong } from './refusal.ts';
import { wrongChecks, wrongFindings } from './seen.ts';
import { type Visit, visitKey } from './visit.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** Whether a visit can be put on record as it is (M29, M31), agreed or held. All that is wrong is named at once. */
export function checkVisit(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Pick<Facts, 'schools' | 'people'>,
  visit: Visit,
  now: Temporal.Instant,
): Standing {
  return standing([
    ...day(policy, facts, visit, dateAt(policy, now)),
    ...visitors(own, facts, visit),
    ...wrongFindings(own, facts, visit),
    ...wrongChecks(own, visit),
  ]);
}

function day(policy: TrustPolicy, facts: Pick<Facts, 'schools'>, visit: Visit, today: string): Wrong[] {
  const rule = 'M29';
  const halfTerm = halfTermById(policy, visit.halfTerm);
  const school = schoolOf(facts, visit.urn);
  if (!halfTerm)
    return [{ rule, because: `The policy has no dates for ${visit.halfTerm}.`, says: 'Name a half term it has.' }];
  if (!school) return [{ rule, because: `No school ${visit.urn} is on record.`, says: 'Import the school first.' }];
  const date = visit.held ?? visit.planned;
  return [
    ...(visit.key === visitKey(visit.halfTerm, visit.urn)
      ? []
      : [{ rule, because: `Its key ${visit.key} is another's.`, says: 'Take the key of its school and half term.' }]),
    ...(halfTerm.from <= date && date <= halfTerm.to && isSchoolDay(policy, date)
      ? []
      : [
          {
            rule,
            because: `${date} is no school day of this half term.`,
            says: `Give a school day from ${halfTerm.from} to ${halfTerm.to}.`,
          },
        ]),
    ...(belongs(school, date)
      ? []
      : [{ rule, because: `${school.name} doesn't belong to the trust on ${date}.`, says: 'Give another day.' }]),
    ...(visit.held !== undefined && visit.held > today
      ? [{ rule, because: `${visit.held} is still to come.`, says: 'Record a visit when it has taken place.' }]
      : []),
    ...(visit.held === undefined && (visit.findings.length > 0 || visit.checks.length > 0)
      ? [{ rule: 'M31', because: 'It has findings but no day it was held.', says: 'Give the day it was held.' }]
      : []),
  ];
}

function visitors(own: VisitsPolicy, facts: Pick<Facts, 'people'>, { visitors: ids, urn }: Visit): Wrong[] {
  const rule = 'M29';
  const people = ids.map((id) => facts.people.find((person) => person.id === id));
  const holds = (person: Person | undefined) =>
    person?.roles.some(({ role }) => own.visitors.some((one) => one === role));
  const isHead = (person: Person | undefined) =>
    person?.roles.some(({ role, scope }) => role === 'head' && scope.kind === 'school' && scope.urn === urn);
  return [
    ...(people.includes(undefined)
      ? [{ rule, because: 'A visitor is not on record.', says: 'Name people of the trust as visitors.' }]
      : []),
    ...(people.some(holds)
      ? []
      : [
          {
            rule,
            because: 'Nobody who visits for the trust is named.',
            says: `Name one of: ${own.visitors.map(roleWords).join(', ')}.`,
          },
        ]),
    ...(people.some(isHead)
      ? [
          {
            rule,
            because: "The school's own head is named as a visitor.",
            says: 'Take the head out: they are visited.',
          },
        ]
      : []),
  ];
}
