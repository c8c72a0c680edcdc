/** Welcome, help, meetings and my school, for each example trust and role. */
import { OWLS } from '@owls/policy';
import { meetingsCard } from '../meetings/card.ts';
import type { CardMessage } from './messenger.ts';
import { mySchoolCard } from './my-school.ts';
import { empty, HALF_TERM, huge, messy, NOW, typical } from './trust.examples.ts';
import { helpCard, welcomeCard } from './welcome.ts';

export function chatExamples(): ReadonlyMap<string, CardMessage> {
  return new Map(
    Object.entries({ empty, typical, messy, huge }).flatMap(([size, { facts, ceo, head, clusterLeader }]) => {
      const given = { policy: OWLS, facts, now: NOW };
      return [
        [`welcome of a head (${size})`, welcomeCard({ ...given, person: head })],
        [`welcome of the CEO (${size})`, welcomeCard({ ...given, person: ceo })],
        [`welcome of a cluster leader (${size})`, welcomeCard({ ...given, person: clusterLeader })],
        [`help (${size})`, helpCard({ ...given, person: head })],
        [`something else typed (${size})`, helpCard({ ...given, person: head }, true)],
        [`meetings (${size})`, meetingsCard({ ...given, person: head })],
        [`my school (${size})`, mySchoolCard({ ...given, person: head }, facts.schools.slice(0, 1), HALF_TERM)],
        [`my schools (${size})`, mySchoolCard({ ...given, person: head }, facts.schools, HALF_TERM)],
      ] as const;
    }),
  );
}
