import { makeStyles, Text } from '@fluentui/react-components';
import type { DashboardView } from '@owls/policy';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { useSchools } from '../shell/queries.ts';
import { Section } from '../shell/Section.tsx';
import { HeatLegend } from './HeatLegend.tsx';
import { HeatTable } from './HeatTable.tsx';
import { type HeatAsked, heatRows } from './heat-order.ts';

/** Schools on a page of the map: more than most trusts have, few enough to draw at once. */
const PAGE = 25;
/** From so many schools on, a search is worth its place. */
const SEARCH_FROM = 8;

// Keeps the tools' room while they are on their way, so that the map does not jump.
const useStyles = makeStyles({ tools: { minHeight: '32px' } });

const HeatTools = lazy(() => import('./HeatTools.tsx'));

const EVERYTHING: HeatAsked = { search: '', cluster: '', concernsOnly: false, sort: { by: 'name', down: false } };

/** Every school by every measure: the newest committed figure, its band and its change. */
export function HeatMap({
  given,
  halfTerm,
  className,
}: {
  given: DashboardView['heatMap'];
  halfTerm: string;
  className: string;
}) {
  const styles = useStyles();
  const schools = useSchools().data;
  const [asked, setAsked] = useState(EVERYTHING);
  const [page, setPage] = useState(0);
  const clusterOf = useMemo(() => new Map(schools?.map((each) => [each.urn, each.cluster])), [schools]);
  const clusters = useMemo(() => [...new Set(clusterOf.values())].filter((each) => each !== '').sort(), [clusterOf]);
  const rows = useMemo(() => heatRows(given.rows, asked, clusterOf), [given.rows, asked, clusterOf]);
  const ask = (change: Partial<HeatAsked>) => {
    setAsked({ ...asked, ...change });
    setPage(0);
  };
  return (
    <Section
      title="Schools by measure"
      about="Pupils on track, in per cent of those on roll; the newest figures each school has returned."
      aside={<HeatLegend />}
      className={className}
    >
      {given.rows.length >= SEARCH_FROM && (
        <Suspense fallback={<div className={styles.tools} />}>
          <HeatTools asked={asked} clusters={clusters} ask={ask} />
        </Suspense>
      )}
      {rows.length === 0 ? (
        <Text>No school fits. Change the search, or show all clusters.</Text>
      ) : (
        <HeatTable
          measures={given.measures}
          rows={pageOf(rows, page, PAGE)}
          trust={given.trust}
          halfTerm={halfTerm}
          sort={asked.sort}
          sortBy={(sort) => ask({ sort })}
        />
      )}
      <Pager page={page} size={PAGE} total={rows.length} what="school" go={setPage} />
    </Section>
  );
}
