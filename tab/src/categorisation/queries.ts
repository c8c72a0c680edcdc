import type { CategoriesView, CategoryMatrixView, JudgementPart } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';
import { useSay } from '../shell/toasts.tsx';

/** The round of a half term, cut to the schools the reader may see. */
export function useCategories(halfTerm: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['categories', halfTerm],
    queryFn: () => api.get<CategoriesView>(`/api/categories/${halfTerm}`),
    refetchInterval: FRESH_EVERY_MS,
  });
}

/** Sends what a school answers to its category; whatever shows the category is read again. */
export function useAnswer(urn: string, halfTerm: string) {
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: (given: {
      readonly category: string;
      readonly answer: 'agrees' | 'disagrees';
      readonly because: string;
    }) => api.send<CategoriesView>('POST', `/api/categories/${halfTerm}/${encodeURIComponent(urn)}/agreement`, given),
    onSuccess: (view, { answer, category }) => {
      queries.setQueryData(['categories', halfTerm], view);
      say.done(answer === 'agrees' ? `Agreed with ${category}` : 'Your reason stands beside the category');
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['school', urn] }),
        queries.invalidateQueries({ queryKey: ['page', urn] }),
      ]);
    },
    onError: (problem) => {
      queries.invalidateQueries({ queryKey: ['school', urn] });
      say.failed(problem);
    },
  });
}

/** All rounds over the years, cut to the schools the reader may see. */
export function useCategoryYears() {
  const api = useApi();
  return useQuery({
    queryKey: ['categories', 'years'],
    queryFn: () => api.get<CategoryMatrixView>('/api/categories/years'),
    refetchInterval: FRESH_EVERY_MS,
  });
}

/** What a person decides about one school. `version` is the judgement's they looked at. */
export type Judging =
  | {
      readonly kind: 'proposal';
      readonly urn: string;
      readonly category: string;
      readonly because: string;
      readonly version?: string;
    }
  | {
      readonly kind: 'validation';
      readonly urn: string;
      readonly category: string;
      readonly why?: string;
      readonly version?: string;
    };

/** Takes a proposal or a validation back; the answer is the round as it then stands. */
export function useTakeBack(halfTerm: string) {
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: ({
      urn,
      ...given
    }: {
      readonly urn: string;
      readonly part: JudgementPart;
      readonly version?: string;
    }) => api.send<CategoriesView>('POST', `/api/categories/${halfTerm}/${encodeURIComponent(urn)}/take-back`, given),
    onSuccess: (view) => {
      queries.setQueryData(['categories', halfTerm], view);
      for (const key of ['categories', 'dashboard', 'school', 'page'])
        queries.invalidateQueries({ queryKey: [key], predicate: ({ queryKey }) => queryKey[1] !== halfTerm });
    },
    onError: (problem) => {
      // Somebody was faster, or the round was summed up: show what stands there now.
      queries.invalidateQueries({ queryKey: ['categories', halfTerm] });
      say.failed(problem);
    },
  });
}

/** Sends a proposal or a validation; the answer is the round as it then stands. */
export function useJudge(halfTerm: string) {
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: ({ kind, urn, ...content }: Judging) =>
      api.send<CategoriesView>('POST', `/api/categories/${halfTerm}/${encodeURIComponent(urn)}/${kind}`, content),
    onSuccess: (view) => {
      queries.setQueryData(['categories', halfTerm], view);
      queries.invalidateQueries({ queryKey: ['categories', 'years'] });
      queries.invalidateQueries({ queryKey: ['dashboard'] });
    },
    onError: (problem) => {
      // Somebody was faster: show what stands there now before asking again.
      if (problem instanceof ApiProblem && problem.status === 409) {
        queries.invalidateQueries({ queryKey: ['categories', halfTerm] });
      }
      say.failed(problem);
    },
  });
}
