import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Cohort, PupilGroup, School, SchoolView, SoapContent, TrustPolicy } from '@owls/policy';
import { groupMeasures, groupsAsked, yearName } from '@owls/policy';
import { changeMark, changeWords, figureText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { UNSEEN } from '../shell/unseen.ts';
import { useFigureTable } from '../shell/use-figure-table.ts';

type Measure = SchoolView['measures'][number];
type Figured = Pick<SoapContent, 'cohorts' | 'groups' | 'school'>;

const useStyles = makeStyles({
  year: { whiteSpace: 'nowrap' },
  // On a phone, where the table scrolls, a long name takes two lines: one alone would make every head of the row tall.
  measure: { '@media (max-width: 640px)': { display: 'inline-block', width: 'max-content', maxWidth: '8rem' } },
  tileName: { color: tokens.colorNeutralForeground3, minHeight: `calc(2 * ${tokens.lineHeightBase200})` },
  quiet: { color: tokens.colorNeutralForeground3 },
  change: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  unseen: UNSEEN,
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

/** The pupil groups a table tells apart, and what each is asked for. */
interface GroupsShown {
  readonly asked: readonly { readonly key: string; readonly name: string; readonly hidden?: true }[];
  readonly measures: readonly Pick<Measure, 'key' | 'name' | 'unit'>[];
}

/** Figures to read: year groups by measure, pupil groups, then the whole school's, each beside its change since last time. */
export function ReturnTable({
  given,
  last,
  measures,
  groups,
  hidden = [],
}: {
  given: Figured;
  last: Figured | undefined;
  measures: readonly Measure[];
  groups: GroupsShown;
  /** Cells hidden from this reader, as `year/measure`. */
  hidden?: readonly string[];
}) {
  const styles = useStyles();
  const ofYears = measures.filter(({ years }) => years !== undefined);
  const tables = tablesOf(ofYears, given.cohorts);
  const whole = measures.filter(({ key, years }) => years === undefined && given.school[key] !== undefined);
  return (
    <>
      {tables.map((group) => (
        <RowTable
          key={group.title}
          title={group.title}
          measures={group.measures}
          rows={group.cohorts.map((cohort) => ({
            id: cohort.year,
            name: yearName(cohort.year),
            now: cohort,
            was: last?.cohorts.find(({ year }) => year === cohort.year),
            isAsked: (key) => group.measures.some((one) => one.key === key && one.years?.includes(cohort.year)),
            isHidden: (key = '') => hidden.includes(`${cohort.year}/${key}`),
          }))}
        />
      ))}
      {groups.asked.length > 0 && <Groups given={given.groups ?? []} last={last?.groups ?? []} groups={groups} />}
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

function Groups({
  given,
  last,
  groups,
}: {
  given: readonly PupilGroup[];
  last: readonly PupilGroup[];
  groups: GroupsShown;
}) {
  const styles = useStyles();
  if (given.length === 0 && !groups.asked.some(({ hidden }) => hidden)) {
    return <Text className={styles.quiet}>Pupil groups: no figures given.</Text>;
  }
  return (
    <RowTable
      title="Pupil groups"
      measures={groups.measures}
      rows={groups.asked.map(({ key, name, hidden = false }) => ({
        id: key,
        name,
        now: given.find(({ group }) => group === key),
        was: last.find(({ group }) => group === key),
        isAsked: () => true,
        isHidden: () => hidden,
      }))}
    />
  );
}

interface FigureRow {
  readonly id: string;
  readonly name: string;
  /** Undefined where the row was not given, or is hidden as a whole. */
  readonly now: Pick<Cohort, 'pupils' | 'figures'> | undefined;
  readonly was: Pick<Cohort, 'figures'> | undefined;
  /** By measure key; without one the whole row is meant. */
  readonly isAsked: (measure: string) => boolean;
  readonly isHidden: (measure?: string) => boolean;
}

/** Rows of pupils and percentages, each beside its change since last time. */
function RowTable({
  title,
  measures,
  rows,
}: {
  title: string;
  measures: GroupsShown['measures'];
  rows: readonly FigureRow[];
}) {
  const styles = useStyles();
  const table = useFigureTable();
  return (
    <ScrollFrame label={title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(table.head, table.row, styles.year)}>
              {title}
            </th>
            <th scope="col" className={table.head}>
              Pupils
            </th>
            {measures.map(({ key, name }) => (
              <th key={key} scope="col" className={table.head}>
                <span className={styles.measure}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, now, was, isAsked, isHidden }) => (
            <tr key={id}>
              <th scope="row" className={mergeClasses(table.row, styles.year)}>
                {name}
              </th>
              <td className={table.cell}>
                {now ? now.pupils : <Figure asked hidden={isHidden()} unit="count" now={undefined} was={undefined} />}
              </td>
              {measures.map((measure) => (
                <td key={measure.key} className={table.cell}>
                  <Figure
                    asked={isAsked(measure.key)}
                    hidden={isHidden(measure.key)}
                    unit={measure.unit}
                    now={now?.figures[measure.key]}
                    was={was?.figures[measure.key]}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

/** The pupil groups of a policy as a table shows them. */
export function groupsShown(policy: TrustPolicy, school: Pick<School, 'years'>): GroupsShown {
  return { asked: groupsAsked(policy, school), measures: groupMeasures(policy) };
}

/** Those of a school's page, as far as its reader may see them. */
export function groupsOfView({ groups, groupMeasures: keys, measures }: SchoolView): GroupsShown {
  return { asked: groups, measures: measures.filter(({ key }) => keys.includes(key)) };
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
