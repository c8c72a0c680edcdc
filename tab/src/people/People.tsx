import { Badge, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { PeopleView, Role } from '@owls/policy';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../shell/api-context.tsx';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { ROLE_WORDS } from './role-words.ts';

const PAGE = 50;

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalL },
  search: { flexGrow: 1, maxWidth: '22rem', minWidth: '12rem' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 1.6fr) 8.5rem',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    alignItems: 'center',
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  },
  words: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  badge: { justifySelf: 'start' },
});

type Reach = PeopleView['people'][number]['reach'];

const REACH = {
  reachable: { words: 'Reachable', color: 'success', appearance: 'tint', help: 'The bot can write to this person.' },
  'not installed': {
    words: 'App missing',
    color: 'warning',
    appearance: 'tint',
    help: 'The app is not installed for this person: nothing reaches them in chat. Install it for them in the Teams admin centre.',
  },
  blocked: {
    words: 'Blocked',
    color: 'danger',
    appearance: 'tint',
    help: 'The person has removed or blocked the app. Ask them to open it in Teams once.',
  },
} as const satisfies Readonly<Record<Reach, object>>;

/** The people of the trust, what they answer for, and whether the bot can reach them. */
export default function People() {
  const api = useApi();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['people'],
    queryFn: () => api.get<PeopleView>('/api/people'),
  });
  if (isPending) return <LoadingView what="the people" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  const away = data.people.filter(({ reach }) => reach !== 'reachable').length;
  return (
    <>
      <Heading
        title="People"
        about={`${counted(data.people.length, 'person', 'people')}${away > 0 ? `, ${away} of them out of the bot's reach` : ''}`}
        asOf={data.asOf}
      />
      {data.people.length === 0 ? (
        <Empty title="Nobody is in the list of people yet.">
          People and their roles stand in the SharePoint lists “People” and “Roles” of the data site.
        </Empty>
      ) : (
        <Listed people={data.people} />
      )}
    </>
  );
}

function Listed({ people }: { people: PeopleView['people'] }) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('');
  const [reach, setReach] = useState('');
  const [page, setPage] = useState(0);
  const wanted = search.trim().toLocaleLowerCase('en-GB');
  const roles = [...new Set(people.flatMap((each) => each.roles.map((held) => held.role)))];
  const rows = people.filter(
    (each) =>
      [each.name, each.email, ...each.roles.map(({ where }) => where)].some((text) =>
        text.toLocaleLowerCase('en-GB').includes(wanted),
      ) &&
      (role === '' || each.roles.some((held) => held.role === role)) &&
      (reach === '' || each.reach === reach),
  );
  const filter =
    (set: (value: string) => void) =>
    (_: unknown, { value }: { value: string }) => {
      set(value);
      setPage(0);
    };
  return (
    <Section title="Everybody">
      <div className={styles.tools}>
        <Input
          type="search"
          className={styles.search}
          placeholder="Find a person or a school"
          aria-label="Find a person or a school"
          value={search}
          onChange={filter(setSearch)}
        />
        <Select aria-label="Role" value={role} onChange={filter(setRole)}>
          <option value="">All roles</option>
          {roles.map((each) => (
            <option key={each} value={each}>
              {ROLE_WORDS[each]}
            </option>
          ))}
        </Select>
        <Select aria-label="Reach" value={reach} onChange={filter(setReach)}>
          <option value="">Reachable or not</option>
          {Object.entries(REACH).map(([key, { words }]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </Select>
      </div>
      {rows.length === 0 && <Text>Nobody fits. Change the search or the choices beside it.</Text>}
      <ul className={styles.list}>
        {pageOf(rows, page, PAGE).map((each) => (
          <li key={each.id} className={styles.row}>
            <div className={styles.words}>
              <Text weight="semibold">{each.name}</Text>
              <Text size={200} className={styles.quiet}>
                {each.email}
              </Text>
            </div>
            <div className={styles.words}>
              {each.roles.length === 0 && <Text className={styles.quiet}>No role yet</Text>}
              {rolesText(each.roles).map((text) => (
                <Text key={text} size={300}>
                  {text}
                </Text>
              ))}
            </div>
            <Badge
              className={styles.badge}
              appearance={REACH[each.reach].appearance}
              color={REACH[each.reach].color}
              title={REACH[each.reach].help}
            >
              {REACH[each.reach].words}
            </Badge>
          </li>
        ))}
      </ul>
      <Pager page={page} size={PAGE} total={rows.length} what="person" go={setPage} />
      <Text size={200} className={styles.quiet}>
        {Object.values(REACH)
          .map(({ words, help }) => `${words}: ${help}`)
          .join(' ')}
      </Text>
    </Section>
  );
}

function rolesText(roles: readonly { readonly role: Role; readonly where: string }[]): readonly string[] {
  return [...new Set(roles.map(({ role, where }) => `${ROLE_WORDS[role]}, ${where}`))];
}
