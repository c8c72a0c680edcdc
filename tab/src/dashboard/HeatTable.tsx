import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DashboardView, HeatCell } from '@owls/policy';
import { halfTermText } from '../shell/dates.ts';
import { SchoolLink } from '../shell/SchoolLink.tsx';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { type HeatRow, type HeatSort, sortedBy } from './heat-order.ts';

const useStyles = makeStyles({
  tall: { maxHeight: '85vh' },
  table: { borderCollapse: 'separate', borderSpacing: '3px', width: '100%', fontSize: tokens.fontSizeBase300 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    padding: 0,
    verticalAlign: 'bottom',
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: '3.25rem',
  },
  sort: {
    width: '100%',
    border: 'none',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    overflowWrap: 'break-word',
    hyphens: 'auto',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  left: { textAlign: 'left' },
  name: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    minWidth: '10.5rem',
    maxWidth: '20rem',
    '@media (max-width: 640px)': { minWidth: '7.5rem', maxWidth: '7.5rem', fontSize: tokens.fontSizeBase200 },
  },
  corner: { zIndex: 3, left: 0 },
  from: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  targets: {
    minWidth: '5.5rem',
    maxWidth: '6rem',
    padding: tokens.spacingHorizontalS,
    textAlign: 'center',
    verticalAlign: 'top',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  plainHead: {
    padding: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  foot: { position: 'sticky', bottom: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
});

/** From so many rows on, the map scrolls within itself so that its headings stay in sight. */
const TALL = 14;

interface Given {
  readonly measures: DashboardView['heatMap']['measures'];
  readonly rows: readonly HeatRow[];
  readonly trust: readonly HeatCell[];
  readonly halfTerm: string;
  readonly sort: HeatSort;
  readonly sortBy: (sort: HeatSort) => void;
}

/** The map itself. It scrolls inside its own frame, so that the page never does sideways. */
export function HeatTable({ measures, rows, trust, halfTerm, sort, sortBy }: Given) {
  const styles = useStyles();
  const head = (by: string, label: string, left: boolean) => (
    <th
      key={by}
      scope="col"
      className={mergeClasses(styles.head, left && styles.corner)}
      aria-sort={sort.by !== by ? 'none' : sort.down ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className={mergeClasses(styles.sort, left && styles.left)}
        onClick={() => sortBy(sortedBy(sort, by))}
      >
        {label}
        {sort.by === by && <span aria-hidden="true">{sort.down ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
  return (
    <ScrollFrame label="Figures of each school" {...(rows.length > TALL ? { className: styles.tall } : {})}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head('name', 'School', true)}
            {measures.map(({ key, name }) => head(key, name, false))}
            <th scope="col" className={mergeClasses(styles.head, styles.plainHead)}>
              Targets
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.urn}>
              <th scope="row" className={styles.name}>
                <SchoolLink urn={row.urn} name={row.name} />
                {row.from !== halfTerm && (
                  <span className={styles.from}>{row.from ? halfTermText(row.from) : 'Nothing returned yet'}</span>
                )}
              </th>
              {measures.map(({ key }) => (
                <HeatFigure key={key} cell={row.cells.find((cell) => cell.measure === key)} />
              ))}
              {index === 0 && (
                <td rowSpan={rows.length} className={styles.targets}>
                  To come: once targets are agreed, each figure is read against its own.
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot className={styles.foot}>
          <tr>
            <th scope="row" className={styles.name}>
              <strong>All schools</strong>
              <span className={styles.from}>weighted by pupils</span>
            </th>
            {measures.map(({ key }) => (
              <HeatFigure key={key} cell={trust.find((cell) => cell.measure === key)} />
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollFrame>
  );
}
