import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PageGroups } from '@owls/policy';
import { changeWords, counted, figureText, roundText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { SilentFigure } from '../shell/SilentFigure.tsx';
import { usePageTable } from './use-page-table.ts';

const useStyles = makeStyles({
  fixed: {
    tableLayout: 'fixed',
    '@media screen and (max-width: 860px)': { minWidth: '50em' },
  },
  name: { width: '13.5em', '@media screen and (max-width: 860px)': { width: '8em' } },
  measure: { fontSize: '0.9em' },
  size: { display: 'block', fontWeight: tokens.fontWeightRegular },
  stays: {
    '@media screen and (max-width: 860px)': {
      position: 'sticky',
      left: 0,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  cell: { display: 'inline-flex', alignItems: 'baseline', gap: '0.45em' },
});

/** Measures by pupil group, each figure with how far it is from that of all pupils; lying down, so that A4 has room. */
export function GroupsTable({ groups: { measures, rows, school } }: { groups: PageGroups }) {
  const styles = useStyles();
  const looks = usePageTable();
  return (
    <ScrollFrame label="Pupil groups">
      <table className={mergeClasses(looks.table, styles.fixed)}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(looks.head, styles.name, styles.stays)} style={{ paddingLeft: 0 }}>
              Pupil groups
            </th>
            {rows.map(({ group, name, pupils, hidden }) => (
              <th key={group} scope="col" className={looks.head}>
                {name}
                <span className={styles.size}>
                  {pupils === undefined ? <SilentFigure hidden={hidden === true} /> : counted(pupils, 'pupil')}
                </span>
              </th>
            ))}
            <th scope="col" className={looks.head}>
              All pupils
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.map(({ key, name }, at) => {
            const all = school[at]?.figure;
            return (
              <tr key={key}>
                <th scope="row" className={mergeClasses(looks.row, styles.stays, styles.measure)}>
                  {name}
                </th>
                {rows.map(({ group, hidden, cells }) => {
                  const { figure, change } = cells[at] ?? {};
                  return (
                    <td key={group} className={looks.cell}>
                      {figure === undefined ? (
                        <SilentFigure hidden={hidden === true} />
                      ) : (
                        <Figure figure={figure} change={change} all={all} />
                      )}
                    </td>
                  );
                })}
                <td className={mergeClasses(looks.cell, looks.quiet)}>
                  {all === undefined ? <SilentFigure hidden={false} /> : roundText(all)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Figure({ figure, change, all }: { figure: number; change: number | undefined; all: number | undefined }) {
  const styles = useStyles();
  const looks = usePageTable();
  // As they are read: both rounded, so that the distance is the one between the two figures in sight.
  const gap = all === undefined ? undefined : Math.round(figure) - Math.round(all);
  return (
    <>
      <span className={styles.cell} aria-hidden="true">
        <span className={looks.figure}>{roundText(figure)}</span>
        <span className={looks.small}>{gap === undefined ? '' : signed(gap)}</span>
      </span>
      <span className={looks.unseen}>
        {[
          `${figureText(figure)}%`,
          ...(gap === undefined ? [] : [besideAll(gap)]),
          ...(change === undefined ? [] : [changeWords(change)]),
        ].join(', ')}
      </span>
    </>
  );
}

function signed(gap: number): string {
  if (gap === 0) return '=';
  return gap > 0 ? `+${gap}` : `−${-gap}`;
}

function besideAll(gap: number): string {
  if (gap === 0) return 'as all pupils';
  return `${Math.abs(gap)} ${Math.abs(gap) === 1 ? 'point' : 'points'} ${gap > 0 ? 'above' : 'below'} all pupils`;
}
