import type { SchoolTargetsView, TargetDoing, TargetsView, TargetWanted } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';
import { useSay } from '../shell/toasts.tsx';

/** How far the schools' targets are, and what the board was given; the running year where none is named. */
export function useTargets(year: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['targets', year ?? ''],
    queryFn: () => api.get<TargetsView>(year === undefined ? '/api/targets' : `/api/targets/${year}`),
    refetchInterval: FRESH_EVERY_MS,
  });
}

export function useSchoolTargets(year: string, urn: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['targets', year, urn],
    queryFn: () => api.get<SchoolTargetsView>(schoolPath(year, urn)),
    refetchInterval: FRESH_EVERY_MS,
  });
}

export interface Stepping {
  readonly doing: TargetDoing;
  readonly targets: readonly TargetWanted[];
  readonly why?: string;
}

/** Takes a step with a school's targets; whoever was faster is shown before it is tried again. */
export function useSteps(year: string, urn: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    // Without a connection it is told so at once, not put off in silence.
    networkMode: 'always',
    mutationFn: (stepping: Stepping) => api.send<SchoolTargetsView>('POST', `${schoolPath(year, urn)}/steps`, stepping),
    onSuccess: (view) => {
      queries.setQueryData(['targets', year, urn], view);
      for (const key of [
        ['targets', year],
        ['targets', ''],
      ])
        queries.invalidateQueries({ queryKey: key, exact: true });
      queries.invalidateQueries({ queryKey: ['school', urn] });
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409 && problem.current !== undefined)
        queries.setQueryData(['targets', year, urn], problem.current);
    },
  });
}

export type BoardStep =
  | { readonly what: 'put'; readonly before: number }
  | { readonly what: 'answer'; readonly put: number; readonly answer: 'approves' | 'takes back' }
  | { readonly what: 'answer'; readonly put: number; readonly answer: 'asks'; readonly says: string }
  | { readonly what: 'reply'; readonly put: number; readonly question: number; readonly says: string };

/** Puts the trust's targets to the board, or says what a member of the board answers. */
export function useBoardStep(year: string) {
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ what, ...content }: BoardStep) =>
      api.send<TargetsView>('POST', `/api/targets/${year}/board/${what}`, content),
    onSuccess: (view) => {
      for (const key of [year, '']) queries.setQueryData(['targets', key], view);
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409) queries.invalidateQueries({ queryKey: ['targets'] });
      say.failed(problem);
    },
  });
}

function schoolPath(year: string, urn: string): string {
  return `/api/targets/${year}/schools/${encodeURIComponent(urn)}`;
}
