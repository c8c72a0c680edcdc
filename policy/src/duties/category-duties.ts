import type { Temporal } from 'temporal-polyfill';
import { ceoOf, clusterLeaderOf } from '../access/roles.ts';
import { halfTermAfter, halfTermAt, halfTermBefore, halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import { judgementOf } from '../categorisation/kept.ts';
import { roundState, roundWindow, schoolsInRound } from '../categorisation/round.ts';
import { summaryKey } from '../categorisation/taking-back.ts';
import type { Facts } from '../facts.ts';
import { collectionWindow } from '../soap/collection.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { ChannelDuty, PersonDuty } from './duty.ts';

/** Proposals, validation and summary of the categorisation round (M25, M26). */
export function categoryDuties(
  policy: TrustPolicy,
  facts: Facts,
  now: Temporal.Instant,
): readonly (PersonDuty | ChannelDuty)[] {
  const halfTerm = halfTermAt(policy, now);
  if (!halfTerm) return [];
  const before = halfTermBefore(policy, halfTerm.id);
  return [
    ...(before ? lateSummary(policy, facts, before, now) : []),
    ...(earlier(now, roundWindow(policy, halfTerm.id).opens) ? [] : roundDuties(policy, facts, halfTerm, now)),
  ];
}

function roundDuties(
  policy: TrustPolicy,
  facts: Facts,
  halfTerm: HalfTerm,
  now: Temporal.Instant,
): (PersonDuty | ChannelDuty)[] {
  const { summaryAt } = roundWindow(policy, halfTerm.id);
  const state = roundState(policy, facts, halfTerm.id);
  if (state.total === 0) return [];
  if (state.complete || !earlier(now, summaryAt)) return [summaryDuty(policy, halfTerm)];
  return [...proposals(policy, facts, halfTerm), ...validation(policy, facts, halfTerm, now)];
}

/** A summary that a service out of action could not post in its half term, still owed until the next round is near. */
function lateSummary(policy: TrustPolicy, facts: Facts, before: HalfTerm, now: Temporal.Instant): ChannelDuty[] {
  const following = halfTermAfter(policy, before.id);
  if (following && !earlier(now, collectionWindow(policy, following.id).opens)) return [];
  return wereAsked(facts, before) ? [summaryDuty(policy, before)] : [];
}

/** Whether anybody was asked to propose; the set of what was delivered is long, so it is not copied. */
function wereAsked({ delivered }: Facts, { id }: HalfTerm): boolean {
  for (const key of delivered) if (key.startsWith(`category-proposal/${id}/`)) return true;
  return false;
}

function summaryDuty(policy: TrustPolicy, halfTerm: HalfTerm): ChannelDuty {
  const { opens } = roundWindow(policy, halfTerm.id);
  return {
    kind: 'category-summary',
    key: summaryKey(halfTerm.id),
    rule: 'M26',
    since: opens.toString(),
    because: `The categorisation round of ${halfTermLabel(halfTerm.id)} is complete or at its end.`,
    otherwise: 'Without it schools do not hear what the round led to.',
    halfTerm: halfTerm.id,
  };
}

function proposers(policy: TrustPolicy, facts: Facts, halfTerm: HalfTerm) {
  const clusters = new Map<string, School[]>();
  for (const school of schoolsInRound(policy, facts, halfTerm.id)) {
    const schools = clusters.get(school.cluster) ?? [];
    schools.push(school);
    clusters.set(school.cluster, schools);
  }
  return [...clusters].flatMap(([cluster, schools]) => {
    const person = (cluster ? clusterLeaderOf(facts, cluster) : undefined) ?? ceoOf(facts);
    return person
      ? [{ cluster, schools, person: person.id, key: `category-proposal/${halfTerm.id}/${cluster}/${person.id}` }]
      : [];
  });
}

function proposals(policy: TrustPolicy, facts: Facts, halfTerm: HalfTerm): PersonDuty[] {
  const { opens, proposalsDue } = roundWindow(policy, halfTerm.id);
  return proposers(policy, facts, halfTerm).flatMap(({ cluster, schools, person, key }) => {
    const open = schools.filter(({ urn }) => {
      const judgement = judgementOf(facts, urn, halfTerm.id);
      return !judgement?.proposed && !judgement?.validated;
    });
    if (open.length === 0) return [];
    return [
      {
        kind: 'category-proposal',
        key,
        rule: 'M25',
        since: opens.toString(),
        by: proposalsDue.toString(),
        because: `${open.length === 1 ? 'One school' : `${open.length} schools`} of ${cluster || 'no cluster'} ${open.length === 1 ? 'has' : 'have'} no category proposed for ${halfTermLabel(halfTerm.id)}.`,
        otherwise: 'Without a proposal the CEO has nothing to validate and the summary names the gap.',
        person,
        halfTerm: halfTerm.id,
        cluster,
      },
    ];
  });
}

function validation(policy: TrustPolicy, facts: Facts, halfTerm: HalfTerm, now: Temporal.Instant): PersonDuty[] {
  const { opens, proposalsDue, validationsDue } = roundWindow(policy, halfTerm.id);
  const { proposed, validated, total } = roundState(policy, facts, halfTerm.id);
  const ceo = ceoOf(facts);
  const ready = proposed === total || (proposed > validated && !earlier(now, proposalsDue));
  if (!ceo || !ready) return [];
  return [
    {
      kind: 'category-validation',
      key: `category-validation/${halfTerm.id}/${ceo.id}`,
      rule: 'M25',
      since: (proposed === total ? opens : proposalsDue).toString(),
      by: validationsDue.toString(),
      because: `${proposed - validated} of ${total} categories for ${halfTermLabel(halfTerm.id)} await your validation.`,
      otherwise: 'Without it the summary goes out with gaps named.',
      person: ceo.id,
      halfTerm: halfTerm.id,
    },
  ];
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return one.epochMilliseconds < other.epochMilliseconds;
}
