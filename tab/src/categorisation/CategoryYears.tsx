import { Button, Checkbox, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { CategoryMatrixView } from '@owls/policy';
import { useState } from 'react';
import { phaseText } from '../schools/SchoolList.tsx';
import { download } from '../shell/download.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { useCategoryYears } from './queries.ts';
import { YearsTable } from './YearsTable.tsx';
import { inspectionsOf, type Wanted, wantedRows, yearsCsv } from './years.ts';

const PAGE = 50;
/** More than this is shown when somebody asks for it. */
const TOLD = 8;

const useStyles = makeStyles({
  back: { color: tokens.colorBrandForegroundLink, display: 'inline-block', marginBottom: tokens.spacingVerticalS },
  page: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  search: { flexGrow: 1, maxWidth: '24rem', minWidth: '12rem' },
  more: { justifySelf: 'start' },
  seen: {
    '& a': { color: tokens.colorBrandForegroundLink },
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
});

/** Every school's categories over the years, with moves and inspections, to look through and to take away. */
export default function CategoryYears() {
  const styles = useStyles();
  const { data, isPending, error, refetch } = useCategoryYears();
  if (isPending) return <LoadingView what="the categories" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return (
    <>
      <a href={addressOf({ view: 'categories' })} className={styles.back}>
        ‹ This half term's categories
      </a>
      {data.schools.length === 0 ? (
        <>
          <Heading title="Categories over the years" asOf={data.asOf} />
          <Empty title="No school's category is open to you." />
        </>
      ) : (
        <Matrix view={data} />
      )}
    </>
  );
}

function Matrix({ view }: { view: CategoryMatrixView }) {
  const styles = useStyles();
  const [wanted, setWanted] = useState<Wanted>({ name: '', cluster: '', phase: '', movedOnly: false });
  const [page, setPage] = useState(0);
  const [tellAll, setTellAll] = useState(false);
  const rows = wantedRows(view.schools, wanted);
  const shown = pageOf(rows, page, PAGE);
  const look = (change: Partial<Wanted>) => {
    setWanted({ ...wanted, ...change });
    setPage(0);
  };
  const clusters = [...new Set(view.schools.map(({ cluster }) => cluster))].filter((one) => one !== '').sort();
  const phases = [...new Set(view.schools.map(({ phase }) => phase))].sort();
  const inspected = shown.flatMap((row) => inspectionsOf(row, view.halfTerms).map((says) => ({ row, says })));
  return (
    <>
      <Heading
        title="Categories over the years"
        about={`${counted(view.schools.length, 'school')}, ${counted(view.halfTerms.length, 'half term')}`}
        asOf={view.asOf}
      >
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() =>
            download(new Blob([yearsCsv(view.halfTerms, rows)], { type: 'text/csv' }), 'categories-over-the-years.csv')
          }
        >
          Download as CSV
        </Button>
      </Heading>
      <div className={styles.page}>
        <Section
          title="Validated categories"
          about="▲ up, ▼ down since the last one; framed where the Ofsted grade changed."
        >
          <div className={styles.tools}>
            <Input
              type="search"
              className={styles.search}
              placeholder="Find a school by name or URN"
              aria-label="Find a school by name or URN"
              value={wanted.name}
              onChange={(_, { value }) => look({ name: value })}
            />
            {clusters.length > 1 && (
              <Select aria-label="Cluster" value={wanted.cluster} onChange={(_, { value }) => look({ cluster: value })}>
                <option value="">All clusters</option>
                {clusters.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </Select>
            )}
            {phases.length > 1 && (
              <Select aria-label="Phase" value={wanted.phase} onChange={(_, { value }) => look({ phase: value })}>
                <option value="">All phases</option>
                {phases.map((each) => (
                  <option key={each} value={each}>
                    {phaseText(each)}
                  </option>
                ))}
              </Select>
            )}
            <Checkbox
              label="Only those that moved"
              checked={wanted.movedOnly}
              onChange={(_, { checked }) => look({ movedOnly: checked === true })}
            />
          </div>
          {rows.length === 0 ? (
            <Text role="status">No school fits. Try a part of its name, or another cluster or phase.</Text>
          ) : (
            <YearsTable halfTerms={view.halfTerms} shown={shown} all={rows} />
          )}
          <Pager page={page} size={PAGE} total={rows.length} what="school" go={setPage} />
        </Section>
        {inspected.length > 0 && (
          <Section title="What inspectors said" about="Of the schools above, in the half terms shown.">
            <ul className={styles.seen}>
              {inspected.slice(0, tellAll ? undefined : TOLD).map(({ row, says }) => (
                <li key={`${row.urn} ${says}`}>
                  <a href={addressOf({ view: 'school', urn: row.urn })}>{row.name}</a>, {says}
                </li>
              ))}
            </ul>
            {!tellAll && inspected.length > TOLD && (
              <Button className={styles.more} onClick={() => setTellAll(true)}>
                Show all {inspected.length}
              </Button>
            )}
          </Section>
        )}
      </div>
    </>
  );
}
