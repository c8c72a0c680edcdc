import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { HistoryEntry, HistoryView } from '@owls/policy';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { halfTermText, instantText } from '../shell/dates.ts';
import { download } from '../shell/download.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { historyCsv } from './history-csv.ts';

const useStyles = makeStyles({
  back: { color: tokens.colorBrandForegroundLink, display: 'inline-block', marginBottom: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, 12rem) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  changes: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const THROUGH: Readonly<Record<HistoryEntry['through'], string>> = {
  card: 'in chat',
  tab: 'in the tab',
  import: 'by an import',
  system: 'by the service',
};

/** Who changed what about a school in a half term, to read and to take away. */
export default function History({ urn, halfTerm }: { urn: string; halfTerm: string }) {
  const styles = useStyles();
  const api = useApi();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['history', halfTerm, urn],
    queryFn: () => api.get<HistoryView>(`/api/history/${halfTerm}/${encodeURIComponent(urn)}`),
  });
  if (isPending) return <LoadingView what="the history" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return (
    <>
      <a href={addressOf({ view: 'school', urn })} className={styles.back}>
        ‹ {data.school.name}
      </a>
      <Heading title={`History of ${data.school.name}`} about={halfTermText(halfTerm)} asOf={data.asOf}>
        {data.entries.length > 0 && <Button onClick={() => takeAway(data)}>Download as CSV</Button>}
      </Heading>
      {data.unreadable > 0 && (
        <Notice intent="warning">
          {counted(data.unreadable, 'row')} of the audit can't be read: somebody edited{' '}
          {data.unreadable === 1 ? 'it' : 'them'} in SharePoint.
        </Notice>
      )}
      {data.entries.length === 0 ? (
        <Empty title="Nothing has been done yet.">Every figure, text and judgement that changes shows here.</Empty>
      ) : (
        <Section title="Who changed what" about="The newest first.">
          <ol className={styles.list}>
            {data.entries.map((entry) => (
              <Entry key={`${entry.at} ${entry.by} ${entry.did}`} entry={entry} />
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const styles = useStyles();
  const { at, by, through, did, why, changes } = entry;
  return (
    <li className={styles.row}>
      <Text size={200} className={styles.quiet}>
        <time dateTime={at}>{instantText(at)}</time>
      </Text>
      <div className={styles.words}>
        <Text>
          <strong>{did}</strong>{' '}
          <span className={styles.quiet}>
            {by}, {THROUGH[through]}
          </span>
        </Text>
        {why && <Text size={200}>“{why}”</Text>}
        {changes.length > 0 && (
          <ul className={styles.changes}>
            {changes.map(({ what, from, to }) => (
              <li key={what}>
                <Text size={200}>
                  {what}: {from === '' ? 'nothing' : from} → {to === '' ? 'nothing' : to}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function takeAway(view: HistoryView): void {
  const file = new Blob([historyCsv(view)], { type: 'text/csv' });
  download(file, `history-${view.school.urn}-${view.halfTerm.replace('/', '-')}.csv`);
}
