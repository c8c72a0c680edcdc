import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { instantText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useDeliveries, useRowProblems, type Wave } from './queries.ts';
import { UndeliveredRow } from './UndeliveredRow.tsx';
import { kindText, openOnes } from './words.ts';

const PAGE = 20;

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    alignItems: 'start',
  },
  words: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What was sent, what did not simply arrive, and list rows that can't be read. */
export default function Deliveries() {
  const styles = useStyles();
  const { data, isPending, error, refetch } = useDeliveries();
  const [page, setPage] = useState(0);
  const [wavePage, setWavePage] = useState(0);
  if (isPending) return <LoadingView what="the deliveries" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  const open = openOnes(data.undelivered);
  return (
    <>
      <Heading title="Deliveries" about="What the bot sent, and what needs a hand." asOf={data.asOf} />
      <div className={styles.page}>
        <Section
          title="Did not simply arrive"
          aside={open.length > 0 && <Text>{counted(open.length, 'message')}</Text>}
        >
          {open.length === 0 ? (
            <Empty title="Everything arrived.">
              A message that could not be delivered, or of which Teams never told whether it was, shows here.
            </Empty>
          ) : (
            <ul className={styles.list}>
              {pageOf(open, page, PAGE).map((row) => (
                <UndeliveredRow key={row.key} row={row} />
              ))}
            </ul>
          )}
          <Pager page={page} size={PAGE} total={open.length} what="message" go={setPage} />
        </Section>
        <RowProblems />
        <Section title="Sent">
          {data.waves.length === 0 ? (
            <Empty title="Nothing has been sent yet." />
          ) : (
            <ul className={styles.list}>
              {pageOf(data.waves, wavePage, PAGE).map((wave) => (
                <WaveRow key={wave.key} wave={wave} />
              ))}
            </ul>
          )}
          <Pager page={wavePage} size={PAGE} total={data.waves.length} what="wave" go={setWavePage} />
        </Section>
      </div>
    </>
  );
}

function WaveRow({ wave }: { wave: Wave }) {
  const styles = useStyles();
  const off = [
    ...(wave.unreachable > 0 ? [`${wave.unreachable} could not be reached`] : []),
    ...(wave.unknown > 0 ? [`${wave.unknown} of unknown outcome`] : []),
  ];
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Text>
          {kindText(wave.kind)}:{' '}
          {wave.state === 'done' ? `${wave.sent} of ${wave.count} sent` : `${wave.count} being sent`}
          {off.length > 0 && `, ${off.join(', ')}`}
        </Text>
        <Text size={200} className={styles.quiet}>
          {instantText(wave.finishedAt ?? wave.claimedAt)}
        </Text>
      </div>
      <Badge appearance="tint" color={wave.state === 'done' ? (off.length > 0 ? 'warning' : 'success') : 'brand'}>
        {wave.state === 'done' ? (off.length > 0 ? 'Done with gaps' : 'Done') : 'On its way'}
      </Badge>
    </li>
  );
}

function RowProblems() {
  const styles = useStyles();
  const { data, error, refetch } = useRowProblems();
  if (error && !data) return <Problem problem={error} again={() => refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <Section
      title="Rows to mend in SharePoint"
      about="Somebody edited these rows into something that can't be read. They count as not there until they are mended; nothing is deleted."
    >
      <ul className={styles.list}>
        {data.map((row) => (
          <li key={`${row.list} ${row.itemId} ${row.column}`} className={styles.row}>
            <div className={styles.words}>
              <Text>{row.says}</Text>
              <Text size={200} className={styles.quiet}>
                List “{row.list}”, item {row.itemId}, column “{row.column}”, {row.key}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
