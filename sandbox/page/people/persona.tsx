import { createContext, type ReactNode, use } from 'react';
import type { Person } from '../control/answers.ts';

const PersonaContext = createContext<Person | undefined>(undefined);

/** Everything below is seen as this person. */
export function PersonaProvider({ persona, children }: { persona: Person; children: ReactNode }) {
  return <PersonaContext value={persona}>{children}</PersonaContext>;
}

/** Who one is in this window. */
export function usePersona(): Person {
  const persona = use(PersonaContext);
  if (persona === undefined) throw new Error('PersonaProvider is missing above this component.');
  return persona;
}

/** All ids by which bots and cards may know a person. */
export function idsOf(person: Person): readonly string[] {
  return [person.id, person.teamsId ?? `29:${person.id}`];
}
