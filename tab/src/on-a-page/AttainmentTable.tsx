import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PageCell, PageTable } from '@owls/policy';
import { yearName } from '@owls/policy';
import { changeMark, changeWords, figureText, roundText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { PROGRESS_WORDS, ProgressMark, shownProgress } from './ProgressMark.tsx';
import { Sparkline } from './Sparkline.tsx';
import { reachOf } from './sparkline.ts';
import { usePageTable } from './use-page-table.ts';

const useStyles = makeStyles({
  fixed: {
    tableLayout: 'fixed',
    '@media screen and (max-width: 860px)': { minWidth: '50em' },
  },
  year: { width: '6.5em', whiteSpace: 'nowrap' },
  pupils: { width: '3.6em' },
  // On a narrow screen the figures have the room, and the names stay in sight while they scroll by.
  name: { '@media screen and (max-width: 860px)': { fontSize: '0.76em' } },
  stays: {
    '@media screen and (max-width: 860px)': {
      position: 'sticky',
      left: 0,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  moved: { display: 'inline-flex', '@media screen and (max-width: 860px)': { display: 'none' } },
  cell: { display: 'flex', alignItems: 'center', gap: '0.25em' },
  figures: { display: 'inline-flex', alignItems: 'baseline', gap: '0.25em', minWidth: '3.7em' },
  off: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorPaletteRedBorderActive}`,
    // Kept on paper and in greyscale, where it is a grey ground with a dark edge.
    printColorAdjust: 'exact',
    '@media print': { backgroundColor: '#e6e6e6', boxShadow: 'inset 2.5pt 0 0 #000000' },
  },
  offMark: { color: tokens.colorPaletteRedForeground1, '@media print': { color: '#000000' } },
  mark: { color: tokens.colorNeutralForeground2, display: 'inline-flex', width: '0.8em', flexShrink: 0 },
});

/** Year groups by measure: each figure with its mark, its change and the way it moved, target and minimum drawn in. */
export function AttainmentTable({ table }: { table: PageTable }) {
  const styles = useStyles();
  const looks = usePageTable();
  return (
    <ScrollFrame label={table.title}>
      <table className={mergeClasses(looks.table, styles.fixed)}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(looks.head, styles.year, styles.stays)} style={{ paddingLeft: 0 }}>
              {table.title}
            </th>
            <th scope="col" className={mergeClasses(looks.head, styles.pupils)}>
              Pupils
            </th>
            {table.measures.map(({ key, name }) => (
              <th key={key} scope="col" className={mergeClasses(looks.head, styles.name)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ year, pupils, cells: mine }) => (
            <tr key={year}>
              <th scope="row" className={mergeClasses(looks.row, styles.stays)}>
                {yearName(year)}
              </th>
              <td className={mergeClasses(looks.cell, looks.quiet)}>{pupils}</td>
              {table.measures.map(({ key }, at) => {
                const cell = mine[at];
                const off = cell?.progress === 'off track';
                return (
                  <td key={key} className={mergeClasses(looks.cell, off && styles.off)}>
                    {cell ? <Figure cell={cell} /> : <span className={looks.unseen}>not asked</span>}
                  </td>
                );
              })}
            </tr>
          ))}
          {table.all.length > 0 && (
            <tr>
              <th scope="row" className={mergeClasses(looks.row, styles.stays)}>
                All
              </th>
              <td className={looks.cell} />
              {table.all.map(({ measure, figure }) => (
                <td key={measure} className={mergeClasses(looks.cell, looks.quiet)}>
                  <span className={styles.cell}>
                    <span className={styles.mark} />
                    {figure === undefined ? '–' : roundText(figure)}
                  </span>
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Figure({ cell }: { cell: PageCell }) {
  const styles = useStyles();
  const looks = usePageTable();
  const { figure, hidden, change, line, target } = cell;
  const progress = shownProgress(cell.progress);
  const reach = reachOf(
    [...line.flatMap((point) => point.figure ?? []), ...(target ? [target.minimum, target.aspirational] : [])],
    100,
  );
  return (
    <span className={styles.cell}>
      <span className={mergeClasses(styles.mark, progress === 'off track' && styles.offMark)}>
        {progress && <ProgressMark progress={progress} />}
      </span>
      <span className={styles.figures} aria-hidden="true">
        <span className={figure === undefined ? looks.quiet : looks.figure}>
          {figure === undefined ? (hidden ? '•••' : '–') : roundText(figure)}
        </span>
        <span className={looks.small}>{change === undefined ? '' : changeMark(change)}</span>
      </span>
      <span className={styles.moved}>
        <Sparkline line={line} reach={reach} target={target} />
      </span>
      <span className={looks.unseen}>{wordsOf(cell)}</span>
    </span>
  );
}

/** All of a cell for those who hear it. */
function wordsOf({ figure, hidden, change, target, progress }: PageCell): string {
  if (hidden) return 'hidden, too few pupils';
  const shown = shownProgress(progress);
  return [
    figure === undefined ? 'no figure given' : `${figureText(figure)}%`,
    ...(change === undefined ? [] : [changeWords(change)]),
    ...(shown ? [PROGRESS_WORDS[shown]] : []),
    ...(target ? [`minimum ${target.minimum}%`, `target ${target.aspirational}%`] : []),
  ].join(', ');
}
