import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ShownGroupFigure, ShownGroups } from '@owls/policy';
import { counted } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { SilentFigure } from '../shell/SilentFigure.tsx';
import { useFigureTable } from '../shell/use-figure-table.ts';
import { apartText, ReadingBadge, valueText } from './reading-words.tsx';

const PERCENT = { unit: '%', max: 100 } as const;
const NARROW = '@media (max-width: 640px)';

const useStyles = makeStyles({
  name: { minWidth: '8.5rem', [NARROW]: { minWidth: '6rem' } },
  // A long name takes two lines: one alone would make the column wide, more would make every head tall.
  measure: { display: 'inline-block', width: 'max-content', maxWidth: '8rem' },
  // Wide enough for "12.5 points" on one line.
  wide: { minWidth: '5rem' },
  group: { breakInside: 'avoid' },
  top: { verticalAlign: 'top' },
  open: { borderBottomStyle: 'none' },
  close: { paddingTop: 0 },
  value: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  block: { display: 'block' },
  beneath: { display: 'block', textAlign: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** A line beneath a group's figures. */
interface Beside {
  readonly name: string;
  readonly has: (figure: ShownGroupFigure) => boolean;
  /** Undefined where it is hidden or there is none. */
  readonly of: (figure: ShownGroupFigure) => number | undefined;
}

/** Pupil groups by measure, each figure with how far it is from all pupils, beside the trust's and the year before. */
export function GroupFigures({ shown, year }: { shown: ShownGroups; year: string }) {
  const styles = useStyles();
  const table = useFigureTable();
  const { measures, groups, yearBefore } = shown;
  const figures = groups.flatMap((group) => group.figures);
  const isOfTrust = figures.some(({ schools }) => schools > 1);
  const beside: readonly Beside[] = [
    {
      name: 'Trust',
      has: ({ trust }) => trust !== undefined,
      of: ({ trust }) => trust?.value,
    },
    { name: yearBefore, has: ({ before }) => before !== undefined, of: ({ before }) => before },
  ];
  const isHidden = figures.some(({ withheld, trust }) => withheld || (trust && trust.value === undefined));
  return (
    <>
      <ScrollFrame label={`Pupil groups of ${year} beside all pupils`}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(table.head, table.row, styles.name)}>
                Pupil group
              </th>
              {measures.map(({ key, name }) => (
                <th key={key} scope="col" className={mergeClasses(table.head, styles.wide)}>
                  <span className={styles.measure}>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className={mergeClasses(table.row, styles.name)}>
                All pupils
              </th>
              {measures.map(({ key, all }) => (
                <td key={key} className={table.cell}>
                  {all === undefined ? <SilentFigure hidden={false} /> : valueText(all, PERCENT)}
                </td>
              ))}
            </tr>
          </tbody>
          {groups.map(({ group, name, pupils, figures: own }) => {
            const besideIt = beside.filter(({ has }) => own.some(has));
            return (
              <tbody key={group} className={styles.group}>
                <tr>
                  <th
                    scope="rowgroup"
                    className={mergeClasses(table.row, styles.name, styles.top, besideIt.length > 0 && styles.open)}
                  >
                    {name}
                    <Text size={200} className={mergeClasses(styles.block, styles.quiet)}>
                      {[
                        ...(pupils === undefined ? [] : [counted(pupils, 'pupil')]),
                        ...(isOfTrust ? [counted(Math.max(...own.map(({ schools }) => schools)), 'school')] : []),
                      ].join(', ')}
                    </Text>
                  </th>
                  {own.map((figure) => (
                    <td
                      key={figure.key}
                      className={mergeClasses(table.cell, styles.top, besideIt.length > 0 && styles.open)}
                    >
                      <Figure figure={figure} />
                    </td>
                  ))}
                </tr>
                {besideIt.map((one, at) => (
                  <tr key={one.name}>
                    <th
                      scope="row"
                      className={mergeClasses(
                        table.row,
                        styles.name,
                        styles.quiet,
                        styles.close,
                        at < besideIt.length - 1 && styles.open,
                      )}
                    >
                      {one.name}
                    </th>
                    {own.map((figure) => {
                      const value = one.of(figure);
                      return (
                        <td
                          key={figure.key}
                          className={mergeClasses(
                            table.cell,
                            styles.quiet,
                            styles.close,
                            at < besideIt.length - 1 && styles.open,
                          )}
                        >
                          {value === undefined ? (
                            <SilentFigure hidden={one.has(figure)} why="a school's could be worked out" />
                          ) : (
                            valueText(value, PERCENT)
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            );
          })}
        </table>
      </ScrollFrame>
      {isHidden && (
        <Text size={200} className={styles.quiet}>
          ••• is hidden: a single school's figure, or that of few pupils, could be worked out of it.
        </Text>
      )}
    </>
  );
}

function Figure({ figure }: { figure: ShownGroupFigure }) {
  const styles = useStyles();
  const { value, withheld, difference, reading } = figure;
  if (value === undefined) return <SilentFigure hidden={withheld === true} />;
  return (
    <>
      <span className={styles.value}>{valueText(value, PERCENT)}</span>
      {difference !== undefined && (
        <Text size={200} className={mergeClasses(styles.beneath, styles.quiet)}>
          {apartText(difference, PERCENT)}
        </Text>
      )}
      {(reading === 'need' || reading === 'strength') && <ReadingBadge reading={reading} />}
      {reading === 'few' && (
        <Text size={200} className={mergeClasses(styles.beneath, styles.quiet)}>
          too few to judge
        </Text>
      )}
    </>
  );
}
