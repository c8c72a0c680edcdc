import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SchoolView } from '@owls/policy';
import { dateText, halfTermText } from '../shell/dates.ts';
import { Section } from '../shell/Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  item: {
    display: 'grid',
    gridTemplateColumns: '3.5rem minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  words: {
    display: 'grid',
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  badge: { justifySelf: 'start' },
});

/** Every validated category with who, when and why, the newest first. */
export function CategoryHistory({ given }: { given: SchoolView['categories'] }) {
  const styles = useStyles();
  const newestFirst = [...given].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Section title="Categories">
      {given.length === 0 ? (
        <Text>No category is on record, or it is not open to you.</Text>
      ) : (
        <ol className={styles.list}>
          {newestFirst.map((judgement, index) => (
            <li key={judgement.halfTerm} className={styles.item}>
              <Badge
                className={styles.badge}
                size="large"
                appearance={index === 0 ? 'filled' : 'outline'}
                color={index === 0 ? 'brand' : 'informative'}
              >
                {judgement.category}
              </Badge>
              <div className={styles.words}>
                <Text weight={index === 0 ? 'semibold' : 'regular'}>{halfTermText(judgement.halfTerm)}</Text>
                <Text size={200} className={styles.quiet}>
                  {judgement.by}, {dateText(judgement.at)}
                </Text>
                {judgement.why && <Text size={200}>{judgement.why}</Text>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
