import { Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { SchoolReview } from '@owls/policy';
import { Confirm } from '../shell/Confirm.tsx';
import { Problem } from '../shell/Problem.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { useWithdraw } from './queries.ts';
import { daysText, inARow } from './review-words.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface WithdrawGiven {
  readonly year: string;
  readonly review: SchoolReview;
  readonly person: string;
  readonly nameOf: (id: string) => string;
  readonly close: () => void;
  readonly done: () => void;
}

/** Takes back an agreed review, with the reason that those who had been told of it read. */
export function WithdrawReview({ year, review, person, nameOf, close, done }: WithdrawGiven) {
  const styles = useStyles();
  const { urn, name, days, lead, reviewers, version = '' } = review;
  const [because, setBecause] = useKeptText(`owls/typing/${person}/withdraw/${year}/${urn}`);
  const withdraw = useWithdraw(year);
  const act = () =>
    withdraw.mutate(
      { urn, because: because.trim(), version },
      {
        onSuccess: () => {
          setBecause('');
          done();
        },
      },
    );
  return (
    <Confirm
      title={`Withdraw the review of ${name}?`}
      action="Withdraw it"
      busy={withdraw.isPending}
      disabled={review.state !== 'agreed'}
      close={close}
      act={act}
    >
      <div className={styles.stack}>
        {withdraw.error && <Problem problem={withdraw.error} />}
        <Text>
          It stands as {daysText(days)}
          {lead !== undefined && `, led by ${nameOf(lead)}`}
          {reviewers.length > 0 && `, with ${inARow(reviewers.map(nameOf))}`}. It leaves the plan, and its invitations
          go when the plan is next put into calendars. It can be agreed again.
        </Text>
        <Field label="Why it is withdrawn" required hint="Whoever was asked for something or invited reads it in chat.">
          <Textarea resize="vertical" maxLength={2000} value={because} onChange={(_, { value }) => setBecause(value)} />
        </Field>
      </div>
    </Confirm>
  );
}
