import type { Facts } from '../facts.ts';

/** A person's name as sentences have it; of an id that nobody has any more, that they have left. */
export function nameOf({ people }: Pick<Facts, 'people'>, id: string): string {
  return people.find((person) => person.id === id)?.name ?? 'somebody who has left';
}
