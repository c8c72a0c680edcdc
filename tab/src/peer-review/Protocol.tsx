import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReviewStep, SchoolReview } from '@owls/policy';
import { dateText } from '../shell/dates.ts';
import { useTick } from './queries.ts';
import { inARow, stepsText } from './review-words.ts';

const useStyles = makeStyles({
  whole: { flexBasis: '100%', minWidth: 0 },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink, width: 'fit-content' },
  list: { display: 'grid', margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: 'none' },
  step: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'grid', flexGrow: 1, flexBasis: '14rem', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  unprinted: { '@media print': { display: 'none' } },
});

/** A review's protocol in its order: what is done by whom, what is late, and a button for who can tick it. */
export function Protocol({ year, review, open }: { year: string; review: SchoolReview; open: boolean }) {
  const styles = useStyles();
  const { name, urn, steps } = review;
  const tick = useTick(year, urn);
  return (
    <details className={styles.whole} open={open}>
      <summary className={styles.summary} aria-label={`${stepsText(steps)} Peer review of ${name}`}>
        {stepsText(steps)}
      </summary>
      <ol className={styles.list}>
        {steps.map((step) => (
          <Step
            key={step.key}
            step={step}
            of={name}
            busy={tick.isPending}
            tick={() => tick.mutate({ step: step.key, done: step.state !== 'done' })}
          />
        ))}
      </ol>
    </details>
  );
}

function Step({ step, of, busy, tick }: { step: ReviewStep; of: string; busy: boolean; tick: () => void }) {
  const styles = useStyles();
  const { name, by, state, due, done, mayTick } = step;
  const action = done === undefined ? 'Done' : 'Not done after all';
  return (
    <li className={styles.step}>
      <div className={styles.words}>
        <Text>{name}</Text>
        <Text size={200} className={styles.quiet}>
          {done === undefined
            ? `${by.length === 0 ? 'Nobody is on record for it' : inARow(by)}, by ${dateText(due)}`
            : [dateText(done.on), done.byName].filter(Boolean).join(', ')}
        </Text>
      </div>
      {done !== undefined && (
        <Badge appearance="tint" color="success">
          ✓ Done
        </Badge>
      )}
      {state === 'overdue' && (
        <Badge appearance="tint" color="danger">
          Overdue
        </Badge>
      )}
      {mayTick && (
        <Button
          size="small"
          className={styles.unprinted}
          disabledFocusable={busy}
          aria-label={`${action}: ${name} (${of})`}
          onClick={tick}
        >
          {action}
        </Button>
      )}
    </li>
  );
}
