import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { type PlanPeriod, placeOf } from './periods.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  select: { minWidth: '10rem' },
});

/** Leafs through the terms or months of a year. */
export function PeriodStepper({
  periods,
  place,
  today,
  go,
}: {
  periods: readonly PlanPeriod[];
  place: number;
  today: string;
  go: (date: string) => void;
}) {
  const styles = useStyles();
  const to = (at: number) => go(periods[at]?.from ?? today);
  return (
    <div className={styles.row}>
      <Button icon={<ChevronLeftRegular />} aria-label="Earlier" disabled={place === 0} onClick={() => to(place - 1)} />
      <Select
        aria-label="Part of the year"
        className={styles.select}
        value={place}
        onChange={(_, { value }) => to(Number(value))}
      >
        {periods.map(({ name }, at) => (
          <option key={name} value={at}>
            {name}
          </option>
        ))}
      </Select>
      <Button
        icon={<ChevronRightRegular />}
        aria-label="Later"
        disabled={place >= periods.length - 1}
        onClick={() => to(place + 1)}
      />
      <Button appearance="subtle" disabled={placeOf(periods, today) === place} onClick={() => go(today)}>
        Today
      </Button>
    </div>
  );
}
