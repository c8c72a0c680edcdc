import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Cohort, SchoolView, SoapContent } from '@owls/policy';
import { yearName } from '@owls/policy';
import { changeMark, changeWords, figureText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { useFigureTable } from '../shell/use-figure-table.ts';

type Measure = SchoolView['measures'][number];
type Figured = Pick<SoapContent, 'cohorts' | 'school'>;

const useStyles = makeStyles({
  year: { whiteSpace: 'nowrap' },
  tileName: { color: tokens.colorNeutralForeground3, minHeight: `calc(2 * ${tokens.lineHeightBase200})` },
  quiet: { color: tokens.colorNeutralForeground3 },
  change: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(7rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  tile: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

/** Figures to read: year groups by measure, then the whole school's, each beside its change since last time. */
export function ReturnTable({
  given,
  last,
  measures,
  hidden = [],
}: {
  given: Figured;
  last: Figured | undefined;
  measures: readonly Measure[];
  /** Cells hidden from this reader, as `year/measure`. */
  hidden?: readonly string[];
}) {
  const styles = useStyles();
  const table = useFigureTable();
  const ofYears = measures.filter(({ years }) => years !== undefined);
  const groups = tablesOf(ofYears, given.cohorts);
  const whole = measures.filter(({ key, years }) => years === undefined && given.school[key] !== undefined);
  return (
    <>
      {groups.map((group) => (
        <ScrollFrame key={group.title} label={group.title}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col" className={mergeClasses(table.head, table.row, styles.year)}>
                  {group.title}
                </th>
                <th scope="col" className={table.head}>
                  Pupils
                </th>
                {group.measures.map(({ key, name }) => (
                  <th key={key} scope="col" className={table.head}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {group.cohorts.map((cohort) => (
                <tr key={cohort.year}>
                  <th scope="row" className={mergeClasses(table.row, styles.year)}>
                    {yearName(cohort.year)}
                  </th>
                  <td className={table.cell}>{cohort.pupils}</td>
                  {group.measures.map((measure) => (
                    <td key={measure.key} className={table.cell}>
                      <Figure
                        asked={measure.years?.includes(cohort.year) === true}
                        hidden={hidden.includes(`${cohort.year}/${measure.key}`)}
                        unit={measure.unit}
                        now={cohort.figures[measure.key]}
                        was={last?.cohorts.find(({ year }) => year === cohort.year)?.figures[measure.key]}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      ))}
      {whole.length > 0 && (
        <ul className={styles.tiles} aria-label="The whole school">
          {whole.map(({ key, name, unit }) => (
            <li key={key} className={styles.tile}>
              <Text size={200} className={styles.tileName}>
                {name}
              </Text>
              <Text size={500} weight="semibold">
                <Figure asked hidden={false} unit={unit} now={given.school[key]} was={last?.school[key]} />
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Year groups that are asked the same measures stand in one table: the early years have their own. */
function tablesOf(measures: readonly Measure[], cohorts: readonly Cohort[]) {
  const early = (cohort: Cohort) => cohort.year === 'N' || cohort.year === 'R';
  return [
    { title: 'Early years', cohorts: cohorts.filter(early) },
    { title: 'Year groups', cohorts: cohorts.filter((cohort) => !early(cohort)) },
  ]
    .map((group) => ({
      ...group,
      measures: measures.filter(({ years }) => group.cohorts.some(({ year }) => years?.includes(year))),
    }))
    .filter((group) => group.cohorts.length > 0 && group.measures.length > 0);
}

function Figure({
  asked,
  hidden,
  unit,
  now,
  was,
}: {
  asked: boolean;
  hidden: boolean;
  unit: string;
  now: number | undefined;
  was: number | undefined;
}) {
  const styles = useStyles();
  if (!asked) return <span className={styles.unseen}>not asked</span>;
  if (hidden) return <Silent mark="•••" words="hidden, too few pupils" />;
  if (now === undefined) return <Silent mark="–" words="no figure given" />;
  return (
    <>
      {figureText(now)}
      {unit === '%' ? '%' : ''}
      {was !== undefined && (
        <>
          <span className={styles.change} aria-hidden="true">
            {changeMark(now - was)}
          </span>
          <span className={styles.unseen}>, {changeWords(now - was)}</span>
        </>
      )}
    </>
  );
}

function Silent({ mark, words }: { mark: string; words: string }) {
  const styles = useStyles();
  return (
    <>
      <span aria-hidden="true" className={styles.quiet}>
        {mark}
      </span>
      <span className={styles.unseen}>{words}</span>
    </>
  );
}
