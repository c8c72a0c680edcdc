import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeView } from '@owls/policy';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Overview } from '../dashboard/Overview.tsx';
import { Empty } from './Empty.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Heading } from './Heading.tsx';
import { LoadingView } from './Loading.tsx';
import { Navigation } from './Navigation.tsx';
import { Offline } from './Offline.tsx';
import { Problem } from './Problem.tsx';
import { useMe } from './queries.ts';
import { addressOf, type Route } from './route.ts';
import { useRoute } from './use-route.ts';

// The dashboard comes with the first load; every other view when somebody goes there.
const SchoolList = lazy(() => import('../schools/SchoolList.tsx'));
const SchoolPage = lazy(() => import('../schools/SchoolPage.tsx'));
const Analysis = lazy(() => import('../analysis/Analysis.tsx'));
const TrustAnalysis = lazy(() => import('../analysis/TrustAnalysis.tsx'));
const OnAPage = lazy(() => import('../on-a-page/OnAPage.tsx'));
const SoapForm = lazy(() => import('../soap/SoapForm.tsx'));
const Collecting = lazy(() => import('../collection/Collecting.tsx'));
const History = lazy(() => import('../history/History.tsx'));
const Categories = lazy(() => import('../categorisation/Categories.tsx'));
const CategoryYears = lazy(() => import('../categorisation/CategoryYears.tsx'));
const Targets = lazy(() => import('../targets/Targets.tsx'));
const Meetings = lazy(() => import('../meetings/Meetings.tsx'));
const Meeting = lazy(() => import('../gatherings/Meeting.tsx'));
const People = lazy(() => import('../people/People.tsx'));
const Policy = lazy(() => import('../policy/Policy.tsx'));
const Import = lazy(() => import('../imports/Import.tsx'));
const Deliveries = lazy(() => import('../delivery/Deliveries.tsx'));

const useStyles = makeStyles({
  main: {
    boxSizing: 'border-box',
    maxWidth: '100rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
    '@media print': { maxWidth: 'none', padding: 0 },
  },
});

/** Navigation above, one view below; beside a meeting there is room for the view alone. */
export function Frame({
  ready,
  inMeeting,
  chat,
}: {
  ready: () => void;
  inMeeting: boolean;
  /** Of the meeting it is shown beside. */
  chat: string | undefined;
}) {
  const me = useMe();
  const route = useRoute();
  const styles = useStyles();
  const settled = me.isSuccess || me.isError;
  useEffect(() => {
    if (settled) ready();
  }, [settled, ready]);

  if (me.isPending) {
    return (
      <main className={styles.main}>
        <LoadingView what="your schools" />
      </main>
    );
  }
  if (me.isError) {
    return (
      <main className={styles.main}>
        <Problem problem={me.error} again={() => me.refetch()} />
      </main>
    );
  }
  return (
    <>
      {!inMeeting && <Navigation me={me.data} route={route} />}
      <Offline />
      <main className={styles.main}>
        <ErrorBoundary place={addressOf(route)}>
          <Suspense fallback={<LoadingView what="the page" />}>{viewOf(route, me.data, chat)}</Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

function viewOf(route: Route, me: MeView, chat: string | undefined): ReactNode {
  switch (route.view) {
    case 'overview':
      return <Overview me={me} part={route.part} />;
    case 'schools':
      return <SchoolList me={me} />;
    case 'school':
      return <SchoolPage key={route.urn} urn={route.urn} me={me} />;
    case 'page':
      return <OnAPage key={route.urn} urn={route.urn} halfTerm={route.halfTerm} />;
    case 'analysis':
      return route.urn === undefined ? (
        <TrustAnalysis key={route.year ?? ''} year={route.year} />
      ) : (
        <Analysis key={`${route.urn}/${route.year ?? ''}`} urn={route.urn} year={route.year} me={me} />
      );
    case 'soap': {
      const halfTerm = route.halfTerm ?? me.halfTerm?.id;
      if (halfTerm === undefined) return <BetweenYears />;
      return <SoapForm key={`${halfTerm}/${route.urn}`} urn={route.urn} halfTerm={halfTerm} />;
    }
    case 'history':
      return <History key={`${route.halfTerm}/${route.urn}`} urn={route.urn} halfTerm={route.halfTerm} />;
    case 'returns': {
      const halfTerm = route.halfTerm ?? me.halfTerm?.id;
      return halfTerm === undefined ? <BetweenYears /> : <Collecting key={halfTerm} halfTerm={halfTerm} />;
    }
    case 'categories': {
      const halfTerm = route.halfTerm ?? me.halfTerm?.id;
      return halfTerm === undefined ? <BetweenYears /> : <Categories key={halfTerm} halfTerm={halfTerm} />;
    }
    case 'years':
      return <CategoryYears />;
    case 'targets': {
      const { year, urn } = route;
      return (
        <Targets key={addressOf(route)} {...(year ? { year } : {})} {...(urn ? { urn } : {})} name={me.person.name} />
      );
    }
    case 'meetings': {
      const year = route.year ?? me.halfTerm?.year;
      return year === undefined ? <BetweenYears /> : <Meetings key={year} year={year} part={route.part} me={me} />;
    }
    case 'meeting':
      return <Meeting key={route.meeting ?? ''} meeting={route.meeting} chat={chat} me={me} />;
    case 'people':
      return <People />;
    case 'policy':
      return <Policy me={me} />;
    case 'import':
      return <Import />;
    case 'deliveries':
      return <Deliveries />;
    case 'nowhere':
      return (
        <>
          <Heading title="There is no such page" />
          <Empty title={`“${route.asked}” leads nowhere.`}>
            The link may be old. <a href={addressOf({ view: 'overview' })}>Go to the overview</a>
          </Empty>
        </>
      );
  }
}

function BetweenYears() {
  return (
    <>
      <Heading title="No half term is planned" />
      <Empty title="The trust's policy has no term dates for this time yet.">
        Term dates are part of the policy. As soon as the next academic year stands in it, this page fills itself.
      </Empty>
    </>
  );
}
