import type { Person } from '../trust/people.ts';

/** Somebody of a meeting who cannot come: a row, by meeting and person. */
export interface Apology {
  /** Key of the meeting. */
  readonly gathering: string;
  readonly person: string;
  /** Who comes in their place, as the person writes it; empty where nobody does. */
  readonly instead: string;
  /** Why, in the person's words; may be empty. */
  readonly because: string;
  readonly at: string;
  /** When the meeting was to begin as it was said, wall-clock; unknown of what was said before this was kept. */
  readonly about?: string;
}

/** Who comes in the absent person's place, where it is somebody on record; of two people of one name it is neither. */
export function standInOf({ instead }: Pick<Apology, 'instead'>, people: readonly Person[]): Person | undefined {
  const name = instead.trim().toLowerCase();
  const named = people.filter((one) => one.name.toLowerCase() === name);
  return named.length === 1 ? named[0] : undefined;
}

/**
 * Whom a meeting's invitation goes to (M4-M12), by id: its people without those who cannot come, and whoever comes in
 * their place. However often its people change, nobody who said no is asked again.
 */
export function invitedTo(
  meeting: { readonly key: string; readonly attendees: readonly string[] },
  apologies: readonly Apology[],
  people: readonly Person[],
): readonly string[] {
  const here = apologies.filter(({ gathering }) => gathering === meeting.key);
  const away = new Set(here.map(({ person }) => person));
  const besides = here
    .filter(({ person }) => meeting.attendees.includes(person))
    .flatMap((one) => standInOf(one, people)?.id ?? []);
  return [...new Set([...meeting.attendees, ...besides])].filter((id) => !away.has(id));
}

/** Whether a meeting begins at another time than the one somebody said they could not come to. */
export function movedSince({ about }: Pick<Apology, 'about'>, { start }: { readonly start: string }): boolean {
  return about !== undefined && about !== start;
}
