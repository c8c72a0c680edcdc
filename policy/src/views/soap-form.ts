import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { halfTermById } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { accuracyOf, standingWord } from '../collection/accuracy.ts';
import { saidOf } from '../collection/collection-step.ts';
import { endOf, isTakenFrom, lastWord } from '../collection/taken.ts';
import { checkTakeBack, saidTakenBack } from '../collection/taken-back.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { collectionState, collectionWindow } from '../soap/collection.ts';
import { findings } from '../soap/findings.ts';
import { draftOf, latestReturn, previousReturn } from '../soap/kept.ts';
import { startingPoint } from '../soap/starting-point.ts';
import { standingTargets } from '../targets/content-beside.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { SoapFormView } from './views.ts';

/** A school's return of a half term, to type or to read. Undefined where there is none to see: unknown and forbidden look alike. */
export function soapFormView(
  given: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  halfTermId: HalfTermId,
  now: Temporal.Instant,
): SoapFormView | undefined {
  const policy = policyOf(given, halfTermId);
  const school = schoolOf(facts, urn);
  const halfTerm = halfTermById(policy, halfTermId);
  if (!school || !halfTerm || !access(policy, person, 'soap.read', facts, { urn }).allowed) return undefined;
  const { opens, due } = collectionWindow(policy, halfTermId);
  const closes = endOf(policy, facts, halfTermId);
  const may = access(policy, person, 'soap.write', facts, { urn });
  // A draft is the head's own until it is sent (M14).
  const draft = may.allowed ? draftOf(facts, urn, halfTermId) : undefined;
  const submitted = latestReturn(facts, urn, halfTermId);
  const last = previousReturn(facts, policy, urn, halfTermId);
  const content = startingPoint(policy, { returns: facts.returns, drafts: draft ? [draft] : [] }, school, halfTermId);
  const accuracy = accuracyOf(facts, urn, halfTermId);
  const word = lastWord(facts, halfTermId);
  const takenBack = saidTakenBack(facts, urn, halfTermId);
  const back = takenBack ? standingWord(facts, halfTermId, urn) : undefined;
  return {
    asOf: now.toString(),
    school,
    halfTerm,
    state: collectionState(policy, facts, urn, halfTermId, now),
    open: isTakenFrom(policy, facts, urn, halfTermId, now),
    ...(accuracy?.state === 'sent back' ? { sentBack: saidOf(facts, accuracy.step) } : {}),
    ...(back?.step === 'send back' ? { sentBack: saidOf(facts, back) } : {}),
    ...(takenBack ? { takenBack } : {}),
    ...(word ? { word: saidOf(facts, word) } : {}),
    opens: opens.toString(),
    due: due.toString(),
    ...(closes === undefined ? {} : { closes }),
    start: content,
    ...(draft ? { draft } : {}),
    ...(submitted ? { submitted } : {}),
    ...(last ? { last } : {}),
    targets: standingTargets(facts, urn, halfTermId),
    findings: findings({ ...content, halfTerm: halfTermId }, last, school, policy),
    may,
    mayTakeBack:
      may.allowed && submitted !== undefined && checkTakeBack(policy, facts, { ...submitted, note: '' }, now).allowed,
  };
}
