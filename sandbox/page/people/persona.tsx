import { createContext, type ReactNode, use } from 'react';
import type { Person } from '../control/answers.ts';

/** Who one is in this window, with all ids by which bots and cards may know the person. */
export interface Persona extends Person {
  readonly ids: readonly string[];
}

const PersonaContext = createContext<Persona | undefined>(undefined);

/** Everything below is seen as this person. */
export function PersonaProvider({ persona, children }: { persona: Persona; children: ReactNode }) {
  return <PersonaContext value={persona}>{children}</PersonaContext>;
}

/** Who one is in this window. */
export function usePersona(): Persona {
  const persona = use(PersonaContext);
  if (persona === undefined) throw new Error('PersonaProvider is missing above this component.');
  return persona;
}
