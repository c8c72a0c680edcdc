import { Button, Dropdown, makeStyles, Option, Spinner, Text, tokens } from '@fluentui/react-components';
import { Dismiss20Regular, Next20Regular, Pause24Filled, Play24Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { getClockMarks, setClock } from '../control/control-api.ts';
import { useAnswer } from '../control/useAnswer.ts';
import { useDesk } from '../shell/desk.tsx';
import { nextDate, SPEEDS, type Speed, YEAR } from './player.ts';
import { useClock } from './useClock.tsx';
import { usePlayer } from './usePlayer.ts';
import { longDate, timeOfDay } from './words.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow8,
    zIndex: 1,
  },
  date: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    flexGrow: 1,
  },
  figures: { fontVariantNumeric: 'tabular-nums' },
  soft: { color: tokens.colorNeutralForeground2 },
  speed: { minWidth: '190px' },
  says: { flexBasis: '100%', minHeight: '20px', display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** The player of the clock, while it is asked for: the date large, play and pause, and how fast. */
export function ClockBar() {
  const { player } = useDesk();
  return player ? <Bar /> : null;
}

function Bar() {
  const styles = useStyles();
  const { setPlayer } = useDesk();
  const { now, zone, reload } = useClock();
  const [speed, setSpeed] = useState<Speed>(YEAR);
  const player = usePlayer(speed);
  const [problem, setProblem] = useState<string>();
  const marks = useAnswer('marks', getClockMarks);
  const ahead = nextDate(
    now,
    (marks.data ?? []).map(({ label, at }) => ({ label, at: Temporal.Instant.from(at) })),
  );

  function skip(): void {
    if (ahead === undefined) return;
    setProblem(undefined);
    setClock(ahead.at.toString()).then(reload, (error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
    });
  }

  return (
    <section className={styles.bar} aria-label="Player of the clock">
      <Button
        appearance="primary"
        size="large"
        shape="circular"
        icon={player.playing ? <Pause24Filled /> : <Play24Filled />}
        aria-label={player.playing ? 'Pause' : 'Play'}
        onClick={player.playing ? player.pause : player.play}
      />
      <div className={styles.date}>
        <Text size={700} weight="semibold" className={styles.figures}>
          {longDate(now, zone)}
        </Text>
        <Text size={500} className={styles.figures}>
          {timeOfDay(now, zone)}
        </Text>
      </div>
      <Dropdown
        className={styles.speed}
        aria-label="Speed"
        value={speed.label}
        selectedOptions={[speed.id]}
        onOptionSelect={(_, data) => {
          const chosen = SPEEDS.find(({ id }) => id === data.optionValue);
          if (chosen !== undefined) setSpeed(chosen);
        }}
      >
        {SPEEDS.map(({ id, label }) => (
          <Option key={id} value={id}>
            {label}
          </Option>
        ))}
      </Dropdown>
      <Button
        appearance="subtle"
        icon={<Next20Regular />}
        disabled={ahead === undefined || player.playing}
        title={ahead?.label}
        onClick={skip}
      >
        Next date
      </Button>
      <Button
        appearance="subtle"
        icon={<Dismiss20Regular />}
        aria-label="Close the player"
        onClick={() => setPlayer(false)}
      />
      <div className={styles.says}>
        {player.waits ? <Spinner size="extra-tiny" aria-hidden /> : null}
        <Text size={200} className={styles.soft}>
          {player.waits ? 'Waiting for the app to finish what it does at this time. ' : ''}
          {ahead === undefined ? 'No further date is noted.' : `Next: ${ahead.label}`}
        </Text>
        <Text size={200} role="status">
          {problem ?? player.says ?? ''}
        </Text>
      </div>
    </section>
  );
}
