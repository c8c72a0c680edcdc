import type {
  AheadView,
  Attendance,
  BusyTime,
  CalendarJob,
  MadeMove,
  MeetingsView,
  PeopleView,
  PlanMeeting,
  PlansCompared,
  PlanView,
  Rhythm,
  Slot,
} from '@owls/policy';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '../shell/api-context.tsx';
import { FRESH_EVERY_MS } from '../shell/queries.ts';
import type { Feed, Unknown } from './answers.ts';

/** How often progress is asked for while events are being made, in milliseconds. */
const WATCH_MS = 2_000;

const base = (year: string) => `/api/plan/${year}`;

/** The year's plan. Read again while it is looked at: meetings are moved in Outlook too. */
export function usePlan(year: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['plan', year],
    queryFn: () => api.get<PlanView>(base(year)),
    refetchInterval: 4 * FRESH_EVERY_MS,
  });
}

/** What stands in calendars, without the plan: cheap enough for everybody's first page. */
export function useMeetings(year: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['meetings', year],
    queryFn: () => api.get<MeetingsView>(`/api/meetings/${year}`),
  });
}

export interface Move {
  readonly key: string;
  readonly start?: string;
  readonly host?: string;
}

/** Moves a meeting, or gives it another host; the plan is the one that came of it. */
export function useMove(year: string) {
  const api = useApi();
  const settle = useSettle(year);
  return useMutation({
    mutationFn: (move: Move) =>
      api.send<{ readonly move: MadeMove; readonly plan: PlanView }>('POST', `${base(year)}/moves`, move),
    onSuccess: ({ plan }) => settle(plan),
  });
}

/** Takes a move back: the last one where none is named. */
export function useUndo(year: string) {
  const api = useApi();
  const settle = useSettle(year);
  return useMutation({
    mutationFn: (id?: string) =>
      api.send<{ readonly undone: MadeMove; readonly plan: PlanView }>(
        'POST',
        `${base(year)}/moves/undo`,
        id === undefined ? {} : { id },
      ),
    onSuccess: ({ plan }) => settle(plan),
  });
}

function useSettle(year: string) {
  const queries = useQueryClient();
  return useCallback(
    async (plan: PlanView) => {
      // A plan that was asked for before the move would put the meeting back on the screen.
      await queries.cancelQueries({ queryKey: ['plan', year], exact: true });
      queries.setQueryData(['plan', year], plan);
      for (const part of ['ahead', 'slots', 'against']) queries.invalidateQueries({ queryKey: ['plan', year, part] });
    },
    [queries, year],
  );
}

export function useSlots(year: string, key: string, calendars: boolean) {
  const api = useApi();
  const asked = new URLSearchParams({ key, ...(calendars ? { calendars: 'yes' } : {}) });
  return useQuery({
    queryKey: ['plan', year, 'slots', key, calendars],
    queryFn: () =>
      api.get<{ readonly slots: readonly Slot[]; readonly unknown: readonly Unknown[] }>(
        `${base(year)}/slots?${asked.toString()}`,
      ),
  });
}

/** At most so many people's calendars are asked at once. */
export const MOST_PEOPLE = 200;

/** When these people are taken, as Outlook says. `from` and `to` are dates, `to` not included. */
export function useBusy(year: string, people: readonly string[], from: string, to: string, on: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['busy', year, from, to, people],
    queryFn: () =>
      api.send<{ readonly busy: readonly BusyTime[]; readonly unknown: readonly Unknown[] }>(
        'POST',
        `${base(year)}/free-busy`,
        { people, from: `${from}T00:00`, to: `${to}T00:00` },
      ),
    enabled: on && people.length > 0 && people.length <= MOST_PEOPLE,
    staleTime: 4 * FRESH_EVERY_MS,
  });
}

export function useAgainst(year: string, other: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['plan', year, 'against', other],
    queryFn: () => api.get<PlansCompared>(`${base(year)}/against/${other}`),
    enabled: other !== '',
  });
}

export function useAhead(year: string, times: AheadView['times']) {
  const api = useApi();
  return useQuery({
    queryKey: ['plan', year, 'ahead', times],
    queryFn: () => api.get<AheadView>(`${base(year)}/ahead?times=${times}`),
  });
}

/** The yeses to putting this year into calendars, the latest last; watched while one is being done. */
export function useJobs(year: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['calendars', year],
    queryFn: () => api.get<{ readonly jobs: readonly CalendarJob[] }>(`${base(year)}/calendars`),
    refetchInterval: ({ state }) => (state.data?.jobs.at(-1)?.state === 'running' ? WATCH_MS : 4 * FRESH_EVERY_MS),
  });
}

export function useQuestions(year: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['questions', year],
    queryFn: () => api.get<{ readonly questions: readonly PlanMeeting[] }>(`${base(year)}/questions`),
    refetchInterval: 4 * FRESH_EVERY_MS,
  });
}

export function useRhythm(year: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['rhythm', year],
    queryFn: () => api.get<Attendance & { readonly rhythms: readonly Rhythm[] }>(`${base(year)}/rhythm`),
  });
}

export function useFeed() {
  const api = useApi();
  return useQuery({ queryKey: ['feed'], queryFn: () => api.get<Feed>('/api/feed') });
}

/** Names by person id, for those who may read the people; ids nobody names are said to be somebody. */
export function useNames(may: boolean): (id: string) => string {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: () => api.get<PeopleView>('/api/people'),
    enabled: may,
    staleTime: 60_000,
    select: ({ people }) => new Map(people.map(({ id, name }) => [id, name])),
  });
  return (id) => data?.get(id) ?? 'Somebody';
}
