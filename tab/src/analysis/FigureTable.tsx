import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type ShownFigure, yearName } from '@owls/policy';
import { counted } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { useFigureTable } from '../shell/use-figure-table.ts';
import { apartText, ReadingBadge, valueText } from './reading-words.tsx';

/** Below this width a result becomes a block of its own, so that nothing scrolls sideways on a phone. */
const NARROW = '@media (max-width: 640px)';

const useStyles = makeStyles({
  table: { [NARROW]: { display: 'block' } },
  heads: { [NARROW]: { display: 'none' } },
  result: {
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(5.25rem, 1fr))',
      columnGap: tokens.spacingHorizontalM,
      alignItems: 'start',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      paddingBottom: tokens.spacingVerticalS,
    },
  },
  cell: {
    [NARROW]: {
      display: 'block',
      textAlign: 'left',
      paddingLeft: 0,
      borderBottomStyle: 'none',
      '::before': {
        content: 'attr(data-head)',
        display: 'block',
        fontSize: tokens.fontSizeBase200,
        fontWeight: tokens.fontWeightRegular,
        color: tokens.colorNeutralForeground3,
      },
    },
  },
  gap: { [NARROW]: { display: 'none' } },
  whole: { [NARROW]: { gridColumn: '1 / -1', borderBottomStyle: 'none' } },
  beneath: { textAlign: 'center', whiteSpace: 'nowrap', [NARROW]: { textAlign: 'left' } },
  name: { minWidth: '8.5rem' },
  block: { display: 'block' },
  none: {
    textAlign: 'left',
    paddingLeft: tokens.spacingHorizontalM,
    [NARROW]: { paddingLeft: 0, borderBottomStyle: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  value: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
});

/** A school's results beside England's, the trust's and its own of the years before. */
export function FigureTable({ figures, year }: { figures: readonly ShownFigure[]; year: string }) {
  const styles = useStyles();
  const table = useFigureTable();
  const before = [...new Set(figures.flatMap(({ earlier }) => earlier.map((one) => one.year)))].sort().reverse();
  const trust = figures.some((one) => one.trust);
  const heads = [year, 'It says', 'England', 'Apart', ...(trust ? ['Trust'] : []), ...before];
  return (
    <ScrollFrame label={`The results of ${year} beside England's`}>
      <table className={mergeClasses(table.table, styles.table)}>
        <thead className={styles.heads}>
          <tr>
            <th scope="col" className={mergeClasses(table.head, table.row, styles.name)}>
              Result
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={table.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.table}>
          {figures.map((figure) => (
            <tr key={figure.key} className={styles.result}>
              <th scope="row" className={mergeClasses(table.row, styles.name, styles.whole)}>
                {figure.name}
                <Text size={200} className={mergeClasses(styles.block, styles.quiet)}>
                  {[
                    yearName(figure.yearGroup),
                    ...(figure.pupils === undefined ? [] : [counted(figure.pupils, 'pupil')]),
                    figure.from,
                  ].join(', ')}
                </Text>
              </th>
              <td data-head={year} className={mergeClasses(table.cell, styles.value, styles.cell)}>
                {valueText(figure.value, figure)}
              </td>
              {figure.england ? (
                <England figure={figure} england={figure.england} year={year} />
              ) : (
                <td colSpan={3} className={mergeClasses(table.cell, styles.quiet, styles.none)}>
                  None for England
                </td>
              )}
              {trust && (
                <td data-head="Trust" className={mergeClasses(table.cell, styles.cell)}>
                  {figure.trust ? valueText(figure.trust.value, figure) : '–'}
                </td>
              )}
              {before.map((one) => {
                const then = figure.earlier.find((point) => point.year === one);
                return (
                  <td key={one} data-head={one} className={mergeClasses(table.cell, styles.cell, !then && styles.gap)}>
                    {then ? valueText(then.value, figure) : '–'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function England({
  figure,
  england,
  year,
}: {
  figure: ShownFigure;
  england: NonNullable<ShownFigure['england']>;
  year: string;
}) {
  const styles = useStyles();
  const table = useFigureTable();
  const beneath = mergeClasses(styles.block, styles.beneath, styles.quiet);
  const cell = mergeClasses(table.cell, styles.cell);
  return (
    <>
      <td data-head="It says" className={cell}>
        <ReadingBadge reading={figure.reading} />
      </td>
      <td data-head="England" className={cell}>
        {valueText(england.national, figure)}
        {england.nationalYear !== year && (
          <Text size={200} className={beneath}>
            in {england.nationalYear}
          </Text>
        )}
      </td>
      <td data-head="Apart" className={cell}>
        {apartText(england.difference, figure)}
        {figure.pupilsApart !== undefined && figure.pupilsApart !== 0 && (
          <Text size={200} className={beneath}>
            {counted(Math.abs(figure.pupilsApart), 'pupil')}
          </Text>
        )}
      </td>
    </>
  );
}
