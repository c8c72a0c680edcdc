import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { DashboardView } from '@owls/policy';
import { gridOf, HEADING_WORDS, OFSTED_WORDS } from '../categorisation/matrix.ts';
import { counted } from '../shell/figures.ts';
import { addressOf } from '../shell/route.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Section } from '../shell/Section.tsx';
import { useNarrow } from '../shell/use-narrow.ts';
import { CategorySchools } from './CategorySchools.tsx';

type Categories = DashboardView['categories'];
type Cell = Categories['matrix'][number];

const useStyles = makeStyles({
  table: {
    borderCollapse: 'separate',
    borderSpacing: '4px',
    width: '100%',
    tableLayout: 'fixed',
    minWidth: '32rem',
  },
  corner: { width: '6.5rem' },
  head: {
    textAlign: 'left',
    padding: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    verticalAlign: 'bottom',
  },
  side: { verticalAlign: 'top', paddingTop: tokens.spacingVerticalS },
  cell: {
    verticalAlign: 'top',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  risk: { border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  gap: { backgroundColor: 'transparent', border: 'none' },
  code: { color: tokens.colorNeutralForeground3, display: 'block' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  link: { color: tokens.colorBrandForegroundLink },
});

/** Which school stands where on the scale, and which moved. */
export function CategoryMatrix({ given, className }: { given: Categories; className: string }) {
  const styles = useStyles();
  const narrow = useNarrow();
  const grid = narrow ? undefined : gridOf(given.matrix);
  const listed = narrow ? given.matrix.filter((cell) => cell.schools.length > 0) : given.matrix;
  const { round } = given;
  const about = round.complete
    ? `This half term's round is complete. ${riskText(given.atRisk)}`
    : `${round.validated} of ${round.total} validated, ${round.proposed} proposed. ${riskText(given.atRisk)}`;
  return (
    <Section
      title="Categories"
      about={about}
      className={className}
      aside={
        <a href={addressOf({ view: 'categories' })} className={styles.link}>
          Open the round
        </a>
      }
    >
      {grid ? (
        <ScrollFrame label="Schools by category">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
                  Last inspection
                </th>
                {grid.headings.map((heading) => (
                  <th key={heading} scope="col" className={styles.head}>
                    {HEADING_WORDS[heading] ?? heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grid.grades.map((grade) => (
                <tr key={grade}>
                  <th scope="row" className={mergeClasses(styles.head, styles.side)}>
                    {grade} {OFSTED_WORDS[grade]}
                  </th>
                  {grid.headings.map((heading) => (
                    <MatrixCell key={heading} cell={grid.at(grade, heading)} risky={heading === 'cc'} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      ) : (
        <ul className={styles.list}>
          {listed.map((cell) => (
            <li key={cell.code} className={styles.cell}>
              <Text weight="semibold">
                {cell.code} {cell.name}
              </Text>
              <CategorySchools schools={cell.schools} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function MatrixCell({ cell, risky }: { cell: Cell | undefined; risky: boolean }) {
  const styles = useStyles();
  if (!cell) return <td className={styles.gap} aria-label="Not on the scale" />;
  const flagged = risky && cell.schools.length > 0;
  return (
    <td className={mergeClasses(styles.cell, flagged && styles.risk)} title={cell.name}>
      <Text size={200} className={styles.code}>
        {cell.code}
        {cell.schools.length > 0 && ` · ${cell.schools.length}`}
      </Text>
      <CategorySchools schools={cell.schools} />
    </td>
  );
}

function riskText(atRisk: number): string {
  return atRisk === 0 ? 'No school is at risk.' : `${counted(atRisk, 'school')} at risk.`;
}
