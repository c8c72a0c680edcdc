import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Clock20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { getClockMarks, setClock } from '../control/control-api.ts';
import { useAnswer } from '../control/useAnswer.ts';
import { instantOf, type Jump, jumps, wallClock } from './jumps.ts';
import { useClock } from './useClock.tsx';
import { dateAndTime, timeOfDay } from './words.ts';

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: 'min(340px, calc(100vw - 64px))',
    maxHeight: 'min(560px, calc(100vh - 96px))',
    overflowY: 'auto',
  },
  jump: {
    flexShrink: 0,
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `5px ${tokens.spacingHorizontalXS}`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
  },
  at: { color: tokens.colorNeutralForeground3 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  button: { whiteSpace: 'nowrap', minWidth: 0 },
  time: { fontVariantNumeric: 'tabular-nums' },
});

/** The sandbox's date and time, and the ways to move on in it. */
export function ClockMenu({ short }: { short: boolean }) {
  const styles = useStyles();
  const clock = useClock();
  const [open, setOpen] = useState(false);
  const shown = dateAndTime(clock.now, clock.zone);
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<Clock20Regular />}
          className={styles.button}
          aria-label={`The sandbox's time is ${shown}. Go to another time`}
        >
          <span className={styles.time}>{short ? timeOfDay(clock.now, clock.zone) : shown}</span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Go to another time">
        <GoTo done={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}

function GoTo({ done }: { done: () => void }) {
  const styles = useStyles();
  const { now, zone, reload } = useClock();
  const marks = useAnswer('marks', getClockMarks);
  const [typed, setTyped] = useState(() => wallClock(now, zone));
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function goTo(at: Temporal.Instant): Promise<void> {
    setBusy(true);
    try {
      await setClock(at.toString());
      reload();
      done();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  function goToTyped(): void {
    const at = instantOf(typed, zone);
    if (at === undefined) setProblem('Give a date and a time.');
    else if (Temporal.Instant.compare(at, now) <= 0) setProblem('The clock only goes forward. Choose a later time.');
    else void goTo(at);
  }

  const ahead: Jump[] = (marks.data ?? [])
    .map((mark) => ({ label: mark.label, at: Temporal.Instant.from(mark.at) }))
    .filter((mark) => Temporal.Instant.compare(mark.at, now) > 0)
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at));

  return (
    <div className={styles.surface}>
      <Text weight="semibold" className={styles.time}>
        {dateAndTime(now, zone)}
      </Text>
      <Text size={200} className={styles.at}>
        {zone.replace('_', ' ')} time. Everything in the sandbox follows this clock.
      </Text>
      {[...jumps(now, zone), ...ahead].map((jump) => (
        <Button
          key={`${jump.label} ${jump.at}`}
          appearance="subtle"
          className={styles.jump}
          disabled={busy}
          onClick={() => void goTo(jump.at)}
        >
          <span>{jump.label}</span>
          <Text size={200} className={styles.at}>
            {dateAndTime(jump.at, zone)}
          </Text>
        </Button>
      ))}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          goToTyped();
        }}
      >
        <Field label="A date and time" {...(problem === undefined ? {} : { validationMessage: problem })}>
          <Input
            type="datetime-local"
            value={typed}
            onChange={(_, data) => {
              setTyped(data.value);
              setProblem(undefined);
            }}
          />
        </Field>
        <Button type="submit" appearance="primary" disabled={busy}>
          Go there
        </Button>
      </form>
    </div>
  );
}
