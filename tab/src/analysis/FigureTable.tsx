import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type ShownFigure, yearName } from '@owls/policy';
import { counted } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { useFigureTable } from '../shell/use-figure-table.ts';
import { apartText, ReadingBadge, valueText } from './reading-words.tsx';

const useStyles = makeStyles({
  name: { minWidth: '8.5rem' },
  block: { display: 'block' },
  none: { textAlign: 'left', paddingLeft: tokens.spacingHorizontalM },
  centred: { textAlign: 'center' },
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
      <table className={table.table}>
        <thead>
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
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.key}>
              <th scope="row" className={mergeClasses(table.row, styles.name)}>
                {figure.name}
                <Text size={200} className={mergeClasses(styles.block, styles.quiet)}>
                  {[
                    yearName(figure.yearGroup),
                    ...(figure.pupils === undefined ? [] : [counted(figure.pupils, 'pupil')]),
                    figure.from,
                  ].join(', ')}
                </Text>
              </th>
              <td className={mergeClasses(table.cell, styles.value)}>{valueText(figure.value, figure)}</td>
              {figure.england ? (
                <England figure={figure} england={figure.england} year={year} />
              ) : (
                <td colSpan={3} className={mergeClasses(table.cell, styles.none, styles.quiet)}>
                  None for England
                </td>
              )}
              {trust && <td className={table.cell}>{figure.trust ? valueText(figure.trust.value, figure) : '–'}</td>}
              {before.map((one) => {
                const then = figure.earlier.find((point) => point.year === one);
                return (
                  <td key={one} className={table.cell}>
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
  const beneath = mergeClasses(styles.block, styles.centred, styles.quiet);
  return (
    <>
      <td className={table.cell}>
        <ReadingBadge reading={figure.reading} />
      </td>
      <td className={table.cell}>
        {valueText(england.national, figure)}
        {england.nationalYear !== year && (
          <Text size={200} className={beneath}>
            in {england.nationalYear}
          </Text>
        )}
      </td>
      <td className={table.cell}>
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
