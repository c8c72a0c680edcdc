import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MeView } from '@owls/policy';
import { Assessments } from '../assessments/Assessments.tsx';
import { Agreement } from '../categorisation/Agreement.tsx';
import { ExtraData } from '../extra-data/ExtraData.tsx';
import { Inspections } from '../inspections/Inspections.tsx';
import { Empty } from '../shell/Empty.tsx';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { CategoryHistory } from './CategoryHistory.tsx';
import { HistoryChart } from './HistoryChart.tsx';
import { NewestReturn } from './NewestReturn.tsx';
import { PublishedResults } from './PublishedResults.tsx';
import { useSchool } from './queries.ts';
import { SchoolFacts } from './SchoolFacts.tsx';
import { Trajectories } from './Trajectories.tsx';

const useStyles = makeStyles({
  back: { color: tokens.colorBrandForegroundLink, display: 'inline-block', marginBottom: tokens.spacingVerticalS },
  grid: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    alignItems: 'start',
  },
  main: { gridColumn: 'span 8', '@media (max-width: 960px)': { gridColumn: '1 / -1' } },
  side: {
    gridColumn: 'span 4',
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 960px)': { gridColumn: '1 / -1' },
  },
  stack: { display: 'grid', gap: tokens.spacingHorizontalL, minWidth: 0 },
});

/** One school: its newest SOAP, how it went over time, its categories, published results and who answers for it. */
export default function SchoolPage({ urn, me }: { urn: string; me: MeView }) {
  const styles = useStyles();
  const { data, isPending, error, refetch } = useSchool(urn);
  if (isPending) return <LoadingView what="the school" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  const { school, latest, previous } = data;
  const own = me.ownSchools.some((each) => each.urn === urn);
  return (
    <>
      <a href={addressOf({ view: 'schools' })} className={styles.back}>
        ‹ All schools
      </a>
      <Heading title={school.name} asOf={data.asOf}>
        <Button as="a" href={addressOf({ view: 'page', urn })}>
          On a page
        </Button>
        {data.inFull && (
          <Button as="a" href={addressOf({ view: 'analysis', urn })}>
            Results analysis
          </Button>
        )}
        {data.recordsOpen && me.halfTerm && (
          <Button as="a" href={addressOf({ view: 'targets', year: me.halfTerm.year, urn })}>
            Targets
          </Button>
        )}
        {own && me.may['soap.write'] && (
          <Button as="a" appearance="primary" href={addressOf({ view: 'soap', urn })}>
            This half term's SOAP
          </Button>
        )}
      </Heading>
      <div className={styles.grid}>
        <div className={mergeClasses(styles.main, styles.stack)}>
          {latest ? (
            <NewestReturn view={data} latest={latest} previous={previous} />
          ) : (
            <Section title="Newest return">
              {data.withheld.includes('figures') ? (
                <Empty title="This school's returns are not open to you.">
                  What schools see of each other is set in the trust's policy.
                </Empty>
              ) : (
                <Empty title="Nothing has been returned yet.">
                  As soon as the head sends the first SOAP, its figures stand here, beside those of the half term
                  before.
                </Empty>
              )}
            </Section>
          )}
          <Trajectories given={data.trajectories} measures={data.measures} />
          <HistoryChart measures={data.measures} history={data.history} />
        </div>
        <div className={styles.side}>
          <SchoolFacts school={school} head={data.head} />
          {data.agreement && <Agreement urn={urn} given={data.agreement} />}
          <CategoryHistory given={data.categories} />
          {data.inFull && <ExtraData urn={urn} />}
          {data.recordsOpen && <Inspections urn={urn} />}
          {data.recordsOpen && <Assessments urn={urn} />}
          <PublishedResults given={data.results} measures={data.measures} phase={school.phase} />
        </div>
      </div>
    </>
  );
}
