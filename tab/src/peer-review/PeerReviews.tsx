import { Button, makeStyles } from '@fluentui/react-components';
import type { MeView, PeerReviewsView } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { LoadingView } from '../shell/Loading.tsx';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { ChangeReview } from './ChangeReview.tsx';
import { type Agreeing, asShown, useAgree, usePeerReviews } from './queries.ts';
import { ReviewRow } from './ReviewRow.tsx';
import { concernsOf, sharesText } from './review-words.ts';
import { WithdrawReview } from './WithdrawReview.tsx';

const PAGE = 25;
/** Where there are no more than these, their protocols are what one comes for. */
const OPEN_AT_ONCE = 3;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  unprinted: { whiteSpace: 'nowrap', '@media print': { display: 'none' } },
});

/** The year's peer reviews: proposed for every school, agreed one by one or all at once, changed with a reason. */
export function PeerReviews({ year, me }: { year: string; me: MeView }) {
  const { data, isPending, error, refetch } = usePeerReviews(year);
  if (isPending) return <LoadingView what="the year's peer reviews" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  if (data.schools.length === 0) {
    return (
      <Empty title="No school of yours is reviewed this year.">
        Each school is reviewed once a year by heads of others. Schools that belong to the trust on the days for reviews
        are here.
      </Empty>
    );
  }
  return <Reviews view={data} me={me} />;
}

function Reviews({ view, me }: { view: PeerReviewsView; me: MeView }) {
  const styles = useStyles();
  const say = useSay();
  const agree = useAgree(view.year);
  const [page, setPage] = useState(0);
  const [changing, setChanging] = useState<string>();
  const [withdrawing, setWithdrawing] = useState<string>();
  const [askingAll, setAskingAll] = useState(false);
  const names = new Map(view.people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? 'somebody who has left';
  const open = view.schools.flatMap((review) =>
    review.state === 'proposed' && review.mayAgree ? (asShown(review, view.today) ?? []) : [],
  );
  const agreed = view.schools.filter(({ state }) => state !== 'proposed').length;
  const toCalendars = () => {
    window.location.hash = addressOf({ view: 'meetings', year: view.year, part: 'calendars' });
  };
  const next = me.may['meetings.plan'] ? { label: 'Go to calendars', act: toCalendars } : undefined;
  const told = (count: number) =>
    say.done(
      count === 1 ? 'The review is agreed' : `${counted(count, 'review')} are agreed`,
      'It stands in the plan. People are invited once the plan is put into calendars.',
      next,
    );
  const put = (reviews: readonly Agreeing[]) =>
    agree.mutate(reviews, {
      onSuccess: () => told(reviews.length),
      onError: (problem) => say.failed(problem),
      onSettled: () => setAskingAll(false),
    });
  const changed = view.schools.find(({ urn }) => urn === changing);
  const withdrawn = view.schools.find(({ urn }) => urn === withdrawing);
  return (
    <Section
      title="Who reviews whom"
      about={[
        view.schools.length > 1 && `${agreed} of ${counted(view.schools.length, 'review')} agreed.`,
        'Reviewers head other schools, and nobody comes to a school again within the policy’s years of rest.',
        sharesText(view),
      ]
        .filter(Boolean)
        .join(' ')}
      aside={
        open.length > 1 && (
          <Button className={styles.unprinted} disabled={agree.isPending} onClick={() => setAskingAll(true)}>
            Agree all {open.length}
          </Button>
        )
      }
    >
      <ul className={styles.list}>
        {pageOf(view.schools, page, PAGE).map((review) => {
          const shown = asShown(review, view.today);
          const mayNow = review.mayAgree && review.state !== 'begun';
          return (
            <ReviewRow
              key={review.urn}
              year={view.year}
              review={review}
              concerns={concernsOf(review, view, nameOf)}
              nameOf={nameOf}
              busy={agree.isPending}
              agree={mayNow && review.state === 'proposed' && shown ? () => put([shown]) : undefined}
              change={mayNow ? () => setChanging(review.urn) : undefined}
              withdraw={mayNow && review.state === 'agreed' ? () => setWithdrawing(review.urn) : undefined}
              open={view.schools.length <= OPEN_AT_ONCE}
            />
          );
        })}
      </ul>
      <Pager page={page} size={PAGE} total={view.schools.length} what="school" go={setPage} />
      {askingAll && (
        <Confirm
          title={`Agree ${counted(open.length, 'review')} as proposed?`}
          action="Agree all"
          busy={agree.isPending}
          close={() => setAskingAll(false)}
          act={() => put(open)}
        >
          Their days, leads and reviewers go on record and into the plan. Nobody is invited before the plan is put into
          calendars, and each can be changed until it begins.
        </Confirm>
      )}
      {changed && (
        <ChangeReview
          key={changed.urn}
          view={view}
          review={changed}
          person={me.person.id}
          nameOf={nameOf}
          close={() => setChanging(undefined)}
          done={() => {
            setChanging(undefined);
            told(1);
          }}
        />
      )}
      {withdrawn && (
        <WithdrawReview
          key={withdrawn.urn}
          year={view.year}
          review={withdrawn}
          person={me.person.id}
          nameOf={nameOf}
          close={() => setWithdrawing(undefined)}
          done={() => {
            setWithdrawing(undefined);
            say.done('The review is withdrawn', 'Its invitations go when the plan is next put into calendars.', next);
          }}
        />
      )}
    </Section>
  );
}
