/** What the bot answers to each plain word, as the facts stand and the person may see. */
import {
  access,
  dateAt,
  type HalfTermId,
  headedBy,
  myGatherings,
  type Person,
  type School,
  schoolsOn,
} from '@owls/policy';
import { proposedBy, toValidate } from '../categorisation/card-given.ts';
import { proposalsCard } from '../categorisation/card-proposals.ts';
import { validationsCard } from '../categorisation/card-validations.ts';
import { agendaCard } from '../gatherings/card-agenda.ts';
import { meetingFor } from '../gatherings/card-given.ts';
import { myActionsCard } from '../gatherings/card-my-actions.ts';
import { meetingsCard } from '../meetings/card.ts';
import { soapCard } from '../soap/card.ts';
import { chooserCard } from '../soap/card-chooser.ts';
import { overdueCard } from '../soap/card-overdue.ts';
import type { World } from '../world.ts';
import { categorising, collecting } from './current-round.ts';
import type { CardMessage } from './messenger.ts';
import { mySchoolCard } from './my-school.ts';
import { helpCard, type WelcomeGiven } from './welcome.ts';
import type { Word } from './words.ts';

export type Said = CardMessage | { readonly text: string };

const NO_DATES =
  'The trust’s calendar has no dates for this time of year yet. The CEO’s office can add them to the policy.';

/** The answer to a word; `undefined` stands for anything else that was typed. */
export function answerTo(word: Word['word'] | undefined, person: Person, world: World): Said {
  const given = { policy: world.policy, facts: world.facts(), now: world.now(), person };
  switch (word) {
    case undefined:
      return helpCard(given, true);
    case 'help':
      return helpCard(given);
    case 'meetings':
      return meetingsCard(given);
    case 'agenda':
      return nextAgenda(person, world);
    case 'actions':
      return myActionsCard(person, world);
    case 'soap':
      return soap(given);
    case 'my school':
      return mySchool(given);
    case 'categories':
      return categories(given);
  }
}

function nextAgenda(person: Person, world: World): Said {
  const { nearest } = myGatherings(world.policy, world.gatherings.kept(), person, world.now());
  const given = nearest === undefined ? undefined : meetingFor(world, person, nearest);
  return given
    ? agendaCard(given)
    : { text: 'You have no meeting in the next three weeks. Agendas come here a few days before each.' };
}

function ownSchools({ facts, person }: WelcomeGiven): School[] {
  const own = new Set(headedBy(person));
  return facts.schools.filter(({ urn, left }) => own.has(urn) && left === undefined);
}

function soap(given: WelcomeGiven): Said {
  const { policy, facts, now } = given;
  const halfTerm = collecting(policy, facts, now);
  if (!halfTerm) return { text: NO_DATES };
  const own = ownSchools(given);
  const only = own[0];
  if (only && own.length === 1) return soapCard({ policy, facts, now, halfTerm, school: only });
  if (own.length > 1) return chooserCard({ policy, facts, now, halfTerm, schools: own });
  const schools = readable(given, 'soap.read');
  if (schools.length > 0) return overdueCard({ policy, facts, now, halfTerm, schools });
  return {
    text: 'The School On A Page is made by heads of schools; with the roles you hold there is none to show you. Type "help" for what I can do.',
  };
}

function mySchool(given: WelcomeGiven): Said {
  const halfTerm = collecting(given.policy, given.facts, given.now);
  if (!halfTerm) return { text: NO_DATES };
  const own = ownSchools(given);
  if (own.length > 0) return mySchoolCard(given, own, halfTerm);
  return access(given.policy, given.person, 'dashboard.read', given.facts).allowed
    ? {
        text: 'You head no school yourself; the tab shows you all of them, a page each. Type "soap" to see whose return is in.',
      }
    : { text: 'You head no school in the list of people. If that is wrong, the trust’s central team can mend it.' };
}

function categories(given: WelcomeGiven): Said {
  const { policy, facts, person, now } = given;
  const halfTerm = categorising(policy, now);
  if (!halfTerm) return { text: NO_DATES };
  const round = { policy, facts, now, halfTerm };
  if (access(policy, person, 'category.validate', facts).allowed) return validationsCard(toValidate(round, person));
  const cluster = clusterOf(given, halfTerm);
  if (cluster !== undefined) return proposalsCard({ ...round, person, cluster });
  const own = ownSchools(given);
  if (own.length > 0) return mySchoolCard(given, own, collecting(policy, facts, now) ?? halfTerm);
  return {
    text: 'Categories are proposed by cluster leaders and validated by the CEO; the summary is posted in the trust’s channel when the round is complete.',
  };
}

/** The cluster the person proposes for; of several the first with something left to do. */
function clusterOf(given: WelcomeGiven, halfTerm: HalfTermId): string | undefined {
  const clusters = given.person.roles.flatMap(({ role, scope }) =>
    role === 'cluster-leader' && scope.kind === 'cluster' ? [scope.cluster] : [],
  );
  const round = { policy: given.policy, facts: given.facts, now: given.now, halfTerm };
  const hasWork = (cluster: string) =>
    proposedBy(round, given.person, cluster).some(
      ({ urn }) => !given.facts.judgements.some((one) => one.urn === urn && one.halfTerm === halfTerm && one.proposed),
    );
  return clusters.find(hasWork) ?? clusters[0];
}

function readable({ policy, facts, person, now }: WelcomeGiven, action: 'soap.read'): School[] {
  return schoolsOn(facts.schools, dateAt(policy, now)).filter(
    ({ urn }) => access(policy, person, action, facts, { urn }).allowed,
  );
}
