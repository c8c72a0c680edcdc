import { Avatar, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { PeopleSearch24Regular, Search20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Person } from '../control/answers.ts';
import { EmptyState } from '../shell/Notice.tsx';
import { groupPeople } from './groups.ts';

const useStyles = makeStyles({
  picker: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(230px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    height: '100%',
    padding: tokens.spacingHorizontalM,
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':hover': {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorBrandStroke1}`,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  current: { border: `2px solid ${tokens.colorBrandStroke1}` },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  title: { opacity: 0.85 },
});

/** Everybody of the tenant, to choose whom to be; a search finds one among hundreds. */
export function PersonaPicker({
  people,
  current,
  choose,
}: {
  people: readonly Person[];
  current?: string | undefined;
  choose: (person: Person) => void;
}) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const groups = groupPeople(people, search);
  return (
    <div className={styles.picker}>
      <Input
        type="search"
        size="large"
        aria-label="Search people by name or job title"
        placeholder="Search by name or job title"
        contentBefore={<Search20Regular />}
        value={search}
        onChange={(_, data) => setSearch(data.value)}
      />
      {groups.length === 0 && (
        <EmptyState icon={<PeopleSearch24Regular />} title="Nobody found">
          No name or job title has “{search}” in it.
        </EmptyState>
      )}
      {groups.map((group) => (
        <section key={group.heading} className={styles.group} aria-label={group.heading}>
          <Text as="h2" size={300} weight="semibold">
            {group.heading} · {group.people.length}
          </Text>
          <ul className={styles.grid}>
            {group.people.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  className={mergeClasses(styles.person, person.id === current && styles.current)}
                  aria-current={person.id === current ? 'true' : undefined}
                  onClick={() => choose(person)}
                >
                  <Avatar name={person.displayName} color="colorful" size={40} aria-hidden />
                  <span className={styles.words}>
                    <Text weight="semibold">{person.displayName}</Text>
                    <Text size={200} className={styles.title}>
                      {person.jobTitle || person.mail || person.userPrincipalName || ''}
                    </Text>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
