import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { NamedTrustTarget, YearGroup } from '@owls/policy';
import { YEAR_GROUPS, yearName } from '@owls/policy';
import { roundText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'center',
    verticalAlign: 'bottom',
    padding: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    minWidth: '4.5rem',
  },
  row: {
    position: 'sticky',
    left: 0,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    minWidth: '7rem',
  },
  cell: {
    textAlign: 'center',
    whiteSpace: 'nowrap',
    padding: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  least: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  part: { color: tokens.colorNeutralForeground3 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The trust's targets at a glance: a measure a row, a year group a column, the minimum beneath the figure to aim for. */
export function TrustTable({ targets }: { targets: readonly NamedTrustTarget[] }) {
  const styles = useStyles();
  const known = targets.filter(({ figures }) => figures);
  const years = YEAR_GROUPS.filter((year) => known.some(({ yearGroup }) => yearGroup === year));
  const columns: readonly (YearGroup | undefined)[] = [
    ...years,
    ...(known.some(({ yearGroup }) => yearGroup === undefined) ? [undefined] : []),
  ];
  const measures = [...new Map(known.map(({ measure, measureName }) => [measure, measureName]))];
  return (
    <ScrollFrame label="The trust's targets, by measure and year group">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.row)}>
              Measure
            </th>
            {columns.map((year) => (
              <th key={year ?? 'school'} scope="col" className={styles.head}>
                {year ? yearName(year) : 'Whole school'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(([measure, name]) => (
            <tr key={measure}>
              <th scope="row" className={styles.row}>
                {name}
              </th>
              {columns.map((year) => (
                <td key={year ?? 'school'} className={styles.cell}>
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
