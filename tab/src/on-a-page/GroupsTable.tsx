import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PageGroups } from '@owls/policy';
import { changeWords, figureText, roundText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { usePageTable } from './use-page-table.ts';

const useStyles = makeStyles({
  fixed: {
    tableLayout: 'fixed',
    '@media screen and (max-width: 860px)': { minWidth: '36em' },
  },
  name: { width: '9em' },
  pupils: { width: '4.5em' },
  stays: {
    '@media screen and (max-width: 860px)': {
      position: 'sticky',
      left: 0,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  cell: { display: 'inline-flex', alignItems: 'baseline', gap: '0.45em' },
});

/** Pupil groups by measure, each figure with how far it is from that of all pupils. */
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
            <th scope="col" className={mergeClasses(looks.head, styles.pupils)}>
              Pupils
            </th>
            {measures.map(({ key, name }) => (
              <th key={key} scope="col" className={looks.head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, name, pupils, hidden, cells }) => (
            <tr key={group}>
              <th scope="row" className={mergeClasses(looks.row, styles.stays)}>
                {name}
              </th>
              <td className={mergeClasses(looks.cell, looks.quiet)}>{pupils ?? <Silent hidden={hidden === true} />}</td>
              {cells.map(({ measure, figure, change }, at) => (
                <td key={measure} className={looks.cell}>
                  {figure === undefined ? (
                    <Silent hidden={hidden === true} />
                  ) : (
                    <Figure figure={figure} change={change} all={school[at]?.figure} />
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={mergeClasses(looks.row, styles.stays)}>
              All pupils
            </th>
            <td className={looks.cell} />
            {school.map(({ measure, figure }) => (
              <td key={measure} className={mergeClasses(looks.cell, looks.quiet)}>
                {figure === undefined ? <Silent hidden={false} /> : roundText(figure)}
              </td>
            ))}
          </tr>
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

function Silent({ hidden }: { hidden: boolean }) {
  const looks = usePageTable();
  return (
    <>
      <span aria-hidden="true" className={looks.quiet}>
        {hidden ? '•••' : '–'}
      </span>
      <span className={looks.unseen}>{hidden ? 'hidden, too few pupils' : 'no figure given'}</span>
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
