import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { SchoolAnalysis, TrustAnalysisView, TrustFigure } from '@owls/policy';
import { dateText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Section } from '../shell/Section.tsx';
import { useFigureTable } from '../shell/use-figure-table.ts';
import { ChooseYear } from './ChooseYear.tsx';
import { Groups } from './Groups.tsx';
import { useTrustAnalysis } from './queries.ts';
import { apartText, valueText } from './reading-words.tsx';

const useStyles = makeStyles({
  back: { color: tokens.colorBrandForegroundLink, display: 'inline-block', marginBottom: tokens.spacingVerticalS },
  stack: { display: 'grid', gap: tokens.spacingHorizontalL, minWidth: 0 },
  name: { minWidth: '8.5rem' },
  // Wide enough for "23.3 points" on one line.
  apart: { minWidth: '5rem' },
  block: { display: 'block' },
  none: { textAlign: 'left', paddingLeft: tokens.spacingHorizontalM },
  beneath: { textAlign: 'center', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(11rem, 1fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  },
  link: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** The whole trust's results of a year beside England's, and which schools have sent their analysis. */
export default function TrustAnalysis({ year }: { year: string | undefined }) {
  const styles = useStyles();
  const { data, isPending, error, refetch } = useTrustAnalysis(year);
  if (isPending) return <LoadingView what="the results" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  const sent = data.schools.filter(({ sentAt }) => sentAt !== undefined).length;
  return (
    <>
      <a href={addressOf({ view: 'schools' })} className={styles.back}>
        ‹ All schools
      </a>
      <Heading title={`Results of ${data.year}`} about={standing(data, sent)} asOf={data.asOf}>
        <ChooseYear year={data.year} years={data.years} />
      </Heading>
      <div className={styles.stack}>
        <Section title="All schools together" about="Weighted by the pupils assessed.">
          {data.figures.length === 0 ? (
            <Empty title="There are no results of this year yet.">
              They come from the national assessments that heads record, and from the published results once the office
              has imported them.
            </Empty>
          ) : (
            <Figures figures={data.figures} year={data.year} />
          )}
        </Section>
        {data.groups && (
          <Groups
            groups={data.groups}
            year={data.year}
            about="From each school's last return of the year, in % on track for the year's end, weighted by pupils. Each group stands beside all pupils of the schools that gave it."
          />
        )}
        <Section title="The schools' analyses">
          {data.schools.length === 0 && <Text className={styles.quiet}>No school is open to you yet.</Text>}
          <ul className={styles.list}>
            {data.schools.map((school) => (
              <School key={school.urn} school={school} year={data.year} />
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}

function standing({ schools, by, asOf }: TrustAnalysisView, sent: number): string {
  const told = `${sent} of ${counted(schools.length, 'school')} ${sent === 1 ? 'has' : 'have'} sent the analysis.`;
  if (by === undefined || sent === schools.length) return told;
  return `${told} It ${by < asOf ? 'was' : 'is'} wanted by ${dateText(by)}.`;
}

function Figures({ figures, year }: { figures: readonly TrustFigure[]; year: string }) {
  const styles = useStyles();
  const table = useFigureTable();
  return (
    <ScrollFrame label={`The trust's results of ${year} beside England's`}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(table.head, table.row, styles.name)}>
              Result
            </th>
            {['Trust', 'England', 'Apart', 'Schools with a need', 'Schools with a strength'].map((head) => (
              <th key={head} scope="col" className={table.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={one.key}>
              <th scope="row" className={mergeClasses(table.row, styles.name)}>
                {one.name}
                <Text size={200} className={mergeClasses(styles.block, styles.quiet)}>
                  {one.yearName}, {counted(one.pupils, 'pupil')}, {counted(one.schools, 'school')}
                </Text>
              </th>
              <td className={table.cell}>{valueText(one.value, one)}</td>
              {one.england ? (
                <>
                  <td className={table.cell}>
                    {valueText(one.england.national, one)}
                    {one.england.nationalYear !== year && (
                      <Text size={200} className={mergeClasses(styles.block, styles.beneath, styles.quiet)}>
                        in {one.england.nationalYear}
                      </Text>
                    )}
                  </td>
                  <td className={mergeClasses(table.cell, styles.apart)}>{apartText(one.england.difference, one)}</td>
                  <td className={table.cell}>{one.needs}</td>
                  <td className={table.cell}>{one.strengths}</td>
                </>
              ) : (
                <td colSpan={4} className={mergeClasses(table.cell, styles.none, styles.quiet)}>
                  None for England
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function School({ school, year }: { school: SchoolAnalysis; year: string }) {
  const styles = useStyles();
  const { urn, name, cluster, sentAt, results, needs, actions, done, overdue } = school;
  return (
    <li className={styles.row}>
      <div>
        <a href={addressOf({ view: 'analysis', urn, year })} className={styles.link}>
          {name}
        </a>
        <Text size={200} className={mergeClasses(styles.block, styles.quiet)}>
          {cluster}
        </Text>
      </div>
      <div className={styles.words}>
        {sentAt === undefined ? (
          <Badge appearance="outline" color="informative">
            Not sent
          </Badge>
        ) : (
          <Badge appearance="tint" color="success">
            Sent {dateText(sentAt)}
          </Badge>
        )}
        <Text size={200} className={styles.quiet}>
          {results ? counted(needs, 'need') : 'No results on record yet'}
          {actions > 0 && `, ${done} of ${counted(actions, 'action')} done`}
        </Text>
        {overdue > 0 && (
          <Badge appearance="tint" color="danger">
            {overdue} overdue
          </Badge>
        )}
      </div>
    </li>
  );
}
