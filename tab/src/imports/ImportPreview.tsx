import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ImportPlan } from '@owls/policy';
import { useState } from 'react';
import { MISSING_WORDS } from '../schools/PublishedResults.tsx';
import { counted } from '../shell/figures.ts';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { missingCounts } from './missing-counts.ts';

const PAGE = 20;

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(9rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  tile: {
    display: 'grid',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, padding: `${tokens.spacingVerticalXS} 0` },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** What an import would do: counts first, then every change and every row that can't be used. */
export function ImportPreview({ plan }: { plan: ImportPlan }) {
  const styles = useStyles();
  const tiles: readonly (readonly [string, number, boolean])[] = [
    ['Schools new', plan.create.length, false],
    ['Schools changed', plan.update.length, false],
    ['Schools as they are', plan.unchanged, false],
    ['Results new or changed', plan.results.length, false],
    ['Rows with a problem', plan.problems.length, plan.problems.length > 0],
  ];
  const missing = missingCounts(plan.results);
  return (
    <>
      <ul className={styles.tiles}>
        {tiles.map(([words, count, bad]) => (
          <li key={words} className={styles.tile}>
            <Text size={600} weight="semibold" className={bad ? styles.bad : undefined}>
              {count.toLocaleString('en-GB')}
            </Text>
            <Text size={200} className={styles.quiet}>
              {words}
            </Text>
          </li>
        ))}
      </ul>
      <Rows
        title={`${counted(plan.problems.length, 'row')} with a problem`}
        heads={['File', 'Row', 'Column', 'What to do']}
        rows={plan.problems.map(({ file, row, column, says }) => [
          file === 'schools' ? 'Schools' : 'Results',
          String(row),
          column ?? '–',
          says,
        ])}
        open
      />
      <Rows
        title={`${counted(plan.create.length, 'new school')}`}
        heads={['URN', 'Name', 'Phase', 'Ofsted']}
        rows={plan.create.map(({ urn, name, phase, ofsted }) => [
          urn,
          name,
          phase,
          ofsted ? String(ofsted.grade) : 'not known',
        ])}
      />
      <Rows
        title={`${counted(plan.update.length, 'changed school')}`}
        heads={['School', 'Field', 'Now', 'Then']}
        rows={plan.update.flatMap(({ school, changes }) =>
          changes.map(({ field, from, to }) => [school.name, field, from === '' ? 'empty' : from, to]),
        )}
      />
      {missing.length > 0 && (
        <div>
          <Text weight="semibold">Figures that are not published</Text>
          <ul className={styles.list}>
            {missing.map(({ reason, count }) => (
              <li key={reason}>
                <Text>
                  {counted(count, 'figure')}: {MISSING_WORDS[reason]} They are kept as such, never as nought.
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Rows({
  title,
  heads,
  rows,
  open = false,
}: {
  title: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  open?: boolean;
}) {
  const styles = useStyles();
  const [page, setPage] = useState(0);
  if (rows.length === 0) return null;
  return (
    <details open={open}>
      <summary className={styles.summary}>{title}</summary>
      <ScrollFrame label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={styles.cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pageOf(rows, page, PAGE).map((cells) => (
              <tr key={cells.join('|')}>
                {cells.map((cell, index) => (
                  <td key={heads[index]} className={styles.cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <Pager page={page} size={PAGE} total={rows.length} what="row" go={setPage} />
    </details>
  );
}
