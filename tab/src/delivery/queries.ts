import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';
import { useSay } from '../shell/toasts.tsx';

/** One wave of messages, as the ledger has it. */
export interface Wave {
  readonly key: string;
  readonly kind: string;
  readonly count: number;
  readonly state: 'claimed' | 'done';
  readonly claimedAt: string;
  readonly finishedAt?: string;
  readonly sent: number;
  readonly unreachable: number;
  readonly unknown: number;
}

/** A message that did not simply arrive. */
export interface Undelivered {
  readonly key: string;
  readonly person: string;
  readonly name: string;
  readonly state: 'unreachable' | 'unknown' | 'resend' | 'dismissed' | 'arrived';
  readonly reason: string;
  readonly at: string;
  /** Whether the message would still be wanted. */
  readonly stillOwed: boolean;
}

export interface DeliveriesView {
  readonly asOf: string;
  readonly waves: readonly Wave[];
  readonly undelivered: readonly Undelivered[];
}

/** A list row that somebody edited into something that can't be read. */
export interface RowProblem {
  readonly list: string;
  readonly itemId: string;
  readonly key: string;
  readonly column: string;
  readonly says: string;
}

export function useDeliveries() {
  const api = useApi();
  return useQuery({
    queryKey: ['deliveries'],
    queryFn: () => api.get<DeliveriesView>('/api/deliveries'),
    refetchInterval: FRESH_EVERY_MS,
  });
}

export function useRowProblems() {
  const api = useApi();
  return useQuery({
    queryKey: ['problems'],
    queryFn: () => api.get<readonly RowProblem[]>('/api/problems'),
    refetchInterval: FRESH_EVERY_MS,
  });
}

/** Sends a message again, or lets it be. */
export function useDecide() {
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: ({ key, what }: { readonly key: string; readonly what: 'resend' | 'dismiss' }) =>
      api.send<DeliveriesView>('POST', `/api/deliveries/${what}`, { key }),
    onSuccess: (view, { what }) => {
      queries.setQueryData(['deliveries'], view);
      say.done(what === 'resend' ? 'It is sent again' : 'Dismissed');
    },
    onError: (problem) => say.failed(problem),
  });
}
