import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { SchoolView, Trajectory } from '@owls/policy';
import { yearName } from '@owls/policy';
import { useId, useState } from 'react';
import { Section } from '../shell/Section.tsx';
import { TrajectoryCard } from './TrajectoryCard.tsx';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 17rem), 1fr))',
    gap: tokens.spacingHorizontalXL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Where this year is heading, a year group at a time: the oldest first, whose results are published. */
export function Trajectories({ given, measures }: { given: readonly Trajectory[]; measures: SchoolView['measures'] }) {
  const styles = useStyles();
  const id = useId();
  const years = [...new Set(given.flatMap(({ yearGroup }) => yearGroup ?? []))];
  const [chosen, setChosen] = useState<string>();
  const year = years.find((one) => one === chosen) ?? years.at(-1);
  if (year === undefined) return null;
  const shown = given.filter(({ yearGroup }) => yearGroup === year);
  return (
    <Section
      title="Where this year is heading"
      about="From the returns so far and how past years ended. Eight times in ten a year ends within its range."
      aside={
        <div className={styles.tools}>
          <label htmlFor={id}>Year group</label>
          <Select id={id} value={year} onChange={(_, { value }) => setChosen(value)}>
            {years.map((one) => (
              <option key={one} value={one}>
                {yearName(one)}
              </option>
            ))}
          </Select>
        </div>
      }
    >
      <ul className={styles.cards}>
        {shown.map((one) => (
          <TrajectoryCard
            key={one.measure}
            given={one}
            measure={measures.find(({ key }) => key === one.measure)?.name ?? one.name}
          />
        ))}
      </ul>
      <Text size={200} className={styles.quiet}>
        Rings: ends of past years. Dots: this year's returns. Shaded: the range.
        {shown.some(({ target }) => target) && ' Lines across: the target, and dashed the minimum.'}
      </Text>
    </Section>
  );
}
