import type { Temporal } from 'temporal-polyfill';
import type { Decision } from '../access/access.ts';
import { headedBy, holdersOf } from '../access/roles.ts';
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { collectionWindow } from '../soap/collection.ts';
import { latestReturn } from '../soap/kept.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { accuracyOf } from './accuracy.ts';
import type { CollectionStep } from './collection-step.ts';
import { nudgeKey, standingNudge } from './nudges.ts';
import { isTaken } from './taken.ts';

/** What somebody wants to do about a collection. */
export type WantedStep = Pick<CollectionStep, 'halfTerm' | 'step' | 'urn' | 'note'>;

/**
 * Whether a step makes sense now (M14, M15); whether the person may do such a thing at all is `access`'s to say. Throws
 * RangeError for a half term the policy has no dates for.
 */
export function checkStep(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  wanted: WantedStep,
  now: Temporal.Instant,
): Decision {
  const { step, halfTerm, urn = '' } = wanted;
  if (step === 'close' || step === 'reopen') return checkRound(policy, facts, wanted, now);
  const name = schoolOf(facts, urn)?.name;
  if (name === undefined) return no('M14', `No school has the number ${urn}.`, 'Choose a school of the trust.');
  if (step === 'nudge') return checkNudge(policy, facts, halfTerm, urn, name, now);
  return checkAccuracy(facts, person, wanted, urn, name);
}

function checkRound(
  policy: TrustPolicy,
  facts: Facts,
  { halfTerm, step, note }: WantedStep,
  now: Temporal.Instant,
): Decision {
  const label = halfTermLabel(halfTerm);
  if (now.epochMilliseconds < collectionWindow(policy, halfTerm).opens.epochMilliseconds)
    return no('M14', `The collection of ${label} has not opened yet.`, 'Wait until it opens.');
  const open = isTaken(policy, facts, halfTerm, now);
  if (open === (step === 'reopen'))
    return no('M14', `The collection of ${label} is ${open ? 'open' : 'closed'} already.`, 'There is nothing to do.');
  if (note.trim() === '')
    return no('M14', `Why is it ${open ? 'closed' : 'opened again'}?`, 'Say so in a sentence: heads will read it.');
  return yes('M14', `The collection of ${label} can be ${open ? 'closed' : 'opened again'}.`);
}

function checkNudge(
  policy: TrustPolicy,
  facts: Facts,
  halfTerm: HalfTermId,
  urn: string,
  name: string,
  now: Temporal.Instant,
): Decision {
  if (latestReturn(facts, urn, halfTerm))
    return no('M14', `${name} has returned.`, 'Send figures back instead, if they can’t be right.');
  if (!isTaken(policy, facts, halfTerm, now))
    return no('M14', 'The collection is not open.', 'Open it again, with a reason.');
  const heads = holdersOf(facts, 'head').filter((head) => headedBy(head).includes(urn));
  if (heads.length === 0)
    return no('M14', `Nobody is on record as head of ${name}.`, 'Give the role in the list of people.');
  const before = standingNudge(facts, urn, halfTerm);
  if (before && heads.some((head) => !facts.delivered.has(nudgeKey(before, head.id))))
    return no('M14', `The last nudge to ${name} is still on its way.`, 'Wait until it has arrived.');
  return yes('M14', `${name} has not returned.`);
}

function checkAccuracy(
  facts: Facts,
  person: Person,
  { halfTerm, step, note }: WantedStep,
  urn: string,
  name: string,
): Decision {
  if (headedBy(person).includes(urn))
    return no('M15', 'Nobody confirms the figures of the school they head.', 'Ask the head teacher leader or the CEO.');
  const accuracy = accuracyOf(facts, urn, halfTerm);
  if (!accuracy) return no('M15', `${name} has not returned.`, 'Wait for its return, or nudge its head.');
  if (step === 'take back') {
    return accuracy.state === 'unchecked'
      ? no('M15', `Nothing was said of the figures of ${name}.`, 'There is nothing to take back.')
      : yes('M15', `What was said of the figures of ${name} can be taken back.`);
  }
  if (accuracy.state === (step === 'confirm' ? 'confirmed' : 'sent back'))
    return no('M15', `The figures of ${name} are ${accuracy.state} already.`, 'There is nothing to do.');
  if (step === 'send back' && note.trim() === '')
    return no('M15', 'What is to be looked at?', 'Name the figure and what is wrong with it: the head will read it.');
  return yes('M15', `The figures of ${name} were looked at.`);
}

const yes = (rule: string, because: string): Decision => ({ allowed: true, rule, because });
const no = (rule: string, because: string, wouldChange: string): Decision => ({
  allowed: false,
  rule,
  because,
  wouldChange,
});
