import type { PeerReviewsView, ReviewGiven, SchoolReview } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';

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
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reviews: readonly Agreeing[]) => api.send<PeerReviewsView>('POST', pathOf(year), { reviews }),
    onSuccess: async (view) => {
      await queries.cancelQueries({ queryKey: ['peer-reviews', year] });
      queries.setQueryData(['peer-reviews', year], view);
      queries.invalidateQueries({ queryKey: ['plan', year] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['peer-reviews', year] }),
  });
}

/** A review as it is shown, to be agreed as it is; undefined where something is still to be chosen. */
export function asShown({ urn, days, lead, reviewers, version }: SchoolReview, today: string): Agreeing | undefined {
  const [first] = days;
  if (first === undefined || first <= today || lead === undefined || reviewers.length === 0) return undefined;
  return { urn, days, lead, reviewers, because: '', ...(version === undefined ? {} : { version }) };
}
