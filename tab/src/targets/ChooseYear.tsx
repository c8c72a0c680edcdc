import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { addressOf } from '../shell/route.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Another academic year with targets; not there while there is one alone. */
export function ChooseYear({ year, years }: { year: string; years: readonly string[] }) {
  const id = useId();
  const styles = useStyles();
  if (years.length < 2) return null;
  return (
    <div className={styles.row}>
      <label htmlFor={id}>Year</label>
      <Select
        id={id}
        value={year}
        onChange={(_, { value }) => {
          window.location.hash = addressOf({ view: 'targets', year: value });
        }}
      >
        {years.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
    </div>
  );
}
