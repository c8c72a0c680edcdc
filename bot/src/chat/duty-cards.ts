import { type Facts, type Person, policyOf } from '@owls/policy';
import { toValidate } from '../categorisation/card-given.ts';
import { proposalsCard } from '../categorisation/card-proposals.ts';
import { validationsCard } from '../categorisation/card-validations.ts';
import { summaryCard } from '../categorisation/summary-card.ts';
import type { MessageDuty } from '../delivery/recipient.ts';
import { soapCard } from '../soap/card.ts';
import { overdueCard } from '../soap/card-overdue.ts';
import { taskMessage } from '../tasks/verbs.ts';
import type { World } from '../world.ts';
import type { CardMessage } from './messenger.ts';

/**
 * The message a duty is done with, as the facts stand now. It carries the duty's key, which comes back with every press
 * and refresh and so proves that it arrived. Throws RangeError where the duty names a school or person that is gone.
 */
export function messageFor(duty: MessageDuty, world: World): CardMessage {
  if (duty.kind === 'task') return taskMessage(duty, world);
  const policy = policyOf(world.policy, duty.halfTerm);
  const facts = world.facts();
  const given = { policy, facts, halfTerm: duty.halfTerm, now: world.now(), delivery: duty.key };
  switch (duty.kind) {
    case 'soap-prompt':
    case 'soap-reminder':
    case 'soap-sent-back': {
      const school = facts.schools.find(({ urn }) => urn === duty.urn);
      if (!school) throw new RangeError(`There is no school ${duty.urn} any more.`);
      return soapCard({ ...given, school }, duty.kind === 'soap-reminder' ? 'reminder' : 'prompt');
    }
    case 'soap-escalation':
      return overdueCard({ ...given, schools: facts.schools.filter(({ urn }) => duty.urns.includes(urn)) });
    case 'category-proposal':
      return proposalsCard({ ...given, person: personOf(duty, facts), cluster: duty.cluster });
    case 'category-validation':
      return validationsCard(toValidate(given, personOf(duty, facts)));
    case 'category-summary':
      return summaryCard(policy, facts, duty.halfTerm);
  }
}

function personOf({ person }: { readonly person: string }, { people }: Facts): Person {
  const found = people.find(({ id }) => id === person);
  if (!found) throw new RangeError(`There is no person ${person} any more.`);
  return found;
}
