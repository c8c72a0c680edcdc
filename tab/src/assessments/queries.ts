import type { AssessmentsView } from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';

/** A school's national assessments and its baseline, beside England's figures. */
export function useAssessments(urn: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['assessments', urn],
    queryFn: () => api.get<AssessmentsView>(pathOf(urn)),
    refetchInterval: FRESH_EVERY_MS,
  });
}

interface Outcome {
  readonly year: string;
  readonly assessment: string;
  readonly pupils: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly version: string | undefined;
}

/** Records or corrects an outcome; the answer is all as it then stands, and so is what a conflict says. */
export function useRecord(urn: string) {
  const api = useApi();
  return useMutation({
    // Without a connection it is told so at once, not put off in silence.
    networkMode: 'always',
    mutationFn: ({ year, assessment, pupils, figures, version }: Outcome) =>
      api.send<AssessmentsView>('PUT', pathOfOne(urn, year, assessment), {
        ...{ pupils, figures },
        ...(version === undefined ? {} : { version }),
      }),
    ...useTaken(urn),
  });
}

interface Removal extends Pick<Outcome, 'year' | 'assessment'> {
  readonly version: string;
  readonly why: string;
}

/** Takes an outcome out that was recorded by mistake; the answer and a conflict are as of {@link useRecord}. */
export function useTakeOut(urn: string) {
  const api = useApi();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ year, assessment, ...given }: Removal) =>
      api.send<AssessmentsView>('POST', `${pathOfOne(urn, year, assessment)}/remove`, given),
    ...useTaken(urn),
  });
}

/** Takes an answer, and what a conflict says, for how the outcomes stand. */
function useTaken(urn: string) {
  const queries = useQueryClient();
  return {
    onSuccess: (view: AssessmentsView) => {
      queries.setQueryData(['assessments', urn], view);
      // It holds the figures, or does without.
      queries.invalidateQueries({ queryKey: ['analysis', urn] });
    },
    onError: (problem: Error) => {
      if (problem instanceof ApiProblem && problem.status === 409 && problem.current !== undefined)
        queries.setQueryData(['assessments', urn], problem.current);
    },
  };
}

function pathOf(urn: string): string {
  return `/api/schools/${encodeURIComponent(urn)}/assessments`;
}

function pathOfOne(urn: string, year: string, assessment: string): string {
  return `${pathOf(urn)}/${year}/${encodeURIComponent(assessment)}`;
}
