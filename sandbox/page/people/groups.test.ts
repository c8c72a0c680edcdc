import { describe, expect, it } from 'vitest';
import { groupPeople } from './groups.ts';

const person = (displayName: string, jobTitle?: string) => ({
  id: displayName,
  displayName,
  ...(jobTitle ? { jobTitle } : {}),
});
const people = [
  person('Zoe', 'Headteacher'),
  person('Adam', 'Head of School'),
  person('Bo', 'Headteacher, cluster leader'),
  person('Cy', 'Chief Executive Officer'),
  person('Di', 'Office manager'),
  person('Room mailbox'),
];

describe('the people to choose from', () => {
  it('stand under what their job titles make them, by name', () => {
    expect(groupPeople(people).map((group) => [group.heading, group.people.map((each) => each.displayName)])).toEqual([
      ['Chief executives', ['Cy']],
      ['Directors and leaders', ['Bo']],
      ['Heads and principals', ['Adam', 'Zoe']],
      ['Everyone else', ['Di']],
      ['Shared mailboxes and others without a job title', ['Room mailbox']],
    ]);
  });
  it('are found by name and by job title, whatever the case', () => {
    expect(
      groupPeople(people, ' HEAD ')
        .flatMap((group) => group.people)
        .map((each) => each.displayName),
    ).toEqual(['Bo', 'Adam', 'Zoe']);
    expect(groupPeople(people, 'nobody')).toEqual([]);
  });
});
