import { Button, Field, Input, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components';
import type { PeerReviewsView, Reviewer, SchoolReview } from '@owls/policy';
import { useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { counted } from '../shell/figures.ts';
import { Notice } from '../shell/Notice.tsx';
import { Problem } from '../shell/Problem.tsx';
import { Sheet } from '../shell/Sheet.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { useAgree } from './queries.ts';
import { daysText, inARow } from './review-words.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  field: { flexGrow: 1, flexBasis: '12rem', minWidth: 0 },
  select: { minWidth: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface ChangeGiven {
  readonly view: PeerReviewsView;
  readonly review: SchoolReview;
  readonly person: string;
  readonly nameOf: (id: string) => string;
  readonly close: () => void;
  readonly done: () => void;
}

/** Other days, another lead or other reviewers for a school's review, with the reason where people change. */
export function ChangeReview({ view, review, person, nameOf, close, done }: ChangeGiven) {
  const styles = useStyles();
  const { year, wants } = view;
  const { urn, name } = review;
  const [seen, setSeen] = useState(review);
  const [days, setDays] = useState(() => filled(review.days, wants.days));
  const [lead, setLead] = useState(review.lead ?? '');
  const [reviewers, setReviewers] = useState(() => filled(review.reviewers, wants.reviewers));
  const [because, setBecause] = useKeptText(`owls/typing/${person}/peer-review/${year}/${urn}`);
  const agree = useAgree(year);
  const chosen = reviewers.filter((id) => id !== '');
  const others = view.people.filter(({ heads }) => !heads.includes(urn));
  const heads = others.filter((one) => one.heads.length > 0);
  const changed = seen.lead !== lead || [...seen.reviewers].sort().join() !== [...chosen].sort().join();
  // Somebody agreed it while this was open: theirs is shown beside, and nothing is overwritten unasked.
  const theirs = review.version === seen.version ? undefined : review;
  const save = () =>
    agree.mutate(
      [
        {
          ...{ urn, days: days.filter((day) => day !== '').sort(), lead, reviewers: chosen, because: because.trim() },
          ...(seen.version === undefined ? {} : { version: seen.version }),
        },
      ],
      {
        onSuccess: () => {
          setBecause('');
          done();
        },
      },
    );
  return (
    <Sheet
      title={`Peer review of ${name}`}
      close={close}
      dismiss="Cancel"
      busy={agree.isPending}
      actions={
        <Button appearance="primary" disabled={agree.isPending || theirs !== undefined} onClick={save}>
          {agree.isPending ? 'One moment…' : 'Agree it so'}
        </Button>
      }
    >
      <div className={styles.stack}>
        {theirs && (
          <Notice
            intent="warning"
            title="Somebody agreed this meanwhile."
            action={
              <>
                <Button onClick={close}>Leave it as it is</Button>
                <Button onClick={() => setSeen(theirs)}>Go on with mine</Button>
              </>
            }
          >
            It stands as {daysText(theirs.days)}, led by {nameOf(theirs.lead ?? '')}, with{' '}
            {inARow(theirs.reviewers.map(nameOf))}.
          </Notice>
        )}
        {agree.error && !theirs && <WhatIsWrong problem={agree.error} />}
        <div className={styles.fields}>
          {days.map((day, place) => (
            <Field key={place} label={`Day ${place + 1}`} className={styles.field} required>
              <Input
                type="date"
                value={day}
                onChange={(_, { value }) => setDays(days.map((one, at) => (at === place ? value : one)))}
              />
            </Field>
          ))}
        </div>
        <Field label="Who leads it" required>
          <Select className={styles.select} value={lead} onChange={(_, { value }) => setLead(value)}>
            <option value="">Choose</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
        <div className={styles.fields}>
          {reviewers.map((id, place) => (
            <Field key={place} label={`Reviewer ${place + 1}`} className={styles.field} required={place === 0}>
              <Select
                className={styles.select}
                value={id}
                onChange={(_, { value }) => setReviewers(reviewers.map((one, at) => (at === place ? value : one)))}
              >
                <option value="">Nobody</option>
                {heads.map((one) => (
                  <option key={one.id} value={one.id} disabled={one.id !== id && reviewers.includes(one.id)}>
                    {optionText(one, review)}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </div>
        <Field
          label={changed ? 'Why it is not who was proposed' : 'Why, if you want to say'}
          required={changed}
          hint="It is kept with the review, for all who read it."
        >
          <Textarea resize="vertical" maxLength={2000} value={because} onChange={(_, { value }) => setBecause(value)} />
        </Field>
      </div>
    </Sheet>
  );
}

function WhatIsWrong({ problem }: { problem: Error }) {
  const styles = useStyles();
  const findings = problem instanceof ApiProblem ? problem.findings : [];
  if (findings.length < 2) return <Problem problem={problem} />;
  return (
    <Notice intent="error" title="Something has to be mended first.">
      <ul className={styles.list}>
        {findings.map(({ says }) => (
          <li key={says}>
            <Text>{says}</Text>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** "Ann Lee: 2 reviews, here last year". */
function optionText({ id, name, reviews }: Reviewer, { rested }: SchoolReview): string {
  return `${name}: ${counted(reviews, 'review')}${rested.includes(id) ? ', here before' : ''}`;
}

/** As many fields as are wanted, or as there are values. */
function filled(values: readonly string[], size: number): readonly string[] {
  return Array.from({ length: Math.max(size, values.length) }, (_, place) => values[place] ?? '');
}
