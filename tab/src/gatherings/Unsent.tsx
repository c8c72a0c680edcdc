import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { GatheringView } from '@owls/policy';
import { Notice } from '../shell/Notice.tsx';
import type { Outbox, Waiting } from './outbox.ts';
import { useWaiting } from './queries.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** What is not kept yet: waiting for a connection, refused with a reason, or written over by somebody else first. */
export function Unsent({ box, view }: { box: Outbox; view: GatheringView }) {
  const styles = useStyles();
  const waiting = useWaiting(box);
  const silent = waiting.filter(({ state, says }) => state === 'waiting' && says !== undefined);
  const stuck = waiting.filter(({ state }) => state === 'conflict' || state === 'refused');
  if (silent.length === 0 && stuck.length === 0) return null;
  return (
    <div className={styles.list}>
      {silent.length > 0 && (
        <Notice intent="warning" title="Not sent yet.">
          What you wrote is safe on this device and goes out as soon as there is a connection ({silent.length}).
        </Notice>
      )}
      {stuck.map((one) => (
        <Notice
          key={one.path}
          intent="error"
          title={one.state === 'conflict' ? 'Changed by somebody else meanwhile.' : 'This could not be kept.'}
          action={
            <span className={styles.buttons}>
              <Button size="small" appearance="primary" onClick={() => box.settle(one.path, 'mine')}>
                {one.state === 'conflict' ? 'Keep mine' : 'Try again'}
              </Button>
              <Button size="small" onClick={() => box.settle(one.path, 'theirs')}>
                {one.state === 'conflict' ? 'Take theirs' : 'Let it go'}
              </Button>
            </span>
          }
        >
          Yours: “{wordsOf(one.body, view)}”. {one.current ? `Theirs: “${wordsOf(one.current, view)}”.` : one.says}
        </Notice>
      ))}
    </div>
  );
}

/** A point or action by its text; the sheet by the names that are ticked. */
function wordsOf(body: Waiting['body'], { people }: GatheringView): string {
  if (!Array.isArray(body.attended)) return String(body.text ?? '');
  const came = new Set(body.attended);
  return people
    .filter(({ id }) => came.has(id))
    .map(({ name }) => name)
    .join(', ');
}
