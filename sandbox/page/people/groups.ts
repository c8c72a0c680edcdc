import type { Person } from '../control/answers.ts';

/** People under one heading of the picker. */
export interface PeopleGroup {
  readonly heading: string;
  readonly people: readonly Person[];
}

const HEADINGS: readonly { readonly heading: string; readonly title: RegExp }[] = [
  { heading: 'Chief executives', title: /\b(ceo|chief executive)\b/i },
  { heading: 'Directors and leaders', title: /\b(director|leader|lead|chief|chair|trustee|officer)\b/i },
  { heading: 'Heads and principals', title: /\b(head|headteacher|principal)\b/i },
];
const OTHERS = 'Everyone else';
const MAILBOXES = 'Shared mailboxes and others without a job title';

/**
 * Sorts a tenant's people by what their job titles say, so that one finds whom one wants to be. A head who also leads
 * ("Headteacher, cluster leader") stands with the leaders: the narrower role is what one looks for.
 */
export function groupPeople(people: readonly Person[], search = ''): readonly PeopleGroup[] {
  const wanted = search.trim().toLocaleLowerCase('en-GB');
  const found = people.filter((person) => matches(person, wanted));
  const groups = new Map<string, Person[]>();
  for (const heading of [...HEADINGS.map((each) => each.heading), OTHERS, MAILBOXES]) groups.set(heading, []);
  for (const person of found) groups.get(headingOf(person))?.push(person);
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([heading, members]) => ({
      heading,
      people: members.sort((one, other) => one.displayName.localeCompare(other.displayName, 'en-GB')),
    }));
}

function headingOf(person: Person): string {
  const title = person.jobTitle ?? '';
  if (title === '') return MAILBOXES;
  return HEADINGS.find((each) => each.title.test(title))?.heading ?? OTHERS;
}

function matches(person: Person, wanted: string): boolean {
  return [person.displayName, person.jobTitle ?? '', person.userPrincipalName ?? ''].some((text) =>
    text.toLocaleLowerCase('en-GB').includes(wanted),
  );
}
