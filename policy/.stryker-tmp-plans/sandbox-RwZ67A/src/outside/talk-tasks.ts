// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { ceoOf } from '../access/roles.ts';
import { dateAt, instantAt, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { OutsidePolicy } from './outside-policy.ts';
import type { Talk } from './talk.ts';
import { type Telling, tellings } from './telling.ts';

/**
 * Telling those who are to know of a talk (M46), asked of who recorded it and never of those who are to be told: a
 * message to them would tell too much or too early. The CEO is asked where the recorder has left.
 */
export function talkTasks(
  policy: TrustPolicy,
  own: OutsidePolicy,
  facts: Facts,
  talks: readonly Talk[],
  now: Temporal.Instant,
): readonly Task[] {
  const today = dateAt(policy, now);
  return talks.flatMap((talk) =>
    tellings(own, facts, talk)
      .filter(({ state, urn }) => state === 'to be told' && (urn === undefined || isOurs(facts, urn, today)))
      .flatMap((telling) => task(policy, own, facts, talk, telling)),
  );
}

function isOurs(facts: Facts, urn: string, today: string): boolean {
  const school = schoolOf(facts, urn);
  return school !== undefined && belongs(school, today);
}

function task(policy: TrustPolicy, own: OutsidePolicy, facts: Facts, talk: Talk, telling: Telling): Task[] {
  const recorder = facts.people.find(({ id }) => id === talk.recordedBy);
  const person = recorder ?? ceoOf(facts);
  if (!person || person.id === telling.person) return [];
  const took = Temporal.Instant.from(talk.at);
  const recorded = dateAt(policy, Temporal.Instant.from(talk.recordedAt));
  // A talk that was recorded late is still told of within the days of the policy.
  const from = [dateAt(policy, took), recorded].sort().at(-1) ?? recorded;
  const day = shifted(from, own.talks.toldWithinDays);
  const by = telling.before && recorded <= dateAt(policy, took) ? took : instantAt(policy, day, '17:00');
  const asked = onSchoolDay(policy, recorded, own.ask, dateAt(policy, by));
  // A talk on the day of its record leaves no morning in between.
  const since = Temporal.Instant.compare(asked, by) < 0 ? asked : Temporal.Instant.from(talk.recordedAt);
  const body = own.talks.bodies.find(({ key }) => key === talk.body)?.name ?? talk.body;
  const whom = `${ROLE[telling.role]}${telling.urn ? ` of ${schoolOf(facts, telling.urn)?.name ?? telling.urn}` : ''}`;
  return [
    {
      kind: 'task',
      key: `talk-tell/${talk.id}/${telling.role}/${telling.urn ?? 'trust'}/${person.id}`,
      rule: 'M46',
      person: person.id,
      title: `Tell ${whom} of the talk with ${body}`,
      ...(telling.urn ? { urn: telling.urn } : {}),
      since: isoOf(since),
      by: isoOf(by),
      because: telling.why.because.join(' '),
      otherwise: 'They learn of it from others, or not at all.',
    },
  ];
}

const ROLE = {
  head: 'the head',
  'governor-chair': 'the chair of governors',
  chair: 'the chair of the board',
} as const;
