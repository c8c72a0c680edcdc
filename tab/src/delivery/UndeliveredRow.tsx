import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { instantText } from '../shell/dates.ts';
import { type Undelivered, useDecide } from './queries.ts';
import { kindOfKey } from './words.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    alignItems: 'center',
  },
  words: { display: 'grid', minWidth: 0, flexGrow: 1, flexBasis: '16rem', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const LOOKS = {
  unreachable: { words: 'Not reachable', color: 'danger' },
  unknown: { words: 'Outcome unknown', color: 'warning' },
  resend: { words: 'Being sent again', color: 'brand' },
  dismissed: { words: 'Dismissed', color: 'informative' },
  arrived: { words: 'Arrived', color: 'success' },
} as const satisfies Readonly<Record<Undelivered['state'], object>>;

/** One message that did not simply arrive: why, since when, and what can be done. */
export function UndeliveredRow({ row }: { row: Undelivered }) {
  const styles = useStyles();
  const decide = useDecide();
  const [asking, setAsking] = useState<'resend' | 'dismiss'>();
  const { words, color } = LOOKS[row.state];
  const act = (what: 'resend' | 'dismiss') =>
    decide.mutate({ key: row.key, what }, { onSettled: () => setAsking(undefined) });
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Text weight="semibold">
          {kindOfKey(row.key)} to {row.name}
        </Text>
        <Text>{row.reason}</Text>
        <Text size={200} className={styles.quiet}>
          {instantText(row.at)}
          {!row.stillOwed && ' · no longer owed, so it would not be sent'}
        </Text>
      </div>
      <Badge appearance="tint" color={color}>
        {words}
      </Badge>
      {row.state !== 'resend' && (
        <div className={styles.actions}>
          {row.stillOwed && (
            <Button
              disabled={decide.isPending}
              onClick={() => (row.state === 'unknown' ? setAsking('resend') : act('resend'))}
            >
              Send again
            </Button>
          )}
          <Button appearance="subtle" disabled={decide.isPending} onClick={() => setAsking('dismiss')}>
            Dismiss
          </Button>
        </div>
      )}
      {asking === 'resend' && (
        <Confirm
          title="Send it again?"
          action="Send again"
          busy={decide.isPending}
          close={() => setAsking(undefined)}
          act={() => act('resend')}
        >
          Teams never said whether the message arrived. If it did, {row.name} gets it twice; both show the same, current
          state.
        </Confirm>
      )}
      {asking === 'dismiss' && (
        <Confirm
          title="Dismiss this message?"
          action="Dismiss"
          busy={decide.isPending}
          close={() => setAsking(undefined)}
          act={() => act('dismiss')}
        >
          {row.name} will not be sent it again. Tell them in another way if they have to know.
        </Confirm>
      )}
    </li>
  );
}
