import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { addressOf } from '../shell/route.ts';

const useStyles = makeStyles({
  choice: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
});

/** Which year's results are looked at; of one school, or of the trust. */
export function ChooseYear({ year, years, urn }: { year: string; years: readonly string[]; urn?: string }) {
  const styles = useStyles();
  const id = useId();
  if (years.length < 2) return null;
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>Results of</label>
      <Select
        id={id}
        value={year}
        onChange={(_, { value }) => {
          window.location.hash = addressOf({ view: 'analysis', year: value, ...(urn === undefined ? {} : { urn }) });
        }}
      >
        {years.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Select>
    </div>
  );
}
