import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { SchoolReview } from '@owls/policy';
import { dateText } from '../shell/dates.ts';
import { Protocol } from './Protocol.tsx';
import { daysText, inARow } from './review-words.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    flexBasis: '20rem',
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  name: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  wrong: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start' },
  icon: { color: tokens.colorStatusWarningForeground3, flexShrink: 0, marginTop: '3px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
});

const STATES = {
  proposed: { says: 'Proposed', color: 'informative' },
  agreed: { says: 'Agreed', color: 'success' },
  begun: { says: 'Begun', color: 'subtle' },
} as const;

interface RowGiven {
  readonly year: string;
  readonly review: SchoolReview;
  readonly concerns: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly busy: boolean;
  /** Not there where it can't be agreed as it is. */
  readonly agree: (() => void) | undefined;
  readonly change: (() => void) | undefined;
  readonly withdraw: (() => void) | undefined;
  /** Whether its protocol is shown at once. */
  readonly open: boolean;
}

/** One school's review: when, by whom, what is to be looked at, how far it is, and what can be done. */
export function ReviewRow({ year, review, concerns, nameOf, busy, agree, change, withdraw, open }: RowGiven) {
  const styles = useStyles();
  const { name, cluster, state, days, lead, reviewers, agreed, withdrawn, steps } = review;
  const { says, color } = STATES[state];
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.head}>
          <Text as="h3" weight="semibold" className={styles.name}>
            {name}
          </Text>
          <Badge appearance="tint" color={color}>
            {says}
          </Badge>
          {cluster !== '' && (
            <Text size={200} className={styles.quiet}>
              {cluster} cluster
            </Text>
          )}
        </div>
        {days.length > 0 && <Text>{daysText(days)}</Text>}
        <Text>
          {lead !== undefined && `Led by ${nameOf(lead)}`}
          {reviewers.length > 0 && `${lead === undefined ? 'With' : ', with'} ${inARow(reviewers.map(nameOf))}`}
        </Text>
        {concerns.map((concern) => (
          <div key={concern} className={styles.wrong}>
            <WarningFilled className={styles.icon} aria-hidden />
            <Text>{concern}</Text>
          </div>
        ))}
        {withdrawn && (
          <Text size={200} className={styles.quiet}>
            Withdrawn by {withdrawn.byName}, {dateText(withdrawn.at)}: {withdrawn.because}
          </Text>
        )}
        {agreed && (
          <Text size={200} className={styles.quiet}>
            Agreed by {agreed.byName}, {dateText(agreed.at)}
            {agreed.because !== '' && `: ${agreed.because}`}
          </Text>
        )}
      </div>
      <div className={styles.buttons}>
        {change && (
          <Button disabled={busy} aria-label={`Change the review of ${name}`} onClick={change}>
            Change
          </Button>
        )}
        {withdraw && (
          <Button appearance="subtle" disabled={busy} aria-label={`Withdraw the review of ${name}`} onClick={withdraw}>
            Withdraw
          </Button>
        )}
        {agree && (
          <Button appearance="primary" disabled={busy} aria-label={`Agree the review of ${name}`} onClick={agree}>
            Agree
          </Button>
        )}
      </div>
      {steps.length > 0 && <Protocol year={year} review={review} open={open} />}
    </li>
  );
}
