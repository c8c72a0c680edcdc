import { Checkbox, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { DashboardView } from '@owls/policy';
import { useMemo, useState } from 'react';
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

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  search: { minWidth: '12rem', flexGrow: 1, maxWidth: '20rem' },
  select: { minWidth: '10rem' },
});

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
        <div className={styles.tools}>
          <Input
            type="search"
            className={styles.search}
            placeholder="Find a school"
            aria-label="Find a school in the map"
            value={asked.search}
            onChange={(_, { value }) => ask({ search: value })}
          />
          {clusters.length > 1 && (
            <Select
              className={styles.select}
              aria-label="Cluster"
              value={asked.cluster}
              onChange={(_, { value }) => ask({ cluster: value })}
            >
              <option value="">All clusters</option>
              {clusters.map((cluster) => (
                <option key={cluster}>{cluster}</option>
              ))}
            </Select>
          )}
          <Checkbox
            label="Only schools with a figure of concern"
            checked={asked.concernsOnly}
            onChange={(_, { checked }) => ask({ concernsOnly: checked === true })}
          />
        </div>
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
