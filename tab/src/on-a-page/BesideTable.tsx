import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { BesideRow } from '@owls/policy';
import { figureText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Sparkline } from './Sparkline.tsx';
import { reachOf } from './sparkline.ts';
import { usePageTable } from './use-page-table.ts';

const useStyles = makeStyles({
  name: { whiteSpace: 'normal' },
  whole: { whiteSpace: 'nowrap' },
  right: { textAlign: 'right' },
  // On a phone the figures have the room.
  moved: { '@media screen and (max-width: 640px)': { display: 'none' } },
  apart: {
    display: 'inline-block',
    minWidth: '2.8em',
    paddingLeft: '0.4em',
    '@media screen and (max-width: 640px)': { minWidth: 0, paddingLeft: '0.2em' },
  },
});

/** Figures beside those of a year ago and England's, each with how far it is from them. */
export function BesideTable({ rows }: { rows: readonly BesideRow[] }) {
  const styles = useStyles();
  const looks = usePageTable();
  const nation = [...new Set(rows.flatMap((row) => row.nation?.year ?? []))];
  return (
    <ScrollFrame label="Beside last year and England">
      <table className={looks.table}>
        <thead>
          <tr>
            <th scope="col" className={looks.head} style={{ paddingLeft: 0 }}>
              Measure
            </th>
            <th scope="col" className={mergeClasses(looks.head, styles.right)}>
              Now
            </th>
            <th scope="col" className={mergeClasses(looks.head, styles.moved)}>
              Moved
            </th>
            <th scope="col" className={looks.head}>
              A year ago
            </th>
            <th scope="col" className={looks.head}>
              England {nation.length === 1 && <span className={styles.whole}>{nation[0]}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} row={row} nationYear={nation.length > 1} />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Row({ row, nationYear }: { row: BesideRow; nationYear: boolean }) {
  const styles = useStyles();
  const looks = usePageTable();
  const { name, unit, figure, hidden, line, yearAgo, nation } = row;
  const reach = reachOf(
    line.flatMap((point) => point.figure ?? []),
    unit === '%' ? 100 : Number.MAX_SAFE_INTEGER,
  );
  return (
    <tr>
      <th scope="row" className={mergeClasses(looks.row, styles.name)}>
        {name}
      </th>
      <td className={mergeClasses(looks.cell, styles.right)}>
        {figure === undefined ? (
          <>
            <span aria-hidden="true" className={looks.quiet}>
              {hidden ? '•••' : '–'}
            </span>
            <span className={looks.unseen}>{hidden ? 'hidden, too few pupils' : 'no figure given'}</span>
          </>
        ) : (
          <span className={looks.figure}>{shown(figure, unit)}</span>
        )}
      </td>
      <td className={mergeClasses(looks.cell, styles.moved)}>
        <Sparkline line={line} reach={reach} />
      </td>
      <td className={looks.cell}>
        <Beside figure={figure} other={yearAgo} unit={unit} />
      </td>
      <td className={looks.cell}>
        <Beside figure={figure} other={nation?.value} unit={unit} />
        {nation && nationYear && <span className={looks.small}> {nation.year}</span>}
      </td>
    </tr>
  );
}

function Beside({
  figure,
  other,
  unit,
}: {
  figure: number | undefined;
  other: number | undefined;
  unit: BesideRow['unit'];
}) {
  const styles = useStyles();
  const looks = usePageTable();
  if (other === undefined) return <span className={looks.quiet}>–</span>;
  return (
    <>
      {shown(other, unit)}
      {figure !== undefined && (
        <span className={mergeClasses(looks.small, styles.apart)}>
          <span aria-hidden="true">{signed(figure - other)}</span>
          <span className={looks.unseen}>, now {apart(figure - other)}</span>
        </span>
      )}
    </>
  );
}

function shown(value: number, unit: BesideRow['unit']): string {
  return `${figureText(value)}${unit === '%' ? '%' : ''}`;
}

/** "+3", "−1.4", or "=" for the same. */
function signed(difference: number): string {
  const rounded = Math.round(difference * 10) / 10;
  if (rounded === 0) return '=';
  return `${rounded > 0 ? '+' : '−'}${figureText(Math.abs(rounded))}`;
}

function apart(difference: number): string {
  const rounded = Math.round(difference * 10) / 10;
  if (rounded === 0) return 'the same';
  return `${figureText(Math.abs(rounded))} ${rounded > 0 ? 'above' : 'below'}`;
}
