import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Missing, Phase, PublishedFigure, SchoolView } from '@owls/policy';
import { counted, figureText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Section } from '../shell/Section.tsx';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: tokens.fontWeightRegular,
  },
  year: { whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

/** Why a published figure is not there, in words a head can pass on. */
export const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  suppressed: 'Suppressed: too few pupils to publish without pointing at single children.',
  'not applicable': 'Not applicable to this school.',
  'no entries': 'No pupils were entered.',
  'low coverage': 'Low coverage: too few pupils had a result for the figure to be fair.',
  'not published': 'Not published for this year.',
};

const NAMES: Readonly<Record<string, string>> = { rwm: 'Reading, writing and maths' };

/** The government's Key Stage 2 results as imported; what is not published says why. */
export function PublishedResults({
  given,
  measures,
  phase,
}: {
  given: SchoolView['results'];
  measures: SchoolView['measures'];
  phase: Phase;
}) {
  const styles = useStyles();
  if (given.length === 0) {
    return (
      <Section title="Published results">
        <Text>
          {phase === 'infant'
            ? 'Infant schools have no Key Stage 2 results.'
            : 'No published results have been imported for this school.'}
        </Text>
      </Section>
    );
  }
  const years = [...given].sort((a, b) => b.year.localeCompare(a.year));
  const keys = [...new Set(years.flatMap(({ expected }) => Object.keys(expected)))];
  const nameOf = (key: string) => measures.find((each) => each.key === key)?.name ?? NAMES[key] ?? titled(key);
  const reasons = [...new Set(years.flatMap(({ expected }) => Object.values(expected).flatMap(reasonOf)))];
  return (
    <Section title="Published results" about="Key Stage 2: pupils reaching the expected standard.">
      <ScrollFrame label="Published results">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.cell}>
                Measure
              </th>
              {years.map(({ year, pupils }) => (
                <th key={year} scope="col" className={mergeClasses(styles.cell, styles.year)}>
                  {year}
                  {pupils !== undefined && <span className={styles.quiet}>{counted(pupils, 'pupil')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key}>
                <th scope="row" className={styles.cell}>
                  {nameOf(key)}
                </th>
                {years.map(({ year, expected }) => (
                  <td key={year} className={styles.cell}>
                    {publishedText(expected[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {reasons.length > 0 && (
        <ul className={styles.list}>
          {reasons.map((reason) => (
            <li key={reason}>
              <Text size={200}>{MISSING_WORDS[reason]}</Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** "71%", or the short name of the reason for which there is none. */
function publishedText(figure: PublishedFigure | undefined): string {
  if (figure === undefined) return '–';
  return 'value' in figure ? `${figureText(figure.value)}%` : titled(figure.missing);
}

function reasonOf(figure: PublishedFigure): readonly Missing[] {
  return 'missing' in figure ? [figure.missing] : [];
}

function titled(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
