import type { AnalysisView, TrustAnalysisView } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';

/** A school's analysis of a year's results, by default of the newest that is analysed. */
export function useAnalysis(urn: string, year: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['analysis', urn, year ?? ''],
    queryFn: () => api.get<AnalysisView>(`${pathOf(urn)}${asked(year)}`),
    refetchInterval: FRESH_EVERY_MS,
  });
}

/** The whole trust's results of a year and how its schools' analyses stand. */
export function useTrustAnalysis(year: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['trust-analysis', year ?? ''],
    queryFn: () => api.get<TrustAnalysisView>(`/api/analysis${asked(year)}`),
    refetchInterval: FRESH_EVERY_MS,
  });
}

export interface AnalysisChange {
  readonly method: 'PUT' | 'DELETE';
  /** Within the analysis of the year: `needs/keyStage2.reading`. */
  readonly path: string;
  readonly body: object;
}

/** Changes an analysis; the answer is all as it then stands, and so is what a conflict says. */
export function useAnalysisChange({ school: { urn }, year }: Pick<AnalysisView, 'school' | 'year'>) {
  const api = useApi();
  const queries = useQueryClient();
  const take = (view: AnalysisView) => {
    queries.setQueryData(['analysis', urn, year], view);
    queries.setQueryData(['analysis', urn, ''], (before: AnalysisView | undefined) =>
      before?.year === year ? view : before,
    );
  };
  return useMutation({
    // Without a connection it is told so at once, not put off in silence.
    networkMode: 'always',
    mutationFn: ({ method, path, body }: AnalysisChange) =>
      api.send<AnalysisView>(method, `${pathOf(urn)}/${year}/${path}`, body),
    onSuccess: take,
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409 && problem.current !== undefined)
        take(problem.current as AnalysisView);
    },
  });
}

function pathOf(urn: string): string {
  return `/api/schools/${encodeURIComponent(urn)}/analysis`;
}

function asked(year: string | undefined): string {
  return year === undefined ? '' : `?year=${encodeURIComponent(year)}`;
}
