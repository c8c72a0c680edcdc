import { Badge, Button, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { MeView } from '@owls/policy';
import { useMemo, useState } from 'react';
import { useDashboard } from '../dashboard/queries.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Problem } from '../shell/Problem.tsx';
import { useSchools } from '../shell/queries.ts';
import { addressOf } from '../shell/route.ts';
import { SchoolLink } from '../shell/SchoolLink.tsx';
import { StateBadge } from '../soap/StateBadge.tsx';

const PAGE = 48;

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
    alignItems: 'center',
  },
  search: { flexGrow: 1, maxWidth: '24rem', minWidth: '12rem' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 19rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    marginBottom: tokens.spacingVerticalL,
  },
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    alignContent: 'space-between',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  words: { display: 'grid', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** The trust's schools, to find one. Whoever may see the dashboard also sees how each stands. */
export default function SchoolList({ me }: { me: MeView }) {
  const { data, isPending, error, refetch } = useSchools();
  if (isPending) return <LoadingView what="the schools" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  const standing = me.may['dashboard.read'] === true;
  return (
    <>
      <Heading title="Schools" about={counted(data.length, 'school')} asOf={me.now}>
        {standing && (
          <Button as="a" href={addressOf({ view: 'analysis' })}>
            Results analysis
          </Button>
        )}
      </Heading>
      {data.length === 0 ? (
        <Empty title="No school is open to you yet.">Schools come from the government's register, by an import.</Empty>
      ) : standing ? (
        <Standing schools={data} />
      ) : (
        <Cards schools={data} />
      )}
    </>
  );
}

type Schools = NonNullable<ReturnType<typeof useSchools>['data']>;
type Known = ReadonlyMap<
  string,
  { readonly state?: Parameters<typeof StateBadge>[0]['state']; readonly category?: string }
>;

function Standing({ schools }: { schools: Schools }) {
  const { data } = useDashboard();
  const known = useMemo(() => {
    const categories = new Map(
      data?.categories.matrix.flatMap(({ code, schools: at }) => at.map(({ urn }) => [urn, code])),
    );
    return new Map(
      data?.collection.schools.map(({ urn, state }) => {
        const category = categories.get(urn);
        return [urn, { state, ...(category === undefined ? {} : { category }) }];
      }),
    );
  }, [data]);
  return <Cards schools={schools} known={known} />;
}

function Cards({ schools, known }: { schools: Schools; known?: Known }) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [cluster, setCluster] = useState('');
  const [page, setPage] = useState(0);
  const clusters = [...new Set(schools.map((each) => each.cluster))].filter((each) => each !== '').sort();
  const wanted = search.trim().toLocaleLowerCase('en-GB');
  const rows = schools.filter(
    ({ name, urn, cluster: its }) =>
      (name.toLocaleLowerCase('en-GB').includes(wanted) || urn.startsWith(wanted)) &&
      (cluster === '' || its === cluster),
  );
  return (
    <>
      <div className={styles.tools}>
        <Input
          type="search"
          className={styles.search}
          placeholder="Find a school by name or URN"
          aria-label="Find a school by name or URN"
          value={search}
          onChange={(_, { value }) => {
            setSearch(value);
            setPage(0);
          }}
        />
        {clusters.length > 1 && (
          <Select
            aria-label="Cluster"
            value={cluster}
            onChange={(_, { value }) => {
              setCluster(value);
              setPage(0);
            }}
          >
            <option value="">All clusters</option>
            {clusters.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        )}
      </div>
      {rows.length === 0 && <Text>No school fits. Try a part of its name, or its six-digit URN.</Text>}
      <ul className={styles.grid}>
        {pageOf(rows, page, PAGE).map((school) => {
          const { state, category } = known?.get(school.urn) ?? {};
          return (
            <li key={school.urn} className={styles.card}>
              <div className={styles.words}>
                <SchoolLink urn={school.urn} name={school.name} />
                <Text size={200} className={styles.quiet}>
                  {[phaseText(school.phase), school.cluster, `URN ${school.urn}`]
                    .filter((each) => each !== '')
                    .join(' · ')}
                </Text>
              </div>
              {(state || category) && (
                <div className={styles.badges}>
                  {category && (
                    <Badge appearance="outline" color="brand">
                      {category}
                    </Badge>
                  )}
                  {state && <StateBadge state={state} />}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Pager page={page} size={PAGE} total={rows.length} what="school" go={setPage} />
    </>
  );
}

/** "infant" → "Infant". */
export function phaseText(phase: string): string {
  return `${phase.charAt(0).toUpperCase()}${phase.slice(1)}`;
}
