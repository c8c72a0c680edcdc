import { makeStyles, tokens } from '@fluentui/react-components';
import type { Person, School } from '@owls/policy';
import { yearName } from '@owls/policy';
import { OFSTED_WORDS } from '../categorisation/matrix.ts';
import { dateText } from '../shell/dates.ts';
import { figureText } from '../shell/figures.ts';
import { Section } from '../shell/Section.tsx';
import { phaseText } from './SchoolList.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** Who and what the school is. */
export function SchoolFacts({ school, head }: { school: School; head: Person | undefined }) {
  const styles = useStyles();
  return (
    <Section title="About the school">
      <dl className={styles.list}>
        {factsOf(school, head).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function factsOf(school: School, head: Person | undefined): readonly (readonly [string, string])[] {
  const known = school.years.filter((year) => school.pupils[year] !== undefined);
  const pupils = known.reduce((sum, year) => sum + (school.pupils[year] ?? 0), 0);
  const [first, last] = [school.years[0], school.years.at(-1)];
  return [
    ['Head', head?.name ?? 'Nobody in the list of people'],
    ['Phase', `${phaseText(school.phase)}${first && last ? `, ${yearName(first)} to ${yearName(last)}` : ''}`],
    ['On roll', known.length === 0 ? 'Not known' : `${figureText(pupils)} pupils`],
    ['Cluster', school.cluster === '' ? 'None yet' : school.cluster],
    ['Governance', school.governance === 'LGB' ? 'Local governing body' : 'Advisory board'],
    ['Last inspection', inspectionText(school)],
    ...(school.sponsored ? [['Sponsored', 'Yes'] as const] : []),
    ...(school.researchChampion ? [['Research champion', school.researchChampion] as const] : []),
    ...(school.joined ? [['Joined the trust', dateText(school.joined)] as const] : []),
    ...(school.left ? [['Left the trust', dateText(school.left)] as const] : []),
    ['URN', school.urn],
  ];
}

function inspectionText({ ofsted }: School): string {
  if (!ofsted) return 'None graded yet';
  return `${OFSTED_WORDS[ofsted.grade]} (${ofsted.grade})${ofsted.on ? `, ${dateText(ofsted.on)}` : ''}`;
}
