import type { PeerReviewsView, ReviewGiven, SchoolReview } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';
import { useSay } from '../shell/toasts.tsx';

/** A review as it is to stand on record, over the version that was seen. */
export type Agreeing = ReviewGiven & Pick<SchoolReview, 'version'>;

const pathOf = (year: string) => `/api/peer-reviews/${year}`;

/** A year's peer reviews; read again while they are looked at, for others agree them too. */
export function usePeerReviews(year: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-reviews', year],
    queryFn: () => api.get<PeerReviewsView>(pathOf(year)),
    refetchInterval: 2 * FRESH_EVERY_MS,
  });
}

/** Agrees reviews, all of them or none. Where somebody was first, what stands there now is read at once. */
export function useAgree(year: string) {
  const api = useApi();
  const { settle, look } = useSettle(year);
  return useMutation({
    mutationFn: (reviews: readonly Agreeing[]) => api.send<PeerReviewsView>('POST', pathOf(year), { reviews }),
    onSuccess: settle,
    onError: look,
  });
}

/** Withdraws an agreed review, over the version that was seen. */
export function useWithdraw(year: string) {
  const api = useApi();
  const { settle, look } = useSettle(year);
  return useMutation({
    mutationFn: ({ urn, ...given }: { urn: string; because: string; version: string }) =>
      api.send<PeerReviewsView>('POST', `${pathOf(year)}/${urn}/withdraw`, given),
    onSuccess: settle,
    onError: look,
  });
}

/** Ticks a step of a review's protocol, or takes the tick back. */
export function useTick(year: string, urn: string) {
  const api = useApi();
  const say = useSay();
  const { settle, look } = useSettle(year);
  return useMutation({
    mutationFn: ({ step, done }: { step: string; done: boolean }) =>
      api.send<PeerReviewsView>('POST', `${pathOf(year)}/${urn}/steps/${encodeURIComponent(step)}`, { done }),
    onSuccess: async (view, { done }) => {
      await settle(view);
      say.done(done ? 'Marked as done' : 'Open again');
    },
    onError: (problem) => {
      say.failed(problem);
      return look();
    },
  });
}

/** Takes an answer for how the year's reviews stand, the plan with it; or reads what stands there now. */
function useSettle(year: string) {
  const queries = useQueryClient();
  const queryKey = ['peer-reviews', year];
  return {
    settle: async (view: PeerReviewsView) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, view);
      queries.invalidateQueries({ queryKey: ['plan', year] });
    },
    look: () => queries.invalidateQueries({ queryKey }),
  };
}

/** A review as it is shown, to be agreed as it is; undefined where something is still to be chosen. */
export function asShown({ urn, days, lead, reviewers, version }: SchoolReview, today: string): Agreeing | undefined {
  const [first] = days;
  if (first === undefined || first <= today || lead === undefined || reviewers.length === 0) return undefined;
  return { urn, days, lead, reviewers, because: '', ...(version === undefined ? {} : { version }) };
}
