import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { NamedTrustTarget, YearGroup } from '@owls/policy';
import { YEAR_GROUPS, yearName } from '@owls/policy';
import { roundText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { UNSEEN } from '../shell/unseen.ts';
import { useFigureTable } from '../shell/use-figure-table.ts';

const useStyles = makeStyles({
  name: { minWidth: '7rem' },
  figure: { whiteSpace: 'nowrap' },
  least: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  part: { color: tokens.colorNeutralForeground3 },
  unseen: UNSEEN,
});

/** The trust's targets at a glance: a measure a row, a year group a column, the minimum beneath the figure to aim for. */
export function TrustTable({ targets }: { targets: readonly NamedTrustTarget[] }) {
  const styles = useStyles();
  const table = useFigureTable();
  const known = targets.filter(({ figures }) => figures);
  const years = YEAR_GROUPS.filter((year) => known.some(({ yearGroup }) => yearGroup === year));
  const columns: readonly (YearGroup | undefined)[] = [
    ...years,
    ...(known.some(({ yearGroup }) => yearGroup === undefined) ? [undefined] : []),
  ];
  const measures = [...new Map(known.map(({ measure, measureName }) => [measure, measureName]))];
  return (
    <ScrollFrame label="The trust's targets, by measure and year group">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(table.head, table.row, styles.name)}>
              Measure
            </th>
            {columns.map((year) => (
              <th key={year ?? 'school'} scope="col" className={table.head}>
                {year ? yearName(year) : 'Whole school'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(([measure, name]) => (
            <tr key={measure}>
              <th scope="row" className={mergeClasses(table.row, styles.name)}>
                {name}
              </th>
              {columns.map((year) => (
                <td key={year ?? 'school'} className={mergeClasses(table.cell, styles.figure)}>
                  <Figure target={known.find((one) => one.measure === measure && one.yearGroup === year)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Figure({ target }: { target: NamedTrustTarget | undefined }) {
  const styles = useStyles();
  if (!target?.figures) return <span className={styles.unseen}>no target</span>;
  const { figures, gaps, pupils, better } = target;
  return (
    <span title={gaps.join(' ')} className={mergeClasses(gaps.length > 0 && styles.part)}>
      {roundText(figures.aspirational)}%{gaps.length > 0 && <span aria-hidden="true">*</span>}
      <span className={styles.least}>
        <span className={styles.unseen}>to aim for, </span>
        {roundText(figures.minimum)}% at {better === 'higher' ? 'least' : 'most'}
      </span>
      <span className={styles.unseen}>
        , {pupils} pupils{gaps.length > 0 && ', not all schools'}
      </span>
    </span>
  );
}
