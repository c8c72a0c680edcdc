import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MatrixCategory, MatrixRow, SeenInspection } from '@owls/policy';
import { useEffect, useRef } from 'react';
import { shortHalfTerm } from '../schools/chart-scale.ts';
import { dateText, halfTermText } from '../shell/dates.ts';
import { SchoolLink } from '../shell/SchoolLink.tsx';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { UNSEEN } from '../shell/unseen.ts';
import { useFigureTable } from '../shell/use-figure-table.ts';
import { inspectionShort, inspectionWords } from './inspection-words.ts';
import { countsIn, yearsOver } from './years.ts';

const useStyles = makeStyles({
  frame: { maxHeight: '75vh', '@media print': { maxHeight: 'none' } },
  name: { minWidth: '10rem', maxWidth: '20rem', zIndex: 1, '@media (max-width: 640px)': { minWidth: '8rem' } },
  head: { position: 'sticky', top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
  corner: { left: 0, zIndex: 3, textAlign: 'left' },
  begins: { borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  code: {
    display: 'inline-block',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid transparent',
    whiteSpace: 'nowrap',
  },
  up: { color: tokens.colorStatusSuccessForeground3, fontWeight: tokens.fontWeightSemibold },
  down: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  graded: { border: '1px solid currentColor' },
  seen: {
    display: 'block',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  risk: { backgroundColor: tokens.colorPaletteRedBackground1 },
  total: {
    '& > td': { backgroundColor: tokens.colorNeutralBackground3 },
    '& > th': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  unseen: UNSEEN,
});

const MOVES = { up: '▲ ', down: '▼ ', same: '', new: '' } as const;

/** Schools down, half terms across under their academic years; what moved and who was inspected is marked. */
export function YearsTable({
  halfTerms,
  shown,
  all,
}: {
  halfTerms: readonly string[];
  shown: readonly MatrixRow[];
  /** Those that are counted above the schools, on this page or not. */
  all: readonly MatrixRow[];
}) {
  const styles = useStyles();
  const looks = useFigureTable();
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    // The newest half term is what people look for first.
    const frame = table.current?.parentElement;
    if (frame) frame.scrollLeft = frame.scrollWidth;
  }, []);
  const begins = (id: string, at: number) => at > 0 && id.split('/')[0] !== halfTerms[at - 1]?.split('/')[0];
  return (
    <ScrollFrame label="Categories by school and half term" className={styles.frame}>
      <table ref={table} className={looks.table}>
        <thead className={styles.head}>
          <tr>
            <th scope="col" rowSpan={2} className={mergeClasses(looks.head, styles.head, styles.corner)}>
              School
            </th>
            <th scope="col" rowSpan={2} className={looks.head}>
              Inspected before
            </th>
            {yearsOver(halfTerms).map(({ year, count }, at) => (
              <th
                key={year}
                scope="colgroup"
                colSpan={count}
                className={mergeClasses(looks.head, at > 0 && styles.begins)}
              >
                {year}
              </th>
            ))}
          </tr>
          <tr>
            {halfTerms.map((id, at) => (
              <th key={id} scope="col" className={mergeClasses(looks.head, begins(id, at) && styles.begins)}>
                <span aria-hidden="true">{shortHalfTerm(id)[0]}</span>
                <span className={styles.unseen}>{halfTermText(id)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['up', 'down', 'atRisk'] as const).map((what) => (
            <tr key={what} className={styles.total}>
              <th scope="row" className={mergeClasses(looks.row, styles.name)}>
                {{ up: 'Moved up', down: 'Moved down', atRisk: 'At risk' }[what]}
              </th>
              <td className={looks.cell} />
              {halfTerms.map((id, at) => (
                <td key={id} className={mergeClasses(looks.cell, begins(id, at) && styles.begins)}>
                  {countsIn(all, id)[what]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tbody>
          {shown.map((row) => (
            <tr key={row.urn}>
              <th scope="row" className={mergeClasses(looks.row, styles.name)}>
                <SchoolLink urn={row.urn} name={row.name} />
                {row.left && <span className={styles.quiet}> left {dateText(row.left)}</span>}
              </th>
              <td className={mergeClasses(looks.cell, styles.quiet)}>
                {row.before && <Inspected seen={row.before} withDate />}
              </td>
              {halfTerms.map((id, at) => (
                <td key={id} className={mergeClasses(looks.cell, begins(id, at) && styles.begins)}>
                  <Category given={row.categories[id]} />
                  {row.inspections[id]?.map((seen) => (
                    <Inspected key={`${seen.on} ${seen.kind}`} seen={seen} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Category({ given }: { given: MatrixCategory | undefined }) {
  const styles = useStyles();
  if (!given) {
    return (
      <>
        <span aria-hidden="true" className={styles.quiet}>
          –
        </span>
        <span className={styles.unseen}>no category</span>
      </>
    );
  }
  const { code, move, was, within, atRisk } = given;
  return (
    <span
      className={mergeClasses(
        styles.code,
        move === 'up' && styles.up,
        move === 'down' && styles.down,
        within === 'grades' && styles.graded,
        atRisk && styles.risk,
      )}
    >
      <span aria-hidden="true">{MOVES[move]}</span>
      {code}
      {was && (
        <span className={styles.unseen}>
          , {move} from {was}
        </span>
      )}
      {within === 'grades' && <span className={styles.unseen}>, the Ofsted grade changed</span>}
    </span>
  );
}

function Inspected({ seen, withDate = false }: { seen: SeenInspection; withDate?: boolean }) {
  const styles = useStyles();
  return (
    <span className={styles.seen} title={inspectionWords(seen)}>
      <span aria-hidden="true">
        {inspectionShort(seen)}
        {withDate && `, ${dateText(seen.on)}`}
      </span>
      <span className={styles.unseen}>, {inspectionWords(seen)}</span>
    </span>
  );
}
