import { makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { MeView } from '@owls/policy';
import { halfTermText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { AsOf, Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Attention } from './Attention.tsx';
import { CategoryMatrix } from './CategoryMatrix.tsx';
import { Collection } from './Collection.tsx';
import { HeatMap } from './HeatMap.tsx';
import { NextMeetings } from './NextMeetings.tsx';
import { useDashboard } from './queries.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    alignItems: 'stretch',
  },
  main: { gridColumn: 'span 7', '@media (max-width: 960px)': { gridColumn: '1 / -1' } },
  side: { gridColumn: 'span 5', '@media (max-width: 960px)': { gridColumn: '1 / -1' } },
  wide: { gridColumn: '1 / -1' },
  stack: { display: 'grid', gap: tokens.spacingHorizontalL, gridTemplateRows: 'auto 1fr', minWidth: 0 },
  second: { display: 'grid', gap: tokens.spacingVerticalXXS, marginBottom: tokens.spacingVerticalL },
});

const LOOKS_AFTER = ['soap.nudge', 'soap.check', 'collection.close'];

/** The trust at a glance: what needs the reader first, then who has returned, every school by measure, categories, and what is next. */
export function Dashboard({
  trust,
  first,
  part,
  may,
}: {
  trust: string;
  first: boolean;
  /** A part of the dashboard that a link asked for. */
  part: 'collection' | undefined;
  may: MeView['may'];
}) {
  const styles = useStyles();
  const { data, isPending, error, refetch } = useDashboard();
  if (isPending) return <LoadingView what="the trust's figures" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  const title = first ? trust : `All of ${trust}`;
  const about = halfTermText(data.halfTerm.id);
  return (
    <div>
      {first ? (
        <Heading title={title} about={about} asOf={data.asOf} />
      ) : (
        <div className={styles.second}>
          <Subtitle1 as="h2">{title}</Subtitle1>
          <Text>{about}</Text>
          <AsOf at={data.asOf} />
        </div>
      )}
      {error && <Problem problem={error} again={() => refetch()} />}
      {data.collection.total === 0 ? (
        <Empty title="There are no schools yet.">
          Import the trust's schools from the government's register, and this page fills itself as heads return their
          figures. {may.import && <a href={addressOf({ view: 'import' })}>Import schools</a>}
        </Empty>
      ) : (
        <div className={styles.grid}>
          <div className={mergeClasses(styles.main, styles.stack)}>
            <Attention given={data.attention} />
            <NextMeetings given={data.next.slice(0, 3)} now={data.asOf} />
          </div>
          <Collection
            given={data.collection}
            now={data.asOf}
            className={styles.side}
            wanted={part === 'collection'}
            mayLookAfter={LOOKS_AFTER.some((action) => may[action])}
          />
          <HeatMap given={data.heatMap} halfTerm={data.halfTerm.id} className={styles.wide} />
          <CategoryMatrix given={data.categories} className={styles.wide} />
        </div>
      )}
    </div>
  );
}
